#pragma once
#include "scene/composer.hpp"
#include "scene/label_placer.hpp"
#include "scene/line_setting.hpp"
#include "scene/palette.hpp"
#include "scene/projected_basemap.hpp"
#include <unordered_map>

namespace surplace::scene {

/// A name of the base map with the spots where it may stand, best first.
struct BaseLabel {
    std::vector<LabelLine> lines;
    std::vector<geo::ScreenPoint> spots;
    double opacity = 1;
    std::shared_ptr<const AreaGeometry> within; ///< the name stands inside it; null: anywhere
};
/// The name of a water, set along it, at each of its anchors if there is room.
struct LineName {
    std::vector<std::vector<LineSetting>> anchors; ///< for each the ways to set it, best first
    std::vector<geo::ScreenPoint> spots;           ///< of the anchors, for the straight name
    std::vector<LabelLine> straight; ///< set beside a spot when no anchor has room; empty: left out then
    Color color;
    double clearance = 1; ///< pixels that others keep away
};
struct TownLabel {
    std::size_t town = 0; ///< index into the level's towns
    geo::ScreenPoint at;
};
/// The names of the base map for one camera: they stay the same while only time moves, so they are kept
/// between frames.
struct BaseLabels {
    std::vector<BaseLabel> countries, provinces;
    std::vector<LineName> seas, borderRivers, rivers;
    std::vector<TownLabel> towns; ///< in view, most important first
    bool wide = false;            ///< the level that the towns are of
};
BaseLabels baseLabelsFor(ProjectedBasemap& basemap, const std::vector<basemap::SeaName>& seaNames,
                         const View& view, TextMeasure& measure);
void addSeas(BaseLabels& labels, ProjectedBasemap& basemap, const std::vector<basemap::SeaName>& seaNames,
             const View& view, TextMeasure& measure);
void addRivers(BaseLabels& labels, const ProjectedLevel& level, const View& view, TextMeasure& measure);

/// Which towns of the base map are places of a casebook: one label per place. A town is a place when it lies
/// within 8 km of it and their names agree in any language, or one name holds the other ("Jilin", "Jilin
/// City").
class PlaceTowns {
public:
    PlaceTowns(const model::Casebook& casebook, const basemap::Basemap& basemap);
    /// The casebook place that a town is, or the number of places.
    std::size_t placeOf(bool wide, std::size_t town) const { return _placeOf[wide ? 1 : 0][town]; }
    long populationOf(std::size_t place) const;

private:
    void match(const model::Casebook& casebook, const std::vector<basemap::Town>& towns,
               std::vector<std::size_t>& placeOf);
    std::vector<std::size_t> _placeOf[2];
    std::unordered_map<std::size_t, long> _population;
};

} // namespace surplace::scene
