#include "app/focus.hpp"
#include "app/panels.hpp"
#include "core/translation.hpp"
#include <imgui_stdlib.h>

namespace surplace::app {
namespace {

/// Text that can be selected; ImGui's has no line breaks of its own.
std::string wrapped(const Ui& ui, const std::string& text, float room) {
    std::string lines;
    const char *at = text.data(), *end = at + text.size();
    ImFont* font = ui.fonts.body;
    while (at < end) {
        const char* stop = font->CalcWordWrapPositionA(ImGui::GetIO().FontGlobalScale, at, end, room);
        const char* line = std::find(at, stop, '\n');
        if (line == at && stop == at) // not even one character fits
            stop = line = at + 1;
        lines.append(at, line);
        lines += '\n';
        at = line;
        while (at < end && (*at == ' ' || *at == '\n'))
            ++at;
    }
    return lines;
}

} // namespace

void drawDescribeCard(const Ui& ui, Workspace& workspace) {
    bool isOpen = true;
    if (beginDialog(ui, core::tr("This map in words"), 700, isOpen)) {
        const std::string text = workspace.description + "\n" + workspace.credits;
        ui.glyphs->need(text);
        if (workspace.description != workspace.copiedDescription && !workspace.description.empty()) {
            ImGui::SetClipboardText(workspace.description.c_str());
            workspace.copiedDescription = workspace.description;
        }
        words(ui,
              core::tr("The description has been copied to the clipboard. It tells what this window shows, "
                       "also what is "
                       "not public; saved pictures carry a description of their own."),
              colors::inkSoft, ui.fonts.small);
        const float room = ImGui::GetContentRegionAvail().x - ui(40);
        std::string lines = wrapped(ui, text, room);
        const float height = std::clamp(ImGui::GetIO().DisplaySize.y - ui(240), ui(90), ui(380));
        if (ui.focus->takesTyping(ImGui::GetID("##words")))
            ImGui::SetKeyboardFocusHere();
        ImGui::InputTextMultiline("##words", &lines, {-1, height}, ImGuiInputTextFlags_ReadOnly);
        ui.focus->note(Focus::Kind::field);
        if (button(ui, core::tr("Copy all"), true))
            ImGui::SetClipboardText(text.c_str());
    }
    endCard();
    if (!isOpen && workspace.dialog == Dialog::describe)
        workspace.dialog = Dialog::none;
    if (workspace.dialog != Dialog::describe)
        workspace.copiedDescription.clear();
}

} // namespace surplace::app
