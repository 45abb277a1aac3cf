#include "builder.hpp"

namespace surplace::timeline {
namespace {

const Window wholePeriod = window("1999-01-01", "2024-12-31");

TEST(Step, WordsReadBack) {
    for (const Step step : {Step::day, Step::week, Step::month, Step::quarter, Step::year, Step::nextEvent})
        EXPECT_EQ(stepByWord(word(step)), step);
    EXPECT_EQ(stepByWord("Next-Event"), Step::nextEvent);
    EXPECT_FALSE(stepByWord("decade"));
}

TEST(Step, FromTheEndOfAMonthGoesToEndsOfMonths) {
    struct Case {
        const char* from;
        Step step;
        int count;
        const char* to;
    };
    for (const Case& c : {Case{"2023-12-31", Step::month, -1, "2023-11-30"},
                          {"2023-11-30", Step::month, -1, "2023-10-31"},
                          {"2023-02-28", Step::month, 1, "2023-03-31"},
                          {"2024-02-28", Step::month, 1, "2024-03-28"},
                          {"2024-02-29", Step::month, -1, "2024-01-31"},
                          {"2023-06-30", Step::quarter, 1, "2023-09-30"},
                          {"2023-09-30", Step::quarter, 1, "2023-12-31"},
                          {"2023-12-31", Step::quarter, -1, "2023-09-30"},
                          {"2023-02-28", Step::year, 1, "2024-02-29"},
                          {"2024-02-29", Step::year, -1, "2023-02-28"},
                          {"2023-12-31", Step::year, -1, "2022-12-31"},
                          {"2023-11-30", Step::month, 0, "2023-11-30"}})
        EXPECT_EQ(advance(day(c.from), c.step, c.count), day(c.to)) << c.from << ' ' << word(c.step);
}

TEST(Step, AdvancesAndKeepsTheDayOfTheMonthWhereItExists) {
    EXPECT_EQ(advance(day("2017-06-25"), Step::day, 10), day("2017-07-05"));
    EXPECT_EQ(advance(day("2017-06-25"), Step::week, -1), day("2017-06-18"));
    EXPECT_EQ(advance(day("2017-01-31"), Step::month, 1), day("2017-02-28"));
    EXPECT_EQ(advance(day("2016-01-31"), Step::month, 1), day("2016-02-29"));
    EXPECT_EQ(advance(day("2017-01-31"), Step::month, 2), day("2017-03-31"));
    EXPECT_EQ(advance(day("2017-03-31"), Step::month, -1), day("2017-02-28"));
    EXPECT_EQ(advance(day("2017-11-30"), Step::quarter, 1), day("2018-02-28"));
    EXPECT_EQ(advance(day("2016-02-29"), Step::year, 1), day("2017-02-28"));
    EXPECT_EQ(advance(day("2016-02-29"), Step::year, -4), day("2012-02-29"));
    EXPECT_EQ(advance(day("2017-06-25"), Step::month, 0), day("2017-06-25"));
}

TEST(Step, NextEventGoesFromEventToEvent) {
    const std::vector<Day> events{day("2002-11-19"), day("2017-03-11"), day("2017-06-25")};
    EXPECT_EQ(advance(day("2000-01-01"), Step::nextEvent, 1, events), day("2002-11-19"));
    EXPECT_EQ(advance(day("2002-11-19"), Step::nextEvent, 1, events), day("2017-03-11"));
    EXPECT_EQ(advance(day("2002-11-19"), Step::nextEvent, 9, events), day("2017-06-25"));
    EXPECT_EQ(advance(day("2017-06-25"), Step::nextEvent, 1, events), day("2017-06-25"));
    EXPECT_EQ(advance(day("2024-01-01"), Step::nextEvent, 1, events), day("2024-01-01"));
    EXPECT_EQ(advance(day("2024-01-01"), Step::nextEvent, -1, events), day("2017-06-25"));
    EXPECT_EQ(advance(day("2017-06-25"), Step::nextEvent, -2, events), day("2002-11-19"));
    EXPECT_EQ(advance(day("2017-06-25"), Step::nextEvent, -7, events), day("2002-11-19"));
    EXPECT_EQ(advance(day("2000-01-01"), Step::nextEvent, -1, events), day("2000-01-01"));
    EXPECT_EQ(advance(day("2000-01-01"), Step::nextEvent, 1), day("2000-01-01"));
}

TEST(Step, CountsStepsWithBothEnds) {
    EXPECT_EQ(stepsIn(wholePeriod, Step::month), 312);
    EXPECT_EQ(stepsIn(wholePeriod, Step::quarter), 104);
    EXPECT_EQ(stepsIn(wholePeriod, Step::year), 26);
    EXPECT_EQ(stepsIn(wholePeriod, Step::day), 9497);
    EXPECT_EQ(stepsIn(wholePeriod, Step::week), 1357);
    EXPECT_EQ(stepsIn(window("2017-06-25", "2017-06-25"), Step::year), 1);
    EXPECT_EQ(stepsIn(window("2017-06-25", "2017-07-24"), Step::month), 1);
    EXPECT_EQ(stepsIn(window("2017-06-25", "2017-07-25"), Step::month), 2);
    EXPECT_EQ(stepsIn(window("2017-01-31", "2017-02-28"), Step::month), 2);
    EXPECT_EQ(stepsIn(window("2017-06-25", "2016-01-01"), Step::month), 1);
    EXPECT_EQ(stepsIn(wholePeriod, Step::nextEvent), 1);
    const std::vector<Day> events{day("1982-01-01"), day("2002-11-19"), day("2017-03-11")};
    EXPECT_EQ(stepsIn(wholePeriod, Step::nextEvent, events), 2);
}

TEST(Step, WindowsOfAPeriodFollowEachOtherWithoutGapOrOverlap) {
    const std::vector<Day> events{day("1982-01-01"), day("2002-11-19"), day("2017-03-11")};
    for (const Window period : {wholePeriod, window("2015-01-31", "2017-06-25")})
        for (const Step step :
             {Step::day, Step::week, Step::month, Step::quarter, Step::year, Step::nextEvent}) {
            const int count = stepsIn(period, step, events);
            EXPECT_EQ(stepWindow(period, step, 0, events).first, period.first);
            EXPECT_EQ(stepWindow(period, step, count - 1, events).last, period.last);
            for (int i = 0; i + 1 < count; ++i)
                ASSERT_EQ(stepWindow(period, step, i, events).last + std::chrono::days(1),
                          stepWindow(period, step, i + 1, events).first)
                    << word(step) << ' ' << i;
        }
}

} // namespace
} // namespace surplace::timeline
