#include "publish/publish.hpp"
#include "support/everything_scene.hpp"
#include "support/image_compare.hpp"
#include <ctime>
#include <filesystem>
#include <iostream>
#include <gtest/gtest.h>

namespace surplace::render {
namespace {

const std::filesystem::path folder = std::filesystem::path(SURPLACE_BINARY_DIR) / "pictures";

TEST(Timing, frames) {
    struct Clock { static double now() { return 1e3 * double(std::clock()) / CLOCKS_PER_SEC; } };
    const auto since = [](double start) { return Clock::now() - start; };
    auto start = Clock::now();
    const OffscreenContext context;
    std::cout << rendererVersion() << "\ncontext " << since(start) << " ms\n";
    start = Clock::now();
    const text::Typesetter typesetter;
    std::cout << "typesetter " << since(start) << " ms\n";
    start = Clock::now();
    Renderer renderer(typesetter);
    std::cout << "shaders " << since(start) << " ms\n";
    for (std::size_t layer = 0; layer < 3; ++layer) {
        auto scene = support::largeScene(60'000, 0, 0);
        scene.base = {scene.base[layer]};
        for (int i = 0; i < 4; ++i) {
            scene.camera.center.x += 5000;
            start = Clock::now();
            renderer.renderToImage(scene);
            std::cout << "layer " << layer << ", moved " << since(start) << " ms\n";
        }
    }
    for (const long marks : {0L, 100'000L}) {
        auto scene = support::largeScene(60'000, 150, marks);
        for (int i = 0; i < 4; ++i) {
            start = Clock::now();
            renderer.renderToImage(scene);
            std::cout << marks << " marks, frame " << since(start) << " ms\n";
        }
        for (int i = 0; i < 3; ++i) {
            scene.camera.center.x += 5000;
            start = Clock::now();
            renderer.renderToImage(scene);
            std::cout << marks << " marks, moved " << since(start) << " ms\n";
        }
        for (auto& mark : scene.map.marks)
            mark.fill = scene::MarkFill::solidWithRing;
        start = Clock::now();
        renderer.renderToImage(scene);
        std::cout << marks << " ringed " << since(start) << " ms\n";
    }
}

TEST(Picture, everything) {
    const OffscreenContext context;
    const text::Typesetter typesetter;
    Renderer renderer(typesetter);
    std::filesystem::create_directories(folder);
    for (const double scale : {1.0, 2.0})
        publish::writePng(renderer.renderToImage(support::everythingScene(scale)), folder / (scale == 1 ? "everything.png" : "everything@2x.png"));
    publish::writePng(renderer.renderToImage(support::largeScene(60'000, 150, 100)), folder / "large.png");
}

} // namespace
} // namespace surplace::render
