#include "app/theme.hpp"
#include "scene/palette.hpp"
#include <array>
#include <cmath>
#include <gtest/gtest.h>

/// Contrast of the panels by WCAG 2.1: 4.5:1 for words (1.4.3), 7:1 in the contrast theme (1.4.6), 3:1 for
/// signs and the ring around what has the keyboard (1.4.11).
namespace surplace::app {
namespace {

using Rgb = std::array<double, 3>; // 0 to 255

unsigned channel(PackedColor color, unsigned index) {
    return (color >> (8 * index)) & 0xffU;
}

/// A colour that may be seen through, over an opaque one.
Rgb over(PackedColor color, const Rgb& ground) {
    const double opacity = channel(color, 3) / 255.0;
    Rgb rgb{};
    for (unsigned i = 0; i < 3; ++i)
        rgb[i] = opacity * channel(color, i) + (1 - opacity) * ground[i];
    return rgb;
}

double luminance(const Rgb& rgb) {
    const auto linear = [](double value) {
        value /= 255;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
}

double contrast(const Rgb& a, const Rgb& b) {
    const double p = luminance(a), q = luminance(b);
    return (std::max(p, q) + 0.05) / (std::min(p, q) + 0.05);
}

constexpr Rgb behind{128, 128, 128}; ///< a card lets a little of the map through

struct Ground {
    const char* name;
    Rgb rgb;
};

/// Everything that words stand on.
std::vector<Ground> groundsOf(const Theme& theme) {
    const Rgb card = over(theme.card, behind), popup = over(theme.popup, behind),
              field = over(theme.field, card);
    return {{"card", card},
            {"popup", popup},
            {"field", field},
            {"field under the pointer", over(theme.fieldHover, card)},
            {"row under the pointer", over(theme.hover, card)},
            {"pressed", over(theme.pressed, card)},
            {"chosen row", over(theme.accentSoft, card)},
            {"chosen in a menu", over(theme.accentSoft, popup)}};
}

class ThemeTest : public testing::TestWithParam<scene::MapStyle> {};

TEST_P(ThemeTest, WordsCanBeReadOnAllTheyStandOn) {
    const Theme& theme = themeFor(GetParam());
    const bool isHigh = GetParam() == scene::MapStyle::contrast;
    const std::pair<const char*, PackedColor> inks[] = {{"ink", theme.ink},
                                                        {"soft ink", theme.inkSoft},
                                                        {"accent", theme.accent},
                                                        {"error", theme.error},
                                                        {"quote", theme.quote}};
    for (const Ground& ground : groundsOf(theme))
        for (const auto& [name, ink] : inks)
            EXPECT_GE(contrast(over(ink, ground.rgb), ground.rgb), isHigh ? 7 : 4.5)
                << name << " on " << ground.name;
    for (const PackedColor button : {theme.accent, theme.accentHover, theme.accentPressed})
        EXPECT_GE(contrast(over(theme.onAccent, behind), over(button, behind)), isHigh ? 7 : 4.5);
    EXPECT_GE(contrast(over(theme.ink, behind), over(theme.card, behind)), 7);
}

TEST_P(ThemeTest, TheRingAndTheSignsStandOut) {
    const Theme& theme = themeFor(GetParam());
    EXPECT_GE(contrast(over(theme.focus, behind), over(theme.focusRim, behind)), 3);
    for (const Ground& ground : groundsOf(theme))
        EXPECT_GE(contrast(over(theme.focus, behind), ground.rgb), 3) << ground.name;
    const scene::Palette& palette = scene::paletteOf(theme.symbols);
    for (const auto kind : model::allValues<model::EventKind>()) {
        const scene::Color color = palette.symbolOf(kind).color;
        EXPECT_GE(contrast({double(color.r), double(color.g), double(color.b)}, over(theme.card, behind)), 3)
            << model::word(kind);
    }
}

TEST(ContrastTheme, HasThickBordersThatAreSeen) {
    const Theme& theme = themeFor(scene::MapStyle::contrast);
    EXPECT_GE(theme.borderPixels, 2);
    for (const PackedColor line : {theme.line, theme.frame, theme.accentLine})
        EXPECT_GE(contrast(over(line, behind), over(theme.card, behind)), 7);
}

INSTANTIATE_TEST_SUITE_P(Styles, ThemeTest,
                         testing::Values(scene::MapStyle::light, scene::MapStyle::dark,
                                         scene::MapStyle::print, scene::MapStyle::satellite,
                                         scene::MapStyle::contrast),
                         [](const auto& style) { return std::string(scene::word(style.param)); });

} // namespace
} // namespace surplace::app
