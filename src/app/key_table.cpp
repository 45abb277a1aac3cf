#include "app/key_table.hpp"
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

namespace surplace::app {
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
    {playPause, GLFW_KEY_SPACE, none, none, none, map, ofTime, "Space", "play, pause"},
    {stepBack, GLFW_KEY_LEFT, none, none, none, map, ofTime, "Left", "one step back"},
    {stepOn, GLFW_KEY_RIGHT, none, none, none, map, ofTime, "Right", "one step on"},
    {firstDay, GLFW_KEY_HOME, none, none, none, map, ofTime, "Home", "first day of the period"},
    {lastDay, GLFW_KEY_END, none, none, none, map, ofTime, "End", "last day of the period"},
    {periodFromHere, GLFW_KEY_I, none, none, none, looking, ofTime, "I",
     "the period begins on the day shown"},
    {periodToHere, GLFW_KEY_O, none, none, none, looking, ofTime, "O", "the period ends on the day shown"},
    {wholePeriod, GLFW_KEY_A, none, none, none, looking, ofTime, "A", "the period is all of the casebook"},

    {closer, GLFW_KEY_EQUAL, none, none, none, looking, ofMap, "+", "closer"},
    {closer, GLFW_KEY_EQUAL, none, shift, none, looking, ofMap, nullptr, nullptr},
    {closer, GLFW_KEY_KP_ADD, none, none, none, looking, ofMap, nullptr, nullptr},
    {farther, GLFW_KEY_MINUS, none, none, none, looking, ofMap, "-", "farther"},
    {farther, GLFW_KEY_KP_SUBTRACT, none, none, none, looking, ofMap, nullptr, nullptr},
    {panLeft, GLFW_KEY_LEFT, none, shift, none, resting, ofMap, "Shift+Left, Right, Up, Down",
     "move the map"},
    {panRight, GLFW_KEY_RIGHT, none, shift, none, resting, ofMap, nullptr, nullptr},
    {panUp, GLFW_KEY_UP, none, shift, none, resting, ofMap, nullptr, nullptr},
    {panDown, GLFW_KEY_DOWN, none, shift, none, resting, ofMap, nullptr, nullptr},
    {showBorder, GLFW_KEY_F, none, none, none, looking, ofMap, "F", "show the border"},
    {showAll, GLFW_KEY_F, none, shift, none, looking, ofMap, "Shift+F", "show all events"},
    {legend, GLFW_KEY_L, none, none, none, looking, ofMap, "L", "legend"},
    {describe, GLFW_KEY_D, none, none, none, looking, ofMap, "D",
     "this map in words, with its sources and credits"},

