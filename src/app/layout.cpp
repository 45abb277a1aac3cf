#include "app/layout.hpp"
#include <algorithm>

namespace surplace::app {
namespace {

constexpr double margin = panelMarginPixels;
constexpr double gapPixels = 8;
constexpr double toolbarWidthPixels = 290, pageToolbarPixels = 256; ///< the second has lists, but no zoom
constexpr double toolbarHeightPixels = 40;
constexpr double openTimelinePixels = 146;
constexpr double foldedTimelinePixels = 48;
constexpr double leastMapPixels = 320;
constexpr double leastCardPixels = 240;
constexpr double mostNoticePixels = 460;
constexpr double legendRoomPixels = 640;
/// Below these the panels of a window crowd each other.
constexpr double compactWidthPixels = 900, compactHeightPixels = 520;
/// Below these a panel that is open is a page over the map, and the date stands beside the buttons of time.
constexpr double pageWidthPixels = 600, pageHeightPixels = 320;
constexpr double titleBesideDetailsPixels = 600;
/// The details take no more of a window than this part, beside a map.
constexpr double mostDetailsPart = 0.34, leastDetailsPixels = 280;
/// From here on the details have their full width beside the list.
constexpr double wideWindowPixels = 1400;

geo::ScreenBox boxAt(double x, double y, double width, double height) {
    geo::ScreenBox box;
    box.add(x, y);
    box.add(x + std::max(width, 1.0), y + std::max(height, 1.0));
    return box;
}

struct Window {
    double width, height, room, timelineTop;
};

void placeToolbar(Layout& layout, const Window& window) {
    layout.toolbar =
        boxAt(window.width - margin - toolbarWidthPixels, margin, toolbarWidthPixels, toolbarHeightPixels);
}

void placePanels(Layout& layout, const Window& window, const Settings& settings, bool isInspectorOpen,
                 double titleHeight) {
    const double listWidth = std::min(settings.listWidth, window.room);
    const bool isWide = window.width >= wideWindowPixels;
    const double besideWidth = isWide ? settings.inspectorWidth : settings.inspectorBesideListWidth;
    const bool bothFit = listWidth + besideWidth + leastMapPixels <= window.room;
    layout.hasNarrowDetails = settings.isListOpen && bothFit && !isWide;
    const double inspectorWidth =
        layout.hasNarrowDetails ? settings.inspectorBesideListWidth : settings.inspectorWidth;
    layout.title = boxAt(margin, margin, listWidth, titleHeight);
    placeToolbar(layout, window);
    const double bottom = window.timelineTop - gapPixels;
    if (settings.isListOpen && (bothFit || !isInspectorOpen)) {
        const double top = layout.title.maxY + gapPixels;
        layout.list = boxAt(margin, top, listWidth, bottom - top);
    }
    if (isInspectorOpen) {
        const double width = std::min(
            {inspectorWidth, window.room, std::max(leastDetailsPixels, window.width * mostDetailsPart)});
        const double top = layout.toolbar.maxY + gapPixels;
        layout.inspector = boxAt(window.width - margin - width, top, width, bottom - top);
    }
}

/// A window in which a panel beside the map would leave neither room: one page at a time.
void placePages(Layout& layout, const Window& window, const Settings& settings, bool isInspectorOpen) {
    const geo::ScreenBox page = boxAt(margin, margin, window.room, window.timelineTop - gapPixels - margin);
    layout.hasListButton = true;
    if (isInspectorOpen)
        layout.inspector = page;
    else if (settings.isListOpen)
        layout.list = page;
    else
        layout.toolbar =
            boxAt(window.width - margin - pageToolbarPixels, margin, pageToolbarPixels, toolbarHeightPixels);
}

/// One side panel at a time, over the whole height; what else there is room for beside it.
void placeCompactPanels(Layout& layout, const Window& window, const Settings& settings, bool isInspectorOpen,
                        double titleHeight) {
    constexpr double mostPart = 0.45; // the map keeps the rest of the width
    const double height = window.timelineTop - gapPixels - margin;
    const double widest = std::max(leastCardPixels, window.width * mostPart);
    const double besideToolbar = window.room - toolbarWidthPixels - gapPixels;
    if (isInspectorOpen) {
        const double width = std::min({settings.inspectorWidth, window.room, widest});
        layout.inspector = boxAt(window.width - margin - width, margin, width, height);
        const double left = window.room - width - gapPixels;
        if (left >= titleBesideDetailsPixels)
            layout.title = boxAt(margin, margin, std::min(left, settings.listWidth), titleHeight);
    } else if (settings.isListOpen) {
        const bool fits = besideToolbar >= leastCardPixels;
        const double width = std::min({settings.listWidth, widest, fits ? besideToolbar : window.room});
        layout.list = boxAt(margin, margin, width, height);
        if (fits)
            placeToolbar(layout, window);
    } else {
        placeToolbar(layout, window);
        const bool fits = besideToolbar >= leastCardPixels;
        layout.title = boxAt(margin, fits ? margin : layout.toolbar.maxY + gapPixels,
                             std::min(settings.listWidth, fits ? besideToolbar : window.room), titleHeight);
    }
}

/// Between the panels at the top, or else under them.
void placeNotices(Layout& layout, const Window& window) {
    constexpr double gap = 12;
    const auto right = [](const geo::ScreenBox& box) { return box.isEmpty() ? 0 : box.maxX; };
    const auto left = [&](const geo::ScreenBox& box) { return box.isEmpty() ? window.width : box.minX; };
    double x = std::max(right(layout.title), right(layout.list)) + gap, y = margin;
    double room = std::min(left(layout.toolbar), left(layout.inspector)) - gap - x;
    if (room < leastCardPixels) {
        const auto bottom = [](const geo::ScreenBox& box) { return box.isEmpty() ? 0 : box.maxY; };
        y = std::max({bottom(layout.title), bottom(layout.toolbar), margin}) + gapPixels;
        const double afterList = layout.list.isEmpty() ? margin : layout.list.maxX + gap;
        const double beforeDetails = left(layout.inspector) - margin;
        x = window.width - margin - afterList < leastCardPixels ? margin : afterList;
        room = (beforeDetails - x < leastCardPixels ? window.width - margin : beforeDetails) - x;
    }
    layout.notices = boxAt(x, y, std::min(room, mostNoticePixels), 1);
}

} // namespace

Layout layOut(double widthPixels, double heightPixels, const Settings& settings, bool isInspectorOpen,
              double titleHeightPixels) {
    Layout layout;
    layout.isCompact = widthPixels < compactWidthPixels || heightPixels < compactHeightPixels;
    const double timelineHeight =
        settings.isTimelineOpen && !layout.isCompact ? openTimelinePixels : foldedTimelinePixels;
    const Window window{widthPixels, heightPixels, widthPixels - 2 * margin,
                        heightPixels - margin - timelineHeight};
    layout.timeline = boxAt(margin, window.timelineTop, window.room, timelineHeight);
    if (widthPixels < pageWidthPixels || heightPixels < pageHeightPixels)
        placePages(layout, window, settings, isInspectorOpen);
    else if (layout.isCompact)
        placeCompactPanels(layout, window, settings, isInspectorOpen, titleHeightPixels);
    else
        placePanels(layout, window, settings, isInspectorOpen, titleHeightPixels);
    placeNotices(layout, window);
    layout.coveredLeft = layout.list.isEmpty() ? 0 : layout.list.maxX;
    layout.coveredRight = layout.inspector.isEmpty() ? 0 : widthPixels - layout.inspector.minX;
    if (layout.list.isEmpty() && !layout.title.isEmpty())
        layout.coveredTop = layout.title.maxY;
    else if (!layout.toolbar.isEmpty())
        layout.coveredTop = layout.toolbar.maxY;
    layout.coveredBottom = heightPixels - window.timelineTop;
    layout.hasLegendRoom = widthPixels - layout.coveredLeft - layout.coveredRight >= legendRoomPixels;
    return layout;
}

} // namespace surplace::app
