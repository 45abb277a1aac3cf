#include "builder.hpp"
#include <map>

namespace surplace::timeline {
namespace {

Playback months() {
    return {window("1999-01-01", "2024-12-31"), Step::month, 5, 1, false};
}

TEST(Film, ShowsEachMonthOnItsLastDayAndHoldsItEquallyLong) {
    const Playback playback = months();
    EXPECT_EQ(filmDay(playback, 0, 1800), day("1999-01-31"));
    EXPECT_EQ(filmDay(playback, 1799, 1800), day("2024-12-31"));
    std::map<Day, int> held;
    for (long frame = 0; frame < 1800; ++frame)
        ++held[filmDay(playback, frame, 1800)];
    EXPECT_EQ(held.size(), 312U);
    EXPECT_TRUE(held.contains(day("2012-02-29")));
    for (const auto& [shown, frames] : held)
        EXPECT_TRUE(frames == 5 || frames == 6) << model::formatDay(shown);
}

TEST(Film, ReachesBothEndsWithFewerFramesThanSteps) {
    const Playback playback = months();
    EXPECT_EQ(filmDay(playback, 0, 10), day("1999-01-31"));
    EXPECT_EQ(filmDay(playback, 9, 10), day("2024-12-31"));
    EXPECT_EQ(filmDay(playback, 0, 1), day("2024-12-31"));
    EXPECT_EQ(filmDay(playback, 99, 10), day("2024-12-31"));
}

TEST(Film, RunsBackwards) {
    Playback playback = months();
    playback.direction = -1;
    EXPECT_EQ(filmDay(playback, 0, 1800), day("2024-12-31"));
    EXPECT_EQ(filmDay(playback, 1799, 1800), day("1999-01-31"));
}

TEST(Film, GoesFromEventToEvent) {
    Playback playback = months();
    playback.step = Step::nextEvent;
    const std::vector<Day> events{day("1982-01-01"), day("2002-11-19"), day("2017-03-11")};
    EXPECT_EQ(filmDay(playback, 0, 4, events), day("2002-11-19"));
    EXPECT_EQ(filmDay(playback, 3, 4, events), day("2017-03-11"));
    EXPECT_EQ(filmDay(playback, 0, 4), day("2024-12-31"));
}

TEST(Playback, StaysUntilTheFirstStepIsDueAndStopsAtTheEnd) {
    const Playback playback = months();
    const Day start = day("2017-06-25");
    EXPECT_EQ(playAt(playback, start, 0).day, start);
    EXPECT_EQ(playAt(playback, start, 0.19).day, start);
    EXPECT_EQ(playAt(playback, start, 0.2).day, day("2017-06-30"));
    EXPECT_EQ(playAt(playback, start, 0.6).day, day("2017-08-31"));
    const PlayState before = playAt(playback, start, 18.0);
    EXPECT_EQ(before.day, day("2024-11-30"));
    EXPECT_FALSE(before.finished);
    const PlayState after = playAt(playback, start, 18.2);
    EXPECT_EQ(after.day, day("2024-12-31"));
    EXPECT_TRUE(after.finished);
    EXPECT_TRUE(playAt(playback, start, 1e12).finished);
    EXPECT_EQ(playAt(playback, start, -3).day, start);
}

TEST(Playback, GoesOnFromWhereItWasStopped) {
    const Playback playback = months();
    const Day stopped = playAt(playback, day("2016-01-31"), 0.2).day;
    EXPECT_EQ(stopped, day("2016-02-29"));
    EXPECT_EQ(playAt(playback, stopped, 0.2).day, day("2016-03-31"));
    EXPECT_EQ(playAt(playback, day("2016-01-31"), 0.4).day, day("2016-03-31"));
}

TEST(Playback, RunsBackwardsToTheFirstStep) {
    Playback playback = months();
    playback.direction = -1;
    EXPECT_EQ(playAt(playback, day("2017-06-25"), 0.2).day, day("2017-05-31"));
    EXPECT_EQ(playAt(playback, day("2017-05-31"), 0.2).day, day("2017-04-30"));
    EXPECT_FALSE(playAt(playback, day("1999-03-31"), 0.2).finished);
    const PlayState end = playAt(playback, day("1999-03-31"), 0.4);
    EXPECT_EQ(end.day, day("1999-01-31"));
    EXPECT_TRUE(end.finished);
}

TEST(Playback, LoopsInBothDirections) {
    Playback playback = months();
    playback.loop = true;
    EXPECT_EQ(playAt(playback, day("2024-12-31"), 0.2).day, day("1999-01-31"));
    EXPECT_EQ(playAt(playback, day("2024-12-31"), 312 / 5.0).day, day("2024-12-31"));
    EXPECT_FALSE(playAt(playback, day("2024-12-31"), 0.2).finished);
    playback.direction = -1;
    EXPECT_EQ(playAt(playback, day("1999-01-31"), 0.2).day, day("2024-12-31"));
}

TEST(Playback, StepsByDays) {
    const Playback playback{window("2017-01-01", "2017-12-31"), Step::day, 5, 1, false};
    EXPECT_EQ(playAt(playback, day("2017-06-25"), 2).day, day("2017-07-05"));
}

} // namespace
} // namespace surplace::timeline
