#include "render/line_points.hpp"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace surplace::render {
namespace {

double distanceBetween(const Vertex& a, const Vertex& b) {
    return std::hypot(b[0] - a[0], b[1] - a[1]);
}

std::vector<Vertex> withoutRepeats(std::span<const Vertex> line) {
    std::vector<Vertex> kept;
    for (const Vertex& point : line)
        if (std::isfinite(point[0]) && std::isfinite(point[1]) && (kept.empty() || kept.back() != point))
            kept.push_back(point);
    return kept;
}

double squaredDistance(const Vertex& point, const Vertex& a, const Vertex& b) {
    const double dx = b[0] - a[0], dy = b[1] - a[1];
    const double square = dx * dx + dy * dy;
    const double part =
        square > 0 ? std::clamp(((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / square, 0.0, 1.0) : 0;
    const double x = point[0] - a[0] - part * dx, y = point[1] - a[1] - part * dy;
    return x * x + y * y;
}

/// The part of a segment (as fractions of it) that is inside the box; empty when first > last.
std::pair<double, double> inside(const Vertex& a, const Vertex& b, const geo::ScreenBox& box) {
    double first = 0, last = 1;
    const auto cut = [&](double from, double to, double low, double high) {
        const double step = to - from;
        if (step == 0) {
            if (from < low || from > high)
                last = -1;
            return;
        }
        const double enter = (step > 0 ? low - from : high - from) / step;
        const double leave = (step > 0 ? high - from : low - from) / step;
        first = std::max(first, enter);
        last = std::min(last, leave);
    };
    cut(a[0], b[0], box.minX, box.maxX);
    cut(a[1], b[1], box.minY, box.maxY);
    return {first, last};
}

/// Collects pieces of one line; a piece that begins where the last one ended continues it.
struct Dashes {
    std::vector<std::vector<Vertex>> lines;
    double end = -1;

    void add(const Vertex& a, const Vertex& b, double size, double from, double to, double before) {
        const auto at = [&](double length) {
            const double part = size > 0 ? length / size : 0;
            return Vertex{a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part};
        };
        if (lines.empty() || before + from != end || from != 0)
            lines.push_back({at(from)});
        lines.back().push_back(at(to));
        end = before + to;
    }
};

} // namespace

std::vector<Vertex> simplified(std::span<const Vertex> given, double tolerance) {
    const std::vector<Vertex> line = withoutRepeats(given);
    if (line.size() < 3)
        return line;
    std::vector<bool> kept(line.size(), false);
    kept.front() = kept.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, line.size() - 1}};
    while (!open.empty()) {
        const auto [first, last] = open.back();
        open.pop_back();
        std::size_t farthest = first;
        double most = tolerance * tolerance;
        for (std::size_t i = first + 1; i < last; ++i)
            if (const double away = squaredDistance(line[i], line[first], line[last]); away > most) {
                most = away;
                farthest = i;
            }
        if (farthest == first)
            continue;
        kept[farthest] = true;
        open.emplace_back(first, farthest);
        open.emplace_back(farthest, last);
    }
    std::vector<Vertex> out;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (kept[i])
            out.push_back(line[i]);
    return out;
}

void appendLine(std::vector<LinePoint>& out, std::span<const Vertex> line, bool closed, Vertex origin) {
    std::vector<Vertex> points = withoutRepeats(line);
    if (points.empty())
        return;
    if (closed && points.size() > 2 && points.front() == points.back())
        points.pop_back();
    closed = closed && points.size() > 2;
    const auto put = [&](const Vertex& at, double length) {
        out.push_back({static_cast<float>(at[0] - origin[0]), static_cast<float>(at[1] - origin[1]),
                       static_cast<float>(length)});
    };
    put(closed ? points.back() : points.front(), closed ? -2 : -1);
    double length = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (i > 0)
            length += distanceBetween(points[i - 1], points[i]);
        put(points[i], length);
    }
    if (closed)
        put(points.front(), length + distanceBetween(points.back(), points.front()));
    else if (points.size() == 1)
        put(points.front(), length);
    put(closed ? points[1] : points.back(), closed ? -2 : -1);
}

std::vector<std::vector<Vertex>> dashed(std::span<const Vertex> line, std::span<const float> pattern,
                                        const geo::ScreenBox& box, double reach) {
    std::vector<double> lengths(pattern.begin(), pattern.end());
    if (lengths.size() % 2 != 0)
        lengths.insert(lengths.end(), pattern.begin(), pattern.end());
    const double period = std::accumulate(lengths.begin(), lengths.end(), 0.0);
    if (!(period > 0.5) ||
        std::any_of(lengths.begin(), lengths.end(), [](double length) { return length < 0; }))
        return {std::vector<Vertex>(line.begin(), line.end())};
    const geo::ScreenBox near{box.minX - reach, box.minY - reach, box.maxX + reach, box.maxY + reach};
    Dashes dashes;
    double before = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double size = distanceBetween(line[i - 1], line[i]);
        const auto [first, last] = inside(line[i - 1], line[i], near);
        if (first <= last) {
            double start = std::floor((before + first * size) / period) * period - before;
            for (; start <= last * size; start += period) {
                double on = start;
                for (std::size_t k = 0; k < lengths.size(); k += 2) {
                    const double from = std::max(on, 0.0), to = std::min(on + lengths[k], size);
                    if (from <= to && (from < to || lengths[k] == 0))
                        dashes.add(line[i - 1], line[i], size, from, to, before);
                    on += lengths[k] + lengths[k + 1];
                }
            }
        }
        before += size;
    }
    return dashes.lines;
}

} // namespace surplace::render
