#include "app/inspector_panel.hpp"
#include "app/event_words.hpp"
#include "app/focus.hpp"
#include "core/translation.hpp"
#include <fmt/format.h>

namespace surplace::app {
namespace {

bool isAddress(const std::string& text) {
    return text.rfind("http://", 0) == 0 || text.rfind("https://", 0) == 0;
}

const model::Place* placeOf(const model::Casebook& casebook, const model::Id& id) {
    if (const model::Event* event = casebook.events.find(id))
        return casebook.places.find(event->placeId);
    return casebook.places.find(id);
}

geo::LonLatBox boxOf(const model::Place& place) {
    constexpr double marginDegrees = 0.6;
    geo::LonLatBox box;
    if (place.box) {
        box = *place.box;
    } else if (place.position) {
        box.add(place.position->longitudeDegrees - marginDegrees,
                place.position->latitudeDegrees - marginDegrees);
        box.add(place.position->longitudeDegrees + marginDegrees,
                place.position->latitudeDegrees + marginDegrees);
    }
    return box;
}

void drawQuote(const Ui& ui, const std::string& text) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::Indent(ui(12));
    // Records that hold several quotes have their own marks.
    const bool isMarked = text.find('"') != std::string::npos || text.find("“") != std::string::npos;
    words(ui, isMarked ? text : "“" + text + "”", colors::quote);
    ImGui::Unindent(ui(12));
    const float bottom = ImGui::GetItemRectMax().y;
    ImGui::GetWindowDrawList()->AddRectFilled({at.x + ui(2), at.y + ui(1)}, {at.x + ui(5), bottom},
                                              colors::accentLine, ui(1.5));
}

} // namespace

void InspectorPanel::drawHeader(const Ui& ui, Workspace& workspace) {
    Session& session = workspace.session;
    const bool canGoBack = session.history.canGoBack(), canGoForward = session.history.canGoForward();
    ImGui::PushStyleVar(ImGuiStyleVar_Alpha, canGoBack ? 1.0f : 0.35f);
    if (iconButton(ui, "back", Icon::back, core::tr("Back (Alt+Left)"), false, 28) && canGoBack)
        goBack(session);
    ImGui::PopStyleVar();
    ImGui::SameLine(0, ui(2));
    if (iconButton(ui, "forward", Icon::forward, core::tr("Forward (Alt+Right)"), false, 28) && canGoForward)
        goForward(session);
    drawActions(ui, workspace);
    ImGui::SameLine(ImGui::GetWindowWidth() - ui(40));
    if (iconButton(ui, "close", Icon::close, core::tr("Close (Esc)"), false, 28))
        deselect(session);
}

void InspectorPanel::drawActions(const Ui& ui, Workspace& workspace) {
    Session& session = workspace.session;
    const model::Casebook& casebook = *session.casebook;
    const model::Id id = session.history.current().id;
    timeline::Filter& filter = session.view.filter;
    ImGui::SameLine(0, ui(10));
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + ui(3));
    if (const model::Place* place = placeOf(casebook, id); place != nullptr && !boxOf(*place).isEmpty())
        if (chip(ui, core::tr("Show on the map"))) {
            if (const model::Event* event = casebook.events.find(id))
                if (const std::string dropped = showMomentOf(session, *event); !dropped.empty())
                    say(workspace, dropped);
            fitBox(session, boxOf(*place));
        }
    std::set<model::Id>* narrowed = casebook.cases.find(id) != nullptr     ? &filter.cases
                                    : casebook.places.find(id) != nullptr  ? &filter.places
                                    : casebook.sources.find(id) != nullptr ? &filter.sources
                                                                           : nullptr;
    if (narrowed == nullptr)
        return;
    if (placeOf(casebook, id) != nullptr)
        ImGui::SameLine(0, ui(6));
    const bool isOnly = narrowed->count(id) > 0;
    if (chip(ui, core::tr("Only this"), isOnly, core::tr("Narrow map, lists and timeline to it"))) {
        if (isOnly)
            narrowed->erase(id);
        else
            *narrowed = {id};
    }
}

