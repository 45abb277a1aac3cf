#pragma once
#include "app/history.hpp"
#include "app/player.hpp"
#include "scene/composer.hpp"
#include <filesystem>
#include <memory>
#include <string>

namespace surplace::app {

/// The open casebook and how it is looked at: what the panels show and change. A plain value; drawing is
/// elsewhere.
struct Session {
    std::shared_ptr<const model::Casebook> casebook;
    std::filesystem::path file;
    bool isBundled = false;
    bool isUnsaved = false; ///< has rows that no file holds yet
    scene::View view;
    timeline::Window extent{}; ///< the days that the timeline spans
    timeline::Playback playback;
    Player player;
    model::EventKind countedKind = model::EventKind::detention; ///< of the histogram
    History history;
};

/// A session that starts with a view. The histogram counts the kind that has most incidents.
Session startSession(std::shared_ptr<const model::Casebook> casebook, std::filesystem::path file,
                     const scene::View& view);
/// Another casebook takes the place of the open one: filter, selection and time start anew, the camera and
/// what is drawn stay.
void replaceCasebook(Session& session, std::shared_ptr<const model::Casebook> casebook,
                     std::filesystem::path file);
/// The same casebook with more rows: view, filter and selection stay, the timeline grows with the rows.
void extendCasebook(Session& session, std::shared_ptr<const model::Casebook> casebook);

/// Shows a record, or a list of events, in the inspector and on the map.
void select(Session& session, const model::Id& id);
void selectEvents(Session& session, std::string heading, std::vector<model::Id> events,
                  std::vector<std::string> notes = {});
void deselect(Session& session);
void goBack(Session& session);
void goForward(Session& session);

/// Time. A whole period has no day to move, so moving one turns to the fading view.
void showDay(Session& session, timeline::Day day);
void setPeriod(Session& session, timeline::Window period);
/// A moment at which the event is there, and neither search nor filters that hide it; the moment shown stays
/// when it does. Returns a sentence that says what was dropped; empty when nothing was.
std::string showMomentOf(Session& session, const model::Event& event);
void setMode(Session& session, timeline::Mode mode);
void togglePlaying(Session& session, double nowSeconds);
/// Playing goes on from the day shown with the new step, speed or direction.
void changePlayback(Session& session, const timeline::Playback& playback, double nowSeconds);
/// Shows the day of this moment while playing.
void tick(Session& session, double nowSeconds, std::span<const timeline::Day> eventDays);
void step(Session& session, int count, std::span<const timeline::Day> eventDays);

/// The playback with the period of the view.
timeline::Playback playbackOf(const Session& session);
/// Where every event with a position is, for "fit all"; the border region when there is none.
geo::LonLatBox boxOfEvents(const model::Casebook& casebook);
/// Whether two views give the same frame.
bool sameView(const scene::View& a, const scene::View& b);

} // namespace surplace::app
