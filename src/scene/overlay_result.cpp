#include "scene/overlay_result.hpp"
#include "scene/furniture.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numbers>

namespace surplace::scene {

namespace {

using analysis::Measure;
using analysis::Range;

long daysOf(timeline::Window window) {
    return (window.last - window.first).count() + 1;
}

/// The state and, where there is one, the range of a unit in one period.
UnitValue valueOf(const OverlayResult& result, const analysis::Tabulation& table, std::size_t unit) {
    const analysis::Count& count = table.units[unit];
    if (count.most() == 0)
        return {};
    const auto range = analysis::rangeOf(count, result.asked.measure);
    if (!range)
        return {UnitValue::State::noFigure, {0, std::nullopt}, {}};
    if (!result.isRate)
        return {UnitValue::State::value, *range, {}};
    const auto rate = analysis::rateOf(*range, result.units->units[unit], result.units->per);
    return rate ? UnitValue{UnitValue::State::value, *rate, {}} : UnitValue{UnitValue::State::noRate, {}, {}};
}

UnitValue differenceOf(const OverlayResult& result, std::size_t unit) {
    const UnitValue now = valueOf(result, result.now, unit), before = valueOf(result, result.before, unit);
    using enum UnitValue::State;
    if (now.state == none && before.state == none)
        return {};
    if (now.state == noRate || before.state == noRate)
        return {noRate, {}, {}};
    const auto rangeIn = [](const UnitValue& value) {
        return value.state == none ? Range{0, 0.0} : value.range;
    };
    return {value, {}, analysis::differenceOf(rangeIn(before), rangeIn(now), result.exposure)};
}

double largestOf(const OverlayResult& result) {
    double largest = result.density ? result.density->largest : 0;
    for (const UnitValue& value : result.values) {
        if (value.state != UnitValue::State::value)
            continue;
        if (result.isDifference)
            for (const auto& end : {value.difference.low, value.difference.high})
                largest = std::max(largest, std::abs(end.value_or(0)));
        else
            largest = std::max({largest, value.range.low, value.range.high.value_or(0)});
    }
    return largest;
}

void tabulate(OverlayResult& result, const model::Casebook& casebook, const timeline::Timeline& timeline) {
    const Overlay& overlay = result.asked;
    result.isRate = result.units->hasRates();
    result.isDifference = overlay.minus.has_value();
    result.now =
        analysis::tabulate(casebook, occurrencesIn(timeline, result.window), overlay.kind, *result.units);
    result.counted = result.now.counted;
    if (overlay.minus) {
        result.before =
            analysis::tabulate(casebook, occurrencesIn(timeline, *overlay.minus), overlay.kind, *result.units);
        result.exposure = {daysOf(*overlay.minus), daysOf(result.window)};
        std::vector<std::uint32_t> both;
        std::ranges::set_union(result.now.counted, result.before.counted, std::back_inserter(both));
        result.counted = std::move(both);
    }
    for (std::size_t i = 0; i < result.units->units.size(); ++i)
        result.values.push_back(result.isDifference ? differenceOf(result, i) : valueOf(result, result.now, i));
    result.isWhole = !result.isRate && !(result.isDifference && result.exposure.isPerYear());
}

geo::LonLatRings ellipseIn(const geo::LonLatBox& box) {
    geo::LonLatLine ring;
    constexpr int points = 48;
    for (int i = 0; i < points; ++i) {
        const double angle = 2 * std::numbers::pi * i / points;
        ring.push_back({(box.minX + box.maxX) / 2 + box.width() / 2 * std::cos(angle),
                        (box.minY + box.maxY) / 2 + box.height() / 2 * std::sin(angle)});
    }
    return {ring};
}

geo::LonLatRings ringsOf(const AreaInfo& area, const basemap::Basemap& basemap) {
    if (area.footing == Footing::ellipse)
        return ellipseIn(area.box);
    geo::LonLatRings rings;
    const bool isWide = !area.wideProvinces.empty();
    for (const std::size_t i : isWide ? area.wideProvinces : area.borderProvinces)
        for (const auto& ring : (isWide ? basemap.wide : basemap.border).provinces[i].rings)
            rings.push_back(ring);
    return rings;
}

/// The part of an event's possible days that the window holds; none where its date is open.
std::optional<double> shareIn(const timeline::Span& span, timeline::Window window, bool isCertain) {
    if (isCertain)
        return 1;
    if (span.openStart || span.noLaterWord)
        return std::nullopt;
    const auto inside =
        (std::min(span.latest, window.last) - std::max(span.earliest, window.first)).count() + 1;
    return static_cast<double>(inside) / static_cast<double>((span.latest - span.earliest).count() + 1);
}

void addDensity(OverlayResult& result, const model::Casebook& casebook, const CasebookIndex& index,
                const basemap::Basemap& basemap, const timeline::Timeline& timeline) {
    std::vector<analysis::Site> sites;
    for (const auto& occurrence : occurrencesIn(timeline, result.window)) {
        const EventInfo& info = index.events()[occurrence.event];
        if (info.kind != result.asked.kind || !info.isCounted)
            continue;
        const auto weight = shareIn(timeline.span(occurrence.event), result.window, occurrence.isCertain);
        if (info.footing == Footing::none)
            ++result.densityWithoutPlace;
        else if (!weight)
            ++result.densityOpenDate;
        if (info.footing == Footing::none || !weight)
            continue;
        analysis::Site& site = sites.emplace_back();
        site.weight = *weight;
        if (info.footing == Footing::mark)
            site.at = casebook.places[info.place].position;
        else
            site.rings = ringsOf(index.areas()[info.area], basemap);
        result.counted.push_back(occurrence.event);
    }
    result.density = analysis::densityOf(std::move(sites), daysOf(result.window), result.asked.bandwidthKm,
                                         "recorded " + kindInWords(result.asked.kind, 2));
    result.isWhole = false;
}

} // namespace

std::vector<analysis::Occurrence> occurrencesIn(const timeline::Timeline& timeline, timeline::Window window) {
    timeline::Moment moment;
    moment.period = window;
    std::vector<analysis::Occurrence> occurrences;
    for (const auto& visible : timeline.at(moment))
        occurrences.push_back({visible.event, visible.presence == timeline::Presence::certain});
    return occurrences;
}

OverlayResult evaluate(const Overlay& overlay, std::shared_ptr<const analysis::Units> units,
                       const model::Casebook& casebook, const CasebookIndex& index,
                       const basemap::Basemap& basemap, const timeline::Timeline& timeline,
                       timeline::Window window) {
    OverlayResult result;
    result.asked = overlay;
    result.window = window;
    result.units = std::move(units);
    if (overlay.look == Overlay::Look::density)
        addDensity(result, casebook, index, basemap, timeline);
    else
        tabulate(result, casebook, timeline);
    result.classes = overlay.classes.empty() ? analysis::roundClasses(largestOf(result), result.isWhole)
                                             : overlay.classes;
    // What is blank has no class.
    if (result.density)
        std::erase_if(result.classes, [&](double end) { return end <= result.density->blankBelow; });
    return result;
}

std::vector<double> commonClasses(std::span<const OverlayResult> results) {
    double largest = 0;
    bool isWhole = true;
    for (const OverlayResult& result : results) {
        largest = std::max(largest, largestOf(result));
        isWhole = isWhole && result.isWhole;
    }
    return analysis::roundClasses(largest, isWhole);
}

} // namespace surplace::scene
