#include "app/key_table.hpp"
#include "app/panels.hpp"
#include "core/translation.hpp"

namespace surplace::app {
namespace {

/// In two columns, or one above the other where there is little room.
void keyRow(const Ui& ui, const char* keys, const char* does) {
    constexpr double keyColumn = 210;
    const bool isWide = ImGui::GetWindowWidth() > ui(420);
    words(ui, core::tr(keys), colors::ink, ui.fonts.bold);
    if (isWide)
        ImGui::SameLine(ui(keyColumn));
    words(ui, core::tr(does), isWide ? colors::ink : colors::inkSoft);
}

void drawGroup(const Ui& ui, KeyGroup group) {
    ImGui::Dummy(ui.at(1, 3));
    words(ui, core::trc("keys", title(group)), colors::inkSoft, ui.fonts.small);
    for (const Binding& binding : bindings())
        if (binding.group == group && binding.keys != nullptr)
            keyRow(ui, binding.keys, binding.does);
}

} // namespace

void drawHelpCard(const Ui& ui, Workspace& workspace) {
    bool isOpen = true;
    if (beginDialog(ui, core::tr("Help"), 660, isOpen)) {
        for (const KeyGroup group : {KeyGroup::time, KeyGroup::map, KeyGroup::panels, KeyGroup::window})
            drawGroup(ui, group);
        ImGui::Dummy(ui.at(1, 3));
        words(ui, core::tr("With the mouse"), colors::inkSoft, ui.fonts.small);
        keyRow(ui, core::toTranslate("Drag"), core::toTranslate("move the map"));
        keyRow(ui, core::toTranslate("Wheel, double click"), core::toTranslate("closer, farther"));
        keyRow(ui, core::toTranslate("Click on a mark"),
               core::toTranslate("what happened there, with its sources"));
        ImGui::Dummy(ui.at(1, 4));
        words(ui,
              core::tr(
                  "Drop a casebook (.gpkg), a folder of the text form or a table of events (.csv) onto the "
                  "window to open it. "
                  "A date can be typed as 2017, 2017-06 or 2017-06-25, a period as 2016/2018."),
              colors::inkSoft);
    }
    endCard();
    if (!isOpen && workspace.dialog == Dialog::help)
        workspace.dialog = Dialog::none;
}

} // namespace surplace::app
