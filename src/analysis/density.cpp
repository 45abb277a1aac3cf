#include "analysis/density.hpp"
#include "core/error.hpp"
#include "geo/geodesic.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numbers>
#include <tuple>

namespace surplace::analysis {

namespace {

constexpr double earthRadiusKm = 6371.0088, radians = std::numbers::pi / 180;
constexpr double kmPerDegree = earthRadiusKm * radians;
/// Farther than so many bandwidths a kernel is below four millionths of its height.
constexpr double reachBandwidths = 5;

/// A spot with the weight of all that lies there.
struct Mass {
    geo::LonLat at;
    double weight = 0;
};

double distanceKm(geo::LonLat a, geo::LonLat b) {
    const double dLat = (b.latitudeDegrees - a.latitudeDegrees) * radians;
    const double dLon = (b.longitudeDegrees - a.longitudeDegrees) * radians;
    const double sinLat = std::sin(dLat / 2), sinLon = std::sin(dLon / 2);
    const double h = sinLat * sinLat + std::cos(a.latitudeDegrees * radians) *
                                           std::cos(b.latitudeDegrees * radians) * sinLon * sinLon;
    return 2 * earthRadiusKm * std::asin(std::min(1.0, std::sqrt(h)));
}

std::tuple<double, double> order(const Mass& mass) {
    return {mass.at.longitudeDegrees, mass.at.latitudeDegrees};
}

/// Root mean square distance from the middle along one axis, in kilometres.
double standardDistanceKm(const std::vector<Mass>& spots) {
    double weight = 0, east = 0, north = 0;
    for (const Mass& spot : spots) {
        weight += spot.weight;
        east += spot.weight * spot.at.longitudeDegrees;
        north += spot.weight * spot.at.latitudeDegrees;
    }
    const geo::LonLat middle{east / weight, north / weight};
    double squares = 0;
    for (const Mass& spot : spots) {
        const double distance = distanceKm(middle, spot.at);
        squares += spot.weight * distance * distance;
    }
    return std::sqrt(squares / weight / 2);
}

/// An area as a lattice of spots half a bandwidth apart, so fine that the kernels hide it.
std::vector<Mass> lattice(const Site& site, double bandwidthKm) {
    geo::LonLatBox box;
    for (const auto& ring : site.rings)
        for (const auto& p : ring)
            box.add(p.longitudeDegrees, p.latitudeDegrees);
    if (box.isEmpty())
        return {};
    const double middle = (box.minY + box.maxY) / 2;
    const auto count = [&](double degrees, double km) {
        return std::clamp(static_cast<int>(std::ceil(degrees * km / (bandwidthKm / 2))), 4, 200);
    };
    const int rows = count(box.height(), kmPerDegree);
    const int columns = count(box.width(), kmPerDegree * std::cos(middle * radians));
    std::vector<Mass> masses;
    double sum = 0;
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column) {
            const geo::LonLat at{box.minX + box.width() * (column + 0.5) / columns,
                                 box.minY + box.height() * (row + 0.5) / rows};
            if (!geo::contains(site.rings, at))
                continue;
            masses.push_back({at, std::cos(at.latitudeDegrees * radians)});
            sum += masses.back().weight;
        }
    for (Mass& mass : masses)
        mass.weight *= site.weight / sum;
    return masses;
}

/// All at one spot as one, in a fixed order.
std::vector<Mass> merged(std::vector<Mass> masses) {
    std::ranges::sort(masses, [](const Mass& a, const Mass& b) {
        return std::tuple_cat(order(a), std::tuple(a.weight)) <
               std::tuple_cat(order(b), std::tuple(b.weight));
    });
    std::vector<Mass> result;
    for (const Mass& mass : masses)
        if (!result.empty() && order(result.back()) == order(mass))
            result.back().weight += mass.weight;
        else
            result.push_back(mass);
    return result;
}

void layOut(Density& density, const std::vector<Mass>& masses) {
    geo::LonLatBox box;
    for (const Mass& mass : masses)
        box.add(mass.at.longitudeDegrees, mass.at.latitudeDegrees);
    const double marginKm = 3 * density.bandwidthKm, middle = (box.minY + box.maxY) / 2;
    const double kmPerDegreeEast = kmPerDegree * std::max(0.1, std::cos(middle * radians));
    box = {std::max(box.minX - marginKm / kmPerDegreeEast, -180.0),
           std::max(box.minY - marginKm / kmPerDegree, -85.0),
           std::min(box.maxX + marginKm / kmPerDegreeEast, 180.0),
           std::min(box.maxY + marginKm / kmPerDegree, 85.0)};
    density.box = box;
    const auto cells = [&](double degrees, double km) {
        return std::clamp(static_cast<int>(std::ceil(degrees * km / (density.bandwidthKm / 6))), 16, 360);
    };
    density.columns = cells(box.width(), kmPerDegreeEast);
    density.rows = cells(box.height(), kmPerDegree);
}

/// The sum of the kernels at every cell, each 1 at its own place.
std::vector<double> kernelSums(const Density& density, const std::vector<Mass>& masses) {
    const double h = density.bandwidthKm, reachKm = reachBandwidths * h;
    const double rowStep = density.box.height() / density.rows,
                 columnStep = density.box.width() / density.columns;
    std::vector<double> sums(static_cast<std::size_t>(density.columns) *
                             static_cast<std::size_t>(density.rows));
    for (const Mass& mass : masses)
        for (int row = 0; row < density.rows; ++row) {
            const double latitude = density.box.maxY - (row + 0.5) * rowStep;
            if (std::abs(latitude - mass.at.latitudeDegrees) * kmPerDegree > reachKm)
                continue;
            for (int column = 0; column < density.columns; ++column) {
                const geo::LonLat at{density.box.minX + (column + 0.5) * columnStep, latitude};
                const double d = distanceKm(mass.at, at);
                if (d <= reachKm)
                    sums[static_cast<std::size_t>(row) * static_cast<std::size_t>(density.columns) +
                         static_cast<std::size_t>(column)] += mass.weight * std::exp(-d * d / (2 * h * h));
            }
        }
    return sums;
}

} // namespace

