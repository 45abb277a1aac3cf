#include "basemap/borders.hpp"
#include <gtest/gtest.h>

namespace surplace::basemap {
namespace {

Area area(const char* code, geo::LonLatRings rings) {
    Area made;
    made.code = code;
    made.rings = std::move(rings);
    return made;
}

const auto national = [](const Area&, const Area&) { return std::optional(LineKind::nationalBorder); };

TEST(Borders, AreTheEdgesThatTwoAreasShare) {
    // Two squares side by side, both counter-clockwise; their common side has a vertex in its middle.
    const Area west = area("W", {{{0, 0}, {1, 0}, {1, 0.5}, {1, 1}, {0, 1}}});
    const Area east = area("E", {{{1, 0}, {2, 0}, {2, 1}, {1, 1}, {1, 0.5}}});
    const std::vector<Line> lines = bordersBetween({west, east}, national);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].points, (geo::LonLatLine{{1, 0}, {1, 0.5}, {1, 1}}));
    EXPECT_EQ(lines[0].kind, LineKind::nationalBorder);
    EXPECT_FALSE(lines[0].approximate);
}

TEST(Borders, EachNeighbourHasItsOwnLine) {
    const Area south = area("S", {{{0, 0}, {2, 0}, {2, 1}, {1, 1}, {0, 1}}});
    const Area west = area("W", {{{0, 1}, {1, 1}, {1, 2}, {0, 2}}});
    const Area east = area("E", {{{1, 1}, {2, 1}, {2, 2}, {1, 2}}});
    EXPECT_EQ(bordersBetween({south, west, east}, national).size(), 3U);
    const std::vector<Line> some =
        bordersBetween({south, west, east}, [](const Area& one, const Area& other) {
            return one.code == "S" && other.code == "W" ? std::optional(LineKind::disputed) : std::nullopt;
        });
    ASSERT_EQ(some.size(), 1U);
    EXPECT_EQ(some[0].points, (geo::LonLatLine{{1, 1}, {0, 1}}));
    EXPECT_TRUE(some[0].approximate);
}

TEST(Borders, CoastsAreNone) {
    EXPECT_TRUE(bordersBetween({area("A", {{{0, 0}, {1, 0}, {1, 1}}})}, national).empty());
    EXPECT_TRUE(bordersBetween({}, national).empty());
}

} // namespace
} // namespace surplace::basemap
