#pragma once
#include "model/day_words.hpp"
#include "scene/frame.hpp"
#include "scene/moment_words.hpp"

namespace surplace::scene {

/// The part of the picture that furniture may use: what panels of the window do not cover.
struct Room {
    double left, right, top, bottom;
};

/// The part of the picture that panels of the window leave; the whole of it where they leave next to nothing.
geo::ScreenBox roomOf(const View& view);
/// Places at which something is reported at any time that a box would cover: furniture keeps off them, and
/// stays where it is while time moves.
long placesUnder(const Frame& frame, const geo::ScreenBox& box);
/// A row of text cells that furniture stacks; returns what it took.
text::Style furnitureStyle(double sizePixels, bool bold = false, bool italic = false);
/// Adds a panel and keeps map labels off it.
void addPanel(Frame& frame, const geo::ScreenBox& box, Color fill, Color border, double radius = 4);

/// Title, date and mode, upper left.
void drawTitle(Frame& frame, Room& room);
/// Fills in Frame::credits: the sources of what is drawn, the credits of the data, the note on boundaries.
void writeCredits(Frame& frame);
/// The room that the credits take along the lower edge.
geo::ScreenBox stripBox(Frame& frame);
/// Citations, credits and the note on boundaries along the lower edge: on every picture, wrapped and never
/// clipped.
void drawStrip(Frame& frame, Room& room);
/// Scale bar, north arrow and the counts of what is not on the picture, lower right.
void drawScaleAndCounts(Frame& frame, Room& room);
/// North at a place of the map: on a conic the meridians are not parallel.
void drawNorth(Frame& frame, double x, double y, geo::LonLat center);
/// Left end, baseline; metres on the ground.
void drawScaleBar(Frame& frame, double left, double y, double groundMetersPerPixel);
/// What the symbols on this picture mean, and no others; lower left.
void drawLegend(Frame& frame, const Room& room);

using model::bareDate;
using model::dayInWords;
/// "1 detention", "3 detentions", "2 reports of holding": within a sentence.
std::string countOfKind(model::EventKind kind, long count);
/// Likewise with a figure that is no plain number, "up to 3 detentions"; `count` decides the form.
std::string countOfKind(model::EventKind kind, long count, const std::string& figure);
/// "Human Rights Watch, 25 June 2017; ..." or, beyond eight sources, their number.
std::string citationsInWords(const Frame& frame);
/// At most so many bytes, ended by an ellipsis where it was longer.
std::string shortened(const std::string& text, std::size_t mostBytes);
/// The note on boundaries of the base map's own table or, where it has none in a language, its translation.
std::string boundaryNote(const basemap::Names& note);
/// "Absence of reports is not absence of events."
const char* absenceNote();

} // namespace surplace::scene
