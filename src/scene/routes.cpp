#include "scene/frame.hpp"
#include "scene/palette.hpp"
#include <cmath>

/// Legs: schematic lines between two stated places, never joined across a gap.
namespace surplace::scene {

namespace {

struct DrawnLeg {
    std::uint32_t from = 0, to = 0;
    model::EventKind kind = model::EventKind::transfer;
    bool isFeared = false;
    bool isCertain = true;
    double opacity = 1;
    std::uint32_t event = 0;
    auto key() const { return std::tuple(from, to, kind, isFeared, !isCertain); }
};

/// Where a leg to a place ends: at the marks that stand for it.
std::uint32_t endOf(const Frame& frame, std::uint32_t place) {
    const std::uint32_t group = frame.groupOf.empty() ? nowhere : frame.groupOf[place];
    return group == nowhere ? place : frame.groups[group].place;
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
        legs.push_back({from, to, info.kind, info.assertion == model::Assertion::feared,
                        visible.presence == timeline::Presence::certain,
                        drawnOpacity(frame, visible) * frame.emphasis(visible.event), visible.event});
    }
    std::stable_sort(legs.begin(), legs.end(),
                     [](const auto& a, const auto& b) { return a.key() < b.key(); });
    return legs;
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

/// An arc bulging to the left of its direction, so that the way there and the way back stand apart.
std::vector<geo::ScreenPoint> arc(geo::ScreenPoint from, geo::ScreenPoint to, double clearFrom,
                                  double clearTo) {
    const double dx = to.x - from.x, dy = to.y - from.y;
    const double length = std::hypot(dx, dy);
    std::vector<geo::ScreenPoint> points;
    if (length < clearFrom + clearTo + 3) {
        clearFrom = clearTo = 2;
        if (length < 7)
            return points;
    }
    const double sag = std::clamp(length * 0.13, 5.0, 70.0);
    const geo::ScreenPoint control{(from.x + to.x) / 2 + dy / length * sag * 2,
                                   (from.y + to.y) / 2 - dx / length * sag * 2};
    const int samples = std::clamp(static_cast<int>(length / 5), 16, 96);
    for (int i = 0; i <= samples; ++i) {
        const double t = static_cast<double>(i) / samples, u = 1 - t;
        const geo::ScreenPoint p{u * u * from.x + 2 * u * t * control.x + t * t * to.x,
                                 u * u * from.y + 2 * u * t * control.y + t * t * to.y};
        if (std::hypot(p.x - from.x, p.y - from.y) >= clearFrom &&
            std::hypot(p.x - to.x, p.y - to.y) >= clearTo)
            points.push_back(p);
    }
    return points;
}

Path pathOf(const Frame& frame, const DrawnLeg& leg, std::vector<geo::ScreenPoint> points) {
    Path path;
    path.points = std::move(points);
    path.stroke.color = frame.palette.symbolOf(leg.kind).color;
    path.stroke.widthPixels = leg.isCertain || leg.isFeared ? 2.2F : 1.4F;
    path.stroke.dashPixels = leg.isFeared ? std::vector<float>{0.1F, 5} : std::vector<float>{7, 4.5F};
    path.stroke.roundCaps = leg.isFeared;
    path.arrowAtEnd = true;
    path.openArrow = leg.isFeared;
    path.arrowPixels = 10;
    path.opacity = leg.opacity;
    return path;
}

/// A leg that comes from, or leads, outside the picture is a short piece at its end inside, with the name of
/// the other end: a line drawn on to the picture's edge would seem to cross the country between.
void drawStub(Frame& frame, const DrawnLeg& leg, geo::ScreenPoint from, geo::ScreenPoint to,
              const std::vector<std::uint32_t>& events) {
    constexpr double stubPixels = 46;
    const bool comesIn = !frame.isSeen(from);
    const auto here = comesIn ? to : from;
    const auto there = comesIn ? from : to;
    const double length = std::hypot(there.x - here.x, there.y - here.y);
    const double ux = (there.x - here.x) / length, uy = (there.y - here.y) / length;
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
    const std::uint32_t inner = comesIn ? leg.to : leg.from;
    if (frame.groupOf.empty() || frame.groupOf[inner] == nowhere)
        frame.bareEnds.insert(inner);
    frame.scene.summary.legs += static_cast<long>(events.size());
    (leg.isFeared ? frame.hasFearedLegs : frame.hasLegs) = true;
    frame.scene.targets.push_back({at(clear + stubPixels / 2), 0, events, {}, points});
    frame.scene.map.paths.push_back(pathOf(frame, leg, std::move(points)));
}

} // namespace

namespace {

/// A leg with all events that move along it: it is drawn once, as strong as the strongest.
struct Bundle {
    DrawnLeg leg;
    std::vector<std::uint32_t> events;
};

/// With more bundles than this a map of lines says nothing: those of the most events are drawn, the others
/// counted.
constexpr std::size_t mostBundles = 400;

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

} // namespace

void drawRoutes(Frame& frame) {
    auto bundles = bundlesInView(frame);
    for (auto& [leg, events] : bundles) {
        const auto from = frame.view.camera.toScreen(frame.placePoints[leg.from]);
        const auto to = frame.view.camera.toScreen(frame.placePoints[leg.to]);
        if (!frame.isSeen(from) || !frame.isSeen(to)) {
            drawStub(frame, leg, from, to, events);
            continue;
        }
        auto points = arc(from, to, clearanceAt(frame, leg.from), clearanceAt(frame, leg.to));
        if (points.size() < 2)
            continue;
        for (const std::uint32_t end : {leg.from, leg.to})
            if (frame.groupOf.empty() || frame.groupOf[end] == nowhere)
                frame.bareEnds.insert(end);
        frame.scene.summary.legs += static_cast<long>(events.size());
        // A leg that its ends' marks all but cover needs no word in the legend.
        if (std::hypot(points.back().x - points.front().x, points.back().y - points.front().y) > 14)
            (leg.isFeared ? frame.hasFearedLegs : frame.hasLegs) = true;
        frame.scene.targets.push_back({points[points.size() / 2], 0, std::move(events), {}, points});
        frame.scene.map.paths.push_back(pathOf(frame, leg, std::move(points)));
    }
}

} // namespace surplace::scene
