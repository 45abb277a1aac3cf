#include "scene/moment_words.hpp"
#include <gtest/gtest.h>

namespace surplace::scene {
namespace {

using namespace std::chrono;
using timeline::Mode;

timeline::Moment momentOf(Mode mode, timeline::Day day) {
    return {mode, {1999y / 1 / 1, 2024y / 12 / 31}, day, 30, 365};
}

TEST(MomentWords, SayASpanAsCoarselyAsItIs) {
    EXPECT_EQ(spanInWords({1999y / 1 / 1, 2024y / 12 / 31}), "1999–2024");
    EXPECT_EQ(spanInWords({2017y / 1 / 1, 2017y / 12 / 31}), "2017");
    EXPECT_EQ(spanInWords({2017y / 6 / 1, 2017y / 6 / 30}), "June 2017");
    EXPECT_EQ(spanInWords({2017y / 6 / 1, 2018y / 2 / 28}), "June 2017 – February 2018");
    EXPECT_EQ(spanInWords({2017y / 1 / 2, 2017y / 12 / 31}), "2 January 2017 – 31 December 2017");
    EXPECT_EQ(spanInWords({2017y / 1 / 2, 2017y / 1 / 2}), "2 January 2017");
}

TEST(MomentWords, HeadAFrameWithItsMonthOrItsDay) {
    EXPECT_EQ(dateHeadline(momentOf(Mode::period, 2017y / 6 / 30)), "1999–2024");
    EXPECT_EQ(dateHeadline(momentOf(Mode::fade, 2017y / 6 / 30)), "June 2017");
    EXPECT_EQ(dateHeadline(momentOf(Mode::fade, 2017y / 6 / 25)), "25 June 2017");
}

TEST(MomentWords, SayHowTimeIsLookedAt) {
    EXPECT_EQ(modeInWords(momentOf(Mode::period, 2017y / 6 / 30)), "all events of the period");
    EXPECT_EQ(modeInWords(momentOf(Mode::window, 2017y / 6 / 30)), "events of the month up to 30 June 2017");
    EXPECT_EQ(modeInWords(momentOf(Mode::cumulative, 2017y / 6 / 30)),
              "all events from 1 January 1999 to 30 June 2017");
    EXPECT_EQ(modeInWords(momentOf(Mode::fade, 2017y / 6 / 30)),
              "events of the year up to 30 June 2017, fading");
}

} // namespace
} // namespace surplace::scene
