#include "scene/clusters.hpp"
#include "scene/frame.hpp"
#include <cmath>
#include <numbers>

/// Where marks stand and how large they are: one for the events of one kind, assertion and presence at a
/// place; the marks of a place stand around it, and places that would cover each other step aside.
namespace surplace::scene {

namespace {

constexpr float smallest = 7, largest = 17;
/// From so many people on a mark does not grow: the largest counted event of the bundled casebook.
constexpr double peopleAtLargest = 600;

void size(Symbol& symbol) {
    const MarkSize size = markSizeFor(symbol.lower, symbol.upper, symbol.count);
    symbol.radius = size.radius;
    symbol.outerRadius = size.outerRadius;
}

float reach(const Symbol& symbol) {
    return std::max(symbol.radius, std::abs(symbol.outerRadius));
}

/// The smallest ring on which circles of these radii stand side by side without touching: the wedge that each
/// fills, seen from the middle, adds up to the full turn.
double ringRadius(std::span<const Symbol> symbols) {
    constexpr double gap = 0.8;
    double low = 0;
    for (const auto& symbol : symbols)
        low = std::max(low, reach(symbol) + gap);
    double high = low;
    const auto turn = [&](double radius) {
        double sum = 0;
        for (const auto& symbol : symbols)
            sum += 2 * std::asin(std::min(1.0, (reach(symbol) + gap) / radius));
        return sum;
    };
    while (turn(high) > 2 * std::numbers::pi)
        high *= 1.5;
    for (int i = 0; i < 24; ++i) {
        const double middle = (low + high) / 2;
        (turn(middle) > 2 * std::numbers::pi ? low : high) = middle;
    }
    return high;
}

void arrangeAround(PlaceGroup& group, std::span<Symbol> symbols) {
    if (symbols.size() == 1) {
        group.radius = reach(symbols[0]);
        return;
    }
    const double ring = ringRadius(symbols);
    double angle = -std::numbers::pi; // the first to the left, on through the top
    double slack = 2 * std::numbers::pi;
    for (const auto& symbol : symbols)
        slack -= 2 * std::asin(std::min(1.0, (reach(symbol) + 0.8) / ring));
    slack /= static_cast<double>(symbols.size());
    angle -= std::asin(std::min(1.0, (reach(symbols[0]) + 0.8) / ring));
    for (auto& symbol : symbols) {
        const double half = std::asin(std::min(1.0, (reach(symbol) + 0.8) / ring));
        angle += half;
        symbol.dx = static_cast<float>(ring * std::cos(angle));
        symbol.dy = static_cast<float>(ring * std::sin(angle));
        angle += half + slack;
        group.radius = std::max(group.radius, static_cast<float>(ring) + reach(symbol));
    }
}

/// A circle that a mark or a group of marks needs; a crossing's stays where it is.
struct Disc {
    geo::ScreenPoint anchor, center;
    double radius = 0;
    bool isFixed = false;
};

void push(Disc& a, Disc& b, double angleWhenEqual) {
    const double least = a.radius + b.radius + 1.5;
    double dx = b.center.x - a.center.x, dy = b.center.y - a.center.y;
    if (std::abs(dx) >= least || std::abs(dy) >= least || (a.isFixed && b.isFixed))
        return;
    double distance = std::hypot(dx, dy);
    if (distance >= least)
        return;
    if (distance < 1e-6) { // two places on one spot
        dx = std::cos(angleWhenEqual);
        dy = std::sin(angleWhenEqual);
        distance = 1;
    }
    const double share =
        (a.isFixed || b.isFixed ? 1.0 : 0.5) * (least - std::min(distance, least)) / distance;
    if (!a.isFixed)
        a.center = {a.center.x - dx * share, a.center.y - dy * share};
    if (!b.isFixed)
        b.center = {b.center.x + dx * share, b.center.y + dy * share};
}

/// Moves groups apart that would cover each other or a crossing, each held to its place by a spring. Depends
/// on differences of positions only, so that a moved map moves the marks with it. A town beside its crossing
/// so steps back on to its own bank.
void separate(Frame& frame) {
    if (frame.groups.size() > arrangeableGroups)
        return;
    constexpr int rounds = 48, roundsWithoutSpring = 8;
    constexpr double farthest = 46;
    std::vector<Disc> discs;
    for (const auto& group : frame.groups)
        discs.push_back({group.anchor, group.center, group.radius, false});
    for (const auto& crossing : frame.crossings)
        discs.push_back({crossing.at, crossing.at, crossingReach(frame.view.camera), true});
    // Discs that start this far apart do not meet: none is pushed so far.
    constexpr double neverMet = 240;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> near;
    for (std::uint32_t i = 0; i < discs.size(); ++i)
        for (std::uint32_t k = i + 1; k < discs.size(); ++k)
            if (std::abs(discs[i].anchor.x - discs[k].anchor.x) < neverMet &&
                std::abs(discs[i].anchor.y - discs[k].anchor.y) < neverMet &&
                !(discs[i].isFixed && discs[k].isFixed))
                near.emplace_back(i, k);
    for (int round = 0; round < rounds; ++round) {
        for (const auto& [i, k] : near)
            push(discs[i], discs[k], (i * 7.0 + k) * 2.4);
        if (round + roundsWithoutSpring < rounds)
            for (auto& disc : discs) {
                disc.center.x += (disc.anchor.x - disc.center.x) * 0.08;
                disc.center.y += (disc.anchor.y - disc.center.y) * 0.08;
            }
    }
    for (std::size_t i = 0; i < frame.groups.size(); ++i) {
        const double dx = discs[i].center.x - discs[i].anchor.x, dy = discs[i].center.y - discs[i].anchor.y;
        const double part = std::min(1.0, farthest / std::max(std::hypot(dx, dy), 1e-9));
        PlaceGroup& group = frame.groups[i];
        group.center = {discs[i].anchor.x + dx * part, discs[i].anchor.y + dy * part};
        // What is in view is not pushed out of it.
        if (group.inView)
            group.center = {std::clamp(group.center.x, frame.seen.minX, frame.seen.maxX),
                            std::clamp(group.center.y, frame.seen.minY, frame.seen.maxY)};
    }
}

/// With more marks in view than this, places with several kinds of report show one disc each.
constexpr std::size_t mostMarks = 320;

void sumWhereCrowded(Frame& frame) {
    std::size_t marks = 0;
    for (const auto& group : frame.groups)
        marks += group.inView ? group.symbolCount : 0;
    if (marks <= mostMarks)
        return;
    for (auto& group : frame.groups)
        if (group.symbolCount > 1) {
            group.isSummed = true;
            group.radius = 7 + 2.6F * static_cast<float>(std::log10(group.count));
        }
}

} // namespace

float markRadius(std::int64_t people) {
    if (people <= 0)
        return smallest;
    const double part = std::sqrt(std::min(static_cast<double>(people), peopleAtLargest) / peopleAtLargest);
    return smallest + (largest - smallest) * static_cast<float>(part);
}

MarkSize markSizeFor(std::int64_t lower, std::int64_t upper, std::uint32_t reports) {
    MarkSize size{markRadius(lower), 0};
    if (reports > 1)
        size.radius = std::max(size.radius, 9.0F); // room for the number inside
    if (lower >= 0 && upper < 0)
        size.outerRadius = -(size.radius + 3.5F);
    else if (upper > std::max<std::int64_t>(lower, 0))
        size.outerRadius = std::max(markRadius(upper), size.radius + 2);
    return size;
}

void arrangeMarks(Frame& frame) {
    sumWhereCrowded(frame);
    for (auto& group : frame.groups) {
        if (group.isSummed)
            continue;
        std::span<Symbol> symbols(frame.symbols.data() + group.firstSymbol, group.symbolCount);
        for (auto& symbol : symbols)
            size(symbol);
        arrangeAround(group, symbols);
    }
    separate(frame);
}

} // namespace surplace::scene
