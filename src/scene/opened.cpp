#include "scene/opened.hpp"
#include "core/translation.hpp"
#include "scene/furniture.hpp"
#include <algorithm>
#include <cmath>
#include <numbers>

/// The events of one place laid out one by one around it, over the map, which steps back.
namespace surplace::scene {

namespace {

/// So few marks are quicker read on a circle than on a spiral, also where there is no room for words.
constexpr std::size_t fewItems = 12;

text::Style dateStyle() {
    text::Style style;
    style.sizePixels = 11;
    return style;
}

/// A mark of the layout with all events that it stands for.
struct Item {
    Symbol symbol;
    std::vector<std::uint32_t> events;
    std::string label;
    geo::ScreenPoint at{};
    double reach() const { return std::max(symbol.radius, std::abs(symbol.outerRadius)); }
};

/// What a stack shows of its place.
struct Stack {
    const PlaceGroup& group;
    std::vector<Item> items;
    std::vector<std::uint32_t> events; ///< all of them
    geo::ScreenPoint center{};
    double radius = 0; ///< of the circle that holds all marks
    std::string heading;
    std::vector<std::string> totals;
};

Symbol symbolOf(const Frame& frame, const timeline::Visible& visible) {
    const EventInfo& info = frame.index.events()[visible.event];
    Symbol symbol;
    symbol.count = 1;
    symbol.kind = info.kind;
    symbol.assertion = info.assertion;
    symbol.presence = visible.presence;
    // To be told apart it is stronger than on the map, where only the newest are to be seen.
    constexpr double leastOpacity = 0.6;
    symbol.opacity = static_cast<float>(
        std::max(leastOpacity, drawnOpacity(frame, visible) * frame.emphasis(visible.event)));
    const MarkSize size = markSizeFor(info.lower, info.upper, 1);
    symbol.radius = size.radius;
    symbol.outerRadius = size.outerRadius;
    return symbol;
}

std::string placeBriefly(const Frame& frame, std::uint32_t place) {
    return nameFor(frame.casebook.places[place], shortNames(frame.view.names));
}

std::vector<Item> itemsByTime(const Frame& frame, const Stack& stack, std::vector<timeline::Visible> events) {
    const auto order = [&](const timeline::Visible& visible) {
        const timeline::Span& span = frame.timeline.span(visible.event);
        return std::tuple(span.earliest, span.latest, visible.event);
    };
    std::ranges::sort(events, [&](const auto& a, const auto& b) { return order(a) < order(b); });
    std::vector<Item> items;
    for (const auto& visible : events) {
        const std::uint32_t place = frame.index.events()[visible.event].place;
        std::string label = briefDate(frame.casebook.events[visible.event].date);
        if (stack.group.places > 1 && place != nowhere)
            label = placeBriefly(frame, place) + ", " + label;
        items.push_back({symbolOf(frame, visible), {visible.event}, std::move(label), {}});
    }
    return items;
}

/// One for each kind, assertion and presence; where these are too many as well, one for each kind.
std::vector<Item> itemsByKind(const Frame& frame, const PlaceGroup& group) {
    std::vector<Item> items;
    const bool isByKind = group.symbolCount > mostSpread;
    for (std::uint32_t s = group.firstSymbol; s < group.firstSymbol + group.symbolCount; ++s) {
        const Symbol& symbol = frame.symbols[s];
        if (!isByKind || items.empty() || items.back().symbol.kind != symbol.kind) {
            items.push_back({symbol, {}, {}, {}});
            items.back().symbol.count = 0;
        }
        Item& item = items.back();
        item.symbol.count += symbol.count;
        for (std::uint32_t i = symbol.first; i < symbol.first + symbol.count; ++i)
            item.events.push_back(frame.atPlaces[i].event);
    }
    for (Item& item : items)
        item.label = countOfKind(item.symbol.kind, item.symbol.count);
    return items;
}

std::string headingOf(const Frame& frame, const PlaceGroup& group) {
    const std::string name = nameFor(frame.casebook.places[group.place], frame.view.names);
    return group.places > 1 ? core::trf("{0} places near {1}", group.places, name) : name;
}

Stack stackOf(const Frame& frame, const PlaceGroup& group) {
    Stack stack{group, {}, {}, {}, 0, headingOf(frame, group), {}};
    const auto first = frame.atPlaces.begin() + group.first;
    const std::vector<timeline::Visible> events(first, first + group.count);
    for (const auto& visible : events)
        stack.events.push_back(visible.event);
    stack.totals = inLines(totalsOf(frame.casebook, frame.index, events));
    stack.items = events.size() <= mostSpread ? itemsByTime(frame, stack, events) : itemsByKind(frame, group);
    return stack;
}

void take(Stack& stack, const std::vector<geo::ScreenPoint>& points) {
    stack.radius = 0;
    for (std::size_t i = 0; i < stack.items.size(); ++i) {
        stack.items[i].at = points[i];
        stack.radius = std::max(stack.radius, std::hypot(points[i].x, points[i].y) + stack.items[i].reach());
    }
}

/// Chooses how and where the marks stand: on a circle with room for their words, else on a spiral, without
/// room for words, in the last resort over furniture. The layout moves aside where the picture ends or
/// furniture stands.
void arrange(const Frame& frame, Stack& stack, const geo::ScreenBox& room,
             std::span<const geo::ScreenBox> obstacles) {
    std::vector<float> radii;
    for (const Item& item : stack.items)
        radii.push_back(static_cast<float>(item.reach()));
    constexpr double farthest = 240;
    double words = 60;
    for (const Item& item : stack.items)
        words = std::max(words, frame.labels.measure()(item.label, dateStyle()).width + 4);
    const auto fits = [&](double aside, double above, double mostAway) {
        const double size = 2 * stack.radius;
        const geo::ScreenPoint wanted = stack.group.center;
        const auto free = freeMiddle(wanted, size + 2 * aside, size + 2 * above, room, obstacles);
        if (!free || std::hypot(free->x - wanted.x, free->y - wanted.y) > mostAway)
            return false;
        stack.center = *free;
        return true;
    };
    if (radii.size() <= mostOnCircle) {
        take(stack, onCircle(radii));
        if (fits(words, 14, farthest))
            return;
    }
    take(stack, radii.size() <= fewItems ? onCircle(radii) : onSpiral(radii));
    if (fits(words, 14, farthest) || fits(4, 4, std::numeric_limits<double>::infinity()))
        return;
    const geo::ScreenBox picture{0, 0, static_cast<double>(frame.view.camera.widthPixels),
                                 static_cast<double>(frame.view.camera.heightPixels)};
    stack.center = freeMiddle(stack.group.center, 2 * stack.radius, 2 * stack.radius, picture, {})
                       .value_or(geo::ScreenPoint{picture.maxX / 2, picture.maxY / 2});
}

/// The map under the stack steps back: all of it a little, what lies beneath the marks a good deal.
void veil(Frame& frame, const Stack& stack) {
    const double width = frame.view.camera.widthPixels, height = frame.view.camera.heightPixels;
    Sheet& sheet = frame.scene.stack;
    const Color paper = frame.palette.isDark ? frame.palette.paper : frame.palette.casing;
    sheet.panels.push_back({{0, 0, width, height}, withOpacity(paper, 0.55), {0, 0, 0, 0}, 0});
    Shape disc;
    disc.rings.emplace_back();
    constexpr int points = 96;
    constexpr double soft = 26;
    for (int i = 0; i < points; ++i) {
        const double angle = 2 * std::numbers::pi * i / points;
        disc.rings.back().push_back({stack.center.x + (stack.radius + soft) * std::cos(angle),
                                     stack.center.y + (stack.radius + soft) * std::sin(angle)});
    }
    disc.fill = paper;
    disc.opacity = 0.82;
    disc.softEdgePixels = soft;
    sheet.shapes.push_back(std::move(disc));
}

void drawRing(Frame& frame, geo::ScreenPoint at, double radius) {
    Path ring;
    ring.closed = true;
    constexpr int points = 40;
    for (int i = 0; i < points; ++i) {
        const double angle = 2 * std::numbers::pi * i / points;
        ring.points.push_back({at.x + radius * std::cos(angle), at.y + radius * std::sin(angle)});
    }
    ring.stroke = {frame.palette.selection, 2, {}, true};
    frame.scene.stack.paths.push_back(std::move(ring));
}

void drawItems(Frame& frame, const Stack& stack) {
    Sheet& sheet = frame.scene.stack;
    const geo::ScreenPoint anchor = stack.group.anchor;
    if (std::hypot(anchor.x - stack.center.x, anchor.y - stack.center.y) > 3)
        sheet.paths.push_back({{anchor, stack.center}, {frame.palette.inkSoft, 1.6F, {}, true}, 0.8});
    for (const Item& item : stack.items)
        sheet.paths.push_back({{stack.center, item.at}, {frame.palette.inkSoft, 0.9F, {}, true}, 0.6});
    for (const Item& item : stack.items) {
        sheet.marks.push_back(markOf(frame, item.symbol, item.at));
        if (item.symbol.count > 1)
            drawNumber(frame, sheet, item.symbol, item.at);
        if (frame.selection.isActive() &&
            std::ranges::any_of(item.events, [&](auto event) { return frame.selection.has(event); }))
            drawRing(frame, item.at, item.reach() + 3.5);
    }
    for (const auto& at : {anchor, stack.center}) {
        Mark dot;
        dot.x = static_cast<float>(at.x);
        dot.y = static_cast<float>(at.y);
        dot.radiusPixels = 3;
        dot.color = frame.palette.ink;
        sheet.marks.push_back(dot);
    }
}

/// A date beside each mark, on its outer side, where there is room that no leg crosses.
void drawDates(Frame& frame, const Stack& stack, LabelPlacer& labels) {
    for (const Item& item : stack.items)
        labels.addObstacle({item.at.x - item.reach(), item.at.y - item.reach(), item.at.x + item.reach(),
                            item.at.y + item.reach()});
    for (const Item& item : stack.items)
        for (double part = 0.04; part < 1; part += 0.04) {
            const geo::ScreenPoint at{stack.center.x + (item.at.x - stack.center.x) * part,
                                      stack.center.y + (item.at.y - stack.center.y) * part};
            labels.addObstacle({at.x - 1, at.y - 1, at.x + 1, at.y + 1});
        }
    for (const Item& item : stack.items) {
        const LabelLine line{item.label, dateStyle(), frame.palette.ink};
        const double out = std::hypot(item.at.x - stack.center.x, item.at.y - stack.center.y);
        const auto isOutside = [&](const geo::ScreenBox& box) {
            return std::hypot((box.minX + box.maxX) / 2 - stack.center.x,
                              (box.minY + box.maxY) / 2 - stack.center.y) > out;
        };
        labels.place(frame.scene.stack, {&line, 1}, item.at, Placement::around, item.reach() + 3, 1, 0,
                     isOutside);
    }
}

/// What stands here and what it adds up to, on a panel beside the stack.
void drawCaption(Frame& frame, const Stack& stack, const geo::ScreenBox& room,
                 std::span<const geo::ScreenBox> obstacles) {
    constexpr double widest = 330, inset = 9;
    std::vector<std::pair<std::string, text::Style>> lines{{stack.heading, furnitureStyle(13, true)}};
    for (const std::string& total : stack.totals)
        lines.emplace_back(total, furnitureStyle(11.5));
    double width = 0, height = 0;
    for (auto& [text, style] : lines) {
        style.maxWidthPixels = widest;
        const auto size = frame.labels.measure()(text, style);
        width = std::max(width, size.width);
        height += size.height;
    }
    const double below = stack.center.y + stack.radius + height / 2 + 24;
    const auto middle =
        freeMiddle({stack.center.x, below}, width + 2 * inset, height + 2 * inset - 4, room, obstacles);
    if (!middle)
        return; // the description says it
    const geo::ScreenBox box{middle->x - width / 2 - inset, middle->y - height / 2 - inset + 2,
                             middle->x + width / 2 + inset, middle->y + height / 2 + inset - 2};
    Sheet& sheet = frame.scene.stack;
    sheet.panels.push_back({box, frame.palette.panel, frame.palette.panelBorder, 5});
    double y = box.minY + inset - 2;
    for (const auto& [text, style] : lines) {
        sheet.labels.push_back(
            {{box.minX + inset, y}, text, style, style.bold ? frame.palette.ink : frame.palette.inkSoft});
        y += frame.labels.measure()(text, style).height;
    }
}

bool isNextLine(const Frame& frame, const Label& line, const Label& next) {
    const double height = frame.labels.measure()(line.text, line.style).height;
    return std::abs(line.topLeft.y + height - next.topLeft.y) < 1e-6;
}

/// Names of the map that the stack would cover in part are left out: half a name is none.
void clearNames(Frame& frame, const Stack& stack) {
    std::vector<geo::ScreenBox> boxes{{stack.center.x - stack.radius, stack.center.y - stack.radius,
                                       stack.center.x + stack.radius, stack.center.y + stack.radius}};
    const auto boxOf = [&](const Label& label) {
        constexpr double clear = 3;
        const auto size = frame.labels.measure()(label.text, label.style);
        return geo::ScreenBox{label.topLeft.x - clear, label.topLeft.y - clear,
                              label.topLeft.x + size.width + clear, label.topLeft.y + size.height + clear};
    };
    for (const Label& label : frame.scene.stack.labels)
        boxes.push_back(boxOf(label));
    for (std::size_t i = 1; i < frame.scene.stack.panels.size(); ++i) // the first is the veil
        boxes.push_back(frame.scene.stack.panels[i].box);
    // The lines of one label follow each other, each where the one before ends.
    auto& names = frame.scene.map.labels;
    std::vector<Label> kept;
    for (std::size_t i = 0; i < names.size();) {
        bool isCovered = false;
        std::size_t end = i;
        do {
            const geo::ScreenBox box = boxOf(names[end]);
            isCovered =
                isCovered || std::ranges::any_of(boxes, [&](const auto& each) { return each.overlaps(box); });
            ++end;
        } while (end < names.size() && isNextLine(frame, names[end - 1], names[end]));
        if (!isCovered)
            std::move(names.begin() + static_cast<std::ptrdiff_t>(i),
                      names.begin() + static_cast<std::ptrdiff_t>(end), std::back_inserter(kept));
        i = end;
    }
    names = std::move(kept);
    std::erase_if(frame.scene.map.lineLabels, [&](const LineLabel& label) {
        return std::ranges::any_of(label.spots, [&](const text::ClusterSpot& spot) {
            const double reach = label.style.sizePixels;
            const geo::ScreenBox letter{spot.x - reach, spot.y - reach, spot.x + reach, spot.y + reach};
            return std::ranges::any_of(boxes, [&](const auto& each) { return each.overlaps(letter); });
        });
    });
}

void addTargets(Frame& frame, const Stack& stack) {
    const model::Id& id = frame.casebook.places[stack.group.place].id;
    for (const Item& item : stack.items)
        frame.scene.targets.push_back(
            {item.at, item.reach(), item.events, id, {}, TargetKind::spread, stack.group.places});
    frame.scene.targets.push_back(
        {stack.center, 8, stack.events, id, {}, TargetKind::place, stack.group.places});
}

} // namespace

void findOpened(Frame& frame) {
    if (frame.view.openedPlace.empty() || frame.groupOf.empty())
        return;
    const std::size_t place = frame.casebook.places.indexOf(frame.view.openedPlace);
    if (place >= frame.groupOf.size() || frame.groupOf[place] == nowhere)
        return;
    const PlaceGroup& group = frame.groups[frame.groupOf[place]];
    if (group.inView && group.count > 1)
        frame.opened = frame.groupOf[place];
}

void drawOpened(Frame& frame) {
    if (frame.opened == nowhere)
        return;
    Stack stack = stackOf(frame, frame.groups[frame.opened]);
    geo::ScreenBox room = roomOf(frame.view);
    room.maxY = std::min(room.maxY, frame.seen.maxY);
    std::vector<geo::ScreenBox> obstacles = furnitureBoxes(frame);
    arrange(frame, stack, room, obstacles);
    for (Item& item : stack.items)
        item.at = {item.at.x + stack.center.x, item.at.y + stack.center.y};
    frame.scene.stack.paper = frame.palette.casing;
    veil(frame, stack);
    drawItems(frame, stack);
    LabelPlacer labels(frame.labels.measure(), frame.palette.halo, frame.view.camera.widthPixels,
                       frame.view.camera.heightPixels);
    for (const auto& box : obstacles)
        labels.addObstacle(box);
    drawDates(frame, stack, labels);
    obstacles = labels.obstacles();
    obstacles.push_back({stack.center.x - stack.radius, stack.center.y - stack.radius,
                         stack.center.x + stack.radius, stack.center.y + stack.radius});
    drawCaption(frame, stack, room, obstacles);
    clearNames(frame, stack);
    addTargets(frame, stack);
    frame.scene.opened = Opened{frame.casebook.places[stack.group.place].id, stack.center, stack.radius,
                                stack.heading, stack.totals};
}

} // namespace surplace::scene
