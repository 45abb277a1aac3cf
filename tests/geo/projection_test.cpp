#include "core/error.hpp"
#include "geo/geodesic.hpp"
#include "geo/plane_transform.hpp"
#include "geo/projection.hpp"
#include "tables/table.hpp"
#include <gtest/gtest.h>
#include <random>

namespace surplace::geo {
namespace {

using tests::number;

constexpr ProjectionKind kinds[] = {ProjectionKind::conformalConic, ProjectionKind::webMercator,
                                    ProjectionKind::equidistant};
const double nan = std::numeric_limits<double>::quiet_NaN();

std::vector<LonLat> somePositions(const LonLatBox& box, int count) {
    std::mt19937 random(20170625); // any seed will do; a fixed one repeats
    std::uniform_real_distribution<> longitude(box.minX, box.maxX), latitude(box.minY, box.maxY);
    std::vector<LonLat> positions;
    for (int i = 0; i < count; ++i)
        positions.push_back({longitude(random), latitude(random)});
    return positions;
}

TEST(PlaneTransform, MatchesPublishedValues) {
    for (const auto& row : tests::readTable("projection")) {
        SCOPED_TRACE(row.at("source"));
        const PlaneTransform plane(row.at("definition"));
        const LonLat position{number(row, "lon"), number(row, "lat")};
        const auto point = plane.forward(position);
        EXPECT_NEAR(point.x, number(row, "x"), number(row, "tolerance"));
        EXPECT_NEAR(point.y, number(row, "y"), number(row, "tolerance"));
        if (row.at("parallel_scale").empty())
            continue;
        EXPECT_NEAR(plane.parallelScale(position), number(row, "parallel_scale"),
                    number(row, "scale_tolerance"));
    }
}

TEST(PlaneTransform, RefusesAnUnknownDefinition) {
    EXPECT_THROW(PlaneTransform("+proj=nothing"), core::Error);
}

TEST(Projection, WebMercatorIsEpsg3857) {
    // IOGP Guidance Note 7-2, Popular Visualisation Pseudo-Mercator.
    const auto point =
        Projection(ProjectionKind::webMercator).forward(LonLat{-100.333333333333333, 24.381786944444444});
    EXPECT_NEAR(point.x, -11169055.58, 0.01);
    EXPECT_NEAR(point.y, 2800000.00, 0.01);
}

TEST(Projection, NamesAndKindsAgree) {
    for (const auto kind : kinds) {
        EXPECT_EQ(projectionByName(name(kind)), kind);
        EXPECT_EQ(Projection(kind).kind(), kind);
    }
    EXPECT_EQ(projectionByName("Conic"), std::nullopt);
    EXPECT_EQ(projectionByName(""), std::nullopt);
}

TEST(Projection, RoundTripsStayWithinAMillimetre) {
    for (const auto kind : kinds) {
        const Projection projection(kind);
        for (const auto& position : somePositions(wideRegion, 1000)) {
            const auto back = projection.inverse(projection.forward(position));
            ASSERT_LT(geodesicBetween(position, back).distanceMeters, 1e-3)
                << name(kind) << ' ' << position.longitudeDegrees << ' ' << position.latitudeDegrees;
        }
    }
}

TEST(Projection, ManyPointsAreTheSameAsOneByOne) {
    for (const auto kind : kinds) {
        const Projection projection(kind);
        const auto positions = somePositions(wideRegion, 200);
        const auto line = projection.forward(positions);
        ASSERT_EQ(line.size(), positions.size());
        for (std::size_t i = 0; i < line.size(); ++i)
            EXPECT_EQ(line[i], projection.forward(positions[i]));
        EXPECT_TRUE(projection.forward(std::vector<LonLat>{}).empty());
    }
}

TEST(Projection, OriginsAndAxes) {
    for (const auto kind : {ProjectionKind::conformalConic, ProjectionKind::equidistant}) {
        const Projection projection(kind);
        const auto origin = projection.forward(LonLat{127, 41.5});
        EXPECT_NEAR(origin.x, 0, 1e-6);
        EXPECT_NEAR(origin.y, 0, 1e-6);
        EXPECT_GT(projection.forward(LonLat{128, 41.5}).x, 80'000);
        EXPECT_GT(projection.forward(LonLat{127, 42.5}).y, 100'000);
    }
}

TEST(Projection, ConicIsTrueToScaleOnItsParallels) {
    const Projection conic(ProjectionKind::conformalConic);
    EXPECT_NEAR(conic.groundMetersPerProjectedMeter({124, 39.5}), 1, 1e-7);
    EXPECT_NEAR(conic.groundMetersPerProjectedMeter({131, 43.5}), 1, 1e-7);
    EXPECT_GT(conic.groundMetersPerProjectedMeter({127, 41.5}), 1.0003);
    EXPECT_LT(conic.groundMetersPerProjectedMeter({127, 37}), 1);
}

TEST(Projection, EquidistantKeepsDistancesFromItsCentre) {
    const Projection equidistant(ProjectionKind::equidistant);
    for (const auto& position : somePositions(wideRegion, 50)) {
        const auto point = equidistant.forward(position);
        EXPECT_NEAR(std::hypot(point.x, point.y), geodesicBetween({127, 41.5}, position).distanceMeters,
                    1e-3);
    }
}

TEST(Projection, ScaleIsThatOfAShortStretchOfParallel) {
    for (const auto kind : kinds) {
        const Projection projection(kind);
        for (const auto& position : somePositions(borderRegion, 20)) {
            const LonLat east{position.longitudeDegrees + 0.001, position.latitudeDegrees};
            const auto a = projection.forward(position), b = projection.forward(east);
            const double measured =
                geodesicBetween(position, east).distanceMeters / std::hypot(b.x - a.x, b.y - a.y);
            EXPECT_NEAR(projection.groundMetersPerProjectedMeter(position), measured, 2e-6) << name(kind);
        }
    }
}

TEST(Projection, WhatHasNoImageIsRefusedOrNan) {
    for (const auto kind : kinds) {
        const Projection projection(kind);
        EXPECT_THROW(projection.forward(LonLat{nan, 41}), core::Error);
        EXPECT_THROW(projection.forward(LonLat{127, 90.5}), core::Error);
        EXPECT_THROW(projection.inverse({nan, 0}), core::Error);
        const auto line = projection.forward(std::vector<LonLat>{{127, 41}, {nan, 41}, {127, 42}, {200, 40}});
        EXPECT_TRUE(std::isfinite(line[0].x) && std::isfinite(line[2].y));
        EXPECT_TRUE(std::isnan(line[1].x) && std::isnan(line[1].y));
        EXPECT_TRUE(std::isnan(line[3].x) && std::isnan(line[3].y));
    }
}

TEST(Projection, Poles) {
    const Projection mercator(ProjectionKind::webMercator), conic(ProjectionKind::conformalConic),
        equidistant(ProjectionKind::equidistant);
    EXPECT_THROW(mercator.forward(LonLat{127, 90}), core::Error);
    EXPECT_THROW(mercator.forward(LonLat{127, -90}), core::Error);
    EXPECT_THROW(mercator.groundMetersPerProjectedMeter({127, 90}), core::Error);
    EXPECT_THROW(conic.forward(LonLat{127, -90}), core::Error);
    EXPECT_NEAR(conic.forward(LonLat{127, 90}).x, 0, 1e-6) << "the apex of the cone";
    EXPECT_NEAR(equidistant.forward(LonLat{127, 90}).y,
                geodesicBetween({127, 41.5}, {127, 90}).distanceMeters, 1e-3);
    const auto line = mercator.forward(std::vector<LonLat>{{127, 90}, {127, 41}});
    EXPECT_TRUE(std::isnan(line[0].y));
    EXPECT_FALSE(std::isnan(line[1].y));
}

} // namespace
} // namespace surplace::geo
