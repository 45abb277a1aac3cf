#include "core/translation.hpp"
#include "scene/furniture.hpp"
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
        return core::trn(static_cast<long>(group.events.size()), "{0} report", "{0} reports",
                         group.events.size());
    std::vector<std::string> kinds;
    for (const auto& [kind, count] : counts)
        kinds.push_back(countOfKind(kind, count));
    return core::listed(kinds);
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
    const char* known = area.footing == Footing::ellipse  ? core::tr("place known only to the prefecture")
                        : area.footing == Footing::region ? core::tr("place known only to the region")
                                                          : core::tr("place known only to the province");
    std::vector<LabelLine> lines;
    lines.push_back({core::trcf("place: reports", "{0}: {1}", name, reportsIn(frame, group)),
                     nameStyle(12, true, languageOf(area.country, frame.view.names)), frame.palette.ink});
    auto style = nameStyle(10.5, false, core::tagOf(core::currentLanguage()));
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
        double strongest = 0;
        std::vector<std::uint32_t> events;
        for (const auto& visible : group.events) {
            strongest = std::max(strongest, drawnOpacity(frame, visible) * frame.emphasis(visible.event));
            events.push_back(visible.event);
        }
        Target target{group.spot, 12, std::move(events), {}, {}, TargetKind::area};
        if (const auto box = placeWords(frame, wordsOf(frame, group, area), group.spot,
                                        heightOf(frame, area) * 0.4, nameOpacity(strongest))) {
            target.at = {(box->minX + box->maxX) / 2, (box->minY + box->maxY) / 2};
            target.radiusPixels = 24;
        }
        frame.scene.targets.push_back(std::move(target));
    }
}

} // namespace surplace::scene
