#include "analysis/units.hpp"
#include "geo/geodesic.hpp"
#include <algorithm>
#include <cmath>
#include <numbers>

namespace surplace::analysis {

namespace {

constexpr double joinMeters = 5'000, offTheLineMeters = 30'000, sameSpotMeters = 2'000;

double distance(geo::LonLat a, geo::LonLat b) {
    return geo::geodesicBetween(a, b).distanceMeters;
}

/// The parts as one line, from the westernmost end on; what meets no end is left out.
geo::LonLatLine joined(std::vector<geo::LonLatLine> parts) {
    std::erase_if(parts, [](const auto& part) { return part.size() < 2; });
    if (parts.empty())
        return {};
    const auto westOf = [](const geo::LonLatLine& part) {
        return std::min(part.front().longitudeDegrees, part.back().longitudeDegrees);
    };
    const auto first =
        std::ranges::min_element(parts, {}, [&](const auto& part) { return westOf(part); }) - parts.begin();
    geo::LonLatLine line = std::move(parts[static_cast<std::size_t>(first)]);
    parts.erase(parts.begin() + first);
    if (line.back().longitudeDegrees < line.front().longitudeDegrees)
        std::ranges::reverse(line);
    while (!parts.empty()) {
        const auto gapOf = [&](const geo::LonLatLine& part) {
            return std::min(distance(line.back(), part.front()), distance(line.back(), part.back()));
        };
        const auto next = std::ranges::min_element(parts, {}, gapOf);
        if (gapOf(*next) > joinMeters)
            break;
        if (distance(line.back(), next->back()) < distance(line.back(), next->front()))
            std::ranges::reverse(*next);
        line.insert(line.end(), next->begin() + (next->front() == line.back() ? 1 : 0), next->end());
        parts.erase(next);
    }
    return line;
}

/// A place along the line.
struct Station {
    double alongMeters = 0;
    double offMeters = 0; ///< how far from the line
};

std::vector<double> metersAlong(const geo::LonLatLine& line) {
    std::vector<double> along{0};
    for (std::size_t i = 1; i < line.size(); ++i)
        along.push_back(along.back() + distance(line[i - 1], line[i]));
    return along;
}

geo::LonLat between(geo::LonLat a, geo::LonLat b, double part) {
    return {a.longitudeDegrees + part * (b.longitudeDegrees - a.longitudeDegrees),
            a.latitudeDegrees + part * (b.latitudeDegrees - a.latitudeDegrees)};
}

Station stationOf(const geo::LonLatLine& line, const std::vector<double>& along, geo::LonLat at) {
    // Edges are short: in a plane that is true at the place the nearest one is the nearest.
    const double shrink = std::cos(at.latitudeDegrees * std::numbers::pi / 180);
    std::size_t best = 1;
    double bestPart = 0, nearest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double ax = (line[i - 1].longitudeDegrees - at.longitudeDegrees) * shrink,
                     ay = line[i - 1].latitudeDegrees - at.latitudeDegrees;
        const double dx = (line[i].longitudeDegrees - line[i - 1].longitudeDegrees) * shrink,
                     dy = line[i].latitudeDegrees - line[i - 1].latitudeDegrees;
        const double length = dx * dx + dy * dy;
        const double part = length > 0 ? std::clamp(-(ax * dx + ay * dy) / length, 0.0, 1.0) : 0;
        const double far = std::hypot(ax + part * dx, ay + part * dy);
        if (far < nearest) {
            nearest = far;
            best = i;
            bestPart = part;
        }
    }
    return {along[best - 1] + bestPart * (along[best] - along[best - 1]),
            distance(at, between(line[best - 1], line[best], bestPart))};
}

/// The piece of the line between two stations.
geo::LonLatLine piece(const geo::LonLatLine& line, const std::vector<double>& along, double from, double to) {
    const auto at = [&](double meters) {
        const auto next = std::ranges::upper_bound(along, meters);
        const auto i =
            std::clamp<std::ptrdiff_t>(next - along.begin(), 1, static_cast<std::ptrdiff_t>(line.size()) - 1);
        const auto k = static_cast<std::size_t>(i);
        const double length = along[k] - along[k - 1];
        return between(line[k - 1], line[k], length > 0 ? (meters - along[k - 1]) / length : 0);
    };
    geo::LonLatLine result{at(from)};
    for (std::size_t i = 0; i < line.size(); ++i)
        if (along[i] > from && along[i] < to)
            result.push_back(line[i]);
    result.push_back(at(to));
    return result;
}

struct Crossing {
    const model::Place* place = nullptr;
    double alongMeters = 0;
    bool isOfficial = false;
};

std::vector<Crossing> crossingsOn(const geo::LonLatLine& line, const std::vector<double>& along,
                                  const model::Casebook& casebook) {
    std::vector<Crossing> crossings;
    for (const model::Place& place : casebook.places) {
        const bool isOfBorder = place.country == "CN-KP" || place.country == "KP-CN";
        if (place.kind != model::PlaceKind::crossing || !place.position || !isOfBorder)
            continue;
        const Station station = stationOf(line, along, *place.position);
        if (station.offMeters <= offTheLineMeters)
            crossings.push_back({&place, station.alongMeters, place.officialCrossing.starts_with("yes")});
    }
    return crossings;
}

/// Crossings that share a reach, in the order of the casebook.
struct Knot {
    std::vector<Crossing> crossings;
    double alongMeters = 0; ///< of the first
};

bool belongTogether(const Crossing& a, const Crossing& b) {
    const bool sameBanks = !a.place->cnSide.empty() && !a.place->kpSide.empty() &&
                           a.place->cnSide == b.place->cnSide && a.place->kpSide == b.place->kpSide;
    return sameBanks || std::abs(a.alongMeters - b.alongMeters) < sameSpotMeters;
}

std::vector<Knot> knotsOf(const std::vector<Crossing>& crossings) {
    std::vector<Knot> knots;
    for (const Crossing& crossing : crossings) {
        if (!crossing.isOfficial)
            continue;
        const auto known = std::ranges::find_if(knots, [&](const Knot& knot) {
            return std::ranges::any_of(
                knot.crossings, [&](const Crossing& other) { return belongTogether(crossing, other); });
        });
        if (known == knots.end())
            knots.push_back({{crossing}, crossing.alongMeters});
        else
            known->crossings.push_back(crossing);
    }
    std::ranges::stable_sort(knots, {}, &Knot::alongMeters);
    return knots;
}

/// "Tumen-Namyang (road bridge)" without the remark.
std::string withoutRemark(const std::string& name) {
    std::string result = name.substr(0, std::min(name.find(" ("), name.find("(")));
    while (result.ends_with(' '))
        result.pop_back();
    return result.empty() ? name : result;
}

} // namespace

