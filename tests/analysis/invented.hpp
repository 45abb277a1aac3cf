#pragma once
#include "analysis/tabulate.hpp"
#include <gtest/gtest.h>

/// Invented places and events on a plain of squares; none of this is a fact.
namespace surplace::analysis::test {

inline geo::LonLatRings square(double west, double south, double east, double north) {
    return {{{west, south}, {east, south}, {east, north}, {west, north}}};
}

inline Unit unit(const std::string& name, const geo::LonLatRings& rings, const std::string& country = "") {
    Unit result;
    result.id = result.nameEn = name;
    result.country = country;
    result.rings = rings;
    for (const auto& ring : rings)
        for (const auto& p : ring)
            result.box.add(p.longitudeDegrees, p.latitudeDegrees);
    return result;
}

/// Two provinces side by side in CN and one across the river in KP.
inline Units provinces() {
    Units units;
    units.basis = Basis::provinces;
    units.units = {unit("West", square(120, 40, 124, 44), "CN"), unit("East", square(124, 40, 128, 44), "CN"),
                   unit("South", square(120, 36, 128, 40), "KP")};
    return units;
}

inline model::Place spot(const std::string& id, double lon, double lat, const std::string& country = "CN",
                         const std::string& admin1 = "") {
    model::Place place;
    place.id = id;
    place.nameEn = id;
    place.country = country;
    place.admin1 = admin1;
    place.position = geo::LonLat{lon, lat};
    return place;
}

inline model::Place area(const std::string& id, model::PlaceKind kind, geo::LonLatBox box,
                         const std::string& country = "CN", const std::string& admin1 = "") {
    model::Place place;
    place.id = id;
    place.nameEn = id;
    place.kind = kind;
    place.country = country;
    place.admin1 = admin1;
    place.box = box;
    return place;
}

inline model::Event event(const std::string& id, const std::string& placeId,
                          const model::CountRange& people = {}) {
    model::Event result;
    result.id = id;
    result.kind = model::EventKind::detention;
    result.placeId = placeId;
    result.people = people;
    result.precision = model::PlacePrecision::exact; // the place decides
    return result;
}

inline model::Casebook casebookOf(std::vector<model::Place> places, std::vector<model::Event> events) {
    model::Casebook casebook;
    casebook.places = model::Table<model::Place>(std::move(places));
    casebook.events = model::Table<model::Event>(std::move(events));
    return casebook;
}

/// All events, certainly present.
inline std::vector<Occurrence> all(const model::Casebook& casebook) {
    std::vector<Occurrence> occurrences;
    for (std::uint32_t i = 0; i < casebook.events.size(); ++i)
        occurrences.push_back({i, true});
    return occurrences;
}

/// certain/possible, people: "2/1 3-9".
inline std::string brief(const Count& count) {
    return std::to_string(count.certain) + "/" + std::to_string(count.possible) + " " + count.people.text();
}

} // namespace surplace::analysis::test
