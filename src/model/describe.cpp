#include "model/describe.hpp"
#include "core/translation.hpp"
#include "model/day_words.hpp"
#include <fmt/format.h>

namespace surplace::model {

using core::tr;
using core::trc;
using core::trf;

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
        std::string text = source != nullptr ? citationText(*source) : citation.sourceId.str();
        facts.add(trc("record", "Source"), joined({text, citation.locator}, ", "), citation.sourceId);
        facts.quote(trc("record", "Quoted"), citation.quote);
    }
}

const char* relationWords(TallyRelationKind kind, bool outgoing) {
    switch (kind) {
    case TallyRelationKind::partOf:
        return outgoing ? trc("record", "Part of") : trc("record", "Contains");
    case TallyRelationKind::disjointFrom:
        return trc("record", "Apart from");
    case TallyRelationKind::overlapsUnknown:
        return trc("record", "May overlap");
    case TallyRelationKind::doNotAddTo:
        return trc("record", "Never add to");
    }
    return "";
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
        facts.add(tr("All reports of this event"), agree ? trf("{0} (they agree)", together.inWords())
                                                         : trf("{0} (they differ)", together.inWords()));
}

const Source* mainSource(const Casebook& casebook, const Event& event) {
    return event.citations.empty() ? nullptr : casebook.sources.find(event.citations.front().sourceId);
}

std::string verificationInWords(const std::string& word) {
    if (word == "full_text")
        return tr("the document itself was read in full");
    if (word == "found_text")
        return tr("an excerpt of the publisher's or an agency's own text says it");
    if (word == "found_copy")
        return tr("a copy of the text on another site says it");
    if (word == "found_summary")
        return tr("a digest of the text says it");
    return word;
}

const char* precisionInWords(const Event& event) {
    switch (event.precision) {
    case PlacePrecision::exact:
        return tr("the source names the crossing or the pair of towns");
    case PlacePrecision::settlement:
        return tr("known to the town, not finer");
    case PlacePrecision::county:
        return tr("known to the county");
    case PlacePrecision::prefecture:
        return tr("known only to the prefecture (extent approximate)");
    case PlacePrecision::province:
        return tr("known only to the province");
    case PlacePrecision::region:
        return tr("known only to the region");
    case PlacePrecision::country:
        return tr("known only to the country: listed, not drawn");
    case PlacePrecision::unknown:
        return tr("place not known: listed, not drawn");
    case PlacePrecision::none:
        return "";
    }
    return "";
}

std::string positionInWords(const Place& place) {
    const auto [east, north] = std::pair(place.position->longitudeDegrees, place.position->latitudeDegrees);
    return place.uncertaintyKm
               ? trf("{0:.4f} E, {1:.4f} N (WGS 84, within about {2} km)", east, north, *place.uncertaintyKm)
               : trf("{0:.4f} E, {1:.4f} N (WGS 84)", east, north);
}

/// A word of the casebook's own vocabulary; what the compiler wrote instead is left as it is.
std::string kindInWords(const Place& place) {
    return place.kindWritten.empty() ? title(place.kind) : place.kindWritten.str();
}

} // namespace

std::string citationText(const Source& source) {
    std::string publisher = source.publisher;
    if (!source.host.empty())
        publisher = trf("{0} (read at {1})", publisher, source.host);
    return joined(
        {publisher, source.title, source.published.isKnown() ? source.published.inWords() : tr("undated")},
        ", ");
}

std::string placeText(const Casebook& casebook, const Id& placeId) {
    if (placeId.empty())
        return tr("place not given");
    const Place* place = casebook.places.find(placeId);
    if (place == nullptr)
        return placeId;
    return joined({place->nameEn, place->nameZh, place->nameKo}, " ");
}

std::string nameInWords(const Place& place) {
    const bool isKorean = core::currentLanguage() == core::Language::ko && !place.nameKo.empty();
    const bool isChinese = core::currentLanguage() == core::Language::zh && !place.nameZh.empty();
    if (isKorean || place.nameEn.empty())
        return place.nameKo;
    return isChinese ? place.nameZh : place.nameEn;
}

