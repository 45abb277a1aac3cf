#include "core/translation.hpp"
#include "scene/map_labels.hpp"
#include <array>
#include <cmath>
#include <fmt/format.h>

/// Names of the places at which something is reported: beside their marks.
namespace surplace::scene {

namespace {

constexpr std::size_t mostPlacesInUse = 60;

double strongestOf(const Frame& frame, const PlaceGroup& group) {
    float strongest = 0;
    for (std::uint32_t s = group.firstSymbol; s < group.firstSymbol + group.symbolCount; ++s)
        strongest = std::max(strongest, frame.symbols[s].opacity);
    return strongest;
}

/// A name is read as that of the nearest marks: whether these are the group's own.
bool isNearestTo(const Frame& frame, const geo::ScreenBox& box, const PlaceGroup& own) {
    const auto distance = [&](const PlaceGroup& group) {
        const double dx = std::max({box.minX - group.center.x, 0.0, group.center.x - box.maxX});
        const double dy = std::max({box.minY - group.center.y, 0.0, group.center.y - box.maxY});
        return std::hypot(dx, dy) - group.radius;
    };
    const double mine = distance(own);
    return std::none_of(frame.groups.begin(), frame.groups.end(), [&](const PlaceGroup& group) {
        return &group != &own && group.inView && distance(group) < mine;
    });
}

/// From the rim of the marks to the name; nothing where the name stands beside them.
std::vector<geo::ScreenPoint> leaderTo(const geo::ScreenBox& box, const PlaceGroup& group) {
    const geo::ScreenPoint end{std::clamp(group.center.x, box.minX, box.maxX),
                               std::clamp(group.center.y, box.minY, box.maxY)};
    const double dx = end.x - group.center.x, dy = end.y - group.center.y, length = std::hypot(dx, dy);
    if (length < group.radius + 4)
        return {};
    const double part = (group.radius + 1) / length;
    return {{group.center.x + dx * part, group.center.y + dy * part}, end};
}

/// A name that found no room beside its marks hangs on a thin line, which crosses no other name and no
/// mark.
bool hasClearLeader(const Frame& frame, const geo::ScreenBox& box, const PlaceGroup& group) {
    const auto leader = leaderTo(box, group);
    if (leader.empty())
        return true;
    const double dx = leader[1].x - leader[0].x, dy = leader[1].y - leader[0].y;
    const double length = std::hypot(dx, dy), clear = group.radius * 0.4 + 3; // its own square's corners
    for (double along = clear; along < length - 2; along += 3) {
        const geo::ScreenPoint at{leader[0].x + dx * along / length, leader[0].y + dy * along / length};
        const bool isAtOwnDot = std::hypot(at.x - group.anchor.x, at.y - group.anchor.y) < 4;
        if (!isAtOwnDot && !frame.labels.isFree({at.x - 1, at.y - 1, at.x + 1, at.y + 1}))
            return false;
    }
    return true;
}

void drawLeader(Frame& frame, const geo::ScreenBox& box, const PlaceGroup& group, double opacity) {
    const auto leader = leaderTo(box, group);
    if (leader.empty())
        return;
    frame.scene.map.paths.push_back({leader, {frame.palette.inkSoft, 0.9F, {}, true}, opacity});
    for (const double part : {0.2, 0.4, 0.6, 0.8}) {
        const geo::ScreenPoint at{leader[0].x + (leader[1].x - leader[0].x) * part,
                                  leader[0].y + (leader[1].y - leader[0].y) * part};
        frame.labels.addObstacle({at.x - 2, at.y - 2, at.x + 2, at.y + 2});
    }
}

/// What a part of a shared total says of its own figure.
std::string partNote(const Frame& frame, std::uint32_t place) {
    for (const auto& total : frame.totals)
        for (const auto part : total.parts) {
            if (frame.index.events()[part].place != place)
                continue;
            const auto& people = frame.casebook.events[part].people;
            return people.isKnown() ? core::trf("{0}, part of the total", people.inWords())
                                    : core::tr("no figure of its own");
        }
    return {};
}

/// The groups in view that are named, most important first.
std::vector<const PlaceGroup*> namedGroups(const Frame& frame) {
    std::vector<const PlaceGroup*> groups;
    for (const auto& group : frame.groups)
        if (group.inView && groups.size() < 20'000)
            groups.push_back(&group);
    const auto rank = [&](const PlaceGroup* group) {
        const bool isSelected = frame.casebook.places[group->place].id == frame.view.selectedPlace;
        return std::tuple(isSelected ? 0 : 1, -static_cast<long>(frame.index.eventsAtPlace()[group->place]),
                          group->place);
    };
    const std::size_t most = std::min(groups.size(), mostPlacesInUse);
    std::partial_sort(groups.begin(), groups.begin() + static_cast<std::ptrdiff_t>(most), groups.end(),
                      [&](const auto* a, const auto* b) { return rank(a) < rank(b); });
    groups.resize(most);
    return groups;
}

/// Pixels between the marks and the name: beside them or, where they stand close, away on a thin line.
constexpr std::array distances{3.0, 10.0, 18.0, 28.0, 40.0};
constexpr std::size_t besideUntil = 2;
constexpr int spotsAround = 8;

/// Places a name at one of some distances; the spot it takes counts on through all of them.
bool placeAt(NameWork& work, const PlaceGroup& group, std::span<const LabelLine> lines,
             std::span<const std::size_t> tried, double opacity) {
    Frame& frame = work.frame;
    for (const std::size_t d : tried) {
        const bool isBeside = d < besideUntil;
        const auto fits = [&](const geo::ScreenBox& box) {
            return isBeside ? isNearestTo(frame, box, group) : hasClearLeader(frame, box, group);
        };
        SpotWish wish = wishFor(work, NameKind::place, group.place);
        if (wish.first)
            wish.first = *wish.first % spotsAround;
        const auto placed = frame.labels.placeBest(frame.scene.map, lines, group.center, Placement::around,
                                                   group.radius + distances[d], opacity, 1, fits, wish);
        if (!placed)
            continue;
        if (!isBeside)
            drawLeader(frame, placed->box, group, opacity);
        note(work, NameKind::place, group.place, static_cast<int>(d) * spotsAround + placed->spot);
        return true;
    }
    return false;
}

} // namespace

void namePlacesInUse(NameWork& work) {
    Frame& frame = work.frame;
    constexpr std::array<std::size_t, 2> beside{0, 1};
    constexpr std::array<std::size_t, 3> away{2, 3, 4};
    constexpr std::array<std::size_t, 5> anywhere{0, 1, 2, 3, 4};
    for (const auto* group : namedGroups(frame)) {
        const double opacity = nameOpacity(strongestOf(frame, *group));
        auto lines = placeLines(frame, group->place, 13, true, frame.palette.ink);
        const std::size_t nameLines = lines.size();
        if (group->places > 1)
            lines.front().text += fmt::format(" +{}", group->places - 1);
        if (const std::string note = group->places > 1 ? "" : partNote(frame, group->place); !note.empty())
            lines.push_back({note, nameStyle(11, false, core::tagOf(core::currentLanguage())),
                             frame.palette.symbolOf(model::EventKind::forcedReturn).color});
        // In the last resort without its note.
        const std::span<const LabelLine> all(lines);
        const bool isNamed =
            placeAt(work, *group, all, beside, opacity) || placeAt(work, *group, all, away, opacity) ||
            (lines.size() > nameLines && placeAt(work, *group, all.first(nameLines), anywhere, opacity));
        if (isNamed)
            work.labelled.insert(group->place);
    }
}

} // namespace surplace::scene
