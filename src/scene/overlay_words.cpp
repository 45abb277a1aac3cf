#include "scene/furniture.hpp"
#include "scene/overlay_result.hpp"
#include <algorithm>
#include <fmt/format.h>

/// An overlay in words, the same on a picture, in a description and in the window.
namespace surplace::scene {

namespace {

long daysOf(timeline::Window window) {
    return (window.last - window.first).count() + 1;
}

std::string unitWord(const OverlayResult& result) {
    return result.units->basis == analysis::Basis::ownAreas ? "area" : result.units->title;
}

/// How far up a unit reaches, for putting the most first.
double highestOf(const OverlayResult& result, std::size_t unit) {
    const UnitValue& value = result.values[unit];
    if (value.state != UnitValue::State::value)
        return -1;
    if (result.isDifference)
        return value.difference.high.value_or(value.difference.low.value_or(0));
    return value.range.high.value_or(value.range.low);
}

} // namespace

std::string overlayTitle(const OverlayResult& result) {
    const std::string kind = kindInWords(result.asked.kind, 2);
    if (result.density)
        return fmt::format("Density of recorded {}", kind);
    const std::string by =
        result.units->basis == analysis::Basis::ownAreas ? result.units->title : unitWord(result);
    return fmt::format("Recorded {} by {}", kind, by);
}

std::string overlayMeasure(const OverlayResult& result) {
    if (result.density)
        return fmt::format("{}incidents per 100 km\u00b2 and month, smoothed over {:.0f} km",
                           densityScale(result).second, result.density->bandwidthKm);
    std::string text = result.asked.measure == analysis::Measure::people ? "people" : "incidents";
    if (result.isRate)
        text += fmt::format(" per {} of {}", analysis::inWords(analysis::Range{result.units->per,
                                                                               result.units->per}),
                            result.units->denominatorName);
    if (result.isDifference)
        text += fmt::format("{}: {} minus {} ({} and {} days)",
                            result.exposure.isPerYear() ? " per year" : "", spanInWords(result.window),
                            spanInWords(*result.asked.minus), daysOf(result.window),
                            daysOf(*result.asked.minus));
    return text;
}

std::pair<double, const char*> densityScale(const OverlayResult& result) {
    constexpr double small = 0.02;
    const double largest = result.density ? result.density->largest : 0;
    if (largest >= small)
        return {1, ""};
    return largest >= small / 1000 ? std::pair{1e3, "thousandths of "} : std::pair{1e6, "millionths of "};
}

std::string notAssignedInWords(const OverlayResult& result) {
    if (result.density) {
        std::string text;
        if (result.densityWithoutPlace > 0)
            text += fmt::format("{} without a place", result.densityWithoutPlace);
        if (result.densityOpenDate > 0)
            text += fmt::format("{}{} with an open date", text.empty() ? "" : ", ", result.densityOpenDate);
        return text.empty() ? text : "left out: " + text;
    }
    std::string reasons;
    long all = 0, kinds = 0;
    for (std::size_t i = 0; i < analysis::reasonCount; ++i) {
        const auto reason = static_cast<analysis::Reason>(i);
        const long now = result.now.without(reason).most();
        const long before = result.isDifference ? result.before.without(reason).most() : 0;
        all += now + before;
        if (now + before == 0)
            continue;
        reasons += fmt::format("{}{} {}", reasons.empty() ? "" : ", ", now + before, analysis::inWords(reason));
        ++kinds;
    }
    if (kinds == 1)
        reasons.erase(0, reasons.find(' ') + 1); // one reason for all
    return all == 0 ? "" : fmt::format("{} in no {}: {}", all, unitWord(result), reasons);
}

std::string inWords(const UnitValue& value, bool isDifference) {
    switch (value.state) {
    case UnitValue::State::none:
        return "none recorded";
    case UnitValue::State::noFigure:
        return "no figure given";
    case UnitValue::State::noRate:
        return "no rate";
    case UnitValue::State::value:
        break;
    }
    return isDifference ? analysis::inWords(value.difference) : analysis::inWords(value.range);
}

std::string overlayInWords(const OverlayResult& result) {
    std::string text = fmt::format("{}, {}: ", overlayTitle(result), overlayMeasure(result));
    if (result.density)
        return text + fmt::format("{} events. ", result.density->events);
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < result.values.size(); ++i)
        if (result.values[i].state != UnitValue::State::none)
            order.push_back(i);
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        return highestOf(result, a) > highestOf(result, b);
    });
    for (std::size_t i = 0; i < order.size(); ++i)
        text += fmt::format("{}{} {}", i == 0 ? "" : "; ", result.units->units[order[i]].nameEn,
                            inWords(result.values[order[i]], result.isDifference));
    text += order.empty() ? "none recorded. " : "; none recorded in any other. ";
    if (const std::string none = notAssignedInWords(result); !none.empty())
        text += none + ". ";
    return text;
}

} // namespace surplace::scene
