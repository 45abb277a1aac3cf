#pragma once
#include "render/canvas.hpp"
#include "render/line_parts.hpp"
#include "render/picture_sampler.hpp"
#include <map>
#include <memory>
#include <span>
#include <vector>

namespace surplace::render {

/// Draws base layers on the processor: what BasePainter draws with OpenGL, in a fraction of the time where
/// OpenGL is software too. Keeps what it makes of each geometry for as long as someone else holds it.
class BaseRaster {
public:
    /// The layers over the background: row by row from the top of the canvas's tile, words of RGBA, opaque.
    /// Valid until the next call.
    std::span<const std::uint32_t> paint(const std::vector<scene::BaseLayer>& layers, scene::Color background,
                                         const MapTransform& transform, const Canvas& canvas);
    /// Frees what belongs to geometries that are gone.
    void forgetUnused();

private:
    struct KnownLines {
        std::weak_ptr<const void> owner;
        LineParts lines;
    };
    struct KnownPicture {
        std::weak_ptr<const void> owner;
        std::unique_ptr<PictureSampler> sampler;
    };
    /// Makes what a layer needs, before the threads that draw start.
    void prepare(const scene::BaseLayer& layer, const MapTransform& transform);
    /// Draws all layers into the rows of one band.
    void paintBand(const std::vector<scene::BaseLayer>& layers, const MapTransform& transform,
                   const Tile& band, double pixelRatio, std::uint32_t* pixels) const;

    std::map<std::pair<const void*, int>, KnownLines> _lines; ///< by geometry and octave
    std::map<const void*, KnownPicture> _pictures;
    std::vector<std::uint32_t> _pixels;
};

} // namespace surplace::render
