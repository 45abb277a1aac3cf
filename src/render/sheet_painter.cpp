#include "render/sheet_painter.hpp"
#include <algorithm>
#include <cmath>
#include <cstddef>

namespace surplace::render {
namespace {

constexpr std::size_t stampedFrom = 4000; // marks; below, the driver is quick enough
constexpr int largestSpriteSheet = 4096;

std::array<std::uint8_t, 4> bytes(scene::Color color, double opacity = 1) {
    const double alpha = color.a * std::clamp(opacity, 0.0, 1.0);
    return {color.r, color.g, color.b, static_cast<std::uint8_t>(alpha + 0.5)};
}

struct PanelBox {
    float left, top, right, bottom, radius;
    std::array<std::uint8_t, 4> fill, border;
};

/// Takes a length off the end of a line. The line keeps at least its first point.
void shorten(std::vector<Vertex>& line, double length) {
    while (line.size() > 1) {
        const Vertex end = line.back();
        line.pop_back();
        const double size = std::hypot(end[0] - line.back()[0], end[1] - line.back()[1]);
        if (size > length) {
            const double part = (size - length) / size;
            line.push_back({line.back()[0] + (end[0] - line.back()[0]) * part,
                            line.back()[1] + (end[1] - line.back()[1]) * part});
            return;
        }
        length -= size;
    }
}

void markAttributes(GLuint divisor) {
    using scene::Mark;
    static_assert(sizeof(scene::MarkShape) == sizeof(int) &&
                      offsetof(Mark, fill) == offsetof(Mark, shape) + sizeof(int),
                  "marks are handed to OpenGL as they are");
    floatAttribute(0, 2, sizeof(Mark), offsetof(Mark, x), divisor);
    floatAttribute(1, 1, sizeof(Mark), offsetof(Mark, radiusPixels), divisor);
    glEnableVertexAttribArray(2);
    glVertexAttribIPointer(2, 2, GL_INT, sizeof(Mark), reinterpret_cast<const void*>(offsetof(Mark, shape)));
    glVertexAttribDivisor(2, divisor);
    colorAttribute(3, sizeof(Mark), offsetof(Mark, color), divisor);
    floatAttribute(4, 1, sizeof(Mark), offsetof(Mark, opacity), divisor);
    floatAttribute(5, 1, sizeof(Mark), offsetof(Mark, outerRadiusPixels), divisor);
}

} // namespace

SheetPainter::SheetPainter(const text::Typesetter& typesetter, const std::string& shaderFolder)
    : _panel("panel", "panel", shaderFolder), _stroke("stroke", "stroke", shaderFolder),
      _arrow("arrow", "arrow", shaderFolder), _mark("mark", "mark", shaderFolder),
      _dot("mark", "dot", shaderFolder), _label("label", "label", shaderFolder),
      _overlay("overlay", "overlay", shaderFolder), _shapes(shaderFolder), _atlas(typesetter) {
    std::array<GLfloat, 2> range{};
    glGetFloatv(GL_POINT_SIZE_RANGE, range.data());
    _largestPointPixels = range[1];

    glBindVertexArray(_panelArray.name());
    glBindBuffer(GL_ARRAY_BUFFER, _panelBuffer.name());
    floatAttribute(0, 4, sizeof(PanelBox), offsetof(PanelBox, left), 1);
    floatAttribute(1, 1, sizeof(PanelBox), offsetof(PanelBox, radius), 1);
    colorAttribute(2, sizeof(PanelBox), offsetof(PanelBox, fill), 1);
    colorAttribute(3, sizeof(PanelBox), offsetof(PanelBox, border), 1);

    glBindVertexArray(_pathArray.name());
    glBindBuffer(GL_ARRAY_BUFFER, _pathBuffer.name());
    for (GLuint i = 0; i < 4; ++i)
        floatAttribute(i, 3, sizeof(PathPoint), i * sizeof(PathPoint), 1);
    colorAttribute(4, sizeof(PathPoint), sizeof(PathPoint) + offsetof(PathPoint, color),
                   1); // the segment's first point
    floatAttribute(5, 1, sizeof(PathPoint), sizeof(PathPoint) + offsetof(PathPoint, width), 1);

    glBindVertexArray(_arrowArray.name());
    glBindBuffer(GL_ARRAY_BUFFER, _arrowBuffer.name());
    floatAttribute(0, 2, sizeof(Arrow), offsetof(Arrow, tipX), 1);
    floatAttribute(1, 2, sizeof(Arrow), offsetof(Arrow, directionX), 1);
    floatAttribute(2, 2, sizeof(Arrow), offsetof(Arrow, length), 1);
    colorAttribute(3, sizeof(Arrow), offsetof(Arrow, color), 1);

    for (const bool quads : {false, true}) {
        glBindVertexArray(quads ? _quadArray.name() : _pointArray.name());
        glBindBuffer(GL_ARRAY_BUFFER, _markBuffer.name());
        markAttributes(quads ? 1 : 0);
    }

    glBindVertexArray(_labelArray.name());
    glBindBuffer(GL_ARRAY_BUFFER, _labelBuffer.name());
    floatAttribute(0, 4, sizeof(Glyphs), offsetof(Glyphs, x), 1);
    floatAttribute(1, 2, sizeof(Glyphs), offsetof(Glyphs, atlasX), 1);
    colorAttribute(2, sizeof(Glyphs), offsetof(Glyphs, color), 1);
    colorAttribute(3, sizeof(Glyphs), offsetof(Glyphs, halo), 1);
    glBindVertexArray(0);
}

void SheetPainter::paint(const scene::Sheet& sheet, const Canvas& canvas, GLuint target) {
    _paper = sheet.paper;
    canvas.clip();
    paint(sheet.panels, canvas);
    _shapes.paint(sheet.shapes, canvas, target);
    paint(sheet.paths, canvas);
    paint(sheet.marks, canvas, target);
    paint(sheet.lineLabels, canvas);
    paint(sheet.labels, canvas);
    glBindVertexArray(0);
}

void SheetPainter::paint(const std::vector<scene::Panel>& panels, const Canvas& canvas) {
    if (panels.empty())
        return;
    std::vector<PanelBox> boxes;
    for (const scene::Panel& panel : panels) {
        // On whole device pixels, so that straight sides are sharp.
        const geo::ScreenPoint from = canvas.device({panel.box.minX, panel.box.minY}),
                               to = canvas.device({panel.box.maxX, panel.box.maxY});
        const double width = std::round(to.x) - std::round(from.x),
                     height = std::round(to.y) - std::round(from.y);
        const double radius = std::clamp(panel.radiusPixels * canvas.pixelRatio, 0.0,
                                         std::max(0.0, std::min(width, height) / 2));
        boxes.push_back({static_cast<float>(std::round(from.x)), static_cast<float>(std::round(from.y)),
                         static_cast<float>(std::round(to.x)), static_cast<float>(std::round(to.y)),
                         static_cast<float>(radius), bytes(panel.fill), bytes(panel.border)});
    }
    canvas.apply(_panel);
    glBindVertexArray(_panelArray.name());
    upload(_panelBuffer, boxes.data(), boxes.size());
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(boxes.size()));
}

