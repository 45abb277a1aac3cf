#pragma once
#include "scene/casebook_index.hpp"
#include "scene/projected_basemap.hpp"
#include <deque>

namespace surplace::scene {

/// With more places in view than this, marks are neither moved apart nor numbered one by one.
inline constexpr std::size_t arrangeableGroups = 240;

/// The half octave of a scale; marks join within about 36 pixels.
int halfOctaveOf(double metersPerPixel);
/// No place stands farther than this from the one that it has joined.
inline constexpr double farthestJoinedPixels = 54;

/// Places of one country that cannot be told apart at a scale stand together at the one with the most events.
/// It depends on the casebook and the scale only, by half octaves, so that nothing regroups while time moves
/// or the map is dragged. The groups of a half octave are those of the next closer one joined: coming closer,
/// a group only ever splits.
class PlaceClusters {
public:
    PlaceClusters(const model::Casebook& casebook, const CasebookIndex& index, geo::ProjectedLine points);

    /// For each place the place at which its events stand. Stays valid; the first call for a scale makes all
    /// closer ones too.
    const std::vector<std::uint32_t>& at(int halfOctave);

private:
    void addLevel();

    geo::ProjectedLine _points;
    std::vector<std::uint32_t> _country; ///< a number for each place's country
    std::vector<std::uint32_t> _leaders; ///< of the last level, most events first
    std::vector<double> _extent;         ///< by place: of what a leader has joined, the farthest, in metres
    std::deque<std::vector<std::uint32_t>> _levels; ///< from the closest scale at which places join
};

} // namespace surplace::scene
