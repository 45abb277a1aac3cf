#pragma once
#include "geo/types.hpp"
#include <array>
#include <span>
#include <vector>

namespace surplace::render {

using Vertex = std::array<double, 2>;

/// A point of a line as shaders/stroke.vert reads it: four in a row make a segment with its neighbours.
struct LinePoint {
    float x = 0, y = 0;
    float length = 0; ///< along the line so far; -1: the line ends before here; -2: a neighbour beyond a
                      ///< closed line's seam
};

/// Segment i of `points` is drawn by instance i, which reads points i to i+3; this many instances belong to
/// so many points.
inline std::size_t segmentCount(std::size_t points) {
    return points < 4 ? 0 : points - 3;
}

/// Appends a line of at least one point relative to the origin. A single point becomes a dot.
void appendLine(std::vector<LinePoint>& out, std::span<const Vertex> line, bool closed, Vertex origin);

/// The line with fewer points, nowhere farther than `tolerance` from the one given (Douglas and Peucker
/// 1973); the ends stay.
std::vector<Vertex> simplified(std::span<const Vertex> line, double tolerance);

/// The dashes of a line as lines of their own. Parts farther than `reach` from the box are left out. The
/// pattern alternates on, off; an odd one counts twice. Same units throughout.
std::vector<std::vector<Vertex>> dashed(std::span<const Vertex> line, std::span<const float> pattern,
                                        const geo::ScreenBox& box, double reach);

} // namespace surplace::render
