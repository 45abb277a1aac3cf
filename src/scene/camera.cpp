#include "scene/camera.hpp"
#include <algorithm>
#include <vector>

namespace surplace::scene {

namespace {

/// Both rivers with Shenyang, Changchun, Dandong, Yanji and the mouth of the Tumen; more sea than needed in
/// the south-east, where the legend stands, and room below for the line of sources.
constexpr geo::LonLatBox borderBox{122.7, 39.3, 132.3, 43.95};

/// The box's outline in the plane: its edges are curves there, so corners alone would not hold it.
geo::ProjectedBox projectedBox(const geo::LonLatBox& box, geo::ProjectionKind kind) {
    constexpr int steps = 32;
    const auto latitude = [](double degrees) { return std::clamp(degrees, -85.0, 85.0); };
    std::vector<geo::LonLat> outline;
    for (int i = 0; i <= steps; ++i) {
        const double part = static_cast<double>(i) / steps;
        const double longitude = box.minX + part * box.width();
        const double y = latitude(box.minY + part * box.height());
        outline.push_back({longitude, latitude(box.minY)});
        outline.push_back({longitude, latitude(box.maxY)});
        outline.push_back({box.minX, y});
        outline.push_back({box.maxX, y});
    }
    geo::ProjectedBox projected;
    for (const auto& point : geo::Projection(kind).forward(outline))
        if (std::isfinite(point.x) && std::isfinite(point.y))
            projected.add(point.x, point.y);
    return projected;
}

double withinLimits(double metersPerPixel) {
    return std::clamp(metersPerPixel, minMetersPerPixel, maxMetersPerPixel);
}

} // namespace

geo::ProjectedBox Camera::extent() const {
    const double halfWidth = widthPixels * metersPerPixel / 2;
    const double halfHeight = heightPixels * metersPerPixel / 2;
    return {center.x - halfWidth, center.y - halfHeight, center.x + halfWidth, center.y + halfHeight};
}

Camera fit(const geo::LonLatBox& box, geo::ProjectionKind projection, int widthPixels, int heightPixels,
           double scale, double marginPixels) {
    Camera camera;
    camera.projection = projection;
    camera.widthPixels = widthPixels;
    camera.heightPixels = heightPixels;
    camera.scale = scale;
    if (box.isEmpty())
        return borderView(projection, widthPixels, heightPixels, scale);
    const geo::ProjectedBox projected = projectedBox(box, projection);
    if (projected.isEmpty())
        return borderView(projection, widthPixels, heightPixels, scale);
    camera.center = {(projected.minX + projected.maxX) / 2, (projected.minY + projected.maxY) / 2};
    const double roomX = std::max(widthPixels - 2 * marginPixels, 1.0);
    const double roomY = std::max(heightPixels - 2 * marginPixels, 1.0);
    camera.metersPerPixel = withinLimits(std::max(projected.width() / roomX, projected.height() / roomY));
    return camera;
}

Camera borderView(geo::ProjectionKind projection, int widthPixels, int heightPixels, double scale) {
    return fit(borderBox, projection, widthPixels, heightPixels, scale, 0);
}

Camera zoomed(const Camera& camera, double factor, geo::ScreenPoint anchor) {
    if (!(factor > 0) || !std::isfinite(factor))
        return camera;
    const geo::ProjectedPoint fixed = camera.fromScreen(anchor);
    Camera result = camera;
    result.metersPerPixel = withinLimits(camera.metersPerPixel / factor);
    const geo::ProjectedPoint moved = result.fromScreen(anchor);
    result.center.x += fixed.x - moved.x;
    result.center.y += fixed.y - moved.y;
    return result;
}

Camera panned(const Camera& camera, double dxPixels, double dyPixels) {
    Camera result = camera;
    result.center.x -= dxPixels * camera.metersPerPixel;
    result.center.y += dyPixels * camera.metersPerPixel;
    return result;
}

} // namespace surplace::scene