Units borderReaches(const std::vector<geo::LonLatLine>& parts, const model::Casebook& casebook) {
    Units result;
    result.basis = Basis::reaches;
    result.title = "border reach";
    const geo::LonLatLine line = joined(parts);
    if (line.size() < 2)
        return result;
    const std::vector<double> along = metersAlong(line);
    const std::vector<Crossing> crossings = crossingsOn(line, along, casebook);
    const std::vector<Knot> knots = knotsOf(crossings);
    std::vector<double> cuts{0};
    for (std::size_t i = 1; i < knots.size(); ++i)
        cuts.push_back((knots[i - 1].alongMeters + knots[i].alongMeters) / 2);
    cuts.push_back(along.back());
    for (std::size_t i = 0; i < knots.size(); ++i) {
        const model::Place& first = *knots[i].crossings.front().place;
        Unit& unit = result.units.emplace_back();
        unit.id = first.id;
        unit.nameEn = withoutRemark(first.nameEn);
        unit.nameZh = withoutRemark(first.nameZh);
        unit.nameKo = withoutRemark(first.nameKo);
        unit.line = piece(line, along, cuts[i], cuts[i + 1]);
        for (const Crossing& crossing : knots[i].crossings)
            unit.crossings.push_back(crossing.place->id);
        for (const auto& point : unit.line)
            unit.box.add(point.longitudeDegrees, point.latitudeDegrees);
    }
    for (const Crossing& crossing : crossings)
        if (!crossing.isOfficial && !result.units.empty()) {
            const auto reach = std::ranges::upper_bound(cuts, crossing.alongMeters) - cuts.begin() - 1;
            const auto i =
                std::clamp<std::ptrdiff_t>(reach, 0, static_cast<std::ptrdiff_t>(result.units.size()) - 1);
            result.units[static_cast<std::size_t>(i)].crossings.push_back(crossing.place->id);
        }
    return result;
}

} // namespace surplace::analysis
