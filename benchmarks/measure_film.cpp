#include "casebook/casebook_file.hpp"
#include "whole_view.hpp"
#include <algorithm>
#include <cstdio>
#include <fmt/format.h>

using namespace surplace;

namespace {

constexpr int framesPerSecond = 30;

/// Events shown in the first, the middle and the last frame.
std::string shownJson(const redaction::RedactedCasebook& casebook, const publish::Materials& materials,
                      const publish::Film& film, long frames) {
    const text::Typesetter typesetter;
    scene::Composer composer(materials.basemap, materials.seaNames, typesetter);
    composer.setCasebook(std::make_shared<const model::Casebook>(casebook.casebook()));
    const auto days = composer.timelineFor(film.view.filter, film.view.moment.fadeDays).eventDays();
    std::string shown, legs;
    for (const long frame : {0L, frames / 2, frames - 1}) {
        scene::View view = film.view;
        view.moment.day = timeline::filmDay(film.playback, frame, frames, days);
        const scene::Summary summary = composer.compose(view).summary;
        shown += fmt::format("{}{}", shown.empty() ? "" : ", ", summary.shown);
        legs += fmt::format("{}{}", legs.empty() ? "" : ", ", summary.legs);
    }
    return fmt::format(R"("shown": [{}], "legs": [{}])", shown, legs);
}

void measure(const std::filesystem::path& program, const std::filesystem::path& file,
             const std::filesystem::path& out, timeline::Mode mode, double seconds) {
    const auto redaction = redaction::redact(casebook::open(file));
    const auto materials = benchmarks::loadMaterials(program);
    publish::Film film;
    film.view = benchmarks::wholeView(redaction.casebook.casebook());
    film.view.moment.mode = mode;
    film.playback.period = film.view.moment.period;
    film.seconds = seconds;
    film.framesPerSecond = framesPerSecond;
    const benchmarks::Cost cost =
        benchmarks::costOf([&] { publish::writeMp4(redaction.casebook, materials, film, out); });
    const long frames = std::lround(seconds * framesPerSecond);
    fmt::print(R"({{"frames": {}, "cost": {}, "crf": {}, {}}})"
               "\n",
               frames, benchmarks::json(cost), film.constantRateFactor,
               shownJson(redaction.casebook, materials, film, frames));
}

} // namespace

/// measure_film CASEBOOK.gpkg OUT.mp4 fade|cumulative SECONDS: JSON on stdout.
int main(int count, char** arguments) {
    const auto mode = count == 5 ? timeline::modeByWord(arguments[3]) : std::nullopt;
    if (!mode) {
        fmt::print(stderr, "usage: measure_film CASEBOOK.gpkg OUT.mp4 fade|cumulative SECONDS\n");
        return 2;
    }
    try {
        measure(arguments[0], arguments[1], arguments[2], *mode, std::stod(arguments[4]));
    } catch (const std::exception& error) {
        fmt::print(stderr, "measure_film: {}\n", error.what());
        return 1;
    }
    return 0;
}
