#pragma once
#include "scene/casebook_index.hpp"
#include "scene/projected_basemap.hpp"

namespace surplace::scene {

/// With more places in view than this, marks are neither moved apart nor numbered one by one.
inline constexpr std::size_t arrangeableGroups = 240;

/// Places of one country that cannot be told apart at a scale stand together at the one with the most events:
/// for each place the place at which its events stand. It depends on the casebook and the scale only, by half
/// octaves, so that nothing regroups while time moves or the map is dragged.
std::vector<std::uint32_t> clusterPlaces(const model::Casebook& casebook, const CasebookIndex& index,
                                         const geo::ProjectedLine& points, int halfOctave);
/// The half octave of a scale; marks join within about 36 pixels.
int halfOctaveOf(double metersPerPixel);

} // namespace surplace::scene
