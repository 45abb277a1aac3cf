#pragma once
#include "geo/types.hpp"
#include <vector>

namespace surplace::scene {

/// A polyline measured along its length, in the units of its points.
class Course {
public:
    explicit Course(std::vector<geo::ScreenPoint> points);
    double length() const { return _along.empty() ? 0 : _along.back(); }
    /// The point so far along; the ends beyond them.
    geo::ScreenPoint at(double along) const;
    const std::vector<geo::ScreenPoint>& points() const { return _points; }
    /// The piece between two lengths, scaled, with a point at least every `step` of the scaled units.
    Course piece(double from, double to, double scale, double step) const;

private:
    std::vector<geo::ScreenPoint> _points;
    std::vector<double> _along;
};

/// Lines of one river joined end to end where they come nearer than `gap`, so that a name can run over the
/// joint. The order of the lines and their directions do not matter.
std::vector<geo::ProjectedLine> joinedCourses(std::vector<geo::ProjectedLine> lines, double gap);

} // namespace surplace::scene
