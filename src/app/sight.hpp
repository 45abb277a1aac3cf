#pragma once
#include "geo/types.hpp"
#include <span>

namespace surplace::app {

/// By how much the map moves, in logical pixels, so that a point of it is seen: not at all while it lies in
/// the window and under none of the `covers`, otherwise as little as brings it into the `free` part. A point
/// outside the window comes to the middle.
geo::ScreenPoint moveIntoSight(geo::ScreenPoint point, const geo::ScreenBox& window,
                               const geo::ScreenBox& free, std::span<const geo::ScreenBox> covers);
/// Whether it lies in the window, under none of the covers.
bool isInSight(geo::ScreenPoint point, const geo::ScreenBox& window, std::span<const geo::ScreenBox> covers);

} // namespace surplace::app
