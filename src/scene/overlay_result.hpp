#pragma once
#include "analysis/density.hpp"
#include "scene/casebook_index.hpp"
#include "scene/overlay.hpp"
#include "scene/overlay_units.hpp"
#include <span>

namespace surplace::scene {

/// What one unit shows.
struct UnitValue {
    enum class State {
        none,     ///< nothing recorded there (in neither period)
        value,    ///< a range, or a difference
        noFigure, ///< recorded, but nobody says how many people
        noRate    ///< recorded, but there is nothing to state a rate against
    };
    State state = State::none;
    analysis::Range range;           ///< a count or a rate
    analysis::Difference difference; ///< where two periods are compared
    bool operator==(const UnitValue&) const = default;
};

/// An overlay worked out for one casebook, time and filter.
struct OverlayResult {
    Overlay asked;
    timeline::Window window{};
    std::shared_ptr<const analysis::Units> units; ///< null for a density
    analysis::Tabulation now, before;             ///< before: of Overlay::minus
    analysis::Exposure exposure;                  ///< first: of Overlay::minus
    std::vector<UnitValue> values;                ///< by unit
    std::vector<double> classes;                  ///< upper ends, of the size where it is a difference
    bool isRate = false, isDifference = false;
    bool isWhole = true; ///< classes of whole numbers
    std::optional<analysis::Density> density;
    long densityWithoutPlace = 0, densityOpenDate = 0; ///< left out of it
    std::vector<std::uint32_t> counted;                ///< events that it rests on
};

/// The events present in a window, certainly or possibly.
std::vector<analysis::Occurrence> occurrencesIn(const timeline::Timeline& timeline, timeline::Window window);

/// Throws core::Error where a density would say more than is known (analysis/density.hpp).
OverlayResult evaluate(const Overlay& overlay, std::shared_ptr<const analysis::Units> units,
                       const model::Casebook& casebook, const CasebookIndex& index,
                       const basemap::Basemap& basemap, const timeline::Timeline& timeline,
                       timeline::Window window);

/// Classes that hold the values of all of several maps: one scale.
std::vector<double> commonClasses(std::span<const OverlayResult> results);

/// "Recorded detentions by province", "Recorded detentions, density".
std::string overlayTitle(const OverlayResult& result);
/// What the numbers are and of when: "incidents", "people, per 100,000 of registered population 2010",
/// "incidents: 2016 minus 2012, of 366 and 366 days".
std::string overlayMeasure(const OverlayResult& result);
/// By what the classes of a density are multiplied to be read, and what that makes of the unit.
std::pair<double, const char*> densityScale(const OverlayResult& result);
/// "8 in no province: 3 without a place, 5 known only to a larger area"; empty when all are in one.
std::string notAssignedInWords(const OverlayResult& result);
/// Units with their numbers, most first, and what is in none: for a reader who cannot see the map.
std::string overlayInWords(const OverlayResult& result);
/// The number on a unit: "3–5", "between −3 and +5", "no rate".
std::string inWords(const UnitValue& value, bool isDifference);

} // namespace surplace::scene
