#include "app/map_focus.hpp"
#include "invented.hpp"
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

namespace surplace::app {
namespace {

using scene::TargetKind;

/// Three places from west to east; the middle one has three events under two marks.
struct MapFocusTest : testing::Test {
    MapFocusTest() {
        workspace.session =
            startSession(std::make_shared<const model::Casebook>(inventedCasebook()), "invented.gpkg", {});
        closed.targets = {{{500, 300}, 9, {3}, "east", {}, TargetKind::place},
                          {{290, 300}, 9, {0}, "middle", {}, TargetKind::symbol},
                          {{310, 300}, 9, {1, 2}, "middle", {}, TargetKind::symbol},
                          {{300, 300}, 25, {0, 1, 2}, "middle", {}, TargetKind::place},
                          {{100, 200}, 9, {4}, "west", {}, TargetKind::place},
                          {{400, 300}, 0, {5}, {}, {{350, 300}, {450, 300}}, TargetKind::leg}};
        opened.targets = {closed.targets[0],
                          closed.targets[4],
                          {{300, 240}, 9, {1}, "middle", {}, TargetKind::spread},
                          {{350, 330}, 9, {0}, "middle", {}, TargetKind::spread},
                          {{250, 330}, 9, {2}, "middle", {}, TargetKind::spread},
                          {{300, 300}, 8, {0, 1, 2}, "middle", {}, TargetKind::place}};
        opened.opened = scene::Opened{"middle", {300, 300}, 70, "Middle", {}};
    }
    bool press(int key, bool hasShift = false) {
        return focus.press(workspace, now(), {key, false, hasShift, false});
    }
    const scene::Scene& now() { return workspace.session.view.openedPlace.empty() ? closed : opened; }
    std::vector<std::uint32_t> eventsAtFocus() {
        const auto stop = focus.at(now());
        return stop ? std::vector(stop->events().begin(), stop->events().end())
                    : std::vector<std::uint32_t>{};
    }
    void point(geo::ScreenPoint at, double seconds) {
        focus.point(workspace, now(), at, scene::Composer::targetAt(now(), at), seconds);
    }

