#pragma once
#include "scene/label_placer.hpp"
#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace surplace::scene {

enum class NameKind { place, town, country, province, sea, borderRiver, river };

/// Which of its possible spots each name takes at a camera, whatever the time: decided once with everything
/// that the filtered casebook ever shows there, so that a name does not change sides because a mark has come
/// or gone. It follows from casebook, filter and view alone.
class StandingSpots {
public:
    void note(NameKind kind, std::size_t name, int spot) { _spots[{kind, name}] = spot; }
    /// Where names stand that words of one moment had better leave free.
    std::vector<geo::ScreenBox> boxes;
    bool isClear(const geo::ScreenBox& box) const {
        return std::ranges::none_of(boxes, [&](const auto& each) { return each.overlaps(box); });
    }
    std::optional<int> of(NameKind kind, std::size_t name) const {
        const auto known = _spots.find({kind, name});
        return known == _spots.end() ? std::nullopt : std::optional(known->second);
    }

private:
    std::map<std::pair<NameKind, std::size_t>, int> _spots;
};

/// What it costs a name to cover the lines of the map and the legs that are ever drawn, on a grid of cells
/// that lies on the map: it does not depend on where the picture begins.
class LineCosts {
public:
    explicit LineCosts(const Camera& camera);
    /// Counts a line of this weight, once per cell.
    void add(const std::vector<geo::ScreenPoint>& line, double weight);
    void add(const LineGeometry& lines, double weight);
    /// In places of the order in which spots are tried; at most 6.
    double of(const geo::ScreenBox& box) const;

private:
    static constexpr double cellPixels = 4;
    std::size_t cellOf(double x, double y) const;
    void addSegment(geo::ScreenPoint a, geo::ScreenPoint b, double weight);

    Camera _camera;
    double _offsetX, _offsetY; ///< of the map's cells against the picture's corner
    int _columns, _rows;
    std::vector<float> _cells;
};

} // namespace surplace::scene
