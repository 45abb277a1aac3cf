#include "scene/route_lanes.hpp"
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace surplace::scene {

namespace {

constexpr int samples = 20;
using Points = std::array<geo::ScreenPoint, samples + 1>;

struct Arc {
    geo::ScreenPoint from, to;
    double length = 0, width = 0;
    Points points{};
    geo::ScreenBox box;
};

geo::ScreenPoint pointAt(geo::ScreenPoint from, geo::ScreenPoint to, double bulge, double length, double t) {
    const double along = 4 * bulge * t * (1 - t) / length;
    const double dx = to.x - from.x, dy = to.y - from.y;
    return {from.x + dx * t + dy * along, from.y + dy * t - dx * along};
}

Arc arcOf(const Chord& chord, double bulge) {
    Arc arc{chord.from,
            chord.to,
            std::hypot(chord.to.x - chord.from.x, chord.to.y - chord.from.y),
            chord.widthPixels,
            {},
            {}};
    double minX = std::numeric_limits<double>::infinity(), minY = minX, maxX = -minX, maxY = -minX;
    for (int i = 0; i <= samples; ++i) {
        const auto p =
            pointAt(arc.from, arc.to, bulge, std::max(arc.length, 1e-9), static_cast<double>(i) / samples);
        arc.points[static_cast<std::size_t>(i)] = p;
        minX = std::min(minX, p.x), maxX = std::max(maxX, p.x);
        minY = std::min(minY, p.y), maxY = std::max(maxY, p.y);
    }
    arc.box = {minX, minY, maxX, maxY};
    return arc;
}

bool isNear(geo::ScreenPoint a, geo::ScreenPoint b, double radius) {
    const double dx = a.x - b.x, dy = a.y - b.y;
    return dx * dx + dy * dy < radius * radius;
}

/// Whether a point lies where both lines end.
bool isAtSharedEnd(const Arc& a, const Arc& b, geo::ScreenPoint p, double radius) {
    return (isNear(p, a.from, radius) || isNear(p, a.to, radius)) &&
           (isNear(p, b.from, radius) || isNear(p, b.to, radius));
}

/// How much a piece of one line and a piece of another run along each other: 0 to 1. Lines that cross at an
/// angle do not.
double nearness(geo::ScreenPoint p, geo::ScreenPoint direction, geo::ScreenPoint a, geo::ScreenPoint b,
                double gap) {
    constexpr double leastCosine = 0.9; // 26 degrees
    const double dx = b.x - a.x, dy = b.y - a.y;
    const double length = std::hypot(dx, dy);
    if (length < 1e-9 || std::abs(dx * direction.x + dy * direction.y) < leastCosine * length)
        return 0;
    const double t =
        std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / (length * length), 0.0, 1.0);
    const double distance = std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
    return distance >= gap ? 0 : 1 - distance / gap;
}

/// Pixels along which `a` runs along `b` in less than a lane's gap, the closer the more.
double runsAlong(const Arc& a, const Arc& b) {
    const double gap = laneGapPixels(a.width, b.width);
    if (a.box.minX > b.box.maxX + gap || b.box.minX > a.box.maxX + gap || a.box.minY > b.box.maxY + gap ||
        b.box.minY > a.box.maxY + gap)
        return 0;
    const double radius = sharedEndPixels(a.length, b.length);
    double pixels = 0;
    for (std::size_t i = 0; i < samples; ++i) {
        const auto p = a.points[i], q = a.points[i + 1];
        const geo::ScreenPoint middle{(p.x + q.x) / 2, (p.y + q.y) / 2};
        const double piece = std::hypot(q.x - p.x, q.y - p.y);
        if (piece < 1e-9 || middle.x < b.box.minX - gap || middle.x > b.box.maxX + gap ||
            middle.y < b.box.minY - gap || middle.y > b.box.maxY + gap || isAtSharedEnd(a, b, middle, radius))
            continue;
        const geo::ScreenPoint direction{(q.x - p.x) / piece, (q.y - p.y) / piece};
        double nearest = 0;
        for (std::size_t k = 0; k < samples; ++k)
            nearest = std::max(nearest, nearness(middle, direction, b.points[k], b.points[k + 1], gap));
        pixels += nearest * piece;
    }
    return pixels;
}

/// What an arc costs beside those that are placed.
double costOf(const Arc& arc, const std::vector<Arc>& placed, std::size_t self) {
    double cost = 0;
    for (std::size_t other = 0; other < placed.size(); ++other)
        if (other != self && placed[other].length > 0)
            cost += runsAlong(arc, placed[other]) + runsAlong(placed[other], arc);
    return cost;
}

/// Lanes are tried outwards and inwards in turn, the nearest to the plain arc first.
double bestBulge(const Chord& chord, const std::vector<Arc>& placed, std::size_t self) {
    constexpr double step = 3.5, least = 4;
    constexpr int mostSteps = 90;
    const double length = std::hypot(chord.to.x - chord.from.x, chord.to.y - chord.from.y);
    const double plain = plainBulge(length), most = std::max(plain, 0.5 * length + 6);
    double best = plain, leastCost = std::numeric_limits<double>::infinity();
    for (int i = 0; i <= mostSteps; ++i) {
        const double bulge = plain + step * (i % 2 == 1 ? (i + 1) / 2 : -(i / 2)); // 0, 1, -1, 2, -2 ...
        if (bulge > most || bulge < least)
            continue;
        const double cost = costOf(arcOf(chord, bulge), placed, self);
        if (cost < leastCost - 0.5) {
            leastCost = cost;
            best = bulge;
        }
        if (cost <= 0)
            break;
    }
    return best;
}

} // namespace

