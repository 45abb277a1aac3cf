#pragma once
#include "app/settings.hpp"
#include "geo/types.hpp"

namespace surplace::app {

/// Where the panels are, in logical pixels. A panel that is folded has an empty box.
struct Layout {
    geo::ScreenBox title, list, toolbar, inspector, timeline;
    geo::ScreenBox notices; ///< where notices begin and how wide they are
    double coveredLeft = 0, coveredRight = 0, coveredTop = 0,
           coveredBottom = 0; ///< of the map, for its furniture
    /// Too small for everything at once: the timeline is one slim row, list and details have the height to
    /// themselves, one at a time, and the title card is without its title.
    bool isCompact = false;
    bool hasListButton = false;    ///< in the toolbar: the title card, which has it, has made way
    bool hasNarrowDetails = false; ///< beside the list, with a width of their own
    bool hasLegendRoom = false;    ///< a legend leaves enough of the map between the panels
};

inline constexpr double panelMarginPixels = 10;

/// In a window too narrow for both side panels the list makes way for the inspector.
Layout layOut(double widthPixels, double heightPixels, const Settings& settings, bool isInspectorOpen,
              double titleHeightPixels);

} // namespace surplace::app
