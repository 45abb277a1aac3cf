#include "publish/publish.hpp"
#include "publish/wording.hpp"
#include "scene/moment_words.hpp"
#include <fmt/format.h>

namespace surplace::publish {

struct PictureMaker::Impl {
    text::Typesetter typesetter;
    scene::Composer composer;
    render::OffscreenContext context;
    render::Renderer renderer;
    std::shared_ptr<const model::Casebook> casebook;

    Impl(const redaction::RedactedCasebook& redacted, const Materials& materials)
        : composer(materials.basemap, materials.seaNames, typesetter), renderer(typesetter),
          casebook(redacted.shared()) {
        composer.setCasebook(casebook);
    }
    Picture drawn(const scene::Scene& scene, const std::string& time, const core::Progress& progress) {
        return {renderer.renderToImage(scene, progress), {titleOf(*casebook, time), scene.description}};
    }
};

PictureMaker::PictureMaker(const redaction::RedactedCasebook& casebook, const Materials& materials)
    : _impl(std::make_unique<Impl>(casebook, materials)) {}
PictureMaker::~PictureMaker() = default;

Picture PictureMaker::picture(const scene::View& view, const core::Progress& progress) {
    return _impl->drawn(_impl->composer.compose(view), scene::dateHeadline(view.moment), progress);
}

Picture PictureMaker::contactSheet(const scene::View& view, std::span<const timeline::Moment> moments,
                                   const core::Progress& progress) {
    return _impl->drawn(_impl->composer.composeSheet(view, moments), fmt::format("{} maps", moments.size()),
                        progress);
}

std::string PictureMaker::describe(const scene::View& view) {
    return _impl->composer.compose(view).description;
}

std::vector<timeline::Day> PictureMaker::eventDays(const timeline::Filter& filter, int fadeDays) {
    const auto days = _impl->composer.timelineFor(filter, fadeDays).eventDays();
    return {days.begin(), days.end()};
}

std::string titleOf(const model::Casebook& casebook, const std::string& time) {
    return casebook.title.empty() ? time : casebook.title + ", " + time;
}

render::Image renderPicture(const redaction::RedactedCasebook& casebook, const Materials& materials,
                            const scene::View& view, const core::Progress& progress) {
    return PictureMaker(casebook, materials).picture(view, progress).image;
}

std::string writePng(Picture picture, const std::filesystem::path& file, const core::Progress& progress) {
    writePng(picture.image, file, progress, picture.wording);
    return std::move(picture.wording.description);
}

std::string writePng(const redaction::RedactedCasebook& casebook, const Materials& materials,
                     const scene::View& view, const std::filesystem::path& file,
                     const core::Progress& progress) {
    return writePng(PictureMaker(casebook, materials).picture(view, progress), file, progress);
}

std::string writeContactSheet(const redaction::RedactedCasebook& casebook, const Materials& materials,
                              const scene::View& view, std::span<const timeline::Moment> moments,
                              const std::filesystem::path& file, const core::Progress& progress) {
    return writePng(PictureMaker(casebook, materials).contactSheet(view, moments, progress), file, progress);
}

} // namespace surplace::publish
