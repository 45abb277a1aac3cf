#pragma once
#include "model/edtf.hpp"
#include "scene/frame.hpp"
#include <span>
#include <string>
#include <vector>

namespace surplace::scene {

/// Up to so many events stand one by one; of more, one mark for each kind, assertion and presence.
inline constexpr std::size_t mostSpread = 60;
/// Up to so many marks stand on one circle, where there is room for it.
inline constexpr std::size_t mostOnCircle = 24;

/// Places circles of these radii around the origin so that none touches another, in their order: clockwise
/// from the top.
std::vector<geo::ScreenPoint> onCircle(std::span<const float> radii);
/// Likewise outwards along a spiral, which takes less room.
std::vector<geo::ScreenPoint> onSpiral(std::span<const float> radii);

/// The middle of a box of this size that lies in `room`, off all obstacles and nearest to what is wanted;
/// empty where there is no such room.
std::optional<geo::ScreenPoint> freeMiddle(geo::ScreenPoint wanted, double width, double height,
                                           const geo::ScreenBox& room,
                                           std::span<const geo::ScreenBox> obstacles);

/// What lies over the map: panels, small maps, scale and north.
std::vector<geo::ScreenBox> furnitureBoxes(const Frame& frame);

/// A date as short as it can be said: "25 Jun 2017", "11–20 Mar 2017", "about Jun 2017", "2010–2019",
/// "from Jul 2017", "no date".
std::string briefDate(const model::Edtf& date);

} // namespace surplace::scene
