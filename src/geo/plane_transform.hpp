#pragma once
#include "geo/types.hpp"
#include <memory>
#include <string>

struct PJconsts;
struct pj_ctx;

namespace surplace::geo {

/// One projected plane of PROJ with a context of its own (network off, nothing printed); Projection is the
/// public face of it. Takes a bare operation ("+proj=lcc ..."), not a pipeline: that is the fastest way
/// through PROJ and needs no proj.db. One thread at a time.
class PlaneTransform {
public:
    /// Throws core::Error when PROJ does not understand the definition.
    explicit PlaneTransform(const std::string& definition);

    /// NaN where there is no image.
    ProjectedPoint forward(LonLat position) const;
    /// NaN where no position has this image.
    LonLat inverse(ProjectedPoint point) const;
    /// In place: comes with x = longitude and y = latitude in degrees, leaves with the plane's units or NaN.
    void forward(ProjectedLine& points) const;
    /// Scale factor along the parallel; NaN where it is undefined (poles).
    double parallelScale(LonLat position) const;

private:
    struct Close {
        void operator()(PJconsts* operation) const;
        void operator()(pj_ctx* context) const;
    };
    // The operation goes before its context.
    std::unique_ptr<pj_ctx, Close> _context;
    std::unique_ptr<PJconsts, Close> _operation;
};

} // namespace surplace::geo
