#include "app/map_view.hpp"
#include "app/event_words.hpp"
#include "core/translation.hpp"
#include "model/describe.hpp"
#include "scene/moment_words.hpp"
#include <algorithm>
#include <cmath>

namespace surplace::app {

MapView::MapView(const publish::Materials& materials, const text::Typesetter& typesetter)
    : _composer(materials.basemap, materials.seaNames, typesetter), _renderer(typesetter),
      _picture(GL_RGBA8) {}

void MapView::update(Workspace& workspace) {
    const Session& session = workspace.session;
    if (_composedCasebook == session.casebook && sameView(_composedView, session.view))
        return;
    if (_composedCasebook != session.casebook)
        _composer.setCasebook(session.casebook);
    _composedCasebook = session.casebook;
    _composedView = session.view;
    scene::View drawn = session.view;
    _scene = _composer.compose(drawn);
    _furnitureRight = drawn.camera.widthPixels - drawn.coveredRight;
    _focus.follow(workspace, _scene);
    _composedView.openedPlace = session.view.openedPlace;
    workspace.summary = _scene.summary;
    workspace.description = _scene.description;
    workspace.credits = _scene.credits;
    workspace.noLaterWord = _laterWords.of(session.casebook, _scene.summary.noLaterWordEvents);
    workspace.isLegendShown = hasLegend();
    _isPictureOld = true;
    ++_scenesComposed;
}

void MapView::draw() {
    const int width = _scene.camera.deviceWidth(), height = _scene.camera.deviceHeight();
    if (_isPictureOld) {
        _picture.reserve(width, height);
        _picture.bind();
        _renderer.draw(_scene);
        _isPictureOld = false;
    }
    glDisable(GL_SCISSOR_TEST); // ImGui leaves it on; it cuts copies too
    render::blit(_picture.framebuffer(), 0, 0, 0, 0, 0, width, height);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glViewport(0, 0, width, height);
}

const timeline::Timeline& MapView::timelineFor(const Session& session) {
    if (_composedCasebook != session.casebook) {
        _composer.setCasebook(session.casebook);
        _composedCasebook = session.casebook;
        _composedView.camera.widthPixels = 0; // no view: composes anew
    }
    return _composer.timelineFor(session.view.filter, session.view.moment.fadeDays);
}

/// The only panel that ends within the part of the picture that furniture may use, at its right.
bool MapView::hasLegend() const {
    const double right = _furnitureRight;
    return _composedView.legend &&
           std::ranges::any_of(_scene.furniture.panels, [&](const scene::Panel& panel) {
               return panel.box.maxX < right && panel.box.maxX > right - 20;
           });
}

std::vector<geo::ScreenBox> MapView::covers() const {
    std::vector<geo::ScreenBox> boxes;
    for (const scene::Panel& panel : _scene.furniture.panels)
        boxes.push_back(panel.box);
    for (const scene::Inset& inset : _scene.insets)
        boxes.push_back(inset.box);
    return boxes;
}

std::optional<geo::ScreenPoint> MapView::pointOf(const model::Casebook& casebook, const model::Id& id) const {
    const std::size_t index = casebook.events.indexOf(id);
    const bool isEvent = index < casebook.events.size();
    std::optional<geo::ScreenPoint> marked;
    for (const scene::Target& target : _scene.targets)
        if (isEvent && target.line.empty() && (!marked || target.kind == scene::TargetKind::spread) &&
            std::ranges::count(target.events, static_cast<std::uint32_t>(index)) > 0)
            marked = target.at;
    if (marked)
        return marked;
    const model::Place* place = casebook.places.find(isEvent ? casebook.events[index].placeId : id);
    // A country is in the lists only: its middle says nothing.
    using enum model::PlacePrecision;
    const model::PlacePrecision precision = isEvent ? casebook.events[index].precision : settlement;
    if (place == nullptr || (!place->position && !place->box) || place->kind == model::PlaceKind::country ||
        precision == country || precision == unknown || precision == none)
        return std::nullopt;
    const geo::LonLat at = place->position ? *place->position
                                           : geo::LonLat{(place->box->minX + place->box->maxX) / 2,
                                                         (place->box->minY + place->box->maxY) / 2};
    try {
        return _scene.camera.toScreen(geo::Projection(_scene.camera.projection).forward(at));
    } catch (const core::Error&) {
        return std::nullopt; // beyond what the projection can show
    }
}

std::vector<geo::ScreenPoint> MapView::pointsOf(const Session& session) const {
    const model::Casebook& casebook = *session.casebook;
    const Page& page = session.history.current();
    std::vector<model::Id> ids = page.events;
    if (casebook.cases.find(page.id) != nullptr)
        for (const model::Event* event : model::eventsOfCase(casebook, page.id))
            ids.push_back(event->id);
    else if (!page.id.empty())
        ids.push_back(page.id);
    std::vector<geo::ScreenPoint> points;
    for (const model::Id& id : ids)
        if (const auto point = pointOf(casebook, id))
            points.push_back(*point);
    return points;
}

std::vector<std::string> MapView::totalsOf(const Session& session, const scene::Target* target) {
    if (target == nullptr || target->events.size() < 2)
        return {};
    return scene::inLines(_composer.totalsOf(session.view, target->events));
}

/// The words beside the pointer or the focus, made anew when they are of another target or scene.
void MapView::point(const Ui& ui, Workspace& workspace, geo::ScreenPoint at, double nowSeconds) {
    const scene::Target* target = scene::Composer::targetAt(_scene, at);
    _focus.point(workspace, _scene, at, target, nowSeconds);
    const bool isHub = _scene.opened && target != nullptr && target->kind != scene::TargetKind::spread;
    if (target == nullptr && scene::Composer::pick(_scene, at).empty())
        return;
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (isHub) // the picture says what stands here
        return;
    const scene::Target* place = target != nullptr ? &placeTargetOf(_scene, *target) : nullptr;
    if (_hint.isNew(_scenesComposed, target, at))
        _hint.set(*workspace.session.casebook, place, scene::Composer::pick(_scene, at),
                  totalsOf(workspace.session, place));
    _hint.drawBesidePointer(ui, *workspace.session.casebook);
}

void MapView::drawFocus(const Ui& ui, const Workspace& workspace) {
    const auto stop = _focus.at(_scene);
    if (!stop)
        return;
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    const ImVec2 at = ui.at(stop->at.x, stop->at.y);
    const float radius = ui(stop->radiusPixels + 6);
    list.AddCircle(at, radius, colors::focusRim, 48, ui(6));
    list.AddCircle(at, radius, colors::focus, 48, ui(3));
    const model::Casebook& casebook = *workspace.session.casebook;
    const bool isInDetails = stop->events().size() == 1 && casebook.events[stop->events().front()].id ==
                                                               workspace.session.history.current().id;
    if (isInDetails)
        return; // they say more
    if (_focusHint.isNew(_scenesComposed, stop->target, stop->at))
        _focusHint.set(casebook, stop->target, {stop->events().begin(), stop->events().end()},
                       totalsOf(workspace.session, stop->target));
    _focusHint.drawAt(ui, casebook, stop->at, stop->radiusPixels + 16);
}

void MapView::show(Workspace& workspace, const std::vector<std::uint32_t>& events,
                   const scene::Target* target) {
    Session& session = workspace.session;
    const model::Casebook& casebook = *session.casebook;
    std::vector<std::uint32_t> inTime = events;
    const timeline::Timeline& timeline = timelineFor(session);
    std::ranges::stable_sort(inTime, {}, [&](std::uint32_t event) { return timeline.span(event).earliest; });
    std::vector<model::Id> ids;
    for (const std::uint32_t event : inTime)
        ids.push_back(casebook.events[event].id);
    const model::Event& first = casebook.events[events.front()];
    const bool isOnePlace = !first.placeId.empty() && std::ranges::all_of(events, [&](std::uint32_t event) {
        return casebook.events[event].placeId == first.placeId;
    });
    const std::string date = scene::dateHeadline(session.view.moment);
    std::string heading = isOnePlace ? core::trf("{0} events at {1} · {2}", ids.size(),
                                                 model::placeText(casebook, first.placeId), date)
                          : target != nullptr && target->places > 1
                              ? core::trf("{0} events at {1} places near {2} · {3}", ids.size(),
                                          target->places, model::placeText(casebook, target->placeId), date)
                              : core::trf("{0} events here · {1}", ids.size(), date);
    selectEvents(session, std::move(heading), std::move(ids), totalsOf(session, target));
}

const scene::Target* MapView::openedPlace() const {
    const auto at = std::ranges::find_if(_scene.targets, [&](const scene::Target& target) {
        return _scene.opened && target.kind == scene::TargetKind::place &&
               target.placeId == _scene.opened->placeId;
    });
    return at == _scene.targets.end() ? nullptr : &*at;
}

void MapView::click(Workspace& workspace, geo::ScreenPoint at) {
    const scene::Target* target = scene::Composer::targetAt(_scene, at);
    const bool isSpread = target != nullptr && target->kind == scene::TargetKind::spread;
    if (_focus.isHoverOpened() && !isSpread) // a click says that it is to stay
        target = openedPlace();
    const auto picked = _focus.isHoverOpened() && !isSpread && target != nullptr
                            ? target->events
                            : scene::Composer::pick(_scene, at);
    if (picked.empty()) {
        _focus.leave();
        _focus.close(workspace);
        return deselect(workspace.session);
    }
    const scene::Target* place = target != nullptr ? &placeTargetOf(_scene, *target) : nullptr;
    const bool isStack =
        place != nullptr && place->kind == scene::TargetKind::place && place->events.size() > 1;
    show(workspace, picked, place);
    workspace.clickedAt = at;
    if (isStack)
        _focus.togglePlace(workspace, place->placeId);
    else if (isSpread)
        _focus.pin();
    else
        _focus.close(workspace);
}

bool MapView::handleKey(Workspace& workspace, const KeyPress& press) {
    const bool isTaken = _focus.press(workspace, _scene, press);
    const auto stop = _focus.at(_scene);
    if (const auto chosen = _focus.takeChosen(); !chosen.empty())
        show(workspace, chosen, stop ? stop->target : nullptr);
    return isTaken;
}

void MapView::handleMouse(const Ui& ui, Workspace& workspace, double nowSeconds) {
    constexpr double clickPixels = 4;
    const ImGuiIO& io = ImGui::GetIO();
    Session& session = workspace.session;
    scene::Camera& camera = session.view.camera;
    const geo::ScreenPoint at{io.MousePos.x / ui.pixel, io.MousePos.y / ui.pixel};
    if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
        if (_isDragging && _draggedPixels < clickPixels && ImGui::IsMouseReleased(ImGuiMouseButton_Left))
            click(workspace, at);
        if (ImGui::IsMouseReleased(ImGuiMouseButton_Left))
            _releasedAt = at;
        _isDragging = false;
    }
    if (_isDragging) {
        const double dx = io.MouseDelta.x / ui.pixel, dy = io.MouseDelta.y / ui.pixel;
        const double before = _draggedPixels;
        _draggedPixels += std::hypot(dx, dy);
        if (_draggedPixels >= clickPixels && (dx != 0 || dy != 0))
            camera = before < clickPixels
                         ? scene::panned(camera, (io.MousePos.x - io.MouseClickedPos[0].x) / ui.pixel,
                                         (io.MousePos.y - io.MouseClickedPos[0].y) / ui.pixel)
                         : scene::panned(camera, dx, dy);
        return;
    }
    if (io.WantCaptureMouse || !ImGui::IsMousePosValid())
        return _focus.pointAway(workspace);
    if (io.MouseWheel != 0)
        camera = scene::zoomed(camera, std::pow(1.25, io.MouseWheel), at);
    if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left) && scene::Composer::pick(_scene, at).empty())
        camera = scene::zoomed(camera, io.KeyShift ? 0.5 : 2, at);
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        _isDragging = true;
        _draggedPixels = ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left) ? clickPixels : 0;
    }
    // What a click has just opened is not covered by a hint at the same spot.
    if (at.x != _releasedAt.x || at.y != _releasedAt.y)
        point(ui, workspace, at, nowSeconds);
}

} // namespace surplace::app
