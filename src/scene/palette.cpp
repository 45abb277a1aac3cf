#include "scene/palette.hpp"
#include <algorithm>

namespace surplace::scene {

Color withOpacity(Color color, double opacity) {
    color.a = static_cast<std::uint8_t>(color.a * std::clamp(opacity, 0.0, 1.0) + 0.5);
    return color;
}

KindSymbol Palette::symbolOf(model::EventKind kind) const {
    using enum model::EventKind;
    constexpr Color orange{201, 111, 0};
    constexpr Color brown{140, 86, 40};
    constexpr Color blue{0, 96, 160};
    constexpr Color vermilion{186, 50, 20};
    constexpr Color purple{158, 70, 122};
    constexpr Color green{0, 122, 90};
    constexpr Color skyBlue{40, 132, 176};
    constexpr Color slate{92, 98, 108};
    constexpr Color black{34, 34, 38};
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

const Palette& paletteOf(MapStyle) {
    static const Palette light;
    return light;
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
