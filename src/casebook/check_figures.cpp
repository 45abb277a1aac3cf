#include "casebook/findings.hpp"
#include "core/translation.hpp"
#include <fmt/format.h>
#include <map>
#include <unordered_map>

namespace surplace::casebook {

using model::CountRange;
using model::Event;
using model::Id;

namespace {

/// True when a sum is certainly more than a whole can be.
bool exceeds(const CountRange& sum, const CountRange& whole) {
    return sum.lower() && whole.upper() && *sum.lower() > *whole.upper();
}

/// True when two ranges have no value in common.
bool differs(const CountRange& sum, const CountRange& whole) {
    return exceeds(sum, whole) || exceeds(whole, sum);
}

/// Sums start with their first figure: added to "nothing known", it would lose its upper bound.
template <class Sums, class Key>
void addTo(Sums& sums, const Key& key, const CountRange& figure) {
    const auto [sum, isFirst] = sums.try_emplace(key, figure);
    if (!isFirst)
        sum->second = sum->second + figure;
}

/// Parts of one event, of the kind of the whole: together not more than it.
void checkPartsOfEvents(const model::Casebook& casebook, Findings& findings) {
    std::map<std::size_t, CountRange> sums; // by position of the whole
    for (const Event& event : casebook.events) {
        const std::size_t whole = event.role == model::Role::partOf ? casebook.events.indexOf(event.roleOf)
                                                                    : casebook.events.size();
        if (whole < casebook.events.size() && casebook.events[whole].kind == event.kind &&
            event.people.isKnown())
            addTo(sums, whole, event.people);
    }
    for (const auto& [whole, sum] : sums)
        if (exceeds(sum, casebook.events[whole].people))
            findings.warning(
                "events", whole, "people",
                core::trf(
                    "The parts of {0} add up to {1}, more than its {2}. Check the figures and the roles.",
                    casebook.events[whole].id, sum.inWords(), casebook.events[whole].people.inWords()));
}

struct Figure {
    CountRange value;
    std::string_view table;
    std::size_t row = 0;
};

/// The figure of a tally or an event; without a value when there is none.
Figure figureOf(const model::Casebook& casebook, const Id& id) {
    if (const std::size_t row = casebook.tallies.indexOf(id); row < casebook.tallies.size())
        return {casebook.tallies[row].value, "tallies", row};
    if (const std::size_t row = casebook.events.indexOf(id); row < casebook.events.size())
        return {casebook.events[row].people, "events", row};
    return {};
}

/// Arithmetic parts give their whole; any other certain part is not more than its whole.
void checkPartsOfTallies(const model::Casebook& casebook, Findings& findings) {
    std::map<Id, CountRange> arithmeticSums;
    for (const model::TallyRelation& relation : casebook.tallyRelations) {
        if (relation.kind != model::TallyRelationKind::partOf || relation.doubtful)
            continue;
        const Figure part = figureOf(casebook, relation.fromId), whole = figureOf(casebook, relation.toId);
        if (relation.basis == model::Basis::arithmetic && part.value.isKnown()) {
            addTo(arithmeticSums, relation.toId, part.value);
        } else if (!part.table.empty() && exceeds(part.value, whole.value)) {
            findings.warning(
                part.table, part.row, part.table == "events" ? "people" : "value",
                core::trf("{0} ({1}) is part of {2} ({3}), but more. Check the figures and the relation.",
                          relation.fromId, part.value.inWords(), relation.toId, whole.value.inWords()));
        }
    }
    for (const auto& [id, sum] : arithmeticSums) {
        const Figure whole = figureOf(casebook, id);
        if (!whole.table.empty() && differs(sum, whole.value))
            findings.error(whole.table, whole.row, whole.table == "events" ? "people" : "value",
                           core::trf("The parts of {0} add up to {1}, but it is {2}. Correct a figure or the "
                                     "basis of a relation.",
                                     id, sum.inWords(), whole.value.inWords()));
    }
}

/// What a measure counts, as far as one kind of event does too.
std::optional<model::EventKind> kindOf(std::string_view measure) {
    if (measure == "detained")
        return model::EventKind::detention;
    if (measure == "returned")
        return model::EventKind::forcedReturn;
    return std::nullopt;
}

/// Countable events that certainly belong to a tally: together not more than it.
void checkEventsOfTallies(const model::Casebook& casebook, Findings& findings) {
    std::unordered_map<std::size_t, CountRange> sums; // by position of the tally
    for (const Event& event : casebook.events) {
        if (event.role != model::Role::event || event.assertion == model::Assertion::feared ||
            !event.people.isKnown())
            continue;
        for (const model::TallyLink& link : event.details->tallies) {
            const std::size_t row = casebook.tallies.indexOf(link.tallyId);
            if (link.possible || row >= casebook.tallies.size() ||
                kindOf(casebook.tallies[row].measure) != event.kind)
                continue;
            addTo(sums, row, event.people);
        }
    }
    for (const auto& [row, sum] : sums)
        if (exceeds(sum, casebook.tallies[row].value))
            findings.warning(
                "tallies", row, "value",
                core::trf(
                    "The events of {0} add up to {1}, more than its {2}. Check the figures and the links.",
                    casebook.tallies[row].id, sum.inWords(), casebook.tallies[row].value.inWords()));
}

} // namespace

void checkFigures(const model::Casebook& casebook, Findings& findings) {
    checkPartsOfEvents(casebook, findings);
    checkPartsOfTallies(casebook, findings);
    checkEventsOfTallies(casebook, findings);
}

} // namespace surplace::casebook
