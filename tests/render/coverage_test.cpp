#include "geo/types.hpp"
#include "render/coverage.hpp"
#include <gtest/gtest.h>

namespace surplace::render {
namespace {

using Ring = std::vector<geo::ScreenPoint>;

std::vector<std::uint8_t> covered(const std::vector<Ring>& rings, int width, int height) {
    Coverage coverage({0, 0, width, height});
    coverage.add(rings, 1, 1, 0, 0);
    return coverage.bytes();
}

TEST(Coverage, isTheShareOfThePixel) {
    const auto bytes = covered({{{1, 1}, {3.25, 1}, {3.25, 2.5}, {1, 2.5}}}, 5, 4);
    const std::vector<std::uint8_t> expected{0, 0,   0,   0,  0, 0, 255, 255, 64, 0,
                                             0, 128, 128, 32, 0, 0, 0,   0,   0,  0};
    EXPECT_EQ(bytes, expected);
}

TEST(Coverage, aRingWithinARingIsAHoleWhicheverWayItRuns) {
    const Ring outer{{0, 0}, {6, 0}, {6, 6}, {0, 6}}, hole{{2, 2}, {4, 2}, {4, 4}, {2, 4}};
    const Ring reversed(hole.rbegin(), hole.rend());
    const auto bytes = covered({outer, hole}, 6, 6);
    EXPECT_EQ(bytes[0], 255);
    EXPECT_EQ(bytes[2 * 6 + 2], 0);
    EXPECT_EQ(bytes, covered({outer, reversed}, 6, 6));
}

TEST(Coverage, areasThatShareASideMeetWithoutASeam) {
    const std::vector<Ring> left{{{-5, -5}, {3.3, -5}, {5.7, 20}, {-5, 20}}},
        right{{{3.3, -5}, {20, -5}, {20, 20}, {5.7, 20}}};
    Coverage coverage({0, 0, 10, 10});
    coverage.add(left, 1, 1, 0, 0);
    coverage.add(right, 1, 1, 0, 0);
    EXPECT_EQ(coverage.bytes(), std::vector<std::uint8_t>(100, 255));
}

TEST(Coverage, aTileIsAPartOfTheWhole) {
    const std::vector<Ring> rings{{{-300, 4}, {31.7, -20.3}, {500, 19.2}, {12.1, 60}}};
    const auto whole = covered(rings, 40, 40);
    Coverage part({13, 7, 20, 20});
    part.add(rings, 1, 1, 0, 0);
    const auto bytes = part.bytes();
    for (std::size_t y = 0; y < 20; ++y)
        for (std::size_t x = 0; x < 20; ++x)
            EXPECT_NEAR(bytes[y * 20 + x], whole[(y + 7) * 40 + x + 13], 1) << x << ' ' << y;
}

TEST(Coverage, pointsThatAreNotFiniteAreLeftOut) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(covered({{{0, 0}, {nan, 2}, {4, 0}, {4, 4}, {0, 4}}}, 4, 4),
              std::vector<std::uint8_t>(16, 255));
    EXPECT_EQ(covered({{{nan, nan}}, {}}, 2, 2), std::vector<std::uint8_t>(4, 0));
}

} // namespace
} // namespace surplace::render
