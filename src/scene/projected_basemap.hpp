#pragma once
#include "basemap/basemap.hpp"
#include "geo/projection.hpp"
#include "scene/course.hpp"
#include "scene/map_style.hpp"
#include "scene/scene.hpp"
#include <array>
#include <map>
#include <optional>

namespace surplace::scene {

/// A river that has a name, for placing it.
struct NamedRiver {
    basemap::Names names;
    bool isBorder = false;       ///< Yalu or Tumen
    std::vector<Course> courses; ///< its reaches joined; metres, with y turned downwards as on a picture
};

/// One level of the base map in the plane of a projection. The pointers stay the same as long as this lives,
/// so a renderer can keep its buffers.
struct ProjectedLevel {
    std::shared_ptr<const AreaGeometry> frame; ///< the level's region
    std::shared_ptr<const AreaGeometry> sea;   ///< the region without its land
    std::shared_ptr<const AreaGeometry> lakes;
    std::shared_ptr<const LineGeometry> shore;
    std::shared_ptr<const LineGeometry> borderRivers; ///< Yalu and Tumen
    std::shared_ptr<const LineGeometry> rivers;
    std::shared_ptr<const LineGeometry> nationalBorders;
    std::shared_ptr<const LineGeometry> approximateBorders; ///< the Paektu reach
    std::shared_ptr<const LineGeometry> disputedBorders;
    std::shared_ptr<const LineGeometry> provinceBorders;
    std::vector<NamedRiver> namedRivers;    ///< one per name
    std::vector<geo::ProjectedPoint> towns; ///< by the level's order
};

/// The base map in one projection, projected when first asked for and then kept.
class ProjectedBasemap {
public:
    ProjectedBasemap(std::shared_ptr<const basemap::Basemap> basemap, geo::ProjectionKind kind);

    const geo::Projection& projection() const { return _projection; }
    const basemap::Basemap& basemap() const { return *_basemap; }
    const ProjectedLevel& level(bool wide);
    std::shared_ptr<const RasterGeometry> relief(bool wide, MapStyle style);
    /// Meridians and parallels of the wide region.
    std::shared_ptr<const LineGeometry> graticule(double stepDegrees);
    /// A province or country of a level in the plane; null when it has no outline.
    std::shared_ptr<const AreaGeometry> province(bool wide, std::size_t index);
    std::shared_ptr<const LineGeometry> provinceOutline(bool wide, std::size_t index);
    std::shared_ptr<const AreaGeometry> country(bool wide, std::size_t index);

private:
    using AreaCache = std::vector<std::shared_ptr<const AreaGeometry>>;
    std::shared_ptr<const AreaGeometry> cached(AreaCache& cache, const std::vector<basemap::Area>& areas,
                                               std::size_t index);

    std::shared_ptr<const basemap::Basemap> _basemap;
    geo::Projection _projection;
    std::array<std::optional<ProjectedLevel>, 2> _levels;
    std::map<std::pair<bool, MapStyle>, std::shared_ptr<const RasterGeometry>> _reliefs;
    std::map<double, std::shared_ptr<const LineGeometry>> _graticules;
    std::array<AreaCache, 2> _provinces, _countries;
    std::array<std::vector<std::shared_ptr<const LineGeometry>>, 2> _provinceOutlines;
};

/// Rings in the plane, with long edges divided so that they follow the curves of the projection.
geo::ProjectedRings project(const geo::Projection& projection, const geo::LonLatRings& rings);
geo::ProjectedLine project(const geo::Projection& projection, const geo::LonLatLine& line, bool closed);

} // namespace surplace::scene
