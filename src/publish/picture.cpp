#include "publish/publish.hpp"

namespace surplace::publish {

render::Image renderPicture(const redaction::RedactedCasebook& casebook, const Materials& materials,
                            const scene::View& view) {
    const text::Typesetter typesetter;
    scene::Composer composer(materials.basemap, materials.seaNames, typesetter);
    composer.setCasebook(std::make_shared<const model::Casebook>(casebook.casebook()));
    const scene::Scene scene = composer.compose(view);
    const render::OffscreenContext context;
    return render::Renderer(typesetter).renderToImage(scene);
}

void writePng(const redaction::RedactedCasebook& casebook, const Materials& materials,
              const scene::View& view, const std::filesystem::path& file) {
    writePng(renderPicture(casebook, materials, view), file);
}

} // namespace surplace::publish
