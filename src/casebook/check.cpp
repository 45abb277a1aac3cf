#include "casebook/casebook_file.hpp"
#include "casebook/draft.hpp"
#include "casebook/findings.hpp"
#include "core/translation.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <unordered_set>

namespace surplace::casebook {

using model::Day;
using model::Edtf;
using model::Event;
using std::chrono::year;

namespace {

constexpr std::array<std::string_view, 8> tableOrder{
    "sources", "places", "cases", "events", "citations", "event_links", "tallies", "tally_relations"};
constexpr Day firstLikelyDay{year{1900} / 1 / 1};
constexpr Day lastLikelyDay{year{2100} / 12 / 31};

template <class Record>
void checkIds(const model::Table<Record>& table, Findings& findings) {
    std::unordered_set<std::string_view> seen;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const model::Id& id = table[i].id;
        if (id.empty())
            findings.error(tableOf<Record>(), i, "id", core::tr("The id is missing. Fill it in."));
        else if (!seen.insert(id).second)
            findings.error(tableOf<Record>(), i, "id",
                           core::trf("The id \"{0}\" stands twice. Give one of the two another id.", id));
    }
}

void checkDate(const Edtf& date, std::string_view table, std::size_t index, std::string_view field,
               const model::Id& id, Findings& findings) {
    if (date.earliest() && date.latest() && *date.latest() < *date.earliest())
        findings.error(table, index, field,
                       core::trf("The date {0} of {1} ends before it begins. Correct it.", date.text(), id));
    else if (date.startKind() == Edtf::End::noDay || date.endKind() == Edtf::End::noDay ||
             (date.earliest() && *date.earliest() < firstLikelyDay) ||
             (date.latest() && *date.latest() > lastLikelyDay))
        findings.warning(
            table, index, field,
            core::trf("The date {0} of {1} lies outside 1900 to 2100. Check it.", date.text(), id));
}

void checkSources(const model::Casebook& casebook, Findings& findings) {
    checkIds(casebook.sources, findings);
    for (std::size_t i = 0; i < casebook.sources.size(); ++i) {
        const model::Source& source = casebook.sources[i];
        if (source.title.empty())
            findings.error("sources", i, "title",
                           core::trf("The source {0} has no title. Fill it in.", source.id));
        const bool isHex = source.sha256.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos;
        if (!source.sha256.empty() && (source.sha256.size() != 64 || !isHex))
            findings.error(
                "sources", i, "sha256",
                core::trf("The checksum of {0} is not 64 hexadecimal digits. Correct it or leave it empty.",
                          source.id));
        checkDate(source.published, "sources", i, "published", source.id, findings);
    }
}

void checkPosition(const model::Place& place, std::size_t index, Findings& findings) {
    if (!place.position)
        return;
    const auto [longitude, latitude] = *place.position;
    if (!geo::LonLat::isValid(longitude, latitude))
        findings.error("places", index, "lon",
                       core::trf("The position {0}, {1} of {2} is not on the globe. Correct lon and lat.",
                                 longitude, latitude, place.id));
    else if (!geo::wideRegion.contains(longitude, latitude))
        findings.warning(
            "places", index, "lon",
            geo::wideRegion.contains(latitude, longitude)
                ? core::trf("{0} lies outside the wide map (70-140 E, 5-55 N); lon and lat seem "
                            "to be swapped.",
                            place.id)
                : core::trf("{0} lies outside the wide map (70-140 E, 5-55 N). Check lon and lat.",
                            place.id));
    else if (place.box && !place.box->contains(longitude, latitude))
        findings.warning("places", index, "bbox_wsen",
                         core::trf("{0} lies outside its own box. Check both.", place.id));
}

void checkPlaces(const model::Casebook& casebook, Findings& findings) {
    checkIds(casebook.places, findings);
    for (std::size_t i = 0; i < casebook.places.size(); ++i) {
        const model::Place& place = casebook.places[i];
        if (place.nameEn.empty() && place.nameZh.empty() && place.nameKo.empty())
            findings.error("places", i, "name_en",
                           core::trf("The place {0} has no name. Fill one in.", place.id));
        checkPosition(place, i, findings);
    }
}

void checkAgainstSource(const model::Casebook& casebook, const Event& event, std::size_t index,
                        Findings& findings) {
    if (event.citations.empty()) {
        findings.error("events", index, "source",
                       core::trf("The event {0} cites no source. Name one.", event.id));
        return;
    }
    const model::Source* source = casebook.sources.find(event.citations.front().sourceId);
    const bool isExpected = event.assertion == model::Assertion::feared;
    if (source != nullptr && !isExpected && source->published.latest() && event.date.earliest() &&
        *event.date.earliest() > *source->published.latest())
        findings.warning(
            "events", index, "date",
            core::trf(
                "The event {0} ({1}) is later than its source {2} ({3}), and not feared. Check both dates.",
                event.id, event.date.text(), source->id, source->published.text()));
}

/// A stage follows the event that it is a stage of.
void checkStage(const model::Casebook& casebook, const Event& event, std::size_t index, Findings& findings) {
    const Event* first = event.role == model::Role::stageOf ? casebook.events.find(event.roleOf) : nullptr;
    if (first != nullptr && event.date.latest() && first->date.earliest() &&
        *event.date.latest() < *first->date.earliest())
        findings.error("events", index, "date",
                       core::trf("The stage {0} ({1}) is earlier than the event {2} ({3}) that it is a stage "
                                 "of. Correct a date or the role.",
                                 event.id, event.date.text(), first->id, first->date.text()));
}

void checkEvents(const model::Casebook& casebook, Findings& findings) {
    checkIds(casebook.events, findings);
    for (std::size_t i = 0; i < casebook.events.size(); ++i) {
        const Event& event = casebook.events[i];
        checkDate(event.date, "events", i, "date", event.id, findings);
        if (!event.date.isKnown())
            findings.warning("events", i, "date",
                             core::trf("The event {0} has no date, so it is never on the map.", event.id));
        checkAgainstSource(casebook, event, i, findings);
        checkStage(casebook, event, i, findings);
    }
}

/// The later of two records of one case by sequence must not be the earlier by date.
void checkSequences(const model::Casebook& casebook, Findings& findings) {
    for (const model::Case& group : casebook.cases) {
        const Event* before = nullptr;
        for (const Event* event : model::eventsOfCase(casebook, group.id)) {
            if (!event->sequence)
                continue;
            if (before != nullptr && *before->sequence < *event->sequence && event->date.latest() &&
                before->date.earliest() && *event->date.latest() < *before->date.earliest())
                findings.warning(
                    "events", casebook.events.indexOf(event->id), "sequence",
                    core::trf("{0} ({1}) comes after {2} ({3}) in the case {4}, but is earlier. Check both.",
                              event->id, event->date.text(), before->id, before->date.text(), group.id));
            before = event;
        }
    }
}

void checkTallies(const model::Casebook& casebook, Findings& findings) {
    checkIds(casebook.tallies, findings);
    for (std::size_t i = 0; i < casebook.tallies.size(); ++i) {
        const model::Tally& tally = casebook.tallies[i];
        if (tally.citations.empty())
            findings.error("tallies", i, "source",
                           core::trf("The tally {0} cites no source. Name one.", tally.id));
        if (casebook.events.find(tally.id) != nullptr)
            findings.error(
                "tallies", i, "id",
                core::trf("\"{0}\" is also the id of an event. Give one of them another id.", tally.id));
        checkDate(tally.window, "tallies", i, "window", tally.id, findings);
        checkDate(tally.asOf, "tallies", i, "as_of", tally.id, findings);
    }
}

} // namespace

void Findings::add(core::Problem::Severity severity, std::string_view table, std::size_t index,
                   std::string_view field, std::string message) {
    _problems.push_back({severity,
                         {"", std::string(table), static_cast<long>(index) + 1, std::string(field)},
                         std::move(message)});
}

std::vector<core::Problem> Findings::ordered() && {
    const auto rank = [](const core::Problem& problem) {
        const auto table =
            std::find(tableOrder.begin(), tableOrder.end(), problem.where.layer) - tableOrder.begin();
        return std::pair(table, problem.where.row);
    };
    std::stable_sort(_problems.begin(), _problems.end(),
                     [&](const core::Problem& a, const core::Problem& b) { return rank(a) < rank(b); });
    return std::move(_problems);
}

std::vector<core::Problem> check(const model::Casebook& casebook) {
    Findings findings;
    checkSources(casebook, findings);
    checkPlaces(casebook, findings);
    checkIds(casebook.cases, findings);
    checkEvents(casebook, findings);
    checkSequences(casebook, findings);
    checkTallies(casebook, findings);
    checkLinks(casebook, findings);
    checkFigures(casebook, findings);
    return std::move(findings).ordered();
}

} // namespace surplace::casebook
