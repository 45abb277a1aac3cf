#pragma once
#include "app/font_atlas.hpp"
#include <imgui.h>

namespace surplace::app {

/// The colours of the window, as of the map under it.
namespace colors {
inline constexpr ImU32 card = IM_COL32(253, 252, 249, 250);
inline constexpr ImU32 line = IM_COL32(222, 220, 213, 255);
inline constexpr ImU32 hover = IM_COL32(32, 36, 42, 18);
inline constexpr ImU32 pressed = IM_COL32(32, 36, 42, 34);
inline constexpr ImU32 field = IM_COL32(240, 239, 233, 255);
inline constexpr ImU32 ink = IM_COL32(32, 36, 42, 255);
inline constexpr ImU32 inkSoft = IM_COL32(88, 94, 102, 255);
inline constexpr ImU32 accent = IM_COL32(22, 92, 125, 255);
inline constexpr ImU32 accentSoft = IM_COL32(22, 92, 125, 30);
inline constexpr ImU32 accentLine = IM_COL32(22, 92, 125, 110);
inline constexpr ImU32 onAccent = IM_COL32(255, 255, 255, 255);
inline constexpr ImU32 shadow = IM_COL32(40, 44, 52, 14);
} // namespace colors

class Glyphs;

/// What drawing needs everywhere: fonts, the size of a logical pixel in ImGui's units, and the characters
/// that are to be rasterised.
struct Ui {
    Fonts fonts;
    float pixel = 1;
    Glyphs* glyphs = nullptr;
    float operator()(double logicalPixels) const { return static_cast<float>(logicalPixels) * pixel; }
    ImVec2 at(double x, double y) const { return {(*this)(x), (*this)(y)}; }
};

/// Sets ImGui's style for a size of pixel.
void applyTheme(float pixel);

} // namespace surplace::app
