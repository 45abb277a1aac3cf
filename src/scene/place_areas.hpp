#pragma once
#include "basemap/basemap.hpp"
#include "model/place_words.hpp"
#include "scene/casebook_index.hpp"
#include <optional>

namespace surplace::scene {

using model::foldedName;

/// The area of a place known only so far; empty when the base map has no outline for it.
/// A province is found by country and name (its admin1, then its own names); a place of kind province that no
/// name finds is looked up by the province that its label position lies in. A region is the union of those
/// provinces of its country whose label point lies in its box and whose own box lies in it for at least four
/// fifths: so "northeastern China" is Liaoning, Jilin and Heilongjiang, without Inner Mongolia.
std::optional<AreaInfo> areaOf(const model::Place& place, Footing footing, const basemap::Basemap& basemap);

/// A point well inside an area: the middle of its widest horizontal section.
std::optional<geo::LonLat> innerPoint(const geo::LonLatRings& rings);

} // namespace surplace::scene
