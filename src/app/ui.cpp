#include "app/ui.hpp"
#include <cmath>

namespace surplace::app {
namespace {

void setColors(ImGuiStyle& style, const Theme& theme) {
    const auto set = [&](ImGuiCol slot, PackedColor color) {
        style.Colors[slot] = ImGui::ColorConvertU32ToFloat4(color);
    };
    set(ImGuiCol_Text, theme.ink);
    set(ImGuiCol_TextDisabled, theme.inkSoft);
    set(ImGuiCol_WindowBg, theme.card);
    set(ImGuiCol_PopupBg, theme.popup);
    set(ImGuiCol_Border, theme.line);
    set(ImGuiCol_FrameBg, theme.field);
    set(ImGuiCol_FrameBgHovered, theme.fieldHover);
    set(ImGuiCol_FrameBgActive, theme.fieldHover);
    set(ImGuiCol_Button, 0);
    set(ImGuiCol_ButtonHovered, theme.hover);
    set(ImGuiCol_ButtonActive, theme.pressed);
    set(ImGuiCol_Header, theme.accentSoft);
    set(ImGuiCol_HeaderHovered, theme.hover);
    set(ImGuiCol_HeaderActive, theme.pressed);
    set(ImGuiCol_ScrollbarBg, 0);
    set(ImGuiCol_ScrollbarGrab, theme.grab);
    set(ImGuiCol_ScrollbarGrabHovered, theme.inkSoft);
    set(ImGuiCol_ScrollbarGrabActive, theme.ink);
    set(ImGuiCol_CheckMark, theme.accent);
    set(ImGuiCol_TextSelectedBg, (theme.accent & 0x00ffffffU) | 0x46000000U);
    set(ImGuiCol_Separator, theme.line);
    set(ImGuiCol_ModalWindowDimBg, theme.dim);
    set(ImGuiCol_NavHighlight, 0); // the ring is drawn by Focus
}

} // namespace

void applyTheme(const Theme& theme, float pixel) {
    ImGui::GetIO().UserData = const_cast<Theme*>(&theme); // only read (ThemeColor)
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
    style.ChildBorderSize = 0;
    style.WindowMinSize = {8, 8};
    style.ScaleAllSizes(pixel);
    const auto border = static_cast<float>(theme.borderPixels);
    style.WindowBorderSize = style.PopupBorderSize =
        border > 1 ? std::max(border, std::round(border * pixel)) : border;
    style.FrameBorderSize = border > 1 ? border : 0;
    setColors(style, theme);
    ImGui::GetStyle() = style;
}

} // namespace surplace::app
