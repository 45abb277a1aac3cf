#include "scene/basemap_layers.hpp"
#include "scene/frame.hpp"
#include "scene/furniture.hpp"
#include "scene/inner_point.hpp"
#include "scene/palette.hpp"
#include <algorithm>
#include <cmath>
#include <numeric>

/// The name and the number of each counted unit, most first; a unit without any record has none.
namespace surplace::scene {

namespace {

class OverlayLabels {
public:
    explicit OverlayLabels(Frame& frame)
        : _frame(frame), _result(*frame.overlay),
          _isWide(chooseLevels(frame.view.camera, frame.basemap.projection()).wide) {}

    void draw() {
        std::vector<std::size_t> order(_result.values.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return sizeOf(a) > sizeOf(b); });
        for (const std::size_t unit : order)
            if (_result.values[unit].state != UnitValue::State::none)
                _result.units->basis == analysis::Basis::reaches ? nameReach(unit) : nameArea(unit);
    }

private:
    double sizeOf(std::size_t unit) const {
        const UnitValue& value = _result.values[unit];
        if (!_result.isDifference)
            return value.range.high.value_or(value.range.low);
        return std::max(std::abs(value.difference.low.value_or(0)), std::abs(value.difference.high.value_or(0)));
    }

    std::vector<LabelLine> linesOf(std::size_t unit) const {
        const analysis::Unit& record = _result.units->units[unit];
        const std::string country = record.country;
        auto name = furnitureStyle(11.5), number = furnitureStyle(14, true);
        name.language = languageOf(country);
        number.language = "en";
        const basemap::Names names{record.nameEn, record.nameZh, record.nameKo};
        const bool isNumber = _result.values[unit].state == UnitValue::State::value;
        if (!isNumber)
            number = furnitureStyle(11.5, false, true);
        // A difference is a sentence: in small type it stays within its area.
        else if (_result.isDifference)
            number.sizePixels = 12.5;
        return {{nameFor(names, country, _frame.view.names), name, _frame.palette.ink},
                {inWords(_result.values[unit], _result.isDifference), number, _frame.palette.ink}};
    }

    std::shared_ptr<const AreaGeometry> areaOf(std::size_t unit) {
        const auto area = _frame.overlayGeometry->area(_isWide, unit);
        return area ? area : _frame.overlayGeometry->area(!_isWide, unit);
    }

    void nameArea(std::size_t unit) {
        const auto area = areaOf(unit);
        if (!area || !area->box.overlaps(_frame.view.camera.extent()))
            return;
        std::vector<geo::ProjectedLine> rings;
        for (const auto& each : area->areas)
            rings.insert(rings.end(), each.begin(), each.end());
        const auto point = innerPoint(rings, seenExtent());
        if (!point)
            return;
        const auto spot = _frame.view.camera.toScreen(*point);
        const auto lines = linesOf(unit);
        const auto fits = [&](const geo::ScreenBox& box) {
            const auto at =
                _frame.view.camera.fromScreen({(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2});
            return isInside(rings, at);
        };
        bool isPlaced = false;
        for (const double dy : {0.0, -24.0, 24.0, -48.0, 48.0})
            for (const double dx : {0.0, -40.0, 40.0})
                isPlaced = isPlaced || placeOn(lines, {spot.x + dx, spot.y + dy}, fits);
        // A small area: beside it, on a line.
        for (const double away : {14.0, 26.0, 40.0})
            isPlaced = isPlaced || placeBeside(lines, spot, away);
        if (isPlaced)
            _frame.namedAreas.insert(area.get());
    }

    geo::ProjectedBox seenExtent() const {
        const auto &seen = _frame.seen;
        geo::ProjectedBox box;
        for (const auto& corner : {geo::ScreenPoint{seen.minX, seen.minY}, geo::ScreenPoint{seen.maxX, seen.maxY}}) {
            const auto p = _frame.view.camera.fromScreen(corner);
            box.add(p.x, p.y);
        }
        return box;
    }

    bool placeOn(std::span<const LabelLine> lines, geo::ScreenPoint at,
                 const std::function<bool(const geo::ScreenBox&)>& fits) {
        return _frame.labels.place(_frame.scene.map, lines, at, Placement::centered, 0, 1, 2, fits).has_value();
    }

    bool placeBeside(std::span<const LabelLine> lines, geo::ScreenPoint spot, double away,
                     const std::function<bool(const geo::ScreenBox&)>& fits = {}) {
        const auto box =
            _frame.labels.place(_frame.scene.map, lines, spot, Placement::around, away, 1, 2, fits);
        if (!box)
            return false;
        const geo::ScreenPoint end{std::clamp(spot.x, box->minX, box->maxX),
                                   std::clamp(spot.y, box->minY, box->maxY)};
        _frame.scene.map.paths.push_back({{spot, end}, {_frame.palette.inkSoft, 0.9F, {}, true}});
        return true;
    }

    /// Beside the middle of its part that is seen, off the band.
    void nameReach(std::size_t unit) {
        const auto& line = _frame.overlayGeometry->line(unit)->lines.front();
        std::vector<geo::ScreenPoint> seen;
        for (const auto& p : line)
            if (const auto at = _frame.view.camera.toScreen(p); _frame.isSeen(at))
                seen.push_back(at);
        if (seen.empty())
            return;
        const auto lines = linesOf(unit);
        const auto clear = [&](const geo::ScreenBox& box) { return isOffBand(box); };
        for (const double away : {12.0, 18.0, 28.0, 40.0})
            for (const std::size_t eighth : {4U, 3U, 5U, 2U, 6U})
                if (placeBeside(lines, seen[(seen.size() - 1) * eighth / 8], away, clear))
                    return;
    }

    /// No number covers the band, its own or a neighbour's.
    bool isOffBand(const geo::ScreenBox& box) const {
        constexpr double half = 8;
        for (std::size_t unit = 0; unit < _result.values.size(); ++unit)
            for (const auto& p : _frame.overlayGeometry->line(unit)->lines.front()) {
                const auto at = _frame.view.camera.toScreen(p);
                if (at.x > box.minX - half && at.x < box.maxX + half && at.y > box.minY - half &&
                    at.y < box.maxY + half)
                    return false;
            }
        return true;
    }

    Frame& _frame;
    const OverlayResult& _result;
    bool _isWide;
};

} // namespace

void labelOverlay(Frame& frame) {
    if (frame.overlay != nullptr && frame.overlayGeometry != nullptr)
        OverlayLabels(frame).draw();
}

} // namespace surplace::scene
