#pragma once
#include "scene/scene.hpp"

namespace surplace::support {

/// An invented map with every kind of layer, shape, path, mark and label, an inset and a legend. 960 x 640
/// logical pixels.
scene::Scene everythingScene(double scale);

/// Rings, lines and labels of an invented base map with about so many vertices in all; 1280 x 720.
scene::Scene largeScene(long vertices, int labels, long marks);

} // namespace surplace::support
