#include "app/panels.hpp"
#include "core/translation.hpp"

namespace surplace::app {
namespace {

void drawLines(const Ui& ui, Notice& notice) {
    if (notice.lines.size() > 1 &&
        link(ui, notice.isOpen ? core::tr("Hide the list") : core::tr("Show the list")))
        notice.isOpen = !notice.isOpen;
    if (!notice.isOpen)
        return;
    const float height = std::min(ui(200), static_cast<float>(notice.lines.size()) * ui(40));
    ImGui::BeginChild("lines", {0, height});
    for (const std::string& line : notice.lines)
        words(ui, line, colors::inkSoft, ui.fonts.small);
    ImGui::EndChild();
}

} // namespace

void drawNotices(const Ui& ui, Workspace& workspace, const Layout& layout) {
    const double left = layout.notices.minX, width = layout.notices.width();
    double top = layout.notices.minY;
    if (!workspace.background->what().empty()) {
        geo::ScreenBox box;
        box.add(left, top);
        if (beginCard(ui, "busy", box, ImGuiWindowFlags_AlwaysAutoResize))
            words(ui, core::trf("Please wait: {0}…", workspace.background->what()), colors::inkSoft);
        top += ImGui::GetWindowHeight() / ui.pixel + 8;
        endCard();
    }
    std::size_t closed = workspace.notices.size();
    for (std::size_t i = 0; i < workspace.notices.size(); ++i) {
        Notice& notice = workspace.notices[i];
        geo::ScreenBox box;
        box.add(left, top);
        ImGui::SetNextWindowSizeConstraints(ui.at(width, 0), ui.at(width, 400));
        const std::string name = "notice" + std::to_string(i);
        if (beginCard(ui, name.c_str(), box, ImGuiWindowFlags_AlwaysAutoResize)) {
            const ImVec2 at = ImGui::GetWindowPos();
            ImGui::GetWindowDrawList()->AddRectFilled(
                {at.x + ui(1), at.y + ui(10)}, {at.x + ui(4), at.y + ImGui::GetWindowHeight() - ui(10)},
                notice.isError ? colors::error : colors::accent, ui(2));
            ImGui::BeginGroup();
            ImGui::PushTextWrapPos(ui(width - 48));
            ui.glyphs->need(notice.text);
            ImGui::TextUnformatted(notice.text.c_str());
            ImGui::PopTextWrapPos();
            drawLines(ui, notice);
            ImGui::EndGroup();
            ImGui::SetCursorPos(ui.at(width - 36, 6));
            if (iconButton(ui, "close", Icon::close, core::tr("Dismiss"), false, 26))
                closed = i;
        }
        top += ImGui::GetWindowHeight() / ui.pixel + 8;
        endCard();
    }
    if (closed < workspace.notices.size())
        workspace.notices.erase(workspace.notices.begin() + static_cast<std::ptrdiff_t>(closed));
}

} // namespace surplace::app
