#include "render/base_painter.hpp"
#include "render/coverage.hpp"
#include "render/picture_sampler.hpp"
#include <algorithm>
#include <array>
#include <cmath>

namespace surplace::render {
namespace {

constexpr std::size_t mostDashes = 16; // shaders/stroke.frag

template <class Buffers>
void forgetExpired(Buffers& buffers) {
    std::erase_if(buffers, [](const auto& entry) { return entry.second.owner.expired(); });
}

/// Calls draw(first, count) for the runs of parts that are shown, neighbours joined.
template <class Parts, class Draw>
void forShownRuns(const Parts& parts, const MapTransform& transform, const Tile& tile, double margin,
                  Draw draw) {
    std::size_t first = 0, count = 0;
    for (const auto& part : parts) {
        if (!transform.shows(part.box, tile, margin))
            continue;
        if (count > 0 && part.first == first + count) {
            count += part.count;
            continue;
        }
        if (count > 0)
            draw(first, count);
        first = part.first;
        count = part.count;
    }
    if (count > 0)
        draw(first, count);
}

void pointSegments(std::size_t first) {
    for (GLuint i = 0; i < 4; ++i)
        floatAttribute(i, 3, sizeof(LinePoint), (first + i) * sizeof(LinePoint), 1);
}

} // namespace

void setDashes(const Program& stroke, const std::vector<float>& dashPixels) {
    std::vector<float> dashes = dashPixels;
    if (dashes.size() % 2 != 0)
        dashes.insert(dashes.end(), dashPixels.begin(), dashPixels.end());
    dashes.resize(std::min(dashes.size(), mostDashes));
    stroke.set("dashCount", static_cast<int>(dashes.size()));
    if (!dashes.empty())
        stroke.set("dashes", dashes.data(), static_cast<int>(dashes.size()));
}

BasePainter::BasePainter(const std::string& shaderFolder)
    : _shape("shape", "shape", shaderFolder), _stroke("stroke", "stroke", shaderFolder),
      _raster("raster", "raster", shaderFolder) {}

void BasePainter::paint(const std::vector<scene::BaseLayer>& layers, const MapTransform& transform,
                        const Canvas& canvas) {
    for (const scene::BaseLayer& layer : layers)
        std::visit(
            [&](const auto& each) {
                if (each.geometry)
                    draw(each, transform, canvas);
            },
            layer);
    glBindVertexArray(0);
}

void BasePainter::forgetUnused() {
    forgetExpired(_lines);
    forgetExpired(_rasters);
}

void BasePainter::draw(const scene::FillLayer& layer, const MapTransform& transform, const Canvas& canvas) {
    const Tile shown = transform.shownPart(layer.geometry->box, canvas.tile);
    if (shown.width <= 0 || shown.height <= 0)
        return;
    Coverage coverage(shown);
    for (const geo::ProjectedRings& area : layer.geometry->areas)
        coverage.add(area, transform.scaleX, transform.scaleY, transform.shiftX, transform.shiftY);
    const std::vector<std::uint8_t> bytes = coverage.bytes();
    _mask.reserveTexture(shown.width, shown.height);
    glBindTexture(GL_TEXTURE_2D, _mask.texture());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, shown.width, shown.height, GL_RED, GL_UNSIGNED_BYTE,
                    bytes.data());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    canvas.apply(_shape);
    _shape.set("mask", 0);
    glBindVertexArray(_noArrays.name()); // one rectangle: constants do
    glVertexAttrib4f(0, static_cast<float>(shown.x), static_cast<float>(shown.y),
                     static_cast<float>(shown.width), static_cast<float>(shown.height));
    glVertexAttrib2f(1, 0, 0);
    glVertexAttrib4Nub(2, layer.color.r, layer.color.g, layer.color.b, layer.color.a);
    glVertexAttrib1f(3, 0);
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

void BasePainter::draw(const scene::StrokeLayer& layer, const MapTransform& transform, const Canvas& canvas) {
    const double margin = layer.stroke.widthPixels * canvas.pixelRatio + 2;
    if (!transform.shows(layer.geometry->box, canvas.tile, margin))
        return;
    const int octave = octaveOf(transform.scaleX);
    const std::pair<const void*, int> key{layer.geometry.get(), octave};
    auto found = _lines.find(key);
    if (found == _lines.end()) {
        found = _lines.emplace(key, build(*layer.geometry, octave)).first;
        found->second.owner = layer.geometry;
    }
    const LineBuffers& buffers = found->second;
    canvas.apply(_stroke);
    transform.apply(_stroke, buffers.origin);
    setDashes(_stroke, layer.stroke.dashPixels);
    glBindVertexArray(buffers.array.name());
    glBindBuffer(GL_ARRAY_BUFFER, buffers.points.name());
    const scene::Color color = layer.stroke.color;
    glVertexAttrib4Nub(4, color.r, color.g, color.b, color.a);
    glVertexAttrib1f(5, layer.stroke.roundCaps ? layer.stroke.widthPixels : -layer.stroke.widthPixels);
    forShownRuns(buffers.parts, transform, canvas.tile, margin, [](std::size_t first, std::size_t count) {
        pointSegments(first); // OpenGL 3.3 has no first instance to draw from
        glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(count));
    });
}

