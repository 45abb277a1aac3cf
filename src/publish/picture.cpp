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
    std::string description; ///< of what was drawn last

    Impl(const redaction::RedactedCasebook& casebook, const Materials& materials)
        : composer(materials.basemap, materials.seaNames, typesetter), renderer(typesetter) {
        composer.setCasebook(casebook.shared());
    }
    render::Image draw(const scene::Scene& scene, const core::Progress& progress) {
        description = scene.description;
        return renderer.renderToImage(scene, progress);
    }
};

PictureMaker::PictureMaker(const redaction::RedactedCasebook& casebook, const Materials& materials)
    : _impl(std::make_unique<Impl>(casebook, materials)) {}
PictureMaker::~PictureMaker() = default;

render::Image PictureMaker::picture(const scene::View& view, const core::Progress& progress) {
    return _impl->draw(_impl->composer.compose(view), progress);
}

render::Image PictureMaker::contactSheet(const scene::View& view, std::span<const timeline::Moment> moments,
                                         const core::Progress& progress) {
    return _impl->draw(_impl->composer.composeSheet(view, moments), progress);
}

const std::string& PictureMaker::description() const {
    return _impl->description;
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
    return PictureMaker(casebook, materials).picture(view, progress);
}

std::string writePng(const redaction::RedactedCasebook& casebook, const Materials& materials,
                     const scene::View& view, const std::filesystem::path& file,
                     const core::Progress& progress) {
    PictureMaker maker(casebook, materials);
    const render::Image image = maker.picture(view, progress);
    writePng(image, file, progress,
             {titleOf(casebook.casebook(), scene::dateHeadline(view.moment)), maker.description()});
    return maker.description();
}

std::string writeContactSheet(const redaction::RedactedCasebook& casebook, const Materials& materials,
                              const scene::View& view, std::span<const timeline::Moment> moments,
                              const std::filesystem::path& file, const core::Progress& progress) {
    PictureMaker maker(casebook, materials);
    const render::Image image = maker.contactSheet(view, moments, progress);
    writePng(image, file, progress,
             {titleOf(casebook.casebook(), fmt::format("{} maps", moments.size())), maker.description()});
    return maker.description();
}

} // namespace surplace::publish
