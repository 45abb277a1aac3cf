#include "render/base_raster.hpp"
#include "render/blend.hpp"
#include "render/coverage.hpp"
#include "render/stroke_coverage.hpp"
#include <algorithm>
#include <future>
#include <thread>

namespace surplace::render {
namespace {

/// Lower bands would cost more in sides that all of them look at than they save.
constexpr int leastBandRows = 128;

/// The areas of the layers in a band: how much of each pixel they cover, and for each pixel the last layer
/// that hides all before it.
struct Fills {
    struct Mask {
        Tile shown;
        std::vector<std::uint8_t> coverage;
    };
    std::vector<Mask> masks; ///< by layer; empty for others
    std::vector<std::uint8_t> lastCover;
};

Fills fillsOf(const std::vector<scene::BaseLayer>& layers, const MapTransform& transform, const Tile& band) {
    Fills fills{std::vector<Fills::Mask>(layers.size()),
                std::vector<std::uint8_t>(static_cast<std::size_t>(band.width) *
                                          static_cast<std::size_t>(band.height))};
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const auto* fill = std::get_if<scene::FillLayer>(&layers[i]);
        if (fill == nullptr || !fill->geometry)
            continue;
        const Tile shown = transform.shownPart(fill->geometry->box, band);
        if (shown.width <= 0 || shown.height <= 0)
            continue;
        Coverage coverage(shown);
        for (const geo::ProjectedRings& area : fill->geometry->areas)
            coverage.add(area, transform.scaleX, transform.scaleY, transform.shiftX, transform.shiftY);
        fills.masks[i] = {shown, coverage.bytes()};
        if (fill->color.a < 255 || i > 255)
            continue;
        const std::uint8_t* from = fills.masks[i].coverage.data();
        for (int row = shown.y - band.y; row < shown.y - band.y + shown.height; ++row) {
            std::uint8_t* to = fills.lastCover.data() +
                               static_cast<std::size_t>(row) * static_cast<std::size_t>(band.width) +
                               static_cast<std::size_t>(shown.x - band.x);
            for (int x = 0; x < shown.width; ++x, ++from)
                to[x] = *from == 255 ? static_cast<std::uint8_t>(i) : to[x];
        }
    }
    return fills;
}

/// Lays a colour over a run of pixels.
void lay(std::uint32_t* pixels, const std::uint8_t* coverage, int count, scene::Color color, double opacity) {
    const auto full = static_cast<std::uint32_t>(color.a * std::min(opacity, 1.0) + 0.5);
    const std::uint32_t word = opaqueWord(color);
    for (int x = 0; x < count; ++x) {
        if (coverage[x] == 0)
            continue;
        const std::uint32_t alpha = div255(full * coverage[x]);
        pixels[x] = alpha == 255 ? word : blended(pixels[x], word, alpha);
    }
}

std::size_t startOf(const Tile& band, int row) {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(band.width);
}

} // namespace

void BaseRaster::prepare(const scene::BaseLayer& layer, const MapTransform& transform) {
    if (const auto* stroke = std::get_if<scene::StrokeLayer>(&layer); stroke != nullptr && stroke->geometry) {
        const int octave = octaveOf(transform.scaleX);
        KnownLines& known = _lines[{stroke->geometry.get(), octave}];
        if (known.owner.expired())
            known = {stroke->geometry, lineParts(*stroke->geometry, octave)};
    }
    if (const auto* raster = std::get_if<scene::RasterLayer>(&layer); raster != nullptr && raster->geometry) {
        KnownPicture& known = _pictures[raster->geometry.get()];
        if (known.owner.expired())
            known = {raster->geometry, std::make_unique<PictureSampler>(*raster->geometry)};
        known.sampler->prepare(transform);
    }
}

void BaseRaster::paintBand(const std::vector<scene::BaseLayer>& layers, const MapTransform& transform,
                           const Tile& band, double pixelRatio, std::uint32_t* pixels) const {
    const Fills fills = fillsOf(layers, transform, band);
    StrokeCoverage strokes(band);
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (const auto* fill = std::get_if<scene::FillLayer>(&layers[i])) {
            const auto& [shown, coverage] = fills.masks[i];
            for (int row = 0; row < shown.height && !coverage.empty(); ++row)
                lay(pixels + startOf(band, row + shown.y - band.y) + (shown.x - band.x),
                    coverage.data() + startOf(shown, row), shown.width, fill->color, 1);
        }
        if (const auto* raster = std::get_if<scene::RasterLayer>(&layers[i]);
            raster != nullptr && raster->geometry)
            _pictures.at(raster->geometry.get())
                .sampler->draw(transform, raster->opacity, band, pixels, fills.lastCover.data(),
                               static_cast<std::uint8_t>(std::min<std::size_t>(i, 255)));
        const auto* line = std::get_if<scene::StrokeLayer>(&layers[i]);
        if (line == nullptr || !line->geometry)
            continue;
        const double width = std::abs(line->stroke.widthPixels) * pixelRatio;
        if (!transform.shows(line->geometry->box, band, width + 2))
            continue;
        strokes.add(_lines.at({line->geometry.get(), octaveOf(transform.scaleX)}).lines, line->stroke,
                    transform, pixelRatio);
        // A line thinner than a pixel is a pixel wide and paler.
        strokes.take([&](int row, int first, int last, const std::uint8_t* bytes) {
            lay(pixels + startOf(band, row) + first, bytes + first, last - first + 1, line->stroke.color,
                width);
        });
    }
}

std::span<const std::uint32_t> BaseRaster::paint(const std::vector<scene::BaseLayer>& layers,
                                                 scene::Color background, const MapTransform& transform,
                                                 const Canvas& canvas) {
    for (const scene::BaseLayer& layer : layers)
        prepare(layer, transform);
    const Tile& tile = canvas.tile;
    _pixels.assign(startOf(tile, tile.height), opaqueWord(background));
    // Every pixel is the same however many bands there are.
    const int bands = std::clamp(tile.height / leastBandRows, 1,
                                 std::max(1, static_cast<int>(std::thread::hardware_concurrency())));
    std::vector<std::future<void>> others;
    for (int i = bands - 1; i >= 0; --i) {
        const int first = tile.height * i / bands, end = tile.height * (i + 1) / bands;
        const Tile band{tile.x, tile.y + first, tile.width, end - first};
        const auto work = [this, &layers, &transform, &canvas, band,
                           pixels = _pixels.data() + startOf(tile, first)] {
            paintBand(layers, transform, band, canvas.pixelRatio, pixels);
        };
        if (i > 0)
            others.push_back(std::async(std::launch::async, work));
        else
            work();
    }
    for (auto& other : others)
        other.get();
    return _pixels;
}

void BaseRaster::forgetUnused() {
    std::erase_if(_lines, [](const auto& entry) { return entry.second.owner.expired(); });
    std::erase_if(_pictures, [](const auto& entry) { return entry.second.owner.expired(); });
}

} // namespace surplace::render
