#include "render/renderer.hpp"
#include "support/everything_scene.hpp"
#include "support/image_compare.hpp"
#include <cmath>
#include <filesystem>
#include <gtest/gtest.h>

/// The base map drawn on the processor is the one drawn by OpenGL: on average within half a level of a
/// channel; single pixels at edges, and where far segments of a line cross, may be apart.
namespace surplace::render {
namespace {

const std::filesystem::path failures = std::filesystem::path(SURPLACE_BINARY_DIR) / "pictures";

struct BothWays : testing::Test {
    OffscreenContext context;
    text::Typesetter typesetter;
    Renderer card{typesetter, {}, BaseBy::graphicsCard};
    Renderer processor{typesetter, {}, BaseBy::processor};

    static scene::Scene blank(double scale, double metersPerPixel = 1) {
        scene::Scene scene;
        scene.camera.widthPixels = 240;
        scene.camera.heightPixels = 300; // two bands
        scene.camera.scale = scale;
        scene.camera.metersPerPixel = metersPerPixel;
        scene.background = {250, 248, 240};
        return scene;
    }
    void expectSame(const scene::Scene& scene, const std::string& name, support::Tolerance tolerance) {
        EXPECT_TRUE(support::sameImage(card.renderToImage(scene), processor.renderToImage(scene), name,
                                       failures, tolerance));
    }
};

/// A wave with sharp turns, longer than the picture.
std::shared_ptr<scene::LineGeometry> wave() {
    auto geometry = std::make_shared<scene::LineGeometry>();
    geo::ProjectedLine line;
    for (int i = -40; i <= 40; ++i)
        line.push_back({i * 7.0, 60 * std::sin(i * 0.9) + i});
    geometry->lines = {line, {{-100, -120}, {100, -120}}, {{0, 0}, {40, 80}, {80, 0}, {0, 0}}};
    for (const auto& each : geometry->lines)
        for (const auto& point : each)
            geometry->box.add(point.x, point.y);
    return geometry;
}

TEST_F(BothWays, linesSolidAndThin) {
    for (const double scale : {1.0, 2.0})
        for (const float width : {0.5F, 1.F, 2.3F, 9.F})
            for (const bool round : {true, false}) {
                auto scene = blank(scale);
                scene.base = {scene::StrokeLayer{wave(), {{20, 60, 120}, width, {}, round}}};
                // Where far segments of one line cross, OpenGL lays both.
                expectSame(scene, "solid", {80, 0.1});
            }
}

TEST_F(BothWays, dashesLieAtTheSameSpots) {
    for (const std::vector<float>& dashes :
         {std::vector<float>{9, 3, 2, 3}, std::vector<float>{0.1F, 5}, std::vector<float>{5}}) {
        auto scene = blank(2);
        scene.base = {scene::StrokeLayer{wave(), {{120, 20, 20}, 2, dashes, dashes.size() == 2}}};
        expectSame(scene, "dashed", {255, 0.03});
    }
}

TEST_F(BothWays, areasAndWhatTheyHide) {
    auto area = std::make_shared<scene::AreaGeometry>();
    area->areas = {{{{-80, -90}, {90, -70}, {60, 100}, {-100, 80}}, {{-20, -20}, {30, -20}, {0, 40}}}};
    area->box = {-100, -90, 90, 100};
    auto scene = blank(1);
    scene.base = {scene::StrokeLayer{wave(), {{20, 60, 120}, 3, {}, true}},
                  scene::FillLayer{area, {200, 220, 180}}, scene::FillLayer{area, {90, 20, 20, 90}}};
    expectSame(scene, "areas", {60, 0.12});
}

/// A picture of soft waves on a bent grid.
std::shared_ptr<scene::RasterGeometry> waves(int side, double meters) {
    auto raster = std::make_shared<scene::RasterGeometry>();
    raster->imageWidth = raster->imageHeight = side;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const double angle = 12.0 * x / side, other = 9.0 * y / side;
            raster->rgba.insert(raster->rgba.end(),
                                {static_cast<std::uint8_t>(128 + 100 * std::sin(angle)),
                                 static_cast<std::uint8_t>(128 + 100 * std::cos(other)), 70,
                                 static_cast<std::uint8_t>(155 + 100 * std::sin(angle + other))});
        }
    raster->columns = raster->rows = 5;
    for (int row = 0; row < 5; ++row)
        for (int column = 0; column < 5; ++column)
            raster->grid.push_back({(column - 2) * meters / 4 + 6 * std::sin(row),
                                    (2 - row) * meters / 4 + 5 * std::cos(column)});
    return raster;
}

TEST_F(BothWays, picturesMagnifiedAndShrunk) {
    for (const double opacity : {1.0, 0.4})
        for (const double scale : {1.0, 2.0}) {
            auto scene = blank(scale);
            scene.base = {scene::RasterLayer{waves(60, 220), opacity}};
            expectSame(scene, "magnified", {120, 0.5});
            scene.base = {scene::RasterLayer{waves(700, 220), opacity}};
            expectSame(scene, "shrunk", {120, 0.55});
        }
}

TEST_F(BothWays, aPictureIsNotDrawnWhereAnAreaHidesItAndIsElsewhere) {
    auto area = std::make_shared<scene::AreaGeometry>();
    area->areas = {{{{-200, -200}, {20, -200}, {20, 200}, {-200, 200}}}};
    area->box = {-200, -200, 20, 200};
    auto scene = blank(1);
    scene.base = {scene::RasterLayer{waves(60, 220), 1}, scene::FillLayer{area, {10, 20, 30}}};
    expectSame(scene, "hidden", {100, 0.35});
}

TEST_F(BothWays, aWholeScene) {
    for (const double scale : {1.0, 2.0})
        expectSame(support::everythingScene(scale), "everything", {90, 0.4});
}

TEST_F(BothWays, aTileOfAPictureIsThePartOfTheWhole) {
    auto scene = blank(1);
    scene.base = {scene::RasterLayer{waves(60, 220), 1},
                  scene::StrokeLayer{wave(), {{120, 20, 20}, 2, {9, 3}, false}}};
    const Image whole = processor.renderToImage(scene);
    // The same map with one band only: its upper part.
    auto upper = scene;
    upper.camera.heightPixels = 100;
    upper.camera.center.y += 100;
    const Image part = processor.renderToImage(upper);
    EXPECT_TRUE(std::equal(part.rgba.begin(), part.rgba.end(), whole.rgba.begin()));
}

} // namespace
} // namespace surplace::render
