#include "scene/casebook_index.hpp"
#include "scene/place_areas.hpp"

namespace surplace::scene {

namespace {

model::PlacePrecision precisionOf(model::PlaceKind kind) {
    switch (kind) {
    case model::PlaceKind::crossing:
        return model::PlacePrecision::exact;
    case model::PlaceKind::settlement:
    case model::PlaceKind::facility:
        return model::PlacePrecision::settlement;
    case model::PlaceKind::county:
        return model::PlacePrecision::county;
    case model::PlaceKind::prefecture:
        return model::PlacePrecision::prefecture;
    case model::PlaceKind::province:
        return model::PlacePrecision::province;
    case model::PlaceKind::region:
        return model::PlacePrecision::region;
    case model::PlaceKind::country:
        return model::PlacePrecision::country;
    case model::PlaceKind::group:
        return model::PlacePrecision::unknown;
    }
    return model::PlacePrecision::unknown;
}

/// The stored index of a row by id; events in a row often share one, so the last answer is tried first.
template <class Row>
class Finder {
public:
    explicit Finder(const model::Table<Row>& rows) : _rows(rows) {}
    std::uint32_t operator()(const model::Id& id) {
        if (id.empty())
            return nowhere;
        if (id == _lastId)
            return _last;
        const std::size_t index = _rows.indexOf(id);
        _lastId = id;
        _last = index == _rows.size() ? nowhere : static_cast<std::uint32_t>(index);
        return _last;
    }

private:
    const model::Table<Row>& _rows;
    model::Id _lastId;
    std::uint32_t _last = nowhere;
};

} // namespace

Footing footingOf(const model::Event& event, const model::Place& place) {
    // The precisions are in order of coarseness.
    switch (std::max(event.precision, precisionOf(place.kind))) {
    case model::PlacePrecision::exact:
    case model::PlacePrecision::settlement:
    case model::PlacePrecision::county:
        return place.position ? Footing::mark : Footing::none;
    case model::PlacePrecision::prefecture:
        return Footing::ellipse;
    case model::PlacePrecision::province:
        return Footing::province;
    case model::PlacePrecision::region:
        return Footing::region;
    case model::PlacePrecision::country:
    case model::PlacePrecision::unknown:
    case model::PlacePrecision::none:
        return Footing::none;
    }
    return Footing::none;
}

CasebookIndex::CasebookIndex(const model::Casebook& casebook, const basemap::Basemap& basemap) {
    addEvents(casebook, basemap);
    addSources(casebook);
    addLegs(casebook);
    addCrossings(casebook);
    addBriefs();
}

std::uint32_t CasebookIndex::areaFor(const model::Casebook& casebook, const basemap::Basemap& basemap,
                                     std::uint32_t place, Footing footing) {
    const auto [entry, isNew] = _areaOf.try_emplace({place, footing}, nowhere);
    if (!isNew)
        return entry->second;
    if (auto area = areaOf(casebook.places[place], footing, basemap)) {
        // Two places can lie in one province: it is one area.
        for (std::uint32_t i = 0; i < _areas.size(); ++i)
            if (footing != Footing::ellipse && _areas[i].footing == footing &&
                _areas[i].wideProvinces == area->wideProvinces &&
                _areas[i].borderProvinces == area->borderProvinces)
                return entry->second = i;
        _areas.push_back(std::move(*area));
        entry->second = static_cast<std::uint32_t>(_areas.size() - 1);
    }
    return entry->second;
}

void CasebookIndex::addEvents(const model::Casebook& casebook, const basemap::Basemap& basemap) {
    Finder placeOf(casebook.places), crossingOf(casebook.places);
    _events.resize(casebook.events.size());
    _eventsAtPlace.assign(casebook.places.size(), 0);
    for (std::uint32_t i = 0; i < _events.size(); ++i) {
        const model::Event& event = casebook.events[i];
        EventInfo& info = _events[i];
        const bool isFeared = event.assertion == model::Assertion::feared;
        info.kind = event.kind;
        info.assertion = event.assertion;
        info.belongsOnMap = isFeared || event.role == model::Role::event ||
                            event.role == model::Role::stageOf || event.role == model::Role::partOf;
        info.isCounted = event.role == model::Role::event && !isFeared;
        info.lower = event.people.lower().value_or(-1);
        info.upper = event.people.upper().value_or(-1);
        if (info.belongsOnMap && event.date.isKnown() &&
            (isFeared || event.date.endKind() != model::Edtf::End::day))
            _openEnded.push_back(i);
        info.crossing = crossingOf(event.crossingId);
        if (event.kind == model::EventKind::closure && info.crossing != nowhere && !event.crossingInferred &&
            !isFeared)
            _closures.push_back(i);
        info.place = placeOf(event.placeId);
        if (info.place != nowhere) {
            info.footing = footingOf(event, casebook.places[info.place]);
            if (info.footing > Footing::mark) {
                info.area = areaFor(casebook, basemap, info.place, info.footing);
                if (info.area == nowhere)
                    info.footing = Footing::none;
            }
            if (info.belongsOnMap && info.footing == Footing::mark)
                ++_eventsAtPlace[info.place];
        }
        if (event.role == model::Role::partOf && !event.roleOf.empty()) {
            const std::size_t whole = casebook.events.indexOf(event.roleOf);
            if (whole < casebook.events.size()) {
                info.whole = static_cast<std::uint32_t>(whole);
                _parts[info.whole].push_back(i);
            }
        }
    }
}

void CasebookIndex::addBriefs() {
    const auto bound = [](std::int64_t people) {
        return static_cast<std::int32_t>(
            std::min<std::int64_t>(people, std::numeric_limits<std::int32_t>::max()));
    };
    _briefs.reserve(_events.size());
    for (const EventInfo& info : _events) {
        std::uint8_t flags = info.belongsOnMap ? EventBrief::onMap : 0;
        flags |= info.isCounted ? EventBrief::counted : 0;
        flags |= info.leg != nowhere ? EventBrief::leg : 0;
        flags |= info.crossing != nowhere ? EventBrief::crossing : 0;
        _briefs.push_back({info.place, info.kind, info.assertion, info.footing, flags, bound(info.lower),
                           bound(info.upper)});
    }
}

void CasebookIndex::addSources(const model::Casebook& casebook) {
    Finder sourceOf(casebook.sources);
    _firstSource.reserve(casebook.events.size() + 1);
    _firstSource.push_back(0);
    for (std::size_t i = 0; i < casebook.events.size(); ++i) {
        for (const auto& citation : casebook.events[i].citations)
            if (const std::uint32_t source = sourceOf(citation.sourceId); source != nowhere)
                _sources.push_back(source);
        _firstSource.push_back(static_cast<std::uint32_t>(_sources.size()));
    }
}

void CasebookIndex::addLegs(const model::Casebook& casebook) {
    Finder fromOf(casebook.places), toOf(casebook.places);
    for (const auto& leg : model::legs(casebook)) {
        const LegInfo info{static_cast<std::uint32_t>(leg.eventIndex), fromOf(leg.fromPlaceId),
                           toOf(leg.toPlaceId)};
        if (info.from == nowhere || info.to == nowhere || !casebook.places[info.from].position ||
            !casebook.places[info.to].position)
            continue;
        _events[info.event].leg = static_cast<std::uint32_t>(_legs.size());
        _legs.push_back(info);
    }
}

void CasebookIndex::addCrossings(const model::Casebook& casebook) {
    _isCrossingSide.assign(casebook.places.size(), false);
    for (std::uint32_t i = 0; i < casebook.places.size(); ++i) {
        const auto& place = casebook.places[i];
        if (place.kind != model::PlaceKind::crossing || !place.position)
            continue;
        _crossings.push_back(i);
        for (const auto& side : {place.cnSide, place.kpSide}) {
            const std::size_t index = side.empty() ? casebook.places.size() : casebook.places.indexOf(side);
            if (index < casebook.places.size())
                _isCrossingSide[index] = true;
        }
    }
}

} // namespace surplace::scene
