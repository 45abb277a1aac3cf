#include "analysis/placement.hpp"
#include "geo/geodesic.hpp"
#include "model/place_words.hpp"
#include <algorithm>
#include <set>

namespace surplace::analysis {

namespace {

bool holds(const Unit& unit, geo::LonLat at) {
    return unit.box.contains(at.longitudeDegrees, at.latitudeDegrees) && geo::contains(unit.rings, at);
}

/// Whether an area holds all of a box: its corners, and none of its own boundary inside.
bool holdsAll(const Unit& unit, const geo::LonLatBox& box) {
    for (const geo::LonLat& corner : {geo::LonLat{box.minX, box.minY}, geo::LonLat{box.maxX, box.minY},
                                      geo::LonLat{box.maxX, box.maxY}, geo::LonLat{box.minX, box.maxY}})
        if (!holds(unit, corner))
            return false;
    const auto isInside = [&](const geo::LonLat& p) {
        return p.longitudeDegrees > box.minX && p.longitudeDegrees < box.maxX &&
               p.latitudeDegrees > box.minY && p.latitudeDegrees < box.maxY;
    };
    for (const auto& ring : unit.rings)
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const geo::LonLat &a = ring[i], &b = ring[i + 1 == ring.size() ? 0 : i + 1];
            // An edge that crosses the box is found by its points at a hundredth of its length.
            constexpr int steps = 100;
            const bool mayCross = std::max(a.longitudeDegrees, b.longitudeDegrees) > box.minX &&
                                  std::min(a.longitudeDegrees, b.longitudeDegrees) < box.maxX &&
                                  std::max(a.latitudeDegrees, b.latitudeDegrees) > box.minY &&
                                  std::min(a.latitudeDegrees, b.latitudeDegrees) < box.maxY;
            for (int k = 0; mayCross && k < steps; ++k) {
                const double t = static_cast<double>(k) / steps;
                if (isInside({a.longitudeDegrees + t * (b.longitudeDegrees - a.longitudeDegrees),
                              a.latitudeDegrees + t * (b.latitudeDegrees - a.latitudeDegrees)}))
                    return false;
            }
        }
    return true;
}

Placed without(Reason reason) {
    return {std::nullopt, reason, true};
}

} // namespace

std::string_view inWords(Reason reason) {
    switch (reason) {
    case Reason::noPlace:
        return "without a place";
    case Reason::tooCoarse:
        return "known only to a larger area";
    case Reason::outside:
        return "outside all of them";
    case Reason::noCrossing:
        return "naming no crossing";
    case Reason::severalUnits:
        return "over several of them";
    }
    return "";
}

Placement::Placement(const model::Casebook& casebook, const Units& units)
    : _casebook(casebook), _units(units) {
    for (std::uint32_t i = 0; i < units.units.size(); ++i) {
        const Unit& unit = units.units[i];
        if (units.basis == Basis::provinces)
            for (const std::string& name : {unit.nameEn, unit.nameZh, unit.nameKo})
                if (!name.empty())
                    _byName.try_emplace({unit.country, model::foldedName(name)}, i);
        for (const model::Id& crossing : unit.crossings)
            _byCrossing.try_emplace(crossing, i);
    }
    if (units.basis == Basis::reaches)
        for (std::uint32_t i = 0; i < casebook.events.size(); ++i)
            if (const model::Event& event = casebook.events[i];
                event.role == model::Role::partOf && !event.crossingId.empty())
                _parts[event.roleOf].push_back(i);
}

Placed Placement::of(std::uint32_t event) {
    return _units.basis == Basis::reaches ? byCrossing(_casebook.events[event])
                                          : byPlace(_casebook.events[event]);
}

Placed Placement::byCrossing(const model::Event& event) const {
    if (!event.crossingId.empty()) {
        const auto reach = _byCrossing.find(event.crossingId);
        return reach == _byCrossing.end() ? without(Reason::outside)
                                          : Placed{reach->second, {}, !event.crossingInferred};
    }
    const auto parts = _parts.find(event.id);
    if (parts == _parts.end())
        return without(Reason::noCrossing);
    std::set<std::optional<std::uint32_t>> reaches;
    for (const std::uint32_t part : parts->second) {
        const auto reach = _byCrossing.find(_casebook.events[part].crossingId);
        reaches.insert(reach == _byCrossing.end() ? std::nullopt : std::optional(reach->second));
    }
    if (reaches.size() > 1)
        return without(Reason::severalUnits);
    return *reaches.begin() ? Placed{*reaches.begin(), {}, false} : without(Reason::outside);
}

