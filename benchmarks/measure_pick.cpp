#include "casebook/casebook_file.hpp"
#include "whole_view.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>

using namespace surplace;

namespace {

/// Times of many picks, and what they found.
struct Picks {
    std::vector<double> milliseconds;
    std::size_t hits = 0, events = 0, most = 0;

    double at(double part) const {
        std::vector<double> sorted = milliseconds;
        std::ranges::sort(sorted);
        return sorted[static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1))];
    }
};

/// Every mark of the scene is picked, and as many points between them; of several tries at a point the least
/// disturbed counts.
Picks pickAll(const scene::Scene& scene) {
    constexpr int repeats = 7;
    std::vector<geo::ScreenPoint> points;
    for (const scene::Target& target : scene.targets)
        points.push_back(target.at);
    const std::size_t marks = points.size();
    for (std::size_t i = 0; i < marks; ++i) // multiples of the golden ratio fill the picture
        points.push_back({std::fmod(static_cast<double>(i) * 0.6180339887, 1) * scene.camera.widthPixels,
                          std::fmod(static_cast<double>(i) * 0.7548776662, 1) * scene.camera.heightPixels});
    Picks picks;
    for (const auto& point : points) {
        std::vector<std::uint32_t> events;
        double least = std::numeric_limits<double>::infinity();
        for (int i = 0; i < repeats; ++i)
            least = std::min(
                least, benchmarks::costOf([&] { events = scene::Composer::pick(scene, point); }).wallMs);
        picks.milliseconds.push_back(least);
        picks.hits += events.empty() ? 0 : 1;
        picks.events += events.size();
        picks.most = std::max(picks.most, events.size());
    }
    return picks;
}

std::string json(double closer, const scene::Scene& scene, const Picks& picks) {
    return fmt::format(
        R"({{"closer": {}, "shown": {}, "targets": {}, "picks": {}, "hits": {}, "events": {}, )"
        R"("most_events": {}, "median_ms": {:.4f}, "worst_ms": {:.4f}}})",
        closer, scene.summary.shown, scene.targets.size(), picks.milliseconds.size(), picks.hits,
        picks.events, picks.most, picks.at(0.5), picks.at(1));
}

void measure(const std::filesystem::path& program, const std::filesystem::path& file) {
    const publish::Materials materials = benchmarks::loadMaterials(program);
    const auto casebook = std::make_shared<const model::Casebook>(casebook::open(file));
    const text::Typesetter typesetter;
    scene::Composer composer(materials.basemap, materials.seaNames, typesetter);
    composer.setCasebook(casebook);
    scene::View view = benchmarks::wholeView(*casebook);
    std::string lines;
    for (const double closer : {0.25, 1.0, 4.0, 16.0}) {
        scene::View each = view;
        each.camera.metersPerPixel /= closer;
        const scene::Scene scene = composer.compose(each);
        lines += (lines.empty() ? "" : ", ") + json(closer, scene, pickAll(scene));
    }
    fmt::print("[{}]\n", lines);
}

} // namespace

/// measure_pick CASEBOOK.gpkg: what is under a point costs, at four scales; JSON on stdout.
int main(int count, char** arguments) {
    if (count != 2) {
        fmt::print(stderr, "usage: measure_pick CASEBOOK.gpkg\n");
        return 2;
    }
    try {
        measure(arguments[0], arguments[1]);
    } catch (const std::exception& error) {
        fmt::print(stderr, "measure_pick: {}\n", error.what());
        return 1;
    }
    return 0;
}
