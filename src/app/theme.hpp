#pragma once
#include "scene/map_style.hpp"
#include <cstdint>

namespace surplace::app {

/// A colour as ImGui packs it: red in the lowest byte, opacity in the highest.
using PackedColor = std::uint32_t;
constexpr PackedColor packed(unsigned red, unsigned green, unsigned blue, unsigned opacity = 255) {
    return (opacity << 24U) | (blue << 16U) | (green << 8U) | red;
}

/// The colours of the window's panels, all of them. The values here are those of the light theme; the test
/// beside it holds every pair of words and ground to WCAG's contrast.
struct Theme {
    PackedColor card = packed(253, 252, 249, 250);
    PackedColor popup = packed(255, 254, 252); ///< menus, hints and dialogs
    PackedColor line = packed(222, 220, 213);
    PackedColor frame = packed(222, 220, 213, 0); ///< around fields and buttons with words
    PackedColor hover = packed(32, 36, 42, 18);
    PackedColor pressed = packed(32, 36, 42, 34);
    PackedColor field = packed(240, 239, 233);
    PackedColor fieldHover = packed(230, 229, 222);
    PackedColor ink = packed(32, 36, 42);
    PackedColor inkSoft = packed(88, 94, 102);
    PackedColor accent = packed(22, 92, 125);
    PackedColor accentHover = packed(18, 78, 107);
    PackedColor accentPressed = packed(14, 64, 90);
    PackedColor accentSoft = packed(22, 92, 125, 30); ///< under what is chosen
    PackedColor accentLine = packed(22, 92, 125, 110);
    PackedColor onAccent = packed(255, 255, 255);
    PackedColor error = packed(160, 62, 34);
    PackedColor quote = packed(52, 56, 64);
    PackedColor shadow = packed(40, 44, 52, 14);
    PackedColor dim = packed(40, 44, 52, 70); ///< over what is behind a dialog
    PackedColor grab = packed(32, 36, 42, 110);
    PackedColor focus = packed(0, 72, 186); ///< the ring around what has the keyboard, and the rim beneath it
    PackedColor focusRim = packed(255, 255, 255);
    double borderPixels = 1;
    scene::MapStyle symbols = scene::MapStyle::light; ///< whose colours of kinds stand out here
};

/// The panels go with the map: light ones on a light map, dark ones on a dark map.
const Theme& themeFor(scene::MapStyle style);

} // namespace surplace::app
