#include "publish/publish.hpp"
#include <future>

namespace surplace::publish {

render::Image renderPicture(const redaction::RedactedCasebook& casebook, const Materials& materials,
                            const scene::View& view) {
    const text::Typesetter typesetter;
    scene::Composer composer(materials.basemap, materials.seaNames, typesetter);
    composer.setCasebook(std::make_shared<const model::Casebook>(casebook.casebook()));
    // The driver starts up meanwhile; it touches no text before the scene is there.
    auto scene = std::async(std::launch::async, [&] { return composer.compose(view); });
    const render::OffscreenContext context;
    render::Renderer renderer(typesetter);
    return renderer.renderToImage(scene.get());
}

void writePng(const redaction::RedactedCasebook& casebook, const Materials& materials,
              const scene::View& view, const std::filesystem::path& file) {
    writePng(renderPicture(casebook, materials, view), file);
}

} // namespace surplace::publish
