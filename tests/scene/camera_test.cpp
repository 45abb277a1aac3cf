#include "scene/camera.hpp"
#include <gtest/gtest.h>

namespace surplace::scene {

namespace {

using geo::ProjectionKind;
constexpr ProjectionKind kinds[]{ProjectionKind::conformalConic, ProjectionKind::webMercator,
                                 ProjectionKind::equidistant};

TEST(Camera, ScreenAndPlaneAreInverse) {
    const Camera camera = borderView(ProjectionKind::conformalConic, 1280, 720, 2);
    const auto point = camera.fromScreen({123, 456});
    EXPECT_NEAR(camera.toScreen(point).x, 123, 1e-9);
    EXPECT_NEAR(camera.toScreen(point).y, 456, 1e-9);
    EXPECT_EQ(camera.deviceWidth(), 2560);
}

TEST(Camera, ZoomKeepsThePointUnderTheAnchor) {
    for (const double factor : {1.25, 2.0, 0.5, 1e6, 1e-6}) {
        const Camera camera = borderView(ProjectionKind::conformalConic, 1280, 720, 1);
        const geo::ScreenPoint anchor{200, 650};
        const auto before = camera.fromScreen(anchor);
        const Camera after = zoomed(camera, factor, anchor);
        EXPECT_NEAR(after.fromScreen(anchor).x, before.x, 1e-5);
        EXPECT_NEAR(after.fromScreen(anchor).y, before.y, 1e-5);
        EXPECT_GE(after.metersPerPixel, minMetersPerPixel);
        EXPECT_LE(after.metersPerPixel, maxMetersPerPixel);
    }
}

TEST(Camera, ZoomByNonsenseChangesNothing) {
    const Camera camera = borderView(ProjectionKind::conformalConic, 1280, 720, 1);
    for (const double factor : {0.0, -1.0, std::nan(""), std::numeric_limits<double>::infinity()})
        EXPECT_EQ(zoomed(camera, factor, {0, 0}), camera);
}

TEST(Camera, PanMovesTheMapWithThePointer) {
    const Camera camera = borderView(ProjectionKind::conformalConic, 1280, 720, 1);
    const auto under = camera.fromScreen({100, 100});
    const auto moved = panned(camera, 40, -25).toScreen(under);
    EXPECT_NEAR(moved.x, 140, 1e-9);
    EXPECT_NEAR(moved.y, 75, 1e-9);
}

TEST(Camera, FitHoldsTheWholeBoxWithItsMargin) {
    for (const auto kind : kinds)
        for (const geo::LonLatBox& box :
             {geo::borderRegion, geo::wideRegion, geo::LonLatBox{128.9, 42.4, 130.4, 43.0}}) {
            const Camera camera = fit(box, kind, 900, 700, 1, 30);
            const geo::Projection projection(kind);
            for (int i = 0; i <= 50; ++i) {
                const double x = box.minX + box.width() * i / 50, y = box.minY + box.height() * i / 50;
                for (const geo::LonLat& p : {geo::LonLat{x, box.minY}, geo::LonLat{x, box.maxY},
                                             geo::LonLat{box.minX, y}, geo::LonLat{box.maxX, y}}) {
                    const auto at = camera.toScreen(projection.forward(p));
                    EXPECT_GE(at.x, 29.5);
                    EXPECT_LE(at.x, 870.5);
                    EXPECT_GE(at.y, 29.5);
                    EXPECT_LE(at.y, 670.5);
                }
            }
        }
}

TEST(Camera, FitOfASinglePointStaysWithinTheScaleLimits) {
    const Camera camera = fit({129.5, 42.9, 129.5, 42.9}, ProjectionKind::conformalConic, 800, 600, 1);
    EXPECT_EQ(camera.metersPerPixel, minMetersPerPixel);
}

TEST(Camera, FitOfNothingIsTheBorder) {
    EXPECT_EQ(fit({}, ProjectionKind::conformalConic, 1280, 720, 1),
              borderView(ProjectionKind::conformalConic, 1280, 720, 1));
}

TEST(Camera, BorderViewHoldsBothRiversAndThePlacesOfTransfer) {
    for (const auto kind : kinds) {
        const Camera camera = borderView(kind, 1280, 720, 1);
        const geo::Projection projection(kind);
        for (const geo::LonLat& place : {geo::LonLat{123.4328, 41.7922}, geo::LonLat{124.3947, 40.1292},
                                         geo::LonLat{129.5078, 42.9075}, geo::LonLat{130.69, 42.29}}) {
            const auto at = camera.toScreen(projection.forward(place));
            EXPECT_TRUE(at.x > 60 && at.x < 1220 && at.y > 60 && at.y < 650) << place.longitudeDegrees;
        }
    }
}

} // namespace

} // namespace surplace::scene