void BasePainter::draw(const scene::RasterLayer& layer, const MapTransform& transform, const Canvas& canvas) {
    auto found = _rasters.find(layer.geometry.get());
    if (found == _rasters.end()) {
        found = _rasters.emplace(layer.geometry.get(), build(*layer.geometry)).first;
        found->second.owner = layer.geometry;
    }
    RasterBuffers& buffers = found->second;
    if (buffers.count == 0)
        return;
    canvas.apply(_raster);
    transform.apply(_raster, buffers.origin);
    _raster.set("opacity", static_cast<float>(layer.opacity));
    _raster.set("picture", 0);
    glBindTexture(GL_TEXTURE_2D, buffers.texture.name());
    filter(buffers, transform.scaleX);
    glBindVertexArray(buffers.array.name());
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glDrawElements(GL_TRIANGLES, buffers.count, GL_UNSIGNED_INT, nullptr);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
}

/// Mipmaps cost a software renderer 70 ms to make: a picture that is only magnified goes without.
void BasePainter::filter(RasterBuffers& buffers, double scale) {
    constexpr double margin = 1.1; // texels need not lie along the pixels
    const bool shrinks = buffers.texelMeters * scale < margin;
    if (shrinks && !buffers.hasMipmaps)
        glGenerateMipmap(GL_TEXTURE_2D);
    buffers.hasMipmaps = buffers.hasMipmaps || shrinks;
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, shrinks ? GL_LINEAR_MIPMAP_LINEAR : GL_LINEAR);
}

BasePainter::LineBuffers BasePainter::build(const scene::LineGeometry& geometry, int octave) {
    LineBuffers buffers;
    LineParts lines = lineParts(geometry, octave);
    buffers.origin = lines.origin;
    buffers.parts = std::move(lines.parts);
    glBindVertexArray(buffers.array.name());
    upload(buffers.points, lines.points.data(), lines.points.size(), GL_STATIC_DRAW);
    return buffers;
}

BasePainter::RasterBuffers BasePainter::build(const scene::RasterGeometry& geometry) {
    struct GridVertex {
        float x, y, u, v;
    };
    RasterBuffers buffers;
    const int columns = geometry.columns, rows = geometry.rows;
    const std::size_t pixels =
        static_cast<std::size_t>(geometry.imageWidth) * static_cast<std::size_t>(geometry.imageHeight);
    if (columns < 2 || rows < 2 ||
        geometry.grid.size() != static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows) ||
        pixels == 0 || geometry.rgba.size() != pixels * 4)
        return buffers;
    buffers.origin = geometry.grid[geometry.grid.size() / 2];
    std::vector<GridVertex> vertices;
    std::vector<std::uint32_t> indices;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const auto index = static_cast<std::uint32_t>(row * columns + column);
            const geo::ProjectedPoint at = geometry.grid[index];
            vertices.push_back({static_cast<float>(at.x - buffers.origin.x),
                                static_cast<float>(at.y - buffers.origin.y),
                                static_cast<float>(column) / static_cast<float>(columns - 1),
                                static_cast<float>(row) / static_cast<float>(rows - 1)});
            if (row == 0 || column == 0)
                continue;
            const auto above = index - static_cast<std::uint32_t>(columns);
            indices.insert(indices.end(), {above - 1, above, index, above - 1, index, index - 1});
        }
    }
    std::vector<std::uint8_t> premultiplied(geometry.rgba);
    for (std::size_t i = 0; i < premultiplied.size(); ++i)
        if (i % 4 != 3)
            premultiplied[i] =
                static_cast<std::uint8_t>((premultiplied[i] * premultiplied[i / 4 * 4 + 3] + 127) / 255);
    glBindTexture(GL_TEXTURE_2D, buffers.texture.name());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, geometry.imageWidth, geometry.imageHeight, 0, GL_RGBA,
                 GL_UNSIGNED_BYTE, premultiplied.data());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    buffers.texelMeters = smallestTexelMeters(geometry);
    glBindVertexArray(buffers.array.name());
    upload(buffers.vertices, vertices.data(), vertices.size(), GL_STATIC_DRAW);
    floatAttribute(0, 2, sizeof(GridVertex), 0, 0);
    floatAttribute(1, 2, sizeof(GridVertex), 2 * sizeof(float), 0);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, buffers.indices.name());
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(indices.size() * sizeof(std::uint32_t)),
                 indices.data(), GL_STATIC_DRAW);
    buffers.count = static_cast<GLsizei>(indices.size());
    return buffers;
}

} // namespace surplace::render
