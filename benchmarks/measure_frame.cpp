#include "casebook/casebook_file.hpp"
#include "whole_view.hpp"
#include <cstdio>
#include <fmt/format.h>

using namespace surplace;
using benchmarks::Cost;
using benchmarks::costOf;

namespace {

std::string jsonList(const std::vector<Cost>& costs) {
    std::string text;
    for (const Cost& cost : costs)
        text += (text.empty() ? "" : ", ") + benchmarks::json(cost);
    return '[' + text + ']';
}

/// The two halves of a frame in one context, as the window has them: deciding what to draw, and drawing it
/// and reading it back, from a little further each time.
struct Halves {
    std::vector<Cost> compose, draw;
    scene::Scene scene;
};
Halves measureHalves(const redaction::RedactedCasebook& casebook, const publish::Materials& materials,
                     const scene::View& view, int repeats) {
    Halves halves;
    const render::OffscreenContext context;
    const text::Typesetter typesetter;
    scene::Composer composer(materials.basemap, materials.seaNames, typesetter);
    composer.setCasebook(casebook.shared());
    render::Renderer renderer(typesetter);
    for (int i = 0; i <= repeats; ++i) {
        halves.compose.push_back(
            costOf([&] { halves.scene = composer.compose(benchmarks::moved(view, repeats - i)); }));
        halves.draw.push_back(costOf([&] { renderer.renderToImage(halves.scene); }));
    }
    return halves;
}

void measure(const std::filesystem::path& program, const std::filesystem::path& file,
             const std::filesystem::path& out, int repeats) {
    model::Casebook casebook;
    const Cost open = costOf([&] { casebook = casebook::open(file); });
    std::optional<redaction::Redaction> redaction;
    const Cost redact = costOf([&] { redaction.emplace(redaction::redact(casebook)); });
    publish::Materials materials;
    const Cost base = costOf([&] { materials = benchmarks::loadMaterials(program); });
    const scene::View view = benchmarks::wholeView(casebook);
    // A picture after another is of the same casebook from elsewhere: only what really stays is kept.
    publish::PictureMaker maker(redaction->casebook, materials);
    const Cost first = costOf([&] { publish::writePng(maker.picture(view), out); });
    std::vector<Cost> frames;
    for (int i = 1; i <= repeats; ++i)
        frames.push_back(costOf([&] { publish::writePng(maker.picture(benchmarks::moved(view, i)), out); }));
    const Halves halves = measureHalves(redaction->casebook, materials, view, repeats);
    fmt::print(
        R"({{"open": {}, "redact": {}, "basemap": {}, "first": {}, "frames": {}, "compose": {}, "draw": {}, {}}})"
        "\n",
        benchmarks::json(open), benchmarks::json(redact), benchmarks::json(base), benchmarks::json(first),
        jsonList(frames), jsonList(halves.compose), jsonList(halves.draw),
        benchmarks::drawnJson(halves.scene));
}

} // namespace

/// measure_frame CASEBOOK.gpkg OUT.png REPEATS: JSON on stdout.
int main(int count, char** arguments) {
    if (count != 4) {
        fmt::print(stderr, "usage: measure_frame CASEBOOK.gpkg OUT.png REPEATS\n");
        return 2;
    }
    try {
        measure(arguments[0], arguments[1], arguments[2], std::stoi(arguments[3]));
    } catch (const std::exception& error) {
        fmt::print(stderr, "measure_frame: {}\n", error.what());
        return 1;
    }
    return 0;
}
