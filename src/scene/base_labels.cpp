#include "scene/base_labels.hpp"
#include "scene/basemap_layers.hpp"
#include "scene/frame.hpp"
#include "scene/inner_point.hpp"
#include "scene/palette.hpp"
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

text::Style countryStyle(const Camera& camera, const std::string& country, NameLanguage names) {
    text::Style style;
    style.sizePixels = camera.metersPerPixel > 4000 ? 12 : 19;
    style.letterSpacingPixels = camera.metersPerPixel > 4000 ? 1.5 : 5;
    style.language = languageOf(country, names);
    return style;
}

void addCountries(BaseLabels& labels, ProjectedBasemap& basemap, const Camera& camera, NameLanguage language,
                  const Palette& palette) {
    const auto& countries = (labels.wide ? basemap.basemap().wide : basemap.basemap().border).countries;
    for (std::size_t i = 0; i < countries.size(); ++i) {
        const auto& country = countries[i];
        if (country.names.en.empty())
            continue;
        const auto geometry = basemap.country(labels.wide, i);
        const auto spot = spotIn(*geometry, camera, camera.metersPerPixel > 4000 ? 36 : 110);
        if (!spot)
            continue;
        const auto style =
            countryStyle(camera, country.country.empty() ? country.code : country.country, language);
        BaseLabel label;
        label.lines.push_back(
            {upperAscii(
                 nameFor(country.names, country.country.empty() ? country.code : country.country, language)),
             style, palette.countryName});
        label.spots = {*spot,
                       {spot->x, spot->y - 40},
                       {spot->x, spot->y + 40},
                       {spot->x - 90, spot->y},
                       {spot->x + 90, spot->y}};
        label.within = geometry;
        labels.countries.push_back(std::move(label));
    }
}

void addProvinces(BaseLabels& labels, ProjectedBasemap& basemap, const Camera& camera, NameLanguage language,
                  const Palette& palette) {
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
        style.language = languageOf(province.country, language);
        BaseLabel label;
        label.lines.push_back(
            {upperAscii(nameFor(province.names, province.country, language)), style, palette.provinceName});
        label.spots = {*spot,
                       {spot->x, spot->y - 26},
                       {spot->x, spot->y + 26},
                       {spot->x - 60, spot->y},
                       {spot->x + 60, spot->y}};
        label.within = geometry;
        labels.provinces.push_back(std::move(label));
    }
}

/// Chinese and Korean letters have no italics.
text::Style waterStyle(double size, NameLanguage names) {
    const NameLanguage own = names == NameLanguage::all ? shortNames(names) : NameLanguage::en;
    text::Style style;
    style.sizePixels = size;
    style.italic = own == NameLanguage::en;
    style.language = languageOf("", names);
    return style;
}

/// What stands under the name in the picture's own language: the Chinese and the Korean name, where they are
/// others.
std::string besideOwn(const basemap::Names& names) {
    const NameLanguage own = shortNames(NameLanguage::all);
    const std::string chinese = own == NameLanguage::zh ? "" : names.zh;
    const std::string korean = own == NameLanguage::ko ? "" : names.ko;
    return chinese + (chinese.empty() || korean.empty() ? "" : "  ") + korean;
}

/// "East Sea / Sea of Japan" with the half that was asked for; other names as they are.
std::string chosen(const std::string& name, SeaNaming naming) {
    const std::size_t slash = name.find('/');
    if (naming == SeaNaming::both || slash == std::string::npos)
        return name;
    std::string half = naming == SeaNaming::eastSea ? name.substr(0, slash) : name.substr(slash + 1);
    half.erase(0, half.find_first_not_of(' '));
    half.erase(half.find_last_not_of(' ') + 1);
    return half;
}

