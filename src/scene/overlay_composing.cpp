#include "core/error.hpp"
#include "scene/composer_impl.hpp"
#include "scene/furniture.hpp"
#include <algorithm>
#include <fmt/format.h>

/// What composing a map with an overlay needs beside the steps of every map.
namespace surplace::scene {

std::shared_ptr<const analysis::Units> Composer::Impl::unitsOf(const Overlay& asked) {
    if (asked.look == Overlay::Look::density)
        return nullptr;
    switch (asked.by) {
    case analysis::Basis::provinces:
        if (!provinces)
            provinces = std::make_shared<const ProvinceUnits>(provinceUnits(*basemap));
        return {provinces, &provinces->units};
    case analysis::Basis::reaches:
        if (!reaches)
            reaches = std::make_shared<const analysis::Units>(reachUnits(*basemap, *casebook));
        return reaches;
    case analysis::Basis::ownAreas:
        if (!asked.ownAreas || asked.ownAreas->units.empty())
            throw core::Error("there are no areas to count by", {}, "Name a file with polygons.");
        return asked.ownAreas;
    }
    return nullptr;
}

std::shared_ptr<const OverlayResult> Composer::Impl::overlayFor(const View& view) {
    if (!view.overlay)
        return nullptr;
    const timeline::Window window = timeline::windowOf(view.moment);
    constexpr std::size_t mostKnown = 2; // a map, and the whole period that gives it its scale
    const auto known = std::ranges::find_if(knownOverlays, [&](const KnownOverlay& each) {
        return each.result->asked == *view.overlay && each.filter == view.filter &&
               each.fadeDays == view.moment.fadeDays && each.result->window == window;
    });
    if (known != knownOverlays.end())
        return known->result;
    auto result = std::make_shared<const OverlayResult>(
        evaluate(*view.overlay, unitsOf(*view.overlay), *casebook, *index, *basemap,
                 timelineFor(view.filter, view.moment.fadeDays), window));
    if (knownOverlays.size() == mostKnown)
        knownOverlays.pop_back();
    knownOverlays.insert(knownOverlays.begin(), {view.filter, view.moment.fadeDays, result});
    return result;
}

std::optional<OverlayResult> Composer::Impl::commonOverlay(View& view,
                                                           std::span<const timeline::Moment> moments) {
    if (!view.overlay)
        return std::nullopt;
    std::vector<OverlayResult> results;
    for (const auto& moment : moments) {
        view.moment = moment;
        results.push_back(*overlayFor(view));
    }
    view.overlay->classes = commonClasses(results);
    OverlayResult all = results.front();
    all.classes = view.overlay->classes;
    for (std::size_t i = 1; i < results.size(); ++i)
        all.values.insert(all.values.end(), results[i].values.begin(), results[i].values.end());
    return all;
}

UnitGeometry* Composer::Impl::geometryOf(Plane& plane, const OverlayResult& result) {
    if (!result.units)
        return nullptr;
    if (!plane.units || &plane.units->units() != result.units.get())
        plane.units = std::make_unique<UnitGeometry>(
            plane.basemap, result.units,
            result.units->basis == analysis::Basis::provinces ? provinces : nullptr);
    return plane.units.get();
}

const LaidInLevels& Composer::Impl::laidFor(Plane& plane, const std::shared_ptr<const OverlayResult>& result,
                                            MapStyle style) {
    if (plane.laidOf != result || plane.laidStyle != style) {
        plane.laid = layIn(*result, geometryOf(plane, *result), paletteOf(style), plane.basemap.projection());
        plane.laidOf = result;
        plane.laidStyle = style;
    }
    return plane.laid;
}

std::shared_ptr<const OverlayResult> Composer::overlayOf(const View& view) {
    _impl->prepare();
    return _impl->overlayFor(view);
}

void Composer::holdScale(View& view) {
    if (!view.overlay || view.overlay->look != Overlay::Look::shade || view.overlay->minus ||
        !view.overlay->classes.empty())
        return;
    View whole = view;
    whole.moment.mode = timeline::Mode::period;
    view.overlay->classes = overlayOf(whole)->classes;
}

void leaveOnlyCounted(Frame& frame) {
    frame.atPlaces.clear();
    frame.groups.clear();
    frame.symbols.clear();
    frame.areas.clear();
    frame.totals.clear();
    frame.crossings.clear();
    frame.groupOf.clear();
    Summary& summary = frame.scene.summary;
    summary.withoutPlace = 0;
    summary.withoutPlaceEvents.clear();
    countShown(frame);
}

void citeCounted(Frame& frame, bool hasStrip) {
    std::vector<std::uint32_t> all = frame.drawn;
    all.insert(all.end(), frame.overlay->counted.begin(), frame.overlay->counted.end());
    std::ranges::sort(all);
    all.erase(std::ranges::unique(all).begin(), all.end());
    frame.drawn = std::move(all);
    const long left = frame.overlay->now.incidentsNotAssigned();
    frame.scene.summary.overlayCounts =
        fmt::format("{} counted", static_cast<long>(frame.overlay->counted.size()) - left);
    if (left > 0)
        frame.scene.summary.overlayCounts += fmt::format(", {} in none", left);
    if (!frame.overlay->asked.marks)
        frame.scene.summary.shown = static_cast<long>(frame.drawn.size());
    if (!hasStrip)
        return;
    writeCredits(frame);
    frame.seen.maxY = std::min(frame.seen.maxY, stripBox(frame).minY);
}

} // namespace surplace::scene
