#include "scene/map_labels.hpp"
#include "core/translation.hpp"
#include "scene/furniture.hpp"
#include "scene/inner_point.hpp"
#include <array>
#include <cmath>

/// Names on the map, most important first; none covers another or a mark; one label per place.
namespace surplace::scene {

namespace {

/// With more groups than this in view nothing can be named beside its mark.
constexpr std::size_t mostObstacles = 1500;

void addObstacles(Frame& frame) {
    std::size_t inView = 0;
    for (const auto& group : frame.groups)
        inView += group.inView ? 1 : 0;
    if (inView > mostObstacles)
        return;
    const auto square = [&](geo::ScreenPoint at, double radius) {
        frame.labels.addObstacle({at.x - radius, at.y - radius, at.x + radius, at.y + radius});
    };
    for (const auto& group : frame.groups) {
        if (!group.inView)
            continue;
        square(group.center, group.radius * 0.9);
        square(group.anchor, 2);
    }
    for (const auto& crossing : frame.crossings)
        if (crossing.inView)
            square(crossing.at, crossingReach(frame.view.camera));
    for (const auto& at : frame.neutralCrossings)
        square(at, 4);
    if (frame.decides != nullptr)
        return; // not all legs of all times lead somewhere at once
    for (const auto& path : frame.scene.map.paths)
        if (path.arrowAtEnd && !path.points.empty())
            square(path.points.back(), path.arrowPixels * 0.7); // the head says which way
}

/// The other ends of legs that leave the picture.
void nameStubs(NameWork& work) {
    Frame& frame = work.frame;
    for (const auto& stub : frame.stubs) {
        const auto& place = frame.casebook.places[stub.place];
        const NameLanguages languages = shortNames(frame.view.names);
        const std::string name = nameFor(place, languages);
        auto style = nameStyle(10.5, false, languageOf(place.country, languages));
        style.italic = true;
        const LabelLine line{stub.comesIn ? core::trcf("a leg, in", "from {0}", name)
                                          : core::trcf("a leg, out", "to {0}", name),
                             style, stub.color};
        frame.labels.place(frame.scene.map, {&line, 1},
                           {stub.at.x + stub.direction.x * 4, stub.at.y + stub.direction.y * 4},
                           Placement::around, 2, std::max(stub.opacity, 0.6));
    }
}

/// Whether a name's middle and both its ends stand in the area that it names.
bool standsIn(const Frame& frame, const AreaGeometry& area, const geo::ScreenBox& box) {
    const double y = (box.minY + box.maxY) / 2;
    return std::ranges::all_of(std::array{box.minX, (box.minX + box.maxX) / 2, box.maxX}, [&](double x) {
        const auto at = frame.view.camera.fromScreen({x, y});
        return std::ranges::any_of(area.areas, [&](const auto& rings) { return isInside(rings, at); });
    });
}

void nameAreasOfMap(NameWork& work, NameKind kind, const std::vector<BaseLabel>& labels, double padding) {
    Frame& frame = work.frame;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const BaseLabel& label = labels[i];
        const auto place = [&](std::size_t spot, double dearest) {
            const auto fits = [&](const geo::ScreenBox& box) {
                return (frame.lineCosts == nullptr || frame.lineCosts->of(box) < dearest) &&
                       (!label.within || standsIn(frame, *label.within, box));
            };
            const auto box =
                frame.labels.place(frame.scene.map, label.lines, label.spots[spot], Placement::exact, 0,
                                   label.opacity * work.opacity, padding, fits);
            if (box && frame.decides != nullptr)
                frame.decides->boxes.push_back(*box);
            return box.has_value();
        };
        const auto first = wishFor(work, kind, i).first;
        if (first && place(static_cast<std::size_t>(*first), 100))
            continue;
        // Rather where neither a river nor a leg of any time crosses the letters.
        bool isPlaced = false;
        for (const double dearest : {1.5, 100.0})
            for (std::size_t spot = 0; spot < label.spots.size() && !isPlaced; ++spot)
                if (place(spot, dearest)) {
                    note(work, kind, i, static_cast<int>(spot));
                    isPlaced = true;
                }
    }
}

/// A river that no line could carry has its name beside it.
void nameStraight(NameWork& work, NameKind kind, std::size_t identity, const LineName& name) {
    constexpr int spotsAround = 8;
    const SpotWish known = wishFor(work, kind, identity);
    const auto place = [&](std::size_t spot, std::optional<int> around) {
        const auto placed =
            work.frame.labels.placeBest(work.frame.scene.map, name.straight, name.spots[spot],
                                        Placement::around, 6, work.opacity, 2, {}, {around, known.cost});
        if (placed)
            note(work, kind, identity, static_cast<int>(spot) * spotsAround + placed->spot);
        return placed.has_value();
    };
    if (known.first &&
        place(static_cast<std::size_t>(*known.first / spotsAround), *known.first % spotsAround))
        return;
    for (std::size_t spot = 0; spot < name.spots.size(); ++spot)
        if (place(spot, {}))
            return;
}

void nameWaters(NameWork& work, NameKind kind, const std::vector<LineName>& names) {
    constexpr std::size_t mostAnchors = 4096;
    Frame& frame = work.frame;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const LineName& name = names[i];
        bool isNamed = false;
        for (std::size_t a = 0; a < name.anchors.size(); ++a) {
            const auto& settings = name.anchors[a];
            const std::size_t identity = i * mostAnchors + a;
            const auto place = [&](std::size_t setting) {
                return frame.labels.placeAlong(frame.scene.map, settings[setting], work.opacity,
                                               name.clearance);
            };
            const auto first = wishFor(work, kind, identity).first;
            bool isPlaced = first && place(static_cast<std::size_t>(*first));
            for (std::size_t setting = 0; setting < settings.size() && !isPlaced; ++setting)
                if (place(setting)) {
                    note(work, kind, identity, static_cast<int>(setting));
                    isPlaced = true;
                }
            isNamed = isNamed || isPlaced;
        }
        if (!isNamed && !name.straight.empty())
            nameStraight(work, kind, i * mostAnchors + mostAnchors - 1, name);
    }
}

