#include "fixture.hpp"
#include <cmath>

/// The hard cases of the facts, as scenes.
namespace surplace::scene::test {

namespace {

using HardCases = SceneTest;

bool near(const Mark& mark, geo::ScreenPoint at, double pixels) {
    return std::hypot(mark.x - at.x, mark.y - at.y) < pixels;
}

TEST_F(HardCases, TheFiveOfJune2017CanBeFollowedAndTheFearedStageIsOpenAndDotted) {
    fadeAt("2017-06-30");
    const Scene scene = composer.compose(view);
    const auto drawn = reachable(scene);
    for (const char* id : {"A008", "A009", "A010", "A011"})
        EXPECT_TRUE(drawn.contains(event(id))) << id;
    EXPECT_EQ(scene.summary.feared, 2);
    long dotted = 0;
    for (const auto& mark : eventMarks(scene))
        if (near(mark, onScreen("cn-helong"), 30)) {
            EXPECT_EQ(mark.fill, MarkFill::openDotted);
            ++dotted;
        }
    EXPECT_EQ(dotted, 2) << "the feared transfer and the feared return";
    EXPECT_TRUE(std::ranges::any_of(scene.map.paths, [](const Path& path) {
        return path.openArrow && !path.stroke.dashPixels.empty() && path.stroke.dashPixels[0] < 1;
    })) << "the feared leg is a dotted line with an open head";
}

TEST_F(HardCases, NothingFearedIn2017IsOnTheMapAYearLaterButItIsListed) {
    fadeAt("2018-07-31");
    const Scene scene = composer.compose(view);
    const auto drawn = reachable(scene);
    for (const char* id : {"A010", "A011", "B061"}) { // B061 was feared for ten days of October 2011
        EXPECT_FALSE(drawn.contains(event(id))) << id;
        EXPECT_TRUE(std::ranges::count(scene.summary.noLaterWordEvents, event(id)) == 1) << id;
    }
    EXPECT_EQ(scene.summary.feared, 0);
}

TEST_F(HardCases, TheArrestsOfFebruary2012AreNotOneJourney) {
    window("2012-02-01", "2012-02-20");
    const Scene scene = composer.compose(view);
    const auto drawn = reachable(scene);
    for (const char* id : {"B063", "B064", "B065"})
        EXPECT_TRUE(drawn.contains(event(id))) << id;
    for (const auto& target : scene.targets) {
        if (target.line.empty())
            continue;
        for (const char* id : {"B063", "B064", "B065"})
            EXPECT_EQ(std::ranges::count(target.events, event(id)), 0) << "no leg of " << id;
    }
}

TEST_F(HardCases, NinthOctober2023LightsFiveCrossingsWithOneTotalAndNoLineBetweenThem) {
    window("2023-10-01", "2023-10-31");
    const Scene scene = composer.compose(view);
    const char* crossings[]{"xing-tumen-namyang", "xing-shatuozi-saebyol", "xing-changbai-hyesan",
                            "xing-dandong-sinuiju", "xing-nanping-musan"};
    for (const char* id : crossings)
        EXPECT_TRUE(std::ranges::any_of(scene.targets, [&](const Target& t) {
            return t.placeId == id && !t.events.empty();
        })) << id;
    const auto texts = textsOf(scene.map), over = textsOf(scene.furniture);
    EXPECT_EQ(
        std::ranges::count_if(
            over, [](const auto& t) { return t.find("people over five crossings") != std::string::npos; }),
        1);
    EXPECT_TRUE(anyHolds(over, "one total, no agreed split"));
    EXPECT_TRUE(anyHolds(texts, "300, part of the total"));
    EXPECT_EQ(std::ranges::count(texts, "no figure of its own"), 3);
    for (const auto& path : scene.map.paths)
        for (const char* a : crossings)
            for (const char* b : crossings) {
                const auto from = onScreen(a), to = onScreen(b);
                if (std::string(a) == b || path.points.empty())
                    continue;
                EXPECT_FALSE(std::hypot(path.points.front().x - from.x, path.points.front().y - from.y) <
                                 25 &&
                             std::hypot(path.points.back().x - to.x, path.points.back().y - to.y) < 25)
                    << a << " is joined to " << b;
            }
    EXPECT_TRUE(reachable(scene).contains(event("B125")));
    EXPECT_EQ(std::ranges::count(scene.summary.withoutPlaceEvents, event("B125")), 0);
}

TEST_F(HardCases, APlaceKnownOnlyToTheProvinceIsAnAreaWithWordsAndNeverAMark) {
    window("2024-04-01", "2024-05-31"); // B135, Jilin province
    const Scene scene = composer.compose(view);
    EXPECT_TRUE(reachable(scene).contains(event("B135")));
    EXPECT_TRUE(eventMarks(scene).empty());
    EXPECT_TRUE(anyHolds(textsOf(scene.map), "place known only to the province"));
    const Scene without = (window("1990-01-01", "1990-01-02"), composer.compose(view));
    EXPECT_GT(scene.base.size(), without.base.size()) << "the tint is a layer of its own";
}

TEST_F(HardCases, DuplicatesTalliesAndStatementsAreNoMarks) {
    const Scene scene = composer.compose(view);
    const auto drawn = reachable(scene);
    for (const char* id : {"A018", "B032", "A012", "B121", "B118"})
        EXPECT_FALSE(drawn.contains(event(id))) << id;
}

TEST_F(HardCases, AnInferredCrossingIsOpenAndItsEventStandsAtTheTown) {
    window("2000-04-01", "2000-04-30"); // B003: Tumen, bridge inferred
    const Scene scene = composer.compose(view);
    bool isOpen = false;
    for (const auto& mark : scene.map.marks)
        if (mark.shape == MarkShape::crossing && mark.radiusPixels > 4 &&
            near(mark, onScreen("xing-tumen-namyang"), 1))
            isOpen = mark.fill == MarkFill::open;
    EXPECT_TRUE(isOpen);
    ASSERT_EQ(eventMarks(scene).size(), 1U);
    EXPECT_TRUE(near(eventMarks(scene)[0], onScreen("cn-tumen"), 25));
}

TEST_F(HardCases, WhatIsOutsideTheViewOrHasNoPlaceIsCountedApart) {
    const Scene scene = composer.compose(view);
    const Summary& summary = scene.summary;
    EXPECT_EQ(static_cast<long>(summary.withoutPlaceEvents.size()), summary.withoutPlace);
    EXPECT_EQ(static_cast<long>(summary.outsideViewEvents.size()), summary.outsideView);
    EXPECT_GT(summary.outsideView, 20);
    const auto furniture = textsOf(scene.furniture);
    EXPECT_TRUE(anyHolds(furniture, std::to_string(summary.withoutPlace) + " without a place"));
    EXPECT_TRUE(anyHolds(furniture, std::to_string(summary.outsideView) + " outside this view"));
    view.camera = fit(summary.outsideBox, view.camera.projection, 1280, 720, 1, 40);
    EXPECT_EQ(composer.compose(view).summary.outsideView, 0) << "fitting the box shows them all";
}

TEST_F(HardCases, ShownWithoutPlaceAndOutsideAreAllThatIsPresentOnTheMap) {
    const auto& timeline = composer.timelineFor(view.filter, view.moment.fadeDays);
    long present = 0;
    for (const auto& visible : timeline.at(view.moment)) {
        const auto& event = casebook->events[visible.event];
        present += event.role == model::Role::event || event.role == model::Role::stageOf ||
                           event.role == model::Role::partOf || event.assertion == model::Assertion::feared
                       ? 1
                       : 0;
    }
    const Summary summary = composer.compose(view).summary;
    EXPECT_EQ(summary.shown + summary.withoutPlace + summary.outsideView, present);
}

TEST_F(HardCases, DefaultPeriodOfTheBundledCasebook) {
    EXPECT_EQ(defaultPeriod(*casebook), (timeline::Window{day("1999-01-01"), day("2024-12-31")}));
}

} // namespace

} // namespace surplace::scene::test
