#pragma once
#include "app/settings.hpp"
#include "geo/types.hpp"

namespace surplace::app {

/// Where the panels are, in logical pixels. A panel that is folded has an empty box.
struct Layout {
    geo::ScreenBox title, list, toolbar, inspector, timeline;
    double coveredLeft = 0, coveredRight = 0, coveredTop = 0,
           coveredBottom = 0; ///< of the map, for its furniture
};

inline constexpr double panelMarginPixels = 10;

/// In a window too narrow for both side panels the list makes way for the inspector.
Layout layOut(double widthPixels, double heightPixels, const Settings& settings, bool isInspectorOpen,
              double titleHeightPixels);

} // namespace surplace::app
