#include "geo/plane_transform.hpp"
#include "core/error.hpp"
#include <proj.h>

namespace surplace::geo {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double radiansPerDegree = 3.14159265358979323846 / 180;

/// What PROJ is handed for a position: radians, or HUGE_VAL, which it passes through, for a position off the
/// globe.
ProjectedPoint inRadians(double longitudeDegrees, double latitudeDegrees) {
    if (!LonLat::isValid(longitudeDegrees, latitudeDegrees))
        return {HUGE_VAL, HUGE_VAL};
    return {longitudeDegrees * radiansPerDegree, latitudeDegrees * radiansPerDegree};
}

ProjectedPoint finiteOrNan(double x, double y) {
    return std::isfinite(x) && std::isfinite(y) ? ProjectedPoint{x, y} : ProjectedPoint{nan, nan};
}

} // namespace

void PlaneTransform::Close::operator()(PJconsts* operation) const {
    proj_destroy(operation);
}
void PlaneTransform::Close::operator()(pj_ctx* context) const {
    proj_context_destroy(context);
}

PlaneTransform::PlaneTransform(const std::string& definition) : _context(proj_context_create()) {
    proj_context_set_enable_network(_context.get(), 0);
    // Failures come back as values and become errors of ours; PROJ would print them as well.
    proj_log_level(_context.get(), PJ_LOG_NONE);
    _operation.reset(proj_create(_context.get(), definition.c_str()));
    if (!_operation) {
        const char* reason = proj_context_errno_string(_context.get(), proj_context_errno(_context.get()));
        throw core::Error("PROJ does not understand the projection '" + definition + "'" +
                          (reason == nullptr ? "" : ": " + std::string(reason)));
    }
}

ProjectedPoint PlaneTransform::forward(LonLat position) const {
    const ProjectedPoint radians = inRadians(position.longitudeDegrees, position.latitudeDegrees);
    const PJ_COORD image = proj_trans(_operation.get(), PJ_FWD, proj_coord(radians.x, radians.y, 0, 0));
    return finiteOrNan(image.xy.x, image.xy.y);
}

LonLat PlaneTransform::inverse(ProjectedPoint point) const {
    if (!std::isfinite(point.x) || !std::isfinite(point.y))
        return {nan, nan};
    const PJ_COORD image = proj_trans(_operation.get(), PJ_INV, proj_coord(point.x, point.y, 0, 0));
    const ProjectedPoint degrees =
        finiteOrNan(image.lp.lam / radiansPerDegree, image.lp.phi / radiansPerDegree);
    return {degrees.x, degrees.y};
}

void PlaneTransform::forward(ProjectedLine& points) const {
    if (points.empty())
        return;
    for (auto& point : points)
        point = inRadians(point.x, point.y);
    proj_trans_generic(_operation.get(), PJ_FWD, &points[0].x, sizeof(ProjectedPoint), points.size(),
                       &points[0].y, sizeof(ProjectedPoint), points.size(), nullptr, 0, 0, nullptr, 0, 0);
    for (auto& point : points)
        point = finiteOrNan(point.x, point.y);
}

double PlaneTransform::parallelScale(LonLat position) const {
    const ProjectedPoint radians = inRadians(position.longitudeDegrees, position.latitudeDegrees);
    if (!std::isfinite(radians.x))
        return nan;
    proj_errno_reset(_operation.get());
    const PJ_FACTORS factors = proj_factors(_operation.get(), proj_coord(radians.x, radians.y, 0, 0));
    const bool failed = proj_errno_reset(_operation.get()) != 0;
    return failed || !(factors.parallel_scale > 0) || !std::isfinite(factors.parallel_scale)
               ? nan
               : factors.parallel_scale;
}

} // namespace surplace::geo
