#include "app/session.hpp"
#include "app/workspace.hpp"
#include "invented.hpp"
#include <gtest/gtest.h>

namespace surplace::app {
namespace {

using timeline::Day;
using timeline::Mode;

Day day(int year, unsigned month, unsigned dayOfMonth) {
    return std::chrono::year(year) / month / dayOfMonth;
}

class SessionTest : public testing::Test {
protected:
    SessionTest() {
        scene::View view;
        view.camera = scene::borderView(geo::ProjectionKind::conformalConic, 1280, 720, 1);
        view.moment.period = {day(2015, 1, 1), day(2017, 12, 31)};
        view.moment.day = view.moment.period.last;
        session =
            startSession(std::make_shared<const model::Casebook>(inventedCasebook()), "invented.gpkg", view);
    }
    Session session;
};

TEST_F(SessionTest, CountsTheKindWithMostIncidents) {
    EXPECT_EQ(session.countedKind, model::EventKind::detention);
}

TEST_F(SessionTest, SelectionIsSharedWithTheMap) {
    select(session, "E2");
    EXPECT_EQ(session.view.selectedEvent, "E2");
    select(session, "G1");
    EXPECT_EQ(session.view.selectedEvent, "");
    EXPECT_EQ(session.view.selectedCase, "G1");
    goBack(session);
    EXPECT_EQ(session.view.selectedEvent, "E2");
    EXPECT_EQ(session.view.selectedCase, "");
    goForward(session);
    EXPECT_EQ(session.view.selectedCase, "G1");
    deselect(session);
    EXPECT_EQ(session.view.selectedCase, "");
    EXPECT_FALSE(session.history.isOpen());
}

TEST_F(SessionTest, AnEventIsShownAtAMomentAtWhichItIsThere) {
    const model::Event& early = *session.casebook->events.find("E3");
    const model::Event& later = *session.casebook->events.find("E2");
    setMode(session, Mode::fade);
    showMomentOf(session, later);
    EXPECT_EQ(session.view.moment.day, day(2017, 12, 31)) << "it is there already";
    session.view.filter.text = "Easttown";
    session.view.filter.kinds = {model::EventKind::detention};
    EXPECT_EQ(showMomentOf(session, early), "To show the event, the search “Easttown” was dropped.");
    EXPECT_EQ(session.view.filter.kinds.size(), 1U) << "this hides nothing";
    EXPECT_EQ(showMomentOf(session, early), "");
    session.view.filter.text = "Easttown";
    session.view.filter.kinds = {model::EventKind::release};
    EXPECT_EQ(showMomentOf(session, early),
              "To show the event, the search “Easttown” and the filters were dropped.");
    EXPECT_EQ(session.view.moment.day, day(2015, 12, 31));
    EXPECT_EQ(session.view.filter, timeline::Filter{});
    setPeriod(session, {day(2016, 1, 1), day(2016, 12, 31)});
    setMode(session, Mode::period);
    showMomentOf(session, later);
    EXPECT_EQ(session.view.moment.period, session.extent);
}

TEST_F(SessionTest, SeveralEventsAreAPageAndOneIsTheEvent) {
    selectEvents(session, "here", {"E2"});
    EXPECT_EQ(session.history.current().id, "E2");
    selectEvents(session, "here", {"E2", "E3"});
    EXPECT_EQ(session.history.current().events.size(), 2U);
    EXPECT_EQ(session.view.selectedEvent, "");
}

TEST_F(SessionTest, PlayingRunsThroughThePeriodAndStops) {
    togglePlaying(session, 100);
    EXPECT_TRUE(session.player.isPlaying);
    EXPECT_EQ(session.view.moment.mode, Mode::fade) << "a whole period has no day to move";
    EXPECT_EQ(session.view.moment.day, day(2015, 1, 1)) << "at the end it begins again";
    tick(session, 100.5, {});
    const Day early = session.view.moment.day;
    EXPECT_GT(early, day(2015, 1, 1));
    EXPECT_LT(early, day(2015, 6, 1));
    tick(session, 1000, {});
    EXPECT_EQ(session.view.moment.day, day(2017, 12, 31));
    EXPECT_FALSE(session.player.isPlaying);
}

TEST_F(SessionTest, TheSamePaceDoesNotHoldPlayingUp) {
    togglePlaying(session, 0);
    for (int frame = 1; frame <= 60; ++frame) { // the panel hands its choices over with every frame
        changePlayback(session, session.playback, frame / 60.0);
        tick(session, frame / 60.0, {});
    }
    EXPECT_EQ(session.view.moment.day, day(2015, 5, 31)) << "five months a second";
}

TEST_F(SessionTest, AnotherPaceGoesOnFromTheDayShown) {
    togglePlaying(session, 0);
    tick(session, 2, {});
    const Day shown = session.view.moment.day;
    timeline::Playback slower = session.playback;
    slower.stepsPerSecond = 1;
    changePlayback(session, slower, 2);
    tick(session, 2.01, {});
    EXPECT_EQ(session.view.moment.day, shown);
    tick(session, 3.5, {});
    EXPECT_GT(session.view.moment.day, shown);
    EXPECT_LE(session.view.moment.day, shown + std::chrono::days(32));
}

TEST_F(SessionTest, SteppingStaysInThePeriod) {
    showDay(session, day(2017, 12, 15));
    step(session, 1, {});
    EXPECT_EQ(session.view.moment.day, day(2017, 12, 31));
    session.playback.step = timeline::Step::nextEvent;
    const Day days[] = {day(2015, 1, 1), day(2017, 3, 15)};
    step(session, -1, days);
    EXPECT_EQ(session.view.moment.day, day(2017, 3, 15));
}

TEST_F(SessionTest, ThePeriodStaysInTheExtentAndHoldsTheDay) {
    setPeriod(session, {day(2016, 5, 1), day(2016, 2, 1)}); // handles drawn past each other
    EXPECT_EQ(session.view.moment.period, (timeline::Window{day(2016, 2, 1), day(2016, 5, 1)}));
    EXPECT_EQ(session.view.moment.day, day(2016, 5, 1));
    setPeriod(session, {day(1900, 1, 1), day(2100, 1, 1)});
    EXPECT_EQ(session.view.moment.period, session.extent);
}

TEST_F(SessionTest, AnotherCasebookKeepsTheCameraAndDropsTheRest) {
    session.view.filter.text = "easttown";
    select(session, "E2");
    session.view.camera = scene::zoomed(session.view.camera, 3, {100, 100});
    const scene::Camera camera = session.view.camera;
    replaceCasebook(session, std::make_shared<const model::Casebook>(), "other.gpkg");
    EXPECT_EQ(session.view.camera, camera);
    EXPECT_EQ(session.view.filter, timeline::Filter{});
    EXPECT_EQ(session.view.selectedEvent, "");
    EXPECT_FALSE(session.isBundled);
    EXPECT_FALSE(session.view.titleBlock);
}

TEST_F(SessionTest, RowsAddedKeepViewAndSelection) {
    select(session, "E2");
    extendCasebook(session, std::make_shared<const model::Casebook>(inventedCasebook()));
    EXPECT_TRUE(session.isUnsaved);
    EXPECT_EQ(session.view.selectedEvent, "E2");
}

TEST_F(SessionTest, AViewIsAnotherWhenAnythingDrawnIs) {
    scene::View other = session.view;
    EXPECT_TRUE(sameView(session.view, other));
    other.coveredLeft = 1;
    EXPECT_FALSE(sameView(session.view, other));
    other = session.view;
    other.filter.kinds = {model::EventKind::release};
    EXPECT_FALSE(sameView(session.view, other));
    other = session.view;
    other.openedPlace = "west";
    EXPECT_FALSE(sameView(session.view, other)) << "an opened place is another picture";
}

TEST_F(SessionTest, ABoxIsFittedIntoWhatNoPanelCovers) {
    session.view.coveredLeft = 500;
    geo::LonLatBox box{124, 40, 126, 42};
    fitBox(session, box);
    const geo::Projection projection(session.view.camera.projection);
    for (const double longitude : {box.minX, box.maxX})
        EXPECT_GT(session.view.camera.toScreen(projection.forward({longitude, 41})).x, 500);
}

TEST_F(SessionTest, AnotherProjectionShowsTheSamePlaceAtTheSameScale) {
    const geo::Projection before(session.view.camera.projection);
    const geo::LonLat middle = before.inverse(session.view.camera.center);
    setProjection(session, geo::ProjectionKind::webMercator);
    const geo::Projection after(geo::ProjectionKind::webMercator);
    const geo::LonLat now = after.inverse(session.view.camera.center);
    EXPECT_NEAR(now.longitudeDegrees, middle.longitudeDegrees, 1e-9);
    EXPECT_NEAR(now.latitudeDegrees, middle.latitudeDegrees, 1e-9);
}

TEST(History, ForgetsWhatLayAhead) {
    History history;
    history.go({"a", {}, {}});
    history.go({"b", {}, {}});
    history.back();
    history.go({"c", {}, {}});
    EXPECT_FALSE(history.canGoForward());
    history.back();
    EXPECT_EQ(history.current().id, "a");
    history.close();
    EXPECT_TRUE(history.current().isEmpty());
    EXPECT_FALSE(history.canGoForward());
}

} // namespace
} // namespace surplace::app
