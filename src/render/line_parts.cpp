#include "render/line_parts.hpp"
#include <algorithm>

namespace surplace::render {
namespace {

constexpr std::size_t segmentsPerPart = 256;

std::vector<Vertex> verticesOf(const geo::ProjectedLine& line) {
    std::vector<Vertex> out(line.size());
    std::ranges::transform(line, out.begin(), [](const geo::ProjectedPoint& p) { return Vertex{p.x, p.y}; });
    return out;
}

} // namespace

LineParts lineParts(const scene::LineGeometry& geometry, int octave) {
    LineParts result;
    if (!geometry.box.isEmpty())
        result.origin = {(geometry.box.minX + geometry.box.maxX) / 2,
                         (geometry.box.minY + geometry.box.maxY) / 2};
    const double toleranceMeters = 0.25 * std::exp2(octave);
    for (const geo::ProjectedLine& line : geometry.lines)
        appendLine(result.points, simplified(verticesOf(line), toleranceMeters),
                   line.size() > 3 && line.front() == line.back(), {result.origin.x, result.origin.y});
    const std::size_t segments = segmentCount(result.points.size());
    for (std::size_t first = 0; first < segments; first += segmentsPerPart) {
        LinePart part{{}, first, std::min(segmentsPerPart, segments - first)};
        for (std::size_t i = first; i < first + part.count + 3; ++i)
            part.box.add(result.points[i].x + result.origin.x, result.points[i].y + result.origin.y);
        result.parts.push_back(part);
    }
    return result;
}

} // namespace surplace::render
