#include "core/error.hpp"
#include "scene/basemap_layers.hpp"
#include "scene/composer_impl.hpp"
#include "scene/furniture.hpp"
#include <cmath>
#include <fmt/format.h>

/// Many moments of one view side by side.
namespace surplace::scene {

namespace {

constexpr double margin = 14, gap = 10, captionHeight = 24, legendWidth = 262;

struct Grid {
    std::size_t columns = 1, rows = 1;
    double cellWidth = 0, cellHeight = 0; ///< of the map, without its caption
};

/// The division of the room into so many cells whose maps are largest for the view's shape.
Grid divide(const geo::ScreenBox& room, std::size_t cells, double widthToHeight) {
    Grid best;
    double largest = 0;
    for (std::size_t columns = 1; columns <= cells; ++columns) {
        const std::size_t rows = (cells + columns - 1) / columns;
        const auto along = static_cast<double>(columns), down = static_cast<double>(rows);
        const double width = (room.width() - gap * (along - 1)) / along;
        const double height = (room.height() - gap * (down - 1)) / down - captionHeight;
        if (width < 8 || height < 8)
            continue;
        const double scale = std::min(width / widthToHeight, height);
        if (scale > largest) {
            largest = scale;
            best = {columns, rows, std::floor(width), std::floor(height)};
        }
    }
    return best;
}

/// Every event that any of the moments shows, once, as strong as it is in any.
std::vector<timeline::Visible> visibleInAny(const timeline::Timeline& timeline,
                                            std::span<const timeline::Moment> moments) {
    std::map<std::uint32_t, timeline::Visible> all;
    for (const auto& moment : moments)
        for (const auto& visible : timeline.at(moment)) {
            const auto [known, isNew] = all.emplace(visible.event, visible);
            if (isNew)
                continue;
            known->second.opacity = std::max(known->second.opacity, visible.opacity);
            if (visible.presence == timeline::Presence::certain)
                known->second.presence = timeline::Presence::certain;
        }
    std::vector<timeline::Visible> list;
    for (const auto& [event, visible] : all)
        list.push_back(visible);
    return list;
}

std::string countsOf(const Summary& summary, bool isShort) {
    if (!summary.overlayCounts.empty())
        return summary.overlayCounts;
    std::string text = summary.shown == 0 ? "no events shown" : fmt::format("{} shown", summary.shown);
    if (summary.outsideView > 0)
        text += fmt::format(" \u00b7 {} outside", summary.outsideView);
    if (summary.withoutPlace > 0)
        text += fmt::format(" \u00b7 {} {}", summary.withoutPlace, isShort ? "no place" : "without a place");
    return text;
}

/// The time of a cell at its left, its counts at its right, smaller where there is little room.
void drawCaption(Frame& frame, Scene& scene, const geo::ScreenBox& box, const timeline::Moment& moment,
                 const Summary& summary) {
    const auto headline = furnitureStyle(14, true);
    auto style = furnitureStyle(10.5);
    const std::string date = dateHeadline(moment);
    const double room = box.width() - frame.labels.measure()(date, headline).width - 10;
    std::string counts = countsOf(summary, false);
    if (frame.labels.measure()(counts, style).width > room)
        counts = countsOf(summary, true);
    while (style.sizePixels > 7 && frame.labels.measure()(counts, style).width > room)
        style.sizePixels -= 0.5;
    const auto size = frame.labels.measure()(counts, style);
    const double baseline = box.minY - 3;
    scene.furniture.labels.push_back({{box.minX, baseline - frame.labels.measure()(date, headline).height},
                                      date,
                                      headline,
                                      frame.palette.ink});
    scene.furniture.labels.push_back(
        {{box.maxX - size.width, baseline - size.height}, counts, style, frame.palette.inkSoft});
}

/// Counts of all cells; an event that several show counts in each.
void add(Summary& all, const Summary& one) {
    all.shown += one.shown;
    all.shownPossible += one.shownPossible;
    all.withoutPlace += one.withoutPlace;
    all.outsideView += one.outsideView;
    all.feared += one.feared;
    all.legs += one.legs;
    all.shownEvents.insert(all.shownEvents.end(), one.shownEvents.begin(), one.shownEvents.end());
}

template <class Thing>
void append(std::vector<Thing>& to, const std::vector<Thing>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

/// A map without anything around it, in a box of the picture. What stands over the lines of a single map (a
/// total over several crossings) does so here too.
Inset insetOf(Scene map, const geo::ScreenBox& box, Color outline) {
    Inset inset;
    inset.box = box;
    inset.camera = map.camera;
    inset.background = map.background;
    inset.base = std::move(map.base);
    inset.sheet = std::move(map.map);
    append(inset.sheet.panels, map.furniture.panels);
    append(inset.sheet.labels, map.furniture.labels);
    inset.frame = outline;
    return inset;
}

void drawHeading(Frame& frame, Sheet& sheet, const timeline::Moment& moment, const OverlayResult* overlay) {
    std::string subtitle = manyInWords(moment);
    if (overlay != nullptr)
        subtitle = overlayTitle(*overlay) + ": " + overlayMeasure(*overlay) + "; " + subtitle;
    if (const std::string only = timeline::inWords(frame.view.filter, frame.casebook); !only.empty())
        subtitle += ". Only: " + shortened(only, 160);
    sheet.labels.push_back({{margin, margin - 2},
                            shortened(frame.casebook.title, 160),
                            furnitureStyle(21, true),
                            frame.palette.ink});
    sheet.labels.push_back({{margin, margin + 30}, subtitle, furnitureStyle(13.5), frame.palette.inkSoft});
}

/// North and the one scale of all maps; nothing where their middle is off the globe.
void drawScaleOf(Frame& frame, const Camera& camera, geo::ScreenPoint at) {
    try {
        const auto& projection = frame.basemap.projection();
        const auto center = projection.inverse(camera.center);
        drawNorth(frame, at.x - 28, at.y - 9, center);
        drawScaleBar(frame, at.x, at.y,
                     camera.metersPerPixel * projection.groundMetersPerProjectedMeter(center));
    } catch (const core::Error&) {
        // Off the globe.
    }
}

} // namespace

Scene Composer::composeSheet(const View& asked, std::span<const timeline::Moment> moments) {
    constexpr std::size_t mostCells = 60;
    if (moments.empty() || moments.size() > mostCells)
        throw core::Error(fmt::format("a sheet of {} maps cannot be drawn", moments.size()), {},
                          fmt::format("Choose from 1 to {} dates.", mostCells));
    Impl& impl = *_impl;
    impl.prepare();
    View view = asked;
    view.coveredLeft = view.coveredRight = view.coveredTop = view.coveredBottom = 0;
    view.moment = moments.front();
    const double width = view.camera.widthPixels, height = view.camera.heightPixels;
    const double mapWidth = width, mapHeight = height;

    // How high the credits stand follows from what is cited; nothing more than this can be.
    const auto visible = visibleInAny(impl.timelineFor(view.filter, view.moment.fadeDays), moments);
    Scene scene;
    LabelPlacer labels(impl.measure, paletteOf(view.style).halo, view.camera.widthPixels,
                       view.camera.heightPixels);
    Frame frame = impl.frameOf(view, visible, labels, scene);
    for (const auto& each : visible)
        frame.drawn.push_back(each.event);
    writeCredits(frame);
    // Without a legend the scale stands in the heading's row.
    const double top = margin + (view.titleBlock || !view.legend ? 62 : 8);
    const geo::ScreenBox room{margin, top, width - margin - (view.legend ? legendWidth + gap : 0),
                              stripBox(frame).minY - margin};
    const Grid grid = divide(room, moments.size(), mapWidth / mapHeight);
    if (grid.cellWidth < 250 || grid.cellHeight < 150)
        throw core::Error(
            fmt::format("{} maps do not fit on a picture of {:g} x {:g}", moments.size(), width, height), {},
            "Choose a larger --size or fewer dates.");

    View cell = view;
    cell.camera.widthPixels = static_cast<int>(grid.cellWidth);
    cell.camera.heightPixels = static_cast<int>(grid.cellHeight);
    cell.camera.metersPerPixel *= std::max(mapWidth / grid.cellWidth, mapHeight / grid.cellHeight);
    cell.titleBlock = cell.legend = cell.inset = cell.counts = false;
    const auto overlay = impl.commonOverlay(cell, moments);
    Summary all;
    for (std::size_t i = 0; i < moments.size(); ++i) {
        cell.moment = moments[i];
        Scene one = impl.compose(cell, true);
        const double left = room.minX + static_cast<double>(i % grid.columns) * (grid.cellWidth + gap);
        const double above =
            room.minY + static_cast<double>(i / grid.columns) * (grid.cellHeight + captionHeight + gap);
        const geo::ScreenBox box{left, above + captionHeight, left + grid.cellWidth,
                                 above + captionHeight + grid.cellHeight};
        add(all, one.summary);
        drawCaption(frame, scene, box, moments[i], one.summary);
        scene.insets.push_back(insetOf(std::move(one), box, frame.palette.panelBorder));
    }

    // The legend and the sources are those of what the cells show, no more.
    std::ranges::sort(all.shownEvents);
    const auto repeated = std::ranges::unique(all.shownEvents);
    all.shownEvents.erase(repeated.begin(), repeated.end());
    std::vector<timeline::Visible> shown;
    for (const auto& each : visible)
        if (std::ranges::binary_search(all.shownEvents, each.event))
            shown.push_back(each);
    Scene scratch;
    Frame whole = impl.frameOf(cell, shown, labels, scratch);
    whole.seen = {0, 0, grid.cellWidth, grid.cellHeight};
    whole.isSheet = true;
    whole.overlay = overlay ? &*overlay : nullptr;
    gather(whole);
    if (overlay && !overlay->asked.marks)
        leaveOnlyCounted(whole);
    if (overlay)
        whole.drawn = all.shownEvents;
    arrangeMarks(whole);
    if (!overlay || overlay->asked.marks)
        drawRoutes(whole);
    drawCrossings(whole);
    const Camera cellCamera = cell.camera;
    cell.camera = view.camera; // from here on the frame is the whole picture's
    cell.legend = view.legend;
    writeCredits(whole);
    Room rest{room.maxX + gap, width, top + captionHeight, height};
    drawStrip(whole, rest);
    rest.left = width - 2 * (legendWidth + margin);
    rest.bottom -= 56;
    drawLegend(whole, rest);
    drawScaleOf(whole, cellCamera,
                view.legend ? geo::ScreenPoint{room.maxX + gap + 48, rest.bottom + 36}
                            : geo::ScreenPoint{width - 240, margin + 36});
    append(scene.furniture.panels, scratch.furniture.panels);
    append(scene.furniture.shapes, scratch.furniture.shapes);
    append(scene.furniture.paths, scratch.furniture.paths);
    append(scene.furniture.marks, scratch.furniture.marks);
    append(scene.furniture.labels, scratch.furniture.labels);
    if (view.titleBlock)
        drawHeading(frame, scene.furniture, moments.front(), overlay ? &*overlay : nullptr);
    scene.summary = std::move(all);
    scene.description = fmt::format("{} maps: {}.", moments.size(), manyInWords(moments.front()));
    return scene;
}

} // namespace surplace::scene
