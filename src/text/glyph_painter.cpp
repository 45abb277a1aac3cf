#include "text/glyph_painter.hpp"
#include "core/error.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

namespace surplace::text {
namespace {

struct GlyphImage {
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> coverage;
};

/// The ink of the loaded outline, whose origin stands at a device pixel.
GlyphImage rendered(FT_Face face, int column, int row) {
    GlyphImage image;
    if (FT_Render_Glyph(face->glyph, FT_RENDER_MODE_NORMAL))
        return image;
    const FT_Bitmap& bitmap = face->glyph->bitmap;
    image.left = column + face->glyph->bitmap_left;
    image.top = row - face->glyph->bitmap_top;
    image.width = static_cast<int>(bitmap.width);
    image.height = static_cast<int>(bitmap.rows);
    image.coverage.reserve(static_cast<std::size_t>(image.width) * image.height);
    for (int line = 0; line < image.height; ++line) {
        const unsigned char* from = bitmap.buffer + static_cast<std::ptrdiff_t>(line) * bitmap.pitch;
        image.coverage.insert(image.coverage.end(), from, from + image.width);
    }
    return image;
}

/// Empty for a glyph without ink or one that FreeType cannot draw.
GlyphImage draw(FT_Face face, unsigned index, double x, int baseline) {
    if (FT_Load_Glyph(face, index, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP))
        return {};
    const int column = static_cast<int>(std::floor(x));
    FT_Outline_Translate(&face->glyph->outline, std::lround((x - column) * 64), 0);
    return rendered(face, column, baseline);
}

GlyphImage drawTurned(FT_Face face, unsigned index, double x, double y, double angleRadians) {
    if (FT_Load_Glyph(face, index, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP))
        return {};
    const auto fixed = [](double value) { return static_cast<FT_Fixed>(std::lround(value * 0x10000)); };
    const double cosine = std::cos(angleRadians), sine = std::sin(angleRadians);
    const FT_Matrix turn{fixed(cosine), fixed(sine), fixed(-sine), fixed(cosine)}; // FreeType's y is upwards
    FT_Outline_Transform(&face->glyph->outline, &turn);
    const int column = static_cast<int>(std::floor(x)), row = static_cast<int>(std::floor(y));
    FT_Outline_Translate(&face->glyph->outline, std::lround((x - column) * 64), std::lround((row - y) * 64));
    return rendered(face, column, row);
}

/// Where two glyphs overlap, each hides what the other lets through.
void add(Bitmap& bitmap, const GlyphImage& image) {
    for (int row = 0; row < image.height; ++row) {
        const std::uint8_t* from = image.coverage.data() + static_cast<std::ptrdiff_t>(row) * image.width;
        std::uint8_t* to = bitmap.coverage.data() +
                           static_cast<std::ptrdiff_t>(image.top - bitmap.offsetY + row) * bitmap.width +
                           (image.left - bitmap.offsetX);
        for (int i = 0; i < image.width; ++i)
            to[i] = static_cast<std::uint8_t>(255 - (255 - to[i]) * (255 - from[i]) / 255);
    }
}

Bitmap joined(const std::vector<GlyphImage>& images, int padding) {
    Bitmap bitmap;
    if (images.empty())
        return bitmap;
    int left = images[0].left, top = images[0].top, right = left, bottom = top;
    for (const GlyphImage& image : images) {
        left = std::min(left, image.left);
        top = std::min(top, image.top);
        right = std::max(right, image.left + image.width);
        bottom = std::max(bottom, image.top + image.height);
    }
    bitmap.offsetX = left - padding;
    bitmap.offsetY = top - padding;
    bitmap.width = right - left + 2 * padding;
    bitmap.height = bottom - top + 2 * padding;
    bitmap.coverage.assign(static_cast<std::size_t>(bitmap.width) * bitmap.height, 0);
    for (const GlyphImage& image : images)
        add(bitmap, image);
    return bitmap;
}

} // namespace

void FaceDeleter::operator()(FT_FaceRec_* face) const {
    FT_Done_Face(face);
}
void LibraryDeleter::operator()(FT_LibraryRec_* library) const {
    FT_Done_FreeType(library);
}

GlyphPainter::GlyphPainter() {
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library))
        throw core::Error("FreeType cannot be started", {}, "Reinstall the package libfreetype6.");
    _library.reset(library);
}

Bitmap GlyphPainter::paint(const std::vector<PlacedGlyph>& glyphs, double sizePixels, double scale,
                           int padding) {
    std::vector<GlyphImage> images;
    images.reserve(glyphs.size());
    for (const PlacedGlyph& glyph : glyphs) {
        FT_Face face = sizedFace(glyph.font, sizePixels * scale);
        if (face == nullptr)
            continue;
        GlyphImage image =
            draw(face, glyph.index, glyph.x * scale, static_cast<int>(std::lround(glyph.baseline * scale)));
        if (image.width > 0 && image.height > 0)
            images.push_back(std::move(image));
    }
    return joined(images, padding);
}

Bitmap GlyphPainter::paint(const std::vector<TurnedGlyph>& glyphs, double sizePixels, double scale,
                           int padding) {
    std::vector<GlyphImage> images;
    images.reserve(glyphs.size());
    for (const TurnedGlyph& glyph : glyphs) {
        FT_Face face = sizedFace(glyph.font, sizePixels * scale);
        if (face == nullptr)
            continue;
        GlyphImage image =
            drawTurned(face, glyph.index, glyph.x * scale, glyph.y * scale, glyph.angleRadians);
        if (image.width > 0 && image.height > 0)
            images.push_back(std::move(image));
    }
    return joined(images, padding);
}

FT_FaceRec_* GlyphPainter::sizedFace(const Typesetter::FontFile& font, double devicePixels) {
    FT_Face face = faceOf(font);
    const FT_F26Dot6 size = std::lround(devicePixels * 64);
    return size < 1 || FT_Set_Char_Size(face, size, size, 72, 72) ? nullptr : face;
}

std::string GlyphPainter::version() const {
    FT_Int major = 0, minor = 0, patch = 0;
    FT_Library_Version(_library.get(), &major, &minor, &patch);
    return fmt::format("FreeType {}.{}.{}", major, minor, patch);
}

FT_FaceRec_* GlyphPainter::faceOf(const Typesetter::FontFile& font) {
    auto& face = _faces[{font.path, font.index}];
    if (!face) {
        FT_Face opened = nullptr;
        if (FT_New_Face(_library.get(), font.path.c_str(), font.index, &opened))
            throw core::Error("The font file cannot be read", {font.path, {}, 0, {}},
                              "Reinstall the packages fonts-noto-core and fonts-noto-cjk.");
        face.reset(opened);
    }
    return face.get();
}

} // namespace surplace::text
