#include "scene/projected_basemap.hpp"
#include "scene/relief_shading.hpp"
#include <cmath>

namespace surplace::scene {

namespace {

/// Longer edges are divided: in the conic a chord of a quarter degree leaves its parallel by less than 10 m.
constexpr double longestEdgeDegrees = 0.25;

geo::LonLatLine divided(const geo::LonLatLine& line, bool closed) {
    geo::LonLatLine result;
    result.reserve(line.size());
    const std::size_t edges = line.empty() ? 0 : closed ? line.size() : line.size() - 1;
    for (std::size_t i = 0; i < edges; ++i) {
        const auto from = line[i];
        const auto to = line[(i + 1) % line.size()];
        const double longest = std::max(std::abs(to.longitudeDegrees - from.longitudeDegrees),
                                        std::abs(to.latitudeDegrees - from.latitudeDegrees));
        const int parts = std::max(1, static_cast<int>(std::ceil(longest / longestEdgeDegrees)));
        for (int k = 0; k < parts; ++k) {
            const double t = static_cast<double>(k) / parts;
            result.push_back({from.longitudeDegrees + t * (to.longitudeDegrees - from.longitudeDegrees),
                              from.latitudeDegrees + t * (to.latitudeDegrees - from.latitudeDegrees)});
        }
    }
    if (!closed && !line.empty())
        result.push_back(line.back());
    return result;
}

geo::LonLatLine outline(const geo::LonLatBox& box) {
    return {{box.minX, box.minY}, {box.maxX, box.minY}, {box.maxX, box.maxY}, {box.minX, box.maxY}};
}

std::shared_ptr<const AreaGeometry> areaOf(std::vector<geo::ProjectedRings> areas) {
    auto geometry = std::make_shared<AreaGeometry>();
    geometry->areas = std::move(areas);
    for (const auto& rings : geometry->areas)
        for (const auto& ring : rings)
            for (const auto& point : ring)
                geometry->box.add(point.x, point.y);
    return geometry;
}

std::shared_ptr<const LineGeometry> linesOf(std::vector<geo::ProjectedLine> lines) {
    auto geometry = std::make_shared<LineGeometry>();
    geometry->lines = std::move(lines);
    for (const auto& line : geometry->lines)
        for (const auto& point : line)
            geometry->box.add(point.x, point.y);
    return geometry;
}

/// Where land was cut at the edge of its level there is no shore.
bool alongEdge(const geo::LonLatBox& box, geo::LonLat a, geo::LonLat b) {
    constexpr double near = 1e-4;
    const auto on = [](double value, double edge) { return std::abs(value - edge) < near; };
    return (on(a.longitudeDegrees, box.minX) && on(b.longitudeDegrees, box.minX)) ||
           (on(a.longitudeDegrees, box.maxX) && on(b.longitudeDegrees, box.maxX)) ||
           (on(a.latitudeDegrees, box.minY) && on(b.latitudeDegrees, box.minY)) ||
           (on(a.latitudeDegrees, box.maxY) && on(b.latitudeDegrees, box.maxY));
}

void addOutline(const geo::Projection& projection, const geo::LonLatBox& box, const geo::LonLatLine& ring,
                std::vector<geo::ProjectedLine>& shore) {
    geo::LonLatLine run;
    const auto finish = [&] {
        if (run.size() > 1)
            shore.push_back(project(projection, run, false));
        run.clear();
    };
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto from = ring[i];
        const auto to = ring[(i + 1) % ring.size()];
        if (alongEdge(box, from, to)) {
            finish();
            continue;
        }
        if (run.empty())
            run.push_back(from);
        run.push_back(to);
    }
    finish();
}

bool isBorderRiver(const basemap::Line& line) {
    return line.names.en.starts_with("Yalu") || line.names.en.starts_with("Tumen");
}

using ReachesOfRivers = std::vector<std::pair<NamedRiver, std::vector<geo::ProjectedLine>>>;

void addNamedRiver(ReachesOfRivers& rivers, const basemap::Line& line, const geo::ProjectedLine& points) {
    if (line.names.en.empty())
        return;
    auto known = std::find_if(rivers.begin(), rivers.end(),
                              [&](const auto& river) { return river.first.names.en == line.names.en; });
    if (known == rivers.end())
        known = rivers.insert(rivers.end(), {{line.names, isBorderRiver(line), {}}, {}});
    known->second.push_back(points);
}

std::vector<NamedRiver> namedRiversOf(ReachesOfRivers reaches) {
    constexpr double gapMeters = 8000; // across a lake or a joint that was cut
    std::vector<NamedRiver> rivers;
    for (auto& [river, lines] : reaches) {
        for (const auto& line : joinedCourses(std::move(lines), gapMeters)) {
            std::vector<geo::ScreenPoint> points;
            points.reserve(line.size());
            for (const auto& point : line)
                points.push_back({point.x, -point.y});
            river.courses.emplace_back(std::move(points));
        }
        rivers.push_back(std::move(river));
    }
    return rivers;
}

ProjectedLevel projectLevel(const geo::Projection& projection, const basemap::Level& level,
                            const geo::LonLatBox& region) {
    ProjectedLevel result;
    const geo::ProjectedRings frame = project(projection, {outline(region)});
    geo::ProjectedRings sea = frame;
    std::vector<geo::ProjectedLine> shore;
    for (const auto& area : level.land)
        for (const auto& ring : area.rings) {
            sea.push_back(project(projection, ring, true));
            addOutline(projection, region, ring, shore);
        }
    result.frame = areaOf({frame});
    result.sea = areaOf({std::move(sea)});
    std::vector<geo::ProjectedRings> lakes;
    for (const auto& area : level.lakes)
        lakes.push_back(project(projection, area.rings));
    result.lakes = areaOf(std::move(lakes));
    result.shore = linesOf(std::move(shore));

    ReachesOfRivers named;
    std::vector<geo::ProjectedLine> borderRivers, rivers, national, approximate, disputed, provinces;
    for (const auto& line : level.lines) {
        auto projected = project(projection, line.points, false);
        if (line.kind == basemap::LineKind::river)
            addNamedRiver(named, line, projected);
        switch (line.kind) {
        case basemap::LineKind::river:
            (isBorderRiver(line) ? borderRivers : rivers).push_back(std::move(projected));
            break;
        case basemap::LineKind::nationalBorder:
            (line.approximate ? approximate : national).push_back(std::move(projected));
            break;
        case basemap::LineKind::disputed:
            disputed.push_back(std::move(projected));
            break;
        case basemap::LineKind::provinceBorder:
            provinces.push_back(std::move(projected));
            break;
        }
    }
    result.namedRivers = namedRiversOf(std::move(named));
    result.borderRivers = linesOf(std::move(borderRivers));
    result.rivers = linesOf(std::move(rivers));
    result.nationalBorders = linesOf(std::move(national));
    result.approximateBorders = linesOf(std::move(approximate));
    result.disputedBorders = linesOf(std::move(disputed));
    result.provinceBorders = linesOf(std::move(provinces));

    std::vector<geo::LonLat> towns;
    for (const auto& town : level.towns)
        towns.push_back(town.position);
    result.towns = projection.forward(towns);
    return result;
}

std::shared_ptr<const RasterGeometry> projectRelief(const geo::Projection& projection,
                                                    const basemap::Relief& relief, int magnification,
                                                    const Palette& palette) {
    ShadedRelief picture = shade(relief, magnification, palette);
    if (picture.width == 0)
        return nullptr;
    auto raster = std::make_shared<RasterGeometry>();
    raster->imageWidth = picture.width;
    raster->imageHeight = picture.height;
    raster->rgba = std::move(picture.rgba);
    raster->columns = 49;
    raster->rows = 33;
    std::vector<geo::LonLat> grid;
    for (int row = 0; row < raster->rows; ++row)
        for (int column = 0; column < raster->columns; ++column)
            grid.push_back({relief.box.minX + relief.box.width() * column / (raster->columns - 1),
                            relief.box.maxY - relief.box.height() * row / (raster->rows - 1)});
    raster->grid = projection.forward(grid);
    return raster;
}

/// Every second row and column: the wide relief has three million cells, more than any picture of it shows.
basemap::Relief halved(const basemap::Relief& relief) {
    basemap::Relief result;
    result.width = relief.width / 2;
    result.height = relief.height / 2;
    result.box = relief.box;
    result.box.maxX = relief.box.minX + relief.box.width() * (2.0 * result.width / relief.width);
    result.box.minY = relief.box.maxY - relief.box.height() * (2.0 * result.height / relief.height);
    result.elevationMeters.reserve(static_cast<std::size_t>(result.width) *
                                   static_cast<std::size_t>(result.height));
    const auto at = [&](int x, int y) {
        return static_cast<int>(
            relief.elevationMeters[static_cast<std::size_t>(y) * static_cast<std::size_t>(relief.width) +
                                   static_cast<std::size_t>(x)]);
    };
    for (int y = 0; y < result.height; ++y)
        for (int x = 0; x < result.width; ++x)
            result.elevationMeters.push_back(static_cast<std::int16_t>(
                (at(2 * x, 2 * y) + at(2 * x + 1, 2 * y) + at(2 * x, 2 * y + 1) + at(2 * x + 1, 2 * y + 1)) /
                4));
    return result;
}

} // namespace

