#include "scene/map_labels.hpp"

/// Names of towns beside their dots: those of the casebook at which nothing is reported now, and those of the
/// base map.
namespace surplace::scene {

namespace {

/// A town's dot, drawn when its name could be placed.
void drawTownDot(Frame& frame, geo::ScreenPoint at, bool isImportant, double opacity) {
    Mark dot;
    dot.x = static_cast<float>(at.x);
    dot.y = static_cast<float>(at.y);
    dot.radiusPixels = isImportant ? 2.6F : 2.0F;
    dot.fill = MarkFill::solid;
    dot.color = frame.palette.townRing;
    dot.opacity = static_cast<float>(opacity);
    frame.scene.map.marks.push_back(dot);
}

geo::ScreenBox around(geo::ScreenPoint at, double radius) {
    return {at.x - radius, at.y - radius, at.x + radius, at.y + radius};
}

bool placeTown(NameWork& work, geo::ScreenPoint at, std::span<const LabelLine> lines, bool isImportant,
               double padding, NameKind kind, std::size_t name) {
    Frame& frame = work.frame;
    if (lines.front().text.empty() || !frame.labels.isFree(around(at, 3)))
        return false;
    const auto placed = frame.labels.placeBest(frame.scene.map, lines, at, Placement::around, 5, work.opacity,
                                               padding, {}, wishFor(work, kind, name));
    if (!placed)
        return false;
    note(work, kind, name, placed->spot);
    if (frame.decides != nullptr)
        frame.decides->boxes.push_back(placed->box);
    frame.labels.addObstacle(around(at, 3));
    drawTownDot(frame, at, isImportant, work.opacity);
    return true;
}

bool hasMarks(const Frame& frame, std::size_t place) {
    return !frame.groupOf.empty() && frame.groupOf[place] != nowhere;
}

} // namespace

void nameBareEnds(NameWork& work) {
    Frame& frame = work.frame;
    for (const auto place : frame.bareEnds) {
        const auto at = frame.view.camera.toScreen(frame.placePoints[place]);
        if (!frame.isSeen(at) || work.labelled.contains(place))
            continue;
        const auto lines = placeLines(frame, place, 12, false, frame.palette.ink);
        drawTownDot(frame, at, true, work.opacity);
        if (frame.labels.placeBest(frame.scene.map, lines, at, Placement::around, 6, work.opacity, 2, {},
                                   wishFor(work, NameKind::place, place)))
            work.labelled.insert(place);
    }
}

void nameQuietPlaces(NameWork& work) {
    Frame& frame = work.frame;
    std::size_t left = 24;
    for (const auto place : frame.namedPlaces) {
        if (left == 0)
            return;
        if (work.labelled.contains(place) || hasMarks(frame, place))
            continue;
        const auto at = frame.view.camera.toScreen(frame.placePoints[place]);
        if (!frame.isSeen(at) ||
            (!frame.index.isCrossingSide()[place] && frame.view.camera.metersPerPixel > 2500))
            continue;
        const auto lines = placeLines(frame, place, 12, false, frame.palette.inkSoft);
        left -= placeTown(work, at, lines, false, 2, NameKind::place, place) ? 1 : 0;
        work.labelled.insert(place);
    }
}

void nameTowns(NameWork& work, int mostRank) {
    Frame& frame = work.frame;
    const auto& level = frame.baseLabels.wide ? frame.basemap.basemap().wide : frame.basemap.basemap().border;
    // About one town to 160 x 160 pixels: a map that names everything names nothing.
    auto left =
        static_cast<std::ptrdiff_t>(frame.view.camera.widthPixels) * frame.view.camera.heightPixels / 26'000 -
        static_cast<std::ptrdiff_t>(work.townsNamed);
    for (const auto& label : frame.baseLabels.towns) {
        const auto& town = level.towns[label.town];
        if (left <= 0)
            return;
        if (town.rank > mostRank || work.townsTried.contains(label.town))
            continue;
        work.townsTried.insert(label.town);
        const std::size_t place = frame.towns.placeOf(frame.baseLabels.wide, label.town);
        const bool isPlace = place < frame.casebook.places.size();
        if (isPlace && (work.labelled.contains(static_cast<std::uint32_t>(place)) || hasMarks(frame, place)))
            continue;
        // A name that has no room beside the marks of other times would come and go with them.
        if (frame.standing != nullptr && !isPlace && !frame.standing->of(NameKind::town, label.town))
            continue;
        const bool isImportant = town.rank <= 1;
        const double size = isImportant ? 12.5 : 11;
        std::vector<LabelLine> lines;
        if (isPlace)
            lines = placeLines(frame, static_cast<std::uint32_t>(place), size, false, frame.palette.inkSoft);
        else
            lines = nameLines(frame, town.names, town.country, size, false, frame.palette.inkSoft);
        if (!placeTown(work, label.at, lines, isImportant, isImportant ? 3 : 7,
                       isPlace ? NameKind::place : NameKind::town, isPlace ? place : label.town))
            continue;
        if (isPlace)
            work.labelled.insert(static_cast<std::uint32_t>(place));
        ++work.townsNamed;
        --left;
    }
}

} // namespace surplace::scene
