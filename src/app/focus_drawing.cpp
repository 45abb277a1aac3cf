#include "app/focus.hpp"
#include "app/ui.hpp"
#include <imgui_internal.h> // activating and scrolling to an item have no public call
#include <utility>

namespace surplace::app {
namespace {

bool isListOpen() {
    return ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
}

/// ImGui hides its own place in an open list until an arrow is pressed.
void showPlaceInLists() {
#if IMGUI_VERSION_NUM >= 19140
    GImGui->NavCursorVisible = true;
#else
    GImGui->NavDisableHighlight = false;
#endif
}

bool isPlaceInListsShown() {
#if IMGUI_VERSION_NUM >= 19140
    return GImGui->NavCursorVisible;
#else
    return !GImGui->NavDisableHighlight;
#endif
}

void activateItem(unsigned id) {
#if IMGUI_VERSION_NUM >= 18980
    ImGui::ActivateItemByID(id);
#else
    ImGui::ActivateItem(id);
#endif
}

/// Two rings, a dark and a light one: one of them stands out from whatever is beneath.
void drawRing(const Ui& ui, ImVec2 from, ImVec2 to) {
    const float width = std::max(3.0f, ui(2.5)), rim = std::max(1.5f, ui(1.2));
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const float out = width / 2;
    from = {std::max(from.x - out, width), std::max(from.y - out, width)};
    to = {std::min(to.x + out, screen.x - width), std::min(to.y + out, screen.y - width)};
    ImDrawList* list = ImGui::GetForegroundDrawList();
    list->AddRect(from, to, colors::focusRim, ui(6), ImDrawFlags_None, width + 2 * rim);
    list->AddRect(from, to, colors::focus, ui(6), ImDrawFlags_None, width);
}

} // namespace

void Focus::beginFrame() {
    _building.clear();
    ImGuiIO& io = ImGui::GetIO();
    // Everywhere else arrows are time, and Tab is ours.
    if (isListOpen())
        io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    else
        io.ConfigFlags &= ~ImGuiConfigFlags_NavEnableKeyboard;
    if (std::exchange(_endsTyping, false))
        ImGui::ClearActiveID();
    if (const Id id = std::exchange(_toActivate, 0); id != 0)
        activateItem(id);
    if (isListOpen() && _isRingShown)
        showPlaceInLists();
}

void Focus::note(Kind kind, bool isDefault) {
    const ImGuiWindow* window = GImGui->CurrentWindow;
    if ((window->RootWindow->Flags & ImGuiWindowFlags_Popup) != 0)
        return;
    const ImVec2 from = ImGui::GetItemRectMin(), to = ImGui::GetItemRectMax();
    const Id id = ImGui::GetItemID();
    if (kind == Kind::field && ImGui::IsItemActive() && !_building.empty()) {
        _panel = _building.back().name; // by a click, or because a dialog asked for it
        _id = id;
    }
    const ImRect& clip = window->ClipRect;
    add({id, kind, isDefault, -1, 0, std::max(from.x, clip.Min.x), std::max(from.y, clip.Min.y),
         std::min(to.x, clip.Max.x), std::min(to.y, clip.Max.y)});
    if (id == _id && std::exchange(_wantsScroll, false))
        ImGui::ScrollToItem();
}

void Focus::noteAt(Id id, Kind kind, float minX, float minY, float maxX, float maxY) {
    const ImGuiWindow* window = GImGui->CurrentWindow;
    if ((window->RootWindow->Flags & ImGuiWindowFlags_Popup) != 0)
        return;
    const ImRect& clip = window->ClipRect;
    add({id, kind, false, -1, 0, std::max(minX, clip.Min.x), std::max(minY, clip.Min.y),
         std::min(maxX, clip.Max.x), std::min(maxY, clip.Max.y)});
    if (id == _id && std::exchange(_wantsScroll, false))
        ImGui::ScrollToRect(GImGui->CurrentWindow, {{minX, minY}, {maxX, maxY}});
}

void Focus::noteRow(int row, int count) {
    const ImVec2 from = ImGui::GetItemRectMin(), to = ImGui::GetItemRectMax();
    const ImRect& clip = GImGui->CurrentWindow->ClipRect;
    const Id id = ImGui::GetItemID();
    add({id, Kind::row, false, row, count, std::max(from.x, clip.Min.x), std::max(from.y, clip.Min.y),
         std::min(to.x, clip.Max.x), std::min(to.y, clip.Max.y)});
    if (id == _id && std::exchange(_wantsScroll, false))
        ImGui::ScrollToItem();
}

void Focus::scrollPages() {
    constexpr float part = 0.85f;
    if (_building.empty() || _building.back().name != _panel || _pages == 0)
        return;
    if (ImGui::GetScrollMaxY() > 0) {
        ImGui::SetScrollY(ImGui::GetScrollY() + static_cast<float>(_pages) * part * ImGui::GetWindowHeight());
        _pages = 0;
    }
}

void Focus::draw(const Ui& ui) const {
    if (isListOpen()) {
        ImGuiWindow* window = GImGui->NavWindow;
        if (window == nullptr || GImGui->NavId == 0 || !isPlaceInListsShown() ||
            (window->RootWindow->Flags & ImGuiWindowFlags_Popup) == 0)
            return;
        ImRect box = ImGui::WindowRectRelToAbs(window, window->NavRectRel[0]);
        box.ClipWith(window->ClipRect);
        if (box.GetHeight() > 0)
            drawRing(ui, box.Min, box.Max);
        return;
    }
    const Stop* stop = current();
    if (stop != nullptr && (_isRingShown || !_modal.empty()) && stop->maxX > stop->minX &&
        stop->maxY > stop->minY)
        drawRing(ui, {stop->minX, stop->minY}, {stop->maxX, stop->maxY});
}

} // namespace surplace::app
