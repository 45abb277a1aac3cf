#pragma once
#include "scene/scene.hpp"
#include <span>
#include <vector>

namespace surplace::scene {

/// Something on the map at which a walk with keys halts.
struct Stop {
    geo::ScreenPoint at;
    double radiusPixels = 0;
    const Target* target = nullptr; ///< of the scene; null for a mark without one
    std::uint32_t event = 0;        ///< of such a mark
    std::span<const std::uint32_t> events() const {
        return target != nullptr ? std::span<const std::uint32_t>(target->events) : std::span(&event, 1);
    }
    /// Whether it can be opened: several events at one place, or at places that stand together.
    bool isStack() const {
        return target != nullptr && target->kind == TargetKind::place && target->events.size() > 1;
    }
};

/// The stops of a scene, which they point into: the marks of the opened place in their order or, where none
/// is opened, places, areas, crossings and totals from west to east. Legs are none: their events stand at
/// places.
std::vector<Stop> stopsOf(const Scene& scene);

} // namespace surplace::scene
