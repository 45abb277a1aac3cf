#pragma once
#include "render/canvas.hpp"
#include "render/line_points.hpp"
#include "render/surface.hpp"
#include <map>
#include <memory>
#include <vector>

namespace surplace::render {

/// Draws base layers. Keeps the buffers of each geometry for as long as someone else holds it.
class BasePainter {
public:
    explicit BasePainter(const std::string& shaderFolder);
    /// Draws the layers in order; the surface was cleared to the picture's background.
    void paint(const std::vector<scene::BaseLayer>& layers, const MapTransform& transform, const Canvas& canvas, BaseSurface& surface);
    /// Frees the buffers of geometries that are gone.
    void forgetUnused();

private:
    /// A run of a buffer that lies in a box.
    struct Part {
        geo::ProjectedBox box;
        std::size_t first = 0, count = 0;
    };
    struct AreaBuffers {
        std::weak_ptr<const void> owner;
        geo::ProjectedPoint origin;
        VertexArray array;
        Buffer vertices, indices;
        std::vector<Part> parts;
    };
    struct LineBuffers {
        std::weak_ptr<const void> owner;
        geo::ProjectedPoint origin;
        VertexArray array;
        Buffer points;
        std::vector<Part> parts;
    };
    struct RasterBuffers {
        std::weak_ptr<const void> owner;
        geo::ProjectedPoint origin;
        VertexArray array;
        Buffer vertices, indices;
        Texture texture;
        GLsizei count = 0;
    };
    void draw(const scene::FillLayer& layer, const MapTransform& transform, const Canvas& canvas);
    void draw(const scene::StrokeLayer& layer, const MapTransform& transform, const Canvas& canvas);
    void draw(const scene::RasterLayer& layer, const MapTransform& transform, const Canvas& canvas);
    static AreaBuffers build(const scene::AreaGeometry& geometry);
    static LineBuffers build(const scene::LineGeometry& geometry, double spacingMeters);
    static RasterBuffers build(const scene::RasterGeometry& geometry);

    Program _fill, _stroke, _raster;
    std::map<const void*, AreaBuffers> _areas;
    std::map<std::pair<const void*, int>, LineBuffers> _lines; ///< by geometry and power of two of metres per pixel
    std::map<const void*, RasterBuffers> _rasters;
};

/// Sets the widths, colour and dashes of a stroke for the bound stroke program.
void setDashes(const Program& stroke, const std::vector<float>& dashPixels);

} // namespace surplace::render
