#pragma once
#include "scene/casebook_index.hpp"
#include "scene/scene.hpp"
#include "timeline/timeline.hpp"

/// How a line says how many, how sure, and how much of its time has come.
namespace surplace::scene {

/// The people of several events of one kind by the counting rules: events of role `event` are summed; stages
/// and parts, which speak of people counted elsewhere, give the range that holds them; what is feared is not
/// counted.
class PeopleSum {
public:
    void add(const EventInfo& info);
    model::CountRange range() const { return _hasCounted ? _counted : _told; }

private:
    model::CountRange _counted, _told;
    bool _hasCounted = false;
};

/// Width of a line for so many people, in pixels: grows with their square root, as marks do; the thinnest for
/// none or no figure.
float lineWidth(std::int64_t people);

struct LineLook {
    float width = 1.6F;       ///< the lowest figure
    float outerWidth = 0;     ///< the highest figure; 0 = none, or the same
    bool isUnbounded = false; ///< "at least": there is no highest figure
    /// From edge to edge.
    double reachPixels() const { return outerWidth > 0 ? outerWidth + 1.0 : width; }
};
LineLook lookOf(const model::CountRange& people);

/// The part of the days on which a movement can have happened that has come by the day shown, 0 to 1. The
/// whole where the period is looked at as one, and where an end of its days is not its own: a duration, an
/// open side, what is feared.
double partCome(const timeline::Span& span, const timeline::Moment& moment);

/// The part of a line from its beginning on, by its length. Both parts hold the point where they meet; a
/// whole or empty part leaves the other without points.
struct SplitLine {
    std::vector<geo::ScreenPoint> done, rest;
};
SplitLine splitAt(const std::vector<geo::ScreenPoint>& line, double part);

/// The line beside a line, so many pixels to its left (negative: right).
std::vector<geo::ScreenPoint> beside(const std::vector<geo::ScreenPoint>& line, double pixels);

/// What says the highest figure, beneath a line: a pale band as wide; two broken lines beside it for "at
/// least"; nothing where there is none.
void addUpTo(Sheet& sheet, const std::vector<geo::ScreenPoint>& line, const LineLook& look, Color color,
             double opacity);

} // namespace surplace::scene
