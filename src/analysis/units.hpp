#pragma once
#include "geo/types.hpp"
#include "model/casebook.hpp"
#include <optional>
#include <string>
#include <vector>

namespace surplace::analysis {

enum class Basis {
    provinces,
    reaches, ///< of the Yalu, the Paektu land border and the Tumen, one for each official crossing
    ownAreas ///< polygons that a user brings
};

/// One area or stretch of river that events are counted by.
struct Unit {
    std::string id; ///< unique among the units
    std::string nameEn, nameZh, nameKo;
    std::string country;              ///< ISO 3166 alpha-2: holds places of this country only; empty = of any
    geo::LonLatRings rings;           ///< an area, by the even-odd rule
    geo::LonLatBox box;               ///< of the rings
    geo::LonLatLine line;             ///< a reach
    bool isApproximate = false;       ///< a reach whose line is only roughly known
    std::vector<model::Id> crossings; ///< a reach: the crossings whose events are its own
    std::optional<double> denominator; ///< what a rate is stated against; none = no rate
};

struct Units {
    Basis basis = Basis::provinces;
    std::string title; ///< "province", "border reach", the name of a layer: "by ..."
    std::vector<Unit> units;
    std::string denominatorName; ///< "registered population 2010"; empty = there are no rates
    double per = 100'000;        ///< rates are per so many of it
    bool hasRates() const { return !denominatorName.empty(); }
};

/// The border between China and North Korea cut half-way along it between neighbouring official crossings.
/// `parts` are joined where their ends meet (within 5 km), from the westernmost end on. Crossings with the
/// same places on both banks, or less than 2 km apart along the line, share a reach, named after the first of
/// the casebook's order; a crossing that is not confirmed as official belongs to the reach it lies in, and
/// one farther than 30 km from the line to none. Empty when there is no line or no official crossing.
Units borderReaches(const std::vector<geo::LonLatLine>& parts, const model::Casebook& casebook);

} // namespace surplace::analysis
