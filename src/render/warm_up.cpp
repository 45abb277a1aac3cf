#include "render/renderer.hpp"

namespace surplace::render {

namespace {

scene::Scene littleOfEverything() {
    scene::Scene scene;
    scene.camera.widthPixels = scene.camera.heightPixels = 64;
    constexpr scene::Color ink{40, 40, 40, 200};
    scene::Sheet& sheet = scene.map;
    sheet.panels.push_back({{4, 4, 60, 60}, {255, 255, 255, 240}, ink, 4});
    const std::vector<geo::ScreenPoint> ring{{8, 8}, {50, 8}, {50, 50}};
    sheet.shapes.push_back({{ring}, ink, 0.5, true, 0});
    sheet.shapes.push_back({{ring}, ink, 0.5, false, 6});
    scene::Path path{ring, {ink, 2, {6, 4}, false}};
    path.arrowAtEnd = true;
    sheet.paths.push_back(path);
    for (const auto fill : {scene::MarkFill::solidWithRing, scene::MarkFill::hatched})
        sheet.marks.push_back({30, 30, 8, scene::MarkShape::circle, fill, ink, 1, 12});
    text::Style style;
    style.sizePixels = 12;
    scene::Label label{{10, 30}, "Surplace", style, ink, {255, 255, 255, 200}, 1.5};
    sheet.labels.push_back(label);
    label.style.bold = true;
    sheet.labels.push_back(label);
    return scene;
}

} // namespace

void Renderer::warmUp() {
    renderToImage(littleOfEverything());
}

} // namespace surplace::render
