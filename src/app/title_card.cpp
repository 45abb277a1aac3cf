#include "app/event_words.hpp"
#include "app/panels.hpp"
#include "core/translation.hpp"
#include "scene/moment_words.hpp"
#include <fmt/format.h>

namespace surplace::app {
namespace {

/// Puts chips side by side, and on a new line where the next does not fit.
class ChipFlow {
public:
    ChipFlow(const Ui& ui, float room) : _ui(ui), _room(room) {}
    bool add(const std::string& label, const char* hint) {
        const float width = widthOf(_ui.fonts.small, label) + _ui(18);
        if (_used > 0 && _used + _ui(6) + width <= _room)
            ImGui::SameLine(0, _ui(6));
        else if (_used > 0 || _rows == 0) {
            _used = 0;
            ++_rows;
        }
        _used += (_used > 0 ? _ui(6) : 0) + width;
        return chip(_ui, label, false, hint);
    }
    /// Takes up as much as so many lines, so that neither the lists nor the map move while playing.
    void keepRows(int rows) {
        for (; _rows < rows; ++_rows) {
            ImGui::PushFont(_ui.fonts.small);
            ImGui::Dummy({1, ImGui::GetTextLineHeight() + _ui(7)});
            ImGui::PopFont();
        }
    }

private:
    const Ui& _ui;
    float _room, _used = 0;
    int _rows = 0;
};

std::vector<model::Id> idsOf(const model::Casebook& casebook, const std::vector<std::uint32_t>& events) {
    std::vector<model::Id> ids;
    for (const std::uint32_t event : events)
        if (event < casebook.events.size())
            ids.push_back(casebook.events[event].id);
    return ids;
}

void drawNoLaterWordChip(ChipFlow& chips, Workspace& workspace) {
    const NoLaterWord& over = workspace.noLaterWord;
    if (over.feared.empty() && over.openEnded.empty())
        return;
    const auto open = static_cast<long>(over.openEnded.size());
    const std::string feared = core::trf("{0} with no later word", over.feared.size());
    const std::string unended = core::trf("{0} whose end is not given", open);
    const bool hasFeared = !over.feared.empty();
    if (!chips.add(
            hasFeared ? feared : unended,
            hasFeared
                ? core::tr("Feared once, not reported as done; no longer on the map. Click to list them.")
                : core::tr("Lasting when they were last written of; no longer on the map. Click to list "
                           "them.")))
        return;
    std::vector<model::Id> events = over.feared;
    events.insert(events.end(), over.openEnded.begin(), over.openEnded.end());
    std::string heading = unended;
    if (hasFeared && open > 0)
        heading = core::trf("{0} feared, with no later word, and {1} whose end is not given",
                            over.feared.size(), open);
    else if (hasFeared)
        heading = core::trf("{0} feared, with no later word", over.feared.size());
    selectEvents(workspace.session, heading + " · " + scene::dateHeadline(workspace.session.view.moment),
                 std::move(events));
}

void drawChips(const Ui& ui, Workspace& workspace) {
    const scene::Summary& summary = workspace.summary;
    Session& session = workspace.session;
    ChipFlow chips(ui, ImGui::GetContentRegionAvail().x);
    if (summary.withoutPlace > 0 &&
        chips.add(core::trf("{0} without a place", summary.withoutPlace),
                  core::tr("These say no place that can be drawn. Click to list them.")))
        selectEvents(session,
                     core::trn(summary.withoutPlace, "{0} event without a place · {1}",
                               "{0} events without a place · {1}", summary.withoutPlace,
                               scene::dateHeadline(session.view.moment)),
                     idsOf(*session.casebook, summary.withoutPlaceEvents));
    if (summary.outsideView > 0 && chips.add(core::trf("{0} outside this view", summary.outsideView),
                                             core::tr("Click to move the map so that they are seen.")))
        fitBox(session, summary.outsideBox);
    drawNoLaterWordChip(chips, workspace);
    chips.keepRows(workspace.noLaterWord.canBe && !workspace.isCompact ? 2 : 1);
}

/// With the lists folded away nothing else says that the map is narrowed.
void drawFilterChip(const Ui& ui, Session& session, double roomPixels) {
    timeline::Filter& filter = session.view.filter;
    std::string only = timeline::inWords(filter, *session.casebook);
    if (only.empty())
        return;
    if (!filter.text.empty())
        only += " \u201c" + filter.text + "\u201d";
    if (chip(ui, cut(core::trf("Only: {0}", only), ui.fonts.small, ui(roomPixels - 40)) + "  \u00d7##filter",
             true, core::tr("Click to show everything again")))
        filter = {};
}

/// In the corner of the card under which the lists unfold.
void drawListButton(const Ui& ui, Workspace& workspace, const Layout& layout) {
    const bool isShown = !layout.list.isEmpty(); // or it has made way for the details
    const ImVec2 before = ImGui::GetCursorPos();
    ImGui::SetCursorPos(ui.at(layout.title.width() - 40, 7));
    if (iconButton(ui, "list", Icon::list,
                   isShown ? core::tr("Fold the lists away") : core::tr("Lists, search and filters (Ctrl+F)"),
                   isShown)) {
        if (!isShown && (workspace.settings.isListOpen || layout.isCompact))
            deselect(workspace.session);
        workspace.settings.isListOpen = !isShown;
    }
    ImGui::SetCursorPos(before);
}

/// The casebook's title; in a small window only what it must say.
void drawName(const Ui& ui, const Session& session, const Layout& layout) {
    std::string name = layout.isCompact                  ? ""
                       : session.casebook->title.empty() ? session.file.filename().string()
                                                         : session.casebook->title;
    if (session.isUnsaved)
        name += (name.empty() ? "" : " · ") + std::string(core::tr("not saved"));
    if (name.empty())
        return;
    ui.glyphs->need(name);
    ImGui::BeginGroup();
    ImGui::PushTextWrapPos(ui(layout.title.width() - 50));
    ImGui::PushStyleColor(ImGuiCol_Text, colors::inkSoft);
    ImGui::TextUnformatted(name.c_str());
    ImGui::PopStyleColor();
    ImGui::PopTextWrapPos();
    ImGui::EndGroup();
}

} // namespace

double drawTitleCard(const Ui& ui, Workspace& workspace, const Layout& layout, double lastHeightPixels) {
    if (layout.title.isEmpty())
        return lastHeightPixels;
    const Session& session = workspace.session;
    const scene::Summary& summary = workspace.summary;
    ImGui::SetNextWindowSizeConstraints(ui.at(layout.title.width(), 0), ui.at(layout.title.width(), 400));
    double height = layout.title.height();
    if (beginCard(ui, "title", layout.title,
                  ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoScrollbar)) {
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ui.at(8, 2));
        drawListButton(ui, workspace, layout);
        drawName(ui, session, layout);
        // A period of two full dates is too long for the large face.
        const std::string date = scene::dateHeadline(session.view.moment);
        const double room = layout.title.width() - (layout.isCompact ? 60 : 26);
        ImFont* face = widthOf(ui.fonts.display, date) > ui(room) ? ui.fonts.bold : ui.fonts.display;
        words(ui, date, colors::ink, face);
        if (!layout.isCompact) // there the timeline says it
            words(ui, scene::modeInWords(session.view.moment), colors::inkSoft, ui.fonts.small);
        std::vector<std::string> shown{
            core::trn(summary.shown, "{0} record shown", "{0} records shown", summary.shown)};
        if (summary.shownPossible > 0)
            shown.push_back(core::trf("{0} of them possibly", summary.shownPossible));
        if (summary.feared > 0)
            shown.push_back(core::trf("{0} only feared", summary.feared));
        words(ui, core::listed(shown), colors::inkSoft, ui.fonts.small);
        ImGui::PopStyleVar();
        drawChips(ui, workspace);
        if (!workspace.settings.isListOpen)
            drawFilterChip(ui, workspace.session, layout.title.width() - 26);
        height = ImGui::GetWindowHeight() / ui.pixel;
    }
    endCard();
    return height;
}

} // namespace surplace::app
