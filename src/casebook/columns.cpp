#include "casebook/columns.hpp"
#include "casebook/column_makers.hpp"
#include "core/translation.hpp"
#include <array>

namespace surplace::casebook {

using model::Case;
using model::Citation;
using model::Event;
using model::EventLink;
using model::Source;
using model::Tally;
using model::TallyRelation;

namespace {

void readTallyLinks(Event& event, std::string_view cell, CellContext&) {
    for (std::string_view part : splitList(cell)) {
        const bool possible = part.ends_with('?');
        if (possible)
            part.remove_suffix(1);
        event.tallies.push_back({idFrom(trimmed(part)), possible});
    }
}

void writeTallyLinks(const Event& event, std::string& cell) {
    for (std::size_t i = 0; i < event.tallies.size(); ++i) {
        cell += i == 0 ? "" : ";";
        cell += event.tallies[i].tallyId;
        cell += event.tallies[i].possible ? "?" : "";
    }
}

void readPrecision(Event& event, std::string_view cell, CellContext& context) {
    event.precision = wordFrom<model::PlacePrecision>(cell);
    context.precisionGiven = true;
}

template <auto member>
constexpr Column<FurtherCitation> furtherColumn(std::string_view name, bool required = false) {
    return {name,
            [](FurtherCitation& row, std::string_view cell, CellContext&) {
                row.citation.*member = member == &Citation::sourceId ? idFrom(cell) : std::string(cell);
            },
            [](const FurtherCitation& row, std::string& cell) { cell += row.citation.*member; }, required};
}

constexpr std::array sourceColumns{
    idColumn<&Source::id>("id", true),
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
    idColumn<&Case::id>("id", true),
    column<&Case::title>("title"),
    column<&Case::sensitivity>("sensitivity"),
    column<&Case::note>("note"),
};

constexpr std::array eventColumns{
    idColumn<&Event::id>("id"),
    column<&Event::kind>("kind", true),
    column<&Event::date>("date", true),
    placeColumn<&Event::placeId>("place", true),
    citationColumn<Event, &Citation::sourceId>("source", true),
    countColumn<&Event::people, &Event::countVerbatim>("people"),
    column<&Event::assertion>("assertion"),
    column<&Event::what>("what"),
    idColumn<&Event::caseId>("case"),
    column<&Event::sequence>("sequence"),
    column<&Event::role>("role"),
    idColumn<&Event::roleOf>("role_of"),
    citationColumn<Event, &Citation::locator>("locator"),
    citationColumn<Event, &Citation::quote>("quote"),
    column<&Event::placeWritten>("place_written"),
    Column<Event>{"precision", readPrecision,
                  [](const Event& event, std::string& cell) { cell += model::word(event.precision); }},
    idColumn<&Event::fromPlaceId>("from_place"),
    idColumn<&Event::toPlaceId>("to_place"),
    idColumn<&Event::crossingId>("crossing"),
    column<&Event::crossingBasis>("crossing_basis"),
    column<&Event::crossingInferred>("crossing_inferred"),
    column<&Event::dateBasis>("date_basis"),
    column<&Event::dateNote>("date_note"),
    column<&Event::countQualifier>("count_qualifier"),
    column<&Event::countVerbatim>("count_verbatim"),
    column<&Event::attribution>("attribution"),
    column<&Event::confidenceWording>("confidence_wording"),
    column<&Event::conflicts>("conflicts"),
    Column<Event>{"tallies", readTallyLinks, writeTallyLinks},
    column<&Event::verification>("verification"),
    column<&Event::kindWritten>("kind_written"),
    column<&Event::assertionWritten>("assertion_written"),
    column<&Event::roleWritten>("role_written"),
    column<&Event::precisionWritten>("precision_written"),
    column<&Event::sensitivity>("sensitivity"),
    column<&Event::note>("note"),
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
    idColumn<&Tally::id>("id", true),
    column<&Tally::measure>("measure", true),
    countColumn<&Tally::value, &Tally::verbatim>("value"),
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
