#include "publish/publish.hpp"
#include "publish/wording.hpp"
#include "scene/moment_words.hpp"
#include <fmt/format.h>

namespace surplace::publish {

struct Workshop::Tools {
    render::OffscreenContext context;
    text::Typesetter typesetter;
    render::Renderer renderer{typesetter};
};

Workshop::Workshop()
    : _coming(std::async(std::launch::async, [] {
          auto tools = std::make_unique<Tools>();
          tools->renderer.warmUp();
          tools->context.giveUp();
          return tools;
      })) {}

/// The objects of a context are freed where it is current.
Workshop::~Workshop() {
    try {
        tools();
    } catch (const std::exception&) {
        // There is nothing to free.
    }
}

Workshop::Tools& Workshop::tools() {
    if (!_tools)
        _tools = _coming.get();
    _tools->context.take();
    return *_tools;
}

struct PictureMaker::Impl {
    std::unique_ptr<Workshop> own; ///< where none was given
    Workshop& workshop;
    text::Typesetter typesetter; ///< the workshop's serves another thread at first
    scene::Composer composer;
    std::shared_ptr<const model::Casebook> casebook;

    Impl(const redaction::RedactedCasebook& redacted, const Materials& materials, Workshop* given)
        : own(given == nullptr ? std::make_unique<Workshop>() : nullptr),
          workshop(given == nullptr ? *own : *given),
          composer(materials.basemap, materials.seaNames, typesetter), casebook(redacted.shared()) {
        composer.setCasebook(casebook);
    }
    Picture drawn(const scene::Scene& scene, const std::string& time, const core::Progress& progress) {
        return {workshop.tools().renderer.renderToImage(scene, progress),
                {titleOf(*casebook, time), scene.description}};
    }
};

PictureMaker::PictureMaker(const redaction::RedactedCasebook& casebook, const Materials& materials)
    : _impl(std::make_unique<Impl>(casebook, materials, nullptr)) {}
PictureMaker::PictureMaker(const redaction::RedactedCasebook& casebook, const Materials& materials,
                           Workshop& workshop)
    : _impl(std::make_unique<Impl>(casebook, materials, &workshop)) {}
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
