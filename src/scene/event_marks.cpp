#include "scene/clusters.hpp"
#include "scene/frame.hpp"
#include "scene/palette.hpp"
#include <cmath>
#include <fmt/format.h>
#include <numbers>

/// Marks as they are drawn and pointed at, where arrangeMarks() has put them.
namespace surplace::scene {

namespace {

bool isMovedAside(const PlaceGroup& group) {
    return std::hypot(group.center.x - group.anchor.x, group.center.y - group.anchor.y) > 2.5;
}

void drawDot(Frame& frame, geo::ScreenPoint at, double opacity) {
    Mark dot;
    dot.x = static_cast<float>(at.x);
    dot.y = static_cast<float>(at.y);
    dot.radiusPixels = 2.2F;
    dot.color = frame.palette.ink;
    dot.opacity = static_cast<float>(opacity);
    frame.scene.map.marks.push_back(dot);
}

} // namespace

void drawNumber(Frame& frame, Sheet& sheet, const Symbol& symbol, geo::ScreenPoint at) {
    const bool isFilled =
        symbol.assertion == model::Assertion::confirmed || symbol.assertion == model::Assertion::reported;
    const std::string number = std::to_string(symbol.count);
    text::Style style;
    style.sizePixels = symbol.count < 100 ? 10 : 8;
    style.bold = true;
    const text::Extents size = frame.labels.measure()(number, style);
    // A triangle's room is off its middle.
    const auto shape = frame.palette.symbolOf(symbol.kind).shape;
    const double lift = shape == MarkShape::triangleDown ? -0.18 : shape == MarkShape::triangleUp ? 0.18 : 0;
    Label label{{at.x - size.width / 2, at.y - size.height / 2 + lift * symbol.radius},
                number,
                style,
                isFilled ? frame.palette.onMark : frame.palette.symbolOf(symbol.kind).color};
    if (!isFilled) {
        label.haloColor = frame.palette.halo;
        label.haloPixels = 1.5;
    }
    label.opacity = std::max<double>(symbol.opacity, 0.6);
    sheet.labels.push_back(std::move(label));
}

Mark markOf(const Frame& frame, const Symbol& symbol, geo::ScreenPoint at) {
    const auto look = frame.palette.symbolOf(symbol.kind);
    // What is feared is open and dotted already: paler and smaller, it would be lost.
    const bool isPossible =
        symbol.presence == timeline::Presence::possible && symbol.assertion != model::Assertion::feared;
    Mark mark;
    mark.x = static_cast<float>(at.x);
    mark.y = static_cast<float>(at.y);
    mark.radiusPixels = symbol.radius * (isPossible ? 0.86F : 1.0F);
    mark.shape = look.shape;
    mark.color = look.color;
    mark.fill = fillOf(symbol.assertion);
    mark.opacity = symbol.opacity;
    mark.outerRadiusPixels = symbol.outerRadius;
    return mark;
}

namespace {

/// So many reports in as few characters as a disc has room for: "840", "17.6k".
std::string briefly(std::uint32_t count) {
    return count < 10'000 ? std::to_string(count) : fmt::format("{:.1f}k", count / 1000.0);
}

/// Reports of several kinds cannot be summed as people; their number can be said.
void drawSum(Frame& frame, const PlaceGroup& group) {
    Mark disc;
    disc.x = static_cast<float>(group.center.x);
    disc.y = static_cast<float>(group.center.y);
    disc.radiusPixels = group.radius;
    disc.color = frame.palette.inkSoft;
    disc.opacity = 0;
    for (std::uint32_t s = group.firstSymbol; s < group.firstSymbol + group.symbolCount; ++s)
        disc.opacity = std::max(disc.opacity, frame.symbols[s].opacity);
    text::Style style;
    style.sizePixels = 9.5;
    style.bold = true;
    const std::string number = briefly(group.count);
    const auto size = frame.labels.measure()(number, style);
    Label label{{group.center.x - size.width / 2, group.center.y - size.height / 2},
                number,
                style,
                frame.palette.casing};
    label.opacity = std::max<double>(disc.opacity, 0.6);
    frame.scene.map.marks.push_back(disc);
    frame.scene.map.labels.push_back(std::move(label));
}

void drawGroup(Frame& frame, const PlaceGroup& group, bool isDetailed) {
    if (group.isSummed)
        return drawSum(frame, group);
    Sheet& sheet = frame.scene.map;
    std::span<const Symbol> symbols(frame.symbols.data() + group.firstSymbol, group.symbolCount);
    float strongest = 0;
    for (const auto& symbol : symbols)
        strongest = std::max(strongest, symbol.opacity);
    if (isDetailed && (symbols.size() > 1 || isMovedAside(group))) {
        if (isMovedAside(group))
            sheet.paths.push_back({{group.anchor, group.center},
                                   {frame.palette.inkSoft, 0.9F, {}, true},
                                   std::max(0.35F, strongest)});
        // A dot on the sign of a crossing would hide whether its source names it.
        const bool isAtCrossing =
            std::any_of(frame.crossings.begin(), frame.crossings.end(), [&](const ActiveCrossing& crossing) {
                return std::hypot(crossing.at.x - group.anchor.x, crossing.at.y - group.anchor.y) < 8;
            });
        if (!isAtCrossing)
            drawDot(frame, group.anchor, std::max(0.4F, strongest));
    }
    for (const auto& symbol : symbols) {
        const geo::ScreenPoint at{group.center.x + symbol.dx, group.center.y + symbol.dy};
        sheet.marks.push_back(markOf(frame, symbol, at));
        if (isDetailed && symbol.count > 1)
            drawNumber(frame, sheet, symbol, at);
    }
}

/// Targets: first each mark, so that the one pointed at leads the list, then the whole place.
void addTargets(Frame& frame, const PlaceGroup& group) {
    const auto eventsOf = [&](std::uint32_t first, std::uint32_t count) {
        std::vector<std::uint32_t> events;
        for (std::uint32_t i = first; i < first + count; ++i)
            events.push_back(frame.atPlaces[i].event);
        return events;
    };
    const model::Id& id = frame.casebook.places[group.place].id;
    if (group.symbolCount > 1 && !group.isSummed)
        for (std::uint32_t s = group.firstSymbol; s < group.firstSymbol + group.symbolCount; ++s) {
            const Symbol& symbol = frame.symbols[s];
            frame.scene.targets.push_back({{group.center.x + symbol.dx, group.center.y + symbol.dy},
                                           symbol.radius,
                                           eventsOf(symbol.first, symbol.count),
                                           id,
                                           {},
                                           TargetKind::symbol,
                                           group.places});
        }
    frame.scene.targets.push_back({group.center,
                                   group.radius,
                                   eventsOf(group.first, group.count),
                                   id,
                                   {},
                                   TargetKind::place,
                                   group.places});
}

void ringSelected(Frame& frame, const PlaceGroup& group) {
    const auto& place = frame.casebook.places[group.place];
    bool isSelected = !frame.view.selectedPlace.empty() && place.id == frame.view.selectedPlace;
    for (std::uint32_t i = group.first; i < group.first + group.count && !isSelected; ++i) {
        const model::Event& event = frame.casebook.events[frame.atPlaces[i].event];
        isSelected = event.id == frame.view.selectedEvent ||
                     (!frame.view.selectedPlace.empty() && event.placeId == frame.view.selectedPlace);
    }
    if (!isSelected)
        return;
    Path ring;
    ring.closed = true;
    const double radius = group.radius + 4;
    constexpr int points = 48;
    for (int i = 0; i < points; ++i) {
        const double angle = 2 * std::numbers::pi * i / points;
        ring.points.push_back(
            {group.center.x + radius * std::cos(angle), group.center.y + radius * std::sin(angle)});
    }
    ring.stroke = {frame.palette.selection, 2, {}, true};
    frame.scene.map.paths.push_back(std::move(ring));
}

} // namespace

void drawMarks(Frame& frame) {
    std::size_t inView = 0;
    for (const auto& group : frame.groups)
        inView += group.inView ? 1 : 0;
    const bool isDetailed = inView <= arrangeableGroups;
    // A target costs memory of its own; among more marks than this, pick() goes by the marks themselves.
    const bool hasTargets = inView <= maxTargets;
    frame.scene.map.marks.reserve(frame.scene.map.marks.size() + inView);
    for (std::uint32_t g = 0; g < frame.groups.size(); ++g) {
        const PlaceGroup& group = frame.groups[g];
        if (!group.inView || g == frame.opened)
            continue;
        const std::size_t firstMark = frame.scene.map.marks.size();
        if (frame.selection.isActive() && isDetailed)
            ringSelected(frame, group);
        drawGroup(frame, group, isDetailed);
        if (hasTargets || group.count > 1) {
            addTargets(frame, group);
            continue;
        }
        frame.scene.markEvents.resize(firstMark, nowhere);
        frame.scene.markEvents.push_back(frame.atPlaces[group.first].event);
    }
}

} // namespace surplace::scene
