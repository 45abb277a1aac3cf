#pragma once
#include "render/canvas.hpp"
#include "render/label_atlas.hpp"
#include "render/line_points.hpp"
#include "render/mark_stamper.hpp"
#include "render/shape_painter.hpp"
#include <array>
#include <vector>

namespace surplace::render {

/// Draws sheets: panels, shapes, paths, marks, labels along lines, labels, in this order.
class SheetPainter {
public:
    SheetPainter(const text::Typesetter& typesetter, const std::string& shaderFolder);
    /// Draws within the canvas' clip into the framebuffer, which is bound with its viewport at the tile.
    void paint(const scene::Sheet& sheet, const Canvas& canvas, GLuint target);

private:
    void paint(const std::vector<scene::Panel>& panels, const Canvas& canvas);
    void paint(const std::vector<scene::Path>& paths, const Canvas& canvas);
    void paint(const std::vector<scene::Mark>& marks, const Canvas& canvas, GLuint target);
    void paint(const std::vector<scene::Label>& labels, const Canvas& canvas);
    void paint(const std::vector<scene::LineLabel>& labels, const Canvas& canvas);

    struct PathPoint {
        LinePoint at;
        std::array<std::uint8_t, 4> color;
        float width; ///< logical pixels; negative: square ends
    };
    struct Arrow {
        float tipX, tipY, directionX, directionY, length, outline;
        std::array<std::uint8_t, 4> color;
    };
    struct Glyphs {
        float x, y, width, height, atlasX, atlasY;
        std::array<std::uint8_t, 4> color, halo;
    };
    void drawMarks(const std::vector<scene::Mark>& marks, const Canvas& canvas);
    void drawSprites(double pixelRatio, GLuint target);
    bool stampMarks(const std::vector<scene::Mark>& marks, const Canvas& canvas, GLuint target);
    void addPath(const scene::Path& path, const Canvas& canvas);
    void flush(const Canvas& canvas, std::vector<Glyphs>& glyphs);

    Program _panel, _stroke, _arrow, _mark, _dot, _label, _overlay;
    ShapePainter _shapes;
    LabelAtlas _atlas;
    void setPaper(const Program& program) const;

    MarkStamper _stamper;
    scene::Color _paper; ///< of the sheet that is painted
    Surface _sprites{GL_RGBA8}, _stamped{GL_RGBA8};
    float _largestPointPixels = 1;
    VertexArray _panelArray, _pathArray, _arrowArray, _pointArray, _quadArray, _labelArray, _noArrays;
    Buffer _panelBuffer, _pathBuffer, _arrowBuffer, _markBuffer, _labelBuffer;
    std::vector<PathPoint> _pathPoints;
    std::vector<Arrow> _arrows;
};

} // namespace surplace::render
