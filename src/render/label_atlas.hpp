#pragma once
#include "render/gl.hpp"
#include "text/text.hpp"
#include <optional>
#include <string>
#include <unordered_map>

namespace surplace::render {

/// Rasterised labels in one texture (red: coverage of the glyphs, green: of the halo), kept from frame to
/// frame.
class LabelAtlas {
public:
    explicit LabelAtlas(const text::Typesetter& typesetter) : _typesetter(&typesetter) {}

    struct Place {
        int x = 0, y = 0;             ///< upper left corner in the atlas
        int width = 0, height = 0;    ///< 0: nothing to draw
        int offsetX = 0, offsetY = 0; ///< device pixels from the label's corner to the bitmap's
    };
    /// Where the label's bitmap is. Nothing when the atlas is full: draw what was placed, clear(), and ask
    /// again.
    std::optional<Place> place(const std::string& text, const text::Style& style, double scale,
                               double haloPixels);
    /// The same for a text along a line; spots in device pixels from the label's corner.
    std::optional<Place> placeAlong(const std::string& text, const text::Style& style,
                                    const std::vector<text::ClusterSpot>& deviceSpots, double scale,
                                    double haloPixels);
    void clear();
    GLuint texture() const { return _texture.name(); }

private:
    template <class Rasterise>
    std::optional<Place> placeAs(const std::string& key, const Rasterise& rasterise);
    std::optional<Place> pack(const text::Bitmap& bitmap);
    void allocate(int width, int height);

    const text::Typesetter* _typesetter;
    Texture _texture;
    int _width = 0, _height = 0;
    int _shelfX = 0, _shelfY = 0, _shelfHeight = 0;
    std::unordered_map<std::string, Place> _places;
    std::unordered_map<std::string, text::Bitmap> _waiting; ///< rasterised, but the atlas was full
};

} // namespace surplace::render
