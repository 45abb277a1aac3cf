#include "scene/frame.hpp"
#include <cmath>

/// Sorts the events that are present into those at places, those in areas, those told by their parts, and
/// those off the map or the picture.
namespace surplace::scene {

namespace {

/// Whether the event is a mark at a place now.
bool isMark(const EventBrief& brief, const timeline::Visible& visible) {
    return brief.footing == Footing::mark && brief.has(EventBrief::onMap) && visible.opacity > 0;
}

void groupByPlace(Frame& frame) {
    // A counting sort by place: linear in what is visible, whatever the number of places.
    auto& groupOf = frame.groupOf;
    groupOf.assign(frame.casebook.places.size(), nowhere);
    const auto& briefs = frame.index.briefs();
    std::uint32_t marks = 0;
    for (const auto& visible : frame.visible) {
        const EventBrief& brief = briefs[visible.event];
        if (!isMark(brief, visible))
            continue;
        const std::uint32_t place = frame.standsAt(brief.place);
        if (groupOf[place] == nowhere) {
            groupOf[place] = static_cast<std::uint32_t>(frame.groups.size());
            PlaceGroup& group = frame.groups.emplace_back();
            group.place = place;
            group.anchor = group.center = frame.view.camera.toScreen(frame.placePoints[place]);
        }
        ++frame.groups[groupOf[place]].count;
        ++marks;
    }
    std::uint32_t first = 0;
    for (auto& group : frame.groups) {
        group.first = first;
        first += group.count;
        group.count = 0;
    }
    frame.atPlaces.resize(marks);
    for (const auto& visible : frame.visible) {
        const EventBrief& brief = briefs[visible.event];
        if (!isMark(brief, visible))
            continue;
        PlaceGroup& group = frame.groups[groupOf[frame.standsAt(brief.place)]];
        frame.atPlaces[group.first + group.count++] = visible;
    }
}

/// How many places each group joins; each of them then belongs to it.
void joinPlaces(Frame& frame) {
    if (frame.clusters == nullptr)
        return;
    auto& groupOf = frame.groupOf;
    std::vector<bool> isKnown(frame.casebook.places.size(), false);
    for (auto& group : frame.groups)
        group.places = 0;
    const auto& eventsAt = frame.index.eventsAtPlace();
    for (const auto& visible : frame.visible) {
        const EventBrief& brief = frame.index.briefs()[visible.event];
        const std::uint32_t place = brief.place;
        if (!isMark(brief, visible) || isKnown[place])
            continue;
        isKnown[place] = true;
        // The group stands at, and is named after, the most frequent of the places that are shown.
        PlaceGroup& group = frame.groups[groupOf[frame.standsAt(place)]];
        if (group.places++ == 0 ||
            std::pair(eventsAt[group.place], place) < std::pair(eventsAt[place], group.place))
            group.place = place;
        group.anchor = group.center = frame.view.camera.toScreen(frame.placePoints[group.place]);
    }
    for (std::uint32_t place = 0; place < isKnown.size(); ++place)
        if (isKnown[place])
            groupOf[place] = groupOf[frame.standsAt(place)];
}

void groupByArea(Frame& frame, const std::vector<timeline::Visible>& inAreas) {
    std::vector<std::uint32_t> groupOf(frame.index.areas().size(), nowhere);
    for (const auto& visible : inAreas) {
        const std::uint32_t area = frame.index.events()[visible.event].area;
        if (groupOf[area] == nowhere) {
            groupOf[area] = static_cast<std::uint32_t>(frame.areas.size());
            frame.areas.emplace_back().area = area;
        }
        frame.areas[groupOf[area]].events.push_back(visible);
    }
}

/// An event without a place of its own that two or more present parts with places tell: its total is drawn
/// beside them.
void findTotals(Frame& frame, std::vector<timeline::Visible>& placeless) {
    if (frame.index.parts().empty() || placeless.empty())
        return;
    std::vector<bool> isPresent(frame.casebook.events.size(), false);
    for (const auto& visible : frame.visible)
        isPresent[visible.event] = true;
    std::erase_if(placeless, [&](const timeline::Visible& visible) {
        const auto parts = frame.index.parts().find(visible.event);
        if (parts == frame.index.parts().end() || !frame.index.events()[visible.event].isCounted)
            return false;
        SharedTotal total{visible, {}};
        for (const auto part : parts->second)
            if (isPresent[part] && frame.index.events()[part].footing == Footing::mark)
                total.parts.push_back(part);
        if (total.parts.size() < 2)
            return false;
        frame.totals.push_back(std::move(total));
        return true;
    });
}

void findCrossings(Frame& frame, const std::vector<timeline::Visible>& atCrossings) {
    std::vector<std::uint32_t> activeOf;
    for (const auto& visible : atCrossings) {
        const EventInfo& info = frame.index.events()[visible.event];
        if (info.crossing == nowhere || !info.belongsOnMap || visible.opacity <= 0 ||
            !frame.casebook.places[info.crossing].position)
            continue;
        if (activeOf.empty())
            activeOf.assign(frame.casebook.places.size(), nowhere);
        if (activeOf[info.crossing] == nowhere) {
            activeOf[info.crossing] = static_cast<std::uint32_t>(frame.crossings.size());
            ActiveCrossing& crossing = frame.crossings.emplace_back();
            crossing.place = info.crossing;
            crossing.at = frame.view.camera.toScreen(frame.placePoints[info.crossing]);
            crossing.kind = info.kind;
        }
        ActiveCrossing& crossing = frame.crossings[activeOf[info.crossing]];
        crossing.isInferred = crossing.isInferred && frame.casebook.events[visible.event].crossingInferred;
        crossing.isOnlyFeared = crossing.isOnlyFeared && info.assertion == model::Assertion::feared;
        crossing.opacity = std::max(crossing.opacity, static_cast<float>(drawnOpacity(frame, visible) *
                                                                         frame.emphasis(visible.event)));
        crossing.events.push_back(visible.event);
    }
}

/// So many events of one kind, assertion and presence are drawn.
void noteDrawn(Frame& frame, model::EventKind kind, model::Assertion assertion, bool isCertain, long count) {
    Summary& summary = frame.scene.summary;
    summary.shown += count;
    const bool isFeared = assertion == model::Assertion::feared;
    const bool isPossible = !isCertain && !isFeared;
    summary.shownPossible += isPossible ? count : 0;
    (isPossible ? frame.hasPossible : frame.hasCertain) = true;
    summary.feared += isFeared ? count : 0;
    frame.drawnKinds[kind] += count;
    frame.drawnAssertions.insert(assertion);
}

void noteDrawn(Frame& frame, const timeline::Visible& visible) {
    const EventBrief& brief = frame.index.briefs()[visible.event];
    noteDrawn(frame, brief.kind, brief.assertion, visible.presence == timeline::Presence::certain, 1);
    frame.drawn.push_back(visible.event);
}

void noteOutside(Frame& frame, const timeline::Visible& visible, const geo::LonLatBox& box) {
    Summary& summary = frame.scene.summary;
    ++summary.outsideView;
    summary.outsideViewEvents.push_back(visible.event);
    summary.outsideBox.add(box.minX, box.minY);
    summary.outsideBox.add(box.maxX, box.maxY);
}

} // namespace

double drawnOpacity(const timeline::Visible& visible, bool isFeared) {
    // What is counted as shown is seen to its last day.
    constexpr float leastOpacity = 0.22F;
    const bool isPaler = visible.presence == timeline::Presence::possible && !isFeared;
    return std::max(visible.opacity, leastOpacity) * (isPaler ? possibleOpacity : 1.0);
}

double drawnOpacity(const Frame& frame, const timeline::Visible& visible) {
    return drawnOpacity(visible, frame.index.briefs()[visible.event].assertion == model::Assertion::feared);
}

void gather(Frame& frame) {
    std::vector<timeline::Visible> inAreas, placeless, atCrossings;
    for (const auto& visible : frame.visible) {
        const EventBrief& brief = frame.index.briefs()[visible.event];
        if (!brief.has(EventBrief::onMap) || visible.opacity <= 0)
            continue;
        if (brief.has(EventBrief::leg))
            frame.onLegs.push_back(visible);
        if (brief.has(EventBrief::crossing))
            atCrossings.push_back(visible);
        if (brief.footing == Footing::none)
            placeless.push_back(visible);
        else if (brief.footing != Footing::mark)
            inAreas.push_back(visible);
    }
    groupByPlace(frame);
    joinPlaces(frame);
    makeSymbols(frame);
    groupByArea(frame, inAreas);
    findTotals(frame, placeless);
    findCrossings(frame, atCrossings);

    frame.scene.summary.withoutPlace = static_cast<long>(placeless.size());
    for (const auto& visible : placeless)
        frame.scene.summary.withoutPlaceEvents.push_back(visible.event);
    countShown(frame);
}

void countShown(Frame& frame) {
    Summary& summary = frame.scene.summary;
    summary.shown = summary.shownPossible = summary.outsideView = summary.feared = 0;
    summary.outsideBox = {};
    summary.outsideViewEvents.clear();
    frame.drawn.clear();
    frame.drawnKinds.clear();
    frame.drawnAssertions.clear();
    frame.hasCertain = frame.hasPossible = false;
    for (auto& crossing : frame.crossings)
        crossing.inView = frame.isSeen(crossing.at);
    for (auto& group : frame.groups) {
        group.inView = frame.isSeen(group.anchor);
        if (!group.inView) {
            const geo::LonLat at = *frame.casebook.places[group.place].position;
            const geo::LonLatBox box{at.longitudeDegrees, at.latitudeDegrees, at.longitudeDegrees,
                                     at.latitudeDegrees};
            for (std::uint32_t i = group.first; i < group.first + group.count; ++i)
                noteOutside(frame, frame.atPlaces[i], box);
            continue;
        }
        for (std::uint32_t s = group.firstSymbol; s < group.firstSymbol + group.symbolCount; ++s) {
            const Symbol& symbol = frame.symbols[s];
            noteDrawn(frame, symbol.kind, symbol.assertion, symbol.presence == timeline::Presence::certain,
                      symbol.count);
        }
        for (std::uint32_t i = group.first; i < group.first + group.count; ++i)
            frame.drawn.push_back(frame.atPlaces[i].event);
    }
    for (auto& group : frame.areas) {
        const AreaInfo& area = frame.index.areas()[group.area];
        const auto spot = spotIn(frame, area);
        group.inView = spot.has_value();
        group.spot = spot.value_or(geo::ScreenPoint{});
        for (const auto& visible : group.events)
            if (group.inView)
                noteDrawn(frame, visible);
            else
                noteOutside(frame, visible, area.box);
    }
    for (auto& total : frame.totals) {
        const auto placeOf = [&](std::uint32_t part) { return frame.index.events()[part].place; };
        total.inView = std::ranges::any_of(total.parts, [&](std::uint32_t part) {
            const std::uint32_t group = frame.groupOf[placeOf(part)];
            return group != nowhere && frame.groups[group].inView;
        });
        if (total.inView) {
            noteDrawn(frame, total.whole);
            continue;
        }
        geo::LonLatBox box;
        for (const std::uint32_t part : total.parts) {
            const geo::LonLat at = *frame.casebook.places[placeOf(part)].position;
            box.add(at.longitudeDegrees, at.latitudeDegrees);
        }
        noteOutside(frame, total.whole, box);
    }
}

} // namespace surplace::scene
