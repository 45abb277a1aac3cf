#include "scene/frame.hpp"
#include "scene/palette.hpp"
#include "scene/route_look.hpp"
#include <cmath>
#include <numbers>

/// Crossings over time: what is cited of their state, and rings after people were handed over there.
namespace surplace::scene {

void LineSigns::add(const LineSigns& other) {
    legs.hasLegs |= other.legs.hasLegs;
    legs.hasFeared |= other.legs.hasFeared;
    legs.hasNoFigure |= other.legs.hasNoFigure;
    legs.hasBand |= other.legs.hasBand;
    legs.hasAtLeast |= other.legs.hasAtLeast;
    legs.hasUnfinished |= other.legs.hasUnfinished;
    legs.figures.insert(other.legs.figures.begin(), other.legs.figures.end());
    crossings.hasPulse |= other.crossings.hasPulse;
    crossings.hasInferredPulse |= other.crossings.hasInferredPulse;
    crossings.isOnlyOfReturns &= other.crossings.isOnlyOfReturns;
    crossings.pulseDays = std::max(crossings.pulseDays, other.crossings.pulseDays);
    states.insert(states.end(), other.states.begin(), other.states.end());
    for (const auto& [kind, totals] : other.flows.totals) {
        flows.totals[kind].hasLine |= totals.hasLine;
        flows.totals[kind].hasRing |= totals.hasRing;
    }
    flows.figures.insert(other.flows.figures.begin(), other.flows.figures.end());
    flows.hasBand |= other.flows.hasBand;
    flows.hasOnlyPossible |= other.flows.hasOnlyPossible;
    flows.hasRing |= other.flows.hasRing;
}

namespace {

/// The source tables' word for the end of a closure.
constexpr const char* reopening = "border_reopening";

/// The days that a statement is looked at for: of moving time the day shown alone, not what is fading.
timeline::Window daysShown(const timeline::Moment& moment) {
    return moment.mode == timeline::Mode::period ? moment.period : timeline::Window{moment.day, moment.day};
}

bool isVisible(const Frame& frame, std::uint32_t event) {
    const auto known = std::ranges::lower_bound(frame.visible, event, {}, &timeline::Visible::event);
    return known != frame.visible.end() && known->event == event && known->opacity > 0;
}

/// Days on which it certainly was so.
std::optional<timeline::Window> certainDays(const timeline::Span& span) {
    if (span.certainCore)
        return span.certainCore;
    if (span.earliest == span.latest && !span.openStart && !span.openEnd)
        return timeline::Window{span.earliest, span.latest};
    return std::nullopt;
}

CrossingState& stateAt(Frame& frame, std::uint32_t place) {
    for (auto& state : frame.signs.states)
        if (state.place == place)
            return state;
    CrossingState& state = frame.signs.states.emplace_back();
    state.place = place;
    state.at = frame.view.camera.toScreen(frame.placePoints[place]);
    state.isShown = frame.isSeen(state.at) && frame.view.camera.metersPerPixel <= wideMetersPerPixel;
    return state;
}

/// A ring for everybody who can have been handed over between two ages in days.
struct Pulse {
    std::int64_t youngest = 0, oldest = 0;
    double share = 1; ///< of its days that has come
    bool isInferred = false;
    double emphasis = 1;
    model::EventKind kind = model::EventKind::forcedReturn;
};

/// A pulse ends with what it is a pulse of.
int pulseDays(const timeline::Moment& moment) {
    constexpr int longest = 90;
    return moment.mode == timeline::Mode::fade     ? std::min(longest, moment.fadeDays)
           : moment.mode == timeline::Mode::window ? std::min(longest, moment.windowDays)
                                                   : longest;
}

std::vector<Pulse> pulsesOf(const Frame& frame, const ActiveCrossing& crossing, int life) {
    std::vector<Pulse> pulses;
    for (const auto event : crossing.events) {
        const EventInfo& info = frame.index.events()[event];
        const timeline::Span& span = frame.timeline.span(event);
        const bool isHandover =
            info.kind == model::EventKind::forcedReturn || info.kind == model::EventKind::handover;
        const auto day = frame.view.moment.day;
        if (!isHandover || info.assertion == model::Assertion::feared || !span.hasDays || span.openStart ||
            span.openEnd || day < span.earliest)
            continue;
        Pulse pulse;
        pulse.youngest = std::max<std::int64_t>(0, (day - span.latest).count());
        pulse.oldest = std::min<std::int64_t>(life, (day - span.earliest).count());
        pulse.share = partCome(span, frame.view.moment);
        pulse.isInferred = frame.casebook.events[event].crossingInferred;
        pulse.emphasis = frame.emphasis(event);
        pulse.kind = info.kind;
        if (pulse.youngest < life)
            pulses.push_back(pulse);
    }
    std::ranges::stable_sort(pulses, {},
                             [](const Pulse& pulse) { return std::pair(pulse.youngest, pulse.oldest); });
    const auto isSame = [](const Pulse& a, const Pulse& b) {
        return a.youngest == b.youngest && a.oldest == b.oldest && a.isInferred == b.isInferred;
    };
    pulses.erase(std::unique(pulses.begin(), pulses.end(), isSame), pulses.end());
    constexpr std::size_t most = 5;
    pulses.resize(std::min(pulses.size(), most));
    return pulses;
}

void drawPulse(Frame& frame, geo::ScreenPoint at, const Pulse& pulse, int life) {
    constexpr double smallest = 9, largest = 30;
    const auto radiusAt = [&](double days) { return smallest + (largest - smallest) * days / life; };
    const double inner = radiusAt(static_cast<double>(pulse.youngest)),
                 outer = radiusAt(static_cast<double>(pulse.oldest));
    const double age = static_cast<double>(pulse.youngest + pulse.oldest) / 2 / life;
    Path ring;
    ring.closed = true;
    constexpr int points = 48;
    for (int i = 0; i < points; ++i) {
        const double angle = 2 * std::numbers::pi * i / points, radius = (inner + outer) / 2;
        ring.points.push_back({at.x + radius * std::cos(angle), at.y + radius * std::sin(angle)});
    }
    ring.stroke = {frame.palette.symbolOf(pulse.kind).color, static_cast<float>(1.8 + outer - inner),
                   pulse.isInferred ? std::vector<float>{4, 3} : std::vector<float>{}, false};
    // As much ink for a day known as for many days of which it was one.
    ring.opacity = 0.9 * (1 - age) * pulse.share * pulse.emphasis / (1 + (outer - inner) / 6);
    frame.scene.map.paths.push_back(std::move(ring));
}

} // namespace

void findCrossingStates(Frame& frame) {
    const timeline::Window shown = daysShown(frame.view.moment);
    for (const auto event : frame.index.closures()) {
        const timeline::Span& span = frame.timeline.span(event);
        const EventInfo& info = frame.index.events()[event];
        if (!span.hasDays || span.earliest > shown.last || span.latest < shown.first ||
            !isVisible(frame, event) || !frame.casebook.places[info.crossing].position)
            continue;
        const auto certain = certainDays(span);
        const bool isClosed = frame.casebook.events[event].kindWritten != reopening;
        const bool isThroughout = certain && certain->first <= shown.first && certain->last >= shown.last;
        CrossingState& state = stateAt(frame, info.crossing);
        const bool isNew = state.events.empty();
        // Where one source says closed and another open, it was closed for a part of the time.
        state.isThroughout = isNew                        ? isThroughout
                             : state.isClosed == isClosed ? state.isThroughout || isThroughout
                                                          : false;
        state.isClosed = state.isClosed || isClosed;
        state.events.push_back(event);
    }
}

void drawPulses(Frame& frame) {
    if (frame.view.moment.mode == timeline::Mode::period ||
        frame.view.camera.metersPerPixel > wideMetersPerPixel)
        return;
    const int life = pulseDays(frame.view.moment);
    for (const auto& crossing : frame.crossings) {
        if (!crossing.inView)
            continue;
        for (const Pulse& pulse : pulsesOf(frame, crossing, life)) {
            drawPulse(frame, crossing.at, pulse, life);
            (pulse.isInferred ? frame.signs.crossings.hasInferredPulse : frame.signs.crossings.hasPulse) =
                true;
            frame.signs.crossings.pulseDays = life;
            frame.signs.crossings.isOnlyOfReturns =
                frame.signs.crossings.isOnlyOfReturns && pulse.kind == model::EventKind::forcedReturn;
        }
    }
}

} // namespace surplace::scene
