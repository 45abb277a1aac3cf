#include "redaction/redaction.hpp"
#include "redaction/release.hpp"
#include <algorithm>
#include <array>

namespace surplace::redaction {

namespace {

/// Takes out of records what leads to withheld ones.
struct Cutter {
    const Release& release;
    long& citationsCut;

    bool touches(const model::Source&) const { return false; }
    bool touches(const model::Case&) const { return false; }
    bool touches(const model::Place& place) const {
        return !mayNamePlace(place.cnSide) || !mayNamePlace(place.kpSide);
    }
    bool touches(const model::Tally& tally) const { return touchesCitations(tally.citations); }
    bool touches(const model::Event& event) const {
        return touchesCitations(event.citations) || !mayNamePlace(event.fromPlaceId) ||
               !mayNamePlace(event.toPlaceId) || !mayNamePlace(event.crossingId) ||
               !mayNameEvent(event.roleOf) || touchesTallies(event);
    }

    void cut(model::Source&) const {}
    void cut(model::Case&) const {}
    void cut(model::Place& place) const {
        cutPlace(place.cnSide);
        cutPlace(place.kpSide);
    }
    void cut(model::Tally& tally) const { cutCitations(tally.citations); }
    void cut(model::Event& event) const {
        cutCitations(event.citations);
        cutPlace(event.fromPlaceId);
        cutPlace(event.toPlaceId);
        if (!mayNamePlace(event.crossingId)) {
            event.crossingId.clear();
            if (!event.details->crossingBasis.empty())
                event.details.edit().crossingBasis.clear();
            event.crossingInferred = false;
        }
        // The role stays: a stage of what is withheld is no event of its own.
        if (!mayNameEvent(event.roleOf)) {
            event.roleOf.clear();
            if (!event.details->roleWritten.empty())
                event.details.edit().roleWritten.clear();
        }
        if (touchesTallies(event))
            std::erase_if(event.details.edit().tallies.edit(),
                          [&](const auto& link) { return !mayName(link); });
    }

private:
    bool mayNamePlace(const model::Id& id) const { return id.empty() || release.namesPlace(id); }
    bool mayNameEvent(const model::Id& id) const { return id.empty() || release.namesEvent(id); }
    bool mayName(const model::TallyLink& link) const { return release.namesTally(link.tallyId); }
    bool touchesTallies(const model::Event& event) const {
        return std::ranges::any_of(event.details->tallies, [&](const auto& link) { return !mayName(link); });
    }
    bool touchesCitations(const std::vector<model::Citation>& citations) const {
        return std::ranges::any_of(citations,
                                   [&](const auto& one) { return !release.namesSource(one.sourceId); });
    }
    void cutCitations(model::List<model::Citation>& citations) const {
        if (!touchesCitations(citations))
            return;
        citationsCut += static_cast<long>(std::erase_if(
            citations.edit(), [&](const auto& one) { return !release.namesSource(one.sourceId); }));
    }
    void cutPlace(model::Id& id) const {
        if (!mayNamePlace(id))
            id.clear();
    }
};

/// The records that pass, without their links to those that do not. Counts the withheld ones.
template <class Record>
model::Table<Record> released(const model::Table<Record>& table, const Release& release, const Cutter& cutter,
                              long& withheld) {
    const auto stays = [&](const Record& record) {
        return release.passes(record) && !cutter.touches(record);
    };
    if (std::ranges::all_of(table, stays))
        return table;
    std::vector<Record> records;
    records.reserve(table.size());
    for (const Record& record : table)
        if (release.passes(record))
            cutter.cut(records.emplace_back(record));
    withheld = static_cast<long>(table.size() - records.size());
    return model::Table<Record>(std::move(records));
}

/// Tells apart why public records had to stay behind.
template <class Record>
void countReasons(const model::Table<Record>& table, const Release& release, Report& report) {
    for (const Record& record : table) {
        const Release::Reason reason = release.reasonFor(record);
        report.restOnWithheld += reason == Release::Reason::withheld ? 1 : 0;
        report.restOnMissing += reason == Release::Reason::missing ? 1 : 0;
    }
}

} // namespace

Redaction redact(const model::Casebook& casebook, Profile profile) {
    const Release release(casebook);
    Report report;
    const Cutter cutter{release, report.citationsWithheld};
    auto result = std::make_shared<model::Casebook>();
    result->title = casebook.title;
    result->description = casebook.description;
    result->attribution = casebook.attribution;
    result->asOf = casebook.asOf;
    result->sources = released(casebook.sources, release, cutter, report.sourcesWithheld);
    result->places = released(casebook.places, release, cutter, report.placesWithheld);
    result->cases = released(casebook.cases, release, cutter, report.casesWithheld);
    result->events = released(casebook.events, release, cutter, report.eventsWithheld);
    result->tallies = released(casebook.tallies, release, cutter, report.talliesWithheld);
    if (report.eventsWithheld > 0)
        countReasons(casebook.events, release, report);
    if (report.talliesWithheld > 0)
        countReasons(casebook.tallies, release, report);
    std::ranges::copy_if(casebook.eventLinks, std::back_inserter(result->eventLinks), [&](const auto& link) {
        return release.namesEvent(link.fromId) && release.namesEvent(link.toId);
    });
    const auto namesEither = [&](const model::Id& id) {
        return release.namesTally(id) || release.namesEvent(id);
    };
    std::ranges::copy_if(
        casebook.tallyRelations, std::back_inserter(result->tallyRelations),
        [&](const auto& relation) { return namesEither(relation.fromId) && namesEither(relation.toId); });
    return {RedactedCasebook(std::move(result), profile), report};
}

} // namespace surplace::redaction
