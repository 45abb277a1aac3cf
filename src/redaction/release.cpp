#include "redaction/release.hpp"

namespace surplace::redaction {

namespace {

template <class Record>
bool isPublic(const Record& record) {
    return record.sensitivity == model::Sensitivity::s0;
}

} // namespace

template <class Record>
Release::Ids Release::withheldOf(const model::Table<Record>& table) const {
    Ids withheld;
    for (const Record& record : table)
        if (!passes(record))
            withheld.insert(record.id);
    return withheld;
}

Release::Release(const model::Casebook& casebook) : _casebook(casebook) {
    _sources = withheldOf(casebook.sources);
    _places = withheldOf(casebook.places);
    _cases = withheldOf(casebook.cases);
    _events = withheldOf(casebook.events);
    _tallies = withheldOf(casebook.tallies);
}

bool Release::restsOnPublic(const model::Id& placeId, const std::vector<model::Citation>& citations) const {
    return (placeId.empty() || namesPlace(placeId)) &&
           (citations.empty() || namesSource(citations.front().sourceId));
}

bool Release::passes(const model::Source& source) const {
    return isPublic(source);
}

bool Release::passes(const model::Place& place) const {
    return isPublic(place);
}

bool Release::passes(const model::Case& record) const {
    return isPublic(record);
}

bool Release::passes(const model::Event& event) const {
    return isPublic(event) && (event.caseId.empty() || namesCase(event.caseId)) &&
           restsOnPublic(event.placeId, event.citations);
}

bool Release::passes(const model::Tally& tally) const {
    return isPublic(tally) && restsOnPublic(tally.placeId, tally.citations);
}

} // namespace surplace::redaction
