#include "app/timeline_scale.hpp"
#include <algorithm>
#include <chrono>
#include <cmath>

namespace surplace::app {

timeline::Step barStep(timeline::Window extent) {
    const auto days = (extent.last - extent.first).count() + 1;
    return days > 8 * 366   ? timeline::Step::year
           : days > 3 * 366 ? timeline::Step::quarter
           : days > 120     ? timeline::Step::month
                            : timeline::Step::day;
}

double positionOf(timeline::Day day, timeline::Window extent) {
    const double days = static_cast<double>((extent.last - extent.first).count()) + 1;
    return static_cast<double>((day - extent.first).count()) / days;
}

timeline::Day dayAt(double position, timeline::Window extent) {
    const double days = static_cast<double>((extent.last - extent.first).count()) + 1;
    const auto offset = static_cast<int>(std::floor(std::clamp(position, 0.0, 1.0) * days));
    return std::min(extent.last, extent.first + std::chrono::days(offset));
}

} // namespace surplace::app
