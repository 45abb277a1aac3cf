#include "scene/map_style.hpp"
#include <array>

namespace surplace::scene {

namespace {

constexpr std::array words{std::string_view("light"), std::string_view("dark"), std::string_view("print"),
                           std::string_view("satellite"), std::string_view("contrast")};

} // namespace

std::string_view word(MapStyle style) {
    return words[static_cast<std::size_t>(style)];
}

std::optional<MapStyle> mapStyleByWord(std::string_view text) {
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i] == text)
            return static_cast<MapStyle>(i);
    return std::nullopt;
}

} // namespace surplace::scene
