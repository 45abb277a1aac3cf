#include "app/map_focus.hpp"
#include <algorithm>
#include <cmath>
#include <utility>

namespace surplace::app {
namespace {

using scene::Stop;
using scene::TargetKind;

bool isStack(const scene::Target& target) {
    return target.kind == TargetKind::place && target.events.size() > 1;
}

double distanceToSegment(geo::ScreenPoint p, geo::ScreenPoint a, geo::ScreenPoint b) {
    const double dx = b.x - a.x, dy = b.y - a.y, squared = dx * dx + dy * dy;
    const double part =
        squared > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / squared, 0.0, 1.0) : 0;
    return std::hypot(p.x - a.x - part * dx, p.y - a.y - part * dy);
}

} // namespace

const scene::Target& placeTargetOf(const scene::Scene& scene, const scene::Target& target) {
    if (target.kind == TargetKind::symbol)
        for (const scene::Target& each : scene.targets)
            if (each.kind == TargetKind::place && each.placeId == target.placeId)
                return each;
    return target;
}

std::size_t MapFocus::indexIn(const std::vector<Stop>& stops) const {
    if (!_isOn)
        return stops.size();
    if (_isAtFirst)
        return 0;
    std::size_t nearest = stops.size();
    double least = 1e9;
    for (std::size_t i = 0; i < stops.size(); ++i) {
        if (std::ranges::find(stops[i].events(), _event) == stops[i].events().end())
            continue;
        const double distance = std::hypot(stops[i].at.x - _place.x, stops[i].at.y - _place.y);
        if (distance < least) { // an event can have several stops: its place's and its crossing's
            least = distance;
            nearest = i;
        }
    }
    return nearest;
}

std::optional<Stop> MapFocus::at(const scene::Scene& scene) const {
    const auto stops = scene::stopsOf(scene);
    const std::size_t index = indexIn(stops);
    return index < stops.size() ? std::optional(stops[index]) : std::nullopt;
}

void MapFocus::go(const scene::Scene& scene, int count) {
    const auto stops = scene::stopsOf(scene);
    if (stops.empty())
        return leave();
    const std::size_t index = indexIn(stops), size = stops.size();
    std::size_t next = count > 0 ? 0 : size - 1;
    if (index < size)
        next = (index + size + static_cast<std::size_t>(count + static_cast<int>(size))) % size;
    else if (_isOn && !scene.opened) // its stop is gone: on from where it was
        next = static_cast<std::size_t>(
                   std::ranges::count_if(stops, [&](const Stop& stop) { return stop.at.x < _place.x; })) %
               size;
    _isOn = true;
    _isAtFirst = false;
    _event = stops[next].events().front();
    _place = stops[next].at;
}

void MapFocus::choose(Workspace& workspace, const scene::Scene& scene) {
    const auto stop = at(scene);
    if (!stop)
        return;
    if (stop->isStack()) {
        _isHoverOpened = false;
        _event = stop->events().front();
        _place = stop->at;
        workspace.session.view.openedPlace = stop->target->placeId;
        _isAtFirst = true;
        return;
    }
    _event = stop->events().front();
    _place = stop->at;
    _isAtFirst = false;
    _chosen.assign(stop->events().begin(), stop->events().end());
    workspace.clickedAt = stop->at;
}

bool MapFocus::escape(Workspace& workspace, const scene::Scene& scene) {
    if (scene.opened) {
        if (_isOn)
            if (const auto stop = at(scene)) // back at its place
                _event = stop->events().front();
        close(workspace);
        // The list that came with it goes with it; a record that was chosen stays.
        if (!workspace.session.history.current().events.empty())
            deselect(workspace.session);
        return true;
    }
    if (!_isOn || workspace.session.history.isOpen())
        return false;
    leave();
    return true;
}

bool MapFocus::press(Workspace& workspace, const scene::Scene& scene, const KeyPress& press) {
    const auto command = commandFor(press, Place::map);
    if (!command || workspace.dialog != Dialog::none)
        return false;
    const auto step = [&](int count) {
        _isHoverOpened = _isHoverOpened && !scene.opened;
        go(scene, count);
        return true;
    };
    const bool isInPlace = scene.opened && !_isHoverOpened;
    switch (*command) {
    case Command::nextMark:
        return step(1);
    case Command::previousMark:
        return step(-1);
    case Command::stepOn: // arrows are time elsewhere
    case Command::onInPlace:
        return isInPlace && step(1);
    case Command::stepBack:
    case Command::backInPlace:
        return isInPlace && step(-1);
    case Command::openMark:
        if (!at(scene))
            return false;
        choose(workspace, scene);
        return true;
    case Command::escape:
        return escape(workspace, scene);
    default:
        return false;
    }
}

std::vector<std::uint32_t> MapFocus::takeChosen() {
    return std::exchange(_chosen, {});
}

void MapFocus::togglePlace(Workspace& workspace, const model::Id& place) {
    leave();
    if (workspace.session.view.openedPlace == place && !_isHoverOpened)
        return close(workspace);
    workspace.session.view.openedPlace = place;
    _isHoverOpened = false;
}

void MapFocus::close(Workspace& workspace) {
    workspace.session.view.openedPlace.clear();
    _isHoverOpened = false;
    _pointedPlace.clear();
    _isAtFirst = false;
}

void MapFocus::point(Workspace& workspace, const scene::Scene& scene, geo::ScreenPoint at,
                     const scene::Target* target, double nowSeconds) {
    constexpr double slackPixels = 30;
    if (scene.opened) {
        const auto& opened = *scene.opened;
        const bool isInside =
            std::hypot(at.x - opened.center.x, at.y - opened.center.y) < opened.radiusPixels + slackPixels ||
            distanceToSegment(at, _openedAt, opened.center) < slackPixels;
        if (_isHoverOpened && !isInside)
            close(workspace);
        return;
    }
    const scene::Target* place = target != nullptr ? &placeTargetOf(scene, *target) : nullptr;
    if (place == nullptr || !isStack(*place) || workspace.session.player.isPlaying) {
        _pointedPlace.clear();
        return;
    }
    if (_pointedPlace != place->placeId) {
        _pointedPlace = place->placeId;
        _pointedSince = nowSeconds;
    }
    if (nowSeconds - _pointedSince < opensAfterSeconds)
        return;
    workspace.session.view.openedPlace = place->placeId;
    _isHoverOpened = true;
    _openedAt = at;
    _pointedPlace.clear();
}

void MapFocus::pointAway(Workspace& workspace) {
    _pointedPlace.clear();
    if (_isHoverOpened)
        close(workspace);
}

std::optional<double> MapFocus::dueIn(double nowSeconds) const {
    if (_pointedPlace.empty())
        return std::nullopt;
    return std::max(0.001, opensAfterSeconds - (nowSeconds - _pointedSince));
}

void MapFocus::follow(Workspace& workspace, const scene::Scene& scene) {
    if (!workspace.session.view.openedPlace.empty() && !scene.opened)
        close(workspace);
}

} // namespace surplace::app
