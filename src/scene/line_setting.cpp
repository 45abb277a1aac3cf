#include "scene/line_setting.hpp"
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace surplace::scene {

namespace {

// How high letters stand over the baseline and hang below it, in parts of their size.
constexpr double ascent = 0.80, descent = 0.24;

geo::ScreenBox boxOf(const text::ClusterSpot& spot, double width, double size) {
    geo::ScreenBox box;
    const double cosine = std::cos(spot.angleRadians), sine = std::sin(spot.angleRadians);
    for (const double u : {-width / 2, width / 2})
        for (const double v : {-ascent * size, descent * size})
            box.add(spot.x + u * cosine - v * sine, spot.y + u * sine + v * cosine);
    return box;
}

/// The solution of four linear equations, by elimination with pivots.
std::array<double, 4> solved(std::array<std::array<double, 5>, 4> rows) {
    for (std::size_t i = 0; i < 4; ++i) {
        std::size_t pivot = i;
        for (std::size_t k = i + 1; k < 4; ++k)
            if (std::abs(rows[k][i]) > std::abs(rows[pivot][i]))
                pivot = k;
        std::swap(rows[i], rows[pivot]);
        if (std::abs(rows[i][i]) < 1e-12)
            return {};
        for (std::size_t k = 0; k < 4; ++k)
            if (k != i)
                for (std::size_t c = 5; c-- > i;)
                    rows[k][c] -= rows[i][c] * rows[k][i] / rows[i][i];
    }
    std::array<double, 4> result{};
    for (std::size_t i = 0; i < 4; ++i)
        result[i] = rows[i][4] / rows[i][i];
    return result;
}

struct Stretch {
    double from = 0, to = 0;
};
/// The stretch about a spot whose ends are as far apart as the name is wide.
std::optional<Stretch> stretchAbout(const Course& course, double along, double width) {
    constexpr double longest = 1.7; // times the width: a course that winds more cannot carry a name
    for (double half = width / 2; half <= width / 2 * longest; half += width / 24) {
        const Stretch stretch{along - half, along + half};
        if (stretch.from < 0 || stretch.to > course.length())
            return std::nullopt;
        const auto a = course.at(stretch.from), b = course.at(stretch.to);
        if (std::hypot(b.x - a.x, b.y - a.y) >= width)
            return stretch;
    }
    return std::nullopt;
}

} // namespace

void move(LineSetting& setting, double dx, double dy) {
    for (LineRow& row : setting) {
        for (auto& spot : row.spots) {
            spot.x += dx;
            spot.y += dy;
        }
        for (auto& box : row.boxes)
            box = {box.minX + dx, box.minY + dy, box.maxX + dx, box.maxY + dy};
    }
}

double Baseline::v(double u) const {
    const double t = u / halfLength;
    return coefficients[0] + t * (coefficients[1] + t * (coefficients[2] + t * coefficients[3]));
}

double Baseline::slope(double u) const {
    const double t = u / halfLength;
    return (coefficients[1] + t * (2 * coefficients[2] + t * 3 * coefficients[3])) / halfLength;
}

double Baseline::turning() const {
    double least = 10, most = -10;
    for (int i = -8; i <= 8; ++i) {
        const double angle = std::atan(slope(halfLength * i / 8));
        least = std::min(least, angle);
        most = std::max(most, angle);
    }
    return most - least;
}

std::optional<Baseline> baselineOn(const Course& course, double along, double width, double sizePixels) {
    const auto stretch = stretchAbout(course, along, width);
    if (!stretch)
        return std::nullopt;
    auto a = course.at(stretch->from), b = course.at(stretch->to);
    // Names are read from left to right; on a line that runs straight up, upwards.
    if (b.x < a.x - 1e-6 || (std::abs(b.x - a.x) <= 1e-6 && b.y > a.y))
        std::swap(a, b);
    const double chord = std::hypot(b.x - a.x, b.y - a.y);
    Baseline line;
    line.middle = {(a.x + b.x) / 2, (a.y + b.y) / 2};
    line.direction = {(b.x - a.x) / chord, (b.y - a.y) / chord};
    line.halfLength = chord / 2;
    std::vector<std::pair<double, double>> samples;
    constexpr double step = 2;
    for (double at = stretch->from; at <= stretch->to; at += step) {
        const auto p = course.at(at);
        const double dx = p.x - line.middle.x, dy = p.y - line.middle.y;
        samples.emplace_back(dx * line.direction.x + dy * line.direction.y,
                             dy * line.direction.x - dx * line.direction.y);
    }
    std::array<std::array<double, 5>, 4> rows{};
    for (const auto& [u, v] : samples) {
        const double t = u / line.halfLength;
        const std::array<double, 4> powers{1, t, t * t, t * t * t};
        for (std::size_t i = 0; i < 4; ++i) {
            for (std::size_t k = 0; k < 4; ++k)
                rows[i][k] += powers[i] * powers[k];
            rows[i][4] += powers[i] * v;
        }
    }
    const auto fitted = solved(rows);
    std::copy(fitted.begin(), fitted.end(), line.coefficients);
    for (const auto& [u, v] : samples)
        if (std::abs(u) <= line.halfLength) {
            line.above = std::max(line.above, line.v(u) - v);
            line.below = std::max(line.below, v - line.v(u));
        }
    // Letters stand apart where the line bends away under them and run together where it bends towards them.
    constexpr double mostTurning = 1.25, leastRadius = 3.6;
    for (int i = -8; i <= 8; ++i) {
        const double t = i / 8.0, s = line.slope(t * line.halfLength);
        const double second =
            (2 * line.coefficients[2] + 6 * t * line.coefficients[3]) / (line.halfLength * line.halfLength);
        if (std::abs(second) / std::pow(1 + s * s, 1.5) * leastRadius * sizePixels > 1)
            return std::nullopt;
    }
    return line.turning() > mostTurning ? std::nullopt : std::optional(line);
}

namespace {

/// Clusters at equal steps of their advances along a curve given by its length from the middle.
template <class Curve>
LineRow setAlong(const LabelLine& line, TextMeasure& measure, const Curve& curve) {
    LineRow row{line, {}, {}};
    const auto& clusters = measure.clusters(line.text, line.style);
    if (clusters.empty())
        return row;
    const double width = clusters.back().x + clusters.back().width - line.style.letterSpacingPixels;
    for (const auto& cluster : clusters) {
        const double advance = cluster.width - line.style.letterSpacingPixels;
        // Letter spacing stands half before and half behind a letter; the row as a whole has none.
        row.spots.push_back(
            curve(cluster.x + cluster.width / 2 - (width + line.style.letterSpacingPixels) / 2));
        row.boxes.push_back(boxOf(row.spots.back(), advance, line.style.sizePixels));
    }
    return row;
}

} // namespace

LineRow setBeside(const Baseline& baseline, Side side, double gap, double inset, const LabelLine& line,
                  TextMeasure& measure) {
    const double size = line.style.sizePixels;
    const double away =
        side == Side::above ? -(baseline.above + gap + inset) : baseline.below + gap + inset + ascent * size;
    const double turn = std::atan2(baseline.direction.y, baseline.direction.x);
    return setAlong(line, measure, [&](double fromMiddle) {
        // Along the curve by small steps of u.
        double u = 0, gone = 0;
        const double direction = fromMiddle < 0 ? -1 : 1;
        constexpr double step = 0.5;
        while (gone < std::abs(fromMiddle)) {
            const double part = std::min(step, std::abs(fromMiddle) - gone);
            u += direction * part / std::hypot(1, baseline.slope(u));
            gone += part;
        }
        const double v = baseline.v(u) + away;
        return text::ClusterSpot{baseline.middle.x + u * baseline.direction.x - v * baseline.direction.y,
                                 baseline.middle.y + u * baseline.direction.y + v * baseline.direction.x,
                                 turn + std::atan(baseline.slope(u))};
    });
}

LineRow setOnArc(geo::ScreenPoint middle, double turnRadians, double bendRadians, double arcPixels,
                 double down, const LabelLine& line, TextMeasure& measure) {
    const double curvature = bendRadians / arcPixels;
    return setAlong(line, measure, [&](double fromMiddle) {
        const double angle = turnRadians + curvature * fromMiddle;
        // The chord from the middle of a circle's arc points half-way between the directions at its ends.
        const double half = turnRadians + curvature * fromMiddle / 2;
        const double turned = curvature * fromMiddle / 2;
        const double chord = std::abs(turned) < 1e-9 ? fromMiddle : fromMiddle * std::sin(turned) / turned;
        return text::ClusterSpot{middle.x + chord * std::cos(half) - down * std::sin(angle),
                                 middle.y + chord * std::sin(half) + down * std::cos(angle), angle};
    });
}

bool isClearOf(const LineSetting& setting, const Course& course) {
    geo::ScreenBox around;
    for (const LineRow& row : setting)
        for (const auto& box : row.boxes) {
            around.add(box.minX, box.minY);
            around.add(box.maxX, box.maxY);
        }
    for (const auto& point : course.points()) {
        if (!around.contains(point.x, point.y))
            continue;
        for (const LineRow& row : setting)
            for (const auto& box : row.boxes)
                if (box.contains(point.x, point.y))
                    return false;
    }
    return true;
}

} // namespace surplace::scene
