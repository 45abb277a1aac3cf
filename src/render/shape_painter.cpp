#include "render/shape_painter.hpp"
#include "render/coverage.hpp"
#include "render/line_points.hpp"
#include <algorithm>
#include <cmath>

namespace surplace::render {
namespace {

constexpr int usualMaskSize = 2048;

} // namespace

ShapePainter::ShapePainter(const std::string& shaderFolder)
    : _edge("mask_edge", "mask_edge", shaderFolder), _shape("shape", "shape", shaderFolder) {
    glBindVertexArray(_edgeArray.name());
    glBindBuffer(GL_ARRAY_BUFFER, _edgeBuffer.name());
    floatAttribute(0, 4, sizeof(Edge), offsetof(Edge, x1), 1);
    floatAttribute(1, 1, sizeof(Edge), offsetof(Edge, softness), 1);
    floatAttribute(2, 4, sizeof(Edge), offsetof(Edge, left), 1);
    glBindVertexArray(_boxArray.name());
    glBindBuffer(GL_ARRAY_BUFFER, _boxBuffer.name());
    floatAttribute(0, 4, sizeof(Box), offsetof(Box, x), 1);
    floatAttribute(1, 2, sizeof(Box), offsetof(Box, maskX), 1);
    colorAttribute(2, sizeof(Box), offsetof(Box, color), 1);
    floatAttribute(3, 1, sizeof(Box), offsetof(Box, hatched), 1);
    glBindVertexArray(0);
}

void ShapePainter::paint(const std::vector<scene::Shape>& shapes, const Canvas& canvas, GLuint target) {
    for (const scene::Shape& shape : shapes)
        add(shape, canvas, target);
    flush(canvas, target);
}

void ShapePainter::add(const scene::Shape& shape, const Canvas& canvas, GLuint target) {
    const double alpha = std::clamp(shape.opacity, 0.0, 1.0) * shape.fill.a;
    geo::ScreenBox box;
    for (const auto& ring : shape.rings)
        for (const geo::ScreenPoint& point : ring)
            if (const geo::ScreenPoint at = canvas.device(point); std::isfinite(at.x) && std::isfinite(at.y))
                box.add(at.x, at.y);
    const Tile& tile = canvas.tile;
    const double left = std::max<double>(tile.x, std::floor(box.minX)),
                 right = std::min<double>(tile.x + tile.width, std::ceil(box.maxX));
    const double top = std::max<double>(tile.y, std::floor(box.minY)),
                 bottom = std::min<double>(tile.y + tile.height, std::ceil(box.maxY));
    if (left >= right || top >= bottom || alpha < 0.5)
        return;
    const Tile cell{static_cast<int>(left), static_cast<int>(top), static_cast<int>(right - left),
                    static_cast<int>(bottom - top)};
    std::optional<std::array<int, 2>> corner = pack(cell);
    if (!corner) {
        flush(canvas, target);
        _mask.reserveTexture(std::max(usualMaskSize, cell.width), std::max(usualMaskSize, cell.height));
        corner = pack(cell);
    }
    Coverage coverage(cell);
    coverage.add(shape.rings, canvas.pixelRatio, canvas.pixelRatio, canvas.offsetX, canvas.offsetY);
    const std::vector<std::uint8_t> bytes = coverage.bytes();
    glBindTexture(GL_TEXTURE_2D, _mask.texture());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexSubImage2D(GL_TEXTURE_2D, 0, (*corner)[0], (*corner)[1], cell.width, cell.height, GL_RED,
                    GL_UNSIGNED_BYTE, bytes.data());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    const auto maskX = static_cast<float>((*corner)[0]), maskY = static_cast<float>((*corner)[1]);
    const auto width = static_cast<float>(cell.width), height = static_cast<float>(cell.height);
    if (shape.softEdgePixels > 0)
        addEdges(shape, canvas, maskX - static_cast<float>(cell.x), maskY - static_cast<float>(cell.y),
                 {maskX, maskY, maskX + width, maskY + height});
    _boxes.push_back({static_cast<float>(cell.x),
                      static_cast<float>(cell.y),
                      width,
                      height,
                      maskX,
                      maskY,
                      {shape.fill.r, shape.fill.g, shape.fill.b, static_cast<std::uint8_t>(alpha + 0.5)},
                      shape.hatched ? 1.F : 0.F});
}

void ShapePainter::addEdges(const scene::Shape& shape, const Canvas& canvas, float shiftX, float shiftY,
                            const std::array<float, 4>& bounds) {
    const auto softness = static_cast<float>(shape.softEdgePixels * canvas.pixelRatio);
    for (const auto& ring : shape.rings) {
        std::vector<Vertex> line;
        for (const geo::ScreenPoint& point : ring)
            line.push_back({canvas.device(point).x, canvas.device(point).y});
        if (!line.empty())
            line.push_back(line.front());
        // What a soft edge hides need not be drawn.
        line = simplified(line, softness / 32);
        for (std::size_t i = 1; i < line.size(); ++i) {
            const Vertex &a = line[i - 1], &b = line[i];
            _edges.push_back({static_cast<float>(a[0]) + shiftX, static_cast<float>(a[1]) + shiftY,
                              static_cast<float>(b[0]) + shiftX, static_cast<float>(b[1]) + shiftY, softness,
                              bounds[0], bounds[1], bounds[2], bounds[3]});
        }
    }
}

std::optional<std::array<int, 2>> ShapePainter::pack(const Tile& cell) {
    if (_shelfX + cell.width > _mask.width()) {
        _shelfY += _shelfHeight;
        _shelfX = _shelfHeight = 0;
    }
    if (cell.width > _mask.width() || _shelfY + cell.height > _mask.height())
        return std::nullopt;
    const std::array<int, 2> corner{_shelfX, _shelfY};
    _shelfX += cell.width;
    _shelfHeight = std::max(_shelfHeight, cell.height);
    return corner;
}

void ShapePainter::flush(const Canvas& canvas, GLuint target) {
    _shelfX = _shelfY = _shelfHeight = 0;
    if (_boxes.empty())
        return;
    if (!_edges.empty())
        soften();
    glBindFramebuffer(GL_FRAMEBUFFER, target);
    glViewport(0, 0, canvas.tile.width, canvas.tile.height);
    canvas.clip();
    canvas.apply(_shape);
    _shape.set("mask", 0);
    glBindTexture(GL_TEXTURE_2D, _mask.texture());
    glBindVertexArray(_boxArray.name());
    upload(_boxBuffer, _boxes.data(), _boxes.size());
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(_boxes.size()));
    _edges.clear();
    _boxes.clear();
}

void ShapePainter::soften() {
    Canvas canvas;
    canvas.tile = {0, 0, _mask.width(), _mask.height()};
    canvas.clipTo = canvas.tile;
    _mask.bind();
    glViewport(0, 0, _mask.width(), _mask.height());
    canvas.clip();
    // MIN over all edges is the distance to the nearest one; outside the shape nothing is left to lower.
    glBlendEquation(GL_MIN);
    canvas.apply(_edge);
    glBindVertexArray(_edgeArray.name());
    upload(_edgeBuffer, _edges.data(), _edges.size());
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(_edges.size()));
    glBlendEquation(GL_FUNC_ADD);
}

} // namespace surplace::render
