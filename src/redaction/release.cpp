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

template <class Record>
Release::Reason Release::reasonOf(const Record& record, const model::Id& caseId) const {
    if (!isPublic(record))
        return Reason::itself;
    const model::Id sourceId = record.citations.empty() ? model::Id() : record.citations.front().sourceId;
    const bool lacksSource = !record.citations.empty() && _casebook.sources.find(sourceId) == nullptr;
    if ((!record.placeId.empty() && _casebook.places.find(record.placeId) == nullptr) || lacksSource ||
        (!caseId.empty() && _casebook.cases.find(caseId) == nullptr))
        return Reason::missing;
    return _places.contains(record.placeId) || _sources.contains(sourceId) || _cases.contains(caseId)
               ? Reason::withheld
               : Reason::none;
}

Release::Reason Release::reasonFor(const model::Event& event) const {
    return reasonOf(event, event.caseId);
}

Release::Reason Release::reasonFor(const model::Tally& tally) const {
    return reasonOf(tally, {});
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
    return reasonFor(event) == Reason::none;
}

bool Release::passes(const model::Tally& tally) const {
    return reasonFor(tally) == Reason::none;
}

} // namespace surplace::redaction
