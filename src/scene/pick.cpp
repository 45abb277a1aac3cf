#include "scene/composer.hpp"
#include <cmath>
#include <limits>

namespace surplace::scene {

namespace {

constexpr std::uint32_t noEvent = std::numeric_limits<std::uint32_t>::max();

double distanceToSegment(geo::ScreenPoint p, geo::ScreenPoint a, geo::ScreenPoint b) {
    const double dx = b.x - a.x, dy = b.y - a.y;
    const double squared = dx * dx + dy * dy;
    const double t = squared > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / squared, 0.0, 1.0) : 0;
    return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

double distanceToLine(geo::ScreenPoint p, const std::vector<geo::ScreenPoint>& line) {
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
        nearest = std::min(nearest, distanceToSegment(p, line[i], line[i + 1]));
    return nearest;
}

/// A target or a mark under the point.
struct Hit {
    int layer = 0; ///< an opened place's marks, then marks, then lines
    double distance = 0;
    const Target* target = nullptr;
    std::uint32_t event = noEvent; ///< of a mark without a target

    std::span<const std::uint32_t> events() const {
        return target != nullptr ? std::span<const std::uint32_t>(target->events) : std::span(&event, 1);
    }
    auto order() const { return std::pair(layer, distance); }
};

/// Of no target far away is more computed than two differences.
std::optional<Hit> hitOf(const Target& target, geo::ScreenPoint at, double tolerance) {
    const bool isLine = !target.line.empty();
    const double reach = isLine ? tolerance : target.radiusPixels + tolerance;
    if (!isLine && (std::abs(at.x - target.at.x) > reach || std::abs(at.y - target.at.y) > reach))
        return std::nullopt;
    const double distance =
        isLine ? distanceToLine(at, target.line) : std::hypot(at.x - target.at.x, at.y - target.at.y);
    if (distance > reach)
        return std::nullopt;
    return Hit{target.kind == TargetKind::spread ? 0 : isLine ? 2 : 1, distance, &target};
}

std::vector<Hit> hitsAt(const Scene& scene, geo::ScreenPoint at, double tolerance) {
    std::vector<Hit> hits;
    for (const Target& target : scene.targets)
        if (const auto hit = hitOf(target, at, tolerance))
            hits.push_back(*hit);
    const std::size_t marks = std::min(scene.markEvents.size(), scene.map.marks.size());
    for (std::size_t i = 0; i < marks; ++i) {
        const Mark& mark = scene.map.marks[i];
        const double reach = mark.radiusPixels + tolerance, dx = at.x - mark.x, dy = at.y - mark.y;
        if (scene.markEvents[i] != noEvent && dx * dx + dy * dy <= reach * reach)
            hits.push_back({1, std::hypot(dx, dy), nullptr, scene.markEvents[i]});
    }
    std::ranges::stable_sort(hits, {}, &Hit::order);
    return hits;
}

} // namespace

const Target* Composer::targetAt(const Scene& scene, geo::ScreenPoint at, double tolerancePixels) {
    for (const Hit& hit : hitsAt(scene, at, tolerancePixels))
        if (hit.target != nullptr)
            return hit.target;
    return nullptr;
}

std::vector<std::uint32_t> Composer::pick(const Scene& scene, geo::ScreenPoint at, double tolerancePixels) {
    const std::vector<Hit> hits = hitsAt(scene, at, tolerancePixels);
    if (hits.empty())
        return {};
    if (hits.size() == 1 || hits.front().layer == 0) {
        const auto events = hits.front().events();
        return {events.begin(), events.end()};
    }
    // A place's marks are targets of their own before the place itself: an event is met twice.
    std::uint32_t last = 0;
    for (const Hit& hit : hits)
        for (const std::uint32_t event : hit.events())
            last = std::max(last, event);
    std::vector<bool> isSeen(last + std::size_t{1}, false);
    std::vector<std::uint32_t> events;
    for (const Hit& hit : hits)
        for (const std::uint32_t event : hit.events())
            if (!isSeen[event]) {
                isSeen[event] = true;
                events.push_back(event);
            }
    return events;
}

} // namespace surplace::scene
