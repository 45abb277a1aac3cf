#pragma once
#include "geo/types.hpp"

namespace surplace::geo {

struct GeodesicLine {
    double distanceMeters = 0;
    double initialBearingDegrees = 0; ///< clockwise from north, 0-360
};
/// The shortest line on the WGS 84 ellipsoid between two positions (Karney 2013, through PROJ).
GeodesicLine geodesicBetween(LonLat from, LonLat to);

/// Where one arrives after a distance along a geodesic.
LonLat geodesicDestination(LonLat from, double initialBearingDegrees, double distanceMeters);

/// The geodesic as a line whose parts are at most `maxStepMeters` long; begins with `from`, ends with `to`.
LonLatLine geodesicArc(LonLat from, LonLat to, double maxStepMeters = 20'000);

/// A ring of positions at one distance around a centre (not closed).
LonLatLine geodesicCircle(LonLat center, double radiusMeters, int points = 64);

/// Even-odd test in degrees; the rings' edges are straight in longitude and latitude.
bool contains(const LonLatRings& rings, LonLat position);

} // namespace surplace::geo
