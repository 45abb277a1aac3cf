#include "support/everything_scene.hpp"
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <numbers>
#include <random>

namespace surplace::support {
namespace {

using scene::MarkFill;
using scene::MarkShape;

constexpr std::array shapes{MarkShape::circle,     MarkShape::square,       MarkShape::diamond,
                            MarkShape::triangleUp, MarkShape::triangleDown, MarkShape::star,
                            MarkShape::cross,      MarkShape::hexagon,      MarkShape::crossing};
constexpr std::array fills{MarkFill::solid, MarkFill::solidWithRing, MarkFill::hatched, MarkFill::openDotted,
                           MarkFill::open};

/// A wobbling ring around a point, in projected metres.
geo::ProjectedLine ring(double x, double y, double radius, int points, double wobble) {
    geo::ProjectedLine line;
    for (int i = 0; i < points; ++i) {
        const double turn = 2 * std::numbers::pi * i / points;
        const double size =
            radius *
            (1 + wobble * (std::sin(5 * turn) + 0.5 * std::sin(17 * turn + 1) + 0.2 * std::sin(111 * turn)));
        line.push_back({x + size * std::cos(turn), y + size * std::sin(turn)});
    }
    return line;
}

std::shared_ptr<scene::AreaGeometry> areas(std::vector<geo::ProjectedRings> rings) {
    auto geometry = std::make_shared<scene::AreaGeometry>();
    geometry->areas = std::move(rings);
    for (const auto& area : geometry->areas)
        for (const auto& line : area)
            for (const auto& point : line)
                geometry->box.add(point.x, point.y);
    return geometry;
}

std::shared_ptr<scene::LineGeometry> lines(std::vector<geo::ProjectedLine> each) {
    auto geometry = std::make_shared<scene::LineGeometry>();
    geometry->lines = std::move(each);
    for (const auto& line : geometry->lines)
        for (const auto& point : line)
            geometry->box.add(point.x, point.y);
    return geometry;
}

geo::ProjectedLine closed(geo::ProjectedLine line) {
    line.push_back(line.front());
    return line;
}

std::shared_ptr<scene::RasterGeometry> relief(double x, double y, double size) {
    auto geometry = std::make_shared<scene::RasterGeometry>();
    geometry->imageWidth = geometry->imageHeight = 256;
    for (int row = 0; row < 256; ++row)
        for (int column = 0; column < 256; ++column) {
            const double light = std::sin(column * 0.11 + 2 * std::sin(row * 0.05)) * std::cos(row * 0.13);
            geometry->rgba.insert(geometry->rgba.end(),
                                  {60, 50, 40, static_cast<std::uint8_t>(30 + 30 * light)});
        }
    geometry->columns = geometry->rows = 9;
    for (int row = 0; row < 9; ++row)
        for (int column = 0; column < 9; ++column)
            geometry->grid.push_back({x + size * (column / 8.0 - 0.5),
                                      y - size * (row / 8.0 - 0.5) + 4000 * std::sin(column * 0.7)});
    return geometry;
}

void addBase(scene::Scene& scene) {
    const auto coast = ring(-60'000, 20'000, 290'000, 900, 0.05);
    const auto lake = ring(-120'000, 60'000, 50'000, 200, 0.06);
    const auto neighbour = ring(360'000, -40'000, 200'000, 500, 0.04);
    scene.base.emplace_back(scene::FillLayer{areas({{coast, lake}, {neighbour}}), {244, 240, 230}});
    scene.base.emplace_back(scene::RasterLayer{relief(-60'000, 20'000, 420'000), 0.9});
    scene.base.emplace_back(
        scene::FillLayer{areas({{ring(40'000, 120'000, 90'000, 6, 0)}}), {120, 160, 200, 90}});
    scene.base.emplace_back(scene::StrokeLayer{lines({closed(coast), closed(lake), closed(neighbour)}),
                                               {{110, 130, 150}, 1, {}, true}});
    geo::ProjectedLine river, border;
    for (int i = 0; i <= 200; ++i) {
        river.push_back(
            {-330'000 + i * 2'600.0, -90'000 + 30'000 * std::sin(i * 0.09) + 6'000 * std::sin(i * 0.7)});
        border.push_back({-300'000 + i * 2'600.0, -150'000 + 25'000 * std::sin(i * 0.06)});
    }
    scene.base.emplace_back(scene::StrokeLayer{lines({river}), {{90, 140, 190}, 2.5F, {}, true}});
    scene.base.emplace_back(
        scene::StrokeLayer{lines({border}), {{90, 80, 90, 140}, 3, {9, 4, 0.1F, 4}, true}});
}

std::vector<geo::ScreenPoint> ellipse(double x, double y, double across, double down, int points = 72) {
    std::vector<geo::ScreenPoint> out;
    for (int i = 0; i < points; ++i) {
        const double turn = 2 * std::numbers::pi * i / points;
        out.push_back({x + across * std::cos(turn), y + down * std::sin(turn)});
    }
    return out;
}

void addMarks(scene::Sheet& sheet) {
    for (std::size_t row = 0; row < fills.size(); ++row)
        for (std::size_t column = 0; column < shapes.size(); ++column) {
            const auto y = static_cast<float>(40 + 28 * row);
            sheet.marks.push_back({static_cast<float>(40 + 26 * column),
                                   y,
                                   6,
                                   shapes[column],
                                   fills[row],
                                   {176, 40, 46},
                                   1,
                                   0});
            sheet.marks.push_back({static_cast<float>(300 + 40 * column),
                                   y,
                                   10,
                                   shapes[column],
                                   fills[row],
                                   {30, 80, 150},
                                   1,
                                   0});
        }
    sheet.marks.push_back({690, 40, 8, MarkShape::circle, MarkFill::solid, {176, 40, 46}, 1, 18});
    sheet.marks.push_back({740, 40, 8, MarkShape::circle, MarkFill::solid, {176, 40, 46}, 1, -18});
    sheet.marks.push_back({690, 90, 14, MarkShape::circle, MarkFill::solidWithRing, {176, 40, 46}, 0.5F, 20});
    sheet.marks.push_back({740, 90, 3, MarkShape::circle, MarkFill::solid, {176, 40, 46}, 1, 0});
    sheet.marks.push_back({755, 90, 2, MarkShape::circle, MarkFill::solid, {176, 40, 46}, 1, 0});
    sheet.marks.push_back({765, 90, 1, MarkShape::circle, MarkFill::solid, {176, 40, 46}, 1, 0});
    for (int i = 0; i < 6; ++i)
        sheet.marks.push_back({static_cast<float>(690 + 9 * i),
                               140,
                               8,
                               MarkShape::circle,
                               MarkFill::solid,
                               {176, 40, 46},
                               1,
                               0});
    // Half outside the picture: still drawn.
    sheet.marks.push_back({0, 300, 12, MarkShape::circle, MarkFill::hatched, {20, 120, 60}, 1, 0});
}

void addPaths(scene::Sheet& sheet) {
    std::vector<geo::ScreenPoint> arc;
    for (int i = 0; i <= 24; ++i)
        arc.push_back({60 + 10.0 * i, 250 - 40 * std::sin(i * std::numbers::pi / 24)});
    const auto lowered = [&arc](double by) {
        auto copy = arc;
        for (auto& point : copy)
            point.y += by;
        return copy;
    };
    const scene::Color red{176, 40, 46};
    sheet.paths.push_back({arc, {red, 2, {}, true}, 1, false, true, false, 9});
    sheet.paths.push_back({lowered(30), {red, 2, {6, 4}, true}, 1, false, true, true, 11});
    sheet.paths.push_back({lowered(60), {red, 2.5F, {0.1F, 5}, true}, 0.8, false, true, true, 11});
    sheet.paths.push_back({lowered(90), {red, 9, {}, true}, 0.4, false, true, false, 20});
    sheet.paths.push_back(
        {{{340, 250}, {400, 210}, {420, 290}, {430, 212}, {470, 250}}, {red, 8, {}, true}, 0.5});
    sheet.paths.push_back(
        {{{340, 320}, {400, 280}, {420, 360}, {430, 282}, {470, 320}}, {red, 8, {}, false}, 0.5, true});
    sheet.paths.push_back({{{490, 220}, {560, 220}}, {red, 1, {}, false}});
    sheet.paths.push_back({{{490, 230.5}, {560, 230.5}}, {red, 1, {}, false}});
    sheet.paths.push_back({{{490, 240}, {560, 250}}, {red, 0.5F, {}, false}});
    sheet.paths.push_back({{{490, 260}, {560, 275}}, {red, 1.5F, {8, 3, 2, 3}, false}});
}

void addShapes(scene::Sheet& sheet) {
    const scene::Color amber{200, 120, 20};
    sheet.shapes.push_back({{ellipse(640, 260, 60, 36), ellipse(640, 260, 24, 14)}, amber, 0.5, false, 0});
    sheet.shapes.push_back({{ellipse(780, 260, 60, 40)}, amber, 0.6, false, 18});
    sheet.shapes.push_back({{ellipse(640, 360, 60, 40)}, amber, 0.8, true, 0});
    sheet.shapes.push_back({{ellipse(780, 360, 60, 40)}, {30, 80, 150}, 0.7, true, 14});
    sheet.shapes.push_back({{{{880, 300}, {930, 220}, {980, 360}, {900, 420}}},
                            {20, 120, 60},
                            0.5,
                            false,
                            6}); // beyond the right side
}

void addLabels(scene::Sheet& sheet) {
    const scene::Color ink{40, 40, 48};
    const auto label = [&](double x, double y, const char* text, double size, double halo) {
        scene::Label out;
        out.topLeft = {x, y};
        out.text = text;
        out.style.sizePixels = size;
        out.color = ink;
        out.haloColor = {255, 255, 255, 230};
        out.haloPixels = halo;
        sheet.labels.push_back(out);
    };
    label(60, 400, "Example town", 13, 1.5);
    label(60, 420, "示例镇 예시 마을", 13, 1.5);
    label(60, 445, "Invented River", 11, 0);
    label(60, 465, "A heading of the map", 22, 2);
    sheet.labels.back().style.bold = true;
    label(60, 500, "Wide sea", 15, 2);
    sheet.labels.back().style.italic = true;
    sheet.labels.back().style.serif = true;
    sheet.labels.back().style.letterSpacingPixels = 3;
    sheet.labels.back().color = {60, 100, 150};
    label(60, 525, "half there", 13, 1.5);
    sheet.labels.back().opacity = 0.5;
}

void addInset(scene::Scene& scene) {
    scene::Inset inset;
    inset.box = {740, 470, 940, 620};
    inset.camera = scene.camera;
    inset.camera.widthPixels = 200;
    inset.camera.heightPixels = 150;
    inset.camera.metersPerPixel = 5000;
    inset.background = {215, 228, 238};
    inset.base = scene.base;
    inset.frame = {80, 80, 90};
    inset.sheet.marks.push_back({0, 75, 10, MarkShape::circle, MarkFill::solid, {176, 40, 46}, 1, 0});
    inset.sheet.paths.push_back({{{-50, 20}, {260, 130}}, {{30, 80, 150}, 3, {}, true}});
    scene.insets.push_back(std::move(inset));
}

} // namespace

scene::Scene everythingScene(double scale) {
    scene::Scene scene;
    scene.camera.widthPixels = 960;
    scene.camera.heightPixels = 640;
    scene.camera.metersPerPixel = 900;
    scene.camera.scale = scale;
    scene.background = {226, 236, 244};
    addBase(scene);
    addMarks(scene.map);
    addPaths(scene.map);
    addShapes(scene.map);
    addLabels(scene.map);
    addInset(scene);
    scene.furniture.panels.push_back({{330, 470, 560, 600}, {255, 255, 255, 230}, {120, 120, 130, 255}, 6});
    scene.furniture.panels.push_back({{580, 470, 720, 600}, {40, 44, 52, 220}, {0, 0, 0, 0}, 0});
    scene.furniture.marks.push_back({350, 495, 5, MarkShape::circle, MarkFill::hatched, {176, 40, 46}, 1, 0});
    return scene;
}

scene::Scene largeScene(long vertices, int labels, long marks) {
    scene::Scene scene;
    scene.camera.metersPerPixel = 900;
    scene.background = {226, 236, 244};
    std::vector<geo::ProjectedRings> rings;
    std::vector<geo::ProjectedLine> outlines;
    const long each = vertices / 48;
    for (int i = 0; i < 24; ++i) {
        const auto line = ring(-480'000 + 190'000 * (i % 6), -260'000 + 175'000 * (i / 6), 80'000,
                               static_cast<int>(each), 0.05);
        rings.push_back({line});
        outlines.push_back(closed(line));
    }
    scene.base.emplace_back(scene::FillLayer{areas(rings), {244, 240, 230}});
    scene.base.emplace_back(scene::RasterLayer{relief(0, 0, 900'000), 0.9});
    scene.base.emplace_back(scene::StrokeLayer{lines(outlines), {{110, 130, 150}, 1, {}, true}});
    std::mt19937 random(7);
    const auto between = [&random](double low, double high) {
        return low + (high - low) * (static_cast<double>(random()) / 4294967296.0);
    };
    for (int i = 0; i < labels; ++i) {
        scene::Label label;
        label.topLeft = {between(0, 1200), between(0, 700)};
        label.text = fmt::format("Place {} 地方", i);
        label.haloColor = {255, 255, 255, 230};
        label.haloPixels = 1.5;
        scene.map.labels.push_back(label);
    }
    for (long i = 0; i < marks; ++i)
        scene.map.marks.push_back({static_cast<float>(between(0, 1280)),
                                   static_cast<float>(between(0, 720)),
                                   5,
                                   MarkShape::circle,
                                   MarkFill::solid,
                                   {static_cast<std::uint8_t>(i % 7 * 30), 40, 46},
                                   1,
                                   0});
    return scene;
}

} // namespace surplace::support
