#include "geo/types.hpp"
#include "core/error.hpp"
#include <fmt/format.h>

namespace surplace::geo {

LonLat LonLat::make(double longitudeDegrees, double latitudeDegrees) {
    if (!isValid(longitudeDegrees, latitudeDegrees))
        throw core::Error(fmt::format("longitude {}, latitude {} is not a position on the globe",
                                      longitudeDegrees, latitudeDegrees),
                          {}, "Give degrees: longitude -180 to 180, latitude -90 to 90.");
    return {longitudeDegrees, latitudeDegrees};
}

} // namespace surplace::geo
