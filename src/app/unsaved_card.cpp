#include "app/panels.hpp"
#include "core/translation.hpp"
#include <fmt/format.h>

namespace surplace::app {

void drawUnsavedCard(const Ui& ui, Workspace& workspace) {
    bool isOpen = true;
    std::optional<Answer> answer;
    if (beginDialog(ui, core::tr("Save the rows that you added?"), 520, isOpen)) {
        const bool closes = workspace.waiting && workspace.waiting->closes;
        const std::string what = closes || !workspace.waiting
                                     ? core::tr("Closing the window loses them: they are in no file yet.")
                                     : core::trf("Opening “{0}” loses them: they are in no file yet.",
                                                 workspace.waiting->file.filename().string());
        ImGui::Dummy(ui.at(1, 2));
        words(ui, what);
        ImGui::Dummy(ui.at(1, 6));
        if (button(ui, core::tr("Save…"), true))
            answer = Answer::save;
        tooltip(ui, "Enter");
        ImGui::SameLine();
        if (button(ui, core::tr("Discard them")))
            answer = Answer::discard;
        ImGui::SameLine();
        if (button(ui, core::tr("Cancel")))
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
