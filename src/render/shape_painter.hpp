#pragma once
#include "render/canvas.hpp"
#include "render/triangulate.hpp"
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace surplace::render {

/// Draws filled shapes: their coverage goes into a mask first (triangles, then the distance to every edge), several shapes side by side,
/// then the mask is laid over the picture. So edges are smooth or soft whatever the shape, and a translucent shape is one even tint.
class ShapePainter {
public:
    explicit ShapePainter(const std::string& shaderFolder);
    /// `target` is the framebuffer to draw into.
    void paint(const std::vector<scene::Shape>& shapes, const Canvas& canvas, GLuint target);

private:
    struct Cell {
        int x = 0, y = 0, width = 0, height = 0; ///< device pixels of the picture
    };
    struct Edge {
        float x1, y1, x2, y2, softness, left, top, right, bottom;
    };
    struct Box {
        float x, y, width, height, maskX, maskY;
        std::array<std::uint8_t, 4> color;
        float hatched;
    };
    void add(const scene::Shape& shape, const Canvas& canvas, GLuint target);
    std::optional<std::array<int, 2>> pack(const Cell& cell);
    void flush(const Canvas& canvas, GLuint target);

    Program _fill, _edge, _shape;
    Surface _mask{GL_R8};
    int _shelfX = 0, _shelfY = 0, _shelfHeight = 0;
    std::vector<std::array<float, 2>> _vertices; ///< mask pixels
    std::vector<std::uint32_t> _indices;
    std::vector<Edge> _edges;
    std::vector<Box> _boxes;
    VertexArray _fillArray, _edgeArray, _boxArray;
    Buffer _vertexBuffer, _indexBuffer, _edgeBuffer, _boxBuffer;
};

/// The part of a ring within a box (Sutherland and Hodgman 1974); empty when nothing is.
std::vector<Vertex> clipped(const std::vector<Vertex>& ring, const geo::ScreenBox& box);

} // namespace surplace::render
