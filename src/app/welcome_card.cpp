#include "app/event_words.hpp"
#include "app/panels.hpp"
#include "core/translation.hpp"
#include "scene/moment_words.hpp"
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
    ImGui::PushTextWrapPos(0);
    ImGui::TextUnformatted(text);
    ImGui::PopTextWrapPos();
}

/// In two columns at fixed places: a table would take its widths from words that wrap.
void drawSymbols(const Ui& ui) {
    static constexpr struct {
        EventKind kind;
        Assertion assertion;
        const char* text;
    } signs[] = {
        {EventKind::detention, Assertion::confirmed, core::toTranslate("sign", "detention")},
        {EventKind::detention, Assertion::confirmed, core::toTranslate("sign", "full: confirmed")},
        {EventKind::holding, Assertion::confirmed, core::toTranslate("sign", "holding")},
        {EventKind::detention, Assertion::reported, core::toTranslate("sign", "full, with a ring: reported")},
        {EventKind::transfer, Assertion::confirmed, core::toTranslate("sign", "transfer")},
        {EventKind::detention, Assertion::believed, core::toTranslate("sign", "hatched: believed")},
        {EventKind::forcedReturn, Assertion::confirmed, core::toTranslate("sign", "forced return")},
        {EventKind::detention, Assertion::feared,
         core::toTranslate("sign", "open, dotted: feared, not reported as having happened")}};
    bool isLeft = true;
    for (const auto& sign : signs) {
        if (!isLeft && ImGui::GetWindowWidth() > ui(520)) // else one under the other
            ImGui::SameLine(ui(200));
        symbolWithWords(ui, sign.kind, sign.assertion, core::trc("sign", sign.text));
        isLeft = !isLeft;
    }
}

} // namespace

void drawWelcomeCard(const Ui& ui, Workspace& workspace, double nowSeconds) {
    bool isOpen = true;
    Session& session = workspace.session;
    if (beginDialog(ui, core::tr("People sent back across the Yalu and the Tumen"), 660, isOpen)) {
        ImGui::Dummy(ui.at(1, 2));
        words(ui, core::tr(
                      "This map shows what letters, press releases and news reports say about North Korean "
                      "refugees detained in China, moved towards the "
                      "border and sent back: when, where, how many people, and how sure the source is. Every "
                      "mark leads to its source and, where given, its words."));
        ImGui::Dummy(ui.at(1, 4));
        drawSymbols(ui);
        ImGui::Dummy(ui.at(1, 4));
        // In a small window the buttons come first; the legend says the rest.
        if (ImGui::GetIO().DisplaySize.y > ui(420))
            words(ui,
                  core::tr(
                      "A soft area instead of a mark: the place is known only to that area. A dashed line: "
                      "two stops are known, the way between them is not."));
        words(ui, core::tr("Absence of rows is not absence of events."), colors::ink, ui.fonts.bold);
        ImGui::Dummy(ui.at(1, 6));
        if (button(ui, core::trf("Play {0}", scene::spanInWords(session.view.moment.period)).c_str(), true)) {
            isOpen = false;
            session.view.moment.day = session.view.moment.period.first;
            session.player.isPlaying = false;
            togglePlaying(session, nowSeconds);
        }
        ImGui::SameLine();
        if (button(ui, core::tr("Look around")))
            isOpen = false;
    }
    endCard();
    if (!isOpen && workspace.dialog == Dialog::welcome) {
        workspace.dialog = Dialog::none;
        workspace.settings.isWelcomeSeen = true;
    }
}

} // namespace surplace::app
