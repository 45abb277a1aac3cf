#include "scene/frame.hpp"
#include "scene/palette.hpp"
#include "scene/route_look.hpp"
#include <cmath>

/// Legs: schematic lines between two stated places, never joined across a gap; each bundle in a lane of its
/// own.
namespace surplace::scene {

namespace {

struct DrawnLeg {
    std::uint32_t from = 0, to = 0;
    model::EventKind kind = model::EventKind::transfer;
    bool isFeared = false;
    bool isCertain = true;
    float opacity = 1;
    float done = 1; ///< the part of its uncertain days that has come
    std::uint32_t event = 0;
    auto key() const { return std::tuple(from, to, kind, isFeared, !isCertain); }
};

/// A leg with all events that move along it: it is drawn once, as strong as the strongest.
struct Bundle {
    DrawnLeg leg;
    std::vector<std::uint32_t> events;
};

/// With more bundles than this a map of lines says nothing: those of the most events are drawn, the others
/// counted.
constexpr std::size_t mostBundles = 400;

/// Where a leg to a place ends: at the marks that stand for it.
std::uint32_t endOf(const Frame& frame, std::uint32_t place) {
    const std::uint32_t group = frame.groupOf.empty() ? nowhere : frame.groupOf[place];
    return group == nowhere ? place : frame.groups[group].place;
}

DrawnLeg drawnLeg(const Frame& frame, const timeline::Visible& visible, std::uint32_t from,
                  std::uint32_t to) {
    const EventInfo& info = frame.index.events()[visible.event];
    DrawnLeg leg{from, to, info.kind};
    leg.isFeared = info.assertion == model::Assertion::feared;
    leg.isCertain = visible.presence == timeline::Presence::certain;
    leg.event = visible.event;
    timeline::Visible shown = visible;
    if (!leg.isCertain && !leg.isFeared) {
        // The line itself fills as its days come: it need not be paler too for those to come.
        leg.done = static_cast<float>(partCome(frame.timeline.span(visible.event), frame.view.moment));
        shown.opacity = std::min(1.0F, shown.opacity / std::max(leg.done, 1e-3F));
    }
    leg.opacity = static_cast<float>(drawnOpacity(frame, shown) * frame.emphasis(visible.event));
    return leg;
}

std::vector<DrawnLeg> visibleLegs(Frame& frame) {
    std::vector<DrawnLeg> legs;
    if (frame.index.legs().empty())
        return legs;
    for (const auto& visible : frame.onLegs) {
        const EventInfo& info = frame.index.events()[visible.event];
        const LegInfo& leg = frame.index.legs()[info.leg];
        const auto here = frame.view.camera.toScreen(frame.placePoints[leg.from]),
                   there = frame.view.camera.toScreen(frame.placePoints[leg.to]);
        const std::uint32_t from = endOf(frame, leg.from), to = endOf(frame, leg.to);
        if (from == to || std::hypot(there.x - here.x, there.y - here.y) < 7) {
            ++frame.scene.summary.legsWithinMarks; // its ends stand together at this scale
            continue;
        }
        legs.push_back(drawnLeg(frame, visible, from, to));
    }
    std::stable_sort(legs.begin(), legs.end(),
                     [](const auto& a, const auto& b) { return a.key() < b.key(); });
    return legs;
}

std::vector<Bundle> bundlesInView(Frame& frame) {
    const auto legs = visibleLegs(frame);
    std::vector<Bundle> bundles;
    for (std::size_t i = 0; i < legs.size();) {
        Bundle bundle{legs[i], {}};
        const bool isInView = frame.isSeen(frame.view.camera.toScreen(frame.placePoints[bundle.leg.from])) ||
                              frame.isSeen(frame.view.camera.toScreen(frame.placePoints[bundle.leg.to]));
        std::size_t end = i;
        for (; end < legs.size() && legs[end].key() == legs[i].key(); ++end) {
            bundle.leg.opacity = std::max(bundle.leg.opacity, legs[end].opacity);
            bundle.leg.done = std::max(bundle.leg.done, legs[end].done);
            bundle.events.push_back(legs[end].event);
        }
        i = end;
        if (isInView)
            bundles.push_back(std::move(bundle));
    }
    if (bundles.size() <= mostBundles)
        return bundles;
    std::stable_sort(bundles.begin(), bundles.end(),
                     [](const Bundle& a, const Bundle& b) { return a.events.size() > b.events.size(); });
    for (std::size_t i = mostBundles; i < bundles.size(); ++i)
        frame.scene.summary.legsNotDrawn += static_cast<long>(bundles[i].events.size());
    bundles.resize(mostBundles);
    return bundles;
}

/// The lane follows from the places and not from the marks that stand for them now.
LineKey laneOf(const Frame& frame, const Bundle& bundle) {
    const LegInfo& leg = frame.index.legs()[frame.index.events()[bundle.leg.event].leg];
    return {frame.standsAt(leg.from), frame.standsAt(leg.to), bundle.leg.kind, bundle.leg.isFeared,
            !bundle.leg.isCertain && !bundle.leg.isFeared};
}

/// How much of the line's end the marks at a place cover.
double clearanceAt(const Frame& frame, std::uint32_t place) {
    const std::uint32_t group = frame.groupOf.empty() ? nowhere : frame.groupOf[place];
    if (group == nowhere)
        return 4;
    const auto& marks = frame.groups[group];
    const bool isMoved = std::hypot(marks.center.x - marks.anchor.x, marks.center.y - marks.anchor.y) > 2.5;
    return isMoved ? 5 : marks.radius + 3;
}

/// The arc between what the marks at its two ends cover.
std::vector<geo::ScreenPoint> clearArc(geo::ScreenPoint from, geo::ScreenPoint to, double bulge,
                                       double clearFrom, double clearTo) {
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    if (length < 7)
        return {};
    if (length < clearFrom + clearTo + 6)
        clearFrom = clearTo = 2;
    auto points = arcPoints(from, to, bulge, std::clamp(static_cast<int>((length + bulge) / 5), 16, 96));
    std::erase_if(points, [&](geo::ScreenPoint p) {
        return std::hypot(p.x - from.x, p.y - from.y) < clearFrom ||
               std::hypot(p.x - to.x, p.y - to.y) < clearTo;
    });
    return points;
}

Path pathOf(const Frame& frame, const DrawnLeg& leg, std::vector<geo::ScreenPoint> points, float width) {
    Path path;
    path.points = std::move(points);
    path.stroke.color = frame.palette.symbolOf(leg.kind).color;
    path.stroke.widthPixels = width;
    path.stroke.dashPixels = leg.isFeared ? std::vector<float>{0.1F, 5}
                                          : std::vector<float>{6 + 0.8F * width, 3.6F + 0.6F * width};
    path.stroke.roundCaps = leg.isFeared;
    path.openArrow = leg.isFeared;
    path.arrowPixels = 8.5 + 1.3 * width;
    path.opacity = leg.opacity;
    return path;
}

double lengthOf(const std::vector<geo::ScreenPoint>& points) {
    double length = 0;
    for (std::size_t i = 1; i < points.size(); ++i)
        length += std::hypot(points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);
    return length;
}

/// What the legend has to explain of a line.
void noteSigns(LegSigns& signs, const DrawnLeg& leg, const model::CountRange& people, const LineLook& look) {
    (leg.isFeared ? signs.hasFeared : signs.hasLegs) = true;
    if (leg.isFeared)
        return;
    if (people.lower().value_or(0) > 0)
        signs.figures.insert(*people.lower());
    else
        signs.hasNoFigure = true;
    signs.hasBand = signs.hasBand || (look.outerWidth > 0 && !look.isUnbounded);
    signs.hasAtLeast = signs.hasAtLeast || look.isUnbounded;
    signs.hasUnfinished = signs.hasUnfinished || leg.done < 1;
}

/// The line with its width, what says its highest figure, and as much of it as has come; a pointer finds all
/// of it.
void drawLine(Frame& frame, Bundle& bundle, std::vector<geo::ScreenPoint> points, geo::ScreenPoint middle,
              bool isLong) {
    constexpr float fearedWidth = 2.2F;
    constexpr double toCome = 0.4; // of the strength of what has come
    const DrawnLeg& leg = bundle.leg;
    PeopleSum sum;
    for (const std::uint32_t event : bundle.events)
        sum.add(frame.index.events()[event]);
    LineLook look = lookOf(sum.range());
    if (leg.isFeared)
        look = {fearedWidth, 0, false};
    for (const std::uint32_t end : {leg.from, leg.to})
        if (frame.isSeen(frame.view.camera.toScreen(frame.placePoints[end])) &&
            (frame.groupOf.empty() || frame.groupOf[end] == nowhere))
            frame.bareEnds.insert(end);
    frame.scene.summary.legs += static_cast<long>(bundle.events.size());
    if (isLong)
        noteSigns(frame.signs.legs, leg, sum.range(), look);
    frame.scene.targets.push_back({middle, 0, std::move(bundle.events), {}, points, TargetKind::leg});

    const bool isWhole = leg.done >= 1;
    auto split = splitAt(points, leg.done);
    Path line = pathOf(frame, leg, isWhole ? points : std::move(split.done), look.width);
    line.arrowAtEnd = isWhole;
    if (!isWhole) {
        Path rest = pathOf(frame, leg, points, 1.2F);
        rest.opacity *= toCome;
        frame.scene.map.paths.push_back(std::move(rest));
    }
    const double length = std::max(lengthOf(line.points), 1e-9);
    const double headless = isWhole ? 1 - std::min(1.0, line.arrowPixels / length) : 1;
    addUpTo(frame.scene.map, splitAt(line.points, headless).done, look, line.stroke.color, line.opacity);
    if (line.points.size() > 1)
        frame.scene.map.paths.push_back(std::move(line));
}

/// A leg that comes from, or leads, outside the picture is a short piece at its end inside, with the name of
/// the other end: a line drawn on to the picture's edge would seem to cross the country between. Several
/// between the same places spread like the ribs of a fan.
void drawStub(Frame& frame, Bundle& bundle, geo::ScreenPoint from, geo::ScreenPoint to) {
    constexpr double stubPixels = 46, ribRadians = 0.2;
    const DrawnLeg& leg = bundle.leg;
    const bool comesIn = !frame.isSeen(from);
    const auto here = comesIn ? to : from;
    const auto there = comesIn ? from : to;
    const LineKey lane = laneOf(frame, bundle);
    const double ribs = frame.legLanes.rankOf(lane) + (frame.legLanes.hasWayBack(lane) ? 0.5 : 0);
    const double turn = (comesIn ? 1 : -1) * ribRadians * ribs;
    const double angle = std::atan2(there.y - here.y, there.x - here.x) + turn;
    const double ux = std::cos(angle), uy = std::sin(angle);
    const double clear = clearanceAt(frame, comesIn ? leg.to : leg.from);
    const auto at = [&](double along) { return geo::ScreenPoint{here.x + ux * along, here.y + uy * along}; };
    std::vector<geo::ScreenPoint> points{at(clear), at(clear + stubPixels)};
    if (comesIn)
        std::swap(points.front(), points.back());
    frame.stubs.push_back({at(clear + stubPixels),
                           {ux, uy},
                           comesIn ? leg.from : leg.to,
                           comesIn,
                           leg.opacity,
                           frame.palette.symbolOf(leg.kind).color});
    drawLine(frame, bundle, std::move(points), at(clear + stubPixels / 2), true);
}

} // namespace

void drawRoutes(Frame& frame) {
    auto bundles = bundlesInView(frame);
    if (bundles.empty())
        return;
    frame.legLanes.prepare(
        {frame.casebook, frame.index, frame.timeline, frame.view.filter, frame.placePoints, frame.clusters},
        frame.view.camera.metersPerPixel);
    for (auto& bundle : bundles) {
        const DrawnLeg& leg = bundle.leg;
        const auto from = frame.view.camera.toScreen(frame.placePoints[leg.from]);
        const auto to = frame.view.camera.toScreen(frame.placePoints[leg.to]);
        if (!frame.isSeen(from) || !frame.isSeen(to)) {
            drawStub(frame, bundle, from, to);
            continue;
        }
        const double length = std::hypot(to.x - from.x, to.y - from.y);
        auto points = clearArc(from, to, frame.legLanes.bulgeOf(laneOf(frame, bundle), length),
                               clearanceAt(frame, leg.from), clearanceAt(frame, leg.to));
        if (points.size() < 2)
            continue;
        const geo::ScreenPoint middle = points[points.size() / 2];
        // A leg that its ends' marks all but cover needs no word in the legend.
        const bool isLong =
            std::hypot(points.back().x - points.front().x, points.back().y - points.front().y) > 14;
        drawLine(frame, bundle, std::move(points), middle, isLong);
    }
}

} // namespace surplace::scene
