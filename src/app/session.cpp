#include "app/session.hpp"
#include <algorithm>
#include <map>
#include <tuple>

namespace surplace::app {
namespace {

timeline::Window unionOf(timeline::Window a, timeline::Window b) {
    return {std::min(a.first, b.first), std::max(a.last, b.last)};
}

model::EventKind mostFrequentKind(const model::Casebook& casebook) {
    std::map<model::EventKind, long> incidents;
    for (const model::Event& event : casebook.events)
        if (event.role == model::Role::event && !model::isContext(event.kind) &&
            event.assertion != model::Assertion::feared)
            ++incidents[event.kind];
    const auto most = std::max_element(incidents.begin(), incidents.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == incidents.end() ? model::EventKind::detention : most->first;
}

/// The map emphasises what the inspector shows.
void emphasise(Session& session) {
    const model::Id& id = session.history.current().id;
    scene::View& view = session.view;
    view.selectedEvent = view.selectedCase = view.selectedPlace = {};
    if (session.casebook->events.find(id) != nullptr)
        view.selectedEvent = id;
    else if (session.casebook->cases.find(id) != nullptr)
        view.selectedCase = id;
    else if (session.casebook->places.find(id) != nullptr)
        view.selectedPlace = id;
}

} // namespace

Session startSession(std::shared_ptr<const model::Casebook> casebook, std::filesystem::path file,
                     const scene::View& view) {
    Session session;
    session.casebook = std::move(casebook);
    session.file = std::move(file);
    session.view = view;
    session.view.titleBlock = false;
    session.extent = unionOf(scene::defaultPeriod(*session.casebook), view.moment.period);
    session.countedKind = mostFrequentKind(*session.casebook);
    for (const model::Id& id : {view.selectedEvent, view.selectedCase, view.selectedPlace})
        session.history.go({id, {}, {}});
    return session;
}

void replaceCasebook(Session& session, std::shared_ptr<const model::Casebook> casebook,
                     std::filesystem::path file) {
    scene::View view = session.view;
    view.filter = {};
    view.selectedEvent = view.selectedCase = view.selectedPlace = {};
    view.moment.period = scene::defaultPeriod(*casebook);
    view.moment.day = view.moment.period.last;
    view.moment.mode = timeline::Mode::period;
    const timeline::Playback playback = session.playback;
    session = startSession(std::move(casebook), std::move(file), view);
    session.playback = playback;
}

void extendCasebook(Session& session, std::shared_ptr<const model::Casebook> casebook) {
    const timeline::Window before = session.extent;
    session.casebook = std::move(casebook);
    session.isUnsaved = true;
    session.isBundled = false;
    session.extent = unionOf(before, scene::defaultPeriod(*session.casebook));
    if (session.view.moment.period == before)
        setPeriod(session, session.extent);
    emphasise(session);
}

void select(Session& session, const model::Id& id) {
    session.history.go({id, {}, {}});
    emphasise(session);
}

void selectEvents(Session& session, std::string heading, std::vector<model::Id> events) {
    if (events.size() == 1)
        return select(session, events.front());
    session.history.go({{}, std::move(heading), std::move(events)});
    emphasise(session);
}

void deselect(Session& session) {
    session.history.close();
    emphasise(session);
}

void goBack(Session& session) {
    session.history.back();
    emphasise(session);
}

void goForward(Session& session) {
    session.history.forward();
    emphasise(session);
}

void showDay(Session& session, timeline::Day day) {
    timeline::Moment& moment = session.view.moment;
    moment.day = std::clamp(day, moment.period.first, moment.period.last);
    if (moment.mode == timeline::Mode::period)
        moment.mode = timeline::Mode::fade;
}

void setPeriod(Session& session, timeline::Window period) {
    timeline::Moment& moment = session.view.moment;
    if (period.last < period.first)
        std::swap(period.first, period.last);
    moment.period = {std::max(period.first, session.extent.first),
                     std::min(period.last, session.extent.last)};
    if (moment.period.last < moment.period.first)
        moment.period = session.extent;
    moment.day = std::clamp(moment.day, moment.period.first, moment.period.last);
}

namespace {

/// Drops the search when it hides the event, and the filters when they do.
std::string dropWhatHides(Session& session, const model::Event& event) {
    timeline::Filter& filter = session.view.filter;
    timeline::Filter search, others = filter;
    search.text = filter.text;
    others.text.clear();
    const bool isSearch = !timeline::passes(search, event, *session.casebook);
    const bool isOthers = !timeline::passes(others, event, *session.casebook);
    std::string dropped = isSearch ? "the search “" + filter.text + "”" : "";
    if (isOthers)
        dropped += isSearch ? " and the filters" : "the filters";
    if (isSearch)
        filter.text.clear();
    if (isOthers)
        filter = {
            .kinds = {}, .assertions = {}, .places = {}, .sources = {}, .cases = {}, .text = filter.text};
    return dropped.empty() ? dropped
                           : "To show the event, " + dropped + (isOthers ? " were" : " was") + " dropped.";
}

/// Moves the time to where the event is there.
void goToTimeOf(Session& session, const model::Event& event) {
    const timeline::Moment& moment = session.view.moment;
    const timeline::Span span = timeline::spanOf(event, *session.casebook, moment.fadeDays);
    const bool isOver =
        span.lastShown && moment.mode != timeline::Mode::period && moment.day > *span.lastShown;
    if (!span.hasDays ||
        (!isOver && timeline::presenceIn(span, timeline::windowOf(moment)) != timeline::Presence::absent))
        return;
    session.player.isPlaying = false;
    if (span.latest < moment.period.first || span.earliest > moment.period.last)
        setPeriod(session, session.extent);
    if (moment.mode != timeline::Mode::period)
        showDay(session, std::min(span.latest, std::max(span.earliest, span.freshUntil)));
}

} // namespace

std::string showMomentOf(Session& session, const model::Event& event) {
    const std::string dropped = dropWhatHides(session, event);
    goToTimeOf(session, event);
    return dropped;
}

void setMode(Session& session, timeline::Mode mode) {
    session.view.moment.mode = mode;
    if (mode == timeline::Mode::period)
        session.player.isPlaying = false;
}

void togglePlaying(Session& session, double nowSeconds) {
    if (session.player.isPlaying) {
        session.player.isPlaying = false;
        return;
    }
    play(session.player, playbackOf(session), session.view.moment.day, nowSeconds);
    showDay(session, session.player.startDay);
}

void changePlayback(Session& session, const timeline::Playback& playback, double nowSeconds) {
    const timeline::Playback& before = session.playback;
    const bool isOtherPace = before.step != playback.step ||
                             before.stepsPerSecond != playback.stepsPerSecond ||
                             before.direction != playback.direction;
    session.playback = playback;
    if (session.player.isPlaying && isOtherPace) {
        session.player.startSeconds = nowSeconds;
        session.player.startDay = session.view.moment.day;
    }
}

void tick(Session& session, double nowSeconds, std::span<const timeline::Day> eventDays) {
    if (session.player.isPlaying)
        showDay(session, shownNow(session.player, playbackOf(session), nowSeconds, eventDays));
}

void step(Session& session, int count, std::span<const timeline::Day> eventDays) {
    session.player.isPlaying = false;
    showDay(session, stepped(playbackOf(session), session.view.moment.day, count, eventDays));
}

timeline::Playback playbackOf(const Session& session) {
    timeline::Playback playback = session.playback;
    playback.period = session.view.moment.period;
    return playback;
}

geo::LonLatBox boxOfEvents(const model::Casebook& casebook) {
    geo::LonLatBox box;
    for (const model::Event& event : casebook.events)
        if (const model::Place* place = casebook.places.find(event.placeId);
            place != nullptr && place->position)
            box.add(place->position->longitudeDegrees, place->position->latitudeDegrees);
    return box.isEmpty() ? geo::borderRegion : box;
}

bool sameView(const scene::View& a, const scene::View& b) {
    const auto parts = [](const scene::View& v) {
        return std::tie(v.camera, v.moment, v.filter, v.selectedEvent, v.selectedCase, v.selectedPlace,
                        v.style, v.overlay, v.provinces, v.graticule, v.seas, v.names, v.legend, v.inset,
                        v.titleBlock, v.relief, v.coveredLeft, v.coveredRight, v.coveredTop, v.coveredBottom);
    };
    return parts(a) == parts(b);
}

} // namespace surplace::app
