#include "render/line_points.hpp"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace surplace::render {
namespace {

double distanceBetween(const Vertex& a, const Vertex& b) { return std::hypot(b[0] - a[0], b[1] - a[1]); }

std::vector<Vertex> thinned(std::span<const Vertex> line, double spacing) {
    std::vector<Vertex> kept;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (!std::isfinite(line[i][0]) || !std::isfinite(line[i][1]))
            continue;
        const double away = kept.empty() ? 1 : distanceBetween(kept.back(), line[i]);
        if (kept.empty() || away > spacing)
            kept.push_back(line[i]);
        else if (i + 1 == line.size() && away > 0 && kept.size() > 1)
            kept.back() = line[i]; // the end stays where it is
    }
    return kept;
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

void appendLine(std::vector<LinePoint>& out, std::span<const Vertex> line, bool closed, Vertex origin, double spacing) {
    std::vector<Vertex> points = thinned(line, spacing);
    if (points.empty())
        return;
    if (closed && points.size() > 2 && distanceBetween(points.front(), points.back()) <= spacing)
        points.pop_back();
    closed = closed && points.size() > 2;
    const auto put = [&](const Vertex& at, double length) {
        out.push_back({static_cast<float>(at[0] - origin[0]), static_cast<float>(at[1] - origin[1]), static_cast<float>(length)});
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

std::vector<std::vector<Vertex>> dashed(std::span<const Vertex> line, std::span<const float> pattern, const geo::ScreenBox& box, double reach) {
    std::vector<double> lengths(pattern.begin(), pattern.end());
    if (lengths.size() % 2 != 0)
        lengths.insert(lengths.end(), pattern.begin(), pattern.end());
    const double period = std::accumulate(lengths.begin(), lengths.end(), 0.0);
    if (!(period > 0.5) || std::any_of(lengths.begin(), lengths.end(), [](double length) { return length < 0; }))
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
