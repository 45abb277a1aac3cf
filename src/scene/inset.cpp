#include "scene/basemap_layers.hpp"
#include "scene/frame.hpp"
#include "scene/furniture.hpp"
#include "scene/palette.hpp"

/// The wide map in the upper right corner: where the present view is, and where the events outside it are.
namespace surplace::scene {

namespace {

/// China's provinces in which anything is reported, and the countries around: Yunnan to Hokkaido.
constexpr geo::LonLatBox insetRegion{98, 20, 136, 48.5};
constexpr double insetWidth = 220, insetHeight = 176, margin = 10;

} // namespace

void drawInset(Frame& frame, ProjectedBasemap& basemap) {
    const View& view = frame.view;
    const Camera& camera = view.camera;
    // On less room it would lie on the mouth of the Tumen in the view of the border.
    if (!view.inset || camera.metersPerPixel > 2600 ||
        camera.widthPixels - view.coveredLeft - view.coveredRight < 1080 ||
        camera.heightPixels - view.coveredTop - view.coveredBottom < 480)
        return;
    Inset inset;
    const double right = camera.widthPixels - view.coveredRight - margin, top = view.coveredTop + margin;
    inset.box = {right - insetWidth, top, right, top + insetHeight};
    inset.camera = fit(insetRegion, camera.projection, static_cast<int>(insetWidth),
                       static_cast<int>(insetHeight), camera.scale, 0);
    inset.sheet.paper = frame.palette.casing;
    inset.background = frame.palette.paper;
    inset.base = insetLayers(basemap, frame.palette);
    if (frame.laid != nullptr) // between the land and the sea
        inset.base.insert(inset.base.begin() + 1, (*frame.laid)[1].onLand.begin(),
                          (*frame.laid)[1].onLand.end());
    inset.frame = frame.palette.inkFaint;

    const auto extent = camera.extent();
    Path here;
    here.closed = true;
    for (const auto& corner :
         {geo::ProjectedPoint{extent.minX, extent.minY}, geo::ProjectedPoint{extent.maxX, extent.minY},
          geo::ProjectedPoint{extent.maxX, extent.maxY}, geo::ProjectedPoint{extent.minX, extent.maxY}})
        here.points.push_back(inset.camera.toScreen(corner));
    here.stroke = {frame.palette.ink, 1.4F, {}, true};
    inset.sheet.paths.push_back(std::move(here));
    for (const auto& group : frame.groups) {
        if (group.inView)
            continue;
        const auto at = inset.camera.toScreen(frame.placePoints[group.place]);
        if (at.x < 0 || at.y < 0 || at.x > insetWidth || at.y > insetHeight)
            continue;
        const Symbol& symbol = frame.symbols[group.firstSymbol];
        Mark dot;
        dot.x = static_cast<float>(at.x);
        dot.y = static_cast<float>(at.y);
        dot.radiusPixels = 2.6F;
        dot.color = group.symbolCount > 1 ? frame.palette.ink : frame.palette.symbolOf(symbol.kind).color;
        dot.fill = symbol.assertion == model::Assertion::feared ? MarkFill::open : MarkFill::solid;
        dot.opacity = std::max(symbol.opacity, 0.35F);
        inset.sheet.marks.push_back(dot);
    }
    frame.labels.addObstacle(inset.box);
    frame.scene.insets.push_back(std::move(inset));
}

} // namespace surplace::scene
