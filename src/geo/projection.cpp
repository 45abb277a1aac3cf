#include "geo/projection.hpp"
#include "core/error.hpp"
#include "geo/plane_transform.hpp"
#include <array>
#include <fmt/format.h>

namespace surplace::geo {

namespace {

struct Definition {
    ProjectionKind kind;
    std::string_view name;
    const char* proj;
};
constexpr std::array definitions{
    Definition{ProjectionKind::conformalConic, "conic",
               "+proj=lcc +lat_1=39.5 +lat_2=43.5 +lat_0=41.5 +lon_0=127 +ellps=WGS84 +units=m"},
    Definition{ProjectionKind::webMercator, "mercator", "+proj=webmerc +ellps=WGS84 +units=m"},
    Definition{ProjectionKind::equidistant, "equidistant",
               "+proj=aeqd +lat_0=41.5 +lon_0=127 +ellps=WGS84 +units=m"},
};

const Definition& definitionOf(ProjectionKind kind) {
    for (const auto& definition : definitions)
        if (definition.kind == kind)
            return definition;
    throw core::Error("unknown kind of projection");
}

/// PROJ gives a large but finite y for the poles on Mercator, where the true image is at infinity.
bool isBeyond(ProjectionKind kind, double latitudeDegrees) {
    return kind == ProjectionKind::webMercator && std::abs(latitudeDegrees) >= 90;
}

} // namespace

std::string_view name(ProjectionKind kind) {
    return definitionOf(kind).name;
}

std::optional<ProjectionKind> projectionByName(std::string_view name) {
    for (const auto& definition : definitions)
        if (definition.name == name)
            return definition.kind;
    return std::nullopt;
}

struct Projection::Impl {
    ProjectionKind kind;
    PlaneTransform plane;
};

Projection::Projection(ProjectionKind kind)
    : _impl(std::make_unique<Impl>(Impl{kind, PlaneTransform(definitionOf(kind).proj)})) {}
Projection::Projection(Projection&&) noexcept = default;
Projection& Projection::operator=(Projection&&) noexcept = default;
Projection::~Projection() = default;

ProjectionKind Projection::kind() const {
    return _impl->kind;
}

ProjectedPoint Projection::forward(LonLat position) const {
    const ProjectedPoint point = _impl->plane.forward(position);
    if (std::isnan(point.x) || isBeyond(kind(), position.latitudeDegrees))
        throw core::Error(fmt::format("the {} projection has no image of longitude {}, latitude {}",
                                      name(kind()), position.longitudeDegrees, position.latitudeDegrees));
    return point;
}

LonLat Projection::inverse(ProjectedPoint point) const {
    const LonLat position = _impl->plane.inverse(point);
    if (std::isnan(position.longitudeDegrees))
        throw core::Error(fmt::format("no position lies at x {}, y {} of the {} projection", point.x, point.y,
                                      name(kind())));
    return position;
}

ProjectedLine Projection::forward(std::span<const LonLat> positions) const {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    ProjectedLine points;
    points.reserve(positions.size());
    for (const auto& position : positions)
        points.push_back({position.longitudeDegrees,
                          isBeyond(kind(), position.latitudeDegrees) ? nan : position.latitudeDegrees});
    _impl->plane.forward(points);
    return points;
}

double Projection::groundMetersPerProjectedMeter(LonLat position) const {
    const double scale = _impl->plane.parallelScale(position);
    if (std::isnan(scale) || isBeyond(kind(), position.latitudeDegrees))
        throw core::Error(fmt::format("the {} projection has no scale at longitude {}, latitude {}",
                                      name(kind()), position.longitudeDegrees, position.latitudeDegrees));
    return 1 / scale;
}

} // namespace surplace::geo
