#pragma once
#include "geo/types.hpp"
#include "scene/camera.hpp"
#include "text/text.hpp"
#include "timeline/timeline.hpp"
#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace surplace::scene {

/// sRGB, not premultiplied.
struct Color {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    bool operator==(const Color&) const = default;
};
Color withOpacity(Color color, double opacity);

/// A line's look. Lengths in logical pixels. Dash lengths alternate on, off; {0.1, 5} with a round cap is a
/// dotted line.
struct Stroke {
    Color color;
    float widthPixels = 1;
    std::vector<float> dashPixels; ///< empty = solid
    bool roundCaps = true;
    bool operator==(const Stroke&) const = default;
};

/// Geometry that does not change from frame to frame, in projected metres. The renderer keeps its buffers by
/// identity of the shared pointer.
struct AreaGeometry {
    std::vector<geo::ProjectedRings> areas; ///< each filled by the even-odd rule
    geo::ProjectedBox box;
};
struct LineGeometry {
    std::vector<geo::ProjectedLine> lines;
    geo::ProjectedBox box;
};
/// A picture laid over the map by a grid of projected points: `columns` x `rows` points, row 0 in the north,
/// evenly spread over the picture.
struct RasterGeometry {
    int imageWidth = 0, imageHeight = 0;
    std::vector<std::uint8_t> rgba; ///< not premultiplied, row 0 on top
    int columns = 0, rows = 0;
    geo::ProjectedLine grid;
};

struct FillLayer {
    std::shared_ptr<const AreaGeometry> geometry;
    Color color;
};
struct StrokeLayer {
    std::shared_ptr<const LineGeometry> geometry;
    Stroke stroke;
};
struct RasterLayer {
    std::shared_ptr<const RasterGeometry> geometry;
    double opacity = 1;
};
using BaseLayer = std::variant<FillLayer, StrokeLayer, RasterLayer>;

enum class MarkShape { circle, square, diamond, triangleUp, triangleDown, star, cross, hexagon, crossing };
/// How sure the source is, by fill: confirmed solid, reported solid with ring, believed hatched, feared open
/// and dotted.
enum class MarkFill { solid, solidWithRing, hatched, openDotted, open };
/// A symbol of fixed size on the map or in the legend; position in logical pixels. Plain floats: there can be
/// a million.
struct Mark {
    float x = 0, y = 0;
    float radiusPixels = 5;
    MarkShape shape = MarkShape::circle;
    MarkFill fill = MarkFill::solid;
    Color color;
    float opacity = 1;
    float outerRadiusPixels = 0; ///< an open outer ring (upper bound of a count); 0 = none; negative =
                                 ///< unbounded, drawn as an open dashed ring
};

/// A polyline in logical pixels, optionally with an arrowhead at its end and at its middle.
struct Path {
    std::vector<geo::ScreenPoint> points;
    Stroke stroke;
    double opacity = 1;
    bool closed = false;
    bool arrowAtEnd = false;
    bool openArrow = false; ///< an expected leg: the head is an outline
    double arrowPixels = 8;
};

/// A filled area in logical pixels, even-odd. With softness its edge fades over that many pixels inwards: an
/// uncertain place.
struct Shape {
    std::vector<std::vector<geo::ScreenPoint>> rings;
    Color fill;
    double opacity = 1;
    bool hatched = false;
    double softEdgePixels = 0;
};

/// Text with its upper left corner in logical pixels.
struct Label {
    geo::ScreenPoint topLeft;
    std::string text;
    text::Style style;
    Color color;
    Color haloColor{255, 255, 255, 0}; ///< transparent = none
    double haloPixels = 0;
    double opacity = 1;
};

/// A rounded rectangle behind map furniture.
struct Panel {
    geo::ScreenBox box;
    Color fill;
    Color border{0, 0, 0, 0};
    double radiusPixels = 4;
};

/// Things drawn in this order: panels, shapes, paths, marks, labels.
struct Sheet {
    std::vector<Panel> panels;
    std::vector<Shape> shapes;
    std::vector<Path> paths;
    std::vector<Mark> marks;
    std::vector<Label> labels;
    Color paper{255, 255, 255}; ///< inside open marks, and the rim around full ones
};

/// A second, smaller map in a box of the picture.
struct Inset {
    geo::ScreenBox box;
    Camera camera; ///< its width and height are the box's; its picture is clipped to the box
    Color background;
    std::vector<BaseLayer> base;
    Sheet sheet; ///< in the inset's own pixels
    Color frame;
};

inline constexpr std::size_t maxTargets = 20'000;
/// What can be pointed at, front to back.
struct Target {
    geo::ScreenPoint at;
    double radiusPixels = 0;
    std::vector<std::uint32_t> events; ///< indices into casebook.events; several at one town
    model::Id placeId;
    std::vector<geo::ScreenPoint> line; ///< a leg's line, when the target is one
};

/// What the frame says in numbers; each is also drawn.
struct Summary {
    long shown = 0;         ///< events drawn, certainly or possibly present
    long shownPossible = 0; ///< of these, only possibly present; what is feared is counted apart
    long withoutPlace = 0;  ///< present now, no place to draw: "N without a place"
    long outsideView = 0;   ///< present now, outside the view: "N outside this view"
    long feared = 0;        ///< of the shown, expected and not reported as done
    long legs = 0;
    long legsNotDrawn = 0;     ///< of less travelled bundles, where there are very many; said on the picture
    long legsWithinMarks = 0;  ///< between places that stand together at this scale
    std::string overlayCounts; ///< of an overlay, for a map of a sheet: "17 counted, 2 in no province"
    geo::LonLatBox outsideBox; ///< what must be fitted to see those outside
    std::vector<std::uint32_t> shownEvents, withoutPlaceEvents, outsideViewEvents, noLaterWordEvents;
};

/// One frame: what to draw, as plain data. Every output draws this and nothing else.
struct Scene {
    Camera camera;
    Color background;
    std::vector<BaseLayer> base;
    Sheet map; ///< events, routes, labels
    std::vector<Inset> insets;
    Sheet furniture; ///< title, date, legend, scale bar, north, counts, attribution, disclaimer
    std::vector<Target> targets;
    /// With more marks than maxTargets, single events are pointed at through their marks: the event of each
    /// mark of `map`, 2^32-1 where it is none; empty or shorter than the marks otherwise.
    std::vector<std::uint32_t> markEvents;
    Summary summary;
    std::string description; ///< the frame in a paragraph of plain words
};

} // namespace surplace::scene
