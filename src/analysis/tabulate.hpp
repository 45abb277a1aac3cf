#pragma once
#include "analysis/placement.hpp"
#include <array>
#include <span>

namespace surplace::analysis {

/// An event that is present in the window looked at, certainly or possibly.
struct Occurrence {
    std::uint32_t event = 0; ///< index into casebook.events
    bool isCertain = true;
    bool operator==(const Occurrence&) const = default;
};

/// What was counted somewhere.
struct Count {
    long certain = 0;
    long possible = 0;      ///< incidents that may belong here, beyond the certain ones
    long withoutFigure = 0; ///< of all of these, incidents without any number of people
    /// From the certain incidents' lowest figures to the highest of all. One without a highest figure leaves
    /// the sum without one; without any figure, and of context kinds, not given.
    model::CountRange people;
    long most() const { return certain + possible; }
    bool operator==(const Count&) const = default;
};

/// The sum over all units and all reasons is the total, incident by incident.
struct Tabulation {
    model::EventKind kind = model::EventKind::detention;
    std::vector<Count> units; ///< by the order of Units::units
    std::array<Count, reasonCount> notAssigned;
    Count total;
    std::vector<std::uint32_t> counted; ///< the events of the total, in the order of the casebook
    const Count& without(Reason reason) const { return notAssigned[static_cast<std::size_t>(reason)]; }
    long incidentsNotAssigned() const;
};

/// Counts the events of one kind among those present: role `event` only, feared never. The same in any order
/// of the occurrences, each of which stands for another event.
Tabulation tabulate(const model::Casebook& casebook, std::span<const Occurrence> occurrences,
                    model::EventKind kind, const Units& units);

} // namespace surplace::analysis
