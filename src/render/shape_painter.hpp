#pragma once
#include "render/canvas.hpp"
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace surplace::render {

/// Draws filled shapes: their coverage goes into a mask first, several shapes side by side, soft ones lowered
/// there by the distance to every edge; then the mask is laid over the picture. So a translucent shape is one
/// even tint however its edges run.
class ShapePainter {
public:
    explicit ShapePainter(const std::string& shaderFolder);
    /// `target` is the framebuffer to draw into.
    void paint(const std::vector<scene::Shape>& shapes, const Canvas& canvas, GLuint target);

private:
    struct Edge {
        float x1, y1, x2, y2, softness, left, top, right, bottom;
    };
    struct Box {
        float x, y, width, height, maskX, maskY;
        std::array<std::uint8_t, 4> color;
        float hatched;
    };
    void add(const scene::Shape& shape, const Canvas& canvas, GLuint target);
    void addEdges(const scene::Shape& shape, const Canvas& canvas, float shiftX, float shiftY,
                  const std::array<float, 4>& bounds);
    void soften();
    std::optional<std::array<int, 2>> pack(const Tile& cell);
    void flush(const Canvas& canvas, GLuint target);

    Program _edge, _shape;
    Surface _mask{GL_R8};
    int _shelfX = 0, _shelfY = 0, _shelfHeight = 0;
    std::vector<Edge> _edges;
    std::vector<Box> _boxes;
    VertexArray _edgeArray, _boxArray;
    Buffer _edgeBuffer, _boxBuffer;
};

} // namespace surplace::render
