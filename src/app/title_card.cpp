#include "app/event_words.hpp"
#include "app/panels.hpp"
#include "scene/moment_words.hpp"
#include <fmt/format.h>

namespace surplace::app {
namespace {

std::vector<model::Id> idsOf(const model::Casebook& casebook, const std::vector<std::uint32_t>& events) {
    std::vector<model::Id> ids;
    for (const std::uint32_t event : events)
        if (event < casebook.events.size())
            ids.push_back(casebook.events[event].id);
    return ids;
}

void drawChips(const Ui& ui, Workspace& workspace) {
    const scene::Summary& summary = workspace.summary;
    Session& session = workspace.session;
    if (summary.withoutPlace > 0 && chip(ui, fmt::format("{} without a place", summary.withoutPlace), false,
                                         "These say no place that can be drawn. Click to list them."))
        selectEvents(session,
                     fmt::format("{} without a place · {}", counted(summary.withoutPlace, "event", "events"),
                                 scene::dateHeadline(session.view.moment)),
                     idsOf(*session.casebook, summary.withoutPlaceEvents));
    if (summary.outsideView == 0)
        return;
    if (summary.withoutPlace > 0)
        ImGui::SameLine(0, ui(6));
    if (chip(ui, fmt::format("{} outside this view", summary.outsideView), false,
             "Click to move the map so that they are seen."))
        fitBox(session, summary.outsideBox);
}

/// With the lists folded away nothing else says that the map is narrowed.
void drawFilterChip(const Ui& ui, Session& session, double roomPixels) {
    timeline::Filter& filter = session.view.filter;
    std::string only = timeline::inWords(filter, *session.casebook);
    if (only.empty())
        return;
    if (!filter.text.empty())
        only += " \u201c" + filter.text + "\u201d";
    if (chip(ui, cut("Only: " + only, ui.fonts.small, ui(roomPixels - 40)) + "  \u00d7##filter", true,
             "Click to show everything again"))
        filter = {};
}

/// In the corner of the card under which the lists unfold.
void drawListButton(const Ui& ui, Workspace& workspace, const Layout& layout) {
    bool& isOpen = workspace.settings.isListOpen;
    const ImVec2 before = ImGui::GetCursorPos();
    ImGui::SetCursorPos(ui.at(layout.title.width() - 40, 7));
    if (iconButton(ui, "list", Icon::list,
                   isOpen ? "Fold the lists away" : "Lists, search and filters (Ctrl+F)", isOpen))
        isOpen = !isOpen;
    ImGui::SetCursorPos(before);
}

} // namespace

double drawTitleCard(const Ui& ui, Workspace& workspace, const Layout& layout) {
    const Session& session = workspace.session;
    const scene::Summary& summary = workspace.summary;
    ImGui::SetNextWindowSizeConstraints(ui.at(layout.title.width(), 0), ui.at(layout.title.width(), 400));
    double height = layout.title.height();
    if (beginCard(ui, "title", layout.title,
                  ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoScrollbar)) {
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ui.at(8, 2));
        const std::string title =
            session.casebook->title.empty() ? session.file.filename().string() : session.casebook->title;
        drawListButton(ui, workspace, layout);
        ImGui::BeginGroup();
        ImGui::PushTextWrapPos(ui(layout.title.width() - 50));
        const std::string name = title + (session.isUnsaved ? " · not saved" : "");
        ui.glyphs->need(name);
        ImGui::PushStyleColor(ImGuiCol_Text, colors::inkSoft);
        ImGui::TextUnformatted(name.c_str());
        ImGui::PopStyleColor();
        ImGui::PopTextWrapPos();
        ImGui::EndGroup();
        // A period of two full dates is too long for the large face.
        const std::string date = scene::dateHeadline(session.view.moment);
        ImFont* face = widthOf(ui.fonts.display, date) > ui(layout.title.width() - 26) ? ui.fonts.bold
                                                                                       : ui.fonts.display;
        words(ui, date, colors::ink, face);
        std::string line = scene::modeInWords(session.view.moment);
        words(ui, line, colors::inkSoft, ui.fonts.small);
        std::string shown = counted(summary.shown, "record", "records") + " shown";
        if (summary.shownPossible > 0)
            shown += fmt::format(", {} of them possibly", summary.shownPossible);
        if (summary.feared > 0)
            shown += fmt::format(", {} only feared", summary.feared);
        words(ui, shown, colors::inkSoft, ui.fonts.small);
        ImGui::PopStyleVar();
        if (summary.withoutPlace > 0 || summary.outsideView > 0) {
            drawChips(ui, workspace);
        } else {
            // The room is kept, so that neither the lists nor the map move while playing.
            ImGui::PushFont(ui.fonts.small);
            ImGui::Dummy({1, ImGui::GetTextLineHeight() + ui(7)});
            ImGui::PopFont();
        }
        if (!workspace.settings.isListOpen)
            drawFilterChip(ui, workspace.session, layout.title.width() - 26);
        height = ImGui::GetWindowHeight() / ui.pixel;
    }
    endCard();
    return height;
}

} // namespace surplace::app
