#pragma once
#include "render/canvas.hpp"
#include "render/line_parts.hpp"
#include <cstdint>
#include <limits>
#include <vector>

namespace surplace::render {

/// How much of each pixel of a tile lines cover: what shaders/stroke.frag draws, computed without OpenGL for
/// renderers that run on the processor anyway, where it takes a tenth of the time. Where a line meets itself
/// the nearest of its segments counts, so that a translucent one shows no darker joints.
class StrokeCoverage {
public:
    explicit StrokeCoverage(const Tile& tile);

    void add(const LineParts& lines, const scene::Stroke& stroke, const MapTransform& transform,
             double pixelRatio);
    /// Calls visit(row, first, last, bytes) for each row of the tile that has any coverage: bytes[x] of the
    /// columns from first to last, 0 to 255. The tile is empty afterwards.
    template <class Visit>
    void take(Visit visit) {
        for (int row = 0; row < _tile.height; ++row) {
            Range& range = _ranges[static_cast<std::size_t>(row)];
            if (range.first > range.last)
                continue;
            const std::size_t begin = static_cast<std::size_t>(row) * static_cast<std::size_t>(_tile.width);
            visit(row, range.first, range.last, _mask.data() + begin);
            for (int x = range.first; x <= range.last; ++x) {
                _mask[begin + static_cast<std::size_t>(x)] = 0;
                _nearest[begin + static_cast<std::size_t>(x)] = farAway;
            }
            range = {};
        }
    }

private:
    static constexpr float farAway = std::numeric_limits<float>::max();
    /// Columns with coverage; first > last: none.
    struct Range {
        int first = std::numeric_limits<int>::max(), last = -1;
    };
    struct Look {
        float halfWidth = 0.5F;
        bool squareEnds = false;
        std::vector<float> dashes; ///< device pixels
        float period = 0;
    };
    struct Segment {
        float startX, startY, endX, endY, size;
        float lengthAtStart, lengthAtEnd; ///< device pixels along the line
        bool beginsLine, endsLine;
    };
    void addSegment(const Segment& segment, const Look& look);
    void addRow(const Segment& segment, const Look& look, int row, int first, int last);
    static float coverageAt(const Segment& segment, const Look& look, float along, float own);
    static float dashCoverage(const Look& look, float along, float across);

    Tile _tile;
    std::vector<std::uint8_t> _mask;
    std::vector<float> _nearest; ///< distance of the nearest segment so far
    std::vector<Range> _ranges;  ///< by row
};

} // namespace surplace::render
