#pragma once
#include "app/platform.hpp"
#include <optional>
#include <span>

namespace surplace::app {

/// What keys do.
enum class Command {
    playPause,
    stepBack,
    stepOn,
    firstDay,
    lastDay,
    periodFromHere,
    periodToHere,
    wholePeriod,
    closer,
    farther,
    panLeft,
    panRight,
    panUp,
    panDown,
    showBorder,
    showAll,
    nextMark, ///< these five are done by the map itself
    previousMark,
    openMark,
    onInPlace,
    backInPlace,
    legend,
    describe,
    nextPanel,
    previousPanel,
    nextStop,
    previousStop,
    up,
    down,
    activate,
    pageUp,
    pageDown,
    firstRow,
    lastRow,
    narrower,
    wider,
    foldPanels,
    search,
    menu,
    pageBack,
    pageForward,
    larger,
    smaller,
    usualSize,
    openCasebook,
    savePicture,
    help,
    escape,
    close
};

/// What has the keyboard.
enum class Place : unsigned {
    map = 1,     ///< the map, or the bars of the timeline: arrows are time
    panel = 2,   ///< a panel's buttons
    rows = 4,    ///< a row of a list: letters look for one
    dialog = 8,  ///< a card in the middle
    typing = 16, ///< a line that is typed in
    menu = 32    ///< an open list of choices, which moves by itself
};

enum class KeyGroup { time, map, panels, window };

/// One key and what it does there. The help card, the user guide and the window go by this table.
struct Binding {
    Command command;
    int key; ///< GLFW's
    bool hasControl, hasShift, hasAlt;
    unsigned places; ///< of Place, or'ed
    KeyGroup group;
    const char* keys; ///< as a reader calls them; null: a second way that is not listed
    const char* does;
};

std::span<const Binding> bindings();
/// A message of the context "keys", as the words of the table are messages: translated where they are shown.
const char* title(KeyGroup group);
/// What a key does in a place, if anything.
std::optional<Command> commandFor(const KeyPress& press, Place place);

} // namespace surplace::app
