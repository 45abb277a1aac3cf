#include "publish/publish.hpp"
#include "publish/wording.hpp"
#include "scene/moment_words.hpp"
#include <fmt/format.h>

namespace surplace::publish {

namespace {

struct Drawn {
    render::Image image;
    std::string description;
};

template <class Compose>
Drawn rendered(const redaction::RedactedCasebook& casebook, const Materials& materials,
               const core::Progress& progress, Compose compose) {
    const text::Typesetter typesetter;
    scene::Composer composer(materials.basemap, materials.seaNames, typesetter);
    composer.setCasebook(std::make_shared<const model::Casebook>(casebook.casebook()));
    const render::OffscreenContext context;
    render::Renderer renderer(typesetter);
    const scene::Scene scene = compose(composer);
    return {renderer.renderToImage(scene, progress), scene.description};
}

std::string write(Drawn drawn, const std::string& title, const std::filesystem::path& file,
                  const core::Progress& progress) {
    writePng(drawn.image, file, progress, {title, drawn.description});
    return std::move(drawn.description);
}

} // namespace

std::string titleOf(const model::Casebook& casebook, const std::string& time) {
    return casebook.title.empty() ? time : casebook.title + ", " + time;
}

render::Image renderPicture(const redaction::RedactedCasebook& casebook, const Materials& materials,
                            const scene::View& view, const core::Progress& progress) {
    return rendered(casebook, materials, progress,
                    [&](scene::Composer& composer) { return composer.compose(view); })
        .image;
}

std::string writePng(const redaction::RedactedCasebook& casebook, const Materials& materials,
                     const scene::View& view, const std::filesystem::path& file,
                     const core::Progress& progress) {
    return write(rendered(casebook, materials, progress,
                          [&](scene::Composer& composer) { return composer.compose(view); }),
                 titleOf(casebook.casebook(), scene::dateHeadline(view.moment)), file, progress);
}

std::string writeContactSheet(const redaction::RedactedCasebook& casebook, const Materials& materials,
                              const scene::View& view, std::span<const timeline::Moment> moments,
                              const std::filesystem::path& file, const core::Progress& progress) {
    return write(rendered(casebook, materials, progress,
                          [&](scene::Composer& composer) { return composer.composeSheet(view, moments); }),
                 titleOf(casebook.casebook(), fmt::format("{} maps", moments.size())), file, progress);
}

} // namespace surplace::publish
