#pragma once
#include "model/casebook.hpp"

namespace surplace::app {

/// Two invented cases of four events and a source, none of which ever happened.
inline model::Casebook inventedCasebook() {
    model::Casebook casebook;
    casebook.title = "Invented";
    const auto place = [](const char* id, const char* english, const char* korean, double longitude) {
        model::Place made;
        made.id = id;
        made.nameEn = english;
        made.nameKo = korean;
        made.position = geo::LonLat::make(longitude, 42);
        made.sensitivity = model::Sensitivity::s0;
        return made;
    };
    casebook.places = model::Table<model::Place>(
        {place("east", "Easttown", "동촌", 130), place("west", "Westtown", "서촌", 124)});
    model::Source source;
    source.id = "S1";
    source.title = "An invented letter";
    source.published = model::Edtf::parse("2017-06-25");
    casebook.sources = model::Table<model::Source>({source});
    model::Case group;
    group.id = "G1";
    group.title = "Invented group";
    model::Case other;
    other.id = "G2";
    casebook.cases = model::Table<model::Case>({group, other});
    const auto event = [](const char* id, model::EventKind kind, const char* date, const char* placeId,
                          const char* caseId, const char* what) {
        model::Event made;
        made.id = id;
        made.kind = kind;
        made.date = model::Edtf::parse(date);
        made.placeId = placeId;
        made.caseId = caseId;
        made.what = what;
        made.citations = {{"S1", "p. 1", "five people"}};
        return made;
    };
    using model::EventKind;
    casebook.events = model::Table<model::Event>(
        {event("E1", EventKind::transfer, "2017-06", "east", "G1", "moved to Easttown"),
         event("E2", EventKind::detention, "2017-03-15", "west", "G1", "stopped at Westtown"),
         event("E3", EventKind::detention, "2015", "west", "", "stopped earlier"),
         event("E4", EventKind::forcedReturn, "", "", "G2", "returned, day not given")});
    return casebook;
}

} // namespace surplace::app
