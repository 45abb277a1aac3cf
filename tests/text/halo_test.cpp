#include "text/halo.hpp"
#include <gtest/gtest.h>
#include <numbers>
#include <numeric>

using surplace::text::grownByDisc;

namespace {

std::vector<std::uint8_t> dot(int size) {
    std::vector<std::uint8_t> coverage(static_cast<std::size_t>(size) * size, 0);
    coverage[static_cast<std::size_t>(size / 2) * size + size / 2] = 255;
    return coverage;
}

} // namespace

TEST(Halo, aDotBecomesADiscOfTheRadius) {
    for (const double radius : {1.5, 2.0, 3.25, 6.0}) {
        const int size = 21;
        const auto grown = grownByDisc(dot(size), size, size, radius);
        const double area = std::accumulate(grown.begin(), grown.end(), 0.0) / 255;
        // A point's disc has the area pi r^2; sampling the antialiased edge at pixel centres is good to a few
        // percent.
        EXPECT_NEAR(area, std::numbers::pi * radius * radius, 0.08 * area + 0.5) << radius;
    }
}

TEST(Halo, isSymmetricAndFallsOffOutward) {
    const int size = 11;
    const auto grown = grownByDisc(dot(size), size, size, 2.5);
    const auto at = [&](int x, int y) { return grown[static_cast<std::size_t>(y) * size + x]; };
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x) {
            EXPECT_EQ(at(x, y), at(size - 1 - x, y));
            EXPECT_EQ(at(x, y), at(y, x));
        }
    for (int x = 5; x + 1 < size; ++x)
        EXPECT_GE(at(x, 5), at(x + 1, 5));
    EXPECT_EQ(at(7, 5), 255);
    EXPECT_EQ(at(9, 5), 0);
}

TEST(Halo, neverLiesBelowTheCoverage) {
    std::vector<std::uint8_t> coverage(37 * 11);
    for (std::size_t i = 0; i < coverage.size(); ++i)
        coverage[i] = static_cast<std::uint8_t>((i * 71) % 256);
    const auto grown = grownByDisc(coverage, 37, 11, 1.2);
    for (std::size_t i = 0; i < coverage.size(); ++i)
        EXPECT_GE(grown[i], coverage[i]);
}

TEST(Halo, surfaceSmallerThanTheDisc) {
    EXPECT_EQ(grownByDisc({255}, 1, 1, 9), std::vector<std::uint8_t>{255});
    EXPECT_TRUE(grownByDisc({}, 0, 0, 2).empty());
}
