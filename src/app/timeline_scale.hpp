#pragma once
#include "timeline/timeline.hpp"

namespace surplace::app {

/// The width of the bars for an extent: calm enough to be read.
timeline::Step barStep(timeline::Window extent);
/// Where a day is on a track from 0 to 1, and the day there.
double positionOf(timeline::Day day, timeline::Window extent);
timeline::Day dayAt(double position, timeline::Window extent);

} // namespace surplace::app
