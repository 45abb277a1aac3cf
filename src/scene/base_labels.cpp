#include "scene/base_labels.hpp"
#include "scene/basemap_layers.hpp"
#include "scene/frame.hpp"
#include "scene/inner_point.hpp"
#include <algorithm>
#include <cmath>

namespace surplace::scene {

namespace {

std::string upperAscii(std::string text) {
    for (char& c : text)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    return text;
}

bool isOn(const Camera& camera, geo::ScreenPoint p) {
    return p.x >= 0 && p.y >= 0 && p.x <= camera.widthPixels && p.y <= camera.heightPixels;
}

/// The spot well inside what can be seen of an area, if it is large enough for a name.
std::optional<geo::ScreenPoint> spotIn(const AreaGeometry& area, const Camera& camera, double leastPixels) {
    const auto extent = camera.extent();
    if (area.box.isEmpty() || !area.box.overlaps(extent))
        return std::nullopt;
    const double width = std::min(area.box.maxX, extent.maxX) - std::max(area.box.minX, extent.minX);
    const double height = std::min(area.box.maxY, extent.maxY) - std::max(area.box.minY, extent.minY);
    if (width / camera.metersPerPixel < leastPixels || height / camera.metersPerPixel < leastPixels / 2)
        return std::nullopt;
    std::vector<geo::ProjectedLine> rings;
    for (const auto& polygon : area.areas)
        rings.insert(rings.end(), polygon.begin(), polygon.end());
    const auto point = innerPoint(rings, extent);
    return point ? std::optional(camera.toScreen(*point)) : std::nullopt;
}

/// How often both indices of a grid point can be halved: points of a high level are points of the coarser
/// grids too, and stay as the map comes closer.
int levelOf(long column, long row) {
    int level = 0;
    for (constexpr int most = 30; level < most && column % 2 == 0 && row % 2 == 0; ++level) {
        column /= 2;
        row /= 2;
    }
    return level;
}

/// Spots for the name of an area, best first: the one well inside, when all of the area is in view; else
/// points of a grid that lies on the map, those of the coarsest grid first, in the middle of what is in view.
/// So a name stays where it is while the map is dragged or comes closer, until its spot leaves the middle.
std::vector<geo::ScreenPoint> spotsFor(geo::ScreenPoint best, const AreaGeometry& area, const Camera& camera,
                                       double dx, double dy) {
    constexpr std::size_t mostSpots = 48;
    constexpr double rim = 0.16; // of what is in view
    const auto extent = camera.extent();
    const geo::ProjectedBox seen{std::max(area.box.minX, extent.minX), std::max(area.box.minY, extent.minY),
                                 std::min(area.box.maxX, extent.maxX), std::min(area.box.maxY, extent.maxY)};
    std::vector<geo::ScreenPoint> spots;
    if (seen == area.box)
        spots.push_back(best);
    // Of every octave of scales one grid, its cells half as large as those of the next.
    const double octave = std::exp2(std::floor(std::log2(camera.metersPerPixel)));
    const double cellX = dx * octave, cellY = dy * octave;
    struct Candidate {
        int level;
        double distance;
        geo::ScreenPoint at;
    };
    std::vector<Candidate> candidates;
    for (auto column = std::lround(std::ceil((seen.minX + rim * seen.width()) / cellX));
         static_cast<double>(column) * cellX <= seen.maxX - rim * seen.width(); ++column)
        for (auto row = std::lround(std::ceil((seen.minY + rim * seen.height()) / cellY));
             static_cast<double>(row) * cellY <= seen.maxY - rim * seen.height(); ++row) {
            const auto at =
                camera.toScreen({static_cast<double>(column) * cellX, static_cast<double>(row) * cellY});
            candidates.push_back(
                {levelOf(column, row), std::hypot((at.x - best.x) / dx, (at.y - best.y) / dy), at});
        }
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        return std::pair(-a.level, a.distance) < std::pair(-b.level, b.distance);
    });
    for (std::size_t i = 0; i < std::min(candidates.size(), mostSpots); ++i)
        spots.push_back(candidates[i].at);
    spots.push_back(best);
    return spots;
}

