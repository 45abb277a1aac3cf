#include "basemap/borders.hpp"
#include <bit>
#include <unordered_map>

namespace surplace::basemap {

namespace {

struct Edge {
    geo::LonLat from, to;
    bool operator==(const Edge&) const = default;
};

struct EdgeHash {
    std::size_t operator()(const Edge& edge) const {
        std::uint64_t hash = 0;
        for (const double value : {edge.from.longitudeDegrees, edge.from.latitudeDegrees,
                                   edge.to.longitudeDegrees, edge.to.latitudeDegrees})
            hash = (std::rotl(hash, 23) ^ std::bit_cast<std::uint64_t>(value)) * 0x9E3779B97F4A7C15U;
        return hash ^ hash >> 32;
    }
};

/// Areas by edge as their own rings run; a neighbour runs along the same edge the other way.
using Owners = std::unordered_map<Edge, std::size_t, EdgeHash>;

/// Calls `visit` with each edge of each ring, the closing one too.
template <class Visit>
void forEachEdge(const geo::LonLatLine& ring, const Visit& visit) {
    for (std::size_t i = 0; i < ring.size(); ++i)
        visit(Edge{ring[i], ring[i + 1 == ring.size() ? 0 : i + 1]});
}

Owners ownersOf(const std::vector<Area>& areas) {
    std::size_t vertices = 0;
    for (const Area& area : areas)
        for (const geo::LonLatLine& ring : area.rings)
            vertices += ring.size();
    Owners owners;
    owners.reserve(vertices);
    for (std::size_t i = 0; i < areas.size(); ++i)
        for (const geo::LonLatLine& ring : areas[i].rings)
            forEachEdge(ring, [&](const Edge& edge) { owners.emplace(edge, i); });
    return owners;
}

} // namespace

std::vector<Line>
bordersBetween(const std::vector<Area>& areas,
               const std::function<std::optional<LineKind>(const Area&, const Area&)>& kindOf) {
    const Owners owners = ownersOf(areas);
    std::vector<Line> lines;
    for (std::size_t here = 0; here < areas.size(); ++here)
        for (const geo::LonLatLine& ring : areas[here].rings) {
            std::size_t previous = here; // the neighbour along the edge before; `here` stands for none
            forEachEdge(ring, [&](const Edge& edge) {
                const auto found = owners.find({edge.to, edge.from});
                // Each line is taken from the first of its two areas.
                const std::size_t neighbour =
                    found == owners.end() || found->second < here ? here : found->second;
                if (neighbour != here && neighbour != previous) {
                    if (const auto kind = kindOf(areas[here], areas[neighbour]))
                        lines.push_back({*kind, {}, *kind == LineKind::disputed, {edge.from, edge.to}});
                } else if (neighbour != here && !lines.empty() && lines.back().points.back() == edge.from) {
                    lines.back().points.push_back(edge.to);
                }
                previous = neighbour;
            });
        }
    return lines;
}

} // namespace surplace::basemap
