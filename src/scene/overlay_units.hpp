#pragma once
#include "analysis/units.hpp"
#include "basemap/basemap.hpp"
#include "basemap/own_areas.hpp"
#include <array>
#include <cstdint>
#include <memory>

namespace surplace::scene {

/// The provinces of both levels of the base map, each once: where a level has no such province its index is
/// out of its list.
struct ProvinceUnits {
    analysis::Units units;
    std::array<std::vector<std::size_t>, 2> indexOf; ///< by unit: in border.provinces, in wide.provinces
};
ProvinceUnits provinceUnits(const basemap::Basemap& basemap);

/// The reaches of the border between China and North Korea on the base map's line of it (analysis/units.hpp).
/// Throws core::Error when the casebook has no official crossing there.
analysis::Units reachUnits(const basemap::Basemap& basemap, const model::Casebook& casebook);

/// A user's own areas as units. With a name for what their numbers are ("registered population 2010") rates
/// are stated against it, per so many.
std::shared_ptr<const analysis::Units> ownUnits(const basemap::OwnAreas& areas,
                                                const std::string& denominatorName, double per);

} // namespace surplace::scene
