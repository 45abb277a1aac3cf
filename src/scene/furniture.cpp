#include "scene/furniture.hpp"
#include "core/error.hpp"
#include "scene/basemap_layers.hpp"
#include "scene/palette.hpp"
#include <cmath>
#include <fmt/format.h>

namespace surplace::scene {

namespace {

constexpr double margin = 10;
constexpr std::size_t mostTitleBytes = 160;

/// Adds a line of text and returns its height.
double addText(Frame& frame, geo::ScreenPoint at, const std::string& text, const text::Style& style,
               Color color) {
    frame.scene.furniture.labels.push_back({at, text, style, color});
    return frame.labels.measure()(text, style).height;
}

/// The longest round length (1, 2 or 5 times a power of ten) that fits.
double roundLength(double longest) {
    const double power = std::pow(10, std::floor(std::log10(longest)));
    for (const double step : {5.0, 2.0, 1.0})
        if (step * power <= longest)
            return step * power;
    return power;
}

std::string lengthText(double meters) {
    return meters >= 1000 ? fmt::format("{:g}", meters / 1000) : fmt::format("{:g}", meters);
}

std::vector<std::string> countLines(const Summary& summary) {
    std::vector<std::string> lines;
    if (summary.shown == 0)
        lines.push_back("no events shown");
    if (summary.withoutPlace > 0)
        lines.push_back(fmt::format("{} without a place", summary.withoutPlace));
    if (summary.outsideView > 0)
        lines.push_back(fmt::format("{} outside this view", summary.outsideView));
    if (summary.legsNotDrawn > 0)
        lines.push_back(fmt::format("{} legs not drawn", summary.legsNotDrawn));
    return lines;
}

} // namespace

void drawScaleBar(Frame& frame, double left, double y, double groundMetersPerPixel) {
    const double meters = roundLength(150 * groundMetersPerPixel);
    const double length = meters / groundMetersPerPixel;
    const double right = left + length;
    Sheet& sheet = frame.scene.furniture;
    sheet.paths.push_back({{{left, y}, {right, y}}, {frame.palette.casing, 6, {}, false}});
    sheet.paths.push_back({{{left, y}, {right, y}}, {frame.palette.ink, 4, {}, false}});
    sheet.paths.push_back(
        {{{left + length / 2, y}, {right - 1, y}}, {frame.palette.casing, 2.2F, {}, false}});
    const auto style = furnitureStyle(10.5);
    const auto centered = [&](double x, const std::string& text) {
        const auto size = frame.labels.measure()(text, style);
        sheet.labels.push_back({{x - size.width / 2, y - 5 - size.height},
                                text,
                                style,
                                frame.palette.ink,
                                frame.palette.halo,
                                1.5});
    };
    centered(left, "0");
    centered(left + length / 2, lengthText(meters / 2));
    centered(right, lengthText(meters) + (meters >= 1000 ? " km" : " m"));
}

/// North at the middle of the picture: on a conic the meridians are not parallel.
void drawNorth(Frame& frame, double x, double y, geo::LonLat center) {
    const auto& projection = frame.basemap.projection();
    const auto here = projection.forward(center);
    const auto there =
        projection.forward(geo::LonLat{center.longitudeDegrees, center.latitudeDegrees + 0.05});
    const double dx = there.x - here.x, dy = -(there.y - here.y);
    const double length = std::hypot(dx, dy);
    const double ux = dx / length, uy = dy / length;
    const auto at = [&](double along, double aside) {
        return geo::ScreenPoint{x + ux * along - uy * aside, y + uy * along + ux * aside};
    };
    Sheet& sheet = frame.scene.furniture;
    Shape half;
    half.rings = {{at(13, 0), at(-11, 6.5), at(-6, 0)}};
    half.fill = frame.palette.ink;
    sheet.shapes.push_back(half);
    half.rings = {{at(13, 0), at(-6, 0), at(-11, -6.5)}};
    half.fill = frame.palette.casing;
    sheet.shapes.push_back(half);
    Path outline;
    outline.closed = true;
    outline.points = {at(13, 0), at(-11, 6.5), at(-6, 0), at(-11, -6.5)};
    outline.stroke = {frame.palette.ink, 1, {}, true};
    sheet.paths.push_back(std::move(outline));
    const auto style = furnitureStyle(11, true);
    const auto size = frame.labels.measure()("N", style);
    const auto tip = at(13 + size.height / 2 + 1, 0);
    sheet.labels.push_back({{tip.x - size.width / 2, tip.y - size.height / 2},
                            "N",
                            style,
                            frame.palette.ink,
                            frame.palette.halo,
                            1.5});
}

text::Style furnitureStyle(double sizePixels, bool bold, bool italic) {
    text::Style style;
    style.sizePixels = sizePixels;
    style.bold = bold;
    style.italic = italic;
    return style;
}

geo::ScreenBox roomOf(const View& view) {
    const double width = view.camera.widthPixels, height = view.camera.heightPixels;
    const geo::ScreenBox room{view.coveredLeft, view.coveredTop, width - view.coveredRight,
                              height - view.coveredBottom};
    return room.width() < 160 || room.height() < 120 ? geo::ScreenBox{0, 0, width, height} : room;
}

long placesUnder(const Frame& frame, const geo::ScreenBox& box) {
    constexpr double reach = 14;
    return std::ranges::count_if(frame.namedPlaces, [&](std::uint32_t place) {
        const auto at = frame.view.camera.toScreen(frame.placePoints[place]);
        return frame.index.eventsAtPlace()[place] > 0 &&
               box.overlaps({at.x - reach, at.y - reach, at.x + reach, at.y + reach});
    });
}

void addPanel(Frame& frame, const geo::ScreenBox& box, Color fill, Color border, double radius) {
    frame.scene.furniture.panels.push_back({box, fill, border, radius});
    frame.labels.addObstacle(box);
}

void drawTitle(Frame& frame, Room& room) {
    if (!frame.view.titleBlock)
        return;
    struct Line {
        std::string text;
        text::Style style;
        Color color;
    };
    std::vector<Line> lines;
    // On a small picture the title keeps to less than half of it.
    const bool isSmall = frame.view.camera.widthPixels < 900 || frame.view.camera.heightPixels < 480;
    const double mostWidth = std::min(430.0, (room.right - room.left) * (isSmall ? 0.42 : 0.6));
    if (mostWidth < 120)
        return;
    const auto limited = [&](text::Style style) {
        style.maxWidthPixels = mostWidth;
        return style;
    };
    if (!frame.casebook.title.empty())
        lines.push_back({shortened(frame.casebook.title, mostTitleBytes),
                         limited(furnitureStyle(isSmall ? 10.5 : 14, true)), frame.palette.inkSoft});
    const std::string headline = dateHeadline(frame.view.moment);
    lines.push_back({headline,
                     limited(furnitureStyle(isSmall                ? 18
                                            : headline.size() > 24 ? 24
                                                                   : 34,
                                            true)),
                     frame.palette.ink});
    lines.push_back({modeInWords(frame.view.moment), limited(furnitureStyle(isSmall ? 10.5 : 13)),
                     frame.palette.inkSoft});
    if (frame.overlay != nullptr)
        lines.push_back({overlayTitle(*frame.overlay) + ": " + overlayMeasure(*frame.overlay),
                         limited(furnitureStyle(isSmall ? 10.5 : 13, true)), frame.palette.ink});
    if (const std::string only = timeline::inWords(frame.view.filter, frame.casebook); !only.empty())
        lines.push_back({"Only: " + shortened(only, mostTitleBytes),
                         limited(furnitureStyle(isSmall ? 10.5 : 13, true)), frame.palette.inkSoft});
    double width = isSmall ? 0 : 250, height = 0;
    for (const auto& line : lines) {
        const auto size = frame.labels.measure()(line.text, line.style);
        width = std::max(width, size.width);
        height += size.height;
    }
    width = std::min(width, mostWidth);
    const geo::ScreenBox box{room.left + margin, room.top + margin, room.left + margin + width + 24,
                             room.top + margin + height + 14};
    addPanel(frame, box, frame.palette.panel, frame.palette.panelBorder, 5);
    double y = box.minY + 6;
    for (const auto& line : lines)
        y += addText(frame, {box.minX + 12, y}, line.text, line.style, line.color);
}

namespace {

/// The credits of a casebook are whoever wrote it's: no longer than a picture can carry.
constexpr std::size_t mostCreditBytes = 1200;

} // namespace

geo::ScreenBox stripBox(Frame& frame) {
    const geo::ScreenBox room = roomOf(frame.view);
    double height = 0;
    for (const auto& [text, style] : frame.credits)
        height += frame.labels.measure()(text, style).height;
    return {room.minX, room.maxY - height - 7, room.maxX, room.maxY};
}

void writeCredits(Frame& frame) {
    const double width = roomOf(frame.view).width() - 2 * margin;
    std::string credits;
    const auto credit = [&](const std::string& text) {
        if (text.empty())
            return;
        credits += (credits.empty() ? "" : " ") + text + (text.ends_with('.') ? "" : ".");
    };
    credit(shortened(frame.casebook.attribution, mostCreditBytes));
    credit(frame.basemap.basemap().attribution);
    if (frame.overlay != nullptr && frame.overlay->units &&
        frame.overlay->units->basis == analysis::Basis::ownAreas)
        credit("Areas: " + shortened(frame.overlay->units->title, 80) +
               ", brought by the maker of this picture");
    if (frame.casebook.asOf.isKnown())
        credit("Data as of " + bareDate(frame.casebook.asOf));
    frame.credits.clear();
    const auto add = [&](const std::string& text, double size) {
        if (text.empty())
            return;
        auto style = furnitureStyle(size);
        style.maxWidthPixels = std::max(width, 60.0);
        frame.credits.emplace_back(text, style);
    };
    add(citationsInWords(frame), 10.5);
    add(credits, 9.5);
    add(frame.basemap.basemap().boundaryNote.en, 9.5);
}

void reserveStrip(Frame& frame) {
    writeCredits(frame);
    frame.seen.maxY = std::min(frame.seen.maxY, stripBox(frame).minY);
    countShown(frame);
    writeCredits(frame); // what has just gone outside is no longer cited
}

void drawStrip(Frame& frame, Room& room) {
    const geo::ScreenBox box = stripBox(frame);
    addPanel(frame, box, frame.palette.strip, {0, 0, 0, 0}, 0);
    double y = box.minY + 3;
    for (std::size_t i = 0; i < frame.credits.size(); ++i)
        y += addText(frame, {box.minX + margin, y}, frame.credits[i].first, frame.credits[i].second,
                     i == 0 && frame.credits.size() > 2 ? frame.palette.ink : frame.palette.inkSoft);
    room.bottom = box.minY;
}

namespace {

/// The column of scale, note and counts stands at the left edge, or as far to the right as it takes to cover
/// no mark.
double leftOfScale(const Frame& frame, const Room& room, double width, double height) {
    constexpr double step = 40;
    const double first = room.left + margin;
    for (double left = first; left + width < first + (room.right - room.left) * 0.55; left += step)
        if (placesUnder(frame, {left, room.bottom - height, left + width, room.bottom}) == 0)
            return left;
    return first;
}

} // namespace

void drawScaleAndCounts(Frame& frame, Room& room) {
    // Half a millimetre of the lines' own error is a pixel or two until here (map data made for 1:1,500,000).
    constexpr double honestMetersPerPixel = 200;
    constexpr double scaleHeight = 46, scaleWidth = 215;
    const std::string note = frame.view.camera.metersPerPixel < honestMetersPerPixel
                                 ? "lines of the map are approximate at this scale"
                                 : "";
    const auto lines = frame.view.counts ? countLines(frame.scene.summary) : std::vector<std::string>{};
    const auto noteStyle = furnitureStyle(11, false, true), countStyle = furnitureStyle(12.5, true);
    const auto noteSize = frame.labels.measure()(note, noteStyle);
    double countsWidth = 0, countsHeight = 0;
    for (const auto& line : lines) {
        const auto size = frame.labels.measure()(line, countStyle);
        countsWidth = std::max(countsWidth, size.width);
        countsHeight += size.height;
    }
    const double noteHeight = note.empty() ? 0 : noteSize.height + 2;
    const double left =
        4 + leftOfScale(frame, room, std::max({scaleWidth, noteSize.width, countsWidth + 16}),
                        14 + scaleHeight + noteHeight + (lines.empty() ? 0 : countsHeight + 12));
    double y = room.bottom - 14;
    try {
        const auto center = frame.basemap.projection().inverse(frame.view.camera.center);
        const double ground = frame.basemap.projection().groundMetersPerProjectedMeter(center);
        drawNorth(frame, left + 8, y - 9, center);
        frame.labels.addObstacle({left - 4, y - 42, left + 22, y + 6});
        drawScaleBar(frame, left + 36, y, frame.view.camera.metersPerPixel * ground);
        frame.labels.addObstacle({left + 28, y - 24, left + scaleWidth, y + 6});
    } catch (const core::Error&) {
        // The middle of the picture is off the globe: there is no scale and no north to show.
    }
    if (!note.empty()) {
        const double top = y - 44 - noteSize.height;
        frame.scene.furniture.labels.push_back(
            {{left, top}, note, noteStyle, frame.palette.ink, frame.palette.halo, 1.5});
        frame.labels.addObstacle({left, top, left + noteSize.width, top + noteSize.height});
        y -= noteSize.height + 6;
    }
    if (lines.empty())
        return;
    y -= scaleHeight;
    const geo::ScreenBox box{left - 4, y - countsHeight - 8, left + countsWidth + 12, y};
    addPanel(frame, box, frame.palette.panel, frame.palette.panelBorder, 4);
    double top = box.minY + 4;
    for (const auto& line : lines)
        top += addText(frame, {box.minX + 8, top}, line, countStyle, frame.palette.ink);
}

namespace {

/// Where a line crosses a straight edge of the picture, horizontal (y) or vertical (x).
std::optional<geo::ScreenPoint> crossingOf(const Frame& frame, const geo::ProjectedLine& line,
                                           bool isHorizontal, double edge) {
    for (std::size_t i = 1; i < line.size(); ++i) {
        const auto a = frame.view.camera.toScreen(line[i - 1]), b = frame.view.camera.toScreen(line[i]);
        const double from = isHorizontal ? a.y : a.x, to = isHorizontal ? b.y : b.x;
        if ((from < edge) == (to < edge))
            continue;
        const double part = (edge - from) / (to - from);
        return geo::ScreenPoint{a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part};
    }
    return std::nullopt;
}

/// Degrees of the graticule along the lower and the left edge of the map.
void drawDegrees(Frame& frame) {
    const double step = graticuleStepDegrees(frame.view.camera.metersPerPixel);
    const auto style = furnitureStyle(10);
    const auto add = [&](const geo::LonLatLine& line, bool isMeridian, double degrees) {
        const auto projected = project(frame.basemap.projection(), line, false);
        const auto at =
            crossingOf(frame, projected, isMeridian, isMeridian ? frame.seen.maxY - 8 : frame.seen.minX + 20);
        const std::string text = fmt::format("{:g}\u00b0{}", degrees, isMeridian ? "E" : "N");
        const auto size = frame.labels.measure()(text, style);
        if (!at || !frame.isSeen(*at))
            return;
        const geo::ScreenBox box{at->x - size.width / 2, at->y - size.height / 2, at->x + size.width / 2,
                                 at->y + size.height / 2};
        if (!frame.labels.isFree(box))
            return;
        frame.labels.addObstacle(box);
        frame.scene.furniture.labels.push_back(
            {{box.minX, box.minY}, text, style, frame.palette.inkSoft, frame.palette.halo, 1.5});
    };
    const geo::LonLatBox& region = geo::wideRegion;
    for (double longitude = std::ceil(region.minX / step) * step; longitude <= region.maxX; longitude += step)
        add({{longitude, region.minY}, {longitude, region.maxY}}, true, longitude);
    for (double latitude = std::ceil(region.minY / step) * step; latitude <= region.maxY; latitude += step)
        add({{region.minX, latitude}, {region.maxX, latitude}}, false, latitude);
}

} // namespace

void drawFurniture(Frame& frame) {
    const geo::ScreenBox box = roomOf(frame.view);
    Room room{box.minX, box.maxX, box.minY, box.maxY};
    drawStrip(frame, room);
    drawTitle(frame, room);
    drawScaleAndCounts(frame, room);
    for (const auto& inset : frame.scene.insets)
        room.top = std::max(room.top, inset.box.maxY);
    drawLegend(frame, room);
    if (frame.view.graticule)
        drawDegrees(frame);
}

} // namespace surplace::scene