void SheetPainter::addPath(const scene::Path& path, const Canvas& canvas) {
    std::vector<Vertex> line;
    for (const geo::ScreenPoint& point : path.points) {
        const geo::ScreenPoint at = canvas.device(point);
        if (std::isfinite(at.x) && std::isfinite(at.y) && (line.empty() || line.back() != Vertex{at.x, at.y}))
            line.push_back({at.x, at.y});
    }
    if (line.empty())
        return;
    // Nobody sees a tenth of a pixel, and a long arc has a third of the points without it.
    constexpr std::size_t fewPoints = 8;
    if (line.size() > fewPoints)
        line = simplified(line, 0.1);
    const std::array<std::uint8_t, 4> color = bytes(path.stroke.color, path.opacity);
    const bool closed = path.closed && line.size() > 2;
    if (path.arrowAtEnd && line.size() > 1 && !closed) {
        const double length = path.arrowPixels * canvas.pixelRatio;
        const Vertex tip = line.back();
        // Under an opaque head the line ends out of sight; a translucent or open one would show it.
        const bool hides = color[3] == 255 && !path.openArrow;
        const double cap = path.stroke.roundCaps ? path.stroke.widthPixels * canvas.pixelRatio / 2 : 0;
        shorten(line, hides ? 0.8 * length : length + cap);
        const double size = std::hypot(tip[0] - line.back()[0], tip[1] - line.back()[1]);
        const double outline =
            path.openArrow ? std::max(1.2, std::min(1.0 * path.stroke.widthPixels, path.arrowPixels / 5)) *
                                 canvas.pixelRatio
                           : 0;
        if (size > 0)
            _arrows.push_back({static_cast<float>(tip[0]), static_cast<float>(tip[1]),
                               static_cast<float>((tip[0] - line.back()[0]) / size),
                               static_cast<float>((tip[1] - line.back()[1]) / size),
                               static_cast<float>(length), static_cast<float>(outline), color});
    }
    if (closed)
        line.push_back(line.front());
    std::vector<LinePoint> points;
    const auto append = [&](const std::vector<Vertex>& piece, bool ring) {
        appendLine(points, piece, ring, {0, 0});
    };
    if (path.stroke.dashPixels.empty()) {
        append(line, closed);
    } else {
        std::vector<float> pattern;
        for (const float length : path.stroke.dashPixels)
            pattern.push_back(length * static_cast<float>(canvas.pixelRatio));
        const Tile& tile = canvas.tile;
        const geo::ScreenBox box{double(tile.x), double(tile.y), double(tile.x + tile.width),
                                 double(tile.y + tile.height)};
        for (const std::vector<Vertex>& piece :
             dashed(line, pattern, box, path.stroke.widthPixels * canvas.pixelRatio + 2))
            append(piece, false);
    }
    const float width = path.stroke.roundCaps ? path.stroke.widthPixels : -path.stroke.widthPixels;
    for (const LinePoint& point : points)
        _pathPoints.push_back({point, color, width});
}

