#pragma once
#include "render/surface.hpp"
#include <cmath>
#include <cstdint>
#include <vector>

namespace surplace::render {

/// How much of each pixel of a tile areas cover, computed from their outlines without triangles. On a
/// software renderer this takes a twentieth of the time of triangles with four samples a pixel (60,000
/// vertices at 1280 x 720: 3 ms instead of 100), on a graphics card no more than a frame can spare, and every
/// machine gives the same bytes.
class Coverage {
public:
    /// Starts an empty tile.
    explicit Coverage(const Tile& tile);

    /// Adds an area by the even-odd rule: rings of points with x and y, device pixels = point * scale +
    /// shift. Areas that share a side meet without a seam. Points that are not finite are left out.
    template <class Rings>
    void add(const Rings& rings, double scaleX, double scaleY, double shiftX, double shiftY) {
        _crossings.clear();
        for (const auto& ring : rings)
            addRing(ring, scaleX, scaleY, shiftX - _tile.x, shiftY - _tile.y);
        fillBetweenCrossings();
    }
    /// Row by row from the top, 0 to 255.
    std::vector<std::uint8_t> bytes() const;
    /// One row, from the left.
    void row(int row, std::uint8_t* to) const;

private:
    /// Pixels are crossed by this many lines; along them coverage is exact.
    static constexpr int linesPerRow = 8;
    struct Crossing {
        int line;
        float x;
    };
    template <class Ring>
    void addRing(const Ring& ring, double scaleX, double scaleY, double shiftX, double shiftY) {
        double firstX = 0, firstY = 0, lastX = 0, lastY = 0;
        bool begun = false;
        for (const auto& point : ring) {
            const double x = point.x * scaleX + shiftX, y = (point.y * scaleY + shiftY) * linesPerRow;
            if (!std::isfinite(x) || !std::isfinite(y))
                continue;
            if (begun) {
                addSide(lastX, lastY, x, y);
            } else {
                firstX = x;
                firstY = y;
                begun = true;
            }
            lastX = x;
            lastY = y;
        }
        if (begun)
            addSide(lastX, lastY, firstX, firstY);
    }
    void addSide(double fromX, double fromY, double toX, double toY);
    void fillBetweenCrossings();
    void step(int line, float x, float height);

    Tile _tile;
    std::size_t _stride;       ///< a row's steps: its pixels and two beyond
    std::vector<float> _steps; ///< by how much coverage rises from the pixel before
    std::vector<Crossing> _crossings;
    std::vector<std::uint32_t> _starts;
    std::vector<float> _sorted;
};

} // namespace surplace::render
