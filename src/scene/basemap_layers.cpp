#include "scene/basemap_layers.hpp"
#include "core/error.hpp"
#include "scene/palette.hpp"

namespace surplace::scene {

namespace {

/// Coarser than this the wide level says as much with a fraction of the vertices.
constexpr double borderLevelMetersPerPixel = 2200;

/// Line widths grow a little as the map comes closer.
float widthFactor(double metersPerPixel) {
    return static_cast<float>(std::clamp(std::pow(800 / metersPerPixel, 0.25), 0.6, 1.6));
}

void addLines(std::vector<BaseLayer>& layers, const std::shared_ptr<const LineGeometry>& geometry,
              Stroke stroke) {
    if (geometry && !geometry->lines.empty())
        layers.push_back(StrokeLayer{geometry, std::move(stroke)});
}

void addFill(std::vector<BaseLayer>& layers, const std::shared_ptr<const AreaGeometry>& geometry,
             Color color) {
    if (geometry && !geometry->areas.empty())
        layers.push_back(FillLayer{geometry, color});
}

void addGround(std::vector<BaseLayer>& layers, ProjectedBasemap& basemap, const View& view, bool wide,
               float factor, const LaidIn& laid) {
    const ProjectedLevel& level = basemap.level(wide);
    const Palette& palette = paletteOf(view.style);
    addFill(layers, level.frame, palette.land);
    if (view.relief && palette.hasRelief)
        if (auto raster = basemap.relief(wide, view.style))
            layers.push_back(RasterLayer{std::move(raster), 1});
    layers.insert(layers.end(), laid.onLand.begin(), laid.onLand.end());
    // The sea lies over the relief, so the coast is as sharp as its line and not as coarse as the relief's
    // cells.
    addFill(layers, level.sea, palette.sea);
    addLines(layers, level.shore, {palette.shore, 0.7F * factor, {}, true});
    addFill(layers, level.lakes, palette.water);
    layers.insert(layers.end(), laid.underLines.begin(), laid.underLines.end());
}

void addBoundaries(std::vector<BaseLayer>& layers, const ProjectedLevel& level, const Palette& palette,
                   float factor, bool inner) {
    addLines(layers, level.rivers, {palette.river, 0.9F * factor, {}, true});
    if (inner)
        addLines(layers, level.provinceBorders, {palette.provinceBorder, 0.8F * factor, {5, 3}, false});
    addLines(layers, level.nationalBorders, {palette.borderBand, 7 * factor, {}, true});
    addLines(layers, level.approximateBorders, {palette.borderBand, 7 * factor, {}, true});
    addLines(layers, level.borderRivers, {palette.borderRiver, 2.4F * factor, {}, true});
    addLines(layers, level.nationalBorders, {palette.border, 1.1F * factor, {9, 3, 2, 3}, false});
    addLines(layers, level.approximateBorders, {palette.border, 1.1F * factor, {4, 4}, false});
    addLines(layers, level.disputedBorders, {palette.border, 0.9F * factor, {2, 4}, false});
}

} // namespace

double graticuleStepDegrees(double metersPerPixel) {
    constexpr double metersPerDegree = 111'195, farthestPixels = 260;
    for (const double step : {0.25, 0.5, 1.0, 2.0, 5.0})
        if (step * metersPerDegree / metersPerPixel > farthestPixels / 2)
            return step;
    return 10;
}

LevelChoice chooseLevels(const Camera& camera, const geo::Projection& projection) {
    LevelChoice choice;
    if (camera.metersPerPixel > borderLevelMetersPerPixel) {
        choice.border = false;
        choice.wide = true;
        return choice;
    }
    const auto extent = camera.extent();
    bool anyInside = false, allInside = true;
    constexpr int steps = 8;
    for (int i = 0; i <= steps; ++i)
        for (int k = 0; k <= steps; ++k) {
            bool inside = false;
            try {
                const auto position = projection.inverse(
                    {extent.minX + extent.width() * i / steps, extent.minY + extent.height() * k / steps});
                inside = geo::borderRegion.contains(position.longitudeDegrees, position.latitudeDegrees);
            } catch (const core::Error&) {
                // Off the globe is outside the region.
            }
            anyInside = anyInside || inside;
            allInside = allInside && inside;
        }
    choice.border = anyInside;
    choice.wide = !allInside;
    return choice;
}

std::vector<BaseLayer> baseLayers(ProjectedBasemap& basemap, const View& view, const LaidInLevels& laid) {
    const Camera& camera = view.camera;
    const Palette& palette = paletteOf(view.style);
    const LevelChoice choice = chooseLevels(camera, basemap.projection());
    const float factor = widthFactor(camera.metersPerPixel) * palette.lineWidths;
    std::vector<BaseLayer> layers;
    if (choice.wide) {
        addGround(layers, basemap, view, true, factor, laid[1]);
        addBoundaries(layers, basemap.level(true), palette, factor,
                      view.provinces && camera.metersPerPixel < 6000);
    }
    if (choice.border) {
        addGround(layers, basemap, view, false, factor, laid[0]);
        addBoundaries(layers, basemap.level(false), palette, factor, view.provinces);
    }
    if (view.graticule)
        addLines(layers, basemap.graticule(graticuleStepDegrees(camera.metersPerPixel)),
                 {withOpacity(palette.inkFaint, 0.55), 0.7F, {}, true});
    return layers;
}

std::vector<BaseLayer> insetLayers(ProjectedBasemap& basemap, const Palette& palette) {
    std::vector<BaseLayer> layers;
    const ProjectedLevel& level = basemap.level(true);
    addFill(layers, level.frame, palette.land);
    addFill(layers, level.sea, palette.sea);
    addLines(layers, level.shore, {palette.shore, 0.5F, {}, true});
    addLines(layers, level.nationalBorders, {palette.border, 0.6F, {}, true});
    addLines(layers, level.approximateBorders, {palette.border, 0.6F, {2, 2}, true});
    return layers;
}

} // namespace surplace::scene
