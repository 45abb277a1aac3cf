#include "app/listing.hpp"
#include <algorithm>
#include <sstream>

namespace surplace::app {
namespace {

std::string lowered(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return text;
}

} // namespace

bool hasAllWords(const std::string& text, const std::string& words) {
    const std::string haystack = lowered(text);
    std::istringstream stream(lowered(words));
    for (std::string word; stream >> word;)
        if (haystack.find(word) == std::string::npos)
            return false;
    return true;
}

Listing list(const model::Casebook& casebook, const timeline::Timeline& timeline,
             const timeline::Filter& filter, const std::set<std::uint32_t>* onlyEvents) {
    Listing result;
    std::set<model::Id> cases, sources;
    for (std::size_t i = 0; i < casebook.events.size(); ++i) {
        const model::Event& event = casebook.events[i];
        if (onlyEvents != nullptr ? onlyEvents->count(static_cast<std::uint32_t>(i)) == 0
                                  : !timeline::passes(filter, event, casebook))
            continue;
        result.events.push_back(i);
        cases.insert(event.caseId);
        for (const model::Citation& citation : event.citations)
            sources.insert(citation.sourceId);
    }
    std::stable_sort(result.events.begin(), result.events.end(), [&](std::size_t a, std::size_t b) {
        const timeline::Span &left = timeline.span(static_cast<std::uint32_t>(a)),
                             &right = timeline.span(static_cast<std::uint32_t>(b));
        return left.hasDays != right.hasDays ? left.hasDays : left.hasDays && left.earliest < right.earliest;
    });
    const bool isAll = onlyEvents == nullptr && filter == timeline::Filter{};
    for (std::size_t i = 0; i < casebook.cases.size(); ++i)
        if (isAll || cases.count(casebook.cases[i].id) > 0)
            result.cases.push_back(i);
    for (std::size_t i = 0; i < casebook.sources.size(); ++i)
        if (isAll || sources.count(casebook.sources[i].id) > 0)
            result.sources.push_back(i);
    for (std::size_t i = 0; i < casebook.tallies.size(); ++i) {
        const model::Tally& tally = casebook.tallies[i];
        if (hasAllWords(tally.id + ' ' + tally.measure + ' ' + tally.compiler + ' ' + tally.verbatim + ' ' +
                            tally.composition,
                        filter.text))
            result.tallies.push_back(i);
    }
    return result;
}

} // namespace surplace::app
