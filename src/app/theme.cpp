#include "app/theme.hpp"

namespace surplace::app {

void applyTheme(float pixel) {
    ImGuiStyle style;
    ImGui::StyleColorsLight(&style);
    style.WindowPadding = {12, 10};
    style.FramePadding = {9, 5};
    style.ItemSpacing = {8, 6};
    style.ItemInnerSpacing = {6, 4};
    style.WindowRounding = style.ChildRounding = style.PopupRounding = 9;
    style.FrameRounding = 6;
    style.GrabRounding = style.ScrollbarRounding = 6;
    style.ScrollbarSize = 9;
    style.GrabMinSize = 12;
    style.WindowBorderSize = style.PopupBorderSize = 1;
    style.ChildBorderSize = style.FrameBorderSize = 0;
    style.WindowMinSize = {8, 8};
    style.ScaleAllSizes(pixel);
    style.WindowBorderSize = style.PopupBorderSize = 1;
    const auto set = [&](ImGuiCol slot, ImU32 color) {
        style.Colors[slot] = ImGui::ColorConvertU32ToFloat4(color);
    };
    set(ImGuiCol_Text, colors::ink);
    set(ImGuiCol_TextDisabled, colors::inkSoft);
    set(ImGuiCol_WindowBg, colors::card);
    set(ImGuiCol_PopupBg, IM_COL32(255, 254, 252, 255));
    set(ImGuiCol_Border, colors::line);
    set(ImGuiCol_FrameBg, colors::field);
    set(ImGuiCol_FrameBgHovered, IM_COL32(233, 232, 225, 255));
    set(ImGuiCol_FrameBgActive, IM_COL32(233, 232, 225, 255));
    set(ImGuiCol_Button, IM_COL32(0, 0, 0, 0));
    set(ImGuiCol_ButtonHovered, colors::hover);
    set(ImGuiCol_ButtonActive, colors::pressed);
    set(ImGuiCol_Header, colors::accentSoft);
    set(ImGuiCol_HeaderHovered, colors::hover);
    set(ImGuiCol_HeaderActive, colors::pressed);
    set(ImGuiCol_ScrollbarBg, IM_COL32(0, 0, 0, 0));
    set(ImGuiCol_ScrollbarGrab, IM_COL32(32, 36, 42, 40));
    set(ImGuiCol_ScrollbarGrabHovered, IM_COL32(32, 36, 42, 80));
    set(ImGuiCol_ScrollbarGrabActive, IM_COL32(32, 36, 42, 110));
    set(ImGuiCol_CheckMark, colors::accent);
    set(ImGuiCol_TextSelectedBg, IM_COL32(22, 92, 125, 70));
    set(ImGuiCol_Separator, colors::line);
    set(ImGuiCol_ModalWindowDimBg, IM_COL32(40, 44, 52, 60));
    set(ImGuiCol_NavHighlight, IM_COL32(22, 92, 125, 160));
    ImGui::GetStyle() = style;
}

} // namespace surplace::app