geo::ProjectedLine project(const geo::Projection& projection, const geo::LonLatLine& line, bool closed) {
    geo::ProjectedLine points = projection.forward(divided(line, closed));
    std::erase_if(points,
                  [](const geo::ProjectedPoint& p) { return !std::isfinite(p.x) || !std::isfinite(p.y); });
    return points;
}

geo::ProjectedRings project(const geo::Projection& projection, const geo::LonLatRings& rings) {
    geo::ProjectedRings result;
    result.reserve(rings.size());
    for (const auto& ring : rings)
        result.push_back(project(projection, ring, true));
    return result;
}

ProjectedBasemap::ProjectedBasemap(std::shared_ptr<const basemap::Basemap> basemap, geo::ProjectionKind kind)
    : _basemap(std::move(basemap)), _projection(kind) {}

const ProjectedLevel& ProjectedBasemap::level(bool wide) {
    auto& level = _levels[wide ? 1 : 0];
    if (!level)
        level = wide ? projectLevel(_projection, _basemap->wide, geo::wideRegion)
                     : projectLevel(_projection, _basemap->border, geo::borderRegion);
    return *level;
}

std::shared_ptr<const RasterGeometry> ProjectedBasemap::relief(bool wide, MapStyle style) {
    auto& raster = _reliefs[{wide, style}];
    if (!raster) {
        const Palette& palette = paletteOf(style);
        const auto& known = (wide ? _basemap->wide : _basemap->border).relief;
        if (!known.valid())
            return nullptr;
        const basemap::Relief& source = known.get();
        // The border's cells of 2 arc-minutes are magnified until a cell is about a pixel of the first view.
        raster = wide && source.width > 1200 ? projectRelief(_projection, halved(source), 1, palette)
                                             : projectRelief(_projection, source, wide ? 1 : 3, palette);
    }
    return raster;
}

