#pragma once
#include "app/analysis.hpp"
#include "app/background.hpp"
#include "app/layout.hpp"
#include "app/session.hpp"
#include "casebook/casebook_file.hpp"
#include "core/error.hpp"
#include "publish/publish.hpp"
#include <deque>
#include <optional>

namespace surplace::app {

/// One plain sentence that stays until it is dismissed, with further lines on demand.
struct Notice {
    std::string text;
    std::vector<std::string> lines;
    bool isOpen = false; ///< the lines are shown
    bool isError = false;
};

enum class Dialog {
    none,
    welcome,
    help,
    openCasebook,
    importEvents,
    saveCasebook,
    savePicture,
    ownAreas,
    unsaved
};
enum class ListTab { events, cases, sources, tallies };

/// What would lose rows that no file holds yet, and waits until they are saved or given up.
struct Waiting {
    std::filesystem::path file; ///< the casebook to open
    bool closes = false;        ///< or the window is to close
};
enum class Answer { save, discard, cancel };

/// Whose time on the map is over, and of which no later source speaks.
struct NoLaterWord {
    std::vector<model::Id> feared, openEnded;
    bool canBe = false; ///< the casebook holds events that come here once their time is over
};

/// Everything that the panels look at and change, apart from ImGui.
struct Workspace {
    Session session;
    Settings settings;
    publish::Materials materials;
    std::deque<Notice> notices;
    Dialog dialog = Dialog::none;
    ListTab tab = ListTab::events;
    Analysis analysis;
    scene::Summary summary;                    ///< of the frame shown
    NoLaterWord noLaterWord;                   ///< of the frame shown
    bool isLegendShown = false;                ///< in the frame shown
    bool isCompact = false;                    ///< the window is small (Layout)
    bool hasLegendRoom = true;                 ///< false: a legend is asked for in vain
    std::optional<geo::ScreenPoint> clickedAt; ///< on the map, to choose what is to be shown next
    bool isFilterOpen = false;
    bool wantsSearch = false; ///< the cursor goes into the search box with the next frame
    bool wantsToClose = false;
    std::optional<Waiting> waiting; ///< while Dialog::unsaved asks, or the file to save in is chosen
    bool isBare = false;            ///< all panels folded away
    Background* background = nullptr;
};

void say(Workspace& workspace, std::string text, std::vector<std::string> lines = {});
void sayError(Workspace& workspace, const std::string& sentence);
/// "1 row was skipped: ..." with the list, when there are problems.
void sayProblems(Workspace& workspace, const casebook::Import& import, const std::string& file);

/// The work of the menu, beside the window. What cannot be done is said in a notice; the open casebook stays
/// as it was. Before rows that no file holds are lost, Dialog::unsaved asks.
void openCasebook(Workspace& workspace, const std::filesystem::path& file);
void requestClose(Workspace& workspace);
/// Saving leads to the card that asks for the file, and from there on to what waits.
void answerUnsaved(Workspace& workspace, Answer answer);
/// What waits is given up with the card that was closed.
void forgetWaiting(Workspace& workspace);
void importEvents(Workspace& workspace, const std::filesystem::path& file, bool isPublished);
void saveCasebook(Workspace& workspace, const std::filesystem::path& file);
void savePicture(Workspace& workspace, const std::filesystem::path& file, double scale);
/// What was dropped onto the window: a casebook, a folder of the text form, or an events CSV.
void openDropped(Workspace& workspace, const std::filesystem::path& file);

/// Why the list shown has no rows: the casebook has none of the kind, or search and filters let none through.
std::string whyNothingIsListed(const Workspace& workspace);

inline constexpr const char* noLegendRoom =
    "The legend comes when there is more of the map between the panels: fold the lists or close the details.";
/// Shows the legend or not. Where there is no room for it, a notice says so.
void toggleLegend(Workspace& workspace);

/// The view from the outside.
/// The border in the part of the map that no panel covers.
scene::Camera borderCamera(const scene::View& view);
void fitBorder(Session& session);
void fitBox(Session& session, const geo::LonLatBox& box);
void setProjection(Session& session, geo::ProjectionKind kind);

} // namespace surplace::app
