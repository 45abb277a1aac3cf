#include "core/translation.hpp"
#include "scene/legend_rows.hpp"
#include "scene/palette.hpp"
#include <numbers>
#include <set>

namespace surplace::scene {

namespace {

Path circle(geo::ScreenPoint at, double radius, Stroke stroke, double opacity) {
    Path ring{{}, std::move(stroke), opacity, true};
    constexpr int points = 32;
    for (int i = 0; i < points; ++i) {
        const double angle = 2 * std::numbers::pi * i / points;
        ring.points.push_back({at.x + radius * std::cos(angle), at.y + radius * std::sin(angle)});
    }
    return ring;
}

std::string pulseText(const CrossingSigns& signs) {
    return signs.isOnlyOfReturns ? core::trf("ring: grows {0} days from a return", signs.pulseDays)
                                 : core::trf("ring: grows {0} days from a handover", signs.pulseDays);
}

Row pulseRow(const Frame& frame, std::string text, bool isInferred) {
    const Color color = frame.palette.symbolOf(model::EventKind::forcedReturn).color;
    return {
        std::move(text), false, false, [=](Sheet& sheet, geo::ScreenPoint at) {
            const std::vector<float> dashes = isInferred ? std::vector<float>{4, 3} : std::vector<float>{};
            sheet.paths.push_back(circle(at, 3, {color, 1.8F, dashes, false}, 1));
            sheet.paths.push_back(circle(at, 6.5, {color, 1.8F, dashes, false}, 0.5));
        }};
}

Row stateRow(const Frame& frame, bool isClosed, bool isThroughout) {
    const std::string text = isThroughout
                                 ? (isClosed ? core::tr("said to be closed") : core::tr("said to be open"))
                             : isClosed ? core::tr("closed for a part of the time, or possibly")
                                        : core::tr("open for a part of the time, or possibly");
    return {text, false, false,
            [=, color = frame.palette.crossing, ink = frame.palette.ink](Sheet& sheet, geo::ScreenPoint at) {
                const double opacity = isThroughout ? 1 : 0.5;
                sheet.paths.push_back({{{at.x - 9, at.y}, {at.x + 9, at.y}}, {color, 1.2F, {}, true}});
                for (const double side : {-10.0, 10.0})
                    for (const auto& [from, to] :
                         {std::pair(-6.0, isClosed ? 0.0 : -2.5), std::pair(isClosed ? 0.0 : 2.5, 6.0)})
                        sheet.paths.push_back({{{at.x + side, at.y + from}, {at.x + side, at.y + to}},
                                               {ink, 2.2F, {}, false},
                                               opacity});
            }};
}

} // namespace

void addCrossingActivity(const Frame& frame, std::vector<Row>& rows) {
    const CrossingSigns& signs = frame.signs.crossings;
    if (signs.hasPulse)
        rows.push_back(pulseRow(frame, pulseText(signs), false));
    if (signs.hasPulse && signs.hasInferredPulse)
        rows.push_back(pulseRow(frame, core::tr("broken: crossing inferred"), true));
    if (!signs.hasPulse && signs.hasInferredPulse)
        rows.push_back(pulseRow(frame, pulseText(signs), true));
    std::set<std::pair<bool, bool>> states;
    for (const auto& state : frame.signs.states)
        if (state.isShown)
            states.emplace(!state.isClosed, !state.isThroughout);
    for (const auto& [isOpen, isPartly] : states)
        rows.push_back(stateRow(frame, !isOpen, !isPartly));
}

} // namespace surplace::scene
