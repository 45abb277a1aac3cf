#include "app/key_table.hpp"
#include "core/translation.hpp"
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

namespace surplace::app {

using core::toTranslate;

namespace {

constexpr auto map = static_cast<unsigned>(Place::map), panel = static_cast<unsigned>(Place::panel),
               rows = static_cast<unsigned>(Place::rows), dialog = static_cast<unsigned>(Place::dialog),
               typing = static_cast<unsigned>(Place::typing);
constexpr unsigned looking = map | panel, anyPanel = panel | rows, focused = panel | rows | dialog,
                   resting = map | panel | rows, everywhere = map | panel | rows | dialog | typing;
constexpr bool none = false, control = true, shift = true, alt = true;

using enum Command;
constexpr KeyGroup ofTime = KeyGroup::time, ofMap = KeyGroup::map, ofPanels = KeyGroup::panels,
                   ofWindow = KeyGroup::window;

constexpr Binding table[] = {
    {playPause, GLFW_KEY_SPACE, none, none, none, map, ofTime, toTranslate("Space"),
     toTranslate("play, pause")},
    {stepBack, GLFW_KEY_LEFT, none, none, none, map, ofTime, toTranslate("Left"),
     toTranslate("one step back")},
    {stepOn, GLFW_KEY_RIGHT, none, none, none, map, ofTime, toTranslate("Right"), toTranslate("one step on")},
    {firstDay, GLFW_KEY_HOME, none, none, none, map, ofTime, toTranslate("Home"),
     toTranslate("first day of the period")},
    {lastDay, GLFW_KEY_END, none, none, none, map, ofTime, toTranslate("End"),
     toTranslate("last day of the period")},
    {periodFromHere, GLFW_KEY_I, none, none, none, looking, ofTime, "I",
     toTranslate("the period begins on the day shown")},
    {periodToHere, GLFW_KEY_O, none, none, none, looking, ofTime, "O",
     toTranslate("the period ends on the day shown")},
    {wholePeriod, GLFW_KEY_A, none, none, none, looking, ofTime, "A",
     toTranslate("the period is all of the casebook")},

    {closer, GLFW_KEY_EQUAL, none, none, none, looking, ofMap, "+", toTranslate("closer")},
    {closer, GLFW_KEY_EQUAL, none, shift, none, looking, ofMap, nullptr, nullptr},
    {closer, GLFW_KEY_KP_ADD, none, none, none, looking, ofMap, nullptr, nullptr},
    {farther, GLFW_KEY_MINUS, none, none, none, looking, ofMap, "-", toTranslate("farther")},
    {farther, GLFW_KEY_KP_SUBTRACT, none, none, none, looking, ofMap, nullptr, nullptr},
    {panLeft, GLFW_KEY_LEFT, none, shift, none, resting, ofMap, toTranslate("Shift+Left, Right, Up, Down"),
     toTranslate("move the map")},
    {panRight, GLFW_KEY_RIGHT, none, shift, none, resting, ofMap, nullptr, nullptr},
    {panUp, GLFW_KEY_UP, none, shift, none, resting, ofMap, nullptr, nullptr},
    {panDown, GLFW_KEY_DOWN, none, shift, none, resting, ofMap, nullptr, nullptr},
    {nextMark, GLFW_KEY_N, none, none, none, map, ofMap, "N, P",
     toTranslate("next mark of the map, from west to east; the one before")},
    {previousMark, GLFW_KEY_P, none, none, none, map, ofMap, nullptr, nullptr},
    {previousMark, GLFW_KEY_N, none, shift, none, map, ofMap, nullptr, nullptr},
    {openMark, GLFW_KEY_KP_ENTER, none, none, none, map, ofMap, nullptr, nullptr},
    {onInPlace, GLFW_KEY_DOWN, none, none, none, map, ofMap, nullptr, nullptr},
    {backInPlace, GLFW_KEY_UP, none, none, none, map, ofMap, nullptr, nullptr},
    {openMark, GLFW_KEY_ENTER, none, none, none, map, ofMap, toTranslate("Enter, on a mark"),
     toTranslate("open its place, or show its record; arrows go on in an opened place")},
    {showBorder, GLFW_KEY_F, none, none, none, looking, ofMap, "F", toTranslate("show the border")},
    {showAll, GLFW_KEY_F, none, shift, none, looking, ofMap, "Shift+F", toTranslate("show all events")},
    {legend, GLFW_KEY_L, none, none, none, looking, ofMap, "L", toTranslate("legend")},
    {describe, GLFW_KEY_D, none, none, none, looking, ofMap, "D",
     toTranslate("this map in words, with its sources and credits")},

    {nextPanel, GLFW_KEY_F6, none, none, none, everywhere, ofPanels, "F6, Ctrl+Tab",
     toTranslate("the keyboard goes to the next panel")},
    {nextPanel, GLFW_KEY_TAB, control, none, none, everywhere, ofPanels, nullptr, nullptr},
    {previousPanel, GLFW_KEY_F6, none, shift, none, everywhere, ofPanels, "Shift+F6",
     toTranslate("to the panel before")},
    {previousPanel, GLFW_KEY_TAB, control, shift, none, everywhere, ofPanels, nullptr, nullptr},
    {nextStop, GLFW_KEY_TAB, none, none, none, everywhere, ofPanels, "Tab",
     toTranslate("to the next button, field or list of the panel")},
    {previousStop, GLFW_KEY_TAB, none, shift, none, everywhere, ofPanels, "Shift+Tab",
     toTranslate("to the one before")},
    {up, GLFW_KEY_UP, none, none, none, focused, ofPanels, toTranslate("Up, Down"),
     toTranslate("to the row or button above, below")},
    {down, GLFW_KEY_DOWN, none, none, none, focused, ofPanels, nullptr, nullptr},
    {up, GLFW_KEY_LEFT, none, none, none, focused, ofPanels, nullptr, nullptr},
    {down, GLFW_KEY_RIGHT, none, none, none, focused, ofPanels, nullptr, nullptr},
    {activate, GLFW_KEY_ENTER, none, none, none, focused, ofPanels, toTranslate("Enter or Space"),
     toTranslate("press it, choose the row, type in the field")},
    {activate, GLFW_KEY_KP_ENTER, none, none, none, focused, ofPanels, nullptr, nullptr},
    {activate, GLFW_KEY_SPACE, none, none, none, focused, ofPanels, nullptr, nullptr},
    {pageUp, GLFW_KEY_PAGE_UP, none, none, none, focused, ofPanels, toTranslate("Page Up, Page Down"),
     toTranslate("a page up, down")},
    {pageDown, GLFW_KEY_PAGE_DOWN, none, none, none, focused, ofPanels, nullptr, nullptr},
    {firstRow, GLFW_KEY_HOME, none, none, none, rows, ofPanels, toTranslate("Home, End in a list"),
     toTranslate("first, last row; letters go to the row that they begin")},
    {lastRow, GLFW_KEY_END, none, none, none, rows, ofPanels, nullptr, nullptr},
    {narrower, GLFW_KEY_LEFT, control, none, none, anyPanel, ofPanels, toTranslate("Ctrl+Left, Ctrl+Right"),
     toTranslate("the panel is narrower, wider")},
    {wider, GLFW_KEY_RIGHT, control, none, none, anyPanel, ofPanels, nullptr, nullptr},
    {search, GLFW_KEY_F, control, none, none, everywhere, ofPanels, "Ctrl+F", toTranslate("search")},
    {menu, GLFW_KEY_F10, none, none, none, resting | typing, ofPanels, "F10",
     toTranslate("the menu: everything that has no key of its own")},
    {pageBack, GLFW_KEY_LEFT, none, none, alt, resting, ofPanels, toTranslate("Alt+Left"),
     toTranslate("page back in the details")},
    {pageForward, GLFW_KEY_RIGHT, none, none, alt, resting, ofPanels, toTranslate("Alt+Right"),
     toTranslate("page forward")},
    {foldPanels, GLFW_KEY_B, none, none, none, looking, ofPanels, "B",
     toTranslate("fold all panels away, and back")},
    {escape, GLFW_KEY_ESCAPE, none, none, none, everywhere, ofPanels, "Esc",
     toTranslate("close the card, an opened place, the details; leave the panel or the mark")},

    {larger, GLFW_KEY_EQUAL, control, none, none, everywhere, ofWindow, "Ctrl++",
     toTranslate("text and buttons larger")},
    {larger, GLFW_KEY_EQUAL, control, shift, none, everywhere, ofWindow, nullptr, nullptr},
    {larger, GLFW_KEY_KP_ADD, control, none, none, everywhere, ofWindow, nullptr, nullptr},
    {smaller, GLFW_KEY_MINUS, control, none, none, everywhere, ofWindow, "Ctrl+-",
     toTranslate("text and buttons smaller")},
    {smaller, GLFW_KEY_KP_SUBTRACT, control, none, none, everywhere, ofWindow, nullptr, nullptr},
    {usualSize, GLFW_KEY_0, control, none, none, everywhere, ofWindow, "Ctrl+0",
     toTranslate("text and buttons in the monitor's size")},
    {usualSize, GLFW_KEY_KP_0, control, none, none, everywhere, ofWindow, nullptr, nullptr},
    {openCasebook, GLFW_KEY_O, control, none, none, everywhere, ofWindow, "Ctrl+O",
     toTranslate("open a casebook")},
    {savePicture, GLFW_KEY_P, control, none, none, everywhere, ofWindow, "Ctrl+P",
     toTranslate("save a picture")},
    {help, GLFW_KEY_F1, none, none, none, everywhere, ofWindow, toTranslate("F1 or ?"),
     toTranslate("help and keys")},
    {help, GLFW_KEY_SLASH, none, shift, none, looking, ofWindow, nullptr, nullptr},
    {close, GLFW_KEY_Q, control, none, none, everywhere, ofWindow, "Ctrl+Q", toTranslate("close the window")},
};

} // namespace

std::span<const Binding> bindings() {
    return table;
}

const char* title(KeyGroup group) {
    switch (group) {
    case KeyGroup::time:
        return toTranslate("keys", "Time");
    case KeyGroup::map:
        return toTranslate("keys", "Map");
    case KeyGroup::panels:
        return toTranslate("keys", "Panels, without a mouse");
    case KeyGroup::window:
        return toTranslate("keys", "Window");
    }
    return "";
}

std::optional<Command> commandFor(const KeyPress& press, Place place) {
    for (const Binding& binding : table)
        if (binding.key == press.key && (binding.places & static_cast<unsigned>(place)) != 0 &&
            binding.hasControl == press.hasControl && binding.hasShift == press.hasShift &&
            binding.hasAlt == press.hasAlt)
            return binding.command;
    return std::nullopt;
}

} // namespace surplace::app
