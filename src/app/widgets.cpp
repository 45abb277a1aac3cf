#include "app/widgets.hpp"
#include "app/focus.hpp"
#include "app/glyphs.hpp"
#include "core/translation.hpp"
#include <fmt/format.h>
#include <imgui_stdlib.h>

namespace surplace::app {
namespace {

constexpr ImGuiWindowFlags cardFlags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                       ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoCollapse |
                                       ImGuiWindowFlags_NoSavedSettings;

void softShadow(const Ui& ui, ImDrawList* list) {
    const ImVec2 at = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
    for (const double grow : {1.0, 2.5, 4.5}) {
        const float g = ui(grow), down = ui(1.5);
        list->AddRectFilled({at.x - g, at.y - g + down}, {at.x + size.x + g, at.y + size.y + g + down},
                            colors::shadow, ui(9) + g);
    }
}

/// Takes the clicks beside a dialog, so that nothing behind it is changed by one.
void shieldPanels() {
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::Begin("##shield", nullptr, cardFlags | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav);
    const bool isClicked = ImGui::IsWindowFocused();
    ImGui::End();
    if (isClicked)
        ImGui::SetNextWindowFocus(); // of the dialog, which stays in front
}

/// What is behind a dialog steps back; ImGui draws a window's own ground first, so this one has none.
void drawDialogGround(const Ui& ui) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
    const ImVec2 end{at.x + size.x, at.y + size.y};
    list->PushClipRectFullScreen();
    list->AddRectFilled({0, 0}, ImGui::GetIO().DisplaySize, colors::dim);
    softShadow(ui, list);
    list->AddRectFilled(at, end, colors::popup, ui(10));
    list->AddRect(at, end, colors::line, ui(10), ImDrawFlags_None, ImGui::GetStyle().WindowBorderSize);
    list->PopClipRect();
}

} // namespace

bool beginCard(const Ui& ui, const char* name, const geo::ScreenBox& box, ImGuiWindowFlags extra) {
    ImGui::SetNextWindowPos(ui.at(box.minX, box.minY));
    const bool fits = (extra & ImGuiWindowFlags_AlwaysAutoResize) != 0;
    if (!fits)
        ImGui::SetNextWindowSize(ui.at(box.width(), box.height()));
    const bool isShown =
        ImGui::Begin(name, nullptr, cardFlags | ImGuiWindowFlags_NoBringToFrontOnFocus | extra);
    ui.focus->beginPanel(name);
    softShadow(ui, ImGui::GetBackgroundDrawList());
    return isShown;
}

void endCard() {
    ImGui::End();
}

bool beginDialog(const Ui& ui, const char* title, double widthPixels, bool& isOpen) {
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    shieldPanels();
    const float width = std::min(ui(widthPixels), screen.x - ui(20));
    ImGui::SetNextWindowPos({screen.x / 2, screen.y / 2}, ImGuiCond_Always, {0.5f, 0.5f});
    ImGui::SetNextWindowSizeConstraints({width, 0}, {width, screen.y - ui(20)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ui.at(22, 18));
    const bool isShown = ImGui::Begin(
        title, nullptr, cardFlags | ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoBackground);
    ImGui::PopStyleVar();
    drawDialogGround(ui);
    ui.focus->beginPanel(title, true);
    ui.focus->scrollPages();
    const float top = ImGui::GetCursorPosY();
    ImGui::SetCursorPos({ImGui::GetWindowWidth() - ui(44), ui(12)});
    if (iconButton(ui, "close", Icon::close, core::tr("Close (Esc)")))
        isOpen = false;
    ImGui::SetCursorPosY(top);
    ImGui::PushFont(ui.fonts.display);
    ImGui::PushTextWrapPos(ImGui::GetWindowWidth() - ui(52));
    ImGui::TextUnformatted(title);
    ImGui::PopTextWrapPos();
    ImGui::PopFont();
    return isShown;
}

void tooltip(const Ui& ui, const char* text) {
    if (!ImGui::IsItemHovered() || text == nullptr || *text == '\0')
        return;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ui.at(10, 7));
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(ui(300));
    ImGui::TextUnformatted(text);
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
    ImGui::PopStyleVar();
}

bool iconButton(const Ui& ui, const char* id, Icon icon, const char* hint, bool isOn, double sizePixels) {
    const float size = ui(sizePixels);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool isPressed = ImGui::InvisibleButton(id, {size, size});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered() || isOn)
        list.AddRectFilled(at, {at.x + size, at.y + size},
                           ImGui::IsItemActive() ? colors::pressed
                           : isOn                ? colors::accentSoft
                                                 : colors::hover,
                           ui(7));
    drawIcon(list, icon, {at.x + size / 2, at.y + size / 2}, size * 0.44f,
             isOn ? colors::accent : colors::ink);
    ui.focus->note();
    tooltip(ui, hint);
    return isPressed;
}

bool button(const Ui& ui, const char* label, bool isPrimary) {
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ui.at(14, 6));
    ImGui::PushStyleColor(ImGuiCol_Button, isPrimary ? colors::accent : colors::field);
    ImGui::PushStyleColor(ImGuiCol_ButtonHovered, isPrimary ? colors::accentHover : colors::fieldHover);
    ImGui::PushStyleColor(ImGuiCol_ButtonActive, isPrimary ? colors::accentPressed : colors::fieldHover);
    ImGui::PushStyleColor(ImGuiCol_Text, isPrimary ? colors::onAccent : colors::ink);
    ImGui::PushStyleColor(ImGuiCol_Border, colors::frame);
    const bool isPressed = ImGui::Button(label);
    ui.focus->note(Focus::Kind::button, isPrimary);
    ImGui::PopStyleColor();
    ImGui::PopStyleColor(4);
    ImGui::PopStyleVar();
    return isPressed;
}

