#include "model/describe.hpp"
#include "model/day_words.hpp"
#include <fmt/format.h>

namespace surplace::model {
namespace {

/// Collects the lines of one record and leaves out what is empty.
class Facts {
public:
    void add(std::string label, std::string text, Id link = {}) {
        if (!text.empty())
            _facts.push_back({std::move(label), std::move(text), std::move(link), false});
    }
    void quote(std::string label, const std::string& words) {
        if (!words.empty())
            _facts.push_back({std::move(label), words, {}, true});
    }
    std::vector<Fact> take() { return std::move(_facts); }

private:
    std::vector<Fact> _facts;
};

std::string joined(std::initializer_list<std::string> parts, const char* separator) {
    std::string result;
    for (const auto& part : parts)
        if (!part.empty())
            result += (result.empty() ? "" : separator) + part;
    return result;
}

std::string qualifiedDate(const Edtf& date) {
    std::string words = date.inWords();
    if (date.isKnown())
        words += fmt::format(" [{}]", date.text());
    return words;
}

void addSources(Facts& facts, const Casebook& casebook, const std::vector<Citation>& citations) {
    for (const Citation& citation : citations) {
        const Source* source = casebook.sources.find(citation.sourceId);
        std::string text = source != nullptr ? citationText(*source) : citation.sourceId;
        facts.add("Source", joined({text, citation.locator}, ", "), citation.sourceId);
        facts.quote("Quoted", citation.quote);
    }
}

std::string relationWords(TallyRelationKind kind, bool outgoing) {
    switch (kind) {
    case TallyRelationKind::partOf:
        return outgoing ? "Part of" : "Contains";
    case TallyRelationKind::disjointFrom:
        return "Apart from";
    case TallyRelationKind::overlapsUnknown:
        return "May overlap";
    case TallyRelationKind::doNotAddTo:
        return "Never add to";
    }
    return {};
}

/// The range that holds every report of one event, and whether the reports agree.
void addReportsOfOneEvent(Facts& facts, const Casebook& casebook, const Event& event) {
    CountRange together = event.people;
    bool agree = true, others = false;
    for (const EventLink& link : casebook.eventLinks) {
        if (link.kind != EventLinkKind::sameAs || (link.fromId != event.id && link.toId != event.id))
            continue;
        const Event* other = casebook.events.find(link.fromId == event.id ? link.toId : link.fromId);
        if (other == nullptr || !other->people.isKnown())
            continue;
        others = true;
        agree = agree && other->people == event.people;
        together = together.isKnown() ? together.hull(other->people) : other->people;
    }
    if (others)
        facts.add("All reports of this event",
                  together.inWords() + (agree ? " (they agree)" : " (they differ)"));
}

const Source* mainSource(const Casebook& casebook, const Event& event) {
    return event.citations.empty() ? nullptr : casebook.sources.find(event.citations.front().sourceId);
}

std::string verificationInWords(const std::string& word) {
    if (word == "full_text")
        return "the document itself was read in full";
    if (word == "found_text")
        return "an excerpt of the publisher's or an agency's own text says it";
    if (word == "found_copy")
        return "a copy of the text on another site says it";
    if (word == "found_summary")
        return "a digest of the text says it";
    return word;
}

std::string precisionInWords(const Event& event) {
    switch (event.precision) {
    case PlacePrecision::exact:
        return "the source names the crossing or the pair of towns";
    case PlacePrecision::settlement:
        return "known to the town, not finer";
    case PlacePrecision::county:
        return "known to the county";
    case PlacePrecision::prefecture:
        return "known only to the prefecture (extent approximate)";
    case PlacePrecision::province:
        return "known only to the province";
    case PlacePrecision::region:
        return "known only to the region";
    case PlacePrecision::country:
        return "known only to the country: listed, not drawn";
    case PlacePrecision::unknown:
        return "place not known: listed, not drawn";
    case PlacePrecision::none:
        return {};
    }
    return {};
}

} // namespace

std::string citationText(const Source& source) {
    std::string publisher = source.publisher;
    if (!source.host.empty())
        publisher += " (read at " + source.host + ")";
    return joined(
        {publisher, source.title, source.published.isKnown() ? source.published.inWords() : "undated"}, ", ");
}

std::string placeText(const Casebook& casebook, const Id& placeId) {
    if (placeId.empty())
        return "place not given";
    const Place* place = casebook.places.find(placeId);
    if (place == nullptr)
        return placeId;
    return joined({place->nameEn, place->nameZh, place->nameKo}, " ");
}

std::string standingInWords(const Event& event) {
    if (event.assertion == Assertion::feared)
        return "expected by the source, not reported as having happened; never counted";
    const std::string sure{title(event.assertion)};
    switch (event.role) {
    case Role::event:
        return isContext(event.kind) ? sure + "; context, not counted with people"
                                     : sure + "; counted as an incident of its own";
    case Role::stageOf:
        return fmt::format("{}; a later stage of {}, not counted again", sure, event.roleOf);
    case Role::partOf:
        return fmt::format("{}; a part of {}, not counted again", sure, event.roleOf);
    case Role::duplicateOf:
        return fmt::format("{}; another report of {}, not counted again", sure, event.roleOf);
    case Role::tally:
        return sure + "; a total or rate over time, never added to events";
    case Role::statement:
        return sure + "; a statement, not an incident";
    }
    return sure;
}

const Event* laterRecord(const Casebook& casebook, const Event& event) {
    const Source* said = mainSource(casebook, event);
    if (event.caseId.empty() || said == nullptr || !said->published.latest())
        return nullptr;
    for (const Event* other : eventsOfCase(casebook, event.caseId)) {
        const Source* source = mainSource(casebook, *other);
        if (source != nullptr && other->assertion != Assertion::feared && !isContext(other->kind) &&
            source->published.earliest() > said->published.latest())
            return other;
    }
    return nullptr;
}

std::string laterWordInWords(const Casebook& casebook, const Event& event) {
    const bool isFeared = event.assertion == Assertion::feared;
    const bool hasNoEnd =
        event.date.endKind() == Edtf::End::open || event.date.endKind() == Edtf::End::unknown;
    if (!isFeared && (!hasNoEnd || !event.date.isKnown()))
        return {};
    const Source* said = mainSource(casebook, event);
    const std::string when =
        said != nullptr && said->published.isKnown() ? " after " + bareDate(said->published) : "";
    const Event* record = laterRecord(casebook, event);
    const std::string known = isFeared ? "Feared, not reported as done" : "The end is not given";
    return record == nullptr ? known + "; no later word" + when
                             : known + " by this source; a later record of the case: " + record->what;
}

std::vector<Fact> describe(const Casebook& casebook, const Event& event) {
    Facts facts;
    facts.add(std::string(title(event.kind)), event.what);
    facts.add("How sure", standingInWords(event), event.roleOf);
    facts.quote("In the source's words", event.confidenceWording);
    facts.add("Status as recorded", event.assertionWritten);
    facts.add("When", qualifiedDate(event.date));
    facts.add("Date known by", event.dateBasis);
    facts.add("About the date", event.dateNote);
    if (const std::string since = laterWordInWords(casebook, event); !since.empty()) {
        const Event* later = laterRecord(casebook, event);
        facts.add("Since then", since, later != nullptr ? later->id : Id());
    }
    facts.add("Where", placeText(casebook, event.placeId), event.placeId);
    facts.add("Place known to", precisionInWords(event));
    facts.quote("Place as written", event.placeWritten);
    if (!event.fromPlaceId.empty())
        facts.add(event.kind == EventKind::detention ? "Had set out from" : "From",
                  placeText(casebook, event.fromPlaceId), event.fromPlaceId);
    if (!event.toPlaceId.empty())
        facts.add("To", placeText(casebook, event.toPlaceId), event.toPlaceId);
    if (!event.crossingId.empty()) {
        facts.add(event.crossingInferred ? "Crossing (inferred)" : "Crossing",
                  placeText(casebook, event.crossingId), event.crossingId);
        facts.add("Crossing known by", event.crossingBasis);
    }
    if (!isContext(event.kind) || event.people.isKnown())
        facts.add("How many people", event.people.inWords());
    facts.add("About the number", event.countQualifier);
    facts.quote("Number as printed", event.countVerbatim);
    if (!event.caseId.empty()) {
        const Case* group = casebook.cases.find(event.caseId);
        facts.add("Case", group != nullptr && !group->title.empty() ? group->title : event.caseId,
                  event.caseId);
    }
    for (const Event* part : dependentsOf(casebook, event.id))
        facts.add(part->role == Role::partOf        ? "Part"
                  : part->role == Role::duplicateOf ? "Also reported"
                                                    : "Later stage",
                  part->what, part->id);
    for (const EventLink& link : casebook.eventLinks) {
        if (link.fromId != event.id && link.toId != event.id)
            continue;
        const bool outgoing = link.fromId == event.id;
        const std::string label = link.kind == EventLinkKind::sameAs ? "Same event as"
                                  : outgoing                         ? "Denies"
                                                                     : "Denied by";
        facts.add(label, joined({outgoing ? link.toId : link.fromId, link.basis}, ": "),
                  outgoing ? link.toId : link.fromId);
    }
    addReportsOfOneEvent(facts, casebook, event);
    facts.add("Sources disagree", event.conflicts);
    facts.add("Said by", event.attribution);
    for (const TallyLink& link : event.tallies) {
        const Tally* tally = casebook.tallies.find(link.tallyId);
        const std::string words =
            tally != nullptr ? fmt::format("{}: {} {}", tally->id, tally->measure, tally->value.inWords())
                             : link.tallyId;
        facts.add(link.possible ? "May belong to the tally" : "Belongs to the tally", words, link.tallyId);
    }
    addSources(facts, casebook, event.citations);
    facts.add("How it was read", verificationInWords(event.verification));
    facts.add("Note", event.note);
    return facts.take();
}

std::vector<Fact> describe(const Casebook& casebook, const Case& group) {
    Facts facts;
    facts.add("Case", joined({group.title, group.id}, " - "));
    for (const Event* event : eventsOfCase(casebook, group.id))
        facts.add(event->date.inWords(),
                  fmt::format("{}: {} ({})", placeText(casebook, event->placeId), event->what,
                              standingInWords(*event)),
                  event->id);
    facts.add("Note", group.note);
    return facts.take();
}

std::vector<Fact> describe(const Casebook& casebook, const Place& place) {
    Facts facts;
    facts.add("Place", placeText(casebook, place.id));
    facts.add("Also written", place.aliases);
    for (const auto& [language, name] : place.otherNames)
        facts.add("Name (" + language + ")", name);
    facts.add("Kind", place.kindWritten.empty() ? std::string(word(place.kind)) : place.kindWritten);
    facts.add("In", joined({place.admin2, place.admin1, place.country}, ", "));
    if (place.position)
        facts.add("Position",
                  fmt::format("{:.4f} E, {:.4f} N (WGS 84{})", place.position->longitudeDegrees,
                              place.position->latitudeDegrees,
                              place.uncertaintyKm ? fmt::format(", within about {} km", *place.uncertaintyKm)
                                                  : ""));
    else if (place.box)
        facts.add("Extent", fmt::format("{} to {} E, {} to {} N (a box, approximate)", place.box->minX,
                                        place.box->maxX, place.box->minY, place.box->maxY));
    facts.add("River", place.river);
    if (!place.cnSide.empty())
        facts.add("Side in China", placeText(casebook, place.cnSide), place.cnSide);
    if (!place.kpSide.empty())
        facts.add("Side in North Korea", placeText(casebook, place.kpSide), place.kpSide);
    facts.add("Official crossing", place.officialCrossing);
    facts.add("Coordinates from", joined({place.coordinateSource, place.coordinateStatus}, "; "));
    for (const Event& event : casebook.events)
        if (event.placeId == place.id || event.crossingId == place.id)
            facts.add(event.date.inWords(), fmt::format("{} ({})", event.what, standingInWords(event)),
                      event.id);
    facts.add("Note", place.note);
    return facts.take();
}

std::vector<Fact> describe(const Casebook& casebook, const Tally& tally) {
    Facts facts;
    facts.add("Tally", fmt::format("{}: {} ({})", tally.id, tally.measure, tally.compiler));
    facts.add("Figure", tally.value.inWords());
    facts.add("About the figure", tally.qualifier);
    facts.quote("As printed", tally.verbatim);
    facts.add("Period", qualifiedDate(tally.window));
    facts.add("Period known by", tally.windowBasis);
    if (tally.asOf.isKnown())
        facts.add("As of", qualifiedDate(tally.asOf));
    facts.add("Area", placeText(casebook, tally.placeId), tally.placeId);
    facts.add("Made up of", tally.composition);
    facts.quote("In the source's words", tally.confidenceWording);
    for (const TallyRelation* relation : relationsOf(casebook, tally.id)) {
        const bool outgoing = relation->fromId == tally.id;
        const Id& other = outgoing ? relation->toId : relation->fromId;
        std::string basis{word(relation->basis)};
        if (relation->words.starts_with(basis + ":"))
            basis.clear(); // the words begin with it
        facts.add(
            relationWords(relation->kind, outgoing),
            fmt::format(
                "{} ({})", other,
                joined({joined({basis, relation->doubtful ? "doubtful" : ""}, ", "), relation->words}, ": ")),
            other);
    }
    facts.add("Relations, in words", tally.relationNote);
    for (const Event& event : casebook.events)
        for (const TallyLink& link : event.tallies)
            if (link.tallyId == tally.id)
                facts.add(link.possible ? "May contain" : "Contains the event", event.what, event.id);
    addSources(facts, casebook, tally.citations);
    facts.add("How it was read", verificationInWords(tally.verification));
    facts.add("Note", tally.note);
    return facts.take();
}

std::vector<Fact> describe(const Casebook& casebook, const Source& source) {
    Facts facts;
    facts.add("Source", citationText(source));
    facts.add("Kind", source.kind);
    facts.add("Language", source.language);
    facts.add("Address", source.url);
    facts.add("Link", source.linkPolicy);
    facts.add("Published", source.published.isKnown() ? qualifiedDate(source.published) : "");
    facts.add("Date known by", source.dateBasis);
    facts.add("Read", source.evidence);
    facts.add("Prints private names", source.printsPrivateNames);
    facts.add("Reliability", source.reliability);
    facts.add("Accessed", source.accessed.isKnown() ? qualifiedDate(source.accessed) : "");
    facts.add("SHA-256 of the archived copy", source.sha256);
    for (const Event& event : casebook.events)
        for (const Citation& citation : event.citations)
            if (citation.sourceId == source.id)
                facts.add("Cited for", event.what, event.id);
    facts.add("Note", source.note);
    return facts.take();
}

std::vector<Fact> describe(const Casebook& casebook, const Id& id) {
    if (const Event* event = casebook.events.find(id))
        return describe(casebook, *event);
    if (const Case* group = casebook.cases.find(id))
        return describe(casebook, *group);
    if (const Place* place = casebook.places.find(id))
        return describe(casebook, *place);
    if (const Tally* tally = casebook.tallies.find(id))
        return describe(casebook, *tally);
    if (const Source* source = casebook.sources.find(id))
        return describe(casebook, *source);
    return {};
}

} // namespace surplace::model
