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
    _scene = _composer.compose(session.view);
    workspace.summary = _scene.summary;
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

void MapView::click(Session& session, geo::ScreenPoint at) {
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
}

void MapView::handleMouse(const Ui& ui, Workspace& workspace) {
    constexpr double clickPixels = 4;
    const ImGuiIO& io = ImGui::GetIO();
    Session& session = workspace.session;
    scene::Camera& camera = session.view.camera;
    const geo::ScreenPoint at{io.MousePos.x / ui.pixel, io.MousePos.y / ui.pixel};
    if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
        if (_isDragging && _draggedPixels < clickPixels && ImGui::IsMouseReleased(ImGuiMouseButton_Left))
            click(session, at);
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
