#include "scene/basemap_layers.hpp"
#include "scene/composer_impl.hpp"
#include "scene/furniture.hpp"
#include <cmath>
#include <numbers>
#include <set>

/// Decides where names stand whatever the day: the steps of a frame, run once for all that the filter ever
/// lets through.
namespace surplace::scene {

namespace {

/// Beyond so many events names are few, and deciding for all times would cost as much as a frame.
constexpr std::size_t mostEvents = 20'000;

/// For how many days after its last one an event is seen; negative: for good.
int daysSeen(const timeline::Moment& moment) {
    return moment.mode == timeline::Mode::fade     ? moment.fadeDays
           : moment.mode == timeline::Mode::window ? moment.windowDays
                                                   : -1;
}

/// How many marks a place ever has at one time.
std::size_t mostMarksAtOnce(const Frame& frame, const PlaceGroup& group, int days) {
    using Mark = std::pair<model::EventKind, model::Assertion>;
    std::size_t most = 1;
    const std::span<const timeline::Visible> events(frame.atPlaces.data() + group.first, group.count);
    for (const auto& each : events) {
        const auto day = frame.timeline.span(each.event).earliest;
        std::set<Mark> marks;
        for (const auto& other : events) {
            const auto& span = frame.timeline.span(other.event);
            const EventInfo& info = frame.index.events()[other.event];
            if (span.earliest <= day && day <= span.latest + std::chrono::days(days))
                marks.emplace(info.kind, info.assertion);
        }
        most = std::max(most, marks.size());
    }
    return most;
}

/// Groups as large as they ever are at one time, each at its place: its neighbours are not all there at once.
void keepLargest(Frame& frame, int days) {
    constexpr float usualRadius = 10;
    constexpr std::uint32_t mostCompared = 200;
    if (days < 0)
        return;
    for (auto& group : frame.groups) {
        group.center = group.anchor;
        if (group.count > mostCompared)
            continue;
        const auto marks = static_cast<float>(mostMarksAtOnce(frame, group, days));
        const float ring = marks < 2
                               ? usualRadius + 3
                               : usualRadius / std::sin(std::numbers::pi_v<float> / marks) + usualRadius;
        group.radius = std::min(group.radius, ring);
    }
}

} // namespace

void keepCoveredSidesFree(Frame& frame) {
    const View& view = frame.view;
    const double width = view.camera.widthPixels, height = view.camera.heightPixels;
    for (const geo::ScreenBox& side : {geo::ScreenBox{0, 0, view.coveredLeft, height},
                                       geo::ScreenBox{width - view.coveredRight, 0, width, height},
                                       geo::ScreenBox{0, height - view.coveredBottom, width, height}})
        if (side.maxX > side.minX && side.maxY > side.minY)
            frame.labels.addObstacle(side);
}

LineCosts Composer::Impl::lineCostsOf(Plane& plane, const View& view, const Sheet& map) const {
    LineCosts costs(view.camera);
    const auto levels = chooseLevels(view.camera, plane.basemap.projection());
    const auto& level = plane.basemap.level(!levels.border);
    for (const auto& [lines, weight] :
         {std::pair{level.borderRivers, 1.0}, std::pair{level.nationalBorders, 0.8},
          std::pair{level.approximateBorders, 0.8}, std::pair{level.rivers, 0.4}, std::pair{level.shore, 0.3},
          std::pair{level.provinceBorders, 0.2}})
        if (lines)
            costs.add(*lines, weight);
    for (const Path& path : map.paths)
        if (path.arrowAtEnd)
            costs.add(path.points, 0.5);
    return costs;
}

const Composer::Impl::Standing* Composer::Impl::standingFor(const View& asked, bool isCell) {
    if (casebook->events.size() > mostEvents)
        return nullptr;
    Plane& plane = planeOf(asked.camera.projection);
    const int days = daysSeen(asked.moment);
    StandingKey key{{asked.camera, asked.language, asked.names, asked.style, asked.seas, asked.provinces},
                    asked.filter,
                    asked.moment.mode,
                    days,
                    asked.selectedPlace,
                    asked.inset,
                    asked.titleBlock,
                    asked.legend,
                    isCell,
                    {asked.coveredLeft, asked.coveredRight, asked.coveredTop, asked.coveredBottom}};
    if (plane.standing && plane.standing->key == key)
        return &*plane.standing;
    View view = asked;
    view.moment.mode = timeline::Mode::period;
    const timeline::Timeline& all = timelineFor(view.filter, view.moment.fadeDays);
    view.moment.period = all.extent(view.moment.period);
    const auto visible = all.at(view.moment);
    Scene scratch;
    LabelPlacer labels(measure, paletteOf(view.style).halo, view.camera.widthPixels,
                       view.camera.heightPixels);
    Frame frame = frameOf(view, visible, labels, scratch);
    Standing standing{std::move(key), {}, LineCosts(view.camera)};
    keepCoveredSidesFree(frame);
    frame.seen = roomOf(view);
    frame.seen.minY = 0;
    gather(frame);
    if (!isCell)
        reserveStrip(frame);
    arrangeMarks(frame);
    keepLargest(frame, days);
    drawRoutes(frame);
    drawCrossings(frame);
    if (!isCell) {
        drawInset(frame, frame.basemap);
        drawFurniture(frame);
    }
    standing.costs = lineCostsOf(plane, view, scratch.map);
    frame.lineCosts = &standing.costs;
    frame.decides = &standing.spots;
    drawLabels(frame);
    plane.standing = std::move(standing);
    return &*plane.standing;
}

} // namespace surplace::scene
