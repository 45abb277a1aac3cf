#include "app/workspace.hpp"
#include "casebook/load.hpp"
#include "core/translation.hpp"
#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <functional>
#include <utility>

namespace surplace::app {
namespace {

using Finish = Background::Finish;

void run(Workspace& workspace, std::string what, Background::Work work) {
    if (!workspace.background->start(std::move(what), std::move(work)))
        sayError(workspace, core::trf("Please wait: {0}.", workspace.background->what()));
}

std::string nameOf(const std::filesystem::path& file) {
    const auto name = file.filename();
    return name.empty() ? file.parent_path().filename().string() : name.string();
}

/// "~" and what follows as the shell would read it: people type it.
std::filesystem::path expanded(const std::filesystem::path& file) {
    const std::string text = file.string();
    const char* home = std::getenv("HOME");
    if (home != nullptr && text.rfind("~/", 0) == 0)
        return std::filesystem::path(home) / text.substr(2);
    return file;
}

std::filesystem::path withExtension(std::filesystem::path file, const char* extension) {
    if (file.extension() != extension)
        file += extension;
    return file;
}

} // namespace

void say(Workspace& workspace, std::string text, std::vector<std::string> lines) {
    constexpr std::size_t mostNotices = 4;
    std::erase_if(workspace.notices, [&](const Notice& notice) { return notice.text == text; });
    workspace.notices.push_back({std::move(text), std::move(lines), false, false});
    if (workspace.notices.size() > mostNotices)
        workspace.notices.pop_front();
}

void sayError(Workspace& workspace, const std::string& sentence) {
    std::string text = sentence;
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    say(workspace, std::move(text));
    workspace.notices.back().isError = true;
}

void sayProblems(Workspace& workspace, const casebook::Import& import, const std::string& file) {
    if (import.problems.empty())
        return;
    std::vector<std::string> lines;
    for (const core::Problem& problem : import.problems)
        lines.push_back(problem.sentence());
    if (import.rowsSkipped == 0) {
        say(workspace,
            core::trn(static_cast<long>(import.problems.size()), "{1}: {0} thing to look at.",
                      "{1}: {0} things to look at.", import.problems.size(), file),
            lines);
        return;
    }
    const auto first =
        std::find_if(import.problems.begin(), import.problems.end(), [](const core::Problem& problem) {
            return problem.severity == core::Problem::Severity::error;
        });
    const std::string reason = first == import.problems.end() ? lines.front() : first->sentence();
    say(workspace,
        core::trn(import.rowsSkipped, "{0} row was skipped: {2}",
                  "{0} of {1} rows were skipped; the first: {2}", import.rowsSkipped, import.rowsRead,
                  reason),
        lines);
}

namespace {

void replaceBy(Workspace& workspace, const std::filesystem::path& file) {
    run(workspace, core::trf("opening {0}", nameOf(file)),
        [&workspace, file](const std::atomic<bool>& cancel) -> Finish {
            auto import = casebook::load(file, {.report = {}, .cancel = &cancel});
            auto snapshot = std::make_shared<const model::Casebook>(import.casebook);
            return [&workspace, file, import = std::move(import), snapshot] {
                replaceCasebook(workspace.session, snapshot, file);
                workspace.notices.clear(); // they spoke of the casebook before
                sayProblems(workspace, import, nameOf(file));
            };
        });
}

/// False when nothing would be lost.
bool asksFirst(Workspace& workspace, Waiting waiting) {
    if (!workspace.session.isUnsaved)
        return false;
    workspace.waiting = std::move(waiting);
    workspace.dialog = Dialog::unsaved;
    return true;
}

} // namespace

void openCasebook(Workspace& workspace, const std::filesystem::path& given) {
    const auto file = expanded(given);
    if (!asksFirst(workspace, {file, false}))
        replaceBy(workspace, file);
}

void requestClose(Workspace& workspace) {
    if (!asksFirst(workspace, {{}, true}))
        workspace.wantsToClose = true;
}

void answerUnsaved(Workspace& workspace, Answer answer) {
    workspace.dialog = answer == Answer::save ? Dialog::saveCasebook : Dialog::none;
    if (answer == Answer::save)
        return;
    const auto waiting = std::exchange(workspace.waiting, std::nullopt);
    if (answer == Answer::cancel || !waiting)
        return;
    if (waiting->closes)
        workspace.wantsToClose = true;
    else
        replaceBy(workspace, waiting->file);
}

void forgetWaiting(Workspace& workspace) {
    if (workspace.dialog != Dialog::unsaved && workspace.dialog != Dialog::saveCasebook)
        workspace.waiting.reset();
}

void importEvents(Workspace& workspace, const std::filesystem::path& given, bool isPublished) {
    const auto file = expanded(given);
    run(workspace, core::trf("reading {0}", nameOf(file)),
        [&workspace, file, isPublished,
         base = workspace.session.casebook](const std::atomic<bool>& cancel) -> Finish {
            const casebook::Import import =
                std::filesystem::is_directory(file)
                    ? casebook::merge(*base, casebook::readTextForm(file, {.report = {}, .cancel = &cancel}))
                    : casebook::importEvents(file, *base, {.report = {}, .cancel = &cancel},
                                             {.published = isPublished});
            if (import.rowsLoaded == 0 && import.problems.empty())
                throw core::Error(core::trf("no rows were found in {0}", file.string()));
            auto snapshot = std::make_shared<const model::Casebook>(import.casebook);
            return [&workspace, file, import, snapshot] {
                if (import.rowsLoaded > 0) {
                    extendCasebook(workspace.session, snapshot);
                    say(workspace, core::trf("{0} of {1} rows of {2} are on the map now; they are in no file "
                                             "until you save the casebook.",
                                             import.rowsLoaded, import.rowsRead, nameOf(file)));
                }
                sayProblems(workspace, import, nameOf(file));
            };
        });
}

void saveCasebook(Workspace& workspace, const std::filesystem::path& given) {
    const auto file = withExtension(expanded(given), ".gpkg");
    const auto waiting = std::exchange(workspace.waiting, std::nullopt);
    run(workspace, core::trf("saving {0}", nameOf(file)),
        [&workspace, file, waiting,
         snapshot = workspace.session.casebook](const std::atomic<bool>& cancel) -> Finish {
            casebook::save(*snapshot, file, {.report = {}, .cancel = &cancel});
            return [&workspace, file, waiting, snapshot] {
                if (workspace.session.casebook == snapshot) {
                    workspace.session.file = file;
                    workspace.session.isUnsaved = false;
                }
                say(workspace, core::trf("Saved as {0}.", file.string()));
                if (waiting)
                    waiting->closes ? requestClose(workspace) : openCasebook(workspace, waiting->file);
            };
        });
}

void savePicture(Workspace& workspace, const std::filesystem::path& given, double scale) {
    const auto file = withExtension(expanded(given), ".png");
    scene::View view = workspace.session.view;
    view.camera.scale = scale;
    view.titleBlock = true;
    view.counts = true;
    view.describes = true;
    view.foldedCredits.clear();
    view.coveredLeft = view.coveredRight = view.coveredTop = view.coveredBottom = 0;
    run(workspace, core::trf("drawing {0}", nameOf(file)),
        [&workspace, file, view, snapshot = workspace.session.casebook,
         materials = workspace.materials](const std::atomic<bool>& cancel) -> Finish {
            const redaction::Redaction redaction = redaction::redact(*snapshot);
            publish::writePng(redaction.casebook, materials, view, file, {.report = {}, .cancel = &cancel});
            return [&workspace, file, withheld = redaction.report.inWords(),
                    isEmpty = redaction.report.isEmpty()] {
                say(workspace, core::inSentences(core::trf("Saved {0}.", file.string()),
                                                 isEmpty ? core::tr("Nothing was withheld.") : withheld));
            };
        });
}

void openDropped(Workspace& workspace, const std::filesystem::path& file) {
    if (file.extension() == ".csv" || file.extension() == ".CSV")
        importEvents(workspace, file, false);
    else
        openCasebook(workspace, file);
}

std::string whyNothingIsListed(const Workspace& workspace) {
    const model::Casebook& casebook = *workspace.session.casebook;
    if (workspace.tab == ListTab::events && casebook.events.empty())
        return core::tr(
            "The casebook holds no events yet. Drop a table of events (.csv) onto the window, or choose "
            "\u201cAdd events from a table\u2026\u201d in the menu.");
    const bool isEmpty = workspace.tab == ListTab::cases     ? casebook.cases.empty()
                         : workspace.tab == ListTab::sources ? casebook.sources.empty()
                         : workspace.tab == ListTab::tallies ? casebook.tallies.empty()
                                                             : false;
    return isEmpty ? core::tr("The casebook holds none yet.")
                   : core::tr("Nothing passes the search and the filters.");
}

void toggleLegend(Workspace& workspace) {
    bool& isOpen = workspace.settings.isLegendOpen;
    // The scene leaves it away too where it would cover too much.
    const bool isInVain = !workspace.hasLegendRoom || (isOpen && !workspace.isLegendShown);
    if (isInVain)
        say(workspace, core::tr(noLegendRoom));
    isOpen = isInVain || !isOpen;
}

namespace {

/// The camera of a smaller picture, with that picture in the part of the window that no panel covers.
scene::Camera uncovered(const scene::View& view,
                        const std::function<scene::Camera(int width, int height)>& fitted) {
    constexpr int leastPixels = 80;
    constexpr double stripPixels = 44; // the lines of sources and credits above the timeline
    const double coveredBottom = view.coveredBottom > 0 ? view.coveredBottom + stripPixels : 0;
    const scene::Camera& camera = view.camera;
    const int width =
        std::max(leastPixels, camera.widthPixels - static_cast<int>(view.coveredLeft + view.coveredRight));
    const int height =
        std::max(leastPixels, camera.heightPixels - static_cast<int>(view.coveredTop + coveredBottom));
    scene::Camera result = fitted(width, height);
    result.widthPixels = camera.widthPixels;
    result.heightPixels = camera.heightPixels;
    return scene::panned(result, (view.coveredLeft - view.coveredRight) / 2,
                         (view.coveredTop - coveredBottom) / 2);
}

} // namespace

scene::Camera borderCamera(const scene::View& view) {
    return uncovered(view, [&](int width, int height) {
        return scene::borderView(view.camera.projection, width, height, view.camera.scale);
    });
}

void goTo(Session& session, geo::LonLat position) {
    scene::View& view = session.view;
    scene::Camera& camera = view.camera;
    const double dx = (view.coveredLeft - view.coveredRight) / 2;
    const double dy = (view.coveredTop - view.coveredBottom) / 2;
    camera.center = geo::Projection(camera.projection).forward(position);
    camera = scene::panned(camera, dx, dy); // the middle of what no panel covers
}

void fitBorder(Session& session) {
    session.view.camera = borderCamera(session.view);
}

void fitBox(Session& session, const geo::LonLatBox& box) {
    const scene::Camera& camera = session.view.camera;
    session.view.camera = uncovered(session.view, [&](int width, int height) {
        return scene::fit(box, camera.projection, width, height, camera.scale,
                          std::min({48, width / 5, height / 5}));
    });
}

void setProjection(Session& session, geo::ProjectionKind kind) {
    scene::Camera& camera = session.view.camera;
    if (camera.projection == kind)
        return;
    const geo::Projection before(camera.projection), after(kind);
    const geo::LonLat middle = before.inverse(camera.center);
    const double ground = camera.metersPerPixel * before.groundMetersPerProjectedMeter(middle);
    camera.projection = kind;
    camera.center = after.forward(middle);
    camera.metersPerPixel = std::clamp(ground / after.groundMetersPerProjectedMeter(middle),
                                       scene::minMetersPerPixel, scene::maxMetersPerPixel);
}

} // namespace surplace::app
