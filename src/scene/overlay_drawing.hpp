#pragma once
#include "scene/basemap_layers.hpp"
#include "scene/legend_row.hpp"
#include "scene/overlay_result.hpp"
#include "scene/projected_basemap.hpp"
#include <memory>

namespace surplace::scene {

/// The units of an overlay in the plane of one projection. Provinces are those of the base map and differ by
/// level; own areas and reaches are the same in both.
class UnitGeometry {
public:
    UnitGeometry(ProjectedBasemap& basemap, std::shared_ptr<const analysis::Units> units,
                 std::shared_ptr<const ProvinceUnits> provinces);

    /// Null where the level has no outline of the unit.
    std::shared_ptr<const AreaGeometry> area(bool wide, std::size_t unit);
    std::shared_ptr<const LineGeometry> outline(bool wide, std::size_t unit);
    /// The line of a reach.
    std::shared_ptr<const LineGeometry> line(std::size_t unit) const { return _lines[unit]; }
    const analysis::Units& units() const { return *_units; }

private:
    ProjectedBasemap& _basemap;
    std::shared_ptr<const analysis::Units> _units;
    std::shared_ptr<const ProvinceUnits> _provinces; ///< null unless the units are these
    std::vector<std::shared_ptr<const AreaGeometry>> _areas;
    std::vector<std::shared_ptr<const LineGeometry>> _lines;
};

/// How a unit is filled: the colour of its lowest number, hatched with that of its highest where this is in
/// another class. What is only possibly there has the hatching alone.
struct UnitLook {
    std::optional<Color> fill, hatch;
    bool isEmpty() const { return !fill && !hatch; }
};
UnitLook lookOf(const OverlayResult& result, std::size_t unit, const Palette& palette);
/// The colour of a class among so many: they are spread over the whole scale.
Color classColor(const std::array<Color, 5>& colors, std::size_t index, std::size_t count);

/// What goes beneath sea, lakes and lines.
LaidInLevels layIn(const OverlayResult& result, UnitGeometry* geometry, const Palette& palette,
                   const geo::Projection& projection);
/// What the legend says of it. `outside`: incidents in units outside the view. On a sheet of several maps
/// each says its own time and what it leaves out.
std::vector<LegendRow> overlayRows(const OverlayResult& result, const Palette& palette, long outside,
                                   bool isSheet);

} // namespace surplace::scene
