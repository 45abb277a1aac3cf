#include "render/line_points.hpp"
#include <cmath>
#include <gmock/gmock.h>

namespace surplace::render {
namespace {

const geo::ScreenBox everywhere{-1e9, -1e9, 1e9, 1e9};

TEST(Dashed, alternatesOnAndOffAndRunsAroundCorners) {
    const std::vector<Vertex> line{{0, 0}, {10, 0}, {10, 10}};
    const std::vector<float> pattern{6, 3};
    const std::vector<std::vector<Vertex>> expected{
        {{0, 0}, {6, 0}}, {{9, 0}, {10, 0}, {10, 5}}, {{10, 8}, {10, 10}}};
    EXPECT_EQ(dashed(line, pattern, everywhere, 0), expected);
}

TEST(Dashed, anOddPatternCountsTwice) {
    const std::vector<Vertex> line{{0, 0}, {12, 0}};
    EXPECT_EQ(dashed(line, std::vector<float>{4}, everywhere, 0),
              (std::vector<std::vector<Vertex>>{{{0, 0}, {4, 0}}, {{8, 0}, {12, 0}}}));
}

TEST(Dashed, keepsItsPhaseWhereOnlyAPartIsInTheBox) {
    const std::vector<Vertex> line{{-1e6, 0}, {1e6, 0}};
    const std::vector<float> pattern{6, 4};
    const auto near = dashed(line, pattern, {0, -5, 100, 5}, 2);
    ASSERT_GE(near.size(), 10U);
    EXPECT_LE(near.size(), 13U) << "dashes outside the box cost nothing";
    for (const auto& dash : near) {
        EXPECT_NEAR(std::remainder(dash.front()[0], 10), 0, 1e-6);
        EXPECT_NEAR(dash.back()[0] - dash.front()[0], 6, 1e-6);
    }
}

TEST(Dashed, aPatternOfNothingIsASolidLine) {
    const std::vector<Vertex> line{{0, 0}, {12, 0}};
    EXPECT_EQ(dashed(line, std::vector<float>{0, 0}, everywhere, 0),
              (std::vector<std::vector<Vertex>>{line}));
}

TEST(AppendLine, marksWhereLinesEndSoThatNoSegmentJoinsThem) {
    std::vector<LinePoint> points;
    appendLine(points, std::vector<Vertex>{{0, 0}, {3, 4}}, false, {0, 0});
    appendLine(points, std::vector<Vertex>{{9, 9}, {9, 10}}, false, {0, 0});
    std::vector<float> lengths;
    for (const LinePoint& point : points)
        lengths.push_back(point.length);
    EXPECT_THAT(lengths, testing::ElementsAre(-1, 0, 5, -1, -1, 0, 1, -1));
}

TEST(AppendLine, aClosedLineKnowsItsNeighboursAcrossTheSeam) {
    std::vector<LinePoint> points;
    appendLine(points, std::vector<Vertex>{{0, 0}, {3, 0}, {3, 4}, {0, 0}}, true, {0, 0});
    ASSERT_EQ(points.size(), 6U);
    EXPECT_EQ(points.front().length, -2);
    EXPECT_EQ(points.front().y, 4);
    EXPECT_EQ(points[4].length, 12);
    EXPECT_EQ(points.back().x, 3);
}

TEST(Simplified, staysWithinTheToleranceAndKeepsTheEnds) {
    std::vector<Vertex> line;
    for (int i = 0; i <= 1000; ++i)
        line.push_back({i * 0.1, 0.2 * std::sin(i * 0.5)});
    EXPECT_EQ(simplified(line, 0.3).size(), 2U);
    EXPECT_GT(simplified(line, 0.05).size(), 200U);
    EXPECT_EQ(simplified(line, 0.3).back(), line.back());
}

} // namespace
} // namespace surplace::render