void SheetPainter::paint(const std::vector<scene::Path>& paths, const Canvas& canvas) {
    _pathPoints.clear();
    _arrows.clear();
    for (const scene::Path& path : paths)
        addPath(path, canvas);
    if (const std::size_t segments = segmentCount(_pathPoints.size()); segments > 0) {
        canvas.apply(_stroke);
        _stroke.set("mapScale", 1.F, 1.F);
        _stroke.set("mapOffset", 0.F, 0.F);
        _stroke.set("dashCount", 0);
        glBindVertexArray(_pathArray.name());
        upload(_pathBuffer, _pathPoints.data(), _pathPoints.size());
        glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(segments));
    }
    if (!_arrows.empty()) {
        canvas.apply(_arrow);
        setPaper(_arrow);
        glBindVertexArray(_arrowArray.name());
        upload(_arrowBuffer, _arrows.data(), _arrows.size());
        glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(_arrows.size()));
    }
}

void SheetPainter::paint(const std::vector<scene::Mark>& marks, const Canvas& canvas, GLuint target) {
    if (marks.size() < stampedFrom || !stampMarks(marks, canvas, target))
        drawMarks(marks, canvas);
}

void SheetPainter::drawSprites(double pixelRatio, GLuint target) {
    const std::vector<scene::Mark> missing = _stamper.missingSprites();
    if (missing.empty())
        return;
    const int side = _stamper.sheetSide();
    const Tile sheet{0, 0, side, side};
    const Canvas canvas{sheet, pixelRatio, 0, 0, sheet};
    _sprites.reserve(side, side);
    _sprites.bind();
    canvas.clip();
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT);
    glDisable(GL_BLEND);
    drawMarks(missing, canvas);
    glEnable(GL_BLEND);
    std::vector<std::uint8_t> rgba(static_cast<std::size_t>(side) * static_cast<std::size_t>(side) * 4);
    glPixelStorei(GL_PACK_ALIGNMENT, 4);
    glReadPixels(0, 0, side, side, GL_RGBA, GL_UNSIGNED_BYTE, rgba.data());
    _stamper.takeSprites(rgba);
    glBindFramebuffer(GL_FRAMEBUFFER, target);
}

bool SheetPainter::stampMarks(const std::vector<scene::Mark>& marks, const Canvas& canvas, GLuint target) {
    const int side = _stamper.prepare(marks, canvas.pixelRatio, _paper) ? _stamper.sheetSide() : -1;
    if (side < 0 || side > largestSpriteSheet)
        return false;
    drawSprites(canvas.pixelRatio, target);
    const Tile& tile = canvas.tile;
    const std::vector<std::uint8_t>& pixels = _stamper.stamp(marks, canvas);
    _stamped.reserveTexture(tile.width, tile.height);
    glBindTexture(GL_TEXTURE_2D, _stamped.texture());
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, tile.width, tile.height, GL_RGBA, GL_UNSIGNED_BYTE,
                    pixels.data());
    glViewport(0, 0, tile.width, tile.height);
    canvas.clip();
    _overlay.use();
    _overlay.set("picture", 0);
    glBindVertexArray(_noArrays.name());
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    return true;
}

void SheetPainter::setPaper(const Program& program) const {
    program.set("paperColor", static_cast<float>(_paper.r) / 255.F, static_cast<float>(_paper.g) / 255.F,
                static_cast<float>(_paper.b) / 255.F);
}

