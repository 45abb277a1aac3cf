#pragma once
#include "analysis/units.hpp"
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>

namespace surplace::analysis {

/// Why an event is counted in no unit.
enum class Reason {
    noPlace,      ///< nothing says where, or a place without a position
    tooCoarse,    ///< known only to an area that no single unit holds
    outside,      ///< its place lies in none of the units
    noCrossing,   ///< reaches: it names no crossing; it is given to none by its distance
    severalUnits, ///< it belongs to several units, and nobody says how it is divided
};
inline constexpr std::size_t reasonCount = 5;
std::string_view inWords(Reason reason); ///< "known only to a larger area"

/// Where one event is counted.
struct Placed {
    std::optional<std::uint32_t> unit;
    Reason reason = Reason::noPlace; ///< where there is no unit
    bool isCertain = true;           ///< false: it may lie in another unit or in none
    bool operator==(const Placed&) const = default;
};

/// Puts the events of a casebook into units, by these rules:
/// - Provinces: by the country and the province that the place's record states; without these by its
///   position. An event known only to a prefecture counts for the province that holds it.
/// - Own areas: by position; certainly if the whole circle of the place's uncertainty lies in the area, else
///   possibly, and so beside the one area that the circle meets. An event known only to an area counts where
///   one unit holds all of that area's box, and never by its middle. Where areas overlap, what lies in both
///   is in neither.
/// - Reaches: by the crossing that the record names; one that is inferred makes it possible. An event without
///   a crossing whose parts name some is possibly in their reach, if that is one.
/// Keeps references to both; one thread at a time.
class Placement {
public:
    Placement(const model::Casebook& casebook, const Units& units);
    Placed of(std::uint32_t event);

private:
    Placed byCrossing(const model::Event& event) const;
    Placed byPlace(const model::Event& event);
    Placed placed(const model::Place& place, model::PlacePrecision known) const;
    std::optional<std::uint32_t> byName(const model::Place& place) const;
    Placed byPosition(const model::Place& place) const;
    Placed withUncertainty(const model::Place& place, Placed result) const;
    Placed byBox(const model::Place& place) const;
    bool accepts(const Unit& unit, const model::Place& place) const;

    const model::Casebook& _casebook;
    const Units& _units;
    std::map<std::pair<std::string, std::string>, std::uint32_t> _byName; ///< country and folded name
    std::map<model::Id, std::uint32_t> _byCrossing;
    std::map<model::Id, std::vector<std::uint32_t>> _parts; ///< reaches: part_of events by their whole
    std::map<std::pair<std::size_t, model::PlacePrecision>, Placed> _known; ///< by place and precision
};

} // namespace surplace::analysis
