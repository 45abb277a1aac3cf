#pragma once
#include "render/canvas.hpp"
#include <array>
#include <cstdint>
#include <vector>

namespace surplace::render {

/// A picture laid over the map by its grid, sampled without OpenGL: linear between texels, and between halved
/// copies of the picture where it is shrunk.
class PictureSampler {
public:
    explicit PictureSampler(const scene::RasterGeometry& geometry);

    /// Makes the halved copies where the scale needs them. For one thread, before draw().
    void prepare(const MapTransform& transform);
    /// Lays the picture over the opaque pixels of a tile, row by row, where `lastCover` is not above `layer`:
    /// there something later hides it.
    void draw(const MapTransform& transform, double opacity, const Tile& tile, std::uint32_t* pixels,
              const std::uint8_t* lastCover, std::uint8_t layer) const;

private:
    /// A copy of the picture, premultiplied, a 32 bit word a texel.
    struct Level {
        int width = 0, height = 0;
        std::vector<std::uint32_t> texels;
    };
    struct Corner {
        double x = 0, y = 0; ///< device pixels of the tile
        double u = 0, v = 0; ///< 0 to 1
    };
    /// What a triangle is drawn with.
    struct Brush;
    void drawTriangle(const std::array<Corner, 3>& corners, Brush& brush) const;
    void choose(Brush& brush) const;
    static void drawRun(const Brush& brush, int row, int first, int end);
    static std::uint32_t sample(const Level& level, std::int64_t u, std::int64_t v);

    const scene::RasterGeometry& _geometry;
    std::vector<Level> _levels;
    double _texelMeters = 0; ///< the smallest one's shorter side
    bool _isShrunk = false;
};

/// The smallest texel's shorter side, in metres.
double smallestTexelMeters(const scene::RasterGeometry& raster);

} // namespace surplace::render
