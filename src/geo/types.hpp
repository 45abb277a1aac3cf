#pragma once
#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace surplace::geo {

/// A position on the WGS 84 ellipsoid in degrees. Construction through make() refuses NaN and values off the
/// globe.
struct LonLat {
    double longitudeDegrees = 0;
    double latitudeDegrees = 0;

    /// Throws core::Error unless both are finite, |lon| <= 180 and |lat| <= 90.
    static LonLat make(double longitudeDegrees, double latitudeDegrees);
    static bool isValid(double longitudeDegrees, double latitudeDegrees) {
        return std::isfinite(longitudeDegrees) && std::isfinite(latitudeDegrees) &&
               std::abs(longitudeDegrees) <= 180 && std::abs(latitudeDegrees) <= 90;
    }
    bool operator==(const LonLat&) const = default;
};

/// Metres in the plane of a map projection; x to the east, y to the north.
struct ProjectedPoint {
    double x = 0;
    double y = 0;
    bool operator==(const ProjectedPoint&) const = default;
};

/// Logical pixels (points) in a picture; x to the right, y down, origin at the upper left corner.
struct ScreenPoint {
    double x = 0;
    double y = 0;
    bool operator==(const ScreenPoint&) const = default;
};

/// An axis-parallel box; empty until something is added.
template <class Point>
struct Box {
    double minX = std::numeric_limits<double>::infinity();
    double minY = std::numeric_limits<double>::infinity();
    double maxX = -std::numeric_limits<double>::infinity();
    double maxY = -std::numeric_limits<double>::infinity();

    bool isEmpty() const { return minX > maxX; }
    double width() const { return isEmpty() ? 0 : maxX - minX; }
    double height() const { return isEmpty() ? 0 : maxY - minY; }
    void add(double x, double y) {
        minX = std::min(minX, x);
        minY = std::min(minY, y);
        maxX = std::max(maxX, x);
        maxY = std::max(maxY, y);
    }
    bool contains(double x, double y) const { return x >= minX && x <= maxX && y >= minY && y <= maxY; }
    bool overlaps(const Box& o) const {
        return minX <= o.maxX && o.minX <= maxX && minY <= o.maxY && o.minY <= maxY;
    }
    bool operator==(const Box&) const = default;
};
using LonLatBox = Box<LonLat>;            ///< degrees, west south east north
using ProjectedBox = Box<ProjectedPoint>; ///< metres
using ScreenBox = Box<ScreenPoint>;       ///< logical pixels

using LonLatLine = std::vector<LonLat>;
/// Rings of one area: outer boundaries and holes together, filled by the even-odd rule. Rings are not closed
/// (first != last).
using LonLatRings = std::vector<LonLatLine>;
using ProjectedLine = std::vector<ProjectedPoint>;
using ProjectedRings = std::vector<ProjectedLine>;

/// The region of the border, 118-133 E 37-46 N, and the wide map around it, 70-140 E 5-55 N.
inline constexpr LonLatBox borderRegion{118, 37, 133, 46};
inline constexpr LonLatBox wideRegion{70, 5, 140, 55};

} // namespace surplace::geo