double plainBulge(double lengthPixels) {
    return std::clamp(lengthPixels * 0.13, 5.0, 70.0);
}

double sharedEndPixels(double lengthA, double lengthB) {
    return std::clamp(0.25 * std::min(lengthA, lengthB), 16.0, 60.0);
}

double laneGapPixels(double widthA, double widthB) {
    return 1.5 * std::max(widthA, widthB) + 1;
}

std::vector<geo::ScreenPoint> arcPoints(geo::ScreenPoint from, geo::ScreenPoint to, double bulge,
                                        int samplesWanted) {
    const double length = std::max(std::hypot(to.x - from.x, to.y - from.y), 1e-9);
    std::vector<geo::ScreenPoint> points;
    points.reserve(static_cast<std::size_t>(samplesWanted) + 1);
    for (int i = 0; i <= samplesWanted; ++i)
        points.push_back(pointAt(from, to, bulge, length, static_cast<double>(i) / samplesWanted));
    return points;
}

std::vector<double> chooseBulges(std::span<const Chord> chords) {
    const auto lengthOf = [&](std::size_t i) {
        return std::hypot(chords[i].to.x - chords[i].from.x, chords[i].to.y - chords[i].from.y);
    };
    std::vector<std::size_t> order(chords.size());
    std::iota(order.begin(), order.end(), 0U);
    // The longer line goes round the shorter one.
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return lengthOf(a) < lengthOf(b); });
    std::vector<double> bulges(chords.size());
    for (std::size_t i = 0; i < chords.size(); ++i)
        bulges[i] = plainBulge(lengthOf(i));
    std::vector<Arc> placed(chords.size()); // of length 0: not placed yet
    constexpr int rounds = 2;               // the second mends what the first could not foresee
    for (int round = 0; round < rounds; ++round)
        for (const std::size_t i : order) {
            if (!(lengthOf(i) > 0))
                continue;
            if (round > 0 && costOf(placed[i], placed, i) <= 0)
                continue;
            bulges[i] = bestBulge(chords[i], placed, i);
            placed[i] = arcOf(chords[i], bulges[i]);
        }
    return bulges;
}

} // namespace surplace::scene
