#include "scene/course.hpp"
#include <algorithm>
#include <cmath>

namespace surplace::scene {

namespace {

double distance(geo::ProjectedPoint a, geo::ProjectedPoint b) {
    return std::hypot(b.x - a.x, b.y - a.y);
}

} // namespace

Course::Course(std::vector<geo::ScreenPoint> points) : _points(std::move(points)) {
    double along = 0;
    for (std::size_t i = 0; i < _points.size(); ++i) {
        if (i > 0)
            along += std::hypot(_points[i].x - _points[i - 1].x, _points[i].y - _points[i - 1].y);
        _along.push_back(along);
    }
}

geo::ScreenPoint Course::at(double along) const {
    const auto after = std::upper_bound(_along.begin(), _along.end(), along);
    if (after == _along.begin())
        return _points.front();
    if (after == _along.end())
        return _points.back();
    const auto i = static_cast<std::size_t>(after - _along.begin());
    const double part = (along - _along[i - 1]) / (_along[i] - _along[i - 1]);
    return {_points[i - 1].x + (_points[i].x - _points[i - 1].x) * part,
            _points[i - 1].y + (_points[i].y - _points[i - 1].y) * part};
}

std::vector<geo::ProjectedLine> joinedCourses(std::vector<geo::ProjectedLine> lines, double gap) {
    std::erase_if(lines, [](const auto& line) { return line.size() < 2; });
    for (bool isJoined = true; isJoined;) {
        isJoined = false;
        for (std::size_t i = 0; i < lines.size() && !isJoined; ++i)
            for (std::size_t k = i + 1; k < lines.size() && !isJoined; ++k) {
                auto &a = lines[i], &b = lines[k];
                if (distance(a.back(), b.front()) > gap) {
                    if (distance(a.back(), b.back()) <= gap)
                        std::reverse(b.begin(), b.end());
                    else if (distance(a.front(), b.front()) <= gap)
                        std::reverse(a.begin(), a.end());
                    else if (distance(a.front(), b.back()) <= gap)
                        std::swap(a, b);
                    else
                        continue;
                }
                a.insert(a.end(), b.begin(), b.end());
                lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(k));
                isJoined = true;
            }
    }
    return lines;
}

Course Course::piece(double from, double to, double scale, double step) const {
    std::vector<geo::ScreenPoint> points;
    from = std::max(from, 0.0);
    to = std::min(to, length());
    const auto add = [&](double along) {
        const auto p = at(along);
        points.push_back({p.x * scale, p.y * scale});
    };
    for (double along = from; along < to; along += step / scale)
        add(along);
    if (from < to)
        add(to);
    return Course(std::move(points));
}

} // namespace surplace::scene
