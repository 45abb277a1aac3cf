#include "scene/overlay_drawing.hpp"
#include "scene/frame.hpp"
#include "scene/palette.hpp"
#include <cmath>

/// Counted areas and reaches, and densities, as layers of the map.
namespace surplace::scene {

namespace {

constexpr double fillOpacity = 0.86;
constexpr float reachPixels = 12;

std::shared_ptr<const LineGeometry> lineOf(std::vector<geo::ProjectedLine> lines) {
    auto geometry = std::make_shared<LineGeometry>();
    geometry->lines = std::move(lines);
    for (const auto& line : geometry->lines)
        for (const auto& p : line)
            geometry->box.add(p.x, p.y);
    return geometry;
}

/// By the sizes of a difference's two ends: the smaller one is certain.
UnitLook differenceLook(const OverlayResult& result, const analysis::Difference& difference,
                        const Palette& palette) {
    const auto sign = analysis::signOf(difference);
    if (sign == analysis::Sign::none)
        return {withOpacity(palette.noValue, 0.5), std::nullopt};
    if (sign == analysis::Sign::unknown)
        return {std::nullopt, palette.inkFaint};
    const bool isMore = sign == analysis::Sign::more;
    const auto& colors = isMore ? palette.more : palette.less;
    const double least = std::abs(isMore ? *difference.low : *difference.high);
    const auto most = isMore ? difference.high : difference.low;
    const std::size_t count = result.classes.size(), low = analysis::classOf(result.classes, least);
    const std::size_t high = most ? analysis::classOf(result.classes, std::abs(*most)) : count - 1;
    UnitLook look{classColor(colors, low, count), std::nullopt};
    if (high != low)
        look.hatch = classColor(colors, high, count);
    return look;
}

void layAreas(const OverlayResult& result, UnitGeometry& geometry, const Palette& palette,
              LaidInLevels& laid) {
    for (std::size_t unit = 0; unit < result.values.size(); ++unit) {
        const UnitLook look = lookOf(result, unit, palette);
        for (const bool wide : {false, true}) {
            LaidIn& level = laid[wide ? 1 : 0];
            if (const auto area = geometry.area(wide, unit); area && look.fill)
                level.onLand.push_back(FillLayer{area, withOpacity(*look.fill, fillOpacity)});
            const bool isOwn = result.units->basis == analysis::Basis::ownAreas;
            if (const auto outline = geometry.outline(wide, unit); outline && (isOwn || !look.isEmpty()))
                level.underLines.push_back(
                    StrokeLayer{outline, {withOpacity(palette.inkSoft, 0.75), 0.9F, {}, true}});
        }
    }
}

void layReaches(const OverlayResult& result, UnitGeometry& geometry, const Palette& palette,
                LaidInLevels& laid) {
    const auto add = [&](std::shared_ptr<const LineGeometry> line, Stroke stroke) {
        for (LaidIn& level : laid)
            level.underLines.push_back(StrokeLayer{line, stroke});
    };
    for (std::size_t unit = 0; unit < result.values.size(); ++unit)
        add(geometry.line(unit), {withOpacity(palette.casing, 0.8), reachPixels + 3, {}, true});
    for (std::size_t unit = 0; unit < result.values.size(); ++unit) {
        const UnitLook look = lookOf(result, unit, palette);
        const auto line = geometry.line(unit);
        add(line, {look.fill.value_or(withOpacity(palette.noValue, look.hatch ? 0.9 : 0.55)), reachPixels,
                   {}, false});
        if (look.hatch)
            add(line, {*look.hatch, reachPixels, {4, 4}, false});
    }
}

/// A value between the middles of four cells.
float valueBetween(const analysis::Density& density, double column, double row) {
    const auto at = [&](int x, int y) {
        return density.values[static_cast<std::size_t>(std::clamp(y, 0, density.rows - 1)) *
                                  static_cast<std::size_t>(density.columns) +
                              static_cast<std::size_t>(std::clamp(x, 0, density.columns - 1))];
    };
    const int x = static_cast<int>(std::floor(column)), y = static_cast<int>(std::floor(row));
    const auto u = static_cast<float>(column - x), v = static_cast<float>(row - y);
    return (at(x, y) * (1 - u) + at(x + 1, y) * u) * (1 - v) +
           (at(x, y + 1) * (1 - u) + at(x + 1, y + 1) * u) * v;
}

std::shared_ptr<const RasterGeometry> rasterOf(const OverlayResult& result, const Palette& palette,
                                               const geo::Projection& projection) {
    // So fine that the edge of a class is smooth, within what a texture takes.
    const analysis::Density& density = *result.density;
    const int finer = std::clamp(1400 / std::max(density.columns, density.rows), 2, 10);
    auto raster = std::make_shared<RasterGeometry>();
    raster->imageWidth = density.columns * finer;
    raster->imageHeight = density.rows * finer;
    raster->rgba.reserve(static_cast<std::size_t>(raster->imageWidth) *
                         static_cast<std::size_t>(raster->imageHeight) * 4);
    for (int y = 0; y < raster->imageHeight; ++y)
        for (int x = 0; x < raster->imageWidth; ++x) {
            const float value = valueBetween(density, (x + 0.5) / finer - 0.5, (y + 0.5) / finer - 0.5);
            const bool isBlank = static_cast<double>(value) < density.blankBelow;
            const Color color =
                isBlank ? Color{0, 0, 0, 0}
                        : classColor(palette.classes,
                                     analysis::classOf(result.classes, static_cast<double>(value)),
                                     result.classes.size());
            raster->rgba.insert(raster->rgba.end(), {color.r, color.g, color.b, color.a});
        }
    raster->columns = 49;
    raster->rows = 33;
    std::vector<geo::LonLat> grid;
    for (int row = 0; row < raster->rows; ++row)
        for (int column = 0; column < raster->columns; ++column)
            grid.push_back({density.box.minX + density.box.width() * column / (raster->columns - 1),
                            density.box.maxY - density.box.height() * row / (raster->rows - 1)});
    raster->grid = projection.forward(grid);
    return raster;
}

} // namespace

UnitGeometry::UnitGeometry(ProjectedBasemap& basemap, std::shared_ptr<const analysis::Units> units,
                           std::shared_ptr<const ProvinceUnits> provinces)
    : _basemap(basemap), _units(std::move(units)), _provinces(std::move(provinces)) {
    if (_provinces)
        return;
    const geo::Projection& projection = basemap.projection();
    for (const analysis::Unit& unit : _units->units) {
        auto area = std::make_shared<AreaGeometry>();
        std::vector<geo::ProjectedLine> lines;
        if (!unit.rings.empty()) {
            area->areas.push_back(project(projection, unit.rings));
            for (auto ring : area->areas.front()) {
                for (const auto& p : ring)
                    area->box.add(p.x, p.y);
                if (!ring.empty())
                    ring.push_back(ring.front());
                lines.push_back(std::move(ring));
            }
        }
        if (!unit.line.empty())
            lines.push_back(project(projection, unit.line, false));
        _areas.push_back(unit.rings.empty() ? nullptr : std::move(area));
        _lines.push_back(lineOf(std::move(lines)));
    }
}

std::shared_ptr<const AreaGeometry> UnitGeometry::area(bool wide, std::size_t unit) {
    return _provinces ? _basemap.province(wide, _provinces->indexOf[wide ? 1 : 0][unit]) : _areas[unit];
}

std::shared_ptr<const LineGeometry> UnitGeometry::outline(bool wide, std::size_t unit) {
    return _provinces ? _basemap.provinceOutline(wide, _provinces->indexOf[wide ? 1 : 0][unit]) : _lines[unit];
}

Color classColor(const std::array<Color, 5>& colors, std::size_t index, std::size_t count) {
    const double at = (static_cast<double>(index) + 0.5) * 5 / static_cast<double>(std::max<std::size_t>(count, 1));
    return colors[std::min<std::size_t>(4, static_cast<std::size_t>(at))];
}

UnitLook lookOf(const OverlayResult& result, std::size_t unit, const Palette& palette) {
    const UnitValue& value = result.values[unit];
    if (value.state == UnitValue::State::none)
        return {};
    if (value.state != UnitValue::State::value)
        return {withOpacity(palette.noValue, 0.8), std::nullopt};
    if (result.isDifference)
        return differenceLook(result, value.difference, palette);
    const std::size_t count = result.classes.size();
    const auto colorOf = [&](double number) {
        return classColor(palette.classes, analysis::classOf(result.classes, number), count);
    };
    UnitLook look;
    if (value.range.low > 0)
        look.fill = colorOf(value.range.low);
    const Color highest = value.range.high ? colorOf(std::max(*value.range.high, 1e-12))
                                           : classColor(palette.classes, count - 1, count);
    if (value.range.high != 0.0 && look.fill != highest)
        look.hatch = highest;
    return look;
}

LaidInLevels layIn(const OverlayResult& result, UnitGeometry* geometry, const Palette& palette,
                   const geo::Projection& projection) {
    LaidInLevels laid;
    if (result.density) {
        const auto raster = rasterOf(result, palette, projection);
        for (LaidIn& level : laid)
            level.onLand.push_back(RasterLayer{raster, 0.8});
    } else if (result.units->basis == analysis::Basis::reaches) {
        layReaches(result, *geometry, palette, laid);
    } else {
        layAreas(result, *geometry, palette, laid);
    }
    return laid;
}

namespace {

bool isWide(const Frame& frame) {
    return chooseLevels(frame.view.camera, frame.basemap.projection()).wide;
}

std::shared_ptr<const AreaGeometry> shownArea(Frame& frame, std::size_t unit) {
    const bool wide = isWide(frame);
    const auto area = frame.overlayGeometry->area(wide, unit);
    return area ? area : frame.overlayGeometry->area(!wide, unit);
}

void hatchAreas(Frame& frame) {
    for (std::size_t unit = 0; unit < frame.overlay->values.size(); ++unit) {
        const UnitLook look = lookOf(*frame.overlay, unit, frame.palette);
        const auto area = look.hatch ? shownArea(frame, unit) : nullptr;
        if (!area || !area->box.overlaps(frame.view.camera.extent()))
            continue;
        Shape shape;
        for (const auto& rings : area->areas)
            for (const auto& ring : rings) {
                auto& points = shape.rings.emplace_back();
                for (const auto& p : ring)
                    points.push_back(frame.view.camera.toScreen(p));
            }
        shape.fill = *look.hatch;
        shape.opacity = 0.9;
        shape.hatched = true;
        frame.scene.map.shapes.push_back(std::move(shape));
    }
}

/// Where one reach ends and the next begins: a tick across the river.
void tickReaches(Frame& frame) {
    const std::size_t count = frame.overlay->values.size();
    for (std::size_t unit = 0; unit + 1 < count; ++unit) {
        const auto& line = frame.overlayGeometry->line(unit)->lines.front();
        if (line.size() < 2)
            continue;
        const auto end = frame.view.camera.toScreen(line.back());
        // The direction of the last few pixels, not of the last vertex.
        geo::ScreenPoint from = end;
        for (auto p = line.rbegin(); p != line.rend() && std::hypot(end.x - from.x, end.y - from.y) < 6; ++p)
            from = frame.view.camera.toScreen(*p);
        const double length = std::hypot(end.x - from.x, end.y - from.y);
        if (!frame.isSeen(end) || length < 1e-6)
            continue;
        constexpr double reach = 9;
        const double ux = (end.x - from.x) / length * reach, uy = (end.y - from.y) / length * reach;
        Path tick{{{end.x - uy, end.y + ux}, {end.x + uy, end.y - ux}},
                  {frame.palette.casing, 4, {}, true}};
        frame.scene.map.paths.push_back(tick);
        tick.stroke = {frame.palette.ink, 1.6F, {}, true};
        frame.scene.map.paths.push_back(std::move(tick));
    }
}

} // namespace

void drawOverlay(Frame& frame) {
    if (frame.overlay == nullptr || frame.overlayGeometry == nullptr)
        return;
    const geo::ProjectedBox extent = frame.view.camera.extent();
    for (std::size_t unit = 0; unit < frame.overlay->values.size(); ++unit) {
        const auto area = shownArea(frame, unit);
        const geo::ProjectedBox& box = area ? area->box : frame.overlayGeometry->line(unit)->box;
        if (!box.overlaps(extent))
            frame.overlayOutside += frame.overlay->now.units[unit].most();
    }
    if (frame.overlay->units->basis == analysis::Basis::reaches)
        tickReaches(frame);
    else
        hatchAreas(frame);
}

} // namespace surplace::scene
