#include "app/keys.hpp"
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

namespace surplace::app {
namespace {

constexpr double zoomStep = 1.4;
constexpr double panPixels = 80;

void zoom(Session& session, double factor) {
    scene::Camera& camera = session.view.camera;
    camera = scene::zoomed(camera, factor, {camera.widthPixels / 2.0, camera.heightPixels / 2.0});
}

void pan(Session& session, double dx, double dy) {
    session.view.camera = scene::panned(session.view.camera, dx, dy);
}

void escape(Workspace& workspace, bool isTyping) {
    if (workspace.dialog == Dialog::unsaved) {
        answerUnsaved(workspace, Answer::cancel);
    } else if (workspace.dialog != Dialog::none) {
        workspace.settings.isWelcomeSeen |= workspace.dialog == Dialog::welcome;
        workspace.dialog = Dialog::none;
    } else if (!isTyping) { // there it ends the typing, which ImGui does
        deselect(workspace.session);
    }
}

void handleControl(Workspace& workspace, int key) {
    if (key == GLFW_KEY_F) {
        workspace.isBare = false;
        workspace.settings.isListOpen = true;
        workspace.wantsSearch = true;
    } else if (key == GLFW_KEY_O) {
        workspace.dialog = Dialog::openCasebook;
    } else if (key == GLFW_KEY_P) {
        workspace.dialog = Dialog::savePicture;
    } else if (key == GLFW_KEY_Q) {
        requestClose(workspace);
    }
}

void handleArrow(Workspace& workspace, const KeyPress& press, std::span<const timeline::Day> eventDays) {
    Session& session = workspace.session;
    const int toRight = press.key == GLFW_KEY_RIGHT ? 1 : press.key == GLFW_KEY_LEFT ? -1 : 0;
    const int down = press.key == GLFW_KEY_DOWN ? 1 : press.key == GLFW_KEY_UP ? -1 : 0;
    if (press.hasAlt)
        toRight < 0 ? goBack(session) : goForward(session);
    else if (press.hasShift)
        pan(session, -panPixels * toRight, -panPixels * down);
    else if (toRight != 0)
        step(session, toRight, eventDays);
}

} // namespace

void handleKey(Workspace& workspace, const KeyPress& press, bool isTyping, double nowSeconds,
               std::span<const timeline::Day> eventDays) {
    Session& session = workspace.session;
    if (press.key == GLFW_KEY_ESCAPE)
        return escape(workspace, isTyping);
    const bool isEnter = press.key == GLFW_KEY_ENTER || press.key == GLFW_KEY_KP_ENTER;
    if (isEnter && workspace.dialog == Dialog::unsaved)
        return answerUnsaved(workspace, Answer::save);
    if (press.key == GLFW_KEY_F1) {
        workspace.dialog = Dialog::help;
        return;
    }
    if (press.hasControl)
        return handleControl(workspace, press.key);
    if (isTyping)
        return;
    switch (press.key) {
    case GLFW_KEY_SPACE:
        if (workspace.dialog == Dialog::welcome || workspace.dialog == Dialog::help)
            escape(workspace, isTyping);
        return togglePlaying(session, nowSeconds);
    case GLFW_KEY_HOME:
        session.player.isPlaying = false;
        return showDay(session, session.view.moment.period.first);
    case GLFW_KEY_END:
        session.player.isPlaying = false;
        return showDay(session, session.view.moment.period.last);
    case GLFW_KEY_EQUAL:
    case GLFW_KEY_KP_ADD:
        return zoom(session, zoomStep);
    case GLFW_KEY_MINUS:
    case GLFW_KEY_KP_SUBTRACT:
        return zoom(session, 1 / zoomStep);
    case GLFW_KEY_F:
        return press.hasShift ? fitBox(session, boxOfEvents(*session.casebook)) : fitBorder(session);
    case GLFW_KEY_L:
        return toggleLegend(workspace);
    case GLFW_KEY_TAB:
        workspace.isBare = !workspace.isBare;
        return;
    case GLFW_KEY_LEFT:
    case GLFW_KEY_RIGHT:
    case GLFW_KEY_UP:
    case GLFW_KEY_DOWN:
        return handleArrow(workspace, press, eventDays);
    default:
        return;
    }
}

} // namespace surplace::app
