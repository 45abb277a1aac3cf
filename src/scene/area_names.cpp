#include "scene/basemap_layers.hpp"
#include "scene/furniture.hpp"
#include "scene/inner_point.hpp"
#include "scene/map_labels.hpp"
#include <cmath>
#include <fmt/format.h>
#include <map>

/// What is reported from an area, as words within it.
namespace surplace::scene {

namespace {

/// "1 forced return, 2 transfers": reports by kind, as words, since a mark here would be a pin in the
/// middle of an area.
std::string reportsIn(const Frame& frame, const AreaGroup& group) {
    std::map<model::EventKind, long> counts;
    for (const auto& visible : group.events)
        ++counts[frame.index.events()[visible.event].kind];
    if (counts.size() > 3)
        return fmt::format("{} reports", group.events.size());
    std::string text;
    for (const auto& [kind, count] : counts)
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count, kindInWords(kind, count));
    return text;
}

std::optional<geo::ScreenPoint> spotOf(Frame& frame, const AreaInfo& area) {
    const Camera& camera = frame.view.camera;
    if (area.footing == Footing::ellipse)
        return camera.toScreen(frame.basemap.projection().forward(
            {(area.box.minX + area.box.maxX) / 2, (area.box.minY + area.box.maxY) / 2}));
    const bool wide = chooseLevels(camera, frame.basemap.projection()).wide || area.borderProvinces.empty();
    std::vector<geo::ProjectedLine> rings;
    for (const std::size_t index : wide ? area.wideProvinces : area.borderProvinces)
        if (const auto geometry = frame.basemap.province(wide, index))
            for (const auto& polygon : geometry->areas)
                rings.insert(rings.end(), polygon.begin(), polygon.end());
    // While the area's own middle is in view the words stay there; else they stand in the part that is seen.
    constexpr double everything = 1e9;
    if (const auto middle =
            innerPoint(rings, geo::ProjectedBox{-everything, -everything, everything, everything});
        middle && frame.isSeen(camera.toScreen(*middle)))
        return camera.toScreen(*middle);
    const auto point = innerPoint(rings, camera.extent());
    return point ? std::optional(camera.toScreen(*point)) : std::nullopt;
}

/// How high an area stands on the picture, in pixels.
double heightOf(const Frame& frame, const AreaInfo& area) {
    const double degrees = std::max(area.box.height(), 0.0);
    return degrees * 111'195 / frame.view.camera.metersPerPixel;
}

/// Whether no leg runs through a box.
bool isOffLegs(const Frame& frame, const geo::ScreenBox& box) {
    return std::ranges::none_of(frame.scene.map.paths, [&](const Path& path) {
        return path.arrowAtEnd && std::ranges::any_of(path.points, [&](const geo::ScreenPoint& at) {
                   return box.contains(at.x, at.y);
               });
    });
}

/// What is reported, and to what the place is known.
std::vector<LabelLine> wordsOf(const Frame& frame, const AreaGroup& group, const AreaInfo& area) {
    const auto name = nameFor({area.nameEn, area.nameZh, area.nameKo}, area.country, frame.view.names);
    const char* known = area.footing == Footing::ellipse  ? "place known only to the prefecture"
                        : area.footing == Footing::region ? "place known only to the region"
                                                          : "place known only to the province";
    std::vector<LabelLine> lines;
    lines.push_back({fmt::format("{}: {}", name, reportsIn(frame, group)),
                     nameStyle(12, true, glyphsFor(area.country, frame.view.names)), frame.palette.ink});
    auto style = nameStyle(10.5, false, "en");
    style.italic = true;
    lines.push_back({known, style, frame.palette.inkSoft});
    return lines;
}

/// Places the words within their area: in a small one they become short, then give way to its tint. They
/// rather move than push a name of the map aside.
std::optional<geo::ScreenBox> placeWords(Frame& frame, std::vector<LabelLine> lines, geo::ScreenPoint spot,
                                         double room, double opacity) {
    const auto placeAt = [&](double dy, bool isPolite) {
        return frame.labels.place(frame.scene.map, lines, {spot.x, spot.y + dy}, Placement::centered, 0,
                                  opacity, 3, [&](const geo::ScreenBox& box) {
                                      const bool isClear = !isPolite || frame.standing == nullptr ||
                                                           frame.standing->isClear(box);
                                      return isClear && isOffLegs(frame, box);
                                  });
    };
    for (const bool isPolite : {true, false})
        for (const double dy : {0.0, -44.0, 44.0, -88.0, 88.0, -132.0, 132.0})
            if (std::abs(dy) <= room)
                if (const auto box = placeAt(dy, isPolite))
                    return box;
    lines.pop_back();
    lines.front().style.sizePixels = 10.5;
    for (const bool isPolite : {true, false})
        for (const double dy : {0.0, -16.0, 16.0, -32.0, 32.0})
            if (const auto box = placeAt(dy, isPolite))
                return box;
    return std::nullopt;
}

} // namespace

void nameAreas(NameWork& work) {
    Frame& frame = work.frame;
    for (const auto& group : frame.areas) {
        if (!group.inView)
            continue;
        const AreaInfo& area = frame.index.areas()[group.area];
        const auto spot = spotOf(frame, area);
        if (!spot)
            continue;
        double strongest = 0;
        std::vector<std::uint32_t> events;
        for (const auto& visible : group.events) {
            strongest = std::max(strongest, drawnOpacity(frame, visible) * frame.emphasis(visible.event));
            events.push_back(visible.event);
        }
        Target target{*spot, 12, std::move(events), {}, {}};
        if (const auto box = placeWords(frame, wordsOf(frame, group, area), *spot,
                                        heightOf(frame, area) * 0.4, nameOpacity(strongest))) {
            target.at = {(box->minX + box->maxX) / 2, (box->minY + box->maxY) / 2};
            target.radiusPixels = 24;
        }
        frame.scene.targets.push_back(std::move(target));
    }
}

} // namespace surplace::scene
