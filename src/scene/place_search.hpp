#pragma once
#include "basemap/basemap.hpp"
#include "geo/types.hpp"
#include "model/casebook.hpp"
#include <string>
#include <string_view>
#include <vector>

namespace surplace::scene {

/// A place that a name was found for.
struct FoundPlace {
    basemap::Names names;
    geo::LonLat position;
    model::Id place;      ///< of the casebook; empty for a town of the base map
    bool isExact = false; ///< one of its names is what was typed, in some spelling
};

/// Places of the casebook and towns of the base map with a name that holds what is typed, in any of their
/// languages and romanisations: whole names first, the casebook's before the map's, larger towns before
/// smaller. A town that a casebook place stands for is not listed again.
std::vector<FoundPlace> findPlaces(std::string_view typed, const model::Casebook& casebook,
                                   const basemap::Basemap& basemap, std::size_t most = 8);

} // namespace surplace::scene
