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

private:
    const text::Typesetter& _typesetter;
    std::unordered_map<std::string, text::Extents> _known;
};

/// One line of a label; a label's lines stand under each other.
struct LabelLine {
    std::string text;
    text::Style style;
    Color color;
};
enum class Placement {
    around,  ///< beside a spot of the given radius: right, left, above, below and between
    centered ///< on the anchor, or a little above or below it
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
