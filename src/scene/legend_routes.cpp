#include "core/translation.hpp"
#include "scene/furniture.hpp"
#include "scene/legend_rows.hpp"
#include "scene/palette.hpp"
#include "scene/route_look.hpp"

namespace surplace::scene {

std::vector<std::int64_t> examplesOf(const std::set<std::int64_t>& figures) {
    std::vector<std::int64_t> all(figures.begin(), figures.end());
    if (all.size() <= 3)
        return all;
    return {all.front(), all[all.size() / 2], all.back()};
}

namespace {

Row lineRow(std::string text, Stroke stroke, bool openArrow) {
    return {std::move(text), false, false, [=](Sheet& sheet, geo::ScreenPoint at) {
                Path path{{{at.x - 13, at.y}, {at.x + 12, at.y}}, stroke};
                path.arrowAtEnd = true;
                path.openArrow = openArrow;
                path.arrowPixels = 8;
                sheet.paths.push_back(std::move(path));
            }};
}

/// A line with what stands for its highest figure.
void drawUpTo(Sheet& sheet, geo::ScreenPoint at, Color color, bool isUnbounded) {
    const std::vector<geo::ScreenPoint> line{{at.x - 7, at.y}, {at.x + 7, at.y}};
    addUpTo(sheet, line, {2.4F, 8, isUnbounded}, color, 1);
    sheet.paths.push_back({line, {color, 2.4F, {}, false}});
}

} // namespace

void addLegs(const Frame& frame, std::vector<Row>& rows) {
    const Palette& palette = frame.palette;
    if (frame.signs.legs.hasLegs)
        rows.push_back(lineRow(core::tr("between reported stops, way unknown"),
                               {palette.inkSoft, 2, {6, 4}, false}, false));
    if (frame.signs.legs.hasUnfinished)
        rows.push_back(
            {core::tr("fills as its possible days pass"), false, false,
             [color = palette.inkSoft](Sheet& sheet, geo::ScreenPoint at) {
                 sheet.paths.push_back(
                     {{{at.x - 13, at.y}, {at.x + 13, at.y}}, {color, 1.2F, {6, 4}, false}, 0.5});
                 sheet.paths.push_back({{{at.x - 13, at.y}, {at.x, at.y}}, {color, 2.4F, {6, 4}, false}});
             }});
    if (frame.signs.legs.hasFeared)
        rows.push_back(
            lineRow(core::tr("feared, not reported as done"), {palette.inkSoft, 2, {0.1F, 5}, true}, true));
}

void addWidths(const Frame& frame, std::vector<Row>& rows) {
    const LegSigns& signs = frame.signs.legs;
    if (signs.figures.empty())
        return;
    Row row{"", false, false,
            [color = frame.palette.inkSoft, ink = frame.palette.ink, hasNoFigure = signs.hasNoFigure,
             examples = examplesOf(signs.figures)](Sheet& sheet, geo::ScreenPoint at) {
                double x = at.x - 13;
                const auto add = [&](const std::string& text, float width, double room) {
                    sheet.paths.push_back({{{x, at.y}, {x + 16, at.y}}, {color, width, {}, false}});
                    sheet.labels.push_back({{x + 20, at.y - 8}, text, furnitureStyle(11.5), ink});
                    x += room;
                };
                for (const std::int64_t people : examples)
                    add(std::to_string(people), lineWidth(people), people < 100 ? 46 : 54);
                if (hasNoFigure)
                    add(core::trc("number of people", "none given"), lineWidth(0), 0);
            }};
    row.height = 17;
    rows.push_back(std::move(row));
}

void addHighest(const Frame& frame, std::vector<Row>& rows, bool hasRing, bool hasBrokenRing) {
    const auto add = [&](bool ofMarks, bool ofLines, bool isUnbounded, const std::string& mark,
                         const std::string& line, const std::string& both) {
        if (!ofMarks && !ofLines)
            return;
        rows.push_back({ofMarks && ofLines ? both
                        : ofMarks          ? mark
                                           : line,
                        false, false, [=, color = frame.palette.inkSoft](Sheet& sheet, geo::ScreenPoint at) {
                            if (ofLines)
                                drawUpTo(sheet, {at.x + (ofMarks ? 9 : 0), at.y}, color, isUnbounded);
                            if (!ofMarks)
                                return;
                            auto ring = markAt({at.x - (ofLines ? 7 : 0), at.y}, MarkShape::circle,
                                               MarkFill::solid, color, 4);
                            ring.outerRadiusPixels = isUnbounded ? -7 : 7;
                            sheet.marks.push_back(ring);
                        }});
    };
    add(hasRing, frame.signs.legs.hasBand, false, core::tr("ring: highest figure"),
        core::tr("pale band: highest figure"), core::tr("ring, pale band: highest figure"));
    add(hasBrokenRing, frame.signs.legs.hasAtLeast, true, core::tr("broken ring: \u201cat least\u201d"),
        core::tr("broken lines beside it: \u201cat least\u201d"),
        core::tr("broken beside it: \u201cat least\u201d"));
}

} // namespace surplace::scene
