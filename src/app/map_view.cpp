#include "app/map_view.hpp"
#include "app/event_words.hpp"
#include "model/describe.hpp"
#include "scene/moment_words.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

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
    // Between the panels of a small window the lines of sources would take all of the map: they run under
    // them.
    if (workspace.isCompact)
        drawn.coveredLeft = drawn.coveredRight = 0;
    workspace.analysis.refusal.clear();
    try {
        if (drawn.moment.mode != timeline::Mode::period)
            _composer.holdScale(drawn);
        _scene = _composer.compose(drawn);
    } catch (const core::Error& error) {
        if (!drawn.overlay)
            throw;
        // What cannot be honestly counted leaves the marks, and says why.
        workspace.analysis.refusal = error.what();
        workspace.analysis.isOpen = true;
        drawn.overlay.reset();
        _scene = _composer.compose(drawn);
    }
    _furnitureRight = drawn.camera.widthPixels - drawn.coveredRight;
    workspace.summary = _scene.summary;
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
    for (const scene::Target& target : _scene.targets)
        if (isEvent && target.line.empty() &&
            std::ranges::count(target.events, static_cast<std::uint32_t>(index)) > 0)
            return target.at;
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

void MapView::hover(const Ui& ui, const Session& session, geo::ScreenPoint at) {
    constexpr std::size_t mostLines = 4;
    const auto events = scene::Composer::pick(_scene, at);
    if (events.empty())
        return;
    const model::Casebook& casebook = *session.casebook;
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ui.at(12, 9));
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(ui(340));
    for (std::size_t i = 0; i < std::min(events.size(), mostLines); ++i) {
        const model::Event& event = casebook.events[events[i]];
        std::string over = whenAndWhere(casebook, event);
        if (!model::isContext(event.kind))
            over += " · " + (event.people.isKnown() ? event.people.inWords() + " people"
                                                    : std::string("number not given"));
        ui.glyphs->need(over);
        ui.glyphs->need(event.what);
        if (i > 0)
            ImGui::Dummy(ui.at(1, 2));
        const ImVec2 corner = ImGui::GetCursorScreenPos();
        drawSymbol(*ImGui::GetWindowDrawList(), event.kind, event.assertion,
                   {corner.x + ui(7), corner.y + ui(9)}, ui(5.5));
        ImGui::Indent(ui(20));
        ImGui::PushFont(ui.fonts.small);
        ImGui::PushStyleColor(ImGuiCol_Text, colors::inkSoft);
        ImGui::TextUnformatted(over.c_str());
        ImGui::PopStyleColor();
        ImGui::PopFont();
        ImGui::TextUnformatted(sentenceOf(event).c_str());
        ImGui::Unindent(ui(20));
    }
    if (events.size() > mostLines)
        ImGui::TextUnformatted(
            fmt::format("and {} more here: click to see all", events.size() - mostLines).c_str());
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
    ImGui::PopStyleVar();
}

void MapView::click(Workspace& workspace, geo::ScreenPoint at) {
    Session& session = workspace.session;
    const auto picked = scene::Composer::pick(_scene, at);
    if (picked.empty())
        return deselect(session);
    const model::Casebook& casebook = *session.casebook;
    std::vector<std::uint32_t> inTime = picked;
    const timeline::Timeline& timeline = timelineFor(session);
    std::ranges::stable_sort(inTime, {}, [&](std::uint32_t event) { return timeline.span(event).earliest; });
    std::vector<model::Id> ids;
    for (const std::uint32_t event : inTime)
        ids.push_back(casebook.events[event].id);
    const model::Event& first = casebook.events[picked.front()];
    std::string where = first.placeId.empty() ? "here" : "at " + model::placeText(casebook, first.placeId);
    for (const std::uint32_t event : picked)
        if (casebook.events[event].placeId != first.placeId)
            where = "here";
    std::string heading =
        fmt::format("{} events {} · {}", ids.size(), where, scene::dateHeadline(session.view.moment));
    selectEvents(session, std::move(heading), std::move(ids));
    workspace.clickedAt = at;
}

void MapView::handleMouse(const Ui& ui, Workspace& workspace) {
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
        return;
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
        hover(ui, session, at);
}

} // namespace surplace::app
