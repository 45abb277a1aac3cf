#include "core/translation.hpp"
#include "scene/furniture.hpp"
#include "scene/legend_rows.hpp"
#include "scene/palette.hpp"
#include <cmath>
#include <fmt/ranges.h>
#include <numbers>

namespace surplace::scene {

namespace {

Row noted(std::string text) {
    Row row{std::move(text)};
    row.isNote = true;
    row.height = 13;
    return row;
}

std::vector<geo::ScreenPoint> circle(geo::ScreenPoint at, double radius) {
    std::vector<geo::ScreenPoint> points;
    for (int i = 0; i < 32; ++i)
        points.push_back({at.x + radius * std::cos(2 * std::numbers::pi * i / 32),
                          at.y + radius * std::sin(2 * std::numbers::pi * i / 32)});
    return points;
}

void addKind(const Frame& frame, model::EventKind kind, const FlowTotals& totals, std::vector<Row>& rows) {
    const Color color = frame.palette.symbolOf(kind).color;
    const std::string title = model::title(kind);
    const bool hasTotals = !frame.signs.flows.isOfSeveralMaps;
    if (!hasTotals && !totals.hasLine && !totals.hasRing)
        return;
    rows.push_back({hasTotals ? core::trn(totals.all.most, "{0}: {1} incident", "{0}: {1} incidents", title,
                                          totals.all.inWords())
                              : title,
                    false, false, [=](Sheet& sheet, geo::ScreenPoint at) {
                        if (totals.hasLine) {
                            Path line{{{at.x - 13, at.y}, {at.x + 12, at.y}}, {color, 2.7F, {}, false}};
                            line.arrowAtEnd = true;
                            line.arrowPixels = 9;
                            sheet.paths.push_back(std::move(line));
                        } else if (totals.hasRing) {
                            sheet.paths.push_back({circle(at, 5), {color, 2.4F, {}, false}, 1, true});
                        }
                    }});
    if (!hasTotals)
        return;
    std::vector<std::string> parts;
    const auto part = [&](const Incidents& incidents, const auto& words) {
        if (incidents.most > 0)
            parts.push_back(words(incidents.inWords()));
    };
    part(totals.moved, [](const std::string& n) { return core::trcf("flows", "{0} moved", n); });
    part(totals.stayed, [](const std::string& n) { return core::trcf("flows", "{0} one place", n); });
    part(totals.outside, [](const std::string& n) { return core::trcf("flows", "{0} outside", n); });
    part(totals.unknown, [](const std::string& n) { return core::trcf("flows", "{0} unknown", n); });
    Row row{fmt::format("{}", fmt::join(parts, ", "))};
    row.height = 14.5;
    rows.push_back(std::move(row));
}

Row widthRow(const Frame& frame) {
    return {"", false, false,
            [color = frame.palette.inkSoft, ink = frame.palette.ink,
             examples = examplesOf(frame.signs.flows.figures)](Sheet& sheet, geo::ScreenPoint at) {
                double x = at.x - 13;
                for (const std::int64_t incidents : examples) {
                    sheet.paths.push_back(
                        {{{x, at.y}, {x + 18, at.y}}, {color, flowWidth(incidents), {}, false}});
                    sheet.labels.push_back(
                        {{x + 23, at.y - 8}, std::to_string(incidents), furnitureStyle(11.5), ink});
                    x += 56;
                }
            },
            18};
}

} // namespace

void addFlows(const Frame& frame, std::vector<Row>& rows) {
    const FlowSigns& signs = frame.signs.flows;
    const Color color = frame.palette.inkSoft;
    if (signs.totals.empty())
        return;
    rows.push_back({core::tr("From the first to the last place told"), true, false, {}});
    for (const auto& [kind, totals] : signs.totals)
        addKind(frame, kind, totals, rows);
    if (!signs.figures.empty()) {
        rows.push_back({core::tr("Width of a line: incidents"), true, false, {}});
        rows.push_back(widthRow(frame));
    }
    if (signs.hasBand)
        rows.push_back({core::tr("pale band: with those only possible"), false, false,
                        [=](Sheet& sheet, geo::ScreenPoint at) {
                            const std::vector<geo::ScreenPoint> line{{at.x - 13, at.y}, {at.x + 13, at.y}};
                            sheet.paths.push_back({line, {color, 8, {}, false}, 0.3});
                            sheet.paths.push_back({line, {color, 2.7F, {}, false}});
                        }});
    if (signs.hasOnlyPossible)
        rows.push_back(
            {core::tr("broken: only possible"), false, false, [=](Sheet& sheet, geo::ScreenPoint at) {
                 sheet.paths.push_back(
                     {{{at.x - 13, at.y}, {at.x + 13, at.y}}, {color, 1.6F, {5, 4}, false}});
             }});
    if (signs.hasRing)
        rows.push_back({core::tr("ring: one place, no other is told"), false, false,
                        [=](Sheet& sheet, geo::ScreenPoint at) {
                            sheet.paths.push_back({circle(at, 6), {color, 2.4F, {}, false}, 1, true});
                            sheet.marks.push_back(
                                markAt(at, MarkShape::circle, MarkFill::solid, color, 2.4F));
                        }});
    rows.push_back(noted(core::tr("No track: only the two ends are told.")));
    if (!signs.isOfSeveralMaps)
        rows.push_back(noted(core::tr("Unknown: an end not told to a town.")));
}

} // namespace surplace::scene
