#include "scene/clusters.hpp"
#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace surplace::scene {

namespace {

constexpr double joinPixels = 36;

std::int64_t cellOf(std::int64_t column, std::int64_t row) {
    return column * 0x10000000 + row;
}

} // namespace

int halfOctaveOf(double metersPerPixel) {
    return static_cast<int>(std::floor(std::log2(metersPerPixel) * 2));
}

std::vector<std::uint32_t> clusterPlaces(const model::Casebook& casebook, const CasebookIndex& index,
                                         const geo::ProjectedLine& points, int halfOctave) {
    const double reach = joinPixels * std::exp2(halfOctave / 2.0);
    std::vector<std::uint32_t> standsAt(points.size());
    std::iota(standsAt.begin(), standsAt.end(), 0U);
    std::vector<std::uint32_t> order;
    for (std::uint32_t place = 0; place < points.size(); ++place)
        if (index.eventsAtPlace()[place] > 0 && std::isfinite(points[place].x))
            order.push_back(place);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return index.eventsAtPlace()[a] > index.eventsAtPlace()[b];
    });
    // The places with the most events lead; each other joins the nearest leader of its country within reach.
    std::unordered_map<std::int64_t, std::vector<std::uint32_t>> leaders;
    for (const std::uint32_t place : order) {
        const auto column = static_cast<std::int64_t>(std::floor(points[place].x / reach)),
                   row = static_cast<std::int64_t>(std::floor(points[place].y / reach));
        double nearest = reach;
        for (std::int64_t dx = -1; dx <= 1; ++dx)
            for (std::int64_t dy = -1; dy <= 1; ++dy) {
                const auto cell = leaders.find(cellOf(column + dx, row + dy));
                if (cell == leaders.end())
                    continue;
                for (const std::uint32_t leader : cell->second) {
                    const double distance =
                        std::hypot(points[leader].x - points[place].x, points[leader].y - points[place].y);
                    if (distance < nearest &&
                        casebook.places[leader].country == casebook.places[place].country) {
                        nearest = distance;
                        standsAt[place] = leader;
                    }
                }
            }
        if (standsAt[place] == place)
            leaders[cellOf(column, row)].push_back(place);
    }
    return standsAt;
}

} // namespace surplace::scene