/// Spots around the one of the table at which the whole name stands in the water.
std::vector<geo::ScreenPoint> seaSpots(const AreaGeometry& water, geo::ScreenPoint at, const Camera& camera,
                                       const BaseLabel& label) {
    constexpr double pixelsPerByte = 0.62; // of the type's size, for names in Latin letters
    const double half =
        static_cast<double>(label.lines[0].text.size()) * label.lines[0].style.sizePixels * pixelsPerByte / 2;
    const auto isWet = [&](double x, double y) {
        const auto point = camera.fromScreen({x, y});
        return std::ranges::any_of(water.areas, [&](const auto& rings) { return isInside(rings, point); });
    };
    std::vector<geo::ScreenPoint> spots;
    for (const double dy : {0.0, -34.0, 34.0, -68.0, 68.0})
        for (const double dx : {0.0, -60.0, 60.0, 120.0, -120.0})
            if (const geo::ScreenPoint spot{at.x + dx, at.y + dy};
                isWet(spot.x, spot.y) && isWet(spot.x - half, spot.y) && isWet(spot.x + half, spot.y))
                spots.push_back(spot);
    return spots;
}

void addSeas(BaseLabels& labels, ProjectedBasemap& basemap, const std::vector<basemap::SeaName>& seaNames,
             const View& view) {
    const Camera& camera = view.camera;
    const NameLanguage language = view.names;
    const Palette& palette = paletteOf(view.style);
    const auto water = basemap.level(labels.wide).sea;
    if (!water)
        return;
    for (auto sea : seaNames) {
        for (std::string* name : {&sea.names.en, &sea.names.zh, &sea.names.ko})
            *name = chosen(*name, view.seas);
        const auto at = camera.toScreen(basemap.projection().forward(sea.position));
        if (!isOn(camera, at) ||
            !geo::wideRegion.contains(sea.position.longitudeDegrees, sea.position.latitudeDegrees))
            continue;
        // The table places a sea once for the border and once for the wide map.
        const std::string name = nameFor(sea.names, "", language);
        if (std::any_of(labels.seas.begin(), labels.seas.end(),
                        [&](const BaseLabel& other) { return other.lines[0].text == name; }))
            continue;
        BaseLabel label;
        auto style = waterStyle(camera.metersPerPixel > 4000 ? 11 : 14, language);
        style.letterSpacingPixels = 1;
        label.lines.push_back({name, style, palette.waterName});
        if (language == NameLanguage::all && !besideOwn(sea.names).empty()) {
            style.sizePixels -= 2;
            style.italic = false;
            style.language = "zh-Hans";
            label.lines.push_back({besideOwn(sea.names), style, palette.waterName});
        }
        label.spots = seaSpots(*water, at, camera, label);
        label.isExact = true;
        labels.seas.push_back(std::move(label));
    }
}

