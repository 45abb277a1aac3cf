#include "casebook/column_makers.hpp"
#include "core/translation.hpp"
#include <algorithm>
#include <array>
#include <cmath>

namespace surplace::casebook {

using model::Place;

namespace {

// A half-read position keeps NaN in the coordinate that is still missing; requireWhole() refuses it.
geo::LonLat& positionOf(Place& place) {
    if (!place.position)
        place.position = geo::LonLat{std::nan(""), std::nan("")};
    return *place.position;
}

void requireWithin(double degrees, double limitDegrees) {
    if (std::abs(degrees) > limitDegrees)
        throw core::Error(core::trf("the coordinate {0} is not on the globe", numberText(degrees)), {},
                          core::trf("Write degrees between -{0} and {0}.", numberText(limitDegrees)));
}

void readLongitude(Place& place, std::string_view cell, CellContext& context) {
    positionOf(place).longitudeDegrees = numberFrom(cell, context);
    requireWithin(place.position->longitudeDegrees, 180);
}

void readLatitude(Place& place, std::string_view cell, CellContext& context) {
    positionOf(place).latitudeDegrees = numberFrom(cell, context);
    requireWithin(place.position->latitudeDegrees, 90);
}

void readOtherNames(Place& place, std::string_view cell, CellContext&) {
    for (const std::string_view part : splitList(cell)) {
        const std::size_t equals = part.find('=');
        const std::string_view language = trimmed(part.substr(0, equals));
        if (equals == std::string_view::npos || language.empty())
            throw core::Error(core::trf("\"{0}\" is not a language and a name", part), {},
                              core::tr("Write them as fr=Mandchourie; ru=..."));
        place.otherNames[std::string(language)] = trimmed(part.substr(equals + 1));
    }
}

void writeOtherNames(const Place& place, std::string& cell) {
    const char* separator = "";
    for (const auto& [language, name] : place.otherNames) {
        cell += separator + language + "=" + name;
        separator = "; ";
    }
}

constexpr std::array placeColumns{
    ownIdColumn<&Place::id>("id", true),
    column<&Place::nameEn>("name_en"),
    column<&Place::nameZh>("name_zh"),
    column<&Place::nameKo>("name_ko"),
    Column<Place>{"other_names", readOtherNames, writeOtherNames},
    column<&Place::aliases>("aliases"),
    column<&Place::kind>("kind"),
    column<&Place::kindWritten>("kind_written"),
    column<&Place::country>("country"),
    column<&Place::admin1>("admin1"),
    column<&Place::admin2>("admin2"),
    Column<Place>{"lon", readLongitude,
                  [](const Place& place, std::string& cell) {
                      if (place.position)
                          cell += numberText(place.position->longitudeDegrees);
                  },
                  false, Storage::real},
    Column<Place>{"lat", readLatitude,
                  [](const Place& place, std::string& cell) {
                      if (place.position)
                          cell += numberText(place.position->latitudeDegrees);
                  },
                  false, Storage::real},
    column<&Place::uncertaintyKm>("uncertainty_km"),
    Column<Place>{"bbox_wsen",
                  [](Place& place, std::string_view cell, CellContext&) { place.box = boxFrom(cell); },
                  [](const Place& place, std::string& cell) {
                      if (place.box)
                          cell += boxText(*place.box);
                  }},
    column<&Place::river>("river"),
    idColumn<&Place::cnSide>("cn_side"),
    idColumn<&Place::kpSide>("kp_side"),
    column<&Place::officialCrossing>("official_crossing"),
    column<&Place::coordinateSource>("coordinate_source"),
    column<&Place::coordinateStatus>("coordinate_status"),
    column<&Place::checkBorderKm>("check_border_km"),
    column<&Place::checkInside>("check_inside"),
    column<&Place::sensitivity>("sensitivity"),
    column<&Place::note>("note"),
};

} // namespace

template <>
std::span<const Column<Place>> columnsOf() {
    return placeColumns;
}

template <>
void requireWhole(const Place& place) {
    if (place.nameEn.empty() && place.nameZh.empty() && place.nameKo.empty())
        throw core::Error(core::tr("the place has no name"), {"", "", 0, "name_en"},
                          core::tr("Fill in name_en, name_zh or name_ko."));
    if (place.position && std::isnan(place.position->longitudeDegrees))
        throw core::Error(core::tr("there is a latitude but no longitude"), {"", "", 0, "lon"},
                          core::tr("Fill in both or none."));
    if (place.position && std::isnan(place.position->latitudeDegrees))
        throw core::Error(core::tr("there is a longitude but no latitude"), {"", "", 0, "lat"},
                          core::tr("Fill in both or none."));
}

model::PlacePrecision precisionOf(const Place* place) {
    using model::PlaceKind;
    using model::PlacePrecision;
    if (place == nullptr)
        return PlacePrecision::unknown;
    switch (place->kind) {
    case PlaceKind::settlement:
    case PlaceKind::facility:
        return PlacePrecision::settlement;
    case PlaceKind::crossing:
        return PlacePrecision::exact;
    case PlaceKind::county:
        return PlacePrecision::county;
    case PlaceKind::prefecture:
        return PlacePrecision::prefecture;
    case PlaceKind::province:
        return PlacePrecision::province;
    case PlaceKind::region:
    case PlaceKind::group:
        return PlacePrecision::region;
    case PlaceKind::country:
        return PlacePrecision::country;
    }
    return PlacePrecision::unknown;
}

} // namespace surplace::casebook
