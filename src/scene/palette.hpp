#pragma once
#include "model/vocabulary.hpp"
#include "scene/scene.hpp"

/// The colours and symbols of the map: one place decides them, docs/map.md explains them.
namespace surplace::scene::palette {

// The base map recedes: light, little saturated, so that marks carry the picture.
inline constexpr Color paper{244, 243, 239};
inline constexpr Color land{243, 241, 232};
inline constexpr Color sea{214, 228, 236};
inline constexpr Color water{190, 214, 228};
inline constexpr Color shore{140, 168, 184};
inline constexpr Color river{134, 172, 198};
inline constexpr Color borderRiver{84, 141, 184};
inline constexpr Color borderBand{150, 120, 140, 46};
inline constexpr Color border{112, 86, 104};
inline constexpr Color provinceBorder{176, 162, 168};

inline constexpr Color ink{32, 36, 42};
inline constexpr Color inkSoft{84, 90, 98};
inline constexpr Color inkFaint{128, 130, 134};
inline constexpr Color countryName{126, 118, 124};
inline constexpr Color provinceName{142, 126, 134};
inline constexpr Color waterName{58, 110, 148};
inline constexpr Color halo{255, 255, 255, 225};
inline constexpr Color panel{255, 255, 255, 232};
inline constexpr Color panelBorder{205, 205, 202};
inline constexpr Color strip{255, 255, 255, 218};
inline constexpr Color townDot{250, 250, 248};
inline constexpr Color townRing{96, 98, 102};
inline constexpr Color crossing{70, 74, 82};
inline constexpr Color selection{18, 18, 20};

/// How a kind of event looks. Colours after Okabe and Ito (2008), darkened for a light map; every kind
/// differs in shape as well.
struct Symbol {
    MarkShape shape = MarkShape::circle;
    Color color;
};
Symbol symbolOf(model::EventKind kind);
MarkFill fillOf(model::Assertion assertion);

} // namespace surplace::scene::palette
