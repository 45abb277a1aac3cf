#include "app/event_words.hpp"
#include "app/panels.hpp"
#include "app/ui_scale.hpp"
#include "core/translation.hpp"
#include <fmt/format.h>
#include <utility>

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
    section(ui, core::tr("Casebook"));
    const bool isIdle = workspace.background->what().empty();
    if (entry(core::tr("Open…"), "Ctrl+O", false, isIdle))
        workspace.dialog = Dialog::openCasebook;
    if (entry(core::tr("Add events from a table…"), nullptr, false, isIdle))
        workspace.dialog = Dialog::importEvents;
    if (entry(core::tr("Save casebook as…"), nullptr, false, isIdle))
        workspace.dialog = Dialog::saveCasebook;
    if (entry(core::tr("Save picture…"), "Ctrl+P", false, isIdle))
        workspace.dialog = Dialog::savePicture;
}

void drawViewEntries(const Ui& ui, Workspace& workspace) {
    Session& session = workspace.session;
    scene::View& view = session.view;
    section(ui, core::tr("Map"));
    if (entry(core::tr("This map in words"), "D"))
        workspace.dialog = Dialog::describe;
    const geo::ScreenPoint middle{view.camera.widthPixels / 2.0, view.camera.heightPixels / 2.0};
    if (entry(core::tr("Closer"), "+"))
        view.camera = scene::zoomed(view.camera, buttonZoom, middle);
    if (entry(core::tr("Farther"), "-"))
        view.camera = scene::zoomed(view.camera, 1 / buttonZoom, middle);
    if (entry(core::tr("Show the border"), "F"))
        fitBorder(session);
    if (entry(core::tr("Show all events"), "Shift+F"))
        fitBox(session, boxOfEvents(*session.casebook));
    if (entry(core::tr("Relief"), nullptr, view.relief))
        view.relief = !view.relief;
    if (entry(core::tr("Legend"), "L", workspace.isLegendShown))
        toggleLegend(workspace);
    if (entry(core::tr("Overview map"), nullptr, view.inset))
        view.inset = !view.inset;
    if (entry(core::tr("Provinces"), nullptr, view.provinces))
        view.provinces = !view.provinces;
    if (entry(core::tr("Flows: first to last place told"), nullptr, view.flows))
        view.flows = !view.flows;
    if (entry(core::tr("Meridians and parallels"), nullptr, view.graticule))
        view.graticule = !view.graticule;
    section(ui, core::tr("Style"));
    using scene::MapStyle;
    for (const auto& [style, label] :
         {std::pair{MapStyle::light, core::tr("Light")},
          std::pair{MapStyle::dark, core::tr("Dark, for a projector")},
          std::pair{MapStyle::print, core::tr("White and thin, for printing")},
          std::pair{MapStyle::satellite, core::tr("Natural colours")},
          std::pair{MapStyle::contrast, core::tr("High contrast, white on black")}})
        if (entry(label, nullptr, view.style == style))
            view.style = workspace.settings.style = style;
    section(ui, core::tr("Projection"));
    using geo::ProjectionKind;
    for (const auto& [kind, label] :
         {std::pair{ProjectionKind::conformalConic, core::tr("True to shape (for this region)")},
          std::pair{ProjectionKind::webMercator, core::tr("Web Mercator")},
          std::pair{ProjectionKind::equidistant, core::tr("True to distance from the middle")}})
        if (entry(label, nullptr, view.camera.projection == kind))
            setProjection(session, kind);
    section(ui, core::tr("Language"));
    for (const core::Language language : core::allLanguages())
        if (entry(core::nameOf(language), nullptr, view.language == language)) {
            view.language = language;
            workspace.settings.language = language;
        }
    section(ui, core::tr("Names on the map"));
    const auto choose = [&](scene::NameLanguages names) {
        view.names = workspace.settings.names = std::move(names);
    };
    if (entry(core::trc("names", "English with the local script"), nullptr, view.names.isAll()))
        choose(scene::NameLanguages::all);
    // What is ticked stands side by side, in the order of ticking; the menu stays open for a second tick.
    using scene::NameLanguage;
    for (const auto& [language, label] : {std::pair{NameLanguage::en, core::nameOf(core::Language::en)},
                                          std::pair{NameLanguage::zh, core::nameOf(core::Language::zh)},
                                          std::pair{NameLanguage::ko, core::nameOf(core::Language::ko)}}) {
        bool isOn = view.names.has(language);
        // The languages of words, above, have the same labels.
        ImGui::PushID("names");
        if (ImGui::Checkbox(label, &isOn))
            choose(scene::toggled(view.names, language));
        ImGui::PopID();
    }
    using scene::SeaNaming;
    for (const auto& [seas, label] : {std::pair{SeaNaming::both, core::tr("East Sea / Sea of Japan")},
                                      std::pair{SeaNaming::eastSea, core::tr("East Sea")},
                                      std::pair{SeaNaming::seaOfJapan, core::tr("Sea of Japan")}})
        if (entry(label, nullptr, view.seas == seas))
            view.seas = seas;
}

