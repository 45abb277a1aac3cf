#pragma once
#include "scene/frame.hpp"
#include <functional>

/// The rows that the legend is put together from.
namespace surplace::scene {

/// A row: its text beside what it shows, which is drawn around the point it is given.
struct Row {
    std::string text;
    bool isHeading = false;
    bool isNote = false;
    std::function<void(Sheet&, geo::ScreenPoint)> draw;
    double height = 15.5;
};

Mark markAt(geo::ScreenPoint at, MarkShape shape, MarkFill fill, Color color, float radius = 5.5F);

/// At most three figures that are on the picture: the least, the greatest, and one between.
std::vector<std::int64_t> examplesOf(const std::set<std::int64_t>& figures);

/// What flows mean, with their totals.
void addFlows(const Frame& frame, std::vector<Row>& rows);
/// What the lines of legs mean.
void addLegs(const Frame& frame, std::vector<Row>& rows);
/// What happens at crossings over time.
void addCrossingActivity(const Frame& frame, std::vector<Row>& rows);
/// What the widths of lines mean, with figures that are on the picture.
void addWidths(const Frame& frame, std::vector<Row>& rows);
/// What says the highest figure, of marks and of lines.
void addHighest(const Frame& frame, std::vector<Row>& rows, bool hasRing, bool hasBrokenRing);

} // namespace surplace::scene
