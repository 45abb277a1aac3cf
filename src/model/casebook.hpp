#pragma once
#include "model/id_index.hpp"
#include "model/records.hpp"
#include <memory>
#include <mutex>

namespace surplace::model {

/// An immutable, shared list of records in their stored order, with look-up by id. Copies share storage, so a
/// new version of a casebook that changes one table costs one table.
template <class Record>
class Table {
public:
    Table() : Table(std::vector<Record>{}) {}
    /// The first record of an id wins the look-up; duplicates are found by check().
    explicit Table(std::vector<Record> records) : _data(std::make_shared<Data>(std::move(records))) {}
    std::size_t size() const { return _data->records.size(); }
    bool empty() const { return _data->records.empty(); }
    const Record& operator[](std::size_t i) const { return _data->records[i]; }
    auto begin() const { return _data->records.begin(); }
    auto end() const { return _data->records.end(); }
    /// Null when absent; the empty id names nothing.
    const Record* find(std::string_view id) const {
        const std::size_t i = indexOf(id);
        return i == size() ? nullptr : &_data->records[i];
    }
    /// Position in the stored order; size() when absent.
    std::size_t indexOf(std::string_view id) const {
        return id.empty() ? size() : _data->index().find(id, _data->records);
    }
    bool operator==(const Table& other) const {
        return _data == other._data || _data->records == other._data->records;
    }

private:
    struct Data {
        explicit Data(std::vector<Record> stored) : records(std::move(stored)) {}
        /// Made when it is first asked: most casebooks are looked at without asking for an event by its id.
        const IdIndex& index() const {
            std::call_once(isIndexed, [this] { made.build(records); });
            return made;
        }
        std::vector<Record> records;
        mutable std::once_flag isIndexed;
        mutable IdIndex made;
    };
    std::shared_ptr<const Data> _data;
};

/// One document: everything that is known, as an immutable snapshot.
struct Casebook {
    std::string title;
    std::string description;
    std::string attribution; ///< credit line of the compilers and of the gazetteer's coordinates
    Edtf asOf;               ///< the date the data stand at
    Table<Source> sources;
    Table<Place> places;
    Table<Case> cases;
    Table<Event> events;
    Table<Tally> tallies;
    std::vector<EventLink> eventLinks;
    std::vector<TallyRelation> tallyRelations;
    bool operator==(const Casebook&) const = default;
};

/// The events of one case in order: by sequence (those without one last), then by stored order.
std::vector<const Event*> eventsOfCase(const Casebook& casebook, const Id& caseId);
/// Parts, stages and duplicates of an event, in stored order.
std::vector<const Event*> dependentsOf(const Casebook& casebook, const Id& eventId);

/// A movement that a record states: from a place to a place.
struct Leg {
    std::size_t eventIndex = 0;
    Id fromPlaceId, toPlaceId;
};
/// Legs of the casebook by the rules of the domain, in stored order of their events; at most one per event. A
/// leg runs
/// - from the stated from_place to the stated to_place of an event (of any role: a feared transfer has a leg,
/// drawn as feared; a
///   duplicate keeps its own), or, of a forced return without a to_place, to the North Korean side of a
///   crossing that the source names (crossingInferred is false: an inferred bridge ends no line); or
/// - for a stage_of without a stated from, from the place of the event it is a stage of to its own place,
/// both known to a settlement or
///   finer; a movement that another stage of the same event has told is not told twice. Not where the case
///   begins with several events of role `event`: nobody says which of the groups the stage continues.
/// Both ends are places of the casebook with a position, of kind settlement, facility or crossing. A
/// detention's from is words only; context has no legs; parts and parallel groups never chain.
std::vector<Leg> legs(const Casebook& casebook);

/// Total of the events given, one kind at a time, role `event` only, feared never: how many incidents, how
/// many people (context kinds: none).
struct Total {
    EventKind kind = EventKind::detention;
    long incidents = 0;
    long incidentsWithoutFigure = 0;
    CountRange people; ///< sum over all incidents: one without a figure takes the upper bound away
};
Total totalOf(EventKind kind, const std::vector<const Event*>& events);

/// Every relation of a tally, in either direction: a relation is stored once and its inverse is implied.
std::vector<const TallyRelation*> relationsOf(const Casebook& casebook, const Id& tallyId);

} // namespace surplace::model
