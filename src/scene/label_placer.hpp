#pragma once
#include "scene/scene.hpp"
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace surplace::scene {

/// Measures text through the typesetter and remembers the answer: labels repeat from frame to frame.
class TextMeasure {
public:
    explicit TextMeasure(const text::Typesetter& typesetter) : _typesetter(typesetter) {}
    text::Extents operator()(const std::string& utf8, const text::Style& style);
    const std::vector<text::Cluster>& clusters(const std::string& utf8, const text::Style& style);

private:
    const text::Typesetter& _typesetter;
    std::unordered_map<std::string, text::Extents> _known;
    std::unordered_map<std::string, std::vector<text::Cluster>> _clusters;
};

/// One line of a label; a label's lines stand under each other.
struct LabelLine {
    std::string text;
    text::Style style;
    Color color;
};
/// A row of a name that follows a line: cluster i stands at spot i.
struct LineRow {
    LabelLine line;
    std::vector<text::ClusterSpot> spots;
    std::vector<geo::ScreenBox> boxes; ///< of the turned clusters: what others keep clear of
};
/// One way to set a whole name along a line.
using LineSetting = std::vector<LineRow>;

enum class Placement {
    around,   ///< beside a spot of the given radius: right, left, above, below and between
    centered, ///< on the anchor, or a little above or below it
    exact     ///< on the anchor
};
/// Where a label was placed: its box, and which of the placement's spots it is.
struct Placed {
    geo::ScreenBox box;
    int spot = 0;
};
/// What decides between the spots that are free.
struct SpotWish {
    std::optional<int> first; ///< taken whenever it is free
    /// What it costs to cover a box, in places of the order in which spots are tried; null: nothing.
    std::function<double(const geo::ScreenBox&)> cost;
};

/// Places labels so that none covers another or an obstacle, and none is cut by the picture's edge. First
/// come, first placed.
class LabelPlacer {
public:
    LabelPlacer(TextMeasure& measure, Color halo, int widthPixels, int heightPixels);

    TextMeasure& measure() { return _measure; }
    void addObstacle(const geo::ScreenBox& box);
    bool isFree(const geo::ScreenBox& box) const;
    /// Draws the lines at the first place that is free and returns its box; empty, and nothing drawn, when
    /// none is. `padding` keeps others away; `fits` says which of the free places will do.
    std::optional<geo::ScreenBox> place(Sheet& sheet, std::span<const LabelLine> lines,
                                        geo::ScreenPoint anchor, Placement placement, double clearance,
                                        double opacity = 1, double padding = 1,
                                        const std::function<bool(const geo::ScreenBox&)>& fits = {});
    Color halo() const { return _halo; }
    /// The same with wishes: the first spot wished for, else the one that costs least.
    std::optional<Placed> placeBest(Sheet& sheet, std::span<const LabelLine> lines, geo::ScreenPoint anchor,
                                    Placement placement, double clearance, double opacity, double padding,
                                    const std::function<bool(const geo::ScreenBox&)>& fits,
                                    const SpotWish& wish);
    /// Draws the rows of a name along its line if all of its letters are free; `clearance` keeps others away.
    bool placeAlong(Sheet& sheet, const LineSetting& setting, double opacity, double clearance);
    const std::vector<geo::ScreenBox>& obstacles() const { return _boxes; }

private:
    bool collides(const geo::ScreenBox& box) const;

    TextMeasure& _measure;
    Color _halo;
    geo::ScreenBox _picture;
    int _columns, _rows;
    std::vector<geo::ScreenBox> _boxes;
    std::vector<std::vector<std::uint32_t>> _cells;
};

} // namespace surplace::scene