Density densityOf(std::vector<Site> sites, long windowDays, std::optional<double> bandwidthKm,
                  const std::string& inWords) {
    std::erase_if(sites,
                  [](const Site& site) { return !(site.weight > 0) || (!site.at && site.rings.empty()); });
    Density density;
    density.events = static_cast<long>(sites.size());
    if (density.events < leastEventsForDensity)
        throw core::Error(
            fmt::format("{} {} with a place are too few for a density surface: it would show where few "
                        "reports happen to be as if it were a pattern. At least {} are needed",
                        density.events, inWords, leastEventsForDensity),
            {}, "Look at the marks or shade provinces instead, or choose a longer period or another kind.");
    if (bandwidthKm && !(*bandwidthKm >= 5 && *bandwidthKm <= 1000))
        throw core::Error(fmt::format("a bandwidth of {:g} km cannot be used", *bandwidthKm), {},
                          "Choose one from 5 to 1000 km.");
    std::vector<Mass> spots;
    for (const Site& site : sites)
        if (site.at)
            spots.push_back({*site.at, site.weight});
    spots = merged(std::move(spots));
    const double standard = spots.size() < 2 ? 0 : standardDistanceKm(spots);
    if (!bandwidthKm && !(standard > 0))
        throw core::Error("all of these events are at one spot or known only to areas: no bandwidth follows "
                          "from them",
                          {}, "Choose a bandwidth in kilometres.");
    density.bandwidthKm = bandwidthKm.value_or(
        std::clamp(standard * std::pow(static_cast<double>(density.events), -1.0 / 6), 5.0, 1000.0));
    for (const Site& site : sites)
        if (!site.at)
            for (const Mass& mass : lattice(site, density.bandwidthKm))
                spots.push_back(mass);
    spots = merged(std::move(spots));
    layOut(density, spots);
    constexpr double daysOfMonth = 30.4375, squareKm = 100;
    const double h = density.bandwidthKm;
    const double unit = squareKm * daysOfMonth / static_cast<double>(std::max(1L, windowDays)) /
                        (2 * std::numbers::pi * h * h);
    density.values.reserve(static_cast<std::size_t>(density.columns) *
                           static_cast<std::size_t>(density.rows));
    density.blankBelow = leastKernelSum * unit;
    for (const double sum : kernelSums(density, spots)) {
        density.values.push_back(static_cast<float>(sum * unit));
        density.largest = std::max(density.largest, sum < leastKernelSum ? 0 : sum * unit);
    }
    return density;
}

} // namespace surplace::analysis