std::shared_ptr<const LineGeometry> ProjectedBasemap::graticule(double stepDegrees) {
    auto& known = _graticules[stepDegrees];
    if (known)
        return known;
    auto geometry = std::make_shared<LineGeometry>();
    const geo::LonLatBox& box = geo::wideRegion;
    const auto add = [&](const geo::LonLatLine& line) {
        geometry->lines.push_back(project(_projection, line, false));
        for (const auto& point : geometry->lines.back())
            geometry->box.add(point.x, point.y);
    };
    for (double longitude = std::ceil(box.minX / stepDegrees) * stepDegrees; longitude <= box.maxX;
         longitude += stepDegrees)
        add({{longitude, box.minY}, {longitude, box.maxY}});
    for (double latitude = std::ceil(box.minY / stepDegrees) * stepDegrees; latitude <= box.maxY;
         latitude += stepDegrees)
        add({{box.minX, latitude}, {box.maxX, latitude}});
    return known = std::move(geometry);
}

std::shared_ptr<const AreaGeometry>
ProjectedBasemap::cached(AreaCache& cache, const std::vector<basemap::Area>& areas, std::size_t index) {
    cache.resize(areas.size());
    if (index >= areas.size())
        return nullptr;
    if (!cache[index])
        cache[index] = areaOf({project(_projection, areas[index].rings)});
    return cache[index];
}

std::shared_ptr<const AreaGeometry> ProjectedBasemap::province(bool wide, std::size_t index) {
    return cached(_provinces[wide ? 1 : 0], (wide ? _basemap->wide : _basemap->border).provinces, index);
}

std::shared_ptr<const LineGeometry> ProjectedBasemap::provinceOutline(bool wide, std::size_t index) {
    const auto& areas = (wide ? _basemap->wide : _basemap->border).provinces;
    auto& cache = _provinceOutlines[wide ? 1 : 0];
    cache.resize(areas.size());
    if (index >= areas.size())
        return nullptr;
    if (!cache[index]) {
        // The edge of the level is no boundary.
        std::vector<geo::ProjectedLine> lines;
        for (const auto& ring : areas[index].rings)
            addOutline(_projection, wide ? geo::wideRegion : geo::borderRegion, ring, lines);
        cache[index] = linesOf(std::move(lines));
    }
    return cache[index];
}

std::shared_ptr<const AreaGeometry> ProjectedBasemap::country(bool wide, std::size_t index) {
    return cached(_countries[wide ? 1 : 0], (wide ? _basemap->wide : _basemap->border).countries, index);
}

} // namespace surplace::scene