    Workspace workspace;
    scene::Scene closed, opened;
    MapFocus focus;
};

using Events = std::vector<std::uint32_t>;

TEST_F(MapFocusTest, NGoesFromWestToEastAndAroundAndPGoesBack) {
    EXPECT_EQ(eventsAtFocus(), Events{});
    std::vector<Events> met;
    for (int i = 0; i < 4; ++i) {
        EXPECT_TRUE(press(GLFW_KEY_N));
        met.push_back(eventsAtFocus());
    }
    EXPECT_EQ(met, (std::vector<Events>{{4}, {0, 1, 2}, {3}, {4}})) << "no leg and no single mark of a stack";
    EXPECT_TRUE(press(GLFW_KEY_P));
    EXPECT_EQ(eventsAtFocus(), (Events{3}));
    EXPECT_TRUE(press(GLFW_KEY_N, true));
    EXPECT_EQ(eventsAtFocus(), (Events{0, 1, 2}));
}

TEST_F(MapFocusTest, EveryEventOfAStackIsChosenWithKeysAlone) {
    press(GLFW_KEY_N);
    press(GLFW_KEY_N);
    EXPECT_TRUE(press(GLFW_KEY_ENTER));
    EXPECT_EQ(workspace.session.view.openedPlace, "middle");
    Events chosen;
    for (int i = 0; i < 3; ++i) {
        EXPECT_TRUE(press(GLFW_KEY_ENTER));
        const auto taken = focus.takeChosen();
        chosen.insert(chosen.end(), taken.begin(), taken.end());
        EXPECT_TRUE(press(GLFW_KEY_RIGHT));
    }
    EXPECT_EQ(chosen, (Events{1, 0, 2})) << "in the order laid out";
    EXPECT_TRUE(press(GLFW_KEY_LEFT));
    EXPECT_EQ(eventsAtFocus(), (Events{2}));
}

TEST_F(MapFocusTest, EscClosesTheStackAndGoesBackToItsPlaceThenLeaves) {
    press(GLFW_KEY_N);
    press(GLFW_KEY_N);
    press(GLFW_KEY_ENTER);
    press(GLFW_KEY_DOWN);
    EXPECT_TRUE(press(GLFW_KEY_ESCAPE));
    EXPECT_EQ(workspace.session.view.openedPlace, "");
    EXPECT_EQ(eventsAtFocus(), (Events{0, 1, 2}));
    EXPECT_TRUE(press(GLFW_KEY_ESCAPE));
    EXPECT_FALSE(focus.isOn());
    EXPECT_FALSE(press(GLFW_KEY_ESCAPE)) << "Esc is others' again";
}

TEST_F(MapFocusTest, EscClosesTheListOfTheStackButNotARecord) {
    selectEvents(workspace.session, "3 events", {"E1", "E2", "E3"});
    focus.togglePlace(workspace, "middle");
    EXPECT_TRUE(press(GLFW_KEY_ESCAPE));
    EXPECT_FALSE(workspace.session.history.isOpen());
    focus.togglePlace(workspace, "middle");
    select(workspace.session, "E2");
    EXPECT_TRUE(press(GLFW_KEY_ESCAPE));
    EXPECT_TRUE(workspace.session.history.isOpen());
}

TEST_F(MapFocusTest, ArrowsAndEnterAreTheMapsOnlyWhereTheyHaveSomethingToDo) {
    EXPECT_FALSE(press(GLFW_KEY_RIGHT)) << "steps through time";
    EXPECT_FALSE(press(GLFW_KEY_ENTER));
    EXPECT_FALSE(press(GLFW_KEY_SPACE));
    focus.togglePlace(workspace, "middle");
    EXPECT_TRUE(press(GLFW_KEY_RIGHT));
    EXPECT_EQ(eventsAtFocus(), (Events{1}));
    EXPECT_FALSE(press(GLFW_KEY_RIGHT, true)) << "Shift with an arrow moves the map";
    workspace.dialog = Dialog::help;
    EXPECT_FALSE(press(GLFW_KEY_N));
}

TEST_F(MapFocusTest, TheFocusStaysWithItsEventWhereMarksMoveAndGoesOnWhereItIsGone) {
    press(GLFW_KEY_N);
    press(GLFW_KEY_N);
    for (auto& target : closed.targets)
        target.at.x += 400;
    EXPECT_EQ(eventsAtFocus(), (Events{0, 1, 2}));
    for (auto& target : closed.targets)
        target.at.x -= 400;
    std::erase_if(closed.targets, [](const auto& target) { return target.placeId == "middle"; });
    EXPECT_EQ(eventsAtFocus(), Events{});
    press(GLFW_KEY_N);
    EXPECT_EQ(eventsAtFocus(), (Events{3})) << "east of where it was";
}

TEST_F(MapFocusTest, ThePointerHeldStillOpensAndLeavingCloses) {
    point({305, 300}, 10.0);
    EXPECT_EQ(workspace.session.view.openedPlace, "");
    ASSERT_TRUE(focus.dueIn(10.1));
    EXPECT_NEAR(*focus.dueIn(10.1), 0.25, 1e-9);
    point({306, 300}, 10.2);
    EXPECT_EQ(workspace.session.view.openedPlace, "") << "not yet";
    point({306, 300}, 10.36);
    EXPECT_EQ(workspace.session.view.openedPlace, "middle");
    EXPECT_FALSE(focus.dueIn(10.4));
    point({300, 240}, 10.5);
    EXPECT_EQ(workspace.session.view.openedPlace, "middle") << "on one of its marks";
    EXPECT_FALSE(press(GLFW_KEY_RIGHT)) << "what the pointer opens takes no keys";
    point({300, 100}, 10.6);
    EXPECT_EQ(workspace.session.view.openedPlace, "");
}

TEST_F(MapFocusTest, WhatWasClickedStaysOpenAndASecondClickClosesIt) {
    focus.togglePlace(workspace, "middle");
    point({10, 10}, 20);
    focus.pointAway(workspace);
    EXPECT_EQ(workspace.session.view.openedPlace, "middle");
    focus.togglePlace(workspace, "middle");
    EXPECT_EQ(workspace.session.view.openedPlace, "");
}

TEST_F(MapFocusTest, ThePointerOpensNothingWhereThereIsOneEventOrTimeIsPlaying) {
    point({500, 300}, 1);
    EXPECT_FALSE(focus.dueIn(1.1));
    workspace.session.player.isPlaying = true;
    point({305, 300}, 2);
    point({305, 300}, 3);
    EXPECT_EQ(workspace.session.view.openedPlace, "");
}

TEST_F(MapFocusTest, APlaceThatTheSceneDoesNotOpenIsClosed) {
    focus.togglePlace(workspace, "middle");
    focus.follow(workspace, opened);
    EXPECT_EQ(workspace.session.view.openedPlace, "middle");
    focus.follow(workspace, closed);
    EXPECT_EQ(workspace.session.view.openedPlace, "");
}

} // namespace
} // namespace surplace::app
