#pragma once
#include "publish/publish.hpp"
#include "redaction/redaction.hpp"
#include <filesystem>
#include <functional>

namespace surplace::benchmarks {

/// How long something took: on the wall, and of all the process's threads together.
struct Cost {
    double wallMs = 0;
    double cpuMs = 0;
};
Cost costOf(const std::function<void()>& work);
/// `{"wall_ms": ..., "cpu_ms": ...}`
std::string json(const Cost& cost);

/// A map of 1280 x 720 that holds every placed event of the casebook, over the whole period.
scene::View wholeView(const model::Casebook& casebook);
/// The same map dragged `steps` times three pixels to the west.
scene::View moved(const scene::View& view, int steps);

publish::Materials loadMaterials(const std::filesystem::path& program);

/// What a frame shows and how it is drawn, as JSON members without braces.
std::string drawnJson(const scene::Scene& scene);

} // namespace surplace::benchmarks
