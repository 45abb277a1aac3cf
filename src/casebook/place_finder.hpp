#pragma once
#include "casebook/cell.hpp"
#include <map>
#include <unordered_map>
#include <vector>

namespace surplace::casebook {

/// Finds the place that a person means by an id or by a name in any language.
class PlaceFinder {
public:
    void add(const model::Place& place);

    /// The one place of an id or name; null when there is none. A name in a heading column wins over an
    /// alias, and a settlement over an area or a crossing of the same name; with `near` the nearest of
    /// several is taken, and none that is farther off than sameNameKm. Throws core::Error naming the
    /// candidates when several remain.
    const model::Place* find(std::string_view text, const std::optional<geo::LonLat>& near) const;
    /// Places whose names begin with the text and go on, as "Jilin City" and "Jilin province" do with
    /// "Jilin": what a person may have meant by a name that is not known, as ids with names; empty when there
    /// is none.
    std::string likelyMeant(std::string_view text) const;
    /// Two positions that are farther apart are two places, even of one name.
    static constexpr double sameNameKm = 50;

private:
    using Candidates = std::vector<const model::Place*>;
    using Names = std::map<std::string, Candidates, std::less<>>; ///< by normalizedWord()
    static void addName(Names& names, std::string_view name, const model::Place& place);

    std::unordered_map<std::string, const model::Place*, TextHash, std::equal_to<>> _ids;
    Names _headings, _aliases;
};

} // namespace surplace::casebook
