#pragma once
#include "model/casebook.hpp"
#include "timeline/timeline.hpp"
#include <set>

namespace surplace::app {

/// What the lists show: positions in the casebook's tables.
struct Listing {
    std::vector<std::size_t> events, cases, sources, tallies;
    bool operator==(const Listing&) const = default;
};
/// Events that pass the filter (of `onlyEvents`, when it is given) in order of time, undated last; cases and
/// sources that have such an event (without any filter: all of them), tallies in which every word of the
/// filter's text is found.
Listing list(const model::Casebook& casebook, const timeline::Timeline& timeline,
             const timeline::Filter& filter, const std::set<std::uint32_t>* onlyEvents = nullptr);

/// Whether every word is part of the text; case matters only outside ASCII.
bool hasAllWords(const std::string& text, const std::string& words);

} // namespace surplace::app
