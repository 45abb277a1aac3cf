#pragma once
#include "model/count_range.hpp"
#include "model/vocabulary.hpp"
#include <string>
#include <vector>

namespace surplace::scene {

/// Incidents of one kind and their people, as ranges.
struct KindTotal {
    model::EventKind kind = model::EventKind::background;
    model::CountRange incidents; ///< from those certainly at this time to those with the possible ones
    model::CountRange people;    ///< likewise; unknown for kinds that are context
    bool operator==(const KindTotal&) const = default;
};

/// What events add up to: only those of role `event`, one kind at a time. The totals of groups that share no
/// event, added, are the total of all their events.
struct Totals {
    std::vector<KindTotal> kinds; ///< in the order of the domain; only kinds with incidents
    long feared = 0;              ///< expected, not reported as having happened: never counted
    long told = 0;                ///< stages and parts: their people are counted with another event
    Totals& operator+=(const Totals& other);
    bool operator==(const Totals&) const = default;
};

/// A line for each kind ("12-15 detentions, at least 310 people"), then what is not added, and why.
std::vector<std::string> inLines(const Totals& totals);
/// The same as one sentence without its full stop.
std::string inWords(const Totals& totals);

} // namespace surplace::scene
