#include "app/panels.hpp"

namespace surplace::app {
namespace {

void section(const Ui& ui, const char* title) {
    ImGui::Dummy(ui.at(1, 3));
    ImGui::PushFont(ui.fonts.small);
    ImGui::PushStyleColor(ImGuiCol_Text, colors::inkSoft);
    ImGui::TextUnformatted(title);
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

constexpr double buttonZoom = 1.6;

void separator(const Ui& ui) {
    ImGui::SameLine(0, ui(7));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddLine({at.x, at.y + ui(6)}, {at.x, at.y + ui(24)}, colors::line);
    ImGui::Dummy(ui.at(1, 30));
    ImGui::SameLine(0, ui(7));
}

bool entry(const char* label, const char* keys = nullptr, bool isOn = false, bool isEnabled = true) {
    return ImGui::MenuItem(label, keys, isOn, isEnabled);
}

void drawCasebookEntries(const Ui& ui, Workspace& workspace) {
    section(ui, "Casebook");
    const bool isIdle = workspace.background->what().empty();
    if (entry("Open…", "Ctrl+O", false, isIdle))
        workspace.dialog = Dialog::openCasebook;
    if (entry("Add events from a table…", nullptr, false, isIdle))
        workspace.dialog = Dialog::importEvents;
    if (entry("Save casebook as…", nullptr, false, isIdle))
        workspace.dialog = Dialog::saveCasebook;
    if (entry("Save picture…", "Ctrl+P", false, isIdle))
        workspace.dialog = Dialog::savePicture;
}

void drawViewEntries(const Ui& ui, Workspace& workspace) {
    Session& session = workspace.session;
    scene::View& view = session.view;
    section(ui, "Map");
    if (entry("Show the border", "F"))
        fitBorder(session);
    if (entry("Show all events", "Shift+F"))
        fitBox(session, boxOfEvents(*session.casebook));
    if (entry("Relief", nullptr, view.relief))
        view.relief = !view.relief;
    if (entry("Legend", "L", workspace.isLegendShown))
        toggleLegend(workspace);
    if (entry("Overview map", nullptr, view.inset))
        view.inset = !view.inset;
    if (entry("Provinces", nullptr, view.provinces))
        view.provinces = !view.provinces;
    if (entry("Meridians and parallels", nullptr, view.graticule))
        view.graticule = !view.graticule;
    if (entry("Count and compare\u2026", nullptr, workspace.analysis.isOpen))
        workspace.analysis.isOpen = !workspace.analysis.isOpen;
    section(ui, "Style");
    using scene::MapStyle;
    for (const auto& [style, label] :
         {std::pair{MapStyle::light, "Light"}, std::pair{MapStyle::dark, "Dark, for a projector"},
          std::pair{MapStyle::print, "White and thin, for printing"},
          std::pair{MapStyle::satellite, "Natural colours"}})
        if (entry(label, nullptr, view.style == style))
            view.style = workspace.settings.style = style;
    section(ui, "Projection");
    using geo::ProjectionKind;
    for (const auto& [kind, label] :
         {std::pair{ProjectionKind::conformalConic, "True to shape (for this region)"},
          std::pair{ProjectionKind::webMercator, "Web Mercator"},
          std::pair{ProjectionKind::equidistant, "True to distance from the middle"}})
        if (entry(label, nullptr, view.camera.projection == kind))
            setProjection(session, kind);
    section(ui, "Names on the map");
    using scene::NameLanguage;
    for (const auto& [names, label] :
         {std::pair{NameLanguage::all, "English with the local script"},
          std::pair{NameLanguage::en, "English"}, std::pair{NameLanguage::zh, "中文"},
          std::pair{NameLanguage::ko, "한국어"}})
        if (entry(label, nullptr, view.names == names))
            view.names = workspace.settings.names = names;
    using scene::SeaNaming;
    for (const auto& [seas, label] :
         {std::pair{SeaNaming::both, "East Sea / Sea of Japan"}, std::pair{SeaNaming::eastSea, "East Sea"},
          std::pair{SeaNaming::seaOfJapan, "Sea of Japan"}})
        if (entry(label, nullptr, view.seas == seas))
            view.seas = seas;
}

} // namespace

void drawToolbar(const Ui& ui, Workspace& workspace, const Layout& layout) {
    if (layout.toolbar.isEmpty())
        return;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ui.at(6, 5));
    const bool isShown = beginCard(ui, "toolbar", layout.toolbar, ImGuiWindowFlags_NoScrollbar);
    ImGui::PopStyleVar();
    if (isShown) {
        scene::Camera& camera = workspace.session.view.camera;
        const geo::ScreenPoint middle{camera.widthPixels / 2.0, camera.heightPixels / 2.0};
        if (iconButton(ui, "closer", Icon::plus, "Closer (+)"))
            camera = scene::zoomed(camera, buttonZoom, middle);
        ImGui::SameLine(0, ui(4));
        if (iconButton(ui, "farther", Icon::minus, "Farther (-)"))
            camera = scene::zoomed(camera, 1 / buttonZoom, middle);
        ImGui::SameLine(0, ui(4));
        if (iconButton(ui, "fit", Icon::fit, "Show the border (F)"))
            fitBorder(workspace.session);
        ImGui::SameLine(0, ui(4));
        const bool isInVain =
            !workspace.hasLegendRoom || (workspace.settings.isLegendOpen && !workspace.isLegendShown);
        if (iconButton(ui, "legend", Icon::legend, isInVain ? noLegendRoom : "Legend (L)",
                       workspace.isLegendShown))
            toggleLegend(workspace);
        separator(ui);
        if (iconButton(ui, "open", Icon::folder, "Open a casebook (Ctrl+O)"))
            workspace.dialog = Dialog::openCasebook;
        ImGui::SameLine(0, ui(4));
        if (iconButton(ui, "picture", Icon::picture, "Save this view as a picture (Ctrl+P)"))
            workspace.dialog = Dialog::savePicture;
        ImGui::SameLine(0, ui(4));
        if (iconButton(ui, "help", Icon::help, "Help and keys (F1)"))
            workspace.dialog = Dialog::help;
        ImGui::SameLine(0, ui(4));
        if (iconButton(ui, "menu", Icon::menu, "More"))
            ImGui::OpenPopup("menu");
        ImGui::SetNextWindowPos(ui.at(layout.toolbar.maxX, layout.toolbar.maxY + 6), ImGuiCond_Always,
                                {1, 0});
        ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ui.at(14, 8));
        if (ImGui::BeginPopup("menu")) {
            drawCasebookEntries(ui, workspace);
            drawViewEntries(ui, workspace);
            section(ui, "About");
            if (entry("What this is"))
                workspace.dialog = Dialog::welcome;
            if (entry("Help and keys", "F1"))
                workspace.dialog = Dialog::help;
            ImGui::EndPopup();
        }
        ImGui::PopStyleVar();
    }
    endCard();
}

void drawSplitter(const Ui& ui, const char* id, const geo::ScreenBox& panel, bool atRightEdge,
                  double& widthPixels, double least, double most) {
    const ImVec2 before = ImGui::GetCursorPos();
    const float x = atRightEdge ? ui(panel.width() - 6) : 0;
    ImGui::SetCursorPos({x, ui(20) + ImGui::GetScrollY()});
    ImGui::InvisibleButton(id, {ui(6), std::max(ui(10), ui(panel.height() - 40))});
    if (ImGui::IsItemHovered() || ImGui::IsItemActive())
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    if (ImGui::IsItemActive()) {
        const double moved = ImGui::GetIO().MouseDelta.x / ui.pixel;
        // From the width that is seen: the layout may have had less room than was asked for.
        if (moved != 0)
            widthPixels = std::clamp(panel.width() + (atRightEdge ? moved : -moved), least, most);
    }
    ImGui::SetCursorPos(before);
}

} // namespace surplace::app
