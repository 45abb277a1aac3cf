#include "app/ui_scale.hpp"
#include <algorithm>
#include <iterator>

namespace surplace::app {

double steppedScale(double scale, int direction) {
    constexpr double same = 0.01; // a monitor's scale may lie between two
    if (direction > 0) {
        const auto* next = std::find_if(std::begin(uiScales), std::end(uiScales),
                                        [&](double each) { return each > scale + same; });
        return next == std::end(uiScales) ? *std::prev(next) : *next;
    }
    double best = uiScales[0];
    for (const double each : uiScales)
        if (each < scale - same)
            best = each;
    return best;
}

double mapScaleFor(double uiScale, double monitorScale, int widthDevicePixels, int heightDevicePixels) {
    constexpr double leastWidth = 640, leastHeight = 360;
    const double fits = std::min(widthDevicePixels / leastWidth, heightDevicePixels / leastHeight);
    return std::min(uiScale, std::max(fits, monitorScale));
}

} // namespace surplace::app