void SheetPainter::drawMarks(const std::vector<scene::Mark>& marks, const Canvas& canvas) {
    if (marks.empty())
        return;
    float reach = 0;
    bool onlyDots = true;
    for (const scene::Mark& mark : marks) {
        reach = std::max({reach, mark.radiusPixels * 1.4F, std::abs(mark.outerRadiusPixels)});
        onlyDots = onlyDots && mark.shape == scene::MarkShape::circle &&
                   mark.fill == scene::MarkFill::solid && mark.outerRadiusPixels == 0;
    }
    const float guard = std::ceil((reach + 2) * static_cast<float>(canvas.pixelRatio));
    const bool quads = 2 * guard > _largestPointPixels;
    const Program& program = onlyDots ? _dot : _mark;
    const Tile& tile = canvas.tile;
    canvas.apply(program);
    setPaper(program);
    program.set("viewOrigin", static_cast<float>(tile.x) - guard, static_cast<float>(tile.y) - guard);
    program.set("viewSize", static_cast<float>(tile.width) + 2 * guard,
                static_cast<float>(tile.height) + 2 * guard);
    program.set("sheetOffset", static_cast<float>(canvas.offsetX), static_cast<float>(canvas.offsetY));
    program.set("asQuads", quads ? 1 : 0);
    const int margin = static_cast<int>(guard);
    glViewport(-margin, -margin, tile.width + 2 * margin, tile.height + 2 * margin);
    glEnable(GL_PROGRAM_POINT_SIZE);
    glBindVertexArray(quads ? _quadArray.name() : _pointArray.name());
    upload(_markBuffer, marks.data(), marks.size());
    if (quads)
        glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(marks.size()));
    else
        glDrawArrays(GL_POINTS, 0, static_cast<GLsizei>(marks.size()));
    glDisable(GL_PROGRAM_POINT_SIZE);
    glViewport(0, 0, tile.width, tile.height);
}

void SheetPainter::paint(const std::vector<scene::Label>& labels, const Canvas& canvas) {
    std::vector<Glyphs> glyphs;
    for (const scene::Label& label : labels) {
        const double halo = label.haloColor.a > 0 ? label.haloPixels : 0;
        auto place = _atlas.place(label.text, label.style, canvas.pixelRatio, halo);
        if (!place) {
            flush(canvas, glyphs);
            _atlas.clear();
            place = _atlas.place(label.text, label.style, canvas.pixelRatio, halo);
        }
        if (!place || place->width == 0)
            continue;
        // On whole device pixels: the glyphs keep the typesetter's own sharpness.
        const geo::ScreenPoint corner = canvas.device(label.topLeft);
        glyphs.push_back({static_cast<float>(std::round(corner.x) + place->offsetX),
                          static_cast<float>(std::round(corner.y) + place->offsetY),
                          static_cast<float>(place->width), static_cast<float>(place->height),
                          static_cast<float>(place->x), static_cast<float>(place->y),
                          bytes(label.color, label.opacity), bytes(label.haloColor, label.opacity)});
    }
    flush(canvas, glyphs);
}

void SheetPainter::paint(const std::vector<scene::LineLabel>& labels, const Canvas& canvas) {
    std::vector<Glyphs> glyphs;
    for (const scene::LineLabel& label : labels) {
        if (label.spots.empty())
            continue;
        const geo::ScreenPoint first = canvas.device({label.spots[0].x, label.spots[0].y});
        const geo::ScreenPoint corner{std::round(first.x), std::round(first.y)};
        std::vector<text::ClusterSpot> spots;
        for (const text::ClusterSpot& spot : label.spots) {
            const geo::ScreenPoint at = canvas.device({spot.x, spot.y});
            spots.push_back({at.x - corner.x, at.y - corner.y, spot.angleRadians});
        }
        const double halo = label.haloColor.a > 0 ? label.haloPixels : 0;
        auto place = _atlas.placeAlong(label.text, label.style, spots, canvas.pixelRatio, halo);
        if (!place) {
            flush(canvas, glyphs);
            _atlas.clear();
            place = _atlas.placeAlong(label.text, label.style, spots, canvas.pixelRatio, halo);
        }
        if (!place || place->width == 0)
            continue;
        glyphs.push_back({static_cast<float>(corner.x + place->offsetX),
                          static_cast<float>(corner.y + place->offsetY), static_cast<float>(place->width),
                          static_cast<float>(place->height), static_cast<float>(place->x),
                          static_cast<float>(place->y), bytes(label.color, label.opacity),
                          bytes(label.haloColor, label.opacity)});
    }
    flush(canvas, glyphs);
}

void SheetPainter::flush(const Canvas& canvas, std::vector<Glyphs>& glyphs) {
    if (glyphs.empty())
        return;
    canvas.apply(_label);
    _label.set("atlas", 0);
    glBindTexture(GL_TEXTURE_2D, _atlas.texture());
    glBindVertexArray(_labelArray.name());
    upload(_labelBuffer, glyphs.data(), glyphs.size());
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(glyphs.size()));
    glyphs.clear();
}

} // namespace surplace::render
