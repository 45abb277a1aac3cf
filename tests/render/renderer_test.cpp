#include "core/error.hpp"
#include "render/renderer.hpp"
#include "support/everything_scene.hpp"
#include "support/image_compare.hpp"
#include <array>
#include <epoxy/gl.h>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <set>

namespace surplace::render {
namespace {

const std::filesystem::path failures = std::filesystem::path(SURPLACE_BINARY_DIR) / "pictures";

class RendererTest : public testing::Test {
protected:
    static scene::Scene blank(int width = 64, int height = 64) {
        scene::Scene scene;
        scene.camera.widthPixels = width;
        scene.camera.heightPixels = height;
        scene.background = {255, 255, 255};
        return scene;
    }
    static std::array<int, 3> pixel(const Image& image, int x, int y) {
        const std::size_t i = (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                               static_cast<std::size_t>(x)) *
                              4;
        return {image.rgba[i], image.rgba[i + 1], image.rgba[i + 2]};
    }
    static int darkPixels(const Image& image) {
        int count = 0;
        for (std::size_t i = 0; i < image.rgba.size(); i += 4)
            count += image.rgba[i] < 128 ? 1 : 0;
        return count;
    }
    OffscreenContext context;
    text::Typesetter typesetter;
    Renderer renderer{typesetter};
};

constexpr scene::Color black{0, 0, 0};

TEST_F(RendererTest, everyMarkShapeAndFillLooksDifferent) {
    for (const float radius : {5.F, 10.F}) {
        std::set<std::vector<std::uint8_t>> pictures;
        for (int shape = 0; shape <= static_cast<int>(scene::MarkShape::crossing); ++shape)
            for (int fill = 0; fill <= static_cast<int>(scene::MarkFill::open); ++fill) {
                auto scene = blank(32, 32);
                scene.map.marks.push_back({16, 16, radius, static_cast<scene::MarkShape>(shape),
                                           static_cast<scene::MarkFill>(fill), black, 1, 0});
                pictures.insert(renderer.renderToImage(scene).rgba);
            }
        EXPECT_EQ(pictures.size(), 45U) << "at radius " << radius;
    }
}

TEST_F(RendererTest, outerRingsAreClosedOrOpen) {
    const auto ring = [&](float outer) {
        auto scene = blank();
        scene.map.marks.push_back(
            {32, 32, 6, scene::MarkShape::circle, scene::MarkFill::solid, black, 1, outer});
        return renderer.renderToImage(scene);
    };
    const int none = darkPixels(ring(0)), closed = darkPixels(ring(20)), open = darkPixels(ring(-20));
    EXPECT_GT(open, none + 20);
    EXPECT_GT(closed, open + 20);
}

TEST_F(RendererTest, aMarkBeyondTheEdgeStillShowsItsHalf) {
    auto scene = blank();
    scene.map.marks.push_back({-3, 32, 10, scene::MarkShape::square, scene::MarkFill::solid, black, 1, 0});
    EXPECT_EQ(pixel(renderer.renderToImage(scene), 2, 32), (std::array{0, 0, 0}));
}

TEST_F(RendererTest, aMarkLargerThanAnyPointOfTheDriverIsDrawn) {
    auto scene = blank(1200, 1200);
    scene.map.marks.push_back({600, 600, 550, scene::MarkShape::circle, scene::MarkFill::solid, black, 1, 0});
    const Image image = renderer.renderToImage(scene);
    EXPECT_EQ(pixel(image, 600, 60), (std::array{0, 0, 0}));
    EXPECT_EQ(pixel(image, 60, 60), (std::array{255, 255, 255}));
}

TEST_F(RendererTest, manySolidDotsLookLikeEachByItself) {
    // The short way for dots draws what the general one draws for them.
    auto scene = blank(300, 200);
    for (int i = 0; i < 40; ++i)
        scene.map.marks.push_back({3.3F + 7.13F * static_cast<float>(i),
                                   5 + 4.7F * static_cast<float>(i),
                                   0.7F + 0.2F * static_cast<float>(i),
                                   scene::MarkShape::circle,
                                   scene::MarkFill::solid,
                                   {200, 40, static_cast<std::uint8_t>(6 * i)},
                                   i % 3 == 0 ? 0.4F : 1.F,
                                   0});
    const Image dots = renderer.renderToImage(scene);
    scene.map.marks.push_back({-500, -500, 5, scene::MarkShape::star, scene::MarkFill::open, black, 1, 0});
    EXPECT_TRUE(support::sameImage(dots, renderer.renderToImage(scene), "dots", failures, {1, 0.1}));
}

TEST_F(RendererTest, veryManyMarksLookLikeFewOnTopOfEachOther) {
    // 5000 marks go another way than 50; those outside the picture only switch it.
    for (const double scale : {1.0, 2.0}) {
        auto few = blank(300, 200);
        few.camera.scale = scale;
        for (int i = 0; i < 50; ++i)
            few.map.marks.push_back({2.37F + 6.1F * static_cast<float>(i),
                                     8.21F + 31.7F * static_cast<float>(i % 7),
                                     4 + static_cast<float>(i % 3),
                                     static_cast<scene::MarkShape>(i % 9),
                                     static_cast<scene::MarkFill>(i % 5),
                                     {200, 40, 60},
                                     i % 4 == 0 ? 0.5F : 1.F,
                                     i % 11 == 0 ? 9.F : 0.F});
        auto many = few;
        many.map.marks.insert(many.map.marks.begin(), 5000,
                              {-100, -100, 5, scene::MarkShape::circle, scene::MarkFill::open, black, 1, 0});
        EXPECT_TRUE(support::sameImage(renderer.renderToImage(few), renderer.renderToImage(many), "stamped",
                                       failures, {2, 0.05}));
    }
}

TEST_F(RendererTest, aPileOfMarksShowsTheOneOnTop) {
    auto scene = blank();
    for (int i = 0; i < 5000; ++i)
        scene.map.marks.push_back({32,
                                   32,
                                   12,
                                   scene::MarkShape::square,
                                   scene::MarkFill::solid,
                                   {0, static_cast<std::uint8_t>(i % 100), 0},
                                   1,
                                   0});
    scene.map.marks.push_back(
        {32, 32, 5, scene::MarkShape::circle, scene::MarkFill::solid, {255, 0, 0}, 1, 0});
    const Image image = renderer.renderToImage(scene);
    EXPECT_EQ(pixel(image, 32, 32), (std::array{255, 0, 0}));
    EXPECT_EQ(pixel(image, 25, 25), (std::array{0, 99, 0}));
    EXPECT_EQ(pixel(image, 2, 2), (std::array{255, 255, 255}));
}

TEST_F(RendererTest, fillsByTheEvenOddRule) {
    auto scene = blank();
    auto geometry = std::make_shared<scene::AreaGeometry>();
    geometry->areas = {{{{-20'000, -20'000}, {20'000, -20'000}, {20'000, 20'000}, {-20'000, 20'000}},
                        {{-8'000, -8'000}, {8'000, -8'000}, {8'000, 8'000}, {-8'000, 8'000}}}};
    geometry->box = {-20'000, -20'000, 20'000, 20'000};
    scene.base.emplace_back(scene::FillLayer{geometry, black});
    scene.map.shapes.push_back(
        {{{{1, 1}, {9, 1}, {9, 9}, {1, 9}}, {{3, 3}, {7, 3}, {7, 7}, {3, 7}}}, {255, 0, 0}, 1, false, 0});
    const Image image = renderer.renderToImage(scene);
    EXPECT_EQ(pixel(image, 32, 32), (std::array{255, 255, 255})) << "in the hole";
    EXPECT_EQ(pixel(image, 18, 32), (std::array{0, 0, 0}));
    EXPECT_EQ(pixel(image, 2, 2), (std::array{255, 0, 0}));
    EXPECT_EQ(pixel(image, 5, 5), (std::array{255, 255, 255}));
}

TEST_F(RendererTest, northIsUp) {
    auto scene = blank();
    auto geometry = std::make_shared<scene::AreaGeometry>();
    geometry->areas = {{{{-32'000, 10'000}, {32'000, 10'000}, {32'000, 32'000}, {-32'000, 32'000}}}};
    geometry->box = {-32'000, 10'000, 32'000, 32'000};
    scene.base.emplace_back(scene::FillLayer{geometry, black});
    const Image image = renderer.renderToImage(scene);
    EXPECT_EQ(pixel(image, 32, 5), (std::array{0, 0, 0}));
    EXPECT_EQ(pixel(image, 32, 60), (std::array{255, 255, 255}));
}

TEST_F(RendererTest, aSoftEdgeRisesInwards) {
    auto scene = blank();
    scene.map.shapes.push_back({{{{2, 2}, {62, 2}, {62, 62}, {2, 62}}}, black, 1, false, 20});
    const Image image = renderer.renderToImage(scene);
    EXPECT_GT(pixel(image, 4, 32)[0], 230);
    EXPECT_NEAR(pixel(image, 12, 32)[0], 120, 25);
    EXPECT_EQ(pixel(image, 32, 32)[0], 0);
}

TEST_F(RendererTest, aHatchedShapeIsPartlyPale) {
    auto scene = blank();
    scene.map.shapes.push_back({{{{0, 0}, {64, 0}, {64, 64}, {0, 64}}}, black, 1, true, 0});
    const int dark = darkPixels(renderer.renderToImage(scene));
    EXPECT_GT(dark, 64 * 64 / 8);
    EXPECT_LT(dark, 64 * 64 / 2);
}

TEST_F(RendererTest, dashesAndDotsAreInterruptedAlike) {
    for (const std::vector<float>& dashes : {std::vector<float>{8, 8}, std::vector<float>{0.1F, 8}}) {
        auto path = blank();
        path.map.paths.push_back({{{0, 32.5}, {60, 32.5}}, {black, 3, dashes, dashes.front() < 1}});
        auto layer = blank();
        auto geometry = std::make_shared<scene::LineGeometry>();
        geometry->lines = {{{-32'000, -500}, {28'000, -500}}};
        geometry->box = {-32'000, -500, 28'000, -500};
        layer.base.emplace_back(scene::StrokeLayer{geometry, {black, 3, dashes, dashes.front() < 1}});
        const Image drawn = renderer.renderToImage(path);
        EXPECT_LT(pixel(drawn, 0, 32)[0], 30);
        EXPECT_EQ(pixel(drawn, 12, 32)[0], 255);
        EXPECT_TRUE(support::sameImage(drawn, renderer.renderToImage(layer), "dashes", failures, {2, 0.02}))
            << "CPU and shader agree";
    }
}

TEST_F(RendererTest, aTranslucentPathHasNoDarkerJoints) {
    auto scene = blank();
    scene.map.paths.push_back({{{8, 8}, {32, 50}, {56, 8}}, {black, 8, {}, true}, 0.5});
    const Image image = renderer.renderToImage(scene);
    int darkest = 255;
    for (std::size_t i = 0; i < image.rgba.size(); i += 4)
        darkest = std::min<int>(darkest, image.rgba[i]);
    EXPECT_NEAR(darkest, 127, 1);
}

TEST_F(RendererTest, arrowheadsAreSolidOrOpen) {
    const auto arrow = [&](bool arrowAtEnd, bool open) {
        auto scene = blank();
        scene.map.paths.push_back(
            {{{4, 32}, {60, 32}}, {black, 2, {}, true}, 1, false, arrowAtEnd, open, 20});
        return darkPixels(renderer.renderToImage(scene));
    };
    EXPECT_GT(arrow(true, false), arrow(true, true) + 50);
    EXPECT_GT(arrow(true, true), arrow(false, false) + 20);
}

TEST_F(RendererTest, aLabelIsTheTypesettersOwnPixels) {
    auto scene = blank(200, 40);
    scene::Label label;
    label.topLeft = {10.3, 8.4};
    label.text = "Sample 示例";
    label.color = black;
    scene.map.labels.push_back(label);
    for (const double scale : {1.0, 2.0}) {
        scene.camera.scale = scale;
        const Image image = renderer.renderToImage(scene);
        const text::Bitmap bitmap = typesetter.rasterise(label.text, label.style, scale);
        const int left = static_cast<int>(std::lround(10.3 * scale)) + bitmap.offsetX,
                  top = static_cast<int>(std::lround(8.4 * scale)) + bitmap.offsetY;
        for (int y = 0; y < bitmap.height; ++y)
            for (int x = 0; x < bitmap.width; ++x) {
                const int coverage = bitmap.coverage[static_cast<std::size_t>(y * bitmap.width + x)];
                ASSERT_NEAR(pixel(image, left + x, top + y)[0], 255 - coverage, 1)
                    << x << ' ' << y << " at scale " << scale;
            }
    }
}

TEST_F(RendererTest, moreLabelsThanTheAtlasHoldsAreAllDrawn) {
    auto scene = blank(400, 300);
    scene.camera.scale = 4;
    for (int i = 0; i < 60; ++i) {
        scene::Label label;
        label.topLeft = {0, 0};
        label.text = "A wide heading, number " + std::to_string(i);
        label.style.sizePixels = 30;
        label.color = {0, 0, 0, 1}; // next to invisible
        scene.map.labels.push_back(label);
    }
    scene.map.labels.back().topLeft = {0, 200};
    scene.map.labels.front().topLeft = {0, 250};
    scene.map.labels.back().color = scene.map.labels.front().color = black;
    const Image image = renderer.renderToImage(scene);
    int upper = 0, lower = 0;
    for (int y = 800; y < 1200; ++y)
        for (int x = 0; x < image.width; ++x)
            (y < 1000 ? upper : lower) += pixel(image, x, y)[0] < 60 ? 1 : 0;
    EXPECT_GT(upper, 1000);
    EXPECT_GT(lower, 1000);
}

TEST_F(RendererTest, anInsetStaysInItsBox) {
    auto scene = blank();
    scene::Inset inset;
    inset.box = {20, 20, 50, 44};
    inset.camera.widthPixels = 30;
    inset.camera.heightPixels = 24;
    inset.background = {200, 200, 200};
    inset.frame = {0, 0, 255};
    inset.sheet.paths.push_back({{{-100, 12}, {100, 12}}, {black, 6, {}, true}});
    inset.sheet.marks.push_back({30, 24, 12, scene::MarkShape::circle, scene::MarkFill::solid, black, 1, 0});
    scene.insets.push_back(inset);
    const Image image = renderer.renderToImage(scene);
    EXPECT_EQ(pixel(image, 35, 32), (std::array{0, 0, 0})) << "the path, in the inset's own pixels";
    EXPECT_EQ(pixel(image, 20, 25), (std::array{0, 0, 255})) << "its frame";
    EXPECT_EQ(pixel(image, 25, 25), (std::array{200, 200, 200}));
    for (int i = 0; i < 64; ++i) {
        EXPECT_EQ(pixel(image, 19, i), (std::array{255, 255, 255}));
        EXPECT_EQ(pixel(image, 50, i), (std::array{255, 255, 255}));
        EXPECT_EQ(pixel(image, i, 44), (std::array{255, 255, 255}));
    }
}

TEST_F(RendererTest, twoRunsGiveTheSameBytes) {
    const Image first = renderer.renderToImage(support::everythingScene(1));
    Renderer fresh(typesetter);
    fresh.renderToImage(support::largeScene(2'000, 10, 50)); // with something else drawn before
    EXPECT_TRUE(
        support::sameImage(first, fresh.renderToImage(support::everythingScene(1)), "runs", failures));
    const auto scene = support::everythingScene(1);
    renderer.renderToImage(scene);
    EXPECT_TRUE(support::sameImage(first, renderer.renderToImage(scene), "kept_base", failures))
        << "the base map kept from the frame before";
}

TEST_F(RendererTest, theWindowShowsWhatTheImageHolds) {
    const auto scene = support::everythingScene(1);
    const Image image = renderer.renderToImage(scene);
    GLuint framebuffer = 0, renderbuffer = 0;
    glGenFramebuffers(1, &framebuffer);
    glGenRenderbuffers(1, &renderbuffer);
    glBindRenderbuffer(GL_RENDERBUFFER, renderbuffer);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, image.width, image.height);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, renderbuffer);
    // State as a window toolkit may have left it.
    glEnable(GL_SCISSOR_TEST);
    glScissor(0, 0, 3, 3);
    glEnable(GL_CULL_FACE);
    glEnable(GL_DEPTH_TEST);
    glBlendFunc(GL_ZERO, GL_ONE);
    renderer.draw(scene);
    GLint bound = 0;
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &bound);
    EXPECT_EQ(static_cast<GLuint>(bound), framebuffer);
    Image window{image.width, image.height, std::vector<std::uint8_t>(image.rgba.size())};
    glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer);
    const std::size_t stride = static_cast<std::size_t>(image.width) * 4;
    for (int row = 0; row < image.height; ++row) // a window's row 0 is the lowest
        glReadPixels(0, row, image.width, 1, GL_RGBA, GL_UNSIGNED_BYTE,
                     window.rgba.data() + static_cast<std::size_t>(image.height - 1 - row) * stride);
    for (std::size_t i = 3; i < window.rgba.size(); i += 4)
        window.rgba[i] = 255;
    EXPECT_TRUE(support::sameImage(image, window, "window", failures));
    EXPECT_EQ(glGetError(), static_cast<GLenum>(GL_NO_ERROR));
    glDeleteFramebuffers(1, &framebuffer);
    glDeleteRenderbuffers(1, &renderbuffer);
}

