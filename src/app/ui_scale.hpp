#pragma once

namespace surplace::app {

/// The sizes that text and buttons can have, against the usual one.
inline constexpr double uiScales[] = {0.75, 1, 1.25, 1.5, 2, 2.5, 3};

/// The next larger (direction 1) or smaller (-1) of them; at an end that end.
double steppedScale(double scale, int direction);

/// Device pixels per pixel of the map. The map grows with text and buttons as far as its picture keeps
/// 640 x 360 pixels of its own: with fewer its marks and names would cover each other. Never below the
/// monitor's own scale, or what is asked for where that is less.
double mapScaleFor(double uiScale, double monitorScale, int widthDevicePixels, int heightDevicePixels);

} // namespace surplace::app
