#pragma once
#include "model/vocabulary.hpp"
#include "scene/map_style.hpp"
#include "scene/scene.hpp"
#include <array>

/// The colours and symbols of the map: one place decides them, docs/map.md explains them.
namespace surplace::scene {

/// How a kind of event looks. Colours after Okabe and Ito (2008), darkened for a light map; every kind
/// differs in shape as well.
struct KindSymbol {
    MarkShape shape = MarkShape::circle;
    Color color;
};

/// The colour of ground at a height; between two the colour is mixed.
struct Tint {
    double meters;
    std::array<double, 3> rgb;
};

/// The colours of one style. The values here are those of the light one.
struct Palette {
    // The base map recedes, so that marks carry the picture.
    Color paper{244, 243, 239};
    Color land{243, 241, 232};
    Color sea{214, 228, 236};
    Color water{190, 214, 228};
    Color shore{140, 168, 184};
    Color river{134, 172, 198};
    Color borderRiver{84, 141, 184};
    Color borderBand{150, 120, 140, 46};
    Color border{112, 86, 104};
    Color provinceBorder{176, 162, 168};
    // Names and furniture.
    Color ink{32, 36, 42};
    Color inkSoft{84, 90, 98};
    Color inkFaint{128, 130, 134};
    Color countryName{126, 118, 124};
    Color provinceName{142, 126, 134};
    Color waterName{58, 110, 148};
    Color halo{255, 255, 255, 225};
    Color panel{255, 255, 255, 232};
    Color panelBorder{205, 205, 202};
    Color strip{255, 255, 255, 218};
    Color townDot{250, 250, 248};
    Color townRing{96, 98, 102};
    Color crossing{70, 74, 82};
    Color selection{18, 18, 20};
    Color casing{255, 255, 255}; ///< beneath lines and round marks, to set them off
    Color onMark{255, 255, 255}; ///< numbers inside a filled mark

    // The relief: light greens through straw to a pale brown; height is felt, not read.
    std::array<Tint, 7> tints{{{0, {239, 242, 231}},
                               {150, {243, 243, 231}},
                               {500, {244, 238, 221}},
                               {1000, {240, 231, 213}},
                               {1600, {233, 220, 200}},
                               {2400, {236, 227, 214}},
                               {4500, {242, 239, 236}}}};
    float shade = 0.34F;                     ///< how much a slope's light changes its colour
    float darkest = 0.80F, lightest = 1.05F; ///< and how far at most
    bool hasRelief = true;
    float lineWidths = 1; ///< of the base map, against the light style
    bool isDark = false;  ///< marks are brighter

    // Classes of counted areas, least first: one hue whose lightness alone tells them apart, and two hues
    // (blue and orange) for less and more. Their numbers are printed on them.
    std::array<Color, 5> classes{
        {{228, 218, 242}, {206, 186, 228}, {178, 148, 210}, {146, 108, 186}, {112, 70, 156}}};
    std::array<Color, 5> less{
        {{214, 228, 244}, {176, 204, 232}, {130, 172, 216}, {88, 138, 196}, {54, 104, 170}}};
    std::array<Color, 5> more{
        {{252, 230, 202}, {248, 204, 150}, {240, 172, 98}, {222, 136, 52}, {190, 100, 20}}};
    Color noValue{196, 196, 194}; ///< recorded, but without a number to show

    KindSymbol symbolOf(model::EventKind kind) const;
};
const Palette& paletteOf(MapStyle style);

MarkFill fillOf(model::Assertion assertion);

} // namespace surplace::scene
