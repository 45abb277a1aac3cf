#pragma once
#include "casebook/columns.hpp"
#include "casebook/place_finder.hpp"
#include "model/casebook.hpp"
#include <algorithm>
#include <deque>
#include <map>

namespace surplace::casebook {

// What rows of an events CSV bring along. A record is made of what rows of one sensitivity say: a more public
// row never uses what a more private one has brought, so that nothing private gets out with it.

/// An id that no record of a table has: "place-1", "place-2" ...
template <class Record>
model::Id freeId(std::string_view word, const model::Table<Record>& base, int& count) {
    for (;;) {
        model::Id id = std::string(word) + "-" + std::to_string(++count);
        if (base.find(id) == nullptr)
            return id;
    }
}

/// Which of the columns `names` say something in one record and something else in the other: "lon, lat".
template <class Record, class Names>
std::string saidOtherwise(const Record& said, const Record& known, const Names& names) {
    std::string columns, here, there;
    for (const auto& column : columnsOf<Record>()) {
        here.clear(), there.clear();
        column.write(said, here);
        column.write(known, there);
        if (!here.empty() && here != there &&
            std::find(names.begin(), names.end(), column.name) != names.end())
            columns += (columns.empty() ? "" : ", ") + std::string(column.name);
    }
    return columns;
}

/// The places of a casebook and those that rows bring.
class NewPlaces {
public:
    explicit NewPlaces(const model::Table<model::Place>& base) : _base(base) {}

    /// For a row of that sensitivity: a place of the casebook or of rows like it, else one of more public
    /// rows. Otherwise as PlaceFinder::find().
    const model::Place* find(std::string_view name, const std::optional<geo::LonLat>& near,
                             model::Sensitivity sensitivity);
    /// As PlaceFinder::likelyMeant(), for a row of that sensitivity.
    std::string likelyMeant(std::string_view name, model::Sensitivity sensitivity) {
        return finderOf(sensitivity).likelyMeant(name);
    }
    /// Gives it an id. The place stays where it is.
    const model::Place* add(model::Place place);
    const std::deque<model::Place>& added() const { return _added; }

private:
    PlaceFinder& finderOf(model::Sensitivity sensitivity);

    const model::Table<model::Place>& _base;
    std::map<model::Sensitivity, PlaceFinder>
        _finders; ///< each knows the casebook's places and those of its rows
    std::deque<model::Place> _added;
    int _count = 0;
};

/// The sources of a casebook and those that rows bring.
class NewSources {
public:
    explicit NewSources(const model::Table<model::Source>& base);

    /// By id or title, for a row of that sensitivity, as in NewPlaces::find(); null when there is none.
    const model::Source* find(std::string_view text, model::Sensitivity sensitivity) const;
    const model::Source* add(model::Source source);
    const std::deque<model::Source>& added() const { return _added; }

private:
    using Titles = std::unordered_map<std::string, const model::Source*>; ///< as normalizedWord() writes them

    const model::Table<model::Source>& _base;
    Titles _baseTitles;
    std::map<model::Sensitivity, Titles> _titles;
    std::deque<model::Source> _added;
    int _count = 0;
};

} // namespace surplace::casebook
