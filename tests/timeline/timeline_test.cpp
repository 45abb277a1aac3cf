#include "builder.hpp"
#include <random>

namespace surplace::timeline {
namespace {

using model::Assertion;
using model::EventKind;

Moment moment(Mode mode, std::string_view shown) {
    return {mode, window("1999-01-01", "2024-12-31"), day(shown), 365, 365};
}

std::vector<std::uint32_t> numbers(const std::vector<Visible>& visible) {
    std::vector<std::uint32_t> result;
    for (const Visible& one : visible)
        result.push_back(one.event);
    return result;
}

TEST(Moment, ShowsTheDaysOfItsMode) {
    Moment at = moment(Mode::period, "2017-06-25");
    EXPECT_EQ(windowOf(at), window("1999-01-01", "2024-12-31"));
    at.mode = Mode::cumulative;
    EXPECT_EQ(windowOf(at), window("1999-01-01", "2017-06-25"));
    at.mode = Mode::fade;
    EXPECT_EQ(windowOf(at), window("2016-06-26", "2017-06-25"));
    at.mode = Mode::window;
    at.windowDays = 1;
    EXPECT_EQ(windowOf(at), window("2017-06-25", "2017-06-25"));
}

TEST(Moment, ModesHaveWords) {
    for (const Mode mode : {Mode::period, Mode::window, Mode::cumulative, Mode::fade})
        EXPECT_EQ(modeByWord(word(mode)), mode);
    EXPECT_EQ(word(Mode::cumulative), "cumulative");
    EXPECT_EQ(modeByWord("Fade"), Mode::fade);
    EXPECT_FALSE(modeByWord("fad"));
    EXPECT_FALSE(modeByWord(""));
}

TEST(Fade, ComesOverTheDaysThatItMayMeanAndThenGoesLinearly) {
    const Timeline timeline(casebookOf({{"A001", "2017-03-11~/2017-03-20~", "2017-04-23"}}), {});
    EXPECT_TRUE(timeline.at(moment(Mode::fade, "2017-03-10")).empty());
    const auto during = timeline.at(moment(Mode::fade, "2017-03-15"));
    ASSERT_EQ(during.size(), 1U);
    EXPECT_EQ(during[0].presence, Presence::possible);
    EXPECT_FLOAT_EQ(during[0].opacity, 5 / 10.F); // five of its ten days have come
    EXPECT_FLOAT_EQ(timeline.at(moment(Mode::fade, "2017-03-11")).at(0).opacity, 1 / 10.F);
    const auto done = timeline.at(moment(Mode::fade, "2017-03-20"));
    EXPECT_EQ(done.at(0).presence, Presence::certain);
    EXPECT_EQ(done.at(0).opacity, 1);
    EXPECT_FLOAT_EQ(timeline.at(moment(Mode::fade, "2017-06-01")).at(0).opacity, 1 - 73 / 365.F);
    // At the end of the fade its days leave one by one.
    EXPECT_FLOAT_EQ(timeline.at(moment(Mode::fade, "2018-03-19")).at(0).opacity, 1 / 365.F * (1 / 10.F));
    EXPECT_TRUE(timeline.at(moment(Mode::fade, "2018-03-20")).empty());
}

TEST(Window, AnUncertainEventComesAndGoesByThePartOfItsDaysInside) {
    const Timeline timeline(casebookOf({{"A001", "2017-03-11~/2017-03-20~", "2017-04-23"}}), {});
    Moment shown = moment(Mode::window, "2017-03-12");
    shown.windowDays = 30;
    EXPECT_FLOAT_EQ(timeline.at(shown).at(0).opacity, 2 / 10.F);
    shown.day = moment(Mode::window, "2017-03-25").day;
    EXPECT_EQ(timeline.at(shown).at(0).opacity, 1);
    shown.day = moment(Mode::window, "2017-04-16").day; // the window begins on 18 March
    EXPECT_FLOAT_EQ(timeline.at(shown).at(0).opacity, 3 / 10.F);
    shown.mode = Mode::period; // nothing moves
    shown.period = {shown.day - std::chrono::days(29), shown.day};
    EXPECT_EQ(timeline.at(shown).at(0).opacity, 1);
}

TEST(Fade, ASingleDayIsCertainAtOnce) {
    const Timeline timeline(casebookOf({{"D", "2023-10-09", "2023-10-11"}}), {});
    EXPECT_TRUE(timeline.at(moment(Mode::fade, "2023-10-08")).empty());
    EXPECT_EQ(timeline.at(moment(Mode::fade, "2023-10-09")).at(0).presence, Presence::certain);
}

TEST(Fade, WhatWasFearedIn2017IsGoneAYearAfterItsSource) {
    const Timeline timeline(casebookOf({helong()}), {});
    EXPECT_EQ(timeline.at(moment(Mode::fade, "2017-06-25")).at(0).opacity, 1);
    EXPECT_LT(timeline.at(moment(Mode::fade, "2017-06-26")).at(0).opacity, 1);
    const auto last = timeline.at(moment(Mode::fade, "2018-06-24"));
    ASSERT_EQ(last.size(), 1U);
    EXPECT_EQ(last[0].presence, Presence::possible);
    EXPECT_FLOAT_EQ(last[0].opacity, 1 / 365.F);
    EXPECT_TRUE(timeline.at(moment(Mode::fade, "2018-06-25")).empty());
    EXPECT_TRUE(timeline.at(moment(Mode::fade, "2018-06-26")).empty());
    EXPECT_TRUE(timeline.at(moment(Mode::fade, "2024-12-31")).empty());
}

TEST(Timeline, NothingFearedIn2017IsStillOnTheMapIn2024InAnyMovingMode) {
    const Timeline timeline(casebookOf({helong(),
                                        {"DATED",
                                         "2017-07",
                                         "2017-06-25",
                                         EventKind::forcedReturn,
                                         Assertion::feared,
                                         model::Role::event,
                                         {}},
                                        {"DONE", "2017-07", "2017-08-01"}}),
                            {});
    for (const Mode mode : {Mode::window, Mode::cumulative, Mode::fade}) {
        Moment at = moment(mode, "2018-06-26");
        at.windowDays = at.fadeDays = 5000;
        EXPECT_EQ(numbers(timeline.at(at)), std::vector<std::uint32_t>{2}) << word(mode);
        at.day = day("2018-06-25");
        EXPECT_EQ(numbers(timeline.at(at)), (std::vector<std::uint32_t>{0, 1, 2})) << word(mode);
    }
    EXPECT_EQ(timeline.at(moment(Mode::period, "2024-12-31")).size(), 3U);
}

TEST(Timeline, KeepsStoredOrderAndListsTheUndated) {
    const model::Casebook casebook = casebookOf({{"LATE", "2012-03", ""},
                                                 {"NONE", "", ""},
                                                 {"DECADE", "201X", ""},
                                                 {"EARLY", "2002-11-19", ""},
                                                 {"SAME", "2012-03", ""}});
    const Timeline timeline(casebook, {});
    EXPECT_EQ(numbers(timeline.at(moment(Mode::period, "2024-12-31"))),
              (std::vector<std::uint32_t>{0, 2, 3, 4}));
    EXPECT_EQ(std::vector(timeline.undated().begin(), timeline.undated().end()),
              std::vector<std::uint32_t>{1});
    EXPECT_EQ(std::vector(timeline.eventDays().begin(), timeline.eventDays().end()),
              (std::vector<Day>{day("2002-11-19"), day("2010-01-01"), day("2012-03-01")}));
    EXPECT_EQ(timeline.extent({}), window("2002-11-19", "2019-12-31"));
    const Window none = window("1999-01-01", "2024-12-31");
    EXPECT_EQ(Timeline(model::Casebook{}, {}).extent(none), none);
    EXPECT_TRUE(Timeline(model::Casebook{}, {}).at(moment(Mode::fade, "2017-06-25")).empty());
}

TEST(Timeline, TheIndexFindsWhatLookingAtEveryEventFinds) {
    std::mt19937 random(20170625);
    const auto below = [&](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
    std::vector<Row> rows;
    for (int i = 0; i < 3000; ++i) {
        const Day from = day("1999-01-01") + std::chrono::days(below(9400));
        const Day to = from + std::chrono::days(below(4) == 0 ? below(5000) : below(60));
        const std::string end = below(9) == 0 ? ".." : model::formatDay(to);
        rows.push_back({"R" + std::to_string(i),
                        model::formatDay(from) + "/" + end,
                        below(5) == 0 ? "" : model::formatDay(to + std::chrono::days(below(500))),
                        below(2) == 0 ? EventKind::holding : EventKind::detention,
                        below(6) == 0 ? Assertion::feared : Assertion::reported,
                        model::Role::event,
                        {}});
    }
    const model::Casebook casebook = casebookOf(rows);
    const Timeline timeline(casebook, {});
    for (int i = 0; i < 60; ++i) {
        const Window asked{day("1998-01-01") + std::chrono::days(below(10000)), {}};
        Moment at{Mode::period, {asked.first, asked.first + std::chrono::days(below(900))}, {}, 0, 0};
        std::vector<Visible> expected;
        for (std::uint32_t event = 0; event < casebook.events.size(); ++event)
            if (const auto is = presenceIn(timeline.span(event), at.period); is != Presence::absent)
                expected.push_back({event, is, 1});
        const auto found = timeline.at(at);
        ASSERT_EQ(found.size(), expected.size());
        for (std::size_t k = 0; k < found.size(); ++k) {
            ASSERT_EQ(found[k].event, expected[k].event);
            ASSERT_EQ(found[k].presence, expected[k].presence);
        }
    }
}

} // namespace
} // namespace surplace::timeline
