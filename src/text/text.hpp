#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace surplace::text {

/// How a piece of text looks. Sizes are logical pixels; the rasteriser multiplies them by the picture's
/// scale.
struct Style {
    double sizePixels = 12;
    bool bold = false;
    bool italic = false;
    bool serif = false;
    double letterSpacingPixels = 0;
    double maxWidthPixels = 0;   ///< wraps at words beyond it; 0 = one line (or the text's own line breaks)
    std::string language = "en"; ///< BCP 47; decides the glyph forms of shared Han characters
    bool operator==(const Style&) const = default;
};

/// Logical extents of a laid-out text in logical pixels, and where its first baseline is.
struct Extents {
    double width = 0;
    double height = 0;
    double ascent = 0; ///< from the top of the box to the first baseline
};

/// What is set as one unit: a letter with its marks, a syllable of Hangul, a Han character. `x` is the left
/// edge of its advance in the laid-out line, in logical pixels.
struct Cluster {
    std::size_t begin = 0, end = 0; ///< bytes of the text
    double x = 0, width = 0;
};
/// Where a cluster stands when its text follows a line: the middle of its foot on the baseline, in logical
/// pixels with y downwards, and its turn, clockwise.
struct ClusterSpot {
    double x = 0, y = 0;
    double angleRadians = 0;
    bool operator==(const ClusterSpot&) const = default;
};

/// Coverage of a laid-out text in device pixels, row by row from the top, 0-255.
struct Bitmap {
    int width = 0;
    int height = 0;
    int offsetX = 0; ///< device pixels from the logical box's left edge to the bitmap's left edge
    int offsetY = 0; ///< likewise from the top
    std::vector<std::uint8_t> coverage;
    std::vector<std::uint8_t>
        halo; ///< the same size: coverage grown by the halo radius; empty when no halo was asked for
};

/// Fonts found through fontconfig, limited to the families the program names (Noto Sans, Noto Sans CJK), so
/// that the same text gives the same pixels on every machine with these packages. Not thread-safe: one
/// instance per thread.
class Typesetter {
public:
    /// Throws core::Error when no usable font is installed, naming the packages.
    Typesetter();
    ~Typesetter();
    Typesetter(const Typesetter&) = delete;
    Typesetter& operator=(const Typesetter&) = delete;

    Extents measure(const std::string& utf8, const Style& style) const;
    /// `scale` is device pixels per logical pixel; `haloRadiusPixels` is logical.
    Bitmap rasterise(const std::string& utf8, const Style& style, double scale,
                     double haloRadiusPixels = 0) const;
    /// The clusters of a text of one line, in the text's order.
    std::vector<Cluster> clusters(const std::string& utf8, const Style& style) const;
    /// The text with each of its clusters at its own spot, one per cluster; offsets count from the spots'
    /// origin. Throws core::Error when the numbers of spots and clusters differ.
    Bitmap rasteriseAlong(const std::string& utf8, const Style& style, std::span<const ClusterSpot> spots,
                          double scale, double haloRadiusPixels = 0) const;
    /// Characters of the text for which no installed font has a glyph.
    std::u32string missingGlyphs(const std::string& utf8, const Style& style) const;
    /// "Noto Sans 2.37; Noto Sans CJK SC 2.004; FreeType 2.12.1; Pango 1.50.12": recorded beside golden
    /// pictures.
    std::string versions() const;
    /// The file of the font that draws a character in a language: the window's atlas is built from it.
    struct FontFile {
        std::string path;
        int index = 0;
    };
    FontFile fontFileFor(char32_t character, const std::string& language, bool bold = false) const;

private:
    struct Impl;
    std::unique_ptr<Impl> _impl;
};

} // namespace surplace::text