void drawTimeEntries(const Ui& ui, Workspace& workspace, double nowSeconds) {
    Session& session = workspace.session;
    section(ui, core::tr("How time is looked at"));
    using timeline::Mode;
    for (const Mode mode : {Mode::period, Mode::fade, Mode::window, Mode::cumulative})
        if (entry(title(mode), nullptr, session.view.moment.mode == mode))
            setMode(session, mode);
    section(ui, core::tr("Steps"));
    using timeline::Step;
    timeline::Playback playback = session.playback;
    for (const Step step : {Step::day, Step::week, Step::month, Step::quarter, Step::year, Step::nextEvent})
        if (entry(title(step), nullptr, playback.step == step))
            playback.step = step;
    if (entry(core::tr("Play backwards"), nullptr, playback.direction < 0))
        playback.direction = -playback.direction;
    if (entry(core::tr("Begin again at the end"), nullptr, playback.loop))
        playback.loop = !playback.loop;
    changePlayback(session, playback, nowSeconds);
    if (entry(core::tr("The period begins on the day shown"), "I"))
        setPeriod(session, {session.view.moment.day, session.view.moment.period.last});
    if (entry(core::tr("The period ends on the day shown"), "O"))
        setPeriod(session, {session.view.moment.period.first, session.view.moment.day});
    if (entry(core::tr("The period is all of the casebook"), "A"))
        setPeriod(session, session.extent);
}

void drawSizeEntries(const Ui& ui, Workspace& workspace) {
    section(ui, core::tr("Size of text and buttons (Ctrl++, Ctrl+-)"));
    double& scale = workspace.settings.uiScale;
    if (entry(core::tr("As the monitor"), "Ctrl+0", scale == 0))
        scale = 0;
    for (const double each : uiScales)
        if (entry(fmt::format("{:.0f} %", each * 100).c_str(), nullptr, scale == each))
            scale = each;
}

void drawZoomButtons(const Ui& ui, scene::Camera& camera) {
    const geo::ScreenPoint middle{camera.widthPixels / 2.0, camera.heightPixels / 2.0};
    if (iconButton(ui, "closer", Icon::plus, core::tr("Closer (+)")))
        camera = scene::zoomed(camera, buttonZoom, middle);
    ImGui::SameLine(0, ui(4));
    if (iconButton(ui, "farther", Icon::minus, core::tr("Farther (-)")))
        camera = scene::zoomed(camera, 1 / buttonZoom, middle);
    ImGui::SameLine(0, ui(4));
}

/// Where the card that has it has made way.
void drawListButton(const Ui& ui, Workspace& workspace) {
    if (iconButton(ui, "list", Icon::list, core::tr("Lists, search and filters (Ctrl+F)")))
        workspace.settings.isListOpen = true;
    ImGui::SameLine(0, ui(4));
}

void drawMapButtons(const Ui& ui, Workspace& workspace) {
    if (iconButton(ui, "fit", Icon::fit, core::tr("Show the border (F)")))
        fitBorder(workspace.session);
    ImGui::SameLine(0, ui(4));
    const bool isInVain =
        !workspace.hasLegendRoom || (workspace.settings.isLegendOpen && !workspace.isLegendShown);
    if (iconButton(ui, "legend", Icon::legend, isInVain ? core::tr(noLegendRoom) : core::tr("Legend (L)"),
                   workspace.isLegendShown))
        toggleLegend(workspace);
}

void drawCasebookButtons(const Ui& ui, Workspace& workspace) {
    if (iconButton(ui, "open", Icon::folder, core::tr("Open a casebook (Ctrl+O)")))
        workspace.dialog = Dialog::openCasebook;
    ImGui::SameLine(0, ui(4));
    if (iconButton(ui, "picture", Icon::picture, core::tr("Save this view as a picture (Ctrl+P)")))
        workspace.dialog = Dialog::savePicture;
    ImGui::SameLine(0, ui(4));
    if (iconButton(ui, "help", Icon::help, core::tr("Help and keys (F1)")))
        workspace.dialog = Dialog::help;
    ImGui::SameLine(0, ui(4));
}

void drawMenu(const Ui& ui, Workspace& workspace, const Layout& layout, double nowSeconds) {
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const ImVec2 corner = ui.at(layout.toolbar.maxX, layout.toolbar.maxY + 6);
    ImGui::SetNextWindowPos(corner, ImGuiCond_Always, {1, 0});
    ImGui::SetNextWindowSizeConstraints({0, 0},
                                        {corner.x - ui(4), std::max(ui(60), screen.y - corner.y - ui(6))});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ui.at(14, 8));
    if (ImGui::BeginPopup("menu")) {
        drawCasebookEntries(ui, workspace);
        drawViewEntries(ui, workspace);
        drawTimeEntries(ui, workspace, nowSeconds);
        drawSizeEntries(ui, workspace);
        section(ui, core::tr("About"));
        if (entry(core::tr("What this is")))
            workspace.dialog = Dialog::welcome;
        if (entry(core::tr("Help and keys"), "F1"))
            workspace.dialog = Dialog::help;
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
}

} // namespace

void drawToolbar(const Ui& ui, Workspace& workspace, const Layout& layout, double nowSeconds) {
    if (layout.toolbar.isEmpty()) {
        if (workspace.wantsMenu) { // a page that lies over it makes way
            deselect(workspace.session);
            workspace.settings.isListOpen = false;
        }
        return;
    }
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ui.at(6, 5));
    const bool isShown = beginCard(ui, "toolbar", layout.toolbar, ImGuiWindowFlags_NoScrollbar);
    ImGui::PopStyleVar();
    if (isShown) {
        if (layout.hasListButton)
            drawListButton(ui, workspace);
        else
            drawZoomButtons(ui, workspace.session.view.camera);
        drawMapButtons(ui, workspace);
        separator(ui);
        drawCasebookButtons(ui, workspace);
        if (iconButton(ui, "menu", Icon::menu, core::tr("More (F10)")) ||
            std::exchange(workspace.wantsMenu, false))
            ImGui::OpenPopup("menu");
        drawMenu(ui, workspace, layout, nowSeconds);
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
