#pragma once
#include "text/text.hpp"
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

struct FT_FaceRec_;
struct FT_LibraryRec_;

namespace surplace::text {

/// A glyph of a laid-out text: `x` and `baseline` in logical pixels from the top left of the box.
struct PlacedGlyph {
    Typesetter::FontFile font;
    unsigned index = 0;
    double x = 0;
    double baseline = 0;
};
/// A glyph that is turned about its origin, clockwise, and sits at its exact place both ways.
struct TurnedGlyph {
    Typesetter::FontFile font;
    unsigned index = 0;
    double x = 0, y = 0; ///< of its origin, in logical pixels
    double angleRadians = 0;
};

struct FaceDeleter {
    void operator()(FT_FaceRec_* face) const;
};
struct LibraryDeleter {
    void operator()(FT_LibraryRec_* library) const;
};

/// Draws glyph outlines without hinting. Baselines sit on whole device pixels, which keeps the feet of the
/// letters sharp; across, a glyph sits at its exact place to 1/64 pixel. Not thread-safe.
class GlyphPainter {
public:
    GlyphPainter();

    /// The coverage of all glyphs, with `padding` empty device pixels around it; no pixels when nothing is
    /// inked.
    Bitmap paint(const std::vector<PlacedGlyph>& glyphs, double sizePixels, double scale, int padding);
    Bitmap paint(const std::vector<TurnedGlyph>& glyphs, double sizePixels, double scale, int padding);
    /// "FreeType 2.12.1"
    std::string version() const;

private:
    /// Null when the face cannot be set at the size.
    FT_FaceRec_* sizedFace(const Typesetter::FontFile& font, double devicePixels);
    FT_FaceRec_* faceOf(const Typesetter::FontFile& font);

    std::unique_ptr<FT_LibraryRec_, LibraryDeleter> _library;
    std::map<std::pair<std::string, int>, std::unique_ptr<FT_FaceRec_, FaceDeleter>> _faces;
};

} // namespace surplace::text
