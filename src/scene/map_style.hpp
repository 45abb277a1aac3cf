#pragma once
#include <optional>
#include <string_view>

namespace surplace::scene {

/// The look of the whole picture.
enum class MapStyle {
    light,     ///< for screens and paper
    dark,      ///< for a projector in a dark room
    print,     ///< thin lines on white
    satellite, ///< over shaded natural colours
    contrast   ///< white and yellow on black, without relief, for eyes that need it
};
std::string_view word(MapStyle); ///< "light", "dark", "print", "satellite", "contrast"
std::optional<MapStyle> mapStyleByWord(std::string_view);

} // namespace surplace::scene
