#pragma once
#include "render/canvas.hpp"
#include "render/line_parts.hpp"
#include "render/surface.hpp"
#include <map>
#include <memory>
#include <vector>

namespace surplace::render {

/// Draws base layers. Keeps the buffers of each geometry for as long as someone else holds it.
class BasePainter {
public:
    explicit BasePainter(const std::string& shaderFolder);
    /// Draws the layers in order into the framebuffer that is bound.
    void paint(const std::vector<scene::BaseLayer>& layers, const MapTransform& transform,
               const Canvas& canvas);
    /// Frees the buffers of geometries that are gone.
    void forgetUnused();

private:
    struct LineBuffers {
        std::weak_ptr<const void> owner;
        geo::ProjectedPoint origin;
        VertexArray array;
        Buffer points;
        std::vector<LinePart> parts;
    };
    struct RasterBuffers {
        std::weak_ptr<const void> owner;
        geo::ProjectedPoint origin;
        VertexArray array;
        Buffer vertices, indices;
        Texture texture;
        GLsizei count = 0;
        double texelMeters = 0; ///< the smallest one's shorter side
        bool hasMipmaps = false;
    };
    void draw(const scene::FillLayer& layer, const MapTransform& transform, const Canvas& canvas);
    void draw(const scene::StrokeLayer& layer, const MapTransform& transform, const Canvas& canvas);
    void draw(const scene::RasterLayer& layer, const MapTransform& transform, const Canvas& canvas);
    static LineBuffers build(const scene::LineGeometry& geometry, int octave);
    static RasterBuffers build(const scene::RasterGeometry& geometry);
    static void filter(RasterBuffers& buffers, double scale);

    Program _shape, _stroke, _raster;
    Surface _mask{GL_R8}; ///< the coverage of a layer's areas
    VertexArray _noArrays;
    std::map<std::pair<const void*, int>, LineBuffers>
        _lines; ///< by geometry and power of two of metres per pixel
    std::map<const void*, RasterBuffers> _rasters;
};

/// Sets the dashes of the stroke program, which is in use.
void setDashes(const Program& stroke, const std::vector<float>& dashPixels);

} // namespace surplace::render