std::string standingInWords(const Event& event) {
    if (event.assertion == Assertion::feared)
        return tr("expected by the source, not reported as having happened; never counted");
    const std::string sure{title(event.assertion)};
    switch (event.role) {
    case Role::event:
        return isContext(event.kind) ? trf("{0}; context, not counted with people", sure)
                                     : trf("{0}; counted as an incident of its own", sure);
    case Role::stageOf:
        return trf("{0}; a later stage of {1}, not counted again", sure, event.roleOf);
    case Role::partOf:
        return trf("{0}; a part of {1}, not counted again", sure, event.roleOf);
    case Role::duplicateOf:
        return trf("{0}; another report of {1}, not counted again", sure, event.roleOf);
    case Role::tally:
        return trf("{0}; a total or rate over time, never added to events", sure);
    case Role::statement:
        return trf("{0}; a statement, not an incident", sure);
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
    if (const Event* record = laterRecord(casebook, event))
        return isFeared ? trf("Feared, not reported as done by this source; a later record of the case: {0}",
                              record->what)
                        : trf("The end is not given by this source; a later record of the case: {0}",
                              record->what);
    if (said == nullptr || !said->published.isKnown())
        return isFeared ? tr("Feared, not reported as done; no later word")
                        : tr("The end is not given; no later word");
    const std::string day = bareDate(said->published);
    return isFeared ? trf("Feared, not reported as done; no later word after {0}", day)
                    : trf("The end is not given; no later word after {0}", day);
}

std::vector<Fact> describe(const Casebook& casebook, const Event& event) {
    Facts facts;
    facts.add(std::string(title(event.kind)), event.what);
    facts.add(tr("How sure"), standingInWords(event), event.roleOf);
    facts.quote(tr("In the source's words"), event.details->confidenceWording);
    facts.add(tr("Status as recorded"), event.details->assertionWritten);
    facts.add(trc("record", "When"), qualifiedDate(event.date));
    facts.add(tr("Date known by"), event.details->dateBasis);
    facts.add(tr("About the date"), event.details->dateNote);
    if (const std::string since = laterWordInWords(casebook, event); !since.empty()) {
        const Event* later = laterRecord(casebook, event);
        facts.add(tr("Since then"), since, later != nullptr ? later->id : Id());
    }
    facts.add(trc("record", "Where"), placeText(casebook, event.placeId), event.placeId);
    facts.add(tr("Place known to"), precisionInWords(event));
    facts.quote(tr("Place as written"), event.details->placeWritten);
    if (!event.fromPlaceId.empty())
        facts.add(event.kind == EventKind::detention ? tr("Had set out from") : trc("record", "From"),
                  placeText(casebook, event.fromPlaceId), event.fromPlaceId);
    if (!event.toPlaceId.empty())
        facts.add(trc("record", "To"), placeText(casebook, event.toPlaceId), event.toPlaceId);
    if (!event.crossingId.empty()) {
        facts.add(event.crossingInferred ? tr("Crossing (inferred)") : trc("record", "Crossing"),
                  placeText(casebook, event.crossingId), event.crossingId);
        facts.add(tr("Crossing known by"), event.details->crossingBasis);
    }
    if (!isContext(event.kind) || event.people.isKnown())
        facts.add(tr("How many people"), event.people.inWords());
    facts.add(tr("About the number"), event.details->countQualifier);
    facts.quote(tr("Number as printed"), event.details->countVerbatim);
    if (!event.caseId.empty()) {
        const Case* group = casebook.cases.find(event.caseId);
        facts.add(trc("record", "Case"),
                  group != nullptr && !group->title.empty() ? group->title : event.caseId, event.caseId);
    }
    for (const Event* part : dependentsOf(casebook, event.id))
        facts.add(part->role == Role::partOf        ? trc("record", "Part")
                  : part->role == Role::duplicateOf ? trc("record", "Also reported")
                                                    : trc("record", "Later stage"),
                  part->what, part->id);
    for (const EventLink& link : casebook.eventLinks) {
        if (link.fromId != event.id && link.toId != event.id)
            continue;
        const bool outgoing = link.fromId == event.id;
        const std::string label = link.kind == EventLinkKind::sameAs ? tr("Same event as")
                                  : outgoing                         ? trc("record", "Denies")
                                                                     : trc("record", "Denied by");
        facts.add(label, joined({outgoing ? link.toId : link.fromId, link.basis}, ": "),
                  outgoing ? link.toId : link.fromId);
    }
    addReportsOfOneEvent(facts, casebook, event);
    facts.add(tr("Sources disagree"), event.details->conflicts);
    facts.add(tr("Said by"), event.details->attribution);
    for (const TallyLink& link : event.details->tallies) {
        const Tally* tally = casebook.tallies.find(link.tallyId);
        const std::string words =
            tally != nullptr ? fmt::format("{}: {} {}", tally->id, tally->measure, tally->value.inWords())
                             : link.tallyId.str();
        facts.add(link.possible ? tr("May belong to the tally") : tr("Belongs to the tally"), words,
                  link.tallyId);
    }
    addSources(facts, casebook, event.citations);
    facts.add(tr("How it was read"), verificationInWords(event.details->verification));
    facts.add(trc("record", "Note"), event.details->note);
    return facts.take();
}

std::vector<Fact> describe(const Casebook& casebook, const Case& group) {
    Facts facts;
    facts.add(trc("record", "Case"), joined({group.title, group.id}, " - "));
    for (const Event* event : eventsOfCase(casebook, group.id))
        facts.add(event->date.inWords(),
                  fmt::format("{}: {} ({})", placeText(casebook, event->placeId), event->what,
                              standingInWords(*event)),
                  event->id);
    facts.add(trc("record", "Note"), group.note);
    return facts.take();
}

std::vector<Fact> describe(const Casebook& casebook, const Place& place) {
    Facts facts;
    facts.add(trc("record", "Place"), placeText(casebook, place.id));
    facts.add(tr("Also written"), place.aliases);
    for (const auto& [language, name] : place.otherNames)
        facts.add(trf("Name ({0})", language), name);
    facts.add(trc("record", "Kind"), kindInWords(place));
    facts.add(trc("record", "In"), joined({place.admin2, place.admin1, place.country}, ", "));
    if (place.position)
        facts.add(trc("record", "Position"), positionInWords(place));
    else if (place.box)
        facts.add(trc("record", "Extent"),
                  trf("{0} to {1} E, {2} to {3} N (a box, approximate)", place.box->minX, place.box->maxX,
                      place.box->minY, place.box->maxY));
    facts.add(trc("record", "River"), place.river);
    if (!place.cnSide.empty())
        facts.add(tr("Side in China"), placeText(casebook, place.cnSide), place.cnSide);
    if (!place.kpSide.empty())
        facts.add(tr("Side in North Korea"), placeText(casebook, place.kpSide), place.kpSide);
    facts.add(tr("Official crossing"), place.officialCrossing);
    facts.add(tr("Coordinates from"), joined({place.coordinateSource, place.coordinateStatus}, "; "));
    for (const Event& event : casebook.events)
        if (event.placeId == place.id || event.crossingId == place.id)
            facts.add(event.date.inWords(), fmt::format("{} ({})", event.what, standingInWords(event)),
                      event.id);
    facts.add(trc("record", "Note"), place.note);
    return facts.take();
}

std::vector<Fact> describe(const Casebook& casebook, const Tally& tally) {
    Facts facts;
    facts.add(trc("record", "Tally"), fmt::format("{}: {} ({})", tally.id, tally.measure, tally.compiler));
    facts.add(trc("record", "Figure"), tally.value.inWords());
    facts.add(tr("About the figure"), tally.qualifier);
    facts.quote(tr("As printed"), tally.verbatim);
    facts.add(trc("record", "Period"), qualifiedDate(tally.window));
    facts.add(tr("Period known by"), tally.windowBasis);
    if (tally.asOf.isKnown())
        facts.add(trc("record", "As of"), qualifiedDate(tally.asOf));
    facts.add(trc("record", "Area"), placeText(casebook, tally.placeId), tally.placeId);
    facts.add(tr("Made up of"), tally.composition);
    facts.quote(tr("In the source's words"), tally.confidenceWording);
    for (const TallyRelation* relation : relationsOf(casebook, tally.id)) {
        const bool outgoing = relation->fromId == tally.id;
        const Id& other = outgoing ? relation->toId : relation->fromId;
        std::string basis = title(relation->basis);
        if (relation->words.starts_with(std::string(word(relation->basis)) + ":"))
            basis.clear(); // the words begin with it
        facts.add(
            relationWords(relation->kind, outgoing),
            fmt::format("{} ({})", other,
                        joined({joined({basis, relation->doubtful ? trc("basis", "doubtful") : ""}, ", "),
                                relation->words},
                               ": ")),
            other);
    }
    facts.add(tr("Relations, in words"), tally.relationNote);
    for (const Event& event : casebook.events)
        for (const TallyLink& link : event.details->tallies)
            if (link.tallyId == tally.id)
                facts.add(link.possible ? trc("record", "May contain") : tr("Contains the event"), event.what,
                          event.id);
    addSources(facts, casebook, tally.citations);
    facts.add(tr("How it was read"), verificationInWords(tally.verification));
    facts.add(trc("record", "Note"), tally.note);
    return facts.take();
}

std::vector<Fact> describe(const Casebook& casebook, const Source& source) {
    Facts facts;
    facts.add(trc("record", "Source"), citationText(source));
    facts.add(trc("record", "Kind"), source.kind);
    facts.add(trc("record", "Language"), source.language);
    facts.add(trc("record", "Address"), source.url);
    facts.add(trc("record", "Link"), source.linkPolicy);
    facts.add(trc("record", "Published"), source.published.isKnown() ? qualifiedDate(source.published) : "");
    facts.add(tr("Date known by"), source.dateBasis);
    facts.add(trc("record", "Read"), source.evidence);
    facts.add(tr("Prints private names"), source.printsPrivateNames);
    facts.add(trc("record", "Reliability"), source.reliability);
    facts.add(trc("record", "Accessed"), source.accessed.isKnown() ? qualifiedDate(source.accessed) : "");
    facts.add(tr("SHA-256 of the archived copy"), source.sha256);
    for (const Event& event : casebook.events)
        for (const Citation& citation : event.citations)
            if (citation.sourceId == source.id)
                facts.add(tr("Cited for"), event.what, event.id);
    facts.add(trc("record", "Note"), source.note);
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
