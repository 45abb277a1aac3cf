#pragma once

namespace surplace::ogr {

/// Removes the variables that steer GDAL (GDAL_*, OGR_*, CPL_*, VSI_*, SPATIALITE_*, PG*) from the
/// environment of this process. For the start of main, before any thread: the environment is not safe to
/// change later.
void clearEnvironment();

/// Registers the only drivers the program uses (GPKG, GTiff, CSV, MEM; Shapefile and GeoJSON for areas that a
/// user brings), with no plug-ins, no configuration file of the user, no SpatiaLite and no network. Safe to
/// call often and from any thread; Dataset::open calls it.
void registerDrivers();

} // namespace surplace::ogr
