#include "scene/standing_spots.hpp"
#include <algorithm>
#include <cmath>

namespace surplace::scene {

namespace {

constexpr double dearest = 6, perCell = 0.3;
constexpr double reach = 64; // pixels beyond the picture that still count: names end inside it

} // namespace

LineCosts::LineCosts(const Camera& camera)
    : _camera(camera), _columns(static_cast<int>((camera.widthPixels + 2 * reach) / cellPixels) + 2),
      _rows(static_cast<int>((camera.heightPixels + 2 * reach) / cellPixels) + 2),
      _cells(static_cast<std::size_t>(_columns) * static_cast<std::size_t>(_rows)) {
    const auto corner = camera.toScreen({0, 0});
    const auto part = [](double value) { return value - std::floor(value / cellPixels) * cellPixels; };
    _offsetX = part(corner.x) - cellPixels - reach;
    _offsetY = part(corner.y) - cellPixels - reach;
}

std::size_t LineCosts::cellOf(double x, double y) const {
    const int column = std::clamp(static_cast<int>((x - _offsetX) / cellPixels), 0, _columns - 1);
    const int row = std::clamp(static_cast<int>((y - _offsetY) / cellPixels), 0, _rows - 1);
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(_columns) +
           static_cast<std::size_t>(column);
}

void LineCosts::addSegment(geo::ScreenPoint a, geo::ScreenPoint b, double weight) {
    const double right = _camera.widthPixels + reach, bottom = _camera.heightPixels + reach;
    if (std::max(a.x, b.x) < -reach || std::min(a.x, b.x) > right || std::max(a.y, b.y) < -reach ||
        std::min(a.y, b.y) > bottom)
        return;
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    const int steps = std::clamp(static_cast<int>(length / 2) + 1, 1, 4000);
    for (int i = 0; i <= steps; ++i) {
        const double x = a.x + (b.x - a.x) * i / steps, y = a.y + (b.y - a.y) * i / steps;
        if (x < -reach || y < -reach || x > right || y > bottom)
            continue;
        float& cell = _cells[cellOf(x, y)];
        cell = std::max(cell, static_cast<float>(weight));
    }
}

void LineCosts::add(const std::vector<geo::ScreenPoint>& line, double weight) {
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
        addSegment(line[i], line[i + 1], weight);
}

void LineCosts::add(const LineGeometry& lines, double weight) {
    for (const auto& line : lines.lines) {
        if (line.empty())
            continue;
        auto before = _camera.toScreen(line.front());
        for (const auto& point : line) {
            const auto at = _camera.toScreen(point);
            addSegment(before, at, weight);
            before = at;
        }
    }
}

double LineCosts::of(const geo::ScreenBox& box) const {
    double sum = 0;
    for (double y = box.minY; y < box.maxY + cellPixels; y += cellPixels)
        for (double x = box.minX; x < box.maxX + cellPixels; x += cellPixels)
            sum += static_cast<double>(_cells[cellOf(std::min(x, box.maxX), std::min(y, box.maxY))]);
    return std::min(dearest, sum * perCell);
}

} // namespace surplace::scene
