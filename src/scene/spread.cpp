#include "core/translation.hpp"
#include "model/day_words.hpp"
#include "scene/furniture.hpp"
#include "scene/opened.hpp"
#include <algorithm>
#include <array>
#include <cmath>
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
    using core::toTranslate;
    static constexpr std::array names{toTranslate("short month", "Jan"), toTranslate("short month", "Feb"),
                                      toTranslate("short month", "Mar"), toTranslate("short month", "Apr"),
                                      toTranslate("short month", "May"), toTranslate("short month", "Jun"),
                                      toTranslate("short month", "Jul"), toTranslate("short month", "Aug"),
                                      toTranslate("short month", "Sep"), toTranslate("short month", "Oct"),
                                      toTranslate("short month", "Nov"), toTranslate("short month", "Dec")};
    return core::trc("short month", names[static_cast<unsigned>(month) - 1]);
}

using core::trcf;

/// "12 Mar 2017", or "Mar 2017" of a whole month.
std::string endBriefly(const std::chrono::year_month_day& date, bool isMonth) {
    const std::string year = model::yearInWords(static_cast<int>(date.year()));
    return isMonth ? trcf("short month, year", "{0} {1}", shortMonth(date.month()), year)
                   : trcf("day, short month, year", "{0} {1} {2}", static_cast<unsigned>(date.day()),
                          shortMonth(date.month()), year);
}

/// From the first day to the last: whole months and years by their names.
std::string spanBriefly(model::Day first, model::Day last) {
    using namespace std::chrono;
    const year_month_day a(first), b(last);
    const bool wholeMonths = a.day() == day(1) && b == b.year() / b.month() / std::chrono::last;
    const bool sameYear = a.year() == b.year(), sameMonth = sameYear && a.month() == b.month();
    const int from = static_cast<int>(a.year()), to = static_cast<int>(b.year());
    if (wholeMonths && a.month() == January && b.month() == December)
        return sameYear ? model::yearInWords(from) : trcf("years", "{0}\u2013{1}", from, to);
    if (first == last || (wholeMonths && sameMonth))
        return endBriefly(b, wholeMonths);
    const unsigned firstDay = static_cast<unsigned>(a.day()), lastDay = static_cast<unsigned>(b.day());
    const std::string year = model::yearInWords(to);
    if (sameMonth)
        return trcf("day, day, short month, year", "{0}\u2013{1} {2} {3}", firstDay, lastDay,
                    shortMonth(b.month()), year);
    if (!sameYear)
        return trcf("two months or days", "{0} \u2013 {1}", endBriefly(a, wholeMonths),
                    endBriefly(b, wholeMonths));
    return wholeMonths ? trcf("short month, short month, year", "{0} \u2013 {1} {2}", shortMonth(a.month()),
                              shortMonth(b.month()), year)
                       : trcf("day, short month, day, short month, year", "{0} {1} \u2013 {2} {3} {4}",
                              firstDay, shortMonth(a.month()), lastDay, shortMonth(b.month()), year);
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
        return core::trc("short date", "no date");
    if (date.isApproximate())
        text = trcf("short date", "about {0}", text);
    if (date.isUncertain())
        text += "?";
    if (first && last)
        return text;
    return first ? trcf("short date", "from {0}", text) : trcf("short date", "until {0}", text);
}

} // namespace surplace::scene
