#pragma once
#include "app/ui.hpp"
#include "model/vocabulary.hpp"

namespace surplace::app {

/// Pictures on buttons, drawn as lines.
enum class Icon {
    play,
    pause,
    stepBack,
    stepForward,
    loop,
    reverse,
    close,
    back,
    forward,
    list,
    plus,
    minus,
    fit,
    menu,
    help,
    folder,
    picture,
    chevronDown,
    chevronUp,
    filter,
    search,
    legend
};

/// Draws an icon into a square around its centre.
void drawIcon(ImDrawList& list, Icon icon, ImVec2 center, float size, ImU32 color);
/// Draws the symbol that the map gives an event of this kind and assertion.
void drawSymbol(ImDrawList& list, model::EventKind kind, model::Assertion assertion, ImVec2 center,
                float radius);
/// The colour that the map gives a kind.
ImU32 colorOf(model::EventKind kind);

} // namespace surplace::app
