#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace surplace::render {

using Vertex = std::array<double, 2>;

struct Triangles {
    std::vector<Vertex> vertices;       ///< the rings' points, and those where edges cross
    std::vector<std::uint32_t> indices; ///< three per triangle
};

/// Fills rings by the even-odd rule; rings need not be closed and may touch or cross. Points that are not finite are left out.
Triangles triangulate(std::span<const std::vector<Vertex>> rings);

} // namespace surplace::render
