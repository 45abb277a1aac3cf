#pragma once
#include "geo/types.hpp"
#include <string>

namespace surplace::casebook {

// Geometries as a GeoPackage stores them (OGC 12-128r17, 2.1.3): a header with the reference system and,
// except for points, the envelope; then well-known binary, both little-endian.

std::string pointBlob(geo::LonLat position);
std::string lineBlob(const geo::LonLatLine& line);
/// One ring, not closed in `ring`.
std::string polygonBlob(const geo::LonLatLine& ring);

} // namespace surplace::casebook
