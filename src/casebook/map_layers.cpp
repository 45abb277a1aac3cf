#include "casebook/map_layers.hpp"
#include "casebook/draft.hpp"
#include "casebook/geometry_blob.hpp"
#include "geo/geodesic.hpp"
#include <fmt/format.h>

namespace surplace::casebook {

using model::Day;
using model::Edtf;
using model::Event;
using model::PlacePrecision;

namespace {

constexpr const char* eventMapTable = R"sql(
CREATE TABLE event_map (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom GEOMETRY,
  id TEXT, kind TEXT, assertion TEXT, role TEXT, feared BOOLEAN, date TEXT, date_start DATE, date_end DATE,
  people TEXT, people_min INTEGER, people_max INTEGER,
  place TEXT, place_zh TEXT, place_ko TEXT, precision TEXT, case_id TEXT, what TEXT, source TEXT, source_id TEXT, sensitivity TEXT))sql";
constexpr const char* legMapTable = R"sql(
CREATE TABLE leg_map (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom LINESTRING,
  id TEXT, kind TEXT, assertion TEXT, role TEXT, feared BOOLEAN, date TEXT, date_start DATE, date_end DATE,
  people TEXT, people_min INTEGER, people_max INTEGER,
  place TEXT, from_place TEXT, to_place TEXT, case_id TEXT, what TEXT, source TEXT, source_id TEXT, sensitivity TEXT))sql";

/// A day as a DATE column takes it; empty outside the years 1 to 9999.
std::string dayText(Day day) {
    const int year = static_cast<int>(std::chrono::year_month_day(day).year());
    return year >= 1 && year <= 9999 ? model::formatDay(day) : std::string{};
}

const model::Source* mainSourceOf(const model::Casebook& casebook, const Event& event) {
    return event.citations.empty() ? nullptr : casebook.sources.find(event.citations.front().sourceId);
}

bool isPoint(PlacePrecision precision) {
    return precision == PlacePrecision::exact || precision == PlacePrecision::settlement;
}

bool isArea(PlacePrecision precision) {
    return precision == PlacePrecision::county || precision == PlacePrecision::prefecture ||
           precision == PlacePrecision::province || precision == PlacePrecision::region;
}

std::string areaBlob(const geo::LonLatLine& ring, geo::LonLatBox& extent) {
    for (const geo::LonLat& position : ring)
        extent.add(position.longitudeDegrees, position.latitudeDegrees);
    return polygonBlob(ring);
}

std::string nameOf(const model::Place* place) {
    if (place == nullptr)
        return {};
    return !place->nameEn.empty() ? place->nameEn : !place->nameZh.empty() ? place->nameZh : place->nameKo;
}

/// Binds one value after the other; empty text becomes null.
class RowWriter {
public:
    explicit RowWriter(Statement& statement) : _statement(statement) {}
    void blob(std::string_view bytes) {
        ++_parameter;
        bytes.empty() ? _statement.bindNull(_parameter) : _statement.bindBlob(_parameter, bytes);
    }
    void text(std::string_view text) {
        ++_parameter;
        text.empty() ? _statement.bindNull(_parameter) : _statement.bind(_parameter, text);
    }
    void number(std::optional<std::int64_t> value) {
        ++_parameter;
        value ? _statement.bind(_parameter, *value) : _statement.bindNull(_parameter);
    }

private:
    Statement& _statement;
    int _parameter = 0;
};

/// The columns that both layers begin with, after the geometry.
void writeCommon(RowWriter& row, const Event& event, const ShownDays& days, const std::string& people) {
    row.text(event.id);
    row.text(model::word(event.kind));
    row.text(model::word(event.assertion));
    row.text(model::word(event.role));
    row.number(event.assertion == model::Assertion::feared ? 1 : 0);
    row.text(event.date.text());
    row.text(days.first);
    row.text(days.last);
    row.text(people);
    row.number(event.people.lower());
    row.number(event.people.upper());
}

void writeEnd(RowWriter& row, const Event& event, const model::Source* source) {
    row.text(event.caseId);
    row.text(event.what);
    row.text(source == nullptr ? std::string_view{} : std::string_view(source->title));
    row.text(source == nullptr ? std::string_view{} : std::string_view(source->id));
    row.text(model::word(event.sensitivity));
}

