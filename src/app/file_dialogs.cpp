#include "app/file_dialogs.hpp"
#include <cstdlib>
#include <fmt/format.h>

namespace surplace::app {
namespace {

struct Wording {
    const char* title;
    const char* explanation;
    const char* action;
    bool isSaving;
    std::vector<std::string> endings;
};

Wording wordingOf(Dialog dialog) {
    switch (dialog) {
    case Dialog::openCasebook:
        return {"Open a casebook",
                "A casebook file (.gpkg) or the folder of a text form. You can also drop it onto the window.",
                "Open",
                false,
                {".gpkg"}};
    case Dialog::importEvents:
        return {"Add events from a table",
                "A table saved as CSV, one event a row; the user guide lists its columns. Rows that cannot "
                "be read are left out and named.",
                "Add",
                false,
                {".csv", ".CSV"}};
    case Dialog::saveCasebook:
        return {"Save the casebook as",
                "Everything in it, as one GeoPackage file that a GIS can read too. Keep it private: nothing "
                "is withheld from it.",
                "Save",
                true,
                {".gpkg"}};
    case Dialog::savePicture:
        return {"Save a picture",
                "This view as PNG, with title, date, sources and credits. It holds only what is already "
                "public (S0); "
                "how many records were withheld is said here, not in the picture.",
                "Save",
                true,
                {".png"}};
    case Dialog::ownAreas:
        return {
            "Choose areas to count by",
            "Polygons with names: a GeoPackage, a Shapefile or GeoJSON. They stay where they are; nothing "
            "of them is kept in the casebook.",
            "Choose",
            false,
            {".gpkg", ".shp", ".geojson", ".json"}};
    default:
        return {"", "", "", false, {}};
    }
}

std::filesystem::path homeFolder() {
    const char* home = std::getenv("HOME");
    return home != nullptr ? std::filesystem::path(home) : std::filesystem::path("/");
}

} // namespace

void FileDialogs::begin(const Workspace& workspace) {
    _shown = workspace.dialog;
    _wantsFocus = true;
    _endings = wordingOf(_shown).endings;
    _listedPath = "\n"; // differs from any path
    const std::filesystem::path beside =
        workspace.session.isBundled ? homeFolder()
                                    : std::filesystem::absolute(workspace.session.file).parent_path();
    const std::string folder = (beside / "").string();
    _path = _shown == Dialog::saveCasebook  ? folder + "casebook.gpkg"
            : _shown == Dialog::savePicture ? folder + "surplace.png"
                                            : folder;
}

bool FileDialogs::drawPath(const Ui& ui, const char* action, bool isSaving) {
    if (_wantsFocus) {
        ImGui::SetKeyboardFocusHere();
        _wantsFocus = false;
    }
    const bool isEntered = [&] {
        ImGui::SetNextItemWidth(-1);
        return field(ui, "##path", "/home/...", _path, 0, ImGuiInputTextFlags_EnterReturnsTrue);
    }();
    if (_path != _listedPath) {
        _choices = pathChoices(_path, _endings, homeFolder());
        _listedPath = _path;
    }
    ImGui::PushStyleColor(ImGuiCol_ChildBg, colors::field);
    ImGui::BeginChild("choices", {0, ui(isSaving ? 120 : 190)}, false);
    ImGui::Indent(ui(6));
    if (_choices.empty())
        words(ui, isSaving ? "A new file." : "Nothing here that can be opened.", colors::inkSoft,
              ui.fonts.small);
    for (const PathChoice& choice : _choices) {
        ui.glyphs->need(choice.name);
        if (ImGui::Selectable(choice.name.c_str(), choice.path == _path))
            _path = choice.path;
    }
    ImGui::Unindent(ui(6));
    ImGui::EndChild();
    ImGui::PopStyleColor();
    ImGui::Dummy(ui.at(1, 2));
    // Not by the key still held down from the question that led here.
    const bool isFresh = ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter), false) ||
                         ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_KeyPadEnter), false);
    return button(ui, action, true) || (isEntered && isFresh);
}

void FileDialogs::drawOptions(const Ui& ui, Workspace& workspace) {
    if (_shown == Dialog::importEvents) {
        if (chip(ui, "These rows are already public", _isPublished,
                 "Marks their sources S0, so that they may appear in pictures and films. Otherwise they stay "
                 "in this window."))
            _isPublished = !_isPublished;
    } else if (_shown == Dialog::savePicture) {
        const scene::Camera& camera = workspace.session.view.camera;
        for (const double scale : {1.0, 2.0, 3.0}) {
            if (chip(ui,
                     fmt::format("{:.0f} x {:.0f}", camera.widthPixels * scale, camera.heightPixels * scale),
                     _pictureScale == scale))
                _pictureScale = scale;
            ImGui::SameLine(0, ui(6));
        }
        ImGui::NewLine();
    }
}

void FileDialogs::finish(Workspace& workspace) {
    workspace.dialog = Dialog::none;
    switch (_shown) {
    case Dialog::openCasebook:
        return openCasebook(workspace, _path);
    case Dialog::importEvents:
        return importEvents(workspace, _path, _isPublished);
    case Dialog::saveCasebook:
        return saveCasebook(workspace, _path);
    case Dialog::ownAreas:
        return chooseOwnAreas(workspace, _path);
    case Dialog::savePicture:
        return savePicture(workspace, _path, _pictureScale);
    default:
        return;
    }
}

void FileDialogs::draw(const Ui& ui, Workspace& workspace) {
    const Wording wording = wordingOf(workspace.dialog);
    if (wording.endings.empty()) {
        _shown = Dialog::none;
        return;
    }
    if (_shown != workspace.dialog)
        begin(workspace);
    bool isOpen = true, isDone = false;
    if (beginDialog(ui, wording.title, 560, isOpen)) {
        words(ui, wording.explanation, colors::inkSoft);
        drawOptions(ui, workspace);
        isDone = drawPath(ui, wording.action, wording.isSaving);
    }
    endCard();
    if (!isOpen)
        workspace.dialog = Dialog::none;
    else if (isDone && !_path.empty())
        finish(workspace);
}

} // namespace surplace::app
