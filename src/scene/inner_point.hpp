#pragma once
#include "geo/types.hpp"
#include <algorithm>
#include <optional>
#include <vector>

namespace surplace::scene {

/// A point well inside an area (rings by the even-odd rule) within a window: the middle of the widest of nine
/// horizontal sections.
template <class Point>
std::optional<Point> innerPoint(const std::vector<std::vector<Point>>& rings, const geo::Box<Point>& window) {
    geo::Box<Point> box;
    for (const auto& ring : rings)
        for (const auto& p : ring)
            box.add(p.x, p.y);
    const double low = std::max(box.minY, window.minY), high = std::min(box.maxY, window.maxY);
    const double left = std::max(box.minX, window.minX), right = std::min(box.maxX, window.maxX);
    if (box.isEmpty() || low >= high || left >= right)
        return std::nullopt;
    std::optional<Point> best;
    double widest = 0;
    std::vector<double> cuts;
    constexpr int sections = 9;
    for (int section = 1; section <= sections; ++section) {
        const double y = low + (high - low) * section / (sections + 1);
        cuts.clear();
        for (const auto& ring : rings)
            for (std::size_t i = 0; i < ring.size(); ++i) {
                const Point& a = ring[i];
                const Point& b = ring[i + 1 == ring.size() ? 0 : i + 1];
                if ((a.y > y) != (b.y > y))
                    cuts.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
            }
        std::sort(cuts.begin(), cuts.end());
        // Sections near the middle win against slightly wider ones at the rim.
        const double weight = 1.0 - 0.5 * std::abs(section - (sections + 1) / 2.0) / sections;
        for (std::size_t i = 0; i + 1 < cuts.size(); i += 2) {
            const double from = std::max(cuts[i], left), to = std::min(cuts[i + 1], right);
            if ((to - from) * weight > widest) {
                widest = (to - from) * weight;
                best = Point{(from + to) / 2, y};
            }
        }
    }
    return best;
}

/// Whether a point is inside rings by the even-odd rule.
template <class Point>
bool isInside(const std::vector<std::vector<Point>>& rings, const Point& at) {
    bool inside = false;
    for (const auto& ring : rings)
        for (std::size_t i = 0, k = ring.empty() ? 0 : ring.size() - 1; i < ring.size(); k = i++)
            if ((ring[i].y > at.y) != (ring[k].y > at.y) &&
                at.x < ring[i].x + (at.y - ring[i].y) / (ring[k].y - ring[i].y) * (ring[k].x - ring[i].x))
                inside = !inside;
    return inside;
}

} // namespace surplace::scene
