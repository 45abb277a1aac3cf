#pragma once
#include "basemap/basemap.hpp"
#include "ogr/dataset.hpp"

namespace surplace::basemap {

/// Readers of single layers of base.gpkg. A layer or field that is missing throws core::Error.
std::vector<Area> readAreas(const ogr::Dataset& base, const std::string& layer,
                            const std::vector<std::string>& fields);
/// Each part of each feature as a line of its own.
std::vector<Line> readLines(const ogr::Dataset& base, const std::string& layer, LineKind kind,
                            const std::vector<std::string>& fields);
/// Sorted by rank, then by falling population.
std::vector<Town> readTowns(const ogr::Dataset& base, const std::string& layer);
Relief readRelief(const ogr::Dataset& picture);

} // namespace surplace::basemap