TEST_F(RendererTest, aPictureLargerThanATileHasNoSeams) {
    auto scene = blank(4200, 40);
    scene.map.paths.push_back({{{4000, 5}, {4190, 35}}, {black, 5, {9, 4}, true}, 0.7});
    scene.map.shapes.push_back({{{{4050, 0}, {4150, 10}, {4100, 40}}}, {200, 30, 30}, 0.5, true, 5});
    scene.map.marks.push_back(
        {4095, 20, 15, scene::MarkShape::star, scene::MarkFill::hatched, {30, 80, 150}, 1, 18});
    const Image tiled = renderer.renderToImage(scene);
    // The same 300 pixels drawn in one piece.
    auto part = scene;
    part.camera.widthPixels = 300;
    const double shift = 3990; // whole periods of the hatching apart do not matter to marks and paths
    part.map.shapes.clear();
    scene.map.shapes.clear();
    for (auto& point : part.map.paths[0].points)
        point.x -= shift;
    part.map.marks[0].x -= static_cast<float>(shift);
    const Image whole = renderer.renderToImage(part), again = renderer.renderToImage(scene);
    for (int y = 0; y < 40; ++y)
        for (int x = 0; x < 210; ++x)
            for (std::size_t channel = 0; channel < 3; ++channel)
                ASSERT_NEAR(pixel(whole, x, y)[channel], pixel(again, x + 3990, y)[channel], 2)
                    << x << ' ' << y;
    EXPECT_EQ(tiled.width, 4200);
}

