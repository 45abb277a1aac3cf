#include "render/shape_painter.hpp"
#include <algorithm>
#include <cmath>

namespace surplace::render {
namespace {

constexpr int usualMaskSize = 2048;

/// One side of the clipping: keeps what `inside` accepts, and the points where `value` reaches `limit`.
std::vector<Vertex> clippedAt(const std::vector<Vertex>& ring, std::size_t axis, double limit, double sign) {
    std::vector<Vertex> out;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vertex& a = ring[i];
        const Vertex& b = ring[(i + 1) % ring.size()];
        const double outsideA = (a[axis] - limit) * sign, outsideB = (b[axis] - limit) * sign;
        if (outsideA <= 0)
            out.push_back(a);
        if ((outsideA < 0 && outsideB > 0) || (outsideA > 0 && outsideB < 0)) {
            const double part = outsideA / (outsideA - outsideB);
            out.push_back({a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part});
        }
    }
    return out;
}

/// Points nearer than half a pixel to the one before cannot be told from it.
std::vector<Vertex> deviceRing(const std::vector<geo::ScreenPoint>& ring, const Canvas& canvas) {
    std::vector<Vertex> out;
    for (const geo::ScreenPoint& point : ring) {
        const geo::ScreenPoint at = canvas.device(point);
        if (!std::isfinite(at.x) || !std::isfinite(at.y))
            continue;
        if (out.empty() || std::hypot(at.x - out.back()[0], at.y - out.back()[1]) > 0.5)
            out.push_back({at.x, at.y});
    }
    return out;
}

} // namespace

std::vector<Vertex> clipped(const std::vector<Vertex>& ring, const geo::ScreenBox& box) {
    std::vector<Vertex> out = clippedAt(ring, 0, box.minX, -1);
    out = clippedAt(out, 0, box.maxX, 1);
    out = clippedAt(out, 1, box.minY, -1);
    return clippedAt(out, 1, box.maxY, 1);
}

ShapePainter::ShapePainter(const std::string& shaderFolder)
    : _fill("fill", "fill", shaderFolder), _edge("mask_edge", "mask_edge", shaderFolder), _shape("shape", "shape", shaderFolder) {
    glBindVertexArray(_fillArray.name());
    glBindBuffer(GL_ARRAY_BUFFER, _vertexBuffer.name());
    floatAttribute(0, 2, sizeof(std::array<float, 2>), 0, 0);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, _indexBuffer.name());
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
    const double softness = std::max(1.0, shape.softEdgePixels * canvas.pixelRatio);
    const double alpha = std::clamp(shape.opacity, 0.0, 1.0) * shape.fill.a;
    // Beyond this margin an edge, even one made by the clipping, does not reach the picture.
    const double margin = std::ceil(softness) + 2;
    const Tile& tile = canvas.tile;
    const geo::ScreenBox near{tile.x - margin, tile.y - margin, tile.x + tile.width + margin, tile.y + tile.height + margin};
    std::vector<std::vector<Vertex>> rings;
    geo::ScreenBox box;
    for (const auto& ring : shape.rings) {
        rings.push_back(clipped(deviceRing(ring, canvas), near));
        for (const Vertex& point : rings.back())
            box.add(point[0], point[1]);
    }
    if (box.isEmpty() || alpha < 0.5)
        return;
    Cell cell{static_cast<int>(std::floor(box.minX)) - 1, static_cast<int>(std::floor(box.minY)) - 1, 0, 0};
    cell.width = static_cast<int>(std::ceil(box.maxX)) + 1 - cell.x;
    cell.height = static_cast<int>(std::ceil(box.maxY)) + 1 - cell.y;
    std::optional<std::array<int, 2>> corner = pack(cell);
    if (!corner) {
        flush(canvas, target);
        _mask.reserve(std::max(usualMaskSize, cell.width), std::max(usualMaskSize, cell.height));
        corner = pack(cell);
    }
    const double shiftX = (*corner)[0] - cell.x, shiftY = (*corner)[1] - cell.y;
    for (auto& ring : rings)
        for (Vertex& point : ring)
            point = {point[0] + shiftX, point[1] + shiftY};
    const Triangles triangles = triangulate(rings);
    const auto base = static_cast<std::uint32_t>(_vertices.size());
    for (const Vertex& vertex : triangles.vertices)
        _vertices.push_back({static_cast<float>(vertex[0]), static_cast<float>(vertex[1])});
    for (const std::uint32_t index : triangles.indices)
        _indices.push_back(base + index);
    const auto left = static_cast<float>((*corner)[0]), top = static_cast<float>((*corner)[1]);
    const auto width = static_cast<float>(cell.width), height = static_cast<float>(cell.height);
    for (const auto& ring : rings)
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Vertex& a = ring[i];
            const Vertex& b = ring[(i + 1) % ring.size()];
            _edges.push_back({static_cast<float>(a[0]), static_cast<float>(a[1]), static_cast<float>(b[0]), static_cast<float>(b[1]),
                              static_cast<float>(softness), left, top, left + width, top + height});
        }
    _boxes.push_back({static_cast<float>(cell.x), static_cast<float>(cell.y), width, height, left, top,
                      {shape.fill.r, shape.fill.g, shape.fill.b, static_cast<std::uint8_t>(alpha + 0.5)}, shape.hatched ? 1.F : 0.F});
}

std::optional<std::array<int, 2>> ShapePainter::pack(const Cell& cell) {
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
    const int used = _shelfY + _shelfHeight;
    _shelfX = _shelfY = _shelfHeight = 0;
    if (_boxes.empty())
        return;
    Canvas maskCanvas;
    maskCanvas.tile = {0, 0, _mask.width(), _mask.height()};
    glDisable(GL_SCISSOR_TEST);
    _mask.bind();
    glViewport(0, 0, _mask.width(), _mask.height());
    glEnable(GL_SCISSOR_TEST);
    glScissor(0, 0, _mask.width(), used);
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT);
    glDisable(GL_BLEND);
    maskCanvas.apply(_fill);
    _fill.set("mapScale", 1.F, 1.F);
    _fill.set("mapOffset", 0.F, 0.F);
    _fill.set("color", scene::Color{255, 255, 255, 255});
    glBindVertexArray(_fillArray.name());
    upload(_vertexBuffer, _vertices.data(), _vertices.size());
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(_indices.size() * sizeof(std::uint32_t)), _indices.data(), GL_STREAM_DRAW);
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(_indices.size()), GL_UNSIGNED_INT, nullptr);

    // Inside pixels are full, outside ones empty: MAX with at most a half changes only those outside, MIN with at least a half (or,
    // soft, with anything) only those inside.
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE);
    maskCanvas.apply(_edge);
    glBindVertexArray(_edgeArray.name());
    upload(_edgeBuffer, _edges.data(), _edges.size());
    for (const int outside : {1, 0}) {
        glBlendEquation(outside == 1 ? GL_MAX : GL_MIN);
        _edge.set("outside", outside);
        glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(_edges.size()));
    }
    glBlendEquation(GL_FUNC_ADD);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);

    glBindFramebuffer(GL_FRAMEBUFFER, target);
    glViewport(0, 0, canvas.tile.width, canvas.tile.height);
    canvas.clip();
    canvas.apply(_shape);
    _shape.set("mask", 0);
    glBindTexture(GL_TEXTURE_2D, _mask.texture());
    glBindVertexArray(_boxArray.name());
    upload(_boxBuffer, _boxes.data(), _boxes.size());
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(_boxes.size()));
    _vertices.clear();
    _indices.clear();
    _edges.clear();
    _boxes.clear();
}

} // namespace surplace::render
