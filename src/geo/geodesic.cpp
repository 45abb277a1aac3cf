#include "geo/geodesic.hpp"
#include "core/error.hpp"
#include <fmt/format.h>
#include <geodesic.h>

namespace surplace::geo {

namespace {

const geod_geodesic& wgs84() {
    static const geod_geodesic ellipsoid = [] {
        geod_geodesic result;
        geod_init(&result, 6378137.0, 1 / 298.257223563);
        return result;
    }();
    return ellipsoid;
}

void requirePosition(LonLat position) {
    LonLat::make(position.longitudeDegrees, position.latitudeDegrees);
}

void require(bool condition, std::string_view what, double value) {
    if (!condition)
        throw core::Error(fmt::format("{} of {} cannot be used", what, value));
}

double bearingFromNorth(double azimuthDegrees) {
    const double bearing = azimuthDegrees < 0 ? azimuthDegrees + 360 : azimuthDegrees;
    return bearing >= 360 ? 0 : bearing + 0.0; // + 0.0 turns -0 into 0
}

} // namespace

GeodesicLine geodesicBetween(LonLat from, LonLat to) {
    requirePosition(from);
    requirePosition(to);
    GeodesicLine line;
    double azimuthDegrees = 0;
    geod_inverse(&wgs84(), from.latitudeDegrees, from.longitudeDegrees, to.latitudeDegrees,
                 to.longitudeDegrees, &line.distanceMeters, &azimuthDegrees, nullptr);
    line.initialBearingDegrees = bearingFromNorth(azimuthDegrees);
    return line;
}

LonLat geodesicDestination(LonLat from, double initialBearingDegrees, double distanceMeters) {
    requirePosition(from);
    require(std::isfinite(initialBearingDegrees), "a bearing in degrees", initialBearingDegrees);
    require(std::isfinite(distanceMeters), "a distance in metres", distanceMeters);
    LonLat to;
    geod_direct(&wgs84(), from.latitudeDegrees, from.longitudeDegrees, initialBearingDegrees, distanceMeters,
                &to.latitudeDegrees, &to.longitudeDegrees, nullptr);
    return to;
}

LonLatLine geodesicArc(LonLat from, LonLat to, double maxStepMeters) {
    requirePosition(from);
    requirePosition(to);
    require(std::isfinite(maxStepMeters) && maxStepMeters > 0, "a step in metres", maxStepMeters);
    geod_geodesicline arc;
    geod_inverseline(&arc, &wgs84(), from.latitudeDegrees, from.longitudeDegrees, to.latitudeDegrees,
                     to.longitudeDegrees, GEOD_LATITUDE | GEOD_LONGITUDE | GEOD_DISTANCE_IN);
    const auto parts = static_cast<std::size_t>(std::max(1.0, std::ceil(arc.s13 / maxStepMeters)));
    LonLatLine line{from};
    line.reserve(parts + 1);
    for (std::size_t i = 1; i < parts; ++i) {
        LonLat& position = line.emplace_back();
        geod_position(&arc, arc.s13 * static_cast<double>(i) / static_cast<double>(parts),
                      &position.latitudeDegrees, &position.longitudeDegrees, nullptr);
    }
    line.push_back(to);
    return line;
}

LonLatLine geodesicCircle(LonLat center, double radiusMeters, int points) {
    require(std::isfinite(radiusMeters) && radiusMeters > 0, "a radius in metres", radiusMeters);
    require(points >= 3, "a number of points", points);
    LonLatLine ring;
    ring.reserve(static_cast<std::size_t>(points));
    for (int i = 0; i < points; ++i)
        ring.push_back(geodesicDestination(center, 360.0 * i / points, radiusMeters));
    return ring;
}

bool contains(const LonLatRings& rings, LonLat position) {
    bool inside = false;
    for (const auto& ring : rings) {
        for (std::size_t i = 0, previous = ring.size() - 1; i < ring.size(); previous = i++) {
            const LonLat &a = ring[i], &b = ring[previous];
            // Half-open in latitude, so that a vertex at the height of the position counts once.
            if ((a.latitudeDegrees > position.latitudeDegrees) ==
                (b.latitudeDegrees > position.latitudeDegrees))
                continue;
            const double t =
                (position.latitudeDegrees - a.latitudeDegrees) / (b.latitudeDegrees - a.latitudeDegrees);
            if (position.longitudeDegrees <
                a.longitudeDegrees + t * (b.longitudeDegrees - a.longitudeDegrees))
                inside = !inside;
        }
    }
    return inside;
}

} // namespace surplace::geo