void nameCrossings(NameWork& work) {
    Frame& frame = work.frame;
    constexpr double widestPixels = 110;
    if (frame.view.camera.metersPerPixel > 260)
        return;
    for (const auto place : frame.index.crossings()) {
        const auto at = frame.view.camera.toScreen(frame.placePoints[place]);
        if (!frame.isSeen(at))
            continue;
        const NameLanguages languages = shortNames(frame.view.names);
        const auto& record = frame.casebook.places[place];
        const auto style = nameStyle(10.5, false, languageOf(record.country, languages));
        std::vector<LabelLine> lines;
        for (auto& text :
             asLines(namesFor({record.nameEn, record.nameZh, record.nameKo}, record.country, languages),
                     style, widestPixels, frame.labels.measure()))
            lines.push_back({std::move(text), style, frame.palette.crossing});
        const auto placed =
            frame.labels.placeBest(frame.scene.map, lines, at, Placement::around, 9, work.opacity, 2, {},
                                   wishFor(work, NameKind::place, place));
        if (placed)
            note(work, NameKind::place, place, placed->spot);
    }
}

} // namespace

text::Style nameStyle(double size, bool bold, const std::string& language) {
    text::Style style;
    style.sizePixels = size;
    style.bold = bold;
    style.language = language;
    return style;
}

double nameOpacity(double strongest) {
    return 0.45 + 0.55 * std::min(1.0, strongest);
}

SpotWish wishFor(const NameWork& work, NameKind kind, std::size_t name) {
    SpotWish wish;
    if (work.frame.standing != nullptr)
        wish.first = work.frame.standing->of(kind, name);
    if (work.frame.lineCosts != nullptr)
        wish.cost = [costs = work.frame.lineCosts](const geo::ScreenBox& box) { return costs->of(box); };
    return wish;
}

void note(NameWork& work, NameKind kind, std::size_t name, int spot) {
    if (work.frame.decides != nullptr)
        work.frame.decides->note(kind, name, spot);
}

std::vector<LabelLine> nameLines(const Frame& frame, const basemap::Names& names, const std::string& country,
                                 double size, bool bold, Color color) {
    constexpr double widestPixels = 150;
    const auto style = nameStyle(size, bold, languageOf(country, frame.view.names));
    std::vector<LabelLine> lines;
    for (auto& text :
         asLines(namesFor(names, country, frame.view.names), style, widestPixels, frame.labels.measure()))
        lines.push_back({std::move(text), style, color});
    return lines;
}

std::vector<LabelLine> placeLines(const Frame& frame, std::uint32_t place, double size, bool bold,
                                  Color color) {
    const auto& record = frame.casebook.places[place];
    return nameLines(frame, {record.nameEn, record.nameZh, record.nameKo}, record.country, size, bold, color);
}

void drawLabels(Frame& frame) {
    NameWork work{frame, frame.selection.isActive() ? 0.55 : 1, {}, {}, 0};
    const bool isNow = frame.decides == nullptr; // what follows is of one moment
    addObstacles(frame);
    if (isNow)
        drawTotals(frame);
    namePlacesInUse(work);
    if (isNow) {
        nameBareEnds(work);
        nameAreas(work);
        nameStubs(work);
    }
    nameAreasOfMap(work, NameKind::country, frame.baseLabels.countries, 6);
    nameWaters(work, NameKind::borderRiver, frame.baseLabels.borderRivers);
    nameWaters(work, NameKind::sea, frame.baseLabels.seas);
    nameQuietPlaces(work);
    nameTowns(work, 2);
    nameAreasOfMap(work, NameKind::province, frame.baseLabels.provinces, 4);
    nameTowns(work, 99);
    nameWaters(work, NameKind::river, frame.baseLabels.rivers);
    nameCrossings(work);
}

} // namespace surplace::scene