/// The name of an area in capitals, in its middle.
BaseLabel areaLabel(const basemap::Area& area, const std::string& country, text::Style style, Color color,
                    double widestPixels, const NameLanguages& languages, TextMeasure& measure) {
    style.language = languageOf(country, languages);
    BaseLabel label;
    for (auto& line : asLines(namesFor(area.names, country, languages), style, widestPixels, measure))
        label.lines.push_back({upperAscii(std::move(line)), style, color});
    return label;
}

void addCountries(BaseLabels& labels, ProjectedBasemap& basemap, const View& view, TextMeasure& measure) {
    const Camera& camera = view.camera;
    const bool isFar = camera.metersPerPixel > 4000;
    const auto& countries = (labels.wide ? basemap.basemap().wide : basemap.basemap().border).countries;
    for (std::size_t i = 0; i < countries.size(); ++i) {
        const auto& country = countries[i];
        if (country.names.en.empty())
            continue;
        const auto geometry = basemap.country(labels.wide, i);
        const auto spot = spotIn(*geometry, camera, isFar ? 36 : 110);
        if (!spot)
            continue;
        text::Style style;
        style.sizePixels = isFar ? 12 : 19;
        style.letterSpacingPixels = isFar ? 1.5 : 5;
        BaseLabel label =
            areaLabel(country, country.country.empty() ? country.code : country.country, style,
                      paletteOf(view.style).countryName, isFar ? 130 : 300, view.names, measure);
        label.spots = spotsFor(*spot, *geometry, camera, isFar ? 40 : 80, isFar ? 20 : 40);
        label.within = geometry;
        labels.countries.push_back(std::move(label));
    }
}

void addProvinces(BaseLabels& labels, ProjectedBasemap& basemap, const View& view, TextMeasure& measure) {
    const Camera& camera = view.camera;
    if (camera.metersPerPixel > 3500)
        return;
    const auto& provinces = (labels.wide ? basemap.basemap().wide : basemap.basemap().border).provinces;
    for (std::size_t i = 0; i < provinces.size(); ++i) {
        const auto& province = provinces[i];
        if (province.names.en.empty())
            continue;
        const auto geometry = basemap.province(labels.wide, i);
        const auto spot = spotIn(*geometry, camera, 90);
        if (!spot)
            continue;
        text::Style style;
        style.sizePixels = 11;
        style.letterSpacingPixels = 2;
        BaseLabel label = areaLabel(province, province.country, style, paletteOf(view.style).provinceName,
                                    200, view.names, measure);
        label.spots = spotsFor(*spot, *geometry, camera, 50, 25);
        label.within = geometry;
        labels.provinces.push_back(std::move(label));
    }
}

/// How important a town must be to be named at a scale: fewer ranks as the map goes out.
int leastRank(double metersPerPixel) {
    return metersPerPixel > 6000 ? 0 : metersPerPixel > 2500 ? 1 : metersPerPixel > 1500 ? 3 : 99;
}

void addTowns(BaseLabels& labels, ProjectedBasemap& basemap, const Camera& camera) {
    constexpr std::size_t mostTowns = 240;
    const auto& towns = (labels.wide ? basemap.basemap().wide : basemap.basemap().border).towns;
    const auto& points = basemap.level(labels.wide).towns;
    for (std::size_t i = 0; i < towns.size() && labels.towns.size() < mostTowns; ++i) {
        if (towns[i].rank > leastRank(camera.metersPerPixel))
            continue;
        const auto at = camera.toScreen(points[i]);
        if (isOn(camera, at))
            labels.towns.push_back({i, at});
    }
}

} // namespace

BaseLabels baseLabelsFor(ProjectedBasemap& basemap, const std::vector<basemap::SeaName>& seaNames,
                         const View& view, TextMeasure& measure) {
    const Camera& camera = view.camera;
    BaseLabels labels;
    labels.wide = chooseLevels(camera, basemap.projection()).namesFromWide();
    addCountries(labels, basemap, view, measure);
    addSeas(labels, basemap, seaNames, view, measure);
    if (view.provinces)
        addProvinces(labels, basemap, view, measure);
    if (chooseLevels(camera, basemap.projection()).border)
        addRivers(labels, basemap.level(false), view, measure);
    addTowns(labels, basemap, camera);
    return labels;
}

} // namespace surplace::scene
