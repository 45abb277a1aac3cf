#include "fixture.hpp"
#include "scene/opened.hpp"
#include "scene/stops.hpp"
#include <cmath>
#include <map>

/// Many at one place: opened, every event stands alone and can be chosen.
namespace surplace::scene::test {

namespace {

struct OpenedTest : SceneTest {
    /// What can be selected by walking the stops and opening each stack, as the window does.
    std::set<std::uint32_t> reachedByKeys() {
        view.openedPlace.clear();
        const Scene scene = composer.compose(view);
        std::set<std::uint32_t> reached;
        for (const Stop& stop : stopsOf(scene)) {
            if (!stop.isStack()) {
                reached.insert(stop.events().begin(), stop.events().end());
                continue;
            }
            view.openedPlace = stop.target->placeId;
            const Scene opened = composer.compose(view);
            std::multiset<std::uint32_t> spread;
            for (const Stop& each : stopsOf(opened))
                spread.insert(each.events().begin(), each.events().end());
            EXPECT_EQ(spread, std::multiset<std::uint32_t>(stop.events().begin(), stop.events().end()))
                << view.openedPlace << ": each event of a stack has one mark";
            reached.insert(spread.begin(), spread.end());
        }
        view.openedPlace.clear();
        return reached;
    }
    void expectAllReached(const std::string& where) {
        const Scene scene = composer.compose(view);
        const auto reached = reachedByKeys();
        for (const auto event : scene.summary.shownEvents)
            EXPECT_TRUE(reached.contains(event)) << casebook->events[event].id << " " << where;
    }
};

/// More places than have targets of their own: a grid 40 pixels apart on a very large picture, an event at
/// each and two at every hundredth.
TEST_F(OpenedTest, SoTooWithMorePlacesThanTargets) {
    constexpr int columns = 165, rows = 130;
    view.camera.widthPixels = columns * 40 + 80;
    view.camera.heightPixels = rows * 40 + 200;
    view.camera.metersPerPixel = 70;
    const geo::Projection projection(view.camera.projection);
    std::vector<model::Place> places;
    std::vector<model::Event> events;
    for (int i = 0; i < columns * rows; ++i) {
        model::Place place;
        place.id = "P" + std::to_string(i);
        place.country = "CN";
        place.position =
            projection.inverse(view.camera.fromScreen({60.0 + i % columns * 40, 60.0 + i / columns * 40}));
        for (int k = 0; k < (i % 100 == 0 ? 2 : 1); ++k) {
            model::Event event;
            event.id = place.id + (k == 0 ? "" : "-second");
            event.kind = k == 0 ? model::EventKind::detention : model::EventKind::transfer;
            event.date = model::Edtf::parse("2017-03-15");
            event.placeId = place.id;
            event.precision = model::PlacePrecision::settlement;
            events.push_back(std::move(event));
        }
        places.push_back(std::move(place));
    }
    model::Casebook invented;
    invented.places = model::Table<model::Place>(std::move(places));
    invented.events = model::Table<model::Event>(std::move(events));
    show(invented);
    const Scene scene = composer.compose(view);
    ASSERT_GT(scene.summary.shownEvents.size(), maxTargets);
    ASSERT_FALSE(scene.markEvents.empty());
    std::set<std::uint32_t> reached;
    for (const Stop& stop : stopsOf(scene)) {
        reached.insert(stop.events().begin(), stop.events().end());
        if (stop.event % 500 == 0) {
            const auto picked = Composer::pick(scene, stop.at);
            for (const auto event : stop.events())
                EXPECT_EQ(std::ranges::count(picked, event), 1) << "under the pointer too";
        }
    }
    EXPECT_EQ(reached, std::set(scene.summary.shownEvents.begin(), scene.summary.shownEvents.end()));
}

std::vector<Target> spreadOf(const Scene& scene) {
    std::vector<Target> targets;
    for (const Target& target : scene.targets)
        if (target.kind == TargetKind::spread)
            targets.push_back(target);
    return targets;
}

TEST_F(OpenedTest, EveryEventOfTheCasebookCanBeSelectedAtEveryScale) {
    for (const double scale : {120.0, 400.0, 1100.0, 3000.0, 9000.0, 30'000.0}) {
        view.camera.metersPerPixel = scale;
        expectAllReached("at " + std::to_string(scale) + " m/px");
    }
}

TEST_F(OpenedTest, SoTooAmongThousandsOfInventedOnes) {
    show(denseCasebook(3000));
    for (const double scale : {200.0, 1100.0, 9000.0}) {
        view.camera.metersPerPixel = scale;
        expectAllReached("at " + std::to_string(scale) + " m/px");
    }
}

TEST_F(OpenedTest, SoTooWhereASelectionHidesATotalOrPanelsCoverTheMap) {
    fadeAt("2023-12-01");
    view.selectedEvent = casebook->events[0].id;
    expectAllReached("with a selection");
    view.selectedEvent.clear();
    view.camera.widthPixels = 330;
    view.camera.heightPixels = 250;
    expectAllReached("on a small picture");
    view.camera = borderView(geo::ProjectionKind::conformalConic, 1280, 720, 1);
    view.coveredLeft = 500;
    view.coveredRight = 420;
    view.coveredBottom = 150;
    expectAllReached("between panels");
}

TEST_F(OpenedTest, EveryEventIsUnderItsOwnMarkForThePointerToo) {
    view.openedPlace = "cn-shenyang";
    const Scene scene = composer.compose(view);
    ASSERT_TRUE(scene.opened);
    EXPECT_EQ(scene.opened->placeId, "cn-shenyang");
    const auto targets = spreadOf(scene);
    EXPECT_GT(targets.size(), 12U);
    for (const Target& target : targets) {
        EXPECT_EQ(target.events.size(), 1U);
        EXPECT_EQ(Composer::pick(scene, target.at), target.events) << "the mark alone, whatever is beneath";
        EXPECT_EQ(Composer::targetAt(scene, target.at)->events, target.events);
    }
}

TEST_F(OpenedTest, MarksStandApartWithinThePictureAndOffFurniture) {
    for (const char* place : {"cn-shenyang", "cn-tumen", "cn-dandong"}) {
        view.openedPlace = place;
        const Scene scene = composer.compose(view);
        const auto targets = spreadOf(scene);
        ASSERT_GT(targets.size(), 1U) << place;
        for (std::size_t i = 0; i < targets.size(); ++i) {
            const auto at = targets[i].at;
            const double radius = targets[i].radiusPixels;
            EXPECT_TRUE(at.x > radius && at.y > radius && at.x < 1280 - radius && at.y < 720 - radius);
            for (const Panel& panel : scene.furniture.panels)
                EXPECT_FALSE(panel.box.overlaps({at.x - radius, at.y - radius, at.x + radius, at.y + radius}))
                    << place;
            for (const Inset& inset : scene.insets)
                EXPECT_FALSE(inset.box.contains(at.x, at.y)) << place;
            for (std::size_t k = 0; k < i; ++k)
                EXPECT_GE(std::hypot(at.x - targets[k].at.x, at.y - targets[k].at.y),
                          radius + targets[k].radiusPixels + 4);
        }
    }
}

TEST_F(OpenedTest, TimeRunsAlongTheLayoutAndDatesStandBeside) {
    view.openedPlace = "cn-tumen";
    const Scene scene = composer.compose(view);
    const auto& timeline = composer.timelineFor(view.filter, view.moment.fadeDays);
    const auto targets = spreadOf(scene);
    for (std::size_t i = 1; i < targets.size(); ++i)
        EXPECT_LE(timeline.span(targets[i - 1].events[0]).earliest,
                  timeline.span(targets[i].events[0]).earliest);
    EXPECT_TRUE(anyHolds(textsOf(scene.stack), "16\u201328 Apr 2000"));
    EXPECT_TRUE(anyHolds(textsOf(scene.stack), "Tumen 图们"));
    EXPECT_TRUE(anyHolds(textsOf(scene.stack), "not counted again"));
    EXPECT_NE(scene.description.find("Laid out one by one: Tumen"), std::string::npos);
}

TEST_F(OpenedTest, NoNameOfTheMapLiesUnderAWordOfTheStack) {
    view.openedPlace = "cn-shenyang";
    const Scene scene = composer.compose(view);
    const auto boxOf = [](const Label& label) {
        const auto size = typesetter().measure(label.text, label.style);
        return geo::ScreenBox{label.topLeft.x, label.topLeft.y, label.topLeft.x + size.width,
                              label.topLeft.y + size.height};
    };
    for (const Label& word : scene.stack.labels)
        for (const Label& name : scene.map.labels)
            EXPECT_FALSE(boxOf(word).overlaps(boxOf(name))) << word.text << " over " << name.text;
}

TEST_F(OpenedTest, VeryManyAreOpenedByKind) {
    show(denseCasebook(3000));
    view.camera.metersPerPixel = 1100;
    view.openedPlace = "P0";
    const Scene scene = composer.compose(view);
    const auto targets = spreadOf(scene);
    ASSERT_TRUE(scene.opened);
    EXPECT_LE(targets.size(), mostSpread);
    EXPECT_GT(targets.size(), 5U);
    std::size_t events = 0;
    for (const Target& target : targets)
        events += target.events.size();
    EXPECT_GE(events, 500U) << "P0 alone has as many";
}

TEST_F(OpenedTest, OneEventAlonePlacesElsewhereAndContactSheetsOpenNothing) {
    view.openedPlace = "cn-shenyang";
    view.camera.center = geo::Projection(view.camera.projection).forward(geo::LonLat{129.8, 42.9});
    view.camera.metersPerPixel = 100;
    EXPECT_FALSE(composer.compose(view).opened) << "Shenyang is outside";
    view.camera = borderView(geo::ProjectionKind::conformalConic, 1280, 720, 1);
    view.openedPlace = "nowhere";
    EXPECT_FALSE(composer.compose(view).opened);
    view.openedPlace = "cn-shenyang";
    EXPECT_FALSE(composer.composeSheet(view, std::vector{view.moment}).opened);
    window("2002-05-08", "2002-05-08");
    const Scene scene = composer.compose(view);
    EXPECT_FALSE(scene.opened.has_value() && spreadOf(scene).size() < 2);
}

TEST_F(OpenedTest, OpeningChangesNoCount) {
    const Summary closed = composer.compose(view).summary;
    view.openedPlace = "cn-shenyang";
    const Summary opened = composer.compose(view).summary;
    EXPECT_EQ(closed.shownEvents, opened.shownEvents);
    EXPECT_EQ(closed.outsideView, opened.outsideView);
    EXPECT_EQ(closed.legs, opened.legs);
}

TEST_F(OpenedTest, StopsRunFromWestToEast) {
    const Scene scene = composer.compose(view);
    const auto stops = stopsOf(scene);
    ASSERT_GT(stops.size(), 10U);
    for (std::size_t i = 1; i < stops.size(); ++i)
        EXPECT_LE(stops[i - 1].at.x, stops[i].at.x);
}

TEST(SpreadTest, CirclesAndSpiralsKeepMarksApart) {
    for (const std::size_t count : {2U, 5U, 12U, 24U, 60U})
        for (const bool isCircle : {true, false}) {
            std::vector<float> radii;
            for (std::size_t i = 0; i < count; ++i)
                radii.push_back(7.0F + static_cast<float>(i * 5 % 11));
            const auto points = isCircle ? onCircle(radii) : onSpiral(radii);
            for (std::size_t i = 0; i < count; ++i)
                for (std::size_t k = 0; k < i; ++k)
                    EXPECT_GE(std::hypot(points[i].x - points[k].x, points[i].y - points[k].y),
                              radii[i] + radii[k] + 4)
                        << count << " " << isCircle;
        }
}

TEST(SpreadTest, ABoxMovesOffObstaclesAndStaysInItsRoom) {
    const geo::ScreenBox room{0, 0, 400, 300};
    const std::vector<geo::ScreenBox> obstacles{{150, 100, 250, 200}};
    const auto at = freeMiddle({200, 150}, 60, 40, room, obstacles);
    ASSERT_TRUE(at);
    EXPECT_FALSE(obstacles[0].overlaps({at->x - 30, at->y - 20, at->x + 30, at->y + 20}));
    EXPECT_LT(std::hypot(at->x - 200, at->y - 150), 90);
    const auto corner = freeMiddle({-50, 900}, 60, 40, room, {});
    EXPECT_EQ(corner, (geo::ScreenPoint{30, 280}));
    EXPECT_FALSE(freeMiddle({200, 150}, 500, 40, room, {}));
}

TEST(SpreadTest, DatesAreSaidBrieflyAndNoSharperThanTheyAre) {
    const std::map<std::string, std::string> dates{{"2017-06-25", "25 Jun 2017"},
                                                   {"2017-06", "Jun 2017"},
                                                   {"2017", "2017"},
                                                   {"2010/2019", "2010–2019"},
                                                   {"2017-03-11/2017-03-20~", "about 11–20 Mar 2017"},
                                                   {"2017-03-11/2017-04-02", "11 Mar – 2 Apr 2017"},
                                                   {"2016-12-30/2017-01-02", "30 Dec 2016 – 2 Jan 2017"},
                                                   {"2017-06/2017-08", "Jun – Aug 2017"},
                                                   {"2017-07/..", "from Jul 2017"},
                                                   {"../2017-07-05", "until 5 Jul 2017"},
                                                   {"2017-06-25~/..", "from about 25 Jun 2017"},
                                                   {"2017?", "2017?"},
                                                   {"", "no date"}};
    for (const auto& [written, words] : dates)
        EXPECT_EQ(briefDate(model::Edtf::parse(written)), words) << written;
}

} // namespace
} // namespace surplace::scene::test
