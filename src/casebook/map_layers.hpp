#pragma once
#include "casebook/database.hpp"
#include "model/casebook.hpp"

namespace surplace::casebook {

/// When a GIS shows an event: first and last day as YYYY-MM-DD. A start that is open or unknown is empty;
/// such an end is the date of the main source, and empty when that has none. What was feared ends with its
/// start then, so that nothing feared in one year stays on the map for ever.
struct ShownDays {
    std::string first, last;
};
ShownDays shownDays(const model::Casebook& casebook, const model::Event& event);

/// Area or point of an event as a GeoPackage geometry: a point for an exact place or a settlement; the box of
/// an area, or the circle of its uncertainty; empty when the place is not known well enough or the event has
/// no date at all.
std::string shapeOf(const model::Casebook& casebook, const model::Event& event, geo::LonLatBox& extent);

/// Makes and fills the derived tables event_map and leg_map, and registers them.
void writeMapLayers(Database& database, const model::Casebook& casebook, const std::string& lastChange);

/// Registers a table in gpkg_contents; with a box as features, without one as attributes.
void registerTable(Database& database, std::string_view table, std::string_view description,
                   const std::string& lastChange, const geo::LonLatBox* extent);

} // namespace surplace::casebook
