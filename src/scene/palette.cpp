#include "scene/palette.hpp"
#include <algorithm>

namespace surplace::scene {

Color withOpacity(Color color, double opacity) {
    color.a = static_cast<std::uint8_t>(color.a * std::clamp(opacity, 0.0, 1.0) + 0.5);
    return color;
}

namespace {

/// The colours of kinds, after Okabe and Ito (2008): as published on a dark map, darkened on a light one.
struct KindColors {
    Color orange, brown, blue, vermilion, purple, green, skyBlue, slate, black;
};
constexpr KindColors onLight{{201, 111, 0}, {122, 68, 28},  {0, 80, 148},    {186, 50, 20}, {140, 54, 106},
                             {0, 142, 104}, {40, 134, 182}, {118, 124, 134}, {34, 34, 38}};
constexpr KindColors onDark{{240, 170, 30}, {200, 140, 92},  {90, 160, 235},  {240, 110, 70}, {214, 132, 178},
                            {96, 222, 172}, {120, 204, 246}, {208, 212, 218}, {252, 252, 253}};

Palette darkPalette() {
    Palette palette;
    palette.paper = {24, 28, 34};
    palette.land = {44, 49, 57};
    palette.sea = {22, 29, 38};
    palette.water = {30, 46, 62};
    palette.shore = {74, 96, 114};
    palette.river = {62, 92, 118};
    palette.borderRiver = {98, 156, 204};
    palette.borderBand = {190, 150, 176, 40};
    palette.border = {196, 160, 184};
    palette.provinceBorder = {96, 92, 104};
    palette.ink = {238, 239, 241};
    palette.inkSoft = {186, 190, 197};
    palette.inkFaint = {134, 139, 148};
    palette.countryName = {160, 156, 166};
    palette.provinceName = {138, 134, 146};
    palette.waterName = {122, 172, 212};
    palette.halo = {22, 25, 30, 225};
    palette.panel = {32, 36, 43, 238};
    palette.panelBorder = {74, 79, 88};
    palette.strip = {24, 28, 34, 225};
    palette.townRing = {150, 154, 162};
    palette.crossing = {190, 194, 202};
    palette.selection = {255, 255, 255};
    palette.casing = {24, 28, 34};
    palette.onMark = {20, 22, 26};
    palette.tints = {{{0, {44, 50, 54}},
                      {150, {46, 51, 55}},
                      {500, {52, 55, 58}},
                      {1000, {60, 61, 62}},
                      {1600, {70, 69, 68}},
                      {2400, {82, 80, 78}},
                      {4500, {104, 102, 100}}}};
    palette.shade = 0.6F;
    palette.darkest = 0.6F;
    palette.lightest = 1.25F;
    palette.isDark = true;
    // More is brighter on a dark map.
    palette.classes = {{{72, 58, 98}, {94, 74, 130}, {118, 94, 162}, {144, 118, 194}, {172, 146, 222}}};
    palette.less = {{{44, 66, 96}, {52, 86, 132}, {66, 110, 168}, {86, 136, 200}, {114, 164, 226}}};
    palette.more = {{{88, 62, 34}, {118, 80, 38}, {150, 102, 44}, {184, 126, 52}, {218, 152, 66}}};
    palette.noValue = {92, 94, 98};
    return palette;
}

Palette printPalette() {
    Palette palette;
    palette.paper = palette.land = {255, 255, 255};
    palette.sea = {238, 244, 248};
    palette.water = {226, 237, 244};
    palette.shore = {120, 146, 162};
    palette.river = {150, 184, 208};
    palette.borderRiver = {70, 130, 176};
    palette.borderBand = {150, 120, 140, 26};
    palette.panel = {255, 255, 255, 255};
    palette.panelBorder = {150, 150, 150};
    palette.strip = {255, 255, 255, 255};
    palette.halo = {255, 255, 255, 255};
    palette.countryName = {112, 108, 112};
    palette.provinceName = {132, 124, 130};
    palette.hasRelief = false;
    palette.lineWidths = 0.72F;
    return palette;
}

Palette satellitePalette() {
    Palette palette = darkPalette();
    palette.paper = {16, 26, 40};
    palette.land = {56, 72, 44};
    palette.sea = {24, 48, 78};
    palette.water = {34, 66, 98};
    palette.shore = {58, 88, 112};
    palette.river = {70, 116, 152};
    palette.borderRiver = {110, 178, 226};
    palette.borderBand = {250, 214, 236, 46};
    palette.border = {246, 214, 236};
    palette.provinceBorder = {190, 184, 176};
    palette.countryName = {236, 232, 224};
    palette.provinceName = {220, 216, 206};
    palette.waterName = {178, 216, 244};
    palette.inkSoft = {222, 225, 229};
    palette.halo = {18, 24, 24, 215};
    palette.townRing = {226, 228, 230};
    palette.crossing = {236, 238, 240};
    palette.panel = {24, 30, 36, 236};
    palette.strip = {18, 24, 32, 230};
    palette.tints = {{{0, {54, 74, 42}},
                      {150, {58, 76, 44}},
                      {500, {56, 74, 42}},
                      {1000, {66, 76, 50}},
                      {1600, {86, 84, 64}},
                      {2400, {124, 120, 108}},
                      {4500, {216, 218, 220}}}};
    palette.shade = 0.95F;
    palette.darkest = 0.45F;
    palette.lightest = 1.35F;
    return palette;
}

} // namespace

KindSymbol Palette::symbolOf(model::EventKind kind) const {
    using enum model::EventKind;
    const auto& [orange, brown, blue, vermilion, purple, green, skyBlue, slate, black] =
        isDark ? onDark : onLight;
    switch (kind) {
    case detention:
        return {MarkShape::circle, orange};
    case holding:
        return {MarkShape::square, brown};
    case transfer:
        return {MarkShape::diamond, blue};
    case forcedReturn:
        return {MarkShape::triangleDown, vermilion};
    case handover:
        return {MarkShape::hexagon, purple};
    case release:
        return {MarkShape::triangleUp, green};
    case departure:
        return {MarkShape::diamond, green};
    case arrival:
        return {MarkShape::square, green};
    case asylumEntry:
        return {MarkShape::star, skyBlue};
    case asylumRefused:
        return {MarkShape::star, purple};
    case lastContact:
        return {MarkShape::cross, slate};
    case death:
        return {MarkShape::cross, black};
    case policy:
    case borderControl:
    case closure:
    case crackdown:
    case appeal:
    case response:
    case publication:
    case background:
        return {MarkShape::hexagon, slate};
    }
    return {MarkShape::circle, slate};
}

const Palette& paletteOf(MapStyle style) {
    static const std::array<Palette, 4> palettes{Palette(), darkPalette(), printPalette(),
                                                 satellitePalette()};
    return palettes[static_cast<std::size_t>(style)];
}

MarkFill fillOf(model::Assertion assertion) {
    switch (assertion) {
    case model::Assertion::confirmed:
        return MarkFill::solid;
    case model::Assertion::reported:
        return MarkFill::solidWithRing;
    case model::Assertion::believed:
        return MarkFill::hatched;
    case model::Assertion::feared:
        return MarkFill::openDotted;
    }
    return MarkFill::open;
}

} // namespace surplace::scene
