#include "scene/furniture.hpp"
#include "scene/palette.hpp"
#include <cmath>
#include <set>

namespace surplace::scene {

namespace {

constexpr double symbolWidth = 34, columnGap = 16, padding = 9;

using Row = LegendRow;

Mark markAt(geo::ScreenPoint at, MarkShape shape, MarkFill fill, Color color, float radius = 5.5F) {
    Mark mark;
    mark.x = static_cast<float>(at.x);
    mark.y = static_cast<float>(at.y);
    mark.radiusPixels = radius;
    mark.shape = shape;
    mark.fill = fill;
    mark.color = color;
    return mark;
}

Row markRow(std::string text, MarkShape shape, MarkFill fill, Color color) {
    return {std::move(text), false, false, [=](Sheet& sheet, geo::ScreenPoint at) {
                sheet.marks.push_back(markAt(at, shape, fill, color));
            }};
}

Row lineRow(std::string text, Stroke stroke, bool openArrow) {
    return {std::move(text), false, false, [=](Sheet& sheet, geo::ScreenPoint at) {
                Path path{{{at.x - 13, at.y}, {at.x + 12, at.y}}, stroke};
                path.arrowAtEnd = true;
                path.openArrow = openArrow;
                path.arrowPixels = 8;
                sheet.paths.push_back(std::move(path));
            }};
}

void addKinds(const Frame& frame, std::vector<Row>& rows) {
    const Palette& palette = frame.palette;
    std::set<model::EventKind> kinds;
    for (const auto event : frame.drawn)
        kinds.insert(frame.index.events()[event].kind);
    if (kinds.empty())
        return;
    rows.push_back({"Reported events", true, false, {}});
    bool hasContext = false;
    for (const auto kind : kinds) {
        const auto look = palette.symbolOf(kind);
        if (!model::isContext(kind))
            rows.push_back(markRow(std::string(model::title(kind)), look.shape, MarkFill::solid, look.color));
        hasContext = hasContext || model::isContext(kind);
    }
    if (hasContext) {
        const auto look = palette.symbolOf(model::EventKind::background);
        rows.push_back(markRow("Context", look.shape, MarkFill::solid, look.color));
    }
}

void addAssertions(const Frame& frame, std::vector<Row>& rows) {
    const Palette& palette = frame.palette;
    std::set<model::Assertion> assertions;
    for (const auto event : frame.drawn)
        assertions.insert(frame.index.events()[event].assertion);
    if (assertions.empty())
        return;
    rows.push_back({"How sure the source is", true, false, {}});
    for (const auto assertion : assertions) {
        const char* text = assertion == model::Assertion::confirmed  ? "confirmed"
                           : assertion == model::Assertion::reported ? "reported"
                           : assertion == model::Assertion::believed ? "believed"
                                                                     : "feared: not reported as done";
        rows.push_back(markRow(text, MarkShape::circle, fillOf(assertion), palette.inkSoft));
    }
    if (frame.hasPossible)
        rows.push_back(
            {"paler: possibly at this time", false, false, [&palette](Sheet& sheet, geo::ScreenPoint at) {
                 auto mark = markAt(at, MarkShape::circle, MarkFill::solidWithRing, palette.inkSoft, 4.7F);
                 mark.opacity = static_cast<float>(possibleOpacity);
                 sheet.marks.push_back(mark);
             }});
}

void addPlacesAndRoutes(const Frame& frame, std::vector<Row>& rows) {
    const Palette& palette = frame.palette;
    const std::size_t before = rows.size();
    rows.push_back({"Where", true, false, {}});
    if (frame.hasLegs)
        rows.push_back(
            lineRow("between reported stops, way unknown", {palette.inkSoft, 2, {6, 4}, false}, false));
    if (frame.hasFearedLegs)
        rows.push_back(lineRow("feared, not reported as done", {palette.inkSoft, 2, {0.1F, 5}, true}, true));
    bool hasArea = false;
    for (const auto& area : frame.areas)
        hasArea = hasArea || area.inView;
    if (hasArea)
        rows.push_back(
            {"known only to this area", false, false, [&palette](Sheet& sheet, geo::ScreenPoint at) {
                 Shape shape;
                 shape.rings = {{{at.x - 12, at.y - 6},
                                 {at.x + 12, at.y - 6},
                                 {at.x + 12, at.y + 6},
                                 {at.x - 12, at.y + 6}}};
                 shape.fill = palette.inkSoft;
                 shape.opacity = 0.22;
                 Path outline{shape.rings.front(), {palette.inkSoft, 1.2F, {2, 4}, true}};
                 outline.closed = true;
                 sheet.shapes.push_back(std::move(shape));
                 sheet.paths.push_back(std::move(outline));
             }});
    bool hasStated = false, hasInferred = false;
    for (const auto& crossing : frame.crossings)
        if (crossing.inView)
            (crossing.isInferred ? hasInferred : hasStated) = true;
    const Color color = palette.symbolOf(model::EventKind::forcedReturn).color;
    const auto crossingRow = [&](const char* text, MarkFill fill, Color c) {
        rows.push_back(
            {text, false, false, [=](Sheet& sheet, geo::ScreenPoint at) {
                 sheet.paths.push_back({{{at.x, at.y - 8}, {at.x, at.y + 8}}, {c, 1.8F, {}, true}});
                 sheet.marks.push_back(markAt(at, MarkShape::crossing, fill, c, 4.5F));
             }});
    };
    if (hasStated)
        crossingRow("crossing named by a source", MarkFill::solid, color);
    if (hasInferred)
        crossingRow("crossing inferred from the town", MarkFill::open, color);
    if (frame.hasNeutralCrossing)
        crossingRow("official crossing", MarkFill::solid, palette.crossing);
    if (rows.size() == before + 1)
        rows.pop_back();
}

void addSizes(const Frame& frame, std::vector<Row>& rows) {
    const Palette& palette = frame.palette;
    bool hasUpper = false, hasUnbounded = false, hasNumber = false, hasMark = false, hasCluster = false,
         hasSum = false;
    for (const auto& group : frame.groups) {
        if (!group.inView)
            continue;
        hasMark = true;
        hasCluster = hasCluster || group.places > 1;
        hasSum = hasSum || group.isSummed;
        if (group.isSummed)
            continue;
        for (std::uint32_t s = group.firstSymbol; s < group.firstSymbol + group.symbolCount; ++s) {
            hasUpper = hasUpper || frame.symbols[s].outerRadius > 0;
            hasUnbounded = hasUnbounded || frame.symbols[s].outerRadius < 0;
            hasNumber = hasNumber || frame.symbols[s].count > 1;
        }
    }
    if (!hasMark)
        return;
    rows.push_back({"Size: people, lowest figure", true, false, {}});
    Row sizes{
        "", false, false, [&palette](Sheet& sheet, geo::ScreenPoint at) {
            double x = at.x - 8;
            for (const std::int64_t people : {5, 50, 500}) {
                const float radius = markRadius(people);
                sheet.marks.push_back(
                    markAt({x, at.y}, MarkShape::circle, MarkFill::open, palette.inkSoft, radius));
                sheet.labels.push_back(
                    {{x + radius + 3, at.y - 8}, std::to_string(people), furnitureStyle(11.5), palette.ink});
                x += 2 * radius + 40;
            }
        }};
    sizes.height = 32;
    rows.push_back(std::move(sizes));
    if (hasUpper)
        rows.push_back({"ring: highest figure", false, false, [&palette](Sheet& sheet, geo::ScreenPoint at) {
                            auto mark = markAt(at, MarkShape::circle, MarkFill::solid, palette.inkSoft, 4);
                            mark.outerRadiusPixels = 7;
                            sheet.marks.push_back(mark);
                        }});
    if (hasUnbounded)
        rows.push_back({"broken ring: \u201cat least\u201d", false, false,
                        [&palette](Sheet& sheet, geo::ScreenPoint at) {
                            auto mark = markAt(at, MarkShape::circle, MarkFill::solid, palette.inkSoft, 4);
                            mark.outerRadiusPixels = -7;
                            sheet.marks.push_back(mark);
                        }});
    if (hasNumber)
        rows.push_back({hasCluster ? "number: reports that stand here" : "number: reports at one place",
                        false, false, [&palette](Sheet& sheet, geo::ScreenPoint at) {
                            sheet.marks.push_back(
                                markAt(at, MarkShape::circle, MarkFill::solid, palette.inkSoft, 7));
                            Label label{{at.x - 3, at.y - 7}, "3", furnitureStyle(10, true), palette.onMark};
                            sheet.labels.push_back(std::move(label));
                        }});
    if (hasSum)
        rows.push_back({"number of reports, of several kinds", false, false,
                        [&palette](Sheet& sheet, geo::ScreenPoint at) {
                            sheet.marks.push_back(
                                markAt(at, MarkShape::circle, MarkFill::solid, palette.inkSoft, 8));
                            sheet.labels.push_back(
                                {{at.x - 6, at.y - 7}, "24", furnitureStyle(9.5, true), palette.casing});
                        }});
    if (hasCluster)
        rows.push_back({"more places, joined at this scale", false, false,
                        [&palette](Sheet& sheet, geo::ScreenPoint at) {
                            sheet.labels.push_back(
                                {{at.x - 10, at.y - 8}, "+3", furnitureStyle(11.5, true), palette.ink});
                        }});
}

text::Style styleOf(const Row& row) {
    return row.isHeading ? furnitureStyle(11, true)
                         : furnitureStyle(row.isNote ? 10.5 : 11.5, false, row.isNote);
}

double heightOf(const Row& row) {
    return row.height + (row.isHeading ? 4 : row.isNote ? 6 : 0);
}

/// The lower right corner, or the nearest room to it that covers the fewest places with reports.
geo::ScreenBox clearBox(const Frame& frame, const Room& room, double width, double height) {
    constexpr double step = 48;
    const geo::ScreenBox corner{room.right - 10 - width, room.bottom - 8 - height, room.right - 10,
                                room.bottom - 8};
    geo::ScreenBox best = corner;
    double least = static_cast<double>(placesUnder(frame, corner)) * 1e4;
    for (double dx = 0; corner.minX - dx > room.left + 8; dx += step)
        for (double dy = 0; corner.minY - dy > room.top + 8; dy += step) {
            const bool isAtEdge = dx == 0 || dy == 0 || corner.minX - dx - step <= room.left + 8;
            if (!isAtEdge)
                continue; // in the middle of the map it would be worse than over a place
            const geo::ScreenBox box{corner.minX - dx, corner.minY - dy, corner.maxX - dx, corner.maxY - dy};
            const double cost = static_cast<double>(placesUnder(frame, box)) * 1e4 + dx + dy;
            if (cost < least && frame.labels.isFree(box)) {
                least = cost;
                best = box;
            }
        }
    return best;
}

} // namespace

void drawLegend(Frame& frame, const Room& room) {
    if (!frame.view.legend)
        return;
    std::vector<Row> rows;
    if (frame.overlay != nullptr)
        rows = overlayRows(*frame.overlay, frame.palette, frame.overlayOutside, frame.isSheet);
    if (frame.overlay == nullptr || frame.overlay->asked.marks) {
        addKinds(frame, rows);
        addAssertions(frame, rows);
        addPlacesAndRoutes(frame, rows);
        addSizes(frame, rows);
    }
    rows.push_back({absenceNote, false, true, {}});

    double width = 0, height = 0;
    for (const auto& row : rows) {
        width = std::max(width, (row.isHeading || row.isNote ? 0 : symbolWidth) +
                                    frame.labels.measure()(row.text, styleOf(row)).width);
        height += heightOf(row);
    }
    width = std::max(width, 170.0);
    const double available = room.bottom - room.top - 14 - 2 * padding;
    const auto columns = static_cast<std::size_t>(std::max(1.0, std::ceil(height / available)));
    const double panelWidth = static_cast<double>(columns) * (width + columnGap) - columnGap + 2 * padding;
    // A legend that would cover half of the picture helps nobody: a small picture goes without, its
    // description says the same.
    if (panelWidth > (room.right - room.left) * 0.5 || available < 120)
        return;
    const double columnHeight =
        columns == 1 ? height : std::min(available, height / static_cast<double>(columns) + 40);
    const geo::ScreenBox box = clearBox(frame, room, panelWidth, columnHeight + 2 * padding);
    const Palette& palette = frame.palette;
    addPanel(frame, box, palette.panel, palette.panelBorder, 5);
    Sheet& sheet = frame.scene.furniture;
    double x = box.minX + padding, y = box.minY + padding;
    for (const auto& row : rows) {
        // A heading does not stand alone at the foot of a column.
        const double needed = heightOf(row) + (row.isHeading && columns > 1 ? 15.5 : 0);
        if (y + needed > box.maxY - padding + 1) {
            x += width + columnGap;
            y = box.minY + padding;
        }
        const double top = y + (row.isHeading ? heightOf(row) - 15.5 : 0);
        const double middle = row.isHeading ? top + 7.75 : y + heightOf(row) / 2;
        const auto style = styleOf(row);
        const auto size = frame.labels.measure()(row.text, style);
        if (row.draw)
            row.draw(sheet, {x + 14, middle});
        if (!row.text.empty())
            sheet.labels.push_back(
                {{x + (row.isHeading || row.isNote ? 0 : symbolWidth), middle - size.height / 2},
                 row.text,
                 style,
                 row.isHeading || row.isNote ? palette.inkSoft : palette.ink});
        y += heightOf(row);
    }
}

} // namespace surplace::scene