Placed Placement::byPlace(const model::Event& event) {
    const std::size_t index =
        event.placeId.empty() ? _casebook.places.size() : _casebook.places.indexOf(event.placeId);
    if (index == _casebook.places.size())
        return without(Reason::noPlace);
    const model::Place& place = _casebook.places[index];
    const model::PlacePrecision known = model::knownTo(event, place);
    const auto [entry, isNew] = _known.try_emplace({index, known});
    if (isNew)
        entry->second = placed(place, known);
    return entry->second;
}

Placed Placement::placed(const model::Place& place, model::PlacePrecision known) const {
    using model::PlacePrecision;
    if (known == PlacePrecision::none)
        return without(Reason::noPlace);
    if (known >= PlacePrecision::country)
        return without(Reason::tooCoarse);
    if (_units.basis == Basis::provinces && known <= PlacePrecision::province) {
        // On a boundary between two countries: in a province of each.
        if (place.country.find('-') != std::string::npos)
            return without(Reason::severalUnits);
        if (const auto unit = byName(place))
            return {unit, {}, true};
        // A province that no name finds is the one in which its label stands.
        if (place.kind == model::PlaceKind::province)
            return byPosition(place);
    }
    return known <= PlacePrecision::county ? byPosition(place) : byBox(place);
}

std::optional<std::uint32_t> Placement::byName(const model::Place& place) const {
    const auto find = [&](const std::string& name) -> std::optional<std::uint32_t> {
        if (name.empty())
            return std::nullopt;
        const auto unit = _byName.find({place.country, model::foldedName(name)});
        return unit == _byName.end() ? std::nullopt : std::optional(unit->second);
    };
    if (const auto unit = find(place.admin1))
        return unit;
    if (place.kind != model::PlaceKind::province)
        return std::nullopt;
    const auto unit = find(place.nameEn);
    return unit ? unit : find(place.nameZh);
}

bool Placement::accepts(const Unit& unit, const model::Place& place) const {
    return unit.country.empty() || unit.country == place.country;
}

Placed Placement::byPosition(const model::Place& place) const {
    if (!place.position)
        return without(Reason::noPlace);
    Placed result = without(Reason::outside);
    for (std::uint32_t i = 0; i < _units.units.size(); ++i) {
        if (!accepts(_units.units[i], place) || !holds(_units.units[i], *place.position))
            continue;
        if (result.unit)
            return without(Reason::severalUnits);
        result = {i, {}, true};
    }
    return place.uncertaintyKm && *place.uncertaintyKm > 0 ? withUncertainty(place, result) : result;
}

Placed Placement::withUncertainty(const model::Place& place, Placed result) const {
    constexpr int points = 24;
    const geo::LonLatLine circle = geo::geodesicCircle(*place.position, *place.uncertaintyKm * 1000, points);
    const auto around = [&](const Unit& unit) {
        return std::ranges::count_if(circle, [&](geo::LonLat at) { return holds(unit, at); });
    };
    if (result.unit) {
        result.isCertain = around(_units.units[*result.unit]) == points;
        return result;
    }
    // Just beside an area: perhaps in it.
    for (std::uint32_t i = 0; i < _units.units.size(); ++i) {
        if (!accepts(_units.units[i], place) || around(_units.units[i]) == 0)
            continue;
        if (result.unit)
            return without(Reason::severalUnits);
        result = {i, {}, false};
    }
    return result;
}

Placed Placement::byBox(const model::Place& place) const {
    if (!place.box || place.box->isEmpty())
        return without(Reason::tooCoarse);
    Placed result = without(Reason::outside);
    for (std::uint32_t i = 0; i < _units.units.size(); ++i) {
        const Unit& unit = _units.units[i];
        if (!accepts(unit, place) || !unit.box.overlaps(*place.box))
            continue;
        if (holdsAll(unit, *place.box)) {
            if (result.unit)
                return without(Reason::severalUnits);
            result = {i, {}, true};
        } else if (!result.unit) {
            result.reason = Reason::tooCoarse;
        }
    }
    return result;
}

} // namespace surplace::analysis
