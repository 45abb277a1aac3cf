#include "app/symbols.hpp"
#include "scene/palette.hpp"
#include <array>
#include <cmath>
#include <numbers>

namespace surplace::app {
namespace {

ImU32 toImGui(scene::Color color) {
    return IM_COL32(color.r, color.g, color.b, color.a);
}

/// Corners of a regular polygon, the first at an angle from straight up.
std::vector<ImVec2> ring(ImVec2 center, float radius, int corners, float turns = 0, float inner = 1) {
    std::vector<ImVec2> points;
    for (int i = 0; i < corners; ++i) {
        const float angle =
            2 * std::numbers::pi_v<float> * (static_cast<float>(i) / static_cast<float>(corners) + turns);
        const float r = i % 2 == 1 ? radius * inner : radius;
        points.push_back({center.x + r * std::sin(angle), center.y - r * std::cos(angle)});
    }
    return points;
}

std::vector<ImVec2> outline(scene::MarkShape shape, ImVec2 c, float r) {
    using scene::MarkShape;
    switch (shape) {
    case MarkShape::square:
        return ring(c, r * 1.2f, 4, 0.125f);
    case MarkShape::diamond:
        return ring(c, r * 1.25f, 4);
    case MarkShape::triangleUp:
        return ring(c, r * 1.25f, 3);
    case MarkShape::triangleDown:
        return ring(c, r * 1.25f, 3, 0.5f);
    case MarkShape::star:
        return ring(c, r * 1.35f, 10, 0, 0.45f);
    case MarkShape::hexagon:
        return ring(c, r * 1.1f, 6);
    case MarkShape::cross: {
        const float a = r * 1.1f, b = r * 0.4f;
        return {{c.x - b, c.y - a}, {c.x + b, c.y - a}, {c.x + b, c.y - b}, {c.x + a, c.y - b},
                {c.x + a, c.y + b}, {c.x + b, c.y + b}, {c.x + b, c.y + a}, {c.x - b, c.y + a},
                {c.x - b, c.y + b}, {c.x - a, c.y + b}, {c.x - a, c.y - b}, {c.x - b, c.y - b}};
    }
    case MarkShape::circle:
    case MarkShape::crossing:
        return ring(c, r, 24);
    }
    return {};
}

void fill(ImDrawList& list, scene::MarkShape shape, const std::vector<ImVec2>& points, ImVec2 center,
          ImU32 color) {
    if (shape == scene::MarkShape::star || shape == scene::MarkShape::cross) {
        for (std::size_t i = 0; i < points.size(); ++i)
            list.AddTriangleFilled(center, points[i], points[(i + 1) % points.size()], color);
        return;
    }
    list.AddConvexPolyFilled(points.data(), static_cast<int>(points.size()), color);
}

void stroke(ImDrawList& list, const std::vector<ImVec2>& points, ImU32 color, float width) {
    list.AddPolyline(points.data(), static_cast<int>(points.size()), color, ImDrawFlags_Closed, width);
}

/// An outline of dots, for what has not happened. A circle has too many corners to begin anew at each.
void dots(ImDrawList& list, const std::vector<ImVec2>& corners, ImU32 color, float width) {
    std::vector<ImVec2> points;
    for (std::size_t i = 0; i<corners.size(); i += corners.size()> 12 ? 3 : 1)
        points.push_back(corners[i]);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const ImVec2 a = points[i], b = points[(i + 1) % points.size()];
        const float length = std::hypot(b.x - a.x, b.y - a.y);
        const int count = std::max(1, static_cast<int>(std::lround(length / (3.2f * width))));
        for (int k = 0; k < count; ++k) {
            const float t = static_cast<float>(k) / static_cast<float>(count);
            list.AddCircleFilled({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)}, width * 0.65f, color, 8);
        }
    }
}

