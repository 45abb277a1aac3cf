#include "fixture.hpp"
#include <cmath>

/// Crossings over time: rings after a return, closed and open where a source says so.
namespace surplace::scene::test {

namespace {

struct CrossingActivity : SceneTest {
    CrossingActivity() {
        show(casebook::readTextForm(std::filesystem::path(SURPLACE_SOURCE_DIR) / "tests/fixtures/routes")
                 .casebook);
        view.camera = fit({128.5, 41.9, 131, 43.2}, geo::ProjectionKind::conformalConic, 1280, 720, 1);
    }
    /// Mean radius, width and look of the closed paths around a crossing.
    std::vector<Path> ringsAt(const Scene& scene, const char* crossing) const {
        const auto at = onScreen(crossing);
        std::vector<Path> rings;
        for (const auto& path : scene.map.paths)
            if (path.closed && path.points.size() > 20 &&
                std::hypot((path.points[0].x + path.points[path.points.size() / 2].x) / 2 - at.x,
                           (path.points[0].y + path.points[path.points.size() / 2].y) / 2 - at.y) < 0.5)
                rings.push_back(path);
        return rings;
    }
    double radiusOf(const Path& ring, const char* crossing) const {
        const auto at = onScreen(crossing);
        return std::hypot(ring.points[0].x - at.x, ring.points[0].y - at.y);
    }
};

TEST_F(CrossingActivity, ARingGrowsAndPalesWithTheDaysSinceAReturnAndThenIsGone) {
    fadeAt("2031-06-01"); // a return on this day, another a month before
    const Scene first = composer.compose(view);
    const auto rings = ringsAt(first, "xx-bridge");
    ASSERT_EQ(rings.size(), 2U);
    EXPECT_LT(radiusOf(rings[0], "xx-bridge"), radiusOf(rings[1], "xx-bridge"));
    EXPECT_GT(rings[0].opacity, rings[1].opacity);
    fadeAt("2031-07-01");
    const Scene later = composer.compose(view);
    EXPECT_GT(radiusOf(ringsAt(later, "xx-bridge")[0], "xx-bridge"), radiusOf(rings[0], "xx-bridge"));
    EXPECT_LT(ringsAt(later, "xx-bridge")[0].opacity, rings[0].opacity);
    fadeAt("2031-09-08");
    EXPECT_TRUE(ringsAt(composer.compose(view), "xx-bridge").empty());
    EXPECT_TRUE(anyHolds(textsOf(first.furniture), "ring: grows 90 days from a return"));
    EXPECT_FALSE(anyHolds(textsOf(composer.compose(view).furniture), "ring: grows"));
}

TEST_F(CrossingActivity, TheRingOfAnUncertainDayIsAsWideAsItsDaysAndBrokenWhereTheCrossingIsInferred) {
    fadeAt("2031-06-20");
    const Scene scene = composer.compose(view);
    const auto known = ringsAt(scene, "xx-bridge"), unknown = ringsAt(scene, "xx-bridge2");
    ASSERT_EQ(unknown.size(), 1U);
    EXPECT_GT(unknown[0].stroke.widthPixels, 2 * known[0].stroke.widthPixels);
    EXPECT_LT(unknown[0].opacity, known[0].opacity);
    EXPECT_FALSE(unknown[0].stroke.dashPixels.empty());
    EXPECT_TRUE(known[0].stroke.dashPixels.empty());
}

TEST_F(CrossingActivity, WhatIsFearedHasNoRingAndAPeriodAsAWholeHasNone) {
    fadeAt("2031-09-20");
    EXPECT_TRUE(ringsAt(composer.compose(view), "xx-bridge2").empty());
    window("2031-06-01", "2031-06-30");
    EXPECT_TRUE(ringsAt(composer.compose(view), "xx-bridge").empty());
}

TEST_F(CrossingActivity, ClosedAndOpenAreSaidOnlyOfTheDaysThatASourceNames) {
    const auto said = [&](const char* what) {
        const Scene scene = composer.compose(view);
        return anyHolds(textsOf(scene.furniture), what);
    };
    fadeAt("2031-07-31");
    EXPECT_FALSE(said("said to be closed")) << "the day before";
    fadeAt("2031-08-01");
    EXPECT_TRUE(said("said to be closed"));
    EXPECT_TRUE(said("Invented Gazette")) << "the source of the statement is cited";
    const Scene scene = composer.compose(view);
    EXPECT_NE(scene.description.find("Example Bridge was closed"), std::string::npos);
    EXPECT_TRUE(reachable(scene).contains(event("S1"))) << "the statement can be pointed at";
    fadeAt("2031-11-20");
    EXPECT_TRUE(said("said to be open"));
    fadeAt("2032-01-15");
    EXPECT_FALSE(said("said to be")) << "afterwards nobody says anything";
    window("2031-01-01", "2031-12-31");
    EXPECT_TRUE(said("closed for a part of the time"));
    EXPECT_FALSE(said("said to be closed"));
    view.filter.kinds = {model::EventKind::forcedReturn};
    EXPECT_FALSE(said("closed for a part")) << "a filter that leaves the statement out";
}

TEST_F(SceneTest, AnInferredCrossingIsNotSaidToBeOpen) {
    view.camera = fit({123.6, 39.7, 126, 41}, geo::ProjectionKind::conformalConic, 1280, 720, 1);
    fadeAt("2023-08-28"); // the reopening names Dandong, not the bridge
    EXPECT_FALSE(anyHolds(textsOf(composer.compose(view).furniture), "said to be open"));
}

} // namespace

} // namespace surplace::scene::test
