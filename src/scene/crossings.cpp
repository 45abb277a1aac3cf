#include "scene/frame.hpp"
#include "scene/palette.hpp"
#include <cmath>

/// Crossings: a mark on the river with a tick to its two sides; solid where a source names the crossing, open
/// where it is inferred from a town. Closed or open only where a source says so of the time shown.
namespace surplace::scene {

namespace {

/// Coarser than this the unused crossings would only clutter the river.
constexpr double neutralMetersPerPixel = 800;

/// The direction across the river in the picture, by the crossing's two sides and not by the line of the
/// border; none when a side is missing.
geo::ScreenPoint across(const Frame& frame, const model::Place& crossing) {
    const auto& places = frame.casebook.places;
    const std::size_t cn = crossing.cnSide.empty() ? places.size() : places.indexOf(crossing.cnSide);
    const std::size_t kp = crossing.kpSide.empty() ? places.size() : places.indexOf(crossing.kpSide);
    if (cn >= places.size() || kp >= places.size() || !places[cn].position || !places[kp].position)
        return {0, 0};
    const auto from = frame.view.camera.toScreen(frame.placePoints[cn]);
    const auto to = frame.view.camera.toScreen(frame.placePoints[kp]);
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    return length < 1e-9 ? geo::ScreenPoint{0, 0}
                         : geo::ScreenPoint{(to.x - from.x) / length, (to.y - from.y) / length};
}

void drawTick(Frame& frame, geo::ScreenPoint at, geo::ScreenPoint direction, double reach, Stroke stroke,
              double opacity) {
    if (direction == geo::ScreenPoint{0, 0})
        return;
    frame.scene.map.paths.push_back({{{at.x - direction.x * reach, at.y - direction.y * reach},
                                      {at.x + direction.x * reach, at.y + direction.y * reach}},
                                     std::move(stroke),
                                     opacity});
}

Mark crossingMark(geo::ScreenPoint at, float radius, Color color, bool isOpen, double opacity) {
    Mark mark;
    mark.x = static_cast<float>(at.x);
    mark.y = static_cast<float>(at.y);
    mark.radiusPixels = radius;
    mark.shape = MarkShape::crossing;
    mark.fill = isOpen ? MarkFill::open : MarkFill::solid;
    mark.color = color;
    mark.opacity = static_cast<float>(opacity);
    return mark;
}

const CrossingState* stateOf(const Frame& frame, std::uint32_t place) {
    for (const auto& state : frame.signs.states)
        if (state.isShown && state.place == place)
            return &state;
    return nullptr;
}

/// A bar across the way at both banks: shut where a source says closed, with a gap where it says open.
void drawState(Frame& frame, const CrossingState& state) {
    const auto along = across(frame, frame.casebook.places[state.place]);
    if (along == geo::ScreenPoint{0, 0})
        return;
    constexpr double reach = 13, half = 8, gap = 3;
    const double opacity = state.isThroughout ? 1 : 0.5;
    const geo::ScreenPoint beside{-along.y, along.x};
    const auto bar = [&](double side, double from, double to, Stroke stroke) {
        const geo::ScreenPoint end{state.at.x + along.x * reach * side, state.at.y + along.y * reach * side};
        frame.scene.map.paths.push_back({{{end.x + beside.x * from, end.y + beside.y * from},
                                          {end.x + beside.x * to, end.y + beside.y * to}},
                                         std::move(stroke),
                                         opacity});
    };
    for (const auto& stroke :
         {Stroke{frame.palette.casing, 5, {}, true}, Stroke{frame.palette.ink, 2.4F, {}, false}})
        for (const double side : {-1.0, 1.0}) {
            if (state.isClosed) {
                bar(side, -half, half, stroke);
                continue;
            }
            bar(side, -half, -gap, stroke);
            bar(side, gap, half, stroke);
        }
    frame.scene.targets.push_back(
        {state.at, reach + 2, state.events, frame.casebook.places[state.place].id, {}, TargetKind::crossing});
}

void drawNeutral(Frame& frame) {
    const bool isClose = frame.view.camera.metersPerPixel <= neutralMetersPerPixel;
    if (frame.index.crossings().size() > 500 || (!isClose && frame.signs.states.empty()))
        return;
    for (const auto place : frame.index.crossings()) {
        const auto at = frame.view.camera.toScreen(frame.placePoints[place]);
        const bool isActive =
            std::any_of(frame.crossings.begin(), frame.crossings.end(),
                        [&](const ActiveCrossing& crossing) { return crossing.place == place; });
        if (isActive || !frame.isSeen(at) || (!isClose && stateOf(frame, place) == nullptr))
            continue;
        const auto& crossing = frame.casebook.places[place];
        const double opacity = frame.selection.isActive() ? 0.4 : 0.75;
        drawTick(frame, at, across(frame, crossing), 6, {frame.palette.crossing, 1.2F, {}, true}, opacity);
        frame.scene.map.marks.push_back(crossingMark(at, 3.2F, frame.palette.crossing,
                                                     !crossing.officialCrossing.starts_with("yes"), opacity));
        frame.hasNeutralCrossing = true;
        frame.neutralCrossings.push_back(at);
    }
}

} // namespace

void drawCrossings(Frame& frame) {
    drawNeutral(frame);
    for (const auto& state : frame.signs.states)
        if (state.isShown)
            drawState(frame, state);
    for (const auto& crossing : frame.crossings) {
        if (!crossing.inView)
            continue;
        const Color color = frame.palette.symbolOf(crossing.kind).color;
        frame.scene.targets.push_back({crossing.at,
                                       6,
                                       crossing.events,
                                       frame.casebook.places[crossing.place].id,
                                       {},
                                       TargetKind::crossing});
        if (frame.view.camera.metersPerPixel > wideMetersPerPixel) {
            frame.scene.map.marks.push_back(
                crossingMark(crossing.at, 3, color, crossing.isInferred, crossing.opacity));
            continue;
        }
        const auto direction = across(frame, frame.casebook.places[crossing.place]);
        if (crossing.isOnlyFeared) { // open, dotted and not lit: nobody is reported to have passed
            drawTick(frame, crossing.at, direction, 11, {color, 2, {0.1F, 3.4F}, true}, crossing.opacity);
            frame.scene.map.marks.push_back(crossingMark(crossing.at, 4, color, true, crossing.opacity));
            continue;
        }
        // Lit: a pale disc beneath, so that the river stays visible and the crossing is found.
        Mark glow;
        glow.x = static_cast<float>(crossing.at.x);
        glow.y = static_cast<float>(crossing.at.y);
        glow.radiusPixels = 10;
        glow.color = withOpacity(color, 0.20);
        glow.opacity = crossing.opacity;
        frame.scene.map.marks.push_back(glow);
        drawTick(frame, crossing.at, direction, 11, {frame.palette.casing, 4.5F, {}, true}, crossing.opacity);
        drawTick(frame, crossing.at, direction, 11, {color, 2, {}, true}, crossing.opacity);
        frame.scene.map.marks.push_back(
            crossingMark(crossing.at, 5, color, crossing.isInferred, crossing.opacity));
    }
}

} // namespace surplace::scene
