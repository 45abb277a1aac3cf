#pragma once
#include "basemap/basemap.hpp"
#include "scene/palette.hpp"
#include "scene/scene.hpp"

namespace surplace::scene {

/// A relief as a picture: hypsometric tint with a soft hillshade, lit from the north-west. Opaque everywhere;
/// the sea is drawn over it.
struct ShadedRelief {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;
};
/// `magnification` pixels per cell and side: the grid is smoothed by cubic B-splines, so that its cells do
/// not show.
ShadedRelief shade(const basemap::Relief& relief, int magnification, const Palette& palette);

} // namespace surplace::scene
