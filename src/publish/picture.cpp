#include "publish/publish.hpp"

namespace surplace::publish {

namespace {

template <class Compose>
render::Image rendered(const redaction::RedactedCasebook& casebook, const Materials& materials,
                       const core::Progress& progress, Compose compose) {
    const text::Typesetter typesetter;
    scene::Composer composer(materials.basemap, materials.seaNames, typesetter);
    composer.setCasebook(std::make_shared<const model::Casebook>(casebook.casebook()));
    const render::OffscreenContext context;
    render::Renderer renderer(typesetter);
    return renderer.renderToImage(compose(composer), progress);
}

} // namespace

render::Image renderPicture(const redaction::RedactedCasebook& casebook, const Materials& materials,
                            const scene::View& view, const core::Progress& progress) {
    return rendered(casebook, materials, progress,
                    [&](scene::Composer& composer) { return composer.compose(view); });
}

void writePng(const redaction::RedactedCasebook& casebook, const Materials& materials,
              const scene::View& view, const std::filesystem::path& file, const core::Progress& progress) {
    writePng(renderPicture(casebook, materials, view, progress), file, progress);
}

void writeContactSheet(const redaction::RedactedCasebook& casebook, const Materials& materials,
                       const scene::View& view, std::span<const timeline::Moment> moments,
                       const std::filesystem::path& file, const core::Progress& progress) {
    writePng(rendered(casebook, materials, progress,
                      [&](scene::Composer& composer) { return composer.composeSheet(view, moments); }),
             file, progress);
}

} // namespace surplace::publish
