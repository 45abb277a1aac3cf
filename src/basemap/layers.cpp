#include "basemap/layers.hpp"
#include "core/error.hpp"
#include <algorithm>
#include <array>

namespace surplace::basemap {

namespace {

void requireFields(const ogr::Dataset& base, const std::string& layer,
                   const std::vector<std::string>& fields) {
    const std::vector<std::string> there = base.fieldNames(layer);
    for (const std::string& field : fields)
        if (std::ranges::find(there, field) == there.end())
            throw core::Error("a field of the base map is missing", {"", layer, 0, field});
}

Names namesOf(const ogr::Feature& feature) {
    return {feature.text("name_en"), feature.text("name_zh"), feature.text("name_ko")};
}

int rankOf(const std::string& featureCode, long population, bool isHandChecked) {
    if (featureCode == "PPLC")
        return 0;
    if (featureCode == "PPLA")
        return 1;
    constexpr std::array<long, 4> steps{1'000'000, 300'000, 100'000, 30'000};
    const auto larger = std::ranges::find_if(steps, [&](long step) { return population > step; });
    const int rank = 2 + static_cast<int>(larger - steps.begin());
    return isHandChecked ? std::min(rank, 3) : rank;
}

} // namespace

std::vector<Area> readAreas(const ogr::Dataset& base, const std::string& layer,
                            const std::vector<std::string>& fields) {
    requireFields(base, layer, fields);
    std::vector<Area> areas;
    base.forEachFeature(layer, [&](const ogr::Feature& feature) {
        Area& area = areas.emplace_back();
        area.names = namesOf(feature);
        area.code = feature.text("code");
        // A country's own code is its country.
        area.country = feature.has("country") ? feature.text("country") : area.code;
        area.rings = feature.rings();
        for (const geo::LonLatLine& ring : area.rings)
            for (const geo::LonLat& point : ring)
                area.box.add(point.longitudeDegrees, point.latitudeDegrees);
    });
    return areas;
}

std::vector<Line> readLines(const ogr::Dataset& base, const std::string& layer, LineKind kind,
                            const std::vector<std::string>& fields) {
    requireFields(base, layer, fields);
    std::vector<Line> lines;
    base.forEachFeature(layer, [&](const ogr::Feature& feature) {
        const bool isApproximate =
            kind == LineKind::disputed || feature.integer("approximate").value_or(0) != 0;
        for (geo::LonLatLine& points : feature.lines())
            lines.push_back({kind, namesOf(feature), isApproximate, std::move(points)});
    });
    return lines;
}

std::vector<Town> readTowns(const ogr::Dataset& base, const std::string& layer) {
    requireFields(base, layer,
                  {"name_en", "name_zh", "name_ko", "country", "population", "feature_code", "key"});
    std::vector<Town> towns;
    base.forEachFeature(layer, [&](const ogr::Feature& feature) {
        const auto position = feature.point();
        if (!position)
            return;
        const long population = static_cast<long>(feature.integer("population").value_or(0));
        const bool isHandChecked = feature.integer("key").value_or(0) != 0;
        towns.push_back({namesOf(feature), *position, feature.text("country"), population,
                         rankOf(feature.text("feature_code"), population, isHandChecked)});
    });
    std::ranges::stable_sort(towns, {},
                             [](const Town& town) { return std::pair(town.rank, -town.population); });
    return towns;
}

Relief readRelief(const ogr::Dataset& picture) {
    const ogr::Raster raster = picture.raster();
    Relief relief{raster.width, raster.height, {}, {}};
    relief.box = {raster.westDegrees, raster.northDegrees - raster.height * raster.rowStepDegrees,
                  raster.westDegrees + raster.width * raster.columnStepDegrees, raster.northDegrees};
    relief.elevationMeters.resize(raster.values.size());
    std::ranges::transform(raster.values, relief.elevationMeters.begin(), [](float metres) {
        // Also false for NaN, "no data": drawn as the sea. lround() would take a fifth of the load.
        return metres > -32768 && metres < 32767
                   ? static_cast<std::int16_t>(metres + (metres < 0 ? -0.5F : 0.5F))
                   : std::int16_t{0};
    });
    return relief;
}

} // namespace surplace::basemap
