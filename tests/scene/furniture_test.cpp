#include "fixture.hpp"
#include "geo/projection.hpp"
#include <cmath>

/// What stands around the map, and names beside their marks.
namespace surplace::scene::test {

namespace {

using FurnitureTest = SceneTest;

geo::ScreenBox boxOf(const Label& label) {
    const auto size = typesetter().measure(label.text, label.style);
    return {label.topLeft.x, label.topLeft.y, label.topLeft.x + size.width, label.topLeft.y + size.height};
}

TEST_F(FurnitureTest, WhatTheCreditsCoverIsOutsideTheView) {
    view.filter.places = {"cn-helong"};
    const long all = composer.compose(view).summary.shown;
    ASSERT_GT(all, 0);
    view.camera = panned(view.camera, 0, 690 - onScreen("cn-helong").y); // on the picture, under its credits
    const Scene scene = composer.compose(view);
    for (const auto event : scene.summary.outsideViewEvents)
        EXPECT_EQ(casebook->events[event].placeId, "cn-helong");
    EXPECT_GT(scene.summary.outsideView, 0);
    EXPECT_LT(scene.summary.shown, all);
    EXPECT_TRUE(scene.map.marks.empty() ||
                std::ranges::none_of(eventMarks(scene), [](const Mark& mark) { return mark.y > 640; }));
}

TEST_F(FurnitureTest, TheLegendCoversNoPlaceWithReports) {
    for (const double covered : {0.0, 200.0, 380.0}) {
        view.coveredRight = covered;
        const Scene scene = composer.compose(view);
        const auto heading = std::ranges::find_if(
            scene.furniture.labels, [](const Label& label) { return label.text == "Reported events"; });
        if (heading == scene.furniture.labels.end())
            continue; // no room for it
        const auto panel = std::ranges::find_if(scene.furniture.panels, [&](const Panel& each) {
            return each.box.contains(heading->topLeft.x, heading->topLeft.y);
        });
        ASSERT_NE(panel, scene.furniture.panels.end());
        for (const auto& mark : eventMarks(scene))
            EXPECT_FALSE(panel->box.contains(mark.x, mark.y)) << covered << ": " << mark.x << ' ' << mark.y;
    }
}

TEST_F(FurnitureTest, ALongTitleAndLongCreditsLeaveTheMapItsRoom) {
    model::Casebook other = *casebook;
    other.title = std::string(20'000, 'T');
    other.attribution = std::string(60'000, 'c');
    show(other);
    const Scene scene = composer.compose(view);
    for (const auto& label : scene.furniture.labels) {
        const auto box = boxOf(label);
        EXPECT_LE(box.maxX, 1280) << label.text.substr(0, 40);
        EXPECT_LE(box.maxY, 720) << label.text.substr(0, 40);
        EXPECT_LT(box.height(), 220) << label.text.substr(0, 40);
    }
}

TEST_F(FurnitureTest, AMapWithoutReportsSaysSo) {
    fadeAt("2010-12-31");
    view.filter.kinds = {model::EventKind::asylumRefused};
    const Scene scene = composer.compose(view);
    EXPECT_EQ(scene.summary.shown, 0);
    const auto texts = textsOf(scene.furniture);
    EXPECT_EQ(std::ranges::count(texts, "no events shown"), 1);
}

/// A name is read as that of the marks it stands by: these are its own, or a line leads to them.
TEST_F(FurnitureTest, ANameStandsByItsOwnMarksOrALineLeadsToThem) {
    const Scene scene = composer.compose(view);
    long named = 0;
    for (const auto& label : scene.map.labels) {
        if (!label.style.bold || label.style.sizePixels != 13)
            continue;
        const auto box = boxOf(label);
        const auto distance = [&](const Target& target) {
            const double dx = std::max({box.minX - target.at.x, 0.0, target.at.x - box.maxX});
            const double dy = std::max({box.minY - target.at.y, 0.0, target.at.y - box.maxY});
            return std::hypot(dx, dy) - target.radiusPixels;
        };
        const Target* nearest = nullptr;
        for (const auto& target : scene.targets)
            if (!target.placeId.empty() &&
                casebook->places.find(target.placeId)->kind != model::PlaceKind::crossing &&
                (nearest == nullptr || distance(target) < distance(*nearest)))
                nearest = &target;
        ASSERT_NE(nearest, nullptr);
        ++named;
        const bool isItsOwn = casebook->places.find(nearest->placeId)
                                  ->nameEn.starts_with(label.text.substr(0, label.text.find(' ')));
        const bool hasLine = std::ranges::any_of(scene.map.paths, [&](const Path& path) {
            const geo::ScreenBox rim{box.minX - 2, box.minY - 2, box.maxX + 2, box.maxY + 2};
            return path.points.size() == 2 && !path.arrowAtEnd &&
                   rim.contains(path.points[1].x, path.points[1].y);
        });
        EXPECT_TRUE(isItsOwn || hasLine) << label.text << " stands by " << nearest->placeId;
    }
    EXPECT_GE(named, 12);
}

TEST_F(FurnitureTest, AProvincesNameStandsInTheProvince) {
    view.moment.period = {day("2010-01-01"), day("2010-01-02")};
    const geo::Projection projection(view.camera.projection);
    long found = 0;
    for (const double zoom : {1.0, 1.6, 2.4}) {
        view.camera = zoomed(borderView(geo::ProjectionKind::conformalConic, 1280, 720, 1), zoom, {800, 500});
        for (const auto& label : composer.compose(view).map.labels)
            for (const auto& province : bundledMap()->border.provinces) {
                std::string upper = province.names.en;
                std::ranges::transform(upper, upper.begin(), [](unsigned char c) { return std::toupper(c); });
                if (upper.empty() || !label.text.starts_with(upper) || label.style.letterSpacingPixels != 2)
                    continue;
                const auto box = boxOf(label);
                const auto at = projection.inverse(
                    view.camera.fromScreen({(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2}));
                ++found;
                EXPECT_TRUE(province.box.contains(at.longitudeDegrees, at.latitudeDegrees)) << label.text;
            }
    }
    EXPECT_GE(found, 6);
}

} // namespace
} // namespace surplace::scene::test
