#pragma once
#include "scene/course.hpp"
#include "scene/label_placer.hpp"
#include <optional>
#include <span>
#include <vector>

/// Setting a name along a line: a river's course, a sea's arc.
namespace surplace::scene {

void move(LineSetting& setting, double dx, double dy);

/// A cubic laid through a stretch of a course, in the frame of its chord: u runs in reading direction, v
/// downwards.
struct Baseline {
    geo::ScreenPoint middle, direction; ///< of the chord; the direction has length 1 and x >= 0
    double halfLength = 1;              ///< the coefficients are for u / halfLength
    double coefficients[4] = {0, 0, 0, 0};
    double above = 0, below = 0; ///< how far the course leaves the curve on either side, in pixels
    double v(double u) const;
    double slope(double u) const;
    double turning() const; ///< between the directions at its ends, in radians, at most
};
/// The curve for a name of a width about a spot of the course; nothing where the course is too short, bends
/// too much for letters of the size or wriggles too widely to be followed.
std::optional<Baseline> baselineOn(const Course& course, double along, double width, double sizePixels);

enum class Side { above, below };
/// A row set on one side of the course, clear of it by `gap` pixels; `inset` moves it farther away, for a
/// second row.
LineRow setBeside(const Baseline& baseline, Side side, double gap, double inset, const LabelLine& line,
                  TextMeasure& measure);
/// A row set on an arc whose middle is at a point: `turnRadians` is the direction there, clockwise from
/// rightwards, `bendRadians` the turn from end to end (positive: the middle stands higher). `down` moves the
/// row towards the arc's foot, for a second row.
LineRow setOnArc(geo::ScreenPoint middle, double turnRadians, double bendRadians, double arcPixels,
                 double down, const LabelLine& line, TextMeasure& measure);
/// Whether no point of the course lies under a letter.
bool isClearOf(const LineSetting& setting, const Course& course);

} // namespace surplace::scene