void triangle(ImDrawList& list, ImVec2 c, float r, float direction, ImU32 color) {
    list.AddTriangleFilled({c.x + direction * r, c.y}, {c.x - direction * r * 0.75f, c.y - r},
                           {c.x - direction * r * 0.75f, c.y + r}, color);
}

} // namespace

ImU32 colorOf(model::EventKind kind) {
    return toImGui(scene::paletteOf(currentTheme().symbols).symbolOf(kind).color);
}

void drawSymbol(ImDrawList& list, model::EventKind kind, model::Assertion assertion, ImVec2 center,
                float radius) {
    const scene::KindSymbol symbol = scene::paletteOf(currentTheme().symbols).symbolOf(kind);
    const ImU32 color = toImGui(symbol.color);
    const auto points = outline(symbol.shape, center, radius);
    const float width = radius * 0.3f;
    switch (scene::fillOf(assertion)) {
    case scene::MarkFill::solid:
        fill(list, symbol.shape, points, center, color);
        break;
    case scene::MarkFill::solidWithRing:
        fill(list, symbol.shape, outline(symbol.shape, center, radius * 0.68f), center, color);
        stroke(list, points, color, width * 0.7f);
        break;
    case scene::MarkFill::hatched:
        stroke(list, points, color, width);
        for (const float offset : {-0.45f, 0.0f, 0.45f})
            list.AddLine({center.x + (offset - 0.4f) * radius, center.y + (offset + 0.4f) * radius},
                         {center.x + (offset + 0.4f) * radius, center.y + (offset - 0.4f) * radius}, color,
                         width * 0.7f);
        break;
    case scene::MarkFill::openDotted:
        dots(list, points, color, width);
        break;
    case scene::MarkFill::open:
        stroke(list, points, color, width);
        break;
    }
}

