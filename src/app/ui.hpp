#pragma once
#include "app/font_atlas.hpp"
#include "app/theme.hpp"
#include <imgui.h>

namespace surplace::app {

/// A colour of the theme that the window has at the moment; ImGui's context carries it (applyTheme).
struct ThemeColor {
    PackedColor Theme::*member;
    operator ImU32() const { return static_cast<const Theme*>(ImGui::GetIO().UserData)->*member; }
};
inline const Theme& currentTheme() {
    return *static_cast<const Theme*>(ImGui::GetIO().UserData);
}

namespace colors {
inline constexpr ThemeColor card{&Theme::card};
inline constexpr ThemeColor popup{&Theme::popup};
inline constexpr ThemeColor line{&Theme::line};
inline constexpr ThemeColor frame{&Theme::frame};
inline constexpr ThemeColor hover{&Theme::hover};
inline constexpr ThemeColor pressed{&Theme::pressed};
inline constexpr ThemeColor field{&Theme::field};
inline constexpr ThemeColor fieldHover{&Theme::fieldHover};
inline constexpr ThemeColor ink{&Theme::ink};
inline constexpr ThemeColor inkSoft{&Theme::inkSoft};
inline constexpr ThemeColor accent{&Theme::accent};
inline constexpr ThemeColor accentHover{&Theme::accentHover};
inline constexpr ThemeColor accentPressed{&Theme::accentPressed};
inline constexpr ThemeColor accentSoft{&Theme::accentSoft};
inline constexpr ThemeColor accentLine{&Theme::accentLine};
inline constexpr ThemeColor onAccent{&Theme::onAccent};
inline constexpr ThemeColor error{&Theme::error};
inline constexpr ThemeColor quote{&Theme::quote};
inline constexpr ThemeColor shadow{&Theme::shadow};
inline constexpr ThemeColor dim{&Theme::dim};
inline constexpr ThemeColor grab{&Theme::grab};
inline constexpr ThemeColor focus{&Theme::focus};
inline constexpr ThemeColor focusRim{&Theme::focusRim};
} // namespace colors

class Glyphs;
class Focus;

/// What drawing needs everywhere: fonts, the size of a logical pixel in ImGui's units, the characters that
/// are to be rasterised, and what has the keyboard.
struct Ui {
    Fonts fonts;
    float pixel = 1;
    Glyphs* glyphs = nullptr;
    Focus* focus = nullptr;
    float operator()(double logicalPixels) const { return static_cast<float>(logicalPixels) * pixel; }
    ImVec2 at(double x, double y) const { return {(*this)(x), (*this)(y)}; }
};

/// Sets ImGui's style for a size of pixel. The theme must outlive its use.
void applyTheme(const Theme& theme, float pixel);

} // namespace surplace::app
