#include "app/panels.hpp"
#include <fmt/format.h>

namespace surplace::app {

void drawUnsavedCard(const Ui& ui, Workspace& workspace) {
    bool isOpen = true;
    std::optional<Answer> answer;
    if (beginDialog(ui, "Save the rows that you added?", 520, isOpen)) {
        const bool closes = workspace.waiting && workspace.waiting->closes;
        const std::string what =
            closes || !workspace.waiting
                ? "Closing the window"
                : fmt::format("Opening “{}”", workspace.waiting->file.filename().string());
        ImGui::Dummy(ui.at(1, 2));
        words(ui, what + " loses them: they are in no file yet.");
        ImGui::Dummy(ui.at(1, 6));
        if (button(ui, "Save…", true))
            answer = Answer::save;
        tooltip(ui, "Enter");
        ImGui::SameLine();
        if (button(ui, "Discard them"))
            answer = Answer::discard;
        ImGui::SameLine();
        if (button(ui, "Cancel"))
            answer = Answer::cancel;
        tooltip(ui, "Esc");
    }
    endCard();
    if (!isOpen)
        answer = Answer::cancel;
    if (answer)
        answerUnsaved(workspace, *answer);
}

} // namespace surplace::app
