#include "scene/basemap_layers.hpp"
#include "scene/frame.hpp"
#include "scene/inner_point.hpp"
#include "scene/palette.hpp"
#include <cmath>
#include <numbers>

/// Places known only to a prefecture, a province or a region: a tint as wide as what is known, never a mark
/// in its middle.
namespace surplace::scene {

namespace {

constexpr double tintOpacity = 0.09;

Color colorOf(const Frame& frame, const AreaGroup& group) {
    const auto kind = frame.index.events()[group.events.front().event].kind;
    for (const auto& visible : group.events)
        if (frame.index.events()[visible.event].kind != kind)
            return frame.palette.inkSoft;
    return frame.palette.symbolOf(kind).color;
}

/// The outline of a prefecture's ellipse in degrees.
geo::LonLatLine ellipseOf(const geo::LonLatBox& box) {
    constexpr int points = 72;
    const double longitude = (box.minX + box.maxX) / 2, latitude = (box.minY + box.maxY) / 2;
    geo::LonLatLine ring;
    for (int i = 0; i < points; ++i) {
        const double angle = 2 * std::numbers::pi * i / points;
        ring.push_back(
            {longitude + box.width() / 2 * std::cos(angle), latitude + box.height() / 2 * std::sin(angle)});
    }
    return ring;
}

void drawEllipse(Frame& frame, const AreaInfo& area, Color color, double opacity, bool isFeared) {
    Path outline;
    outline.closed = true;
    Shape shape;
    shape.rings.emplace_back();
    for (const auto& point : project(frame.basemap.projection(), ellipseOf(area.box), true)) {
        shape.rings.back().push_back(frame.view.camera.toScreen(point));
        outline.points.push_back(shape.rings.back().back());
    }
    double smallest = std::numeric_limits<double>::infinity();
    geo::ScreenBox box;
    for (const auto& point : outline.points)
        box.add(point.x, point.y);
    smallest = std::min(box.width(), box.height());
    shape.fill = color;
    shape.opacity = tintOpacity * 1.4 * opacity;
    shape.softEdgePixels = std::min(smallest * 0.22, 60.0);
    if (!isFeared)
        frame.scene.map.shapes.push_back(std::move(shape));
    outline.stroke = {color, 1.1F, isFeared ? std::vector<float>{0.1F, 5} : std::vector<float>{2, 6}, true};
    outline.opacity = 0.7 * opacity;
    frame.scene.map.paths.push_back(std::move(outline));
}

void drawProvinces(Frame& frame, const AreaInfo& area, Color color, double opacity, bool isFeared) {
    const bool wide =
        chooseLevels(frame.view.camera, frame.basemap.projection()).wide || area.borderProvinces.empty();
    const bool isRegion = area.footing == Footing::region;
    for (const std::size_t index : wide ? area.wideProvinces : area.borderProvinces) {
        if (!isFeared)
            if (auto geometry = frame.basemap.province(wide, index))
                frame.areaLayers.push_back(
                    FillLayer{geometry, withOpacity(color, tintOpacity * opacity * (isRegion ? 0.45 : 1.0))});
        if (auto outline = frame.basemap.provinceOutline(wide, index))
            frame.areaLayers.push_back(
                StrokeLayer{outline,
                            {withOpacity(color, (isRegion ? 0.4 : 0.75) * opacity), 1.3F,
                             isFeared ? std::vector<float>{0.1F, 5} : std::vector<float>{2, 5}, true}});
    }
}

geo::ProjectedBox seenBox(const Frame& frame) {
    const Camera& camera = frame.view.camera;
    const auto low = camera.fromScreen({frame.seen.minX, frame.seen.maxY}),
               high = camera.fromScreen({frame.seen.maxX, frame.seen.minY});
    return {low.x, low.y, high.x, high.y};
}

} // namespace

std::optional<geo::ScreenPoint> spotIn(Frame& frame, const AreaInfo& area) {
    const Camera& camera = frame.view.camera;
    geo::ProjectedRings rings;
    if (area.footing == Footing::ellipse) {
        const auto middle = camera.toScreen(frame.basemap.projection().forward(
            {(area.box.minX + area.box.maxX) / 2, (area.box.minY + area.box.maxY) / 2}));
        if (frame.isSeen(middle))
            return middle;
        rings = {project(frame.basemap.projection(), ellipseOf(area.box), true)};
    } else {
        const bool wide =
            chooseLevels(camera, frame.basemap.projection()).wide || area.borderProvinces.empty();
        for (const std::size_t index : wide ? area.wideProvinces : area.borderProvinces)
            if (const auto geometry = frame.basemap.province(wide, index))
                for (const auto& polygon : geometry->areas)
                    rings.insert(rings.end(), polygon.begin(), polygon.end());
    }
    // While the area's own middle is in view the words stay there; else they stand in the part that is seen.
    constexpr double everything = 1e9;
    if (const auto middle =
            innerPoint(rings, geo::ProjectedBox{-everything, -everything, everything, everything});
        middle && frame.isSeen(camera.toScreen(*middle)))
        return camera.toScreen(*middle);
    const auto point = innerPoint(rings, seenBox(frame));
    return point ? std::optional(camera.toScreen(*point)) : std::nullopt;
}

void drawAreas(Frame& frame) {
    for (const auto& group : frame.areas) {
        if (!group.inView)
            continue;
        double opacity = 0;
        bool isFeared = true;
        for (const auto& visible : group.events) {
            opacity = std::max(opacity, drawnOpacity(frame, visible) * frame.emphasis(visible.event));
            isFeared = isFeared && frame.index.events()[visible.event].assertion == model::Assertion::feared;
        }
        const AreaInfo& area = frame.index.areas()[group.area];
        if (area.footing == Footing::ellipse)
            drawEllipse(frame, area, colorOf(frame, group), opacity, isFeared);
        else
            drawProvinces(frame, area, colorOf(frame, group), opacity, isFeared);
    }
}

} // namespace surplace::scene
