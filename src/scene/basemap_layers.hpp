#pragma once
#include "scene/composer.hpp"
#include "scene/palette.hpp"
#include "scene/projected_basemap.hpp"

namespace surplace::scene {

/// Which levels of the base map a view draws. The border level is drawn as long as its honest scale carries
/// it and the view meets its region; the wide level beneath it as soon as the view leaves the region.
struct LevelChoice {
    bool border = true;
    bool wide = false;
    /// The level whose provinces, countries and towns name the view.
    bool namesFromWide() const { return wide; }
};
LevelChoice chooseLevels(const Camera& camera, const geo::Projection& projection);

/// Between meridians and parallels, so that they stand neither crowded nor lost.
double graticuleStepDegrees(double metersPerPixel);
/// What an analysis lays into one level of the map: on its land, beneath sea and lakes; or beneath its lines.
struct LaidIn {
    std::vector<BaseLayer> onLand, underLines;
};
using LaidInLevels = std::array<LaidIn, 2>; ///< border, wide
/// The layers of a map, bottom first. An inset is drawn without relief and inner boundaries.
std::vector<BaseLayer> baseLayers(ProjectedBasemap& basemap, const View& view, const LaidInLevels& laid = {});
std::vector<BaseLayer> insetLayers(ProjectedBasemap& basemap, const Palette& palette);

} // namespace surplace::scene
