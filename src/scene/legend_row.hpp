#pragma once
#include "scene/scene.hpp"
#include <functional>

namespace surplace::scene {

/// A row of the legend: its text beside what it shows, which is drawn around the point it is given.
struct LegendRow {
    std::string text;
    bool isHeading = false;
    bool isNote = false;
    std::function<void(Sheet&, geo::ScreenPoint)> draw;
    double height = 15.5;
};

} // namespace surplace::scene