geo::LonLatBox writeEventMap(Database& database, const model::Casebook& casebook) {
    database.run(eventMapTable);
    Statement insert(database,
                     "INSERT INTO event_map VALUES(NULL,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    geo::LonLatBox extent;
    for (const Event& event : casebook.events) {
        const std::string shape = shapeOf(casebook, event, extent);
        const ShownDays days = shownDays(casebook, event);
        const std::string people = event.people.text();
        const model::Place* place = placeOf(casebook, event);
        const std::string placeName = nameOf(place);
        RowWriter row(insert);
        row.blob(shape);
        writeCommon(row, event, days, people);
        row.text(placeName);
        row.text(place == nullptr ? std::string_view{} : std::string_view(place->nameZh));
        row.text(place == nullptr ? std::string_view{} : std::string_view(place->nameKo));
        row.text(model::word(event.precision));
        writeEnd(row, event, mainSourceOf(casebook, event));
        insert.run();
    }
    return extent;
}

geo::LonLatBox writeLegMap(Database& database, const model::Casebook& casebook) {
    database.run(legMapTable);
    Statement insert(database, "INSERT INTO leg_map VALUES(NULL,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    geo::LonLatBox extent;
    for (const model::Leg& leg : model::legs(casebook)) {
        const model::Place* from = casebook.places.find(leg.fromPlaceId);
        const model::Place* to = casebook.places.find(leg.toPlaceId);
        if (from == nullptr || to == nullptr || !from->position || !to->position)
            continue;
        const Event& event = casebook.events[leg.eventIndex];
        const ShownDays days = shownDays(casebook, event);
        if (days.first.empty() && days.last.empty())
            continue;
        for (const geo::LonLat& end : {*from->position, *to->position})
            extent.add(end.longitudeDegrees, end.latitudeDegrees);
        const std::string shape = lineBlob({*from->position, *to->position});
        const std::string people = event.people.text();
        const std::string fromName = nameOf(from), toName = nameOf(to),
                          placeName = nameOf(placeOf(casebook, event));
        RowWriter row(insert);
        row.blob(shape);
        writeCommon(row, event, days, people);
        row.text(placeName);
        row.text(fromName);
        row.text(toName);
        writeEnd(row, event, mainSourceOf(casebook, event));
        insert.run();
    }
    return extent;
}

void registerGeometry(Database& database, std::string_view table, std::string_view type) {
    database.run(
        fmt::format("INSERT INTO gpkg_geometry_columns VALUES('{}','geom','{}',4326,0,0)", table, type));
}

} // namespace

ShownDays shownDays(const model::Casebook& casebook, const Event& event) {
    const std::optional<Day> first = event.date.earliest(), last = event.date.latest();
    if (!first || last)
        return {first ? dayText(*first) : "", last ? dayText(*last) : ""};
    const model::Source* source = mainSourceOf(casebook, event);
    const std::optional<Day> said = source == nullptr ? std::nullopt : source->published.latest();
    if (said && *said >= *first)
        return {dayText(*first), dayText(*said)};
    const bool isFeared = event.assertion == model::Assertion::feared;
    return {dayText(*first), isFeared ? dayText(event.date.latestStart().value_or(*first)) : ""};
}

std::string shapeOf(const model::Casebook& casebook, const Event& event, geo::LonLatBox& extent) {
    const model::Place* place = placeOf(casebook, event);
    const ShownDays days = shownDays(casebook, event);
    if (place == nullptr || (days.first.empty() && days.last.empty()))
        return {};
    if (isPoint(event.precision) && place->position) {
        extent.add(place->position->longitudeDegrees, place->position->latitudeDegrees);
        return pointBlob(*place->position);
    }
    if (!isArea(event.precision))
        return {};
    if (place->box) {
        const auto& box = *place->box;
        return areaBlob(
            {{box.minX, box.minY}, {box.maxX, box.minY}, {box.maxX, box.maxY}, {box.minX, box.maxY}}, extent);
    }
    if (place->position && place->uncertaintyKm && *place->uncertaintyKm > 0)
        return areaBlob(geo::geodesicCircle(*place->position, *place->uncertaintyKm * 1000), extent);
    return {};
}

void registerTable(Database& database, std::string_view table, std::string_view description,
                   const std::string& lastChange, const geo::LonLatBox* extent) {
    Statement insert(database, "INSERT INTO gpkg_contents VALUES(?,?,?,?,?,?,?,?,?,?)");
    insert.bind(1, table);
    insert.bind(2, extent == nullptr ? std::string_view("attributes") : std::string_view("features"));
    insert.bind(3, table);
    insert.bind(4, description);
    insert.bind(5, std::string_view(lastChange));
    for (int i = 6; i <= 10; ++i)
        insert.bindNull(i);
    if (extent != nullptr) {
        insert.bind(10, std::int64_t{4326});
        if (!extent->isEmpty()) {
            insert.bind(6, extent->minX);
            insert.bind(7, extent->minY);
            insert.bind(8, extent->maxX);
            insert.bind(9, extent->maxY);
        }
    }
    insert.run();
}

void writeMapLayers(Database& database, const model::Casebook& casebook, const std::string& lastChange) {
    const geo::LonLatBox events = writeEventMap(database, casebook);
    const geo::LonLatBox legs = writeLegMap(database, casebook);
    registerTable(database, "event_map", "Events for a GIS; made new at each save, ignored on reading",
                  lastChange, &events);
    registerTable(database, "leg_map",
                  "Movements as straight lines; made new at each save, ignored on reading", lastChange,
                  &legs);
    registerGeometry(database, "event_map", "GEOMETRY");
    registerGeometry(database, "leg_map", "LINESTRING");
}

} // namespace surplace::casebook
