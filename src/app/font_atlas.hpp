#pragma once
#include "text/text.hpp"
#include <map>
#include <string>
#include <vector>

struct ImFont;

namespace surplace::app {

/// The one type scale of the window.
struct Fonts {
    ImFont* small = nullptr;
    ImFont* body = nullptr;
    ImFont* bold = nullptr;
    ImFont* display = nullptr; ///< title of the welcome card and the date
};

/// Rasterises the characters asked for from the fonts that the map uses, into ImGui's atlas. Needs ImGui's
/// context and its OpenGL backend.
class FontAtlas {
public:
    explicit FontAtlas(const text::Typesetter& typesetter) : _typesetter(typesetter) {}
    /// Replaces the atlas and its texture; between frames only. `deviceScale` is device pixels per logical
    /// pixel, `unitsPerDevicePixel` what ImGui's units are in device pixels (1, but for Wayland's scaled
    /// windows).
    Fonts build(const std::vector<char32_t>& characters, double deviceScale, double unitsPerDevicePixel);

private:
    struct Face {
        text::Typesetter::FontFile file;
        std::vector<char32_t> characters;
    };
    std::vector<Face> faces(const std::vector<char32_t>& characters, bool bold);
    ImFont* add(const std::vector<Face>& faces, double sizePixels);

    const text::Typesetter& _typesetter;
    std::map<std::pair<char32_t, bool>, text::Typesetter::FontFile> _files; ///< asking fontconfig is slow
    std::vector<std::vector<unsigned short>> _ranges; ///< ImGui reads them when it builds
};

} // namespace surplace::app
