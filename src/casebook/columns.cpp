#include "casebook/columns.hpp"
#include "casebook/column_makers.hpp"
#include "core/translation.hpp"
#include <array>

namespace surplace::casebook {

using model::Case;
using model::Citation;
using model::Event;
using model::EventDetails;
using model::EventLink;
using model::Source;
using model::Tally;
using model::TallyRelation;

namespace {

void readTallyLinks(Event& event, std::string_view cell, CellContext& context) {
    std::vector<model::TallyLink> links;
    for (std::string_view part : splitList(cell)) {
        const bool possible = part.ends_with('?');
        if (possible)
            part.remove_suffix(1);
        links.push_back({context.ids(idFrom(trimmed(part))), possible});
    }
    event.details.edit().tallies = std::move(links);
}

void writeTallyLinks(const Event& event, std::string& cell) {
    for (std::size_t i = 0; i < event.details->tallies.size(); ++i) {
        cell += i == 0 ? "" : ";";
        cell += event.details->tallies[i].tallyId;
        cell += event.details->tallies[i].possible ? "?" : "";
    }
}

void readPrecision(Event& event, std::string_view cell, CellContext& context) {
    event.precision = wordFrom<model::PlacePrecision>(cell);
    context.precisionGiven = true;
}

template <auto member>
constexpr Column<FurtherCitation> furtherColumn(std::string_view name, bool required = false) {
    return {name,
            [](FurtherCitation& row, std::string_view cell, CellContext& context) {
                row.citation.*member =
                    member == &Citation::sourceId ? context.ids(idFrom(cell)) : context.texts(cell);
            },
            [](const FurtherCitation& row, std::string& cell) { cell += row.citation.*member; }, required};
}

constexpr std::array sourceColumns{
    ownIdColumn<&Source::id>("id", true),
    column<&Source::title>("title", true),
    column<&Source::publisher>("publisher"),
    column<&Source::host>("host"),
    column<&Source::published>("published"),
    column<&Source::dateBasis>("date_basis"),
    column<&Source::kind>("kind"),
    column<&Source::language>("language"),
    column<&Source::url>("url"),
    column<&Source::evidence>("evidence"),
    column<&Source::printsPrivateNames>("prints_private_names"),
    column<&Source::linkPolicy>("link_policy"),
    column<&Source::accessed>("accessed"),
    column<&Source::sha256>("sha256"),
    column<&Source::reliability>("reliability"),
    column<&Source::sensitivity>("sensitivity"),
    column<&Source::note>("note"),
};

constexpr std::array caseColumns{
    ownIdColumn<&Case::id>("id", true),
    column<&Case::title>("title"),
    column<&Case::sensitivity>("sensitivity"),
    column<&Case::note>("note"),
};

constexpr std::array eventColumns{
    ownIdColumn<&Event::id>("id"),
    column<&Event::kind>("kind", true),
    column<&Event::date>("date", true),
    placeColumn<&Event::placeId>("place", true),
    citationColumn<Event, &Citation::sourceId>("source", true),
    countColumn<&Event::people>("people"),
    column<&Event::assertion>("assertion"),
    column<&Event::what>("what"),
    idColumn<&Event::caseId>("case"),
    column<&Event::sequence>("sequence"),
    column<&Event::role>("role"),
    idColumn<&Event::roleOf>("role_of"),
    citationColumn<Event, &Citation::locator>("locator"),
    citationColumn<Event, &Citation::quote>("quote"),
    detailColumn<&EventDetails::placeWritten>("place_written"),
    Column<Event>{"precision", readPrecision,
                  [](const Event& event, std::string& cell) { cell += model::word(event.precision); }},
    idColumn<&Event::fromPlaceId>("from_place"),
    idColumn<&Event::toPlaceId>("to_place"),
    idColumn<&Event::crossingId>("crossing"),
    detailColumn<&EventDetails::crossingBasis>("crossing_basis"),
    column<&Event::crossingInferred>("crossing_inferred"),
    detailColumn<&EventDetails::dateBasis>("date_basis"),
    detailColumn<&EventDetails::dateNote>("date_note"),
    detailColumn<&EventDetails::countQualifier>("count_qualifier"),
    detailColumn<&EventDetails::countVerbatim>("count_verbatim"),
    detailColumn<&EventDetails::attribution>("attribution"),
    detailColumn<&EventDetails::confidenceWording>("confidence_wording"),
    detailColumn<&EventDetails::conflicts>("conflicts"),
    Column<Event>{"tallies", readTallyLinks, writeTallyLinks},
    detailColumn<&EventDetails::verification>("verification"),
    detailColumn<&EventDetails::kindWritten>("kind_written"),
    detailColumn<&EventDetails::assertionWritten>("assertion_written"),
    detailColumn<&EventDetails::roleWritten>("role_written"),
    detailColumn<&EventDetails::precisionWritten>("precision_written"),
    column<&Event::sensitivity>("sensitivity"),
    detailColumn<&EventDetails::note>("note"),
};

constexpr std::array citationColumns{
    idColumn<&FurtherCitation::record>("record", true),
    furtherColumn<&Citation::sourceId>("source", true),
    furtherColumn<&Citation::locator>("locator"),
    furtherColumn<&Citation::quote>("quote"),
};

constexpr std::array eventLinkColumns{
    column<&EventLink::kind>("kind", true),
    idColumn<&EventLink::fromId>("from", true),
    idColumn<&EventLink::toId>("to", true),
    column<&EventLink::basis>("basis"),
};

constexpr std::array tallyColumns{
    ownIdColumn<&Tally::id>("id", true),
    column<&Tally::measure>("measure", true),
    countColumn<&Tally::value>("value"),
    citationColumn<Tally, &Citation::sourceId>("source", true),
    column<&Tally::compiler>("compiler"),
    citationColumn<Tally, &Citation::locator>("locator"),
    citationColumn<Tally, &Citation::quote>("quote"),
    column<&Tally::qualifier>("qualifier"),
    column<&Tally::verbatim>("verbatim"),
    column<&Tally::window>("window"),
    column<&Tally::asOf>("as_of"),
    column<&Tally::windowBasis>("window_basis"),
    idColumn<&Tally::placeId>("place"),
    column<&Tally::composition>("composition"),
    column<&Tally::confidenceWording>("confidence_wording"),
    column<&Tally::verification>("verification"),
    column<&Tally::relationNote>("relation_note"),
    column<&Tally::sensitivity>("sensitivity"),
    column<&Tally::note>("note"),
};

constexpr std::array tallyRelationColumns{
    column<&TallyRelation::kind>("kind", true),   idColumn<&TallyRelation::fromId>("from", true),
    idColumn<&TallyRelation::toId>("to", true),   column<&TallyRelation::basis>("basis"),
    column<&TallyRelation::doubtful>("doubtful"), column<&TallyRelation::words>("words"),
};

void requireMainSource(const std::vector<Citation>& citations) {
    if (!citations.empty() && citations.front().sourceId.empty())
        throw core::Error(core::tr("there is a locator or a quote but no source"), {"", "", 0, "source"},
                          core::tr("Write the id of the source."));
}

} // namespace

// clang-format off
template <> std::span<const Column<Source>> columnsOf() { return sourceColumns; }
template <> std::span<const Column<Case>> columnsOf() { return caseColumns; }
template <> std::span<const Column<Event>> columnsOf() { return eventColumns; }
template <> std::span<const Column<FurtherCitation>> columnsOf() { return citationColumns; }
template <> std::span<const Column<EventLink>> columnsOf() { return eventLinkColumns; }
template <> std::span<const Column<Tally>> columnsOf() { return tallyColumns; }
template <> std::span<const Column<TallyRelation>> columnsOf() { return tallyRelationColumns; }

template <> std::string_view tableOf<Source>() { return "sources"; }
template <> std::string_view tableOf<model::Place>() { return "places"; }
template <> std::string_view tableOf<Case>() { return "cases"; }
template <> std::string_view tableOf<Event>() { return "events"; }
template <> std::string_view tableOf<FurtherCitation>() { return "citations"; }
template <> std::string_view tableOf<EventLink>() { return "event_links"; }
template <> std::string_view tableOf<Tally>() { return "tallies"; }
template <> std::string_view tableOf<TallyRelation>() { return "tally_relations"; }
// clang-format on

template <>
void requireWhole(const Event& event) {
    requireMainSource(event.citations);
}

template <>
void requireWhole(const Tally& tally) {
    requireMainSource(tally.citations);
}

} // namespace surplace::casebook
