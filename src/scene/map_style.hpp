#pragma once
#include <optional>
#include <string_view>

namespace surplace::scene {

/// The look of the whole picture.
enum class MapStyle {
    light,    ///< for screens and paper
    dark,     ///< for a projector in a dark room
    print,    ///< thin lines on white
    satellite ///< over shaded natural colours
};
std::string_view word(MapStyle); ///< "light", "dark", "print", "satellite"
std::optional<MapStyle> mapStyleByWord(std::string_view);

} // namespace surplace::scene
