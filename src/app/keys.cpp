#include "app/keys.hpp"
#include "app/ui_scale.hpp"
#include <algorithm>

namespace surplace::app {
namespace {

constexpr double zoomStep = 1.4;
constexpr double panPixels = 80;
constexpr double widthStep = 40;

void zoom(Session& session, double factor) {
    scene::Camera& camera = session.view.camera;
    camera = scene::zoomed(camera, factor, {camera.widthPixels / 2.0, camera.heightPixels / 2.0});
}

void pan(Session& session, double dx, double dy) {
    session.view.camera = scene::panned(session.view.camera, dx, dy);
}

void goTo(Session& session, timeline::Day day) {
    session.player.isPlaying = false;
    showDay(session, day);
}

/// From the innermost outwards: a card, a panel that has the keyboard, the details.
void leave(Workspace& workspace, Focus& focus, bool isTyping) {
    if (workspace.dialog == Dialog::unsaved) {
        answerUnsaved(workspace, Answer::cancel);
    } else if (workspace.dialog != Dialog::none) {
        workspace.settings.isWelcomeSeen |= workspace.dialog == Dialog::welcome;
        workspace.dialog = Dialog::none;
    } else if (isTyping) {
        return; // it ends the typing, which ImGui does
    } else if (focus.isInPanel()) {
        focus.leave();
    } else {
        deselect(workspace.session);
    }
}

void changeWidth(Settings& settings, const std::string& panel, double pixels) {
    if (panel == "lists")
        settings.listWidth = std::clamp(settings.listWidth + pixels, 240.0, 640.0);
    if (panel != "inspector")
        return;
    for (double* width : {&settings.inspectorWidth, &settings.inspectorBesideListWidth})
        *width = std::clamp(*width + pixels, 280.0, 720.0);
}

void openSearch(Workspace& workspace) {
    workspace.isBare = false;
    workspace.settings.isListOpen = true;
    workspace.wantsSearch = true;
}

/// True when the command is one of time.
bool moveTime(Session& session, Command command, double nowSeconds,
              std::span<const timeline::Day> eventDays) {
    const timeline::Moment& moment = session.view.moment;
    switch (command) {
    case Command::playPause:
        togglePlaying(session, nowSeconds);
        return true;
    case Command::stepBack:
    case Command::stepOn:
        step(session, command == Command::stepOn ? 1 : -1, eventDays);
        return true;
    case Command::firstDay:
    case Command::lastDay:
        goTo(session, command == Command::firstDay ? moment.period.first : moment.period.last);
        return true;
    case Command::periodFromHere:
        setPeriod(session, {moment.day, moment.period.last});
        return true;
    case Command::periodToHere:
        setPeriod(session, {moment.period.first, moment.day});
        return true;
    case Command::wholePeriod:
        setPeriod(session, session.extent);
        return true;
    default:
        return false;
    }
}

/// True when the command is one of the map.
bool moveMap(Workspace& workspace, Command command) {
    Session& session = workspace.session;
    switch (command) {
    case Command::closer:
    case Command::farther:
        zoom(session, command == Command::closer ? zoomStep : 1 / zoomStep);
        return true;
    case Command::panLeft:
    case Command::panRight:
        pan(session, command == Command::panLeft ? panPixels : -panPixels, 0);
        return true;
    case Command::panUp:
    case Command::panDown:
        pan(session, 0, command == Command::panUp ? panPixels : -panPixels);
        return true;
    case Command::showBorder:
        fitBorder(session);
        return true;
    case Command::showAll:
        fitBox(session, boxOfEvents(*session.casebook));
        return true;
    case Command::legend:
        toggleLegend(workspace);
        return true;
    default:
        return false;
    }
}

void doInWindow(Workspace& workspace, const std::string& panel, Command command) {
    Settings& settings = workspace.settings;
    switch (command) {
    case Command::describe:
        workspace.dialog = Dialog::describe;
        return;
    case Command::narrower:
    case Command::wider:
        return changeWidth(settings, panel, command == Command::wider ? widthStep : -widthStep);
    case Command::foldPanels:
        workspace.isBare = !workspace.isBare;
        return;
    case Command::search:
        return openSearch(workspace);
    case Command::menu:
        workspace.isBare = false;
        workspace.wantsMenu = true;
        return;
    case Command::pageBack:
        return goBack(workspace.session);
    case Command::pageForward:
        return goForward(workspace.session);
    case Command::larger:
    case Command::smaller:
        settings.uiScale = steppedScale(workspace.shownUiScale, command == Command::larger ? 1 : -1);
        return;
    case Command::usualSize:
        settings.uiScale = 0;
        return;
    case Command::openCasebook:
        workspace.dialog = Dialog::openCasebook;
        return;
    case Command::savePicture:
        workspace.dialog = Dialog::savePicture;
        return;
    case Command::help:
        workspace.dialog = Dialog::help;
        return;
    case Command::close:
        return requestClose(workspace);
    default:
        return;
    }
}

} // namespace

void handleKey(Workspace& workspace, Focus& focus, const KeyPress& press, bool isTyping, double nowSeconds,
               std::span<const timeline::Day> eventDays) {
    const bool isAsking = workspace.dialog != Dialog::none;
    const Place place = isTyping ? Place::typing : isAsking ? Place::dialog : focus.place();
    const auto command = commandFor(press, place);
    if (!command)
        return place == Place::rows ? focus.type(press.key, nowSeconds) : void();
    if (*command == Command::escape)
        return leave(workspace, focus, isTyping);
    // Before the card has been drawn once, no button of it can have the keyboard.
    if (*command == Command::activate && workspace.dialog == Dialog::unsaved && !focus.hasStop())
        return answerUnsaved(workspace, Answer::save);
    if (!moveTime(workspace.session, *command, nowSeconds, eventDays) && !moveMap(workspace, *command) &&
        !focus.handle(*command))
        doInWindow(workspace, focus.panel(), *command);
}

} // namespace surplace::app
