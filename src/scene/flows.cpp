#include "scene/flows.hpp"
#include "scene/frame.hpp"
#include "scene/palette.hpp"
#include "timeline/matcher.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <numbers>
#include <unordered_map>

/// Flows: each incident once, from where its people were first told to be to where they were last.
namespace surplace::scene {

namespace {

constexpr int mostLinks = 8; // stages of stages: more would be a circle

/// Where an event's people end, as far as it says so to a town.
std::uint32_t endOf(const model::Casebook& casebook, const CasebookIndex& index, std::uint32_t event) {
    const EventInfo& info = index.events()[event];
    if (info.leg != nowhere)
        return index.legs()[info.leg].to;
    const auto& to = casebook.events[event].toPlaceId;
    // A detention's further places are words only, as for legs.
    const std::size_t place = to.empty() || info.kind == model::EventKind::detention
                                  ? casebook.places.size()
                                  : casebook.places.indexOf(to);
    if (place < casebook.places.size())
        return casebook.places[place].position && casebook.places[place].kind <= model::PlaceKind::crossing
                   ? static_cast<std::uint32_t>(place)
                   : nowhere;
    return info.footing == Footing::mark ? info.place : nowhere;
}

/// The incident that a stage continues, by way of other stages.
std::uint32_t rootOf(const model::Casebook& casebook, std::uint32_t stage) {
    std::size_t event = stage;
    for (int i = 0; i < mostLinks && casebook.events[event].role == model::Role::stageOf; ++i) {
        event = casebook.events.indexOf(casebook.events[event].roleOf);
        if (event >= casebook.events.size())
            return nowhere;
    }
    return casebook.events[event].role == model::Role::event ? static_cast<std::uint32_t>(event) : nowhere;
}

/// How many incidents each case begins with: of several, nobody says which one a stage continues.
std::unordered_map<model::Id, int> beginningsOf(const model::Casebook& casebook) {
    std::unordered_map<model::Id, int> beginnings;
    for (const auto& event : casebook.events)
        if (event.role == model::Role::event && !event.caseId.empty() && !model::isContext(event.kind))
            ++beginnings[event.caseId];
    return beginnings;
}

void addStages(const model::Casebook& casebook, const CasebookIndex& index, timeline::Matcher& matcher,
               std::vector<FlowRoute>& routes) {
    std::unordered_map<std::uint32_t, std::size_t> routeOf;
    for (std::size_t i = 0; i < routes.size(); ++i)
        routeOf[routes[i].event] = i;
    const auto beginnings = beginningsOf(casebook);
    for (std::uint32_t i = 0; i < casebook.events.size(); ++i) {
        const model::Event& event = casebook.events[i];
        if (event.role != model::Role::stageOf || event.assertion == model::Assertion::feared ||
            model::isContext(event.kind) || !matcher.passes(event))
            continue;
        const auto route = routeOf.find(rootOf(casebook, i));
        if (route == routeOf.end())
            continue;
        const auto parallel = beginnings.find(casebook.events[routes[route->second].event].caseId);
        if (parallel == beginnings.end() || parallel->second <= 1)
            routes[route->second].stops.push_back({i, endOf(casebook, index, i)});
    }
    const auto order = [&](const FlowStop& stop) {
        return casebook.events[stop.event].sequence.value_or(std::numeric_limits<int>::max());
    };
    for (auto& route : routes)
        std::ranges::stable_sort(route.stops, {}, order);
}

/// Where an incident's people can have come to by a day: the stages that have certainly happened, and then
/// each that may have.
std::vector<std::uint32_t> endsBy(const Frame& frame, const FlowRoute& route, timeline::Day last) {
    std::vector<std::uint32_t> ends{route.destination};
    for (const auto& stop : route.stops) {
        const timeline::Span& span = frame.timeline.span(stop.event);
        if (!span.hasDays || span.earliest > last)
            continue;
        // An interval of a holding is how long it lasted: from its first day on people were there.
        const bool hasHappened = span.isDuration || span.latest <= last;
        if (hasHappened)
            ends.clear();
        if (std::ranges::count(ends, stop.place) == 0)
            ends.push_back(stop.place);
    }
    return ends;
}

FlowMatrix matrixOf(Frame& frame) {
    FlowMatrix matrix;
    const timeline::Day last = timeline::windowOf(frame.view.moment).last;
    for (const auto& route : frame.routes) {
        const auto visible =
            std::ranges::lower_bound(frame.visible, route.event, {}, &timeline::Visible::event);
        if (visible == frame.visible.end() || visible->event != route.event || visible->opacity <= 0)
            continue;
        const auto stand = [&](std::uint32_t place) {
            return place == nowhere ? nowhere : frame.standsAt(place);
        };
        const model::EventKind kind = frame.index.events()[route.event].kind;
        const auto ends = endsBy(frame, route, last);
        const bool isCertain = visible->presence == timeline::Presence::certain;
        frame.signs.flows.totals[kind].all.add(isCertain);
        for (const std::uint32_t end : ends) {
            FlowCell& cell = matrix[{stand(route.origin), stand(end), kind, false, false}];
            cell.incidents.add(isCertain && ends.size() == 1);
            cell.opacity = std::max(cell.opacity, static_cast<float>(drawnOpacity(frame, *visible) *
                                                                     frame.emphasis(route.event)));
            cell.events.push_back(route.event);
            for (const auto& stop : route.stops)
                cell.events.push_back(stop.event);
        }
    }
    return matrix;
}

bool isOnPicture(const Frame& frame, std::uint32_t place) {
    return frame.isSeen(frame.view.camera.toScreen(frame.placePoints[place]));
}

void addTo(Incidents& sum, const Incidents& more) {
    sum.certain += more.certain;
    sum.most += more.most;
}

void drawSelf(Frame& frame, const LineKey& key, FlowCell& cell, int rank) {
    const auto at = frame.view.camera.toScreen(frame.placePoints[key.from]);
    const float width = std::min(flowWidth(cell.incidents.certain), 6.0F);
    Path ring;
    ring.closed = true;
    constexpr int points = 40;
    const double radius = 8 + 6.5 * rank;
    for (int i = 0; i < points; ++i) {
        const double angle = 2 * std::numbers::pi * i / points;
        ring.points.push_back({at.x + radius * std::cos(angle), at.y + radius * std::sin(angle)});
    }
    ring.stroke = {frame.palette.symbolOf(key.kind).color, width,
                   cell.incidents.certain == 0 ? std::vector<float>{4, 3} : std::vector<float>{}, false};
    ring.opacity = cell.opacity;
    frame.signs.flows.hasRing = true;
    frame.signs.flows.hasOnlyPossible |= cell.incidents.certain == 0;
    frame.scene.targets.push_back({at, radius + width / 2, std::move(cell.events), {}, {}, TargetKind::leg});
    frame.scene.map.paths.push_back(std::move(ring));
}

/// A line whose other end is outside is a short piece with the name of that end.
std::vector<geo::ScreenPoint> lineOf(Frame& frame, const LineKey& key, float opacity) {
    const auto from = frame.view.camera.toScreen(frame.placePoints[key.from]),
               to = frame.view.camera.toScreen(frame.placePoints[key.to]);
    const bool seesFrom = frame.isSeen(from), seesTo = frame.isSeen(to);
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    if (length < 12)
        return {};
    constexpr double clear = 7, stubPixels = 46;
    if (seesFrom && seesTo) {
        auto points = arcPoints(from, to, frame.flowLanes.bulgeOf(key, length),
                                std::clamp(static_cast<int>(length / 5), 16, 96));
        std::erase_if(points, [&](geo::ScreenPoint p) {
            return std::hypot(p.x - from.x, p.y - from.y) < clear ||
                   std::hypot(p.x - to.x, p.y - to.y) < clear;
        });
        return points;
    }
    const auto here = seesFrom ? from : to;
    const double sign = seesFrom ? 1 : -1;
    const geo::ScreenPoint out{(to.x - from.x) / length * sign, (to.y - from.y) / length * sign};
    const geo::ScreenPoint near{here.x + out.x * clear, here.y + out.y * clear},
        far{near.x + out.x * stubPixels, near.y + out.y * stubPixels};
    frame.stubs.push_back(
        {far, out, seesFrom ? key.to : key.from, !seesFrom, opacity, frame.palette.symbolOf(key.kind).color});
    return seesFrom ? std::vector{near, far} : std::vector{far, near};
}

void drawFlow(Frame& frame, const LineKey& key, FlowCell& cell) {
    auto points = lineOf(frame, key, cell.opacity);
    if (points.size() < 2)
        return;
    FlowSigns& signs = frame.signs.flows;
    const auto& [certain, most] = cell.incidents;
    const Color color = frame.palette.symbolOf(key.kind).color;
    if (most > certain) {
        frame.scene.map.paths.push_back({points, {color, flowWidth(most), {}, false}, cell.opacity * 0.3});
        signs.hasBand = true;
    }
    Path line{points, {color, flowWidth(certain), {}, false}, cell.opacity};
    if (certain == 0) {
        line.stroke.dashPixels = {5, 4};
        signs.hasOnlyPossible = true;
    } else {
        signs.figures.insert(certain);
    }
    line.arrowAtEnd = true;
    line.arrowPixels = 8 + 1.4 * flowWidth(certain);
    for (const std::uint32_t end : {key.from, key.to})
        if (isOnPicture(frame, end) && (frame.groupOf.empty() || frame.groupOf[end] == nowhere))
            frame.bareEnds.insert(end);
    frame.scene.targets.push_back(
        {points[points.size() / 2], 0, std::move(cell.events), {}, std::move(points), TargetKind::leg});
    frame.scene.map.paths.push_back(std::move(line));
}

} // namespace

std::string Incidents::inWords() const {
    return certain == most ? std::to_string(most) : fmt::format("{}-{}", certain, most);
}

float flowWidth(long incidents) {
    constexpr float thinnest = 1.2F, growth = 1.5F, widest = 14;
    return std::min(widest, thinnest + growth * std::sqrt(static_cast<float>(incidents)));
}

std::vector<FlowRoute> flowRoutes(const model::Casebook& casebook, const CasebookIndex& index,
                                  const timeline::Filter& filter) {
    timeline::Matcher matcher(filter, casebook);
    std::vector<FlowRoute> routes;
    for (std::uint32_t i = 0; i < casebook.events.size(); ++i) {
        const EventInfo& info = index.events()[i];
        if (!info.isCounted || model::isContext(info.kind) || !matcher.passes(casebook.events[i]))
            continue;
        FlowRoute& route = routes.emplace_back();
        route.event = i;
        route.origin = info.leg != nowhere             ? index.legs()[info.leg].from
                       : info.footing == Footing::mark ? info.place
                                                       : nowhere;
        route.destination = endOf(casebook, index, i);
    }
    addStages(casebook, index, matcher, routes);
    return routes;
}

std::vector<PlannedLine> plannedFlows(const LanePlanInput& input) {
    std::map<LineKey, long> incidents;
    for (const auto& route : flowRoutes(input.casebook, input.index, input.filter)) {
        std::vector<std::uint32_t> ends{route.destination};
        for (const auto& stop : route.stops)
            ends.push_back(stop.place);
        std::ranges::sort(ends);
        const auto repeated = std::ranges::unique(ends);
        ends.erase(repeated.begin(), repeated.end());
        if (route.origin == nowhere)
            continue;
        const std::uint32_t from = input.standsAt(route.origin);
        for (const std::uint32_t end : ends)
            if (end != nowhere && input.standsAt(end) != from)
                ++incidents[{from, input.standsAt(end), input.index.events()[route.event].kind, false,
                             false}];
    }
    std::vector<PlannedLine> lines;
    for (const auto& [key, count] : incidents)
        lines.push_back({key, count, flowWidth(count)});
    return lines;
}

void drawFlows(Frame& frame) {
    constexpr std::size_t mostFlows = 400;
    auto matrix = matrixOf(frame);
    frame.flowLanes.prepare(
        {frame.casebook, frame.index, frame.timeline, frame.view.filter, frame.placePoints, frame.clusters},
        frame.view.camera.metersPerPixel);
    std::map<std::uint32_t, int> rings;
    std::size_t flows = 0;
    for (auto& [key, cell] : matrix) {
        FlowTotals& totals = frame.signs.flows.totals[key.kind];
        if (key.from == nowhere || key.to == nowhere) {
            addTo(totals.unknown, cell.incidents);
            continue;
        }
        const bool seesFrom = isOnPicture(frame, key.from), seesTo = isOnPicture(frame, key.to);
        if (!seesFrom || !seesTo)
            addTo(totals.outside, cell.incidents);
        else
            addTo(key.from == key.to ? totals.stayed : totals.moved, cell.incidents);
        if ((!seesFrom && !seesTo) || ++flows > mostFlows)
            continue;
        if (key.from == key.to)
            drawSelf(frame, key, cell, rings[key.from]++);
        else
            drawFlow(frame, key, cell);
        (key.from == key.to ? totals.hasRing : totals.hasLine) = true;
    }
    if (flows > mostFlows)
        frame.scene.summary.legsNotDrawn += static_cast<long>(flows - mostFlows);
}

void drawStops(Frame& frame) {
    constexpr float stopRadius = 3;
    for (auto& group : frame.groups) {
        group.center = group.anchor;
        group.radius = 7;
        if (!group.inView)
            continue;
        float strongest = 0;
        for (std::uint32_t s = group.firstSymbol; s < group.firstSymbol + group.symbolCount; ++s)
            strongest = std::max(strongest, frame.symbols[s].opacity);
        Mark stop;
        stop.x = static_cast<float>(group.anchor.x);
        stop.y = static_cast<float>(group.anchor.y);
        stop.radiusPixels = stopRadius;
        stop.color = frame.palette.ink;
        stop.opacity = std::max(0.45F, strongest);
        frame.scene.map.marks.push_back(stop);
        if (frame.scene.targets.size() >= maxTargets)
            continue;
        std::vector<std::uint32_t> events;
        for (std::uint32_t i = group.first; i < group.first + group.count; ++i)
            events.push_back(frame.atPlaces[i].event);
        frame.scene.targets.push_back({group.anchor,
                                       stopRadius + 3,
                                       std::move(events),
                                       frame.casebook.places[group.place].id,
                                       {},
                                       TargetKind::place,
                                       group.places});
    }
}

} // namespace surplace::scene
