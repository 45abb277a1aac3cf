#pragma once
#include "geo/types.hpp"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace surplace::analysis {

/// Where one event was, as far as it is known, and how much of it lies in the window (0 to 1: the share of
/// its possible days).
struct Site {
    std::optional<geo::LonLat> at; ///< a spot; otherwise the event is spread evenly over `rings`
    geo::LonLatRings rings;
    double weight = 1;
};

/// Recorded events per 100 square kilometres and month (30.4375 days), on a grid of equal angles, row 0 in
/// the north.
struct Density {
    geo::LonLatBox box; ///< of the grid's outer edges
    int columns = 0, rows = 0;
    std::vector<float> values; ///< in the middle of each cell
    double blankBelow = 0;     ///< where a value is less, too little lies near for anything to be said
    double bandwidthKm = 0;
    long events = 0;
    double largest = 0; ///< of the values; 0 when all of them are blank
};

/// Below so many events no surface is drawn, only what they are (analysis needs no fewer to be fair).
inline constexpr long leastEventsForDensity = 30;
/// Where the sum of the kernels, each 1 at its own place, is below this, nothing is said.
inline constexpr double leastKernelSum = 5;

/// A Gaussian kernel over space, by great-circle distance (radius 6371.0088 km), summed at each cell. The
/// default bandwidth is s * n^(-1/6), s the standard distance of the spots along one axis and n their number.
/// No correction is made at coasts or borders. The same for any order of the sites, within rounding: they are
/// sorted first. `inWords` names the events in the error ("recorded detentions").
/// Throws core::Error with fewer than 30 sites of positive weight, without a spot to take a bandwidth from,
/// or with a bandwidth outside 5 to 1000 km.
Density densityOf(std::vector<Site> sites, long windowDays, std::optional<double> bandwidthKm,
                  const std::string& inWords);

} // namespace surplace::analysis
