#include "casebook/casebook_file.hpp"
#include "whole_view.hpp"
#include <cstdio>
#include <fmt/format.h>

using namespace surplace;
using benchmarks::Cost;

namespace {

/// What the window does while time moves: the next moment's frame in one context, read back.
class Player {
public:
    Player(std::shared_ptr<const model::Casebook> casebook, const publish::Materials& materials)
        : _composer(materials.basemap, materials.seaNames, _typesetter), _renderer(_typesetter) {
        _composer.setCasebook(std::move(casebook));
    }
    /// The frames of the last days of a period, after one that warms up.
    std::string play(scene::View view, timeline::Mode mode, int frames) {
        view.moment.mode = mode;
        std::string costs;
        for (int i = 0; i <= frames; ++i) {
            view.moment.day = view.moment.period.last - std::chrono::days(frames - i);
            const Cost cost = benchmarks::costOf([&] {
                _scene = _composer.compose(view);
                _renderer.renderToImage(_scene);
            });
            if (i > 0)
                costs += (costs.empty() ? "" : ", ") + benchmarks::json(cost);
        }
        return fmt::format(R"({{"frames": [{}], {}}})", costs, benchmarks::drawnJson(_scene));
    }

private:
    render::OffscreenContext _context;
    text::Typesetter _typesetter;
    scene::Composer _composer;
    render::Renderer _renderer;
    scene::Scene _scene;
};

} // namespace

/// measure_moving CASEBOOK.gpkg FRAMES: JSON on stdout, of all events up to a day and of a window of a year.
int main(int count, char** arguments) {
    if (count != 3) {
        fmt::print(stderr, "usage: measure_moving CASEBOOK.gpkg FRAMES\n");
        return 2;
    }
    try {
        const auto casebook = std::make_shared<const model::Casebook>(casebook::open(arguments[1]));
        const scene::View view = benchmarks::wholeView(*casebook);
        const int frames = std::stoi(arguments[2]);
        Player player(casebook, benchmarks::loadMaterials(arguments[0]));
        const std::string all = player.play(view, timeline::Mode::cumulative, frames);
        fmt::print("{{\"cumulative\": {}, \"year\": {}}}\n", all,
                   player.play(view, timeline::Mode::window, frames));
    } catch (const std::exception& error) {
        fmt::print(stderr, "measure_moving: {}\n", error.what());
        return 1;
    }
    return 0;
}
