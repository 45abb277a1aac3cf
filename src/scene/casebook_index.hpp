#pragma once
#include "basemap/basemap.hpp"
#include "model/casebook.hpp"
#include <cstdint>
#include <limits>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace surplace::scene {

inline constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

/// How a place carries an event on the map: by a mark at its position, or by an area as wide as what is
/// known.
enum class Footing : std::uint8_t { none, mark, ellipse, province, region };

/// What drawing needs of an event, without strings: there can be a million.
struct EventInfo {
    std::uint32_t place = nowhere;    ///< index into casebook.places
    std::uint32_t area = nowhere;     ///< index into areas(), for ellipse, province and region
    std::uint32_t crossing = nowhere; ///< index into casebook.places
    std::uint32_t leg = nowhere;      ///< index into legs()
    std::uint32_t whole = nowhere;    ///< for a part_of: the event it is part of
    Footing footing = Footing::none;
    bool belongsOnMap = false; ///< its role makes it a mark: event, stage_of, part_of, or anything feared
    bool isCounted = false;    ///< role event, not feared
    model::EventKind kind = model::EventKind::background;
    model::Assertion assertion = model::Assertion::reported;
    std::int64_t lower = -1, upper = -1; ///< people; -1 = no bound given
};

/// The part of it that every event of a frame is asked for, small enough to be read a million times.
struct EventBrief {
    static constexpr std::uint8_t onMap = 1, counted = 2, leg = 4, crossing = 8;
    std::uint32_t place = nowhere;
    model::EventKind kind = model::EventKind::background;
    model::Assertion assertion = model::Assertion::reported;
    Footing footing = Footing::none;
    std::uint8_t flags = 0;
    std::int32_t lower = -1, upper = -1; ///< people, as far as they decide a mark's size; -1 = no bound given

    bool has(std::uint8_t flag) const { return (flags & flag) != 0; }
};

/// An uncertain place as an area.
struct AreaInfo {
    Footing footing = Footing::province;
    std::string nameEn, nameZh, nameKo;
    std::string country;
    geo::LonLatBox box;                       ///< prefecture: its box; otherwise the box of its provinces
    std::vector<std::size_t> wideProvinces;   ///< indices into basemap.wide.provinces
    std::vector<std::size_t> borderProvinces; ///< the same provinces in basemap.border.provinces
};

struct LegInfo {
    std::uint32_t event = 0, from = 0, to = 0; ///< indices into casebook.events and places
};

/// A casebook and a base map joined once, so that a frame costs no look-up by name.
class CasebookIndex {
public:
    CasebookIndex(const model::Casebook& casebook, const basemap::Basemap& basemap);

    const std::vector<EventInfo>& events() const { return _events; }
    const std::vector<EventBrief>& briefs() const { return _briefs; }
    const std::vector<AreaInfo>& areas() const { return _areas; }
    const std::vector<LegInfo>& legs() const { return _legs; }
    /// Events of role part_of by the event they are part of.
    const std::map<std::uint32_t, std::vector<std::uint32_t>>& parts() const { return _parts; }
    /// Indices into casebook.sources, in the order cited; sources that the casebook lacks are left out.
    std::span<const std::uint32_t> sourcesOf(std::uint32_t event) const {
        return std::span(_sources).subspan(_firstSource[event],
                                           _firstSource[event + 1] - _firstSource[event]);
    }
    /// How many events of the casebook stand at each place: the lasting importance of its name.
    const std::vector<std::uint32_t>& eventsAtPlace() const { return _eventsAtPlace; }
    const std::vector<std::uint32_t>& crossings() const { return _crossings; }
    /// Events whose date has an open or unknown end, and those feared: they can be left without a later word.
    const std::vector<std::uint32_t>& openEnded() const { return _openEnded; }
    /// Events that say a named crossing was closed, or open again; what is feared is not among them.
    const std::vector<std::uint32_t>& closures() const { return _closures; }
    /// Places that are a side of a crossing.
    const std::vector<bool>& isCrossingSide() const { return _isCrossingSide; }

private:
    std::uint32_t areaFor(const model::Casebook& casebook, const basemap::Basemap& basemap,
                          std::uint32_t place, Footing footing);
    void addEvents(const model::Casebook& casebook, const basemap::Basemap& basemap);
    void addBriefs();
    void addSources(const model::Casebook& casebook);
    void addLegs(const model::Casebook& casebook);
    void addCrossings(const model::Casebook& casebook);

    std::vector<EventInfo> _events;
    std::vector<EventBrief> _briefs;
    std::vector<AreaInfo> _areas;
    std::vector<LegInfo> _legs;
    std::map<std::uint32_t, std::vector<std::uint32_t>> _parts;
    std::vector<std::uint32_t> _eventsAtPlace, _crossings, _openEnded, _closures;
    std::vector<std::uint32_t> _sources, _firstSource; ///< those of event i from _firstSource[i] on
    std::vector<bool> _isCrossingSide;
    std::map<std::pair<std::uint32_t, Footing>, std::uint32_t> _areaOf;
};

/// The footing of an event at a place: the coarser of the event's precision and the place's kind decides, so
/// that nothing is drawn sharper than it is known.
Footing footingOf(const model::Event& event, const model::Place& place);

} // namespace surplace::scene
