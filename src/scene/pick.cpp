#include "scene/composer.hpp"
#include <cmath>
#include <unordered_set>

namespace surplace::scene {

namespace {

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

struct Hit {
    int layer = 0; ///< marks before lines
    double distance = 0;
    const std::vector<std::uint32_t>* events = nullptr;
    std::uint32_t single = 0;
};

} // namespace

std::vector<std::uint32_t> Composer::pick(const Scene& scene, geo::ScreenPoint at, double tolerancePixels) {
    std::vector<Hit> hits;
    for (const auto& target : scene.targets) {
        if (!target.line.empty()) {
            const double distance = distanceToLine(at, target.line);
            if (distance <= tolerancePixels)
                hits.push_back({1, distance, &target.events, 0});
            continue;
        }
        const double distance = std::hypot(at.x - target.at.x, at.y - target.at.y);
        if (distance <= target.radiusPixels + tolerancePixels)
            hits.push_back({0, distance, &target.events, 0});
    }
    for (std::size_t i = 0; i < scene.markEvents.size() && i < scene.map.marks.size(); ++i) {
        const Mark& mark = scene.map.marks[i];
        if (scene.markEvents[i] == std::numeric_limits<std::uint32_t>::max())
            continue;
        const double distance = std::hypot(at.x - mark.x, at.y - mark.y);
        if (distance <= mark.radiusPixels + tolerancePixels)
            hits.push_back({0, distance, nullptr, scene.markEvents[i]});
    }
    std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
        return std::pair(a.layer, a.distance) < std::pair(b.layer, b.distance);
    });
    std::vector<std::uint32_t> events;
    std::unordered_set<std::uint32_t> seen;
    for (const auto& hit : hits) {
        if (hit.events == nullptr && seen.insert(hit.single).second)
            events.push_back(hit.single);
        if (hit.events != nullptr)
            for (const auto event : *hit.events)
                if (seen.insert(event).second)
                    events.push_back(event);
    }
    return events;
}

} // namespace surplace::scene