void InspectorPanel::drawEvents(const Ui& ui, Workspace& workspace) {
    const Page page = workspace.session.history.current();
    const model::Casebook& casebook = *workspace.session.casebook;
    heading(ui, page.heading);
    for (const std::string& note : page.notes)
        words(ui, note, colors::inkSoft, ui.fonts.small);
    const model::Event* first = casebook.events.find(page.events.front());
    bool isOnePlace = first != nullptr && !first->placeId.empty();
    for (const model::Id& id : page.events)
        if (const model::Event* event = casebook.events.find(id))
            isOnePlace = isOnePlace && event->placeId == first->placeId;
    if (isOnePlace &&
        link(ui, core::trf("All that is recorded of {0}", model::placeText(casebook, first->placeId))))
        return select(workspace.session, first->placeId);
    ImGui::Dummy(ui.at(1, 4));
    const auto count = static_cast<int>(page.events.size());
    scrollToWantedRow(ui, ImGui::GetStyle().ItemSpacing.y);
    ImGuiListClipper clipper;
    clipper.Begin(count, ui(eventRowHeightPixels()) + ImGui::GetStyle().ItemSpacing.y);
    while (clipper.Step())
        for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row)
            if (const std::size_t index = casebook.events.indexOf(page.events[static_cast<std::size_t>(row)]);
                index < casebook.events.size()) {
                drawEventRow(ui, workspace, index);
                ui.focus->noteRow(row, count);
            }
}

void InspectorPanel::drawRecord(const Ui& ui, Workspace& workspace) {
    Session& session = workspace.session;
    const model::Event* event = session.casebook->events.find(session.history.current().id);
    bool isFirst = true;
    model::Id target;
    for (std::size_t i = 0; i < _facts.size(); ++i) {
        const model::Fact& fact = _facts[i];
        ImGui::PushID(static_cast<int>(i));
        if (isFirst && event != nullptr) {
            const ImVec2 at = ImGui::GetCursorScreenPos();
            drawSymbol(*ImGui::GetWindowDrawList(), event->kind, event->assertion,
                       {at.x + ui(8), at.y + ImGui::GetTextLineHeight() / 2}, ui(6.5));
            ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ui(22));
        }
        // A label that repeats (several sources, many events) is said once.
        if (i == 0 || _facts[i - 1].label != fact.label) {
            if (i > 0)
                ImGui::Dummy(ui.at(1, 1));
            words(ui, fact.label, colors::inkSoft, ui.fonts.small);
            ImGui::SetCursorPosY(ImGui::GetCursorPosY() - ui(4));
        }
        if (fact.quoted)
            drawQuote(ui, fact.text);
        else if (!fact.link.empty()) {
            if (link(ui, fact.text))
                target = fact.link;
        } else if (isAddress(fact.text)) {
            if (link(ui, fact.text) && !openAddress(fact.text))
                sayError(workspace, core::trf("no program was found to open {0}", fact.text));
        } else
            words(ui, fact.text, colors::ink, isFirst ? ui.fonts.bold : ui.fonts.body);
        isFirst = false;
        ImGui::PopID();
    }
    if (_facts.empty())
        words(ui, core::trf("The casebook has no record with this id: {0}", session.history.current().id),
              colors::inkSoft);
    if (!target.empty())
        select(session, target);
}

void InspectorPanel::draw(const Ui& ui, Workspace& workspace, const Layout& layout) {
    if (layout.inspector.isEmpty())
        return;
    const Session& session = workspace.session;
    const bool isNew = _described != session.history.current();
    const bool isOtherLanguage = _describedLanguage != core::currentLanguage();
    if (isNew || isOtherLanguage || _describedCasebook != session.casebook) {
        _described = session.history.current();
        _describedCasebook = session.casebook;
        _describedLanguage = core::currentLanguage();
        _facts = model::describe(*session.casebook, _described.id);
    }
    if (beginCard(ui, "inspector", layout.inspector,
                  ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse)) {
        double& width = layout.hasNarrowDetails ? workspace.settings.inspectorBesideListWidth
                                                : workspace.settings.inspectorWidth;
        drawSplitter(ui, "width", layout.inspector, false, width, 280, 720);
        drawHeader(ui, workspace);
        ImGui::BeginChild("page", {0, 0}, false);
        ui.focus->scrollPages();
        if (isNew)
            ImGui::SetScrollY(0);
        if (session.history.isOpen()) {
            if (_described.events.empty())
                drawRecord(ui, workspace);
            else
                drawEvents(ui, workspace);
        }
        ImGui::EndChild();
    }
    endCard();
}

} // namespace surplace::app