bool chip(const Ui& ui, const std::string& label, bool isOn, const char* hint) {
    ui.glyphs->need(label);
    ImGui::PushFont(ui.fonts.small);
    const ImVec2 text = ImGui::CalcTextSize(label.c_str(), nullptr, true);
    const ImVec2 size{text.x + ui(18), text.y + ui(7)};
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool isPressed = ImGui::InvisibleButton(label.c_str(), size);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 end{at.x + size.x, at.y + size.y};
    list.AddRectFilled(at, end,
                       isOn                     ? colors::accentSoft
                       : ImGui::IsItemHovered() ? colors::hover
                                                : colors::field,
                       size.y / 2);
    list.AddRect(at, end, isOn ? colors::accentLine : colors::frame, size.y / 2);
    const std::string shown = label.substr(0, label.find("##"));
    list.AddText({at.x + ui(9), at.y + ui(3)}, isOn ? colors::accent : colors::ink, shown.c_str());
    ImGui::PopFont();
    ui.focus->note();
    tooltip(ui, hint);
    return isPressed;
}

bool beginChoice(const Ui& ui, const char* id, const std::string& shown, double widthPixels) {
    ui.glyphs->need(shown);
    ImGui::SetNextItemWidth(ui(widthPixels));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ui.at(8, 8));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ImGui::GetFrameHeight();
    ui.focus->noteAt(ImGui::GetID(id), Focus::Kind::button, at.x, at.y, at.x + ui(widthPixels),
                     at.y + height);
    drawIcon(*ImGui::GetWindowDrawList(), Icon::chevronDown, {at.x, at.y}, 0.01f, 0);
    const std::string label = cut(shown, ImGui::GetFont(), ui(widthPixels) - height - ui(8));
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowSizeConstraints({ui(widthPixels), 0},
                                        {std::max(ui(widthPixels), std::min(ui(560), screen.x - ui(20))),
                                         std::min(ui(420), screen.y - ui(20))});
    const bool isOpen = ImGui::BeginCombo(id, label.c_str(), ImGuiComboFlags_NoArrowButton);
    if (!isOpen)
        drawIcon(*ImGui::GetWindowDrawList(), Icon::chevronDown,
                 {at.x + ui(widthPixels) - height * 0.5f, at.y + height * 0.5f}, height * 0.34f,
                 colors::inkSoft);
    ImGui::PopStyleVar();
    return isOpen;
}

bool link(const Ui& ui, const std::string& text) {
    ui.glyphs->need(text);
    const float room = std::max(1.0f, ImGui::GetContentRegionAvail().x);
    const ImVec2 size = ImGui::CalcTextSize(text.data(), text.data() + text.size(), false, room);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool isPressed =
        ImGui::InvisibleButton(text.c_str(), {std::max(1.0f, size.x), std::max(1.0f, size.y)});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered()) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        list.AddRectFilled({at.x - ui(3), at.y - ui(1)}, {at.x + size.x + ui(3), at.y + size.y + ui(1)},
                           colors::accentSoft, ui(4));
    }
    list.AddText(ImGui::GetFont(), ImGui::GetFontSize(), at, colors::accent, text.data(),
                 text.data() + text.size(), room);
    ui.focus->note();
    return isPressed;
}

void words(const Ui& ui, const std::string& text, ImU32 color, ImFont* font) {
    ui.glyphs->need(text);
    ImGui::PushFont(font != nullptr ? font : ui.fonts.body);
    ImGui::PushStyleColor(ImGuiCol_Text, color);
    ImGui::PushTextWrapPos(0);
    ImGui::TextUnformatted(text.data(), text.data() + text.size());
    ImGui::PopTextWrapPos();
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

void heading(const Ui& ui, const std::string& text) {
    words(ui, text, colors::ink, ui.fonts.bold);
}

float widthOf(ImFont* font, const std::string& text) {
    const float size = font->FontSize * ImGui::GetIO().FontGlobalScale;
    return font->CalcTextSizeA(size, 1e9f, 0, text.data(), text.data() + text.size()).x;
}

std::string cut(const std::string& text, ImFont* font, float widthUnits) {
    if (widthOf(font, text) <= widthUnits)
        return text;
    const float size = font->FontSize * ImGui::GetIO().FontGlobalScale;
    const char* rest = nullptr;
    font->CalcTextSizeA(size, std::max(0.0f, widthUnits - widthOf(font, "…")), 0, text.data(),
                        text.data() + text.size(), &rest);
    std::string part(text.data(), rest);
    while (!part.empty() && part.back() == ' ')
        part.pop_back();
    return part + "…";
}

bool field(const Ui& ui, const char* id, const char* hint, std::string& text, double widthPixels,
           ImGuiInputTextFlags flags) {
    ImGui::SetNextItemWidth(widthPixels > 0 ? ui(widthPixels) : -1);
    if (ui.focus->takesTyping(ImGui::GetID(id)))
        ImGui::SetKeyboardFocusHere();
    const bool hasChanged = ImGui::InputTextWithHint(id, hint, &text, flags);
    ui.focus->note(Focus::Kind::field);
    ui.glyphs->need(text);
    return hasChanged;
}

} // namespace surplace::app
