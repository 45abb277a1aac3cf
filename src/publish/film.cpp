#include "core/error.hpp"
#include "publish/mp4_encoder.hpp"
#include "publish/publish.hpp"
#include "publish/wording.hpp"
#include "scene/moment_words.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <optional>

namespace surplace::publish {

namespace {

/// How the film goes through time, and all that the map holds over the whole of it.
Wording wordingOf(PictureMaker& maker, const model::Casebook& casebook, const Film& film) {
    const std::string time = scene::spanInWords(film.playback.period);
    scene::View whole = film.view;
    whole.moment.mode = timeline::Mode::period;
    whole.moment.period = film.playback.period;
    return {titleOf(casebook, time),
            fmt::format("A film of {:g} s through {}{}; {}. Over the whole of it: {}", film.seconds, time,
                        film.playback.direction < 0 ? ", backwards" : "",
                        scene::manyInWords(film.view.moment), maker.describe(whole))};
}

} // namespace

std::string writeMp4(const redaction::RedactedCasebook& casebook, const Materials& materials,
                     const Film& film, const std::filesystem::path& file, const core::Progress& progress) {
    PictureMaker maker(casebook, materials);
    return writeFilm(casebook, maker, film, file, progress);
}

std::string writeFilm(const redaction::RedactedCasebook& casebook, PictureMaker& maker, const Film& film,
                      const std::filesystem::path& file, const core::Progress& progress) {
    if (!std::isfinite(film.seconds) || film.seconds <= 0 || film.seconds > 24 * 3600)
        throw core::Error("The film's length is not between nothing and a day", {.file = file.string()},
                          "Give its length in seconds.");
    const scene::Camera& camera = film.view.camera;
    Wording wording = wordingOf(maker, casebook.casebook(), film);
    Mp4Encoder encoder(file, camera.deviceWidth(), camera.deviceHeight(), film.framesPerSecond,
                       film.constantRateFactor, wording);
    const std::vector<timeline::Day> days = maker.eventDays(film.view.filter, film.view.moment.fadeDays);
    const long frames = std::max(1L, std::lround(film.seconds * film.framesPerSecond));
    scene::View view = film.view;
    view.describes = false;
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
        encoder.add(maker.picture(view, {.report = {}, .cancel = progress.cancel}).image);
    }
    progress.step(frames, frames);
    encoder.finish();
    return std::move(wording.description);
}

} // namespace surplace::publish
