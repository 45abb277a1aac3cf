#include "publish/publish.hpp"

namespace surplace::publish {

render::Image renderPicture(const redaction::RedactedCasebook& casebook, const Materials& materials,
                            const scene::View& view, const core::Progress& progress) {
    const text::Typesetter typesetter;
    scene::Composer composer(materials.basemap, materials.seaNames, typesetter);
    composer.setCasebook(std::make_shared<const model::Casebook>(casebook.casebook()));
    const scene::Scene scene = composer.compose(view);
    const render::OffscreenContext context;
    return render::Renderer(typesetter).renderToImage(scene, progress);
}

void writePng(const redaction::RedactedCasebook& casebook, const Materials& materials,
              const scene::View& view, const std::filesystem::path& file, const core::Progress& progress) {
    writePng(renderPicture(casebook, materials, view, progress), file, progress);
}

} // namespace surplace::publish
