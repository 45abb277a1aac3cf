#include "app/layout.hpp"
#include <algorithm>

namespace surplace::app {
namespace {

constexpr double gapPixels = 8;
constexpr double toolbarWidthPixels = 290;
constexpr double toolbarHeightPixels = 40;
constexpr double openTimelinePixels = 146;
constexpr double foldedTimelinePixels = 48;
constexpr double leastMapPixels = 200;

geo::ScreenBox boxAt(double x, double y, double width, double height) {
    geo::ScreenBox box;
    box.add(x, y);
    box.add(x + std::max(width, 1.0), y + std::max(height, 1.0));
    return box;
}

} // namespace

Layout layOut(double widthPixels, double heightPixels, const Settings& settings, bool isInspectorOpen,
              double titleHeightPixels) {
    constexpr double margin = panelMarginPixels;
    Layout layout;
    const double room = widthPixels - 2 * margin;
    const double listWidth = std::min(settings.listWidth, room);
    const double inspectorWidth = std::min(settings.inspectorWidth, room);
    const double timelineHeight = settings.isTimelineOpen ? openTimelinePixels : foldedTimelinePixels;
    const double timelineTop = heightPixels - margin - timelineHeight;
    layout.timeline = boxAt(margin, timelineTop, room, timelineHeight);
    layout.title = boxAt(margin, margin, listWidth, titleHeightPixels);
    layout.toolbar =
        boxAt(widthPixels - margin - toolbarWidthPixels, margin, toolbarWidthPixels, toolbarHeightPixels);
    const bool bothFit = listWidth + inspectorWidth + leastMapPixels <= room;
    if (settings.isListOpen && (bothFit || !isInspectorOpen)) {
        const double top = layout.title.maxY + gapPixels;
        layout.list = boxAt(margin, top, listWidth, timelineTop - gapPixels - top);
    }
    if (isInspectorOpen) {
        const double top = layout.toolbar.maxY + gapPixels;
        layout.inspector =
            boxAt(widthPixels - margin - inspectorWidth, top, inspectorWidth, timelineTop - gapPixels - top);
    }
    layout.coveredLeft = layout.list.isEmpty() ? 0 : layout.list.maxX;
    layout.coveredRight = layout.inspector.isEmpty() ? 0 : widthPixels - layout.inspector.minX;
    layout.coveredTop = layout.list.isEmpty() ? layout.title.maxY : layout.toolbar.maxY;
    layout.coveredBottom = heightPixels - timelineTop;
    return layout;
}

} // namespace surplace::app
