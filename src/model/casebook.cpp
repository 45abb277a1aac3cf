#include "model/casebook.hpp"
#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <set>

namespace surplace::model {

std::vector<const Event*> eventsOfCase(const Casebook& casebook, const Id& caseId) {
    std::vector<const Event*> events;
    for (const Event& event : casebook.events)
        if (!caseId.empty() && event.caseId == caseId)
            events.push_back(&event);
    const auto order = [](const Event* event) {
        return event->sequence.value_or(std::numeric_limits<int>::max());
    };
    std::stable_sort(events.begin(), events.end(),
                     [order](const Event* a, const Event* b) { return order(a) < order(b); });
    return events;
}

std::vector<const Event*> dependentsOf(const Casebook& casebook, const Id& eventId) {
    std::vector<const Event*> dependents;
    for (const Event& event : casebook.events) {
        const bool depends =
            event.role == Role::stageOf || event.role == Role::partOf || event.role == Role::duplicateOf;
        if (depends && !eventId.empty() && event.roleOf == eventId)
            dependents.push_back(&event);
    }
    return dependents;
}

namespace {

/// A place that a line may begin or end at.
bool isSpot(const Casebook& casebook, const Id& placeId) {
    const Place* place = casebook.places.find(placeId);
    return place != nullptr && place->position && place->kind <= PlaceKind::crossing;
}

bool happenedAtASpot(const Casebook& casebook, const Event& event) {
    return event.precision <= PlacePrecision::settlement && isSpot(casebook, event.placeId);
}

/// Whether a case begins more than once: groups that were taken separately. Of their later stages nobody says
/// which group they continue.
class ParallelCases {
public:
    explicit ParallelCases(const Casebook& casebook) {
        for (const Event& event : casebook.events)
            if (event.role == Role::event && !event.caseId.empty() && !isContext(event.kind))
                ++_beginnings[event.caseId];
    }
    bool holds(const Event& event) const {
        const auto found = _beginnings.find(event.caseId);
        return found != _beginnings.end() && found->second > 1;
    }

private:
    std::map<Id, int> _beginnings;
};

/// The far end of a leg that a record states: its to_place or, for a forced return, the North Korean side of
/// a crossing that the source names.
Id statedEnd(const Casebook& casebook, const Event& event) {
    if (!event.toPlaceId.empty())
        return event.toPlaceId;
    const Place* crossing = casebook.places.find(event.crossingId);
    const bool isNamed =
        event.kind == EventKind::forcedReturn && crossing != nullptr && !event.crossingInferred;
    return isNamed ? crossing->kpSide : Id{};
}

} // namespace

std::vector<Leg> legs(const Casebook& casebook) {
    std::vector<Leg> result;
    const auto add = [&](std::size_t index, const Id& from, const Id& to) {
        if (from == to || !isSpot(casebook, from) || !isSpot(casebook, to))
            return false;
        result.push_back({index, from, to});
        return true;
    };
    // Later stages of one event often repeat a movement that an earlier stage has told.
    std::set<std::array<Id, 3>> told;
    const ParallelCases parallel(casebook);
    const auto isStated = [](const Event& event) {
        return event.kind != EventKind::detention && !isContext(event.kind) && !event.fromPlaceId.empty();
    };
    for (const Event& event : casebook.events)
        if (event.role == Role::stageOf && isStated(event))
            told.insert({event.roleOf, event.fromPlaceId, event.toPlaceId});
    for (std::size_t i = 0; i < casebook.events.size(); ++i) {
        const Event& event = casebook.events[i];
        if (isStated(event)) {
            add(i, event.fromPlaceId, statedEnd(casebook, event));
            continue;
        }
        const Event* earlier = casebook.events.find(event.roleOf);
        if (event.role != Role::stageOf || isContext(event.kind) || !event.fromPlaceId.empty() ||
            earlier == nullptr || parallel.holds(*earlier))
            continue;
        const std::array<Id, 3> movement{event.roleOf, earlier->placeId, event.placeId};
        if (happenedAtASpot(casebook, *earlier) && happenedAtASpot(casebook, event) &&
            !told.contains(movement) && add(i, earlier->placeId, event.placeId))
            told.insert(movement);
    }
    return result;
}

Total totalOf(EventKind kind, const std::vector<const Event*>& events) {
    Total total;
    total.kind = kind;
    for (const Event* event : events) {
        if (event->kind != kind || event->role != Role::event || event->assertion == Assertion::feared)
            continue;
        ++total.incidents;
        const CountRange people = isContext(kind) ? CountRange() : event->people;
        if (!people.isKnown())
            ++total.incidentsWithoutFigure;
        total.people = total.incidents == 1 ? people : total.people + people;
    }
    return total;
}

std::vector<const TallyRelation*> relationsOf(const Casebook& casebook, const Id& tallyId) {
    std::vector<const TallyRelation*> relations;
    for (const TallyRelation& relation : casebook.tallyRelations)
        if (relation.fromId == tallyId || relation.toId == tallyId)
            relations.push_back(&relation);
    return relations;
}

} // namespace surplace::model