TEST_F(RendererTest, refusesSizesThatCannotBeDrawn) {
    for (const auto& [width, height] : {std::pair{20'000, 10}, std::pair{10, 20'000}, std::pair{0, 10}}) {
        try {
            renderer.renderToImage(blank(width, height));
            ADD_FAILURE() << width << " x " << height;
        } catch (const core::Error& error) {
            EXPECT_THAT(error.what(), testing::HasSubstr("16384"));
        }
    }
}

TEST_F(RendererTest, aShaderThatDoesNotCompileIsNamed) {
    const auto folder = std::filesystem::temp_directory_path() / "surplace_broken_shaders";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "label.frag") << "#version 330 core\nvoid main() { nonsense; }\n";
    try {
        Renderer broken(typesetter, folder.string());
        ADD_FAILURE() << "compiled";
    } catch (const core::Error& error) {
        EXPECT_THAT(error.what(),
                    testing::AllOf(testing::HasSubstr("label.frag"), testing::HasSubstr("nonsense")));
    }
    std::filesystem::remove_all(folder);
}

TEST_F(RendererTest, emptyAndBrokenGeometryDrawsNothing) {
    auto scene = blank();
    scene.base.emplace_back(scene::FillLayer{std::make_shared<scene::AreaGeometry>(), black});
    scene.base.emplace_back(scene::FillLayer{nullptr, black});
    scene.base.emplace_back(scene::StrokeLayer{std::make_shared<scene::LineGeometry>(), {black}});
    scene.base.emplace_back(scene::RasterLayer{std::make_shared<scene::RasterGeometry>()});
    scene.map.paths.push_back({{}, {black}});
    scene.map.shapes.push_back({});
    scene.map.labels.push_back({});
    EXPECT_EQ(darkPixels(renderer.renderToImage(scene)), 0);
}

TEST_F(RendererTest, namesTheDriver) {
    EXPECT_THAT(rendererVersion(), testing::HasSubstr("OpenGL"));
}

} // namespace
} // namespace surplace::render