void drawIcon(ImDrawList& list, Icon icon, ImVec2 c, float size, ImU32 color) {
    const float r = size * 0.5f, w = size * 0.115f;
    const auto line = [&](float x0, float y0, float x1, float y1) {
        list.AddLine({c.x + x0 * r, c.y + y0 * r}, {c.x + x1 * r, c.y + y1 * r}, color, w);
    };
    const auto poly = [&](std::initializer_list<ImVec2> relative, bool closed = false) {
        std::vector<ImVec2> points;
        for (const ImVec2& p : relative)
            points.push_back({c.x + p.x * r, c.y + p.y * r});
        list.AddPolyline(points.data(), static_cast<int>(points.size()), color,
                         closed ? ImDrawFlags_Closed : ImDrawFlags_None, w);
    };
    switch (icon) {
    case Icon::play:
        triangle(list, {c.x + 0.1f * r, c.y}, r * 0.8f, 1, color);
        break;
    case Icon::reverse:
        triangle(list, {c.x - 0.1f * r, c.y}, r * 0.8f, -1, color);
        break;
    case Icon::pause:
        list.AddRectFilled({c.x - 0.6f * r, c.y - 0.75f * r}, {c.x - 0.18f * r, c.y + 0.75f * r}, color,
                           w * 0.5f);
        list.AddRectFilled({c.x + 0.18f * r, c.y - 0.75f * r}, {c.x + 0.6f * r, c.y + 0.75f * r}, color,
                           w * 0.5f);
        break;
    case Icon::stepBack:
        triangle(list, {c.x + 0.15f * r, c.y}, r * 0.6f, -1, color);
        line(-0.65f, -0.6f, -0.65f, 0.6f);
        break;
    case Icon::stepForward:
        triangle(list, {c.x - 0.15f * r, c.y}, r * 0.6f, 1, color);
        line(0.65f, -0.6f, 0.65f, 0.6f);
        break;
    case Icon::loop:
        list.PathArcTo(c, r * 0.7f, -0.6f, 4.4f, 24);
        list.PathStroke(color, ImDrawFlags_None, w);
        list.AddTriangleFilled({c.x + 0.95f * r, c.y - 0.1f * r}, {c.x + 0.25f * r, c.y - 0.25f * r},
                               {c.x + 0.72f * r, c.y - 0.85f * r}, color);
        break;
    case Icon::close:
        line(-0.6f, -0.6f, 0.6f, 0.6f);
        line(-0.6f, 0.6f, 0.6f, -0.6f);
        break;
    case Icon::back:
        poly({{0.3f, -0.7f}, {-0.4f, 0}, {0.3f, 0.7f}});
        break;
    case Icon::forward:
        poly({{-0.3f, -0.7f}, {0.4f, 0}, {-0.3f, 0.7f}});
        break;
    case Icon::chevronDown:
        poly({{-0.6f, -0.3f}, {0, 0.35f}, {0.6f, -0.3f}});
        break;
    case Icon::chevronUp:
        poly({{-0.6f, 0.3f}, {0, -0.35f}, {0.6f, 0.3f}});
        break;
    case Icon::list:
        for (const float y : {-0.6f, 0.0f, 0.6f}) {
            line(-0.35f, y, 0.85f, y);
            list.AddCircleFilled({c.x - 0.75f * r, c.y + y * r}, w * 0.8f, color, 10);
        }
        break;
    case Icon::menu:
        for (const float y : {-0.55f, 0.0f, 0.55f})
            line(-0.8f, y, 0.8f, y);
        break;
    case Icon::plus:
        line(0, -0.7f, 0, 0.7f);
        [[fallthrough]];
    case Icon::minus:
        line(-0.7f, 0, 0.7f, 0);
        break;
    case Icon::fit:
        for (const float x : {-1.0f, 1.0f})
            for (const float y : {-1.0f, 1.0f})
                poly({{0.8f * x, 0.3f * y}, {0.8f * x, 0.8f * y}, {0.3f * x, 0.8f * y}});
        break;
    case Icon::help:
        list.PathArcTo({c.x, c.y - 0.35f * r}, r * 0.38f, -std::numbers::pi_v<float>, 0.9f, 16);
        list.PathLineTo({c.x, c.y + 0.25f * r});
        list.PathLineTo({c.x, c.y + 0.4f * r});
        list.PathStroke(color, ImDrawFlags_None, w);
        list.AddCircleFilled({c.x, c.y + 0.75f * r}, w * 0.75f, color, 10);
        break;
    case Icon::folder:
        poly({{-0.85f, 0.65f}, {-0.85f, -0.6f}, {-0.25f, -0.6f}, {0, -0.3f}, {0.85f, -0.3f}, {0.85f, 0.65f}},
             true);
        break;
    case Icon::picture:
        poly({{-0.85f, -0.7f}, {0.85f, -0.7f}, {0.85f, 0.7f}, {-0.85f, 0.7f}}, true);
        poly({{-0.8f, 0.5f}, {-0.2f, -0.1f}, {0.2f, 0.3f}, {0.45f, 0.05f}, {0.8f, 0.4f}});
        break;
    case Icon::filter:
        line(-0.8f, -0.5f, 0.8f, -0.5f);
        line(-0.5f, 0, 0.5f, 0);
        line(-0.2f, 0.5f, 0.2f, 0.5f);
        break;
    case Icon::legend:
        list.AddCircleFilled({c.x - 0.6f * r, c.y - 0.5f * r}, 0.26f * r, color, 14);
        list.AddCircle({c.x - 0.6f * r, c.y + 0.5f * r}, 0.24f * r, color, 14, w * 0.8f);
        line(-0.05f, -0.5f, 0.9f, -0.5f);
        line(-0.05f, 0.5f, 0.9f, 0.5f);
        break;
    case Icon::search:
        list.AddCircle({c.x - 0.15f * r, c.y - 0.15f * r}, r * 0.55f, color, 20, w);
        line(0.27f, 0.27f, 0.8f, 0.8f);
        break;
    }
}

} // namespace surplace::app
