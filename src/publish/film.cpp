#include "core/error.hpp"
#include "publish/mp4_encoder.hpp"
#include "publish/publish.hpp"
#include <algorithm>
#include <cmath>
#include <optional>

namespace surplace::publish {

void writeMp4(const redaction::RedactedCasebook& casebook, const Materials& materials, const Film& film,
              const std::filesystem::path& file, const core::Progress& progress) {
    if (!std::isfinite(film.seconds) || film.seconds <= 0 || film.seconds > 24 * 3600)
        throw core::Error("The film's length is not between nothing and a day", {.file = file.string()},
                          "Give its length in seconds.");
    const scene::Camera& camera = film.view.camera;
    Mp4Encoder encoder(file, camera.deviceWidth(), camera.deviceHeight(), film.framesPerSecond,
                       film.constantRateFactor);
    const text::Typesetter typesetter;
    scene::Composer composer(materials.basemap, materials.seaNames, typesetter);
    composer.setCasebook(std::make_shared<const model::Casebook>(casebook.casebook()));
    const auto eventDays = composer.timelineFor(film.view.filter, film.view.moment.fadeDays).eventDays();
    const std::vector<timeline::Day> days(eventDays.begin(),
                                          eventDays.end()); // compose() may replace the timeline
    const render::OffscreenContext context;
    render::Renderer renderer(typesetter);
    const long frames = std::max(1L, std::lround(film.seconds * film.framesPerSecond));
    scene::View view = film.view;
    composer.holdScale(view);
    std::optional<timeline::Day> drawn;
    for (long frame = 0; frame < frames; ++frame) {
        progress.step(frame, frames);
        const timeline::Day day = timeline::filmDay(film.playback, frame, frames, days);
        // Most frames show the day of the one before: the picture is a function of the day alone.
        if (drawn == day) {
            encoder.repeat();
            continue;
        }
        drawn = day;
        view.moment.day = day;
        encoder.add(
            renderer.renderToImage(composer.compose(view), {.report = {}, .cancel = progress.cancel}));
    }
    progress.step(frames, frames);
    encoder.finish();
}

} // namespace surplace::publish
