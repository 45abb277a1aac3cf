#include "publish/bt709.hpp"
#include <array>
#include <gtest/gtest.h>

namespace surplace::publish {
namespace {

std::array<int, 3> converted(std::uint8_t r, std::uint8_t g, std::uint8_t b) {
    render::Image image{2, 2, {}};
    for (int i = 0; i < 4; ++i)
        image.rgba.insert(image.rgba.end(), {r, g, b, 255});
    std::array<std::uint8_t, 4> y{};
    std::uint8_t u = 0, v = 0;
    toBt709(image, {y.data(), &u, &v, 2, 1, 1});
    EXPECT_EQ(y[0], y[3]);
    return {y[0], u, v};
}

// Colour bars at full amplitude: ITU-R BT.709-6 item 3.4 and 4.6 (quantisation) give these levels for 8 bits.
TEST(Bt709, publishedLevels) {
    using Levels = std::array<int, 3>;
    EXPECT_EQ(converted(0, 0, 0), (Levels{16, 128, 128}));
    EXPECT_EQ(converted(255, 255, 255), (Levels{235, 128, 128}));
    EXPECT_EQ(converted(255, 0, 0), (Levels{63, 102, 240}));
    EXPECT_EQ(converted(0, 255, 0), (Levels{173, 42, 26}));
    EXPECT_EQ(converted(0, 0, 255), (Levels{32, 240, 118}));
    EXPECT_EQ(converted(255, 255, 0), (Levels{219, 16, 138}));
}

TEST(Bt709, chromaIsTheMeanOfFourPixels) {
    render::Image image{2, 2, {255, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255}};
    std::array<std::uint8_t, 4> y{};
    std::uint8_t u = 0, v = 0;
    toBt709(image, {y.data(), &u, &v, 2, 1, 1});
    EXPECT_EQ(v, 156); // 128 + 112 / 4
    EXPECT_EQ(u, 122); // 128 - 25.67 / 4, rounded
}

} // namespace
} // namespace surplace::publish
