#include "publish/publish.hpp"

namespace surplace::publish {

struct PictureMaker::Impl {
    text::Typesetter typesetter;
    scene::Composer composer;
    render::OffscreenContext context;
    render::Renderer renderer;

    Impl(const redaction::RedactedCasebook& casebook, const Materials& materials)
        : composer(materials.basemap, materials.seaNames, typesetter), renderer(typesetter) {
        composer.setCasebook(casebook.shared());
    }
};

PictureMaker::PictureMaker(const redaction::RedactedCasebook& casebook, const Materials& materials)
    : _impl(std::make_unique<Impl>(casebook, materials)) {}
PictureMaker::~PictureMaker() = default;

render::Image PictureMaker::picture(const scene::View& view, const core::Progress& progress) {
    return _impl->renderer.renderToImage(_impl->composer.compose(view), progress);
}

render::Image PictureMaker::contactSheet(const scene::View& view, std::span<const timeline::Moment> moments,
                                         const core::Progress& progress) {
    return _impl->renderer.renderToImage(_impl->composer.composeSheet(view, moments), progress);
}

std::vector<timeline::Day> PictureMaker::eventDays(const timeline::Filter& filter, int fadeDays) {
    const auto days = _impl->composer.timelineFor(filter, fadeDays).eventDays();
    return {days.begin(), days.end()};
}

render::Image renderPicture(const redaction::RedactedCasebook& casebook, const Materials& materials,
                            const scene::View& view, const core::Progress& progress) {
    return PictureMaker(casebook, materials).picture(view, progress);
}

void writePng(const redaction::RedactedCasebook& casebook, const Materials& materials,
              const scene::View& view, const std::filesystem::path& file, const core::Progress& progress) {
    writePng(renderPicture(casebook, materials, view, progress), file, progress);
}

void writeContactSheet(const redaction::RedactedCasebook& casebook, const Materials& materials,
                       const scene::View& view, std::span<const timeline::Moment> moments,
                       const std::filesystem::path& file, const core::Progress& progress) {
    writePng(PictureMaker(casebook, materials).contactSheet(view, moments, progress), file, progress);
}

} // namespace surplace::publish
