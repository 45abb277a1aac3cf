#include "scene/clusters.hpp"
#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace surplace::scene {

namespace {

constexpr double joinPixels = 36;
/// About 8 m per pixel: closer, towns are apart, and nothing finer than a town is drawn.
constexpr int closestHalfOctave = 6;

double metersPerPixelOf(int halfOctave) {
    return std::exp2(halfOctave / 2.0);
}

/// Leaders by cells as wide as they reach, chained in a table of buckets. Cells that share a bucket only cost
/// a look.
class LeaderGrid {
public:
    LeaderGrid(std::size_t most, double cellMeters)
        : _cellMeters(cellMeters), _heads(std::bit_ceil(2 * most + 1), nowhere) {}

    void add(std::uint32_t leader, geo::ProjectedPoint at) {
        std::uint32_t& head = _heads[bucketOf(cell(at.x), cell(at.y))];
        _entries.push_back({leader, head});
        head = static_cast<std::uint32_t>(_entries.size() - 1);
    }
    template <class Visit>
    void around(geo::ProjectedPoint at, Visit visit) const {
        for (std::int64_t dx = -1; dx <= 1; ++dx)
            for (std::int64_t dy = -1; dy <= 1; ++dy)
                for (std::uint32_t i = _heads[bucketOf(cell(at.x) + dx, cell(at.y) + dy)]; i != nowhere;
                     i = _entries[i].next)
                    visit(_entries[i].leader);
    }

private:
    struct Entry {
        std::uint32_t leader, next;
    };
    std::int64_t cell(double meters) const {
        return static_cast<std::int64_t>(std::floor(meters / _cellMeters));
    }
    std::size_t bucketOf(std::int64_t column, std::int64_t row) const {
        const auto mixed = static_cast<std::uint64_t>(column) * 0x9E3779B97F4A7C15U ^
                           static_cast<std::uint64_t>(row) * 0xC2B2AE3D27D4EB4FU;
        return (mixed ^ (mixed >> 29U)) & (_heads.size() - 1);
    }

    double _cellMeters;
    std::vector<std::uint32_t> _heads;
    std::vector<Entry> _entries;
};

} // namespace

int halfOctaveOf(double metersPerPixel) {
    return static_cast<int>(std::floor(std::log2(metersPerPixel) * 2));
}

PlaceClusters::PlaceClusters(const model::Casebook& casebook, const CasebookIndex& index,
                             geo::ProjectedLine points)
    : _points(std::move(points)), _extent(_points.size(), 0) {
    std::unordered_map<std::string, std::uint32_t> countries;
    for (std::uint32_t place = 0; place < _points.size(); ++place) {
        const auto next = static_cast<std::uint32_t>(countries.size());
        _country.push_back(countries.emplace(casebook.places[place].country, next).first->second);
        if (index.eventsAtPlace()[place] > 0 && std::isfinite(_points[place].x))
            _leaders.push_back(place);
    }
    std::ranges::stable_sort(_leaders, [&](std::uint32_t a, std::uint32_t b) {
        return index.eventsAtPlace()[a] > index.eventsAtPlace()[b];
    });
    _levels.emplace_back(_points.size());
    std::iota(_levels.front().begin(), _levels.front().end(), 0U);
}

/// The places with the most events lead; each other joins the nearest leader of its country within reach,
/// with all that it leads itself, unless one of these would then stand too far from its place.
void PlaceClusters::addLevel() {
    const int halfOctave = closestHalfOctave + static_cast<int>(_levels.size()) - 1;
    const double scale = metersPerPixelOf(halfOctave), reach = joinPixels * scale;
    const double farthest = farthestJoinedPixels * scale;
    std::vector<std::uint32_t> joins(_points.size(), nowhere);
    LeaderGrid grid(_leaders.size(), reach);
    std::vector<std::uint32_t> left;
    for (const std::uint32_t place : _leaders) {
        double nearest = std::min(reach, farthest - _extent[place]);
        grid.around(_points[place], [&](std::uint32_t leader) {
            const double distance =
                std::hypot(_points[leader].x - _points[place].x, _points[leader].y - _points[place].y);
            if (distance < nearest && _country[leader] == _country[place]) {
                nearest = distance;
                joins[place] = leader;
            }
        });
        if (joins[place] != nowhere)
            continue;
        grid.add(place, _points[place]);
        left.push_back(place);
    }
    std::vector<std::uint32_t> standsAt = _levels.back();
    for (std::uint32_t place = 0; place < standsAt.size(); ++place) {
        std::uint32_t& leader = standsAt[place];
        if (joins[leader] == nowhere)
            continue;
        leader = joins[leader];
        _extent[leader] = std::max(_extent[leader], std::hypot(_points[leader].x - _points[place].x,
                                                               _points[leader].y - _points[place].y));
    }
    _leaders = std::move(left);
    _levels.push_back(std::move(standsAt));
}

const std::vector<std::uint32_t>& PlaceClusters::at(int halfOctave) {
    // Level 0 joins nothing.
    const auto level = static_cast<std::size_t>(std::max(0, halfOctave - closestHalfOctave + 1));
    while (_levels.size() <= level)
        addLevel();
    return _levels[level];
}

} // namespace surplace::scene
