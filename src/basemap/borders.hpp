#pragma once
#include "basemap/basemap.hpp"
#include <functional>
#include <optional>

namespace surplace::basemap {

/// The edges that two areas share, vertex by vertex, joined to lines. `kindOf` says what a line between two
/// codes is, or nothing to leave it out. Coasts and the edges of the data's frame belong to one area only and
/// never come out.
std::vector<Line>
bordersBetween(const std::vector<Area>& areas,
               const std::function<std::optional<LineKind>(const Area&, const Area&)>& kindOf);

} // namespace surplace::basemap
