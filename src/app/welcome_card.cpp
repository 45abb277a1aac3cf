#include "app/event_words.hpp"
#include "app/panels.hpp"
#include <fmt/format.h>

namespace surplace::app {
namespace {

using model::Assertion;
using model::EventKind;

void symbolWithWords(const Ui& ui, EventKind kind, Assertion assertion, const char* text) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float line = ImGui::GetTextLineHeight();
    drawSymbol(*ImGui::GetWindowDrawList(), kind, assertion, {at.x + ui(8), at.y + line / 2}, ui(6));
    ImGui::Dummy({ui(18), line});
    ImGui::SameLine(0, ui(6));
    ImGui::TextUnformatted(text);
}

void drawSymbols(const Ui& ui) {
    if (!ImGui::BeginTable("symbols", 2))
        return;
    for (const EventKind kind :
         {EventKind::detention, EventKind::holding, EventKind::transfer, EventKind::forcedReturn}) {
        ImGui::TableNextColumn();
        symbolWithWords(ui, kind, Assertion::confirmed, std::string(model::title(kind)).c_str());
    }
    for (const auto& [assertion, text] :
         {std::pair{Assertion::confirmed, "full: confirmed"},
          std::pair{Assertion::reported, "full, with a ring: reported"},
          std::pair{Assertion::believed, "hatched: believed"},
          std::pair{Assertion::feared, "open, dotted: feared, not yet happened"}}) {
        ImGui::TableNextColumn();
        symbolWithWords(ui, EventKind::detention, assertion, text);
    }
    ImGui::EndTable();
}

} // namespace

void drawWelcomeCard(const Ui& ui, Workspace& workspace, double nowSeconds) {
    bool isOpen = true;
    Session& session = workspace.session;
    if (beginDialog(ui, "People sent back across the Yalu and the Tumen", 600, isOpen)) {
        ImGui::Dummy(ui.at(1, 2));
        words(ui, "This map shows what letters, press releases and news reports say about North Korean "
                  "refugees detained in China, moved towards the "
                  "border and sent back: when, where, how many people, and how sure the source is. Every "
                  "mark leads to its source and its words.");
        ImGui::Dummy(ui.at(1, 4));
        drawSymbols(ui);
        ImGui::Dummy(ui.at(1, 4));
        words(ui, "A soft area instead of a mark: the place is known only to that area. A dashed line: two "
                  "stops are known, the way between them is not.");
        words(ui, "Absence of rows is not absence of events.", colors::ink, ui.fonts.bold);
        ImGui::Dummy(ui.at(1, 6));
        if (button(ui, fmt::format("Play {}", periodInWords(session.view.moment.period)).c_str(), true)) {
            isOpen = false;
            session.view.moment.day = session.view.moment.period.first;
            session.player.isPlaying = false;
            togglePlaying(session, nowSeconds);
        }
        ImGui::SameLine();
        if (button(ui, "Look around"))
            isOpen = false;
    }
    endCard();
    if (!isOpen && workspace.dialog == Dialog::welcome) {
        workspace.dialog = Dialog::none;
        workspace.settings.isWelcomeSeen = true;
    }
}

void drawHelpCard(const Ui& ui, Workspace& workspace) {
    static constexpr std::pair<const char*, const char*> keys[] = {
        {"Space", "play, pause"},
        {"Left, Right", "one step back, on"},
        {"Home, End", "first, last day"},
        {"+ and -, wheel, double click", "closer, farther"},
        {"Drag, Shift with arrows", "move the map"},
        {"F, Shift+F", "show the border, all events"},
        {"Click on a mark", "what happened there, with its sources"},
        {"Esc", "close, deselect"},
        {"Alt+Left, Alt+Right", "page back, page forward in the details"},
        {"Ctrl+F", "search"},
        {"L", "legend"},
        {"Ctrl+O", "open a casebook"},
        {"Ctrl+P", "save a picture"},
        {"Tab", "fold all panels away, and back"},
        {"Ctrl+Q", "close the window"}};
    bool isOpen = true;
    if (beginDialog(ui, "Help", 560, isOpen)) {
        ImGui::Dummy(ui.at(1, 2));
        if (ImGui::BeginTable("keys", 2, ImGuiTableFlags_SizingFixedFit)) {
            for (const auto& [key, meaning] : keys) {
                ImGui::TableNextColumn();
                words(ui, key, colors::ink, ui.fonts.bold);
                ImGui::TableNextColumn();
                ImGui::TextUnformatted(meaning);
            }
            ImGui::EndTable();
        }
        ImGui::Dummy(ui.at(1, 4));
        words(ui,
              "Drop a casebook (.gpkg), a folder of the text form or a table of events (.csv) onto the "
              "window to open it. "
              "A date can be typed as 2017, 2017-06 or 2017-06-25, a period as 2016/2018.",
              colors::inkSoft);
    }
    endCard();
    if (!isOpen && workspace.dialog == Dialog::help)
        workspace.dialog = Dialog::none;
}

} // namespace surplace::app
