#pragma once
#include "geo/types.hpp"
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace surplace::basemap {

/// A polygon that a user brings, to count by.
struct OwnArea {
    std::string name; ///< unique in its layer
    geo::LonLatRings rings;
    geo::LonLatBox box;
    std::optional<double> denominator; ///< of the field asked for; none where it is empty
};
struct OwnAreas {
    std::string file, layer; ///< the file's name without its folder
    std::vector<OwnArea> areas;
};

/// Reads polygons with their names, and the numbers of a second field if one is named, from a GeoPackage, a
/// Shapefile or GeoJSON in any reference system. `fileAndLayer` is FILE or FILE:LAYER; without a layer the
/// file must have just one with polygons. Throws core::Error, one sentence with file, layer, row, field and
/// what to do, when anything in it cannot be counted by: a field or the polygons missing, a geometry that
/// encloses no clear area, names that are empty or come twice, numbers that are none or negative.
OwnAreas readOwnAreas(const std::string& fileAndLayer, const std::string& nameField,
                      const std::string& numberField = {});
/// The fields of the layer that would be read, for choosing among them.
std::vector<std::string> ownAreaFields(const std::string& fileAndLayer);

} // namespace surplace::basemap
