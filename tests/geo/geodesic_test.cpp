#include "core/error.hpp"
#include "geo/geodesic.hpp"
#include "tables/table.hpp"
#include <gtest/gtest.h>

namespace surplace::geo {
namespace {

using tests::number;

const LonLat yanji{129.508, 42.891};
const LonLat helong{129.004, 42.535};

TEST(Geodesic, InverseMatchesPublishedValues) {
    for (const auto& row : tests::readTable("geodesic_inverse")) {
        SCOPED_TRACE(row.at("source"));
        const auto line = geodesicBetween({number(row, "from_lon"), number(row, "from_lat")},
                                          {number(row, "to_lon"), number(row, "to_lat")});
        EXPECT_NEAR(line.distanceMeters, number(row, "distance_m"), number(row, "distance_tolerance_m"));
        EXPECT_NEAR(line.initialBearingDegrees, number(row, "bearing_deg"),
                    number(row, "bearing_tolerance_deg"));
    }
}

TEST(Geodesic, DirectMatchesPublishedValues) {
    for (const auto& row : tests::readTable("geodesic_direct")) {
        SCOPED_TRACE(row.at("source"));
        const auto to = geodesicDestination({number(row, "from_lon"), number(row, "from_lat")},
                                            number(row, "bearing_deg"), number(row, "distance_m"));
        EXPECT_NEAR(to.longitudeDegrees, number(row, "to_lon"), number(row, "tolerance_deg"));
        EXPECT_NEAR(to.latitudeDegrees, number(row, "to_lat"), number(row, "tolerance_deg"));
    }
}

TEST(Geodesic, BearingsRunFromNorthClockwise) {
    EXPECT_DOUBLE_EQ(geodesicBetween({127, 40}, {127, 41}).initialBearingDegrees, 0);
    EXPECT_DOUBLE_EQ(geodesicBetween({127, 41}, {127, 40}).initialBearingDegrees, 180);
    const double west = geodesicBetween({128, 41}, {127, 41}).initialBearingDegrees;
    EXPECT_GT(west, 270);
    EXPECT_LT(west, 271);
}

TEST(Geodesic, ArcStartsAndEndsExactlyAndKeepsItsStep) {
    const auto arc = geodesicArc({123.43, 41.8}, yanji, 20'000);
    EXPECT_EQ(arc.front(), (LonLat{123.43, 41.8}));
    EXPECT_EQ(arc.back(), yanji);
    ASSERT_GT(arc.size(), 20u);
    double length = 0;
    for (std::size_t i = 1; i < arc.size(); ++i) {
        const double step = geodesicBetween(arc[i - 1], arc[i]).distanceMeters;
        EXPECT_LE(step, 20'000.001);
        length += step;
    }
    EXPECT_NEAR(length, geodesicBetween(arc.front(), arc.back()).distanceMeters, 1e-6);
    EXPECT_EQ(geodesicArc(yanji, yanji), (LonLatLine{yanji, yanji}));
    EXPECT_THROW(geodesicArc(yanji, helong, 0), core::Error);
}

TEST(Geodesic, CircleLiesAtOneDistance) {
    const auto ring = geodesicCircle(yanji, 58'400, 32);
    ASSERT_EQ(ring.size(), 32u);
    for (const auto& position : ring)
        EXPECT_NEAR(geodesicBetween(yanji, position).distanceMeters, 58'400, 1e-6);
    EXPECT_THROW(geodesicCircle(yanji, 58'400, 2), core::Error);
    EXPECT_THROW(geodesicCircle(yanji, -1), core::Error);
}

TEST(Geodesic, RefusesWhatIsNotAPosition) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_THROW(geodesicBetween({nan, 41}, yanji), core::Error);
    EXPECT_THROW(geodesicBetween(yanji, {127, 91}), core::Error);
    EXPECT_THROW(geodesicDestination(yanji, nan, 1), core::Error);
    EXPECT_THROW(LonLat::make(nan, 41), core::Error);
    EXPECT_THROW(LonLat::make(180.5, 41), core::Error);
    EXPECT_EQ(LonLat::make(-180, 90), (LonLat{-180, 90}));
}

TEST(Contains, FollowsTheEvenOddRule) {
    const LonLatRings rings{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {{4, 4}, {6, 4}, {6, 6}, {4, 6}}};
    EXPECT_TRUE(contains(rings, {2, 2}));
    EXPECT_FALSE(contains(rings, {5, 5})) << "in the hole";
    EXPECT_FALSE(contains(rings, {11, 5}));
    EXPECT_FALSE(contains({}, {1, 1}));
    EXPECT_FALSE(contains({{}}, {1, 1}));
}

TEST(Contains, CountsAVertexAtTheSameHeightOnce) {
    const LonLatRings diamond{{{0, -5}, {5, 0}, {0, 5}, {-5, 0}}};
    EXPECT_TRUE(contains(diamond, {0, 0}));
    EXPECT_FALSE(contains(diamond, {-6, 0}));
    EXPECT_FALSE(contains(diamond, {6, 0}));
    EXPECT_FALSE(contains(diamond, {-3, 5}));
}

TEST(Box, GrowsFromNothing) {
    LonLatBox box;
    EXPECT_TRUE(box.isEmpty());
    EXPECT_EQ(box.width(), 0);
    box.add(1, 2);
    box.add(4, 1);
    EXPECT_EQ(box, (LonLatBox{1, 1, 4, 2}));
    EXPECT_TRUE(box.contains(2, 1.5));
    EXPECT_FALSE(box.overlaps({5, 1, 6, 2}));
}

} // namespace
} // namespace surplace::geo
