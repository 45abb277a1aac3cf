#include "scene/route_lanes.hpp"
#include <algorithm>
#include <cmath>
#include <ranges>

namespace surplace::scene {

namespace {

/// A plain arc's bulge as a part of its length; it leaves its chord at about four times that, in radians.
constexpr double plainPart = 0.11;

struct Vector {
    double x = 0, y = 0;
};
Vector between(geo::ProjectedPoint a, geo::ProjectedPoint b) {
    return {b.x - a.x, b.y - a.y};
}
double cross(Vector a, Vector b) {
    return a.x * b.y - a.y * b.x;
}
double dot(Vector a, Vector b) {
    return a.x * b.x + a.y * b.y;
}
/// How far b is turned to the left of a, in radians.
double turn(Vector a, Vector b) {
    return std::atan2(cross(a, b), dot(a, b));
}

/// An outer line swings out at most so much farther than its place asks for; beyond it the two cross, which
/// is plainer than a long way round. Radians.
constexpr double mostDetour = 0.15;

constexpr double leastBulge = 4; ///< pixels: the way there and the way back stay two lines
/// An arc leaves its chord at so much more than a plain one at most, in radians: it would be a balloon.
constexpr double mostTurnedOut = 0.5, turnedOutFreely = 0.4;

/// At what angle an arc leaves its chord, in radians.
double angleOf(double bulge, double length) {
    return std::atan(4 * bulge / length);
}
double bulgeOf(double angle, double length) {
    return std::tan(std::min(angle, 1.5)) * length / 4;
}

bool isSame(geo::ProjectedPoint a, geo::ProjectedPoint b) {
    return a.x == b.x && a.y == b.y;
}

} // namespace

double plainBulge(double lengthPixels) {
    return std::clamp(lengthPixels * plainPart, 5.0, 110.0);
}

double sharedEndPixels(double lengthA, double lengthB) {
    return std::clamp(0.25 * std::min(lengthA, lengthB), 16.0, 90.0);
}

double laneGapPixels(double widthA, double widthB) {
    return 0.75 * (widthA + widthB) + 1.5;
}

std::vector<geo::ScreenPoint> arcPoints(geo::ScreenPoint from, geo::ScreenPoint to, double bulge,
                                        int samples) {
    const double dx = to.x - from.x, dy = to.y - from.y;
    const double length = std::max(std::hypot(dx, dy), 1e-9);
    std::vector<geo::ScreenPoint> points;
    points.reserve(static_cast<std::size_t>(samples) + 1);
    for (int i = 0; i <= samples; ++i) {
        const double t = static_cast<double>(i) / samples;
        const double off = 4 * bulge * t * (1 - t) / length;
        points.push_back({from.x + dx * t + dy * off, from.y + dy * t - dx * off});
    }
    return points;
}

Lanes::Lanes(std::vector<Chord> chords) : _chords(std::move(chords)) {
    for (std::uint32_t a = 0; a < _chords.size(); ++a)
        for (std::uint32_t b = a + 1; b < _chords.size(); ++b)
            compare(a, b);
    bringIntoOneOrder();
}

double Lanes::lengthOf(std::uint32_t chord) const {
    const auto way = between(_chords[chord].from, _chords[chord].to);
    return std::hypot(way.x, way.y);
}

void Lanes::compare(std::uint32_t a, std::uint32_t b) {
    if (!(lengthOf(a) > 0) || !(lengthOf(b) > 0))
        return;
    const bool sharesFrom = isSame(_chords[a].from, _chords[b].from),
               sharesTo = isSame(_chords[a].to, _chords[b].to);
    if (sharesFrom && sharesTo)
        _beside.push_back({a, b});
    else if (sharesFrom || sharesTo)
        addAtSharedEnd(a, b, sharesTo);
    else
        addParallel(a, b);
}

void Lanes::addAtSharedEnd(std::uint32_t a, std::uint32_t b, bool isDestination) {
    constexpr double widestTurn = 0.9;
    const bool isInOrder = lengthOf(a) <= lengthOf(b);
    const std::uint32_t nearer = isInOrder ? a : b, farther = isInOrder ? b : a;
    const auto outwards = [&](std::uint32_t chord) {
        if (!isDestination)
            return between(_chords[chord].from, _chords[chord].to);
        // Seen from their common destination in a mirror, arcs bulge to the left again.
        const auto way = between(_chords[chord].to, _chords[chord].from);
        return Vector{way.x, -way.y};
    };
    const double leftOfNearer = turn(outwards(nearer), outwards(farther));
    if (std::abs(leftOfNearer) > widestTurn)
        return;
    // Where the nearer end lies, along and beside the farther one's chord, against that one's plain arc.
    const double length = lengthOf(farther), along = lengthOf(nearer) * std::cos(leftOfNearer),
                 beside = -lengthOf(nearer) * std::sin(leftOfNearer);
    const bool isOutside = beside > 4 * plainPart * along * (1 - along / length);
    if (isOutside)
        _beside.push_back({farther, nearer, true, -leftOfNearer, 0});
    else if (leftOfNearer > -mostDetour)
        _beside.push_back({nearer, farther, true, leftOfNearer, 0});
}

void Lanes::addParallel(std::uint32_t a, std::uint32_t b) {
    constexpr double widestTurn = 0.35, farthest = 0.15; // of the length
    const auto wayA = between(_chords[a].from, _chords[a].to), wayB = between(_chords[b].from, _chords[b].to);
    if (std::abs(turn(wayA, wayB)) > widestTurn)
        return;
    const geo::ProjectedPoint middleB{(_chords[b].from.x + _chords[b].to.x) / 2,
                                      (_chords[b].from.y + _chords[b].to.y) / 2};
    const auto toMiddle = between(_chords[a].from, middleB);
    const double part = dot(wayA, toMiddle) / dot(wayA, wayA);
    const double ratio = lengthOf(b) / lengthOf(a);
    const double apart = cross(wayA, toMiddle) / lengthOf(a);
    if (part < 0.3 || part > 0.7 || ratio < 0.7 || ratio > 1.4 || std::abs(apart) > farthest * lengthOf(a))
        return;
    if (apart >= 0)
        _beside.push_back({a, b, false, 0, apart});
    else
        _beside.push_back({b, a, false, 0, -apart});
}

namespace {

/// Who lies outside whom, also by way of others: never in a circle.
class Order {
public:
    explicit Order(std::size_t lines) : _outside(lines, std::vector<bool>(lines, false)) {}
    bool isOutside(std::uint32_t line, std::uint32_t of) const { return _outside[of][line]; }
    void add(std::uint32_t inner, std::uint32_t outer) {
        if (isOutside(outer, inner))
            return;
        for (std::uint32_t line = 0; line < _outside.size(); ++line)
            if (line == inner || isOutside(inner, line)) {
                _outside[line][outer] = true;
                for (std::uint32_t other = 0; other < _outside.size(); ++other)
                    if (isOutside(other, outer))
                        _outside[line][other] = true;
            }
    }
    /// How many lie outside: the fewer, the farther out.
    long countOutside(std::uint32_t line) const { return std::ranges::count(_outside[line], true); }

private:
    std::vector<std::vector<bool>> _outside; ///< by line, then by the other
};

} // namespace

/// What pairs say of each other can go round in a circle: then the nearest pairs have their way.
void Lanes::bringIntoOneOrder() {
    const auto distance = [](const Beside& pair) {
        return pair.sharesEnd ? std::abs(pair.angle) : 10 + pair.apartMeters;
    };
    std::stable_sort(_beside.begin(), _beside.end(),
                     [&](const Beside& a, const Beside& b) { return distance(a) < distance(b); });
    Order order(_chords.size());
    std::vector<Beside> kept;
    for (Beside pair : _beside) {
        if (order.isOutside(pair.inner, pair.outer)) {
            if (!pair.sharesEnd || pair.angle > mostDetour)
                continue;
            std::swap(pair.inner, pair.outer);
            pair.angle = -pair.angle;
        }
        order.add(pair.inner, pair.outer);
        kept.push_back(pair);
    }
    std::vector<long> outside;
    for (std::uint32_t line = 0; line < _chords.size(); ++line)
        outside.push_back(order.countOutside(line));
    std::stable_sort(kept.begin(), kept.end(),
                     [&](const Beside& a, const Beside& b) { return outside[a.inner] > outside[b.inner]; });
    _beside = std::move(kept);
}

std::vector<double> Lanes::anglesAt(double metersPerPixel, const std::vector<double>& lengths,
                                    const std::vector<double>& closeness) const {
    std::vector<double> angles(lengths.size());
    for (std::size_t i = 0; i < lengths.size(); ++i)
        angles[i] = angleOf(plainBulge(lengths[i]), lengths[i]);
    // From the inside outwards each line is turned out by its inner ones; lines shorter than their marks and
    // heads are nobody's neighbour.
    for (const auto& [inner, outer, sharesEnd, angle, apartMeters] : _beside) {
        const double gap = laneGapPixels(_chords[inner].widthPixels, _chords[outer].widthPixels) *
                           closeness[outer] *
                           std::clamp((std::min(lengths[inner], lengths[outer]) - 20) / 30, 0.0, 1.0);
        double least = 0;
        if (sharesEnd) {
            const double shorter = std::min(lengths[inner], lengths[outer]);
            const double end = sharedEndPixels(lengths[inner], lengths[outer]);
            least = angles[inner] + gap / (end * std::max(1 - end / shorter, 0.4)) - angle;
        } else {
            const double bulge = bulgeOf(angles[inner], lengths[inner]) + gap - apartMeters / metersPerPixel;
            least = angleOf(bulge, lengths[outer]);
        }
        angles[outer] = std::max(angles[outer], least);
    }
    return angles;
}

std::vector<double> Lanes::bulges(double metersPerPixel) const {
    const std::size_t count = _chords.size();
    std::vector<double> lengths(count), plain(count), room(count), angles, turned(count), closeness(count, 1);
    for (std::uint32_t i = 0; i < count; ++i) {
        lengths[i] = std::max(lengthOf(i) / metersPerPixel, 1e-6);
        plain[i] = angleOf(plainBulge(lengths[i]), lengths[i]);
        room[i] = std::max(0.0, plain[i] - angleOf(leastBulge, lengths[i]));
    }
    // Where the outermost has far to go, all inside it turn back with it.
    const auto back = [&](std::uint32_t i) { return std::clamp(turned[i] - turnedOutFreely, 0.0, room[i]); };
    constexpr int rounds = 4;
    for (int round = 0; round < rounds; ++round) {
        angles = anglesAt(metersPerPixel, lengths, closeness);
        for (std::uint32_t i = 0; i < count; ++i)
            turned[i] = angles[i] - plain[i];
        for (const auto& pair : std::views::reverse(_beside))
            turned[pair.inner] = std::max(turned[pair.inner], turned[pair.outer]);
        // Closer to each other where even so the outermost would swing out too far.
        for (std::uint32_t i = 0; i < count; ++i)
            if (turned[i] - back(i) > mostTurnedOut)
                closeness[i] *= (mostTurnedOut + back(i)) / turned[i];
    }
    std::vector<double> bulges(count);
    for (std::uint32_t i = 0; i < count; ++i)
        bulges[i] = bulgeOf(std::min(angles[i] - back(i), plain[i] + mostTurnedOut), lengths[i]);
    return bulges;
}

} // namespace surplace::scene
