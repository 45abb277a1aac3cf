#pragma once
#include "geo/types.hpp"
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace surplace::geo {

enum class ProjectionKind {
    conformalConic, ///< Lambert conformal conic for the border region, standard parallels 39.5 and 43.5 N,
                    ///< centre 127 E 41.5 N
    webMercator,    ///< EPSG:3857
    equidistant     ///< azimuthal equidistant, centre 127 E 41.5 N
};
std::string_view
name(ProjectionKind kind); ///< "conic", "mercator", "equidistant": the words of the command line
std::optional<ProjectionKind> projectionByName(std::string_view name);

/// WGS 84 degrees to metres in a map plane and back, through PROJ. An instance serves one thread at a time:
/// each thread makes its own from kind().
class Projection {
public:
    explicit Projection(ProjectionKind kind);
    Projection(Projection&&) noexcept;
    Projection& operator=(Projection&&) noexcept;
    ~Projection();

    ProjectionKind kind() const;
    /// Throws core::Error where the projection has no image of the point.
    ProjectedPoint forward(LonLat position) const;
    LonLat inverse(ProjectedPoint point) const;
    /// Projects many points; those without an image become NaN.
    ProjectedLine forward(std::span<const LonLat> positions) const;
    /// Ground metres per projected metre along the parallel at a position (1 / scale factor): for scale bars
    /// and true sizes.
    double groundMetersPerProjectedMeter(LonLat position) const;

private:
    struct Impl;
    std::unique_ptr<Impl> _impl;
};

} // namespace surplace::geo
