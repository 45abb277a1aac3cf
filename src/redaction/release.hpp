#pragma once
#include "redaction/redaction.hpp"
#include <unordered_set>

namespace surplace::redaction {

/// Which ids of a casebook may be named in an output. The tables are judged in the order in which they depend
/// on each other.
class Release {
public:
    explicit Release(const model::Casebook& casebook);

    bool passes(const model::Source& source) const;
    bool passes(const model::Place& place) const;
    bool passes(const model::Case& record) const;
    bool passes(const model::Event& event) const;
    bool passes(const model::Tally& tally) const;

    /// Why a record may not pass: it is not public itself, or it is and rests on something that is missing or
    /// withheld.
    enum class Reason { none, itself, missing, withheld };
    Reason reasonFor(const model::Event& event) const;
    Reason reasonFor(const model::Tally& tally) const;

    bool namesSource(const model::Id& id) const { return names(_casebook.sources, _sources, id); }
    bool namesPlace(const model::Id& id) const { return names(_casebook.places, _places, id); }
    bool namesCase(const model::Id& id) const { return names(_casebook.cases, _cases, id); }
    bool namesEvent(const model::Id& id) const { return names(_casebook.events, _events, id); }
    bool namesTally(const model::Id& id) const { return names(_casebook.tallies, _tallies, id); }

private:
    using Ids = std::unordered_set<model::Id>;
    /// Withheld ids are kept, not passing ones: of a million public events nothing is stored.
    template <class Record>
    static bool names(const model::Table<Record>& table, const Ids& withheld, const model::Id& id) {
        return table.find(id) != nullptr && !withheld.contains(id);
    }
    template <class Record>
    Ids withheldOf(const model::Table<Record>& table) const;
    template <class Record>
    Reason reasonOf(const Record& record, const model::Id& caseId) const;

    const model::Casebook& _casebook;
    Ids _sources, _places, _cases, _events, _tallies;
};

} // namespace surplace::redaction
