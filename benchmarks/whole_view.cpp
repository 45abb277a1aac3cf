#include "whole_view.hpp"
#include <chrono>
#include <ctime>
#include <fmt/format.h>

namespace surplace::benchmarks {

Cost costOf(const std::function<void()>& work) {
    const std::clock_t cpu = std::clock();
    const auto start = std::chrono::steady_clock::now();
    work();
    return {std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count(),
            1000.0 * static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC};
}

std::string json(const Cost& cost) {
    return fmt::format(R"({{"wall_ms": {:.2f}, "cpu_ms": {:.2f}}})", cost.wallMs, cost.cpuMs);
}

scene::View wholeView(const model::Casebook& casebook) {
    geo::LonLatBox box;
    for (const model::Event& event : casebook.events)
        if (const model::Place* place = casebook.places.find(event.placeId);
            place != nullptr && place->position)
            box.add(place->position->longitudeDegrees, place->position->latitudeDegrees);
    scene::View view;
    view.camera = scene::fit(box, geo::ProjectionKind::conformalConic, 1280, 720, 1);
    view.moment.period = scene::defaultPeriod(casebook);
    view.moment.day = view.moment.period.last;
    return view;
}

scene::View moved(const scene::View& view, int steps) {
    scene::View result = view;
    result.camera.center.x -= 3.0 * steps * view.camera.metersPerPixel;
    return result;
}

publish::Materials loadMaterials(const std::filesystem::path& program) {
    const auto geodata = basemap::findGeodata(program);
    return {basemap::load(geodata), basemap::seaNames(geodata)};
}

std::string drawnJson(const scene::Scene& scene) {
    const scene::Summary& summary = scene.summary;
    const geo::ProjectedBox extent = scene.camera.extent();
    return fmt::format(
        R"("shown": {}, "possible": {}, "without_place": {}, "outside_view": {}, "legs": {}, "legs_joined": {}, )"
        R"("marks": {}, "paths": {}, "labels": {}, "extent": [{}, {}, {}, {}])",
        summary.shown, summary.shownPossible, summary.withoutPlace, summary.outsideView, summary.legs,
        summary.legsWithinMarks + summary.legsNotDrawn, scene.map.marks.size(), scene.map.paths.size(),
        scene.map.labels.size(), extent.minX, extent.minY, extent.maxX, extent.maxY);
}

} // namespace surplace::benchmarks