    {nextPanel, GLFW_KEY_F6, none, none, none, everywhere, ofPanels, "F6, Ctrl+Tab",
     "the keyboard goes to the next panel"},
    {nextPanel, GLFW_KEY_TAB, control, none, none, everywhere, ofPanels, nullptr, nullptr},
    {previousPanel, GLFW_KEY_F6, none, shift, none, everywhere, ofPanels, "Shift+F6", "to the panel before"},
    {previousPanel, GLFW_KEY_TAB, control, shift, none, everywhere, ofPanels, nullptr, nullptr},
    {nextStop, GLFW_KEY_TAB, none, none, none, everywhere, ofPanels, "Tab",
     "to the next button, field or list of the panel"},
    {previousStop, GLFW_KEY_TAB, none, shift, none, everywhere, ofPanels, "Shift+Tab", "to the one before"},
    {up, GLFW_KEY_UP, none, none, none, focused, ofPanels, "Up, Down", "to the row or button above, below"},
    {down, GLFW_KEY_DOWN, none, none, none, focused, ofPanels, nullptr, nullptr},
    {up, GLFW_KEY_LEFT, none, none, none, focused, ofPanels, nullptr, nullptr},
    {down, GLFW_KEY_RIGHT, none, none, none, focused, ofPanels, nullptr, nullptr},
    {activate, GLFW_KEY_ENTER, none, none, none, focused, ofPanels, "Enter or Space",
     "press it, choose the row, type in the field"},
    {activate, GLFW_KEY_KP_ENTER, none, none, none, focused, ofPanels, nullptr, nullptr},
    {activate, GLFW_KEY_SPACE, none, none, none, focused, ofPanels, nullptr, nullptr},
    {pageUp, GLFW_KEY_PAGE_UP, none, none, none, focused, ofPanels, "Page Up, Page Down", "a page up, down"},
    {pageDown, GLFW_KEY_PAGE_DOWN, none, none, none, focused, ofPanels, nullptr, nullptr},
    {firstRow, GLFW_KEY_HOME, none, none, none, rows, ofPanels, "Home, End in a list",
     "first, last row; letters go to the row that they begin"},
    {lastRow, GLFW_KEY_END, none, none, none, rows, ofPanels, nullptr, nullptr},
    {narrower, GLFW_KEY_LEFT, control, none, none, anyPanel, ofPanels, "Ctrl+Left, Ctrl+Right",
     "the panel is narrower, wider"},
    {wider, GLFW_KEY_RIGHT, control, none, none, anyPanel, ofPanels, nullptr, nullptr},
    {search, GLFW_KEY_F, control, none, none, everywhere, ofPanels, "Ctrl+F", "search"},
    {menu, GLFW_KEY_F10, none, none, none, resting | typing, ofPanels, "F10",
     "the menu: everything that has no key of its own"},
    {pageBack, GLFW_KEY_LEFT, none, none, alt, resting, ofPanels, "Alt+Left", "page back in the details"},
    {pageForward, GLFW_KEY_RIGHT, none, none, alt, resting, ofPanels, "Alt+Right", "page forward"},
    {foldPanels, GLFW_KEY_B, none, none, none, looking, ofPanels, "B", "fold all panels away, and back"},
    {escape, GLFW_KEY_ESCAPE, none, none, none, everywhere, ofPanels, "Esc",
     "close the card, leave the panel, close the details"},

    {larger, GLFW_KEY_EQUAL, control, none, none, everywhere, ofWindow, "Ctrl++", "text and buttons larger"},
    {larger, GLFW_KEY_EQUAL, control, shift, none, everywhere, ofWindow, nullptr, nullptr},
    {larger, GLFW_KEY_KP_ADD, control, none, none, everywhere, ofWindow, nullptr, nullptr},
    {smaller, GLFW_KEY_MINUS, control, none, none, everywhere, ofWindow, "Ctrl+-",
     "text and buttons smaller"},
    {smaller, GLFW_KEY_KP_SUBTRACT, control, none, none, everywhere, ofWindow, nullptr, nullptr},
    {usualSize, GLFW_KEY_0, control, none, none, everywhere, ofWindow, "Ctrl+0",
     "text and buttons in the monitor's size"},
    {usualSize, GLFW_KEY_KP_0, control, none, none, everywhere, ofWindow, nullptr, nullptr},
    {openCasebook, GLFW_KEY_O, control, none, none, everywhere, ofWindow, "Ctrl+O", "open a casebook"},
    {savePicture, GLFW_KEY_P, control, none, none, everywhere, ofWindow, "Ctrl+P", "save a picture"},
    {help, GLFW_KEY_F1, none, none, none, everywhere, ofWindow, "F1 or ?", "help and keys"},
    {help, GLFW_KEY_SLASH, none, shift, none, looking, ofWindow, nullptr, nullptr},
    {close, GLFW_KEY_Q, control, none, none, everywhere, ofWindow, "Ctrl+Q", "close the window"},
};

} // namespace

std::span<const Binding> bindings() {
    return table;
}

const char* title(KeyGroup group) {
    switch (group) {
    case KeyGroup::time:
        return "Time";
    case KeyGroup::map:
        return "Map";
    case KeyGroup::panels:
        return "Panels, without a mouse";
    case KeyGroup::window:
        return "Window";
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
