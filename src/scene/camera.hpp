#pragma once
#include "geo/projection.hpp"
#include "geo/types.hpp"

namespace surplace::scene {

/// The view of the map: a projection, the point in the middle, the scale and the picture's size. North is up.
struct Camera {
    geo::ProjectionKind projection = geo::ProjectionKind::conformalConic;
    geo::ProjectedPoint center;
    double metersPerPixel = 1000; ///< projected metres per logical pixel
    int widthPixels = 1280;       ///< logical
    int heightPixels = 720;
    double scale = 1; ///< device pixels per logical pixel

    geo::ScreenPoint toScreen(geo::ProjectedPoint point) const {
        return {(point.x - center.x) / metersPerPixel + widthPixels / 2.0,
                heightPixels / 2.0 - (point.y - center.y) / metersPerPixel};
    }
    geo::ProjectedPoint fromScreen(geo::ScreenPoint point) const {
        return {center.x + (point.x - widthPixels / 2.0) * metersPerPixel,
                center.y - (point.y - heightPixels / 2.0) * metersPerPixel};
    }
    geo::ProjectedBox extent() const;
    int deviceWidth() const { return static_cast<int>(widthPixels * scale + 0.5); }
    int deviceHeight() const { return static_cast<int>(heightPixels * scale + 0.5); }
    bool operator==(const Camera&) const = default;
};

/// Nearest and farthest the map goes: about 50 m to 30 km per pixel.
inline constexpr double minMetersPerPixel = 50;
inline constexpr double maxMetersPerPixel = 30'000;

/// The camera whose picture holds the box (west south east north) with a margin in pixels, scale within the
/// limits.
Camera fit(const geo::LonLatBox& box, geo::ProjectionKind projection, int widthPixels, int heightPixels,
           double scale, double marginPixels = 24);
/// The border as a whole, both rivers and the places of transfer around them: the view at start.
Camera borderView(geo::ProjectionKind projection, int widthPixels, int heightPixels, double scale);
/// Zooms by a factor (2 = closer) so that the map under the anchor stays there; the scale stays within the
/// limits.
Camera zoomed(const Camera& camera, double factor, geo::ScreenPoint anchor);
/// Moves the map by screen pixels (a drag).
Camera panned(const Camera& camera, double dxPixels, double dyPixels);

} // namespace surplace::scene
