#pragma once
#include "app/background.hpp"
#include "app/layout.hpp"
#include "app/session.hpp"
#include "casebook/casebook_file.hpp"
#include "core/error.hpp"
#include "publish/publish.hpp"
#include <deque>

namespace surplace::app {

/// One plain sentence that stays until it is dismissed, with further lines on demand.
struct Notice {
    std::string text;
    std::vector<std::string> lines;
    bool isOpen = false; ///< the lines are shown
    bool isError = false;
};

enum class Dialog { none, welcome, help, openCasebook, importEvents, saveCasebook, savePicture };
enum class ListTab { events, cases, sources, tallies };

/// Everything that the panels look at and change, apart from ImGui.
struct Workspace {
    Session session;
    Settings settings;
    publish::Materials materials;
    std::deque<Notice> notices;
    Dialog dialog = Dialog::none;
    ListTab tab = ListTab::events;
    scene::Summary summary; ///< of the frame shown
    bool isFilterOpen = false;
    bool wantsSearch = false; ///< the cursor goes into the search box with the next frame
    bool wantsToClose = false;
    bool isBare = false; ///< all panels folded away
    Background* background = nullptr;
};

void say(Workspace& workspace, std::string text, std::vector<std::string> lines = {});
void sayError(Workspace& workspace, const std::string& sentence);
/// "1 row was skipped: ..." with the list, when there are problems.
void sayProblems(Workspace& workspace, const casebook::Import& import, const std::string& file);

/// The work of the menu, beside the window. What cannot be done is said in a notice; the open casebook stays
/// as it was.
void openCasebook(Workspace& workspace, const std::filesystem::path& file);
void importEvents(Workspace& workspace, const std::filesystem::path& file, bool isPublished);
void saveCasebook(Workspace& workspace, const std::filesystem::path& file);
void savePicture(Workspace& workspace, const std::filesystem::path& file, double scale);
/// What was dropped onto the window: a casebook, a folder of the text form, or an events CSV.
void openDropped(Workspace& workspace, const std::filesystem::path& file);

/// The view from the outside.
/// The border in the part of the map that no panel covers.
scene::Camera borderCamera(const scene::View& view);
void fitBorder(Session& session);
void fitBox(Session& session, const geo::LonLatBox& box);
void setProjection(Session& session, geo::ProjectionKind kind);

} // namespace surplace::app
