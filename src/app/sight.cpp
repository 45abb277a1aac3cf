#include "app/sight.hpp"
#include <algorithm>
#include <cmath>

namespace surplace::app {
namespace {

/// A mark is this large, and a place that has come into sight shows what is around it.
constexpr double markPixels = 14, aroundPixels = 48;

bool isInside(geo::ScreenPoint point, const geo::ScreenBox& box, double marginPixels) {
    return !box.isEmpty() && point.x > box.minX - marginPixels && point.x < box.maxX + marginPixels &&
           point.y > box.minY - marginPixels && point.y < box.maxY + marginPixels;
}

/// Clamped to a box less a margin; to its middle where the box is too small for that.
geo::ScreenPoint clampedInto(geo::ScreenPoint point, const geo::ScreenBox& box) {
    const auto clamped = [](double value, double least, double most) {
        const double margin = std::min(aroundPixels, (most - least) / 2);
        return std::clamp(value, least + margin, most - margin);
    };
    return {clamped(point.x, box.minX, box.maxX), clamped(point.y, box.minY, box.maxY)};
}

} // namespace

bool isInSight(geo::ScreenPoint point, const geo::ScreenBox& window, std::span<const geo::ScreenBox> covers) {
    return isInside(point, window, -markPixels) &&
           std::ranges::none_of(covers, [&](const auto& box) { return isInside(point, box, markPixels); });
}

geo::ScreenPoint moveIntoSight(geo::ScreenPoint point, const geo::ScreenBox& window,
                               const geo::ScreenBox& free, std::span<const geo::ScreenBox> covers) {
    if (isInSight(point, window, covers))
        return {0, 0};
    const geo::ScreenPoint middle{(free.minX + free.maxX) / 2, (free.minY + free.maxY) / 2};
    const geo::ScreenPoint wanted = isInside(point, window, 0) ? clampedInto(point, free) : middle;
    geo::ScreenPoint best = middle;
    double nearest = 1e9;
    const auto consider = [&](geo::ScreenPoint candidate) {
        const double distance = std::hypot(candidate.x - point.x, candidate.y - point.y);
        const bool isFree = isInside(candidate, free, 1e-6) && isInSight(candidate, window, covers);
        if (isFree && distance < nearest) {
            nearest = distance;
            best = candidate;
        }
    };
    consider(wanted);
    // Past the edges of what still covers it there: the legend, the small map.
    if (nearest > 1e8)
        for (const geo::ScreenBox& box : covers) {
            const double out = markPixels + 1;
            consider({box.minX - out, wanted.y});
            consider({box.maxX + out, wanted.y});
            consider({wanted.x, box.minY - out});
            consider({wanted.x, box.maxY + out});
        }
    return {best.x - point.x, best.y - point.y};
}

} // namespace surplace::app
