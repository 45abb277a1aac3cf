#pragma once
#include "timeline/name_search.hpp"
#include "timeline/timeline.hpp"
#include <unordered_map>

namespace surplace::timeline {

/// A filter made ready for many events of one casebook: what a word of the search finds in a place, source or
/// case is looked up once. Keeps references to both; one thread at a time.
class Matcher {
public:
    Matcher(const Filter& filter, const model::Casebook& casebook);
    bool passes(const model::Event& event);

private:
    /// For each word, whether it is in the texts of a record.
    using Found = std::vector<bool>;
    bool passesPlaces(const model::Event& event) const;
    bool passesSources(const model::Event& event) const;
    bool passesText(const model::Event& event);
    void search(std::string_view text, Found& found) const;
    void searchNames(std::string_view names, Found& found) const;
    void searchSource(const model::Id& id, Found& found);
    void searchPlace(const model::Id& id, Found& found);
    void searchCase(const model::Id& id, Found& found);

    const Filter& _filter;
    const model::Casebook& _casebook;
    std::vector<std::string> _words;
    std::vector<NameKeys> _keys; ///< of the words, for names of places
    std::unordered_map<model::Id, Found> _sources, _places, _cases;
};

} // namespace surplace::timeline
