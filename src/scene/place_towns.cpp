#include "scene/base_labels.hpp"
#include "scene/frame.hpp"
#include <algorithm>
#include <cmath>

namespace surplace::scene {

namespace {

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