void addRivers(BaseLabels& labels, const ProjectedLevel& level, const Camera& camera, NameLanguage language,
               const Palette& palette) {
    for (const auto& river : level.namedRivers) {
        if (!river.isBorder && camera.metersPerPixel > 700)
            continue;
        std::vector<geo::ScreenPoint> seen;
        for (const auto& point : river.points) {
            const auto at = camera.toScreen(point);
            if (isOn(camera, at))
                seen.push_back(at);
        }
        if (seen.size() < 8)
            continue;
        BaseLabel label;
        auto style = waterStyle(river.isBorder ? 13 : 10.5, language);
        const NameLanguage own = shortNames(language);
        std::string name = river.names.en;
        if (own == NameLanguage::zh && !river.names.zh.empty())
            name = river.names.zh;
        if (own == NameLanguage::ko && !river.names.ko.empty())
            name = river.names.ko;
        label.lines.push_back({name, style, palette.waterName});
        if (river.isBorder && language == NameLanguage::all) {
            style.sizePixels = 11;
            style.italic = false;
            style.language = "zh-Hans";
            label.lines.push_back({besideOwn(river.names), style, palette.waterName});
        }
        for (const double part : {0.5, 0.38, 0.62, 0.26, 0.74, 0.15, 0.85})
            label.spots.push_back(
                seen[static_cast<std::size_t>(part * static_cast<double>(seen.size() - 1))]);
        (river.isBorder ? labels.borderRivers : labels.rivers).push_back(std::move(label));
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

bool namesAgree(const model::Place& place, const basemap::Names& town) {
    const auto brief = [](const std::string& name) {
        return name.substr(0, std::min(name.find('('), name.find("\uff08")));
    };
    if (!town.zh.empty() && (brief(place.nameZh) == brief(town.zh) || place.nameZh == town.zh + "市"))
        return true;
    if (!town.ko.empty() && brief(place.nameKo) == brief(town.ko))
        return true;
    const std::string a = foldedPlaceName(place.nameEn), b = foldedPlaceName(town.en);
    return a.size() >= 3 && b.size() >= 3 &&
           (a.find(b) != std::string::npos || b.find(a) != std::string::npos);
}

} // namespace

BaseLabels baseLabelsFor(ProjectedBasemap& basemap, const std::vector<basemap::SeaName>& seaNames,
                         const View& view) {
    const Camera& camera = view.camera;
    const Palette& palette = paletteOf(view.style);
    BaseLabels labels;
    labels.wide = chooseLevels(camera, basemap.projection()).namesFromWide();
    addCountries(labels, basemap, camera, view.names, palette);
    addSeas(labels, basemap, seaNames, view);
    if (view.provinces)
        addProvinces(labels, basemap, camera, view.names, palette);
    if (chooseLevels(camera, basemap.projection()).border)
        addRivers(labels, basemap.level(false), camera, view.names, palette);
    addTowns(labels, basemap, camera);
    return labels;
}

PlaceTowns::PlaceTowns(const model::Casebook& casebook, const basemap::Basemap& basemap) {
    match(casebook, basemap.border.towns, _placeOf[0]);
    match(casebook, basemap.wide.towns, _placeOf[1]);
}

long PlaceTowns::populationOf(std::size_t place) const {
    const auto known = _population.find(place);
    return known == _population.end() ? 0 : known->second;
}

void PlaceTowns::match(const model::Casebook& casebook, const std::vector<basemap::Town>& towns,
                       std::vector<std::size_t>& placeOf) {
    placeOf.assign(towns.size(), casebook.places.size());
    // Towns by cell of a degree, so that a million places are matched in one pass.
    const auto cellOf = [](double longitude, double latitude) {
        return static_cast<int>(std::floor(latitude)) * 1000 + static_cast<int>(std::floor(longitude));
    };
    std::unordered_map<int, std::vector<std::size_t>> cells;
    for (std::size_t i = 0; i < towns.size(); ++i)
        cells[cellOf(towns[i].position.longitudeDegrees, towns[i].position.latitudeDegrees)].push_back(i);
    constexpr double nearKm = 8, kmPerDegree = 111.2;
    for (std::size_t p = 0; p < casebook.places.size(); ++p) {
        const auto& place = casebook.places[p];
        if (!place.position || place.kind == model::PlaceKind::crossing ||
            place.kind >= model::PlaceKind::prefecture)
            continue;
        const double longitude = place.position->longitudeDegrees, latitude = place.position->latitudeDegrees;
        for (int dy = -1; dy <= 1; ++dy)
            for (int dx = -1; dx <= 1; ++dx) {
                const auto cell = cells.find(cellOf(longitude + dx, latitude + dy));
                if (cell == cells.end())
                    continue;
                for (const auto t : cell->second) {
                    const double x =
                        (towns[t].position.longitudeDegrees - longitude) * std::cos(latitude * 0.0174533);
                    const double y = towns[t].position.latitudeDegrees - latitude;
                    if (std::hypot(x, y) * kmPerDegree > nearKm || !namesAgree(place, towns[t].names))
                        continue;
                    placeOf[t] = std::min(placeOf[t], p);
                    _population[p] = std::max(_population[p], towns[t].population);
                }
            }
    }
}

} // namespace surplace::scene
