#include "scene/stops.hpp"
#include <algorithm>
#include <limits>

namespace surplace::scene {

std::vector<Stop> stopsOf(const Scene& scene) {
    std::vector<Stop> stops;
    for (const Target& target : scene.targets) {
        const bool isStop = scene.opened ? target.kind == TargetKind::spread
                                         : target.kind != TargetKind::symbol &&
                                               target.kind != TargetKind::leg && !target.events.empty();
        if (isStop)
            stops.push_back({target.at, target.radiusPixels, &target, 0});
    }
    if (scene.opened)
        return stops;
    constexpr auto none = std::numeric_limits<std::uint32_t>::max();
    for (std::size_t i = 0; i < std::min(scene.markEvents.size(), scene.map.marks.size()); ++i)
        if (const Mark& mark = scene.map.marks[i]; scene.markEvents[i] != none)
            stops.push_back({{mark.x, mark.y}, mark.radiusPixels, nullptr, scene.markEvents[i]});
    std::ranges::stable_sort(stops, [](const Stop& a, const Stop& b) {
        return std::pair(a.at.x, a.at.y) < std::pair(b.at.x, b.at.y);
    });
    return stops;
}

} // namespace surplace::scene
