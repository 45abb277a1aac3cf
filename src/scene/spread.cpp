#include "scene/furniture.hpp"
#include "scene/opened.hpp"
#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <numbers>

/// Where the marks of an opened place stand, and where on the picture there is room for them.
namespace surplace::scene {

namespace {

constexpr double gap = 5, leastRadius = 44;

geo::ScreenBox boundsOf(const std::vector<geo::ScreenPoint>& points, double margin) {
    geo::ScreenBox box;
    for (const auto& point : points) {
        box.add(point.x - margin, point.y - margin);
        box.add(point.x + margin, point.y + margin);
    }
    return box;
}

const char* shortMonth(std::chrono::month month) {
    static constexpr std::array names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return names[static_cast<unsigned>(month) - 1];
}

/// From the first day to the last: whole months and years by their names.
std::string spanBriefly(model::Day first, model::Day last) {
    using namespace std::chrono;
    const year_month_day a(first), b(last);
    const bool wholeMonths = a.day() == day(1) && b == b.year() / b.month() / std::chrono::last;
    const bool sameYear = a.year() == b.year(), sameMonth = sameYear && a.month() == b.month();
    const int from = static_cast<int>(a.year()), to = static_cast<int>(b.year());
    if (wholeMonths && a.month() == January && b.month() == December)
        return sameYear ? fmt::format("{}", from) : fmt::format("{}–{}", from, to);
    const unsigned firstDay = static_cast<unsigned>(a.day()), lastDay = static_cast<unsigned>(b.day());
    const std::string end = wholeMonths ? fmt::format("{} {}", shortMonth(b.month()), to)
                                        : fmt::format("{} {} {}", lastDay, shortMonth(b.month()), to);
    if (first == last || (wholeMonths && sameMonth))
        return end;
    if (sameMonth)
        return fmt::format("{}–{}", firstDay, end);
    std::string start =
        wholeMonths ? shortMonth(a.month()) : fmt::format("{} {}", firstDay, shortMonth(a.month()));
    if (!sameYear)
        start += fmt::format(" {}", from);
    return start + " – " + end;
}

} // namespace

std::vector<geo::ScreenPoint> onCircle(std::span<const float> radii) {
    const auto count = static_cast<double>(radii.size());
    const double widest = radii.empty() ? 0 : *std::ranges::max_element(radii);
    const double half = std::numbers::pi / std::max(count, 2.0);
    const double radius = std::max(leastRadius, (widest + gap / 2) / std::sin(half));
    std::vector<geo::ScreenPoint> points;
    for (std::size_t i = 0; i < radii.size(); ++i) {
        const double angle = 2 * std::numbers::pi * static_cast<double>(i) / count - std::numbers::pi / 2;
        points.push_back({radius * std::cos(angle), radius * std::sin(angle)});
    }
    return points;
}

/// Along a spiral of Archimedes each mark takes the first spot at which it touches none before it.
std::vector<geo::ScreenPoint> onSpiral(std::span<const float> radii) {
    constexpr double turnPixels = 20, stepPixels = 1.5;
    std::vector<geo::ScreenPoint> points;
    double angle = 2 * std::numbers::pi * 26 / turnPixels; // the middle stays free for the place
    for (std::size_t i = 0; i < radii.size(); ++i)
        for (;;) {
            const double radius = turnPixels * angle / (2 * std::numbers::pi);
            const geo::ScreenPoint at{radius * std::cos(angle - std::numbers::pi / 2),
                                      radius * std::sin(angle - std::numbers::pi / 2)};
            bool isFree = true;
            for (std::size_t k = 0; k < points.size() && isFree; ++k)
                isFree = std::hypot(at.x - points[k].x, at.y - points[k].y) >= radii[i] + radii[k] + gap;
            if (isFree) {
                points.push_back(at);
                break;
            }
            angle += stepPixels / radius;
        }
    return points;
}

std::optional<geo::ScreenPoint> freeMiddle(geo::ScreenPoint wanted, double width, double height,
                                           const geo::ScreenBox& room,
                                           std::span<const geo::ScreenBox> obstacles) {
    constexpr double step = 8;
    const double left = room.minX + width / 2, right = room.maxX - width / 2;
    const double top = room.minY + height / 2, bottom = room.maxY - height / 2;
    if (left > right || top > bottom)
        return std::nullopt;
    std::optional<geo::ScreenPoint> best;
    double nearest = std::numeric_limits<double>::infinity();
    const auto consider = [&](geo::ScreenPoint at) {
        const double distance = std::hypot(at.x - wanted.x, at.y - wanted.y);
        const geo::ScreenBox box{at.x - width / 2, at.y - height / 2, at.x + width / 2, at.y + height / 2};
        if (distance < nearest &&
            std::ranges::none_of(obstacles, [&](const auto& each) { return each.overlaps(box); })) {
            nearest = distance;
            best = at;
        }
    };
    consider({std::clamp(wanted.x, left, right), std::clamp(wanted.y, top, bottom)});
    for (double y = top; y <= bottom; y += step)
        for (double x = left; x <= right; x += step)
            consider({x, y});
    return best;
}

std::vector<geo::ScreenBox> furnitureBoxes(const Frame& frame) {
    constexpr double clear = 4;
    std::vector<geo::ScreenBox> boxes;
    const Sheet& sheet = frame.scene.furniture;
    const auto add = [&](const geo::ScreenBox& box) {
        boxes.push_back({box.minX - clear, box.minY - clear, box.maxX + clear, box.maxY + clear});
    };
    for (const Panel& panel : sheet.panels)
        add(panel.box);
    for (const Inset& inset : frame.scene.insets)
        add(inset.box);
    for (const Path& path : sheet.paths)
        add(boundsOf(path.points, 2));
    for (const Label& label : sheet.labels) {
        const auto size = frame.labels.measure()(label.text, label.style);
        add({label.topLeft.x, label.topLeft.y, label.topLeft.x + size.width, label.topLeft.y + size.height});
    }
    return boxes;
}

std::string briefDate(const model::Edtf& date) {
    const auto first = date.earliest(), last = date.latest();
    std::string text;
    if (first && last)
        text = spanBriefly(*first, *last);
    else if (first)
        text = spanBriefly(*first, date.latestStart().value_or(*first));
    else if (last)
        text = spanBriefly(date.earliestEnd().value_or(*last), *last);
    else
        return "no date";
    const char* side = first && last ? "" : first ? "from " : "until ";
    return side + std::string(date.isApproximate() ? "about " : "") + text + (date.isUncertain() ? "?" : "");
}

} // namespace surplace::scene
