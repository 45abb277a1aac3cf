#pragma once
#include "render/line_points.hpp"
#include "scene/scene.hpp"
#include <cmath>
#include <vector>

namespace surplace::render {

/// A run of segments that lies in a box.
struct LinePart {
    geo::ProjectedBox box;
    std::size_t first = 0, count = 0;
};

/// The lines of a geometry as segments for one power of two of metres per pixel, in parts small enough to
/// skip what is outside and large enough to be few.
struct LineParts {
    geo::ProjectedPoint origin; ///< the points are relative to it, so that their floats keep their precision
    std::vector<LinePoint> points;
    std::vector<LinePart> parts;
};

/// A line may leave its place by a quarter of a device pixel, which nobody sees, and has a fraction of the
/// points then: lines that serve for all scales of the octave.
inline int octaveOf(double pixelsPerMeter) {
    return static_cast<int>(std::floor(std::log2(1 / pixelsPerMeter)));
}
LineParts lineParts(const scene::LineGeometry& geometry, int octave);

} // namespace surplace::render
