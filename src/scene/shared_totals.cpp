#include "core/translation.hpp"
#include "scene/frame.hpp"
#include "scene/furniture.hpp"
#include "scene/palette.hpp"
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <set>

/// An event whose place is its parts' places: its total in a panel near them, said once.
namespace surplace::scene {

namespace {

bool isSelected(const Frame& frame, const SharedTotal& total) {
    return frame.selection.has(total.whole.event) ||
           std::any_of(total.parts.begin(), total.parts.end(),
                       [&](auto part) { return frame.selection.has(part); });
}

std::string numberWord(std::size_t number) {
    using core::toTranslate;
    constexpr std::array words{toTranslate("number", "no"),    toTranslate("number", "one"),
                               toTranslate("number", "two"),   toTranslate("number", "three"),
                               toTranslate("number", "four"),  toTranslate("number", "five"),
                               toTranslate("number", "six"),   toTranslate("number", "seven"),
                               toTranslate("number", "eight"), toTranslate("number", "nine")};
    return number < words.size() ? core::trc("number", words[number]) : std::to_string(number);
}

void drawPanel(Frame& frame, const std::vector<LabelLine>& lines, geo::ScreenPoint near, SharedTotal& total) {
    double width = 0, height = 0;
    for (const auto& line : lines) {
        const auto size = frame.labels.measure()(line.text, line.style);
        width = std::max(width, size.width);
        height += size.height;
    }
    constexpr double inset = 9, bar = 4, step = 20;
    width += 2 * inset + bar;
    height += 2 * inset - 2;
    // The panel stands near its crossings, but rather on open land than on the rivers that it speaks of.
    std::vector<geo::ScreenPoint> river;
    if (const auto& rivers = frame.basemap.level(false).borderRivers)
        for (const auto& line : rivers->lines)
            for (std::size_t i = 0; i < line.size(); i += 4)
                if (const auto at = frame.view.camera.toScreen(line[i]); frame.isSeen(at))
                    river.push_back(at);
    const geo::ScreenBox room = roomOf(frame.view);
    std::optional<geo::ScreenPoint> best;
    double nearest = std::numeric_limits<double>::infinity();
    std::optional<geo::ScreenPoint> found;
    const auto search = [&](double clearance) {
        for (double y = room.minY + 6; y + height < room.maxY; y += step)
            for (double x = room.minX + 6; x + width < room.maxX; x += step) {
                double distance = std::hypot(x + width / 2 - near.x, y + height / 2 - near.y);
                for (const auto& at : river)
                    distance +=
                        at.x > x - 6 && at.x < x + width + 6 && at.y > y - 6 && at.y < y + height + 6 ? 6 : 0;
                if (distance < nearest &&
                    frame.labels.isFree(
                        {x - clearance, y - clearance, x + width + clearance, y + height + clearance})) {
                    nearest = distance;
                    found = geo::ScreenPoint{x, y};
                }
            }
        best = found;
    };
    search(10);
    if (!best)
        search(0);
    if (!best)
        return; // a picture too small for it: the description says it
    const geo::ScreenBox box{best->x, best->y, best->x + width, best->y + height};
    frame.labels.addObstacle(box);
    Sheet& sheet = frame.scene.furniture; // over the lines that cross it
    // It pales with its crossings, and stays legible.
    const double opacity = 0.55 + 0.45 * drawnOpacity(frame, total.whole);
    sheet.panels.push_back({box, frame.palette.panel, frame.palette.panelBorder, 4});
    sheet.panels.push_back({{box.minX, box.minY, box.minX + bar, box.maxY},
                            withOpacity(lines[1].color, opacity),
                            {0, 0, 0, 0},
                            1});
    double y = box.minY + inset - 1;
    for (const auto& line : lines) {
        sheet.labels.push_back(
            {{box.minX + bar + inset, y}, line.text, line.style, line.color, {255, 255, 255, 0}, 0, opacity});
        y += frame.labels.measure()(line.text, line.style).height;
    }
    std::vector<std::uint32_t> events{total.whole.event};
    events.insert(events.end(), total.parts.begin(), total.parts.end());
    frame.scene.targets.push_back({{(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2},
                                   height / 2,
                                   std::move(events),
                                   {},
                                   {},
                                   TargetKind::total});
    total.hasPanel = true;
}

} // namespace

void drawTotals(Frame& frame) {
    for (auto& total : frame.totals) {
        if (!total.inView || (frame.selection.isActive() && !isSelected(frame, total)))
            continue; // what is not selected steps back
        const auto& event = frame.casebook.events[total.whole.event];
        std::set<std::uint32_t> crossings;
        geo::ScreenBox box;
        for (const auto part : total.parts) {
            const EventInfo& info = frame.index.events()[part];
            if (info.crossing != nowhere)
                crossings.insert(info.crossing);
            const auto at = frame.view.camera.toScreen(frame.placePoints[info.place]);
            box.add(at.x, at.y);
        }
        const bool overCrossings = crossings.size() == total.parts.size();
        const std::string people = event.people.peopleInWords(), count = numberWord(total.parts.size());
        std::vector<LabelLine> lines;
        lines.push_back({core::trcf("kind, date", "{0}, {1}", model::title(event.kind), bareDate(event.date)),
                         furnitureStyle(11.5), frame.palette.inkSoft});
        lines.push_back({overCrossings ? core::trf("{0} over {1} crossings", people, count)
                                       : core::trf("{0} over {1} places", people, count),
                         furnitureStyle(15, true), frame.palette.symbolOf(event.kind).color});
        lines.push_back(
            {core::tr("one total, no agreed split"), furnitureStyle(11.5), frame.palette.inkSoft});
        lines.back().style.italic = true;
        drawPanel(frame, lines, {(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2}, total);
    }
}

void reachTotalsThroughParts(Frame& frame) {
    for (const auto& total : frame.totals) {
        if (total.hasPanel || !total.inView)
            continue;
        std::vector<std::uint32_t> events{total.whole.event};
        events.insert(events.end(), total.parts.begin(), total.parts.end());
        for (const std::uint32_t part : total.parts) {
            const std::uint32_t group = frame.groupOf[frame.index.events()[part].place];
            if (group == nowhere || !frame.groups[group].inView)
                continue;
            frame.scene.targets.push_back(
                {frame.groups[group].center, frame.groups[group].radius, events, {}, {}, TargetKind::total});
            break;
        }
    }
}

} // namespace surplace::scene
