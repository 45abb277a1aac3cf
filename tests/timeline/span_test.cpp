#include "builder.hpp"

namespace surplace::timeline {
namespace {

using model::Assertion;
using model::EventKind;

TEST(Span, AnIntervalIsOneUnknownDayInsideUnlessTheKindLasts) {
    const Span detention = spanOfRow({"A001", "2017-03-11~/2017-03-20~", "2017-04-23"});
    EXPECT_EQ(detention.earliest, day("2017-03-11"));
    EXPECT_EQ(detention.latest, day("2017-03-20"));
    EXPECT_FALSE(detention.isDuration);
    EXPECT_FALSE(detention.certainCore);
    EXPECT_EQ(detention.freshUntil, day("2017-03-20"));
    EXPECT_FALSE(detention.noLaterWord);

    const Span holding = spanOfRow({"A009", "2017-06-19~/2017-06-25", "2017-06-25", EventKind::holding});
    EXPECT_TRUE(holding.isDuration);
    EXPECT_EQ(holding.certainCore, window("2017-06-19", "2017-06-25"));
}

TEST(Span, TheCoreOfADurationIsWhatEveryReadingShares) {
    const Span apart = spanOfRow({"H", "2016-02/2016-05", "", EventKind::holding});
    EXPECT_EQ(apart.certainCore, window("2016-02-29", "2016-05-01"));
    const Span overlapping = spanOfRow({"H", "2016/2016", "", EventKind::holding});
    EXPECT_TRUE(overlapping.isDuration);
    EXPECT_FALSE(overlapping.certainCore);
    const Span single = spanOfRow({"H", "2021-07~", "", EventKind::holding});
    EXPECT_FALSE(single.isDuration);
}

TEST(Span, AYearIsNeverItsFirstDay) {
    const Span span = spanOfRow({"Y", "2020", ""});
    EXPECT_EQ(span.earliest, day("2020-01-01"));
    EXPECT_EQ(span.latest, day("2020-12-31"));
}

TEST(Span, AnOpenEndIsDrawnUntilTheSourcesDate) {
    const Span span = spanOfRow({"O", "2022-01/..", "2022-03-11/2022-03-31"});
    EXPECT_EQ(span.earliest, day("2022-01-01"));
    EXPECT_EQ(span.latest, day("2022-03-31"));
    EXPECT_TRUE(span.openEnd);
    EXPECT_TRUE(span.noLaterWord);
    EXPECT_EQ(span.freshUntil, day("2022-03-31"));
    EXPECT_EQ(spanOfRow({"U", "2022-01/", "2022-03-11"}).latest, day("2022-03-11"));
}

TEST(Span, AnOpenEndOfAnUndatedSourceStopsWithItsOwnStart) {
    EXPECT_EQ(spanOfRow({"O", "2022-01-05/..", ""}).latest, day("2022-01-05"));
    EXPECT_EQ(spanOfRow({"O", "2022-01/..", ""}).latest, day("2022-01-31"));
    // A source older than the event it foretells must not turn the span round.
    const Span foretold = spanOfRow({"O", "2022-01-05/..", "2021-05-01"});
    EXPECT_EQ(foretold.earliest, day("2022-01-05"));
    EXPECT_EQ(foretold.latest, day("2022-01-05"));
}

TEST(Span, AnOpenClosureIsCertainUntilItWasPublished) {
    const Span open = spanOfRow({"C", "2020-01-30/..", "2020-02", EventKind::closure});
    EXPECT_EQ(open.latest, day("2020-02-29"));
    EXPECT_EQ(open.certainCore, window("2020-01-30", "2020-02-01"));
    // With an unknown end only the first day is sure.
    const Span unknown = spanOfRow({"C", "2020-01-30/", "2020-02-15", EventKind::closure});
    EXPECT_EQ(unknown.certainCore, window("2020-01-30", "2020-01-30"));
    EXPECT_FALSE(spanOfRow({"C", "2020-01/", "2020-03-15", EventKind::closure}).certainCore);
}

TEST(Span, AnOpenStartIsDrawnOnlyAtTheKnownSide) {
    const Span span = spanOfRow({"A015", "../2022-02-15", "2022-03-11/2022-03-31"});
    EXPECT_TRUE(span.hasDays);
    EXPECT_TRUE(span.openStart);
    EXPECT_FALSE(span.openEnd);
    EXPECT_EQ(span.earliest, day("2022-02-15"));
    EXPECT_EQ(span.latest, day("2022-02-15"));
    // It may have been years before, so no window can hold it for certain.
    EXPECT_EQ(presenceIn(span, window("2022-01-01", "2022-12-31")), Presence::possible);
    EXPECT_EQ(spanOfRow({"M", "../2022-02", ""}).earliest, day("2022-02-01"));
}

TEST(Span, WhatIsFearedEndsAYearAfterItsSource) {
    const Span span = spanOfRow(helong());
    EXPECT_EQ(span.earliest, day("2017-06-25"));
    EXPECT_EQ(span.latest, day("2018-06-25"));
    EXPECT_EQ(span.freshUntil, day("2017-06-25"));
    EXPECT_EQ(span.lastShown, day("2018-06-25"));
    EXPECT_TRUE(span.noLaterWord);
    EXPECT_EQ(presenceIn(span, window("2024-01-01", "2024-12-31")), Presence::absent);
    EXPECT_EQ(presenceIn(span, window("2017-01-01", "2024-12-31")), Presence::possible);
    EXPECT_EQ(spanOfRow(helong(), 30).latest, day("2017-07-25"));
}

TEST(Span, ADatedFearEndsWithItsSourceToo) {
    // B061: planned for the first days of October 2011, said on the 2nd.
    const Span planned = spanOfRow(
        {"B061", "2011-10-01~/2011-10-10~", "2011-10-02", EventKind::forcedReturn, Assertion::feared});
    EXPECT_EQ(planned.latest, day("2011-10-10"));
    EXPECT_EQ(planned.freshUntil, day("2011-10-02"));
    EXPECT_EQ(planned.lastShown, day("2012-10-01"));
    EXPECT_FALSE(planned.noLaterWord);

    const Span cut =
        spanOfRow({"F", "2017-06-01/2024-12-31", "2017-06-25", EventKind::forcedReturn, Assertion::feared});
    EXPECT_EQ(cut.latest, day("2018-06-25"));
    EXPECT_TRUE(cut.noLaterWord);

    const Span tooLate = spanOfRow({"F", "2024", "2017-06-25", EventKind::forcedReturn, Assertion::feared});
    EXPECT_FALSE(tooLate.hasDays);
    EXPECT_TRUE(tooLate.noLaterWord);

    const Span undated = spanOfRow({"F", "2017-06-25/..", "", EventKind::transfer, Assertion::feared});
    EXPECT_EQ(undated.lastShown, day("2018-06-25"));
}

TEST(Span, AFearIsNeverCertainlyGoingOn) {
    const Span span =
        spanOfRow({"F", "2017-06-01/2017-06-30", "2017-06-25", EventKind::holding, Assertion::feared});
    EXPECT_FALSE(span.certainCore);
}

TEST(Span, DatesWithoutADayHaveNone) {
    for (const char* date : {"", "../..", "Y17000"})
        EXPECT_FALSE(spanOfRow({"N", date, "2017-06-25"}).hasDays) << date;
}

TEST(Span, EarliestIsNeverAfterLatest) {
    for (const char* date :
         {"2017", "201X", "2017-07/..", "../2017", "/2017-05-03", "2017-05-03/", "1982", "2017-21", "2017-24",
          "{2017-03-01,2018-03-01}", "[..1984]", "[1984..]", "2017-06-19~/2017-06-25", "2004-11~"})
        for (const char* published : {"", "1999-01-01", "2017-06", "2020/.."})
            for (const Assertion assertion : {Assertion::reported, Assertion::feared}) {
                const Span span = spanOfRow({"E", date, published, EventKind::closure, assertion});
                if (span.hasDays) {
                    EXPECT_LE(span.earliest, span.latest) << date << ' ' << published;
                    EXPECT_LE(span.freshUntil, span.latest) << date << ' ' << published;
                } else {
                    EXPECT_EQ(assertion, Assertion::feared) << date << ' ' << published;
                }
            }
}

TEST(Presence, IsCertainOnlyWhenEveryDayIsInside) {
    const Span span = spanOfRow({"A001", "2017-03-11~/2017-03-20~", "2017-04-23"});
    EXPECT_EQ(presenceIn(span, window("2017-03-11", "2017-03-20")), Presence::certain);
    EXPECT_EQ(presenceIn(span, window("2017-03-12", "2017-12-31")), Presence::possible);
    EXPECT_EQ(presenceIn(span, window("2017-03-20", "2017-03-20")), Presence::possible);
    EXPECT_EQ(presenceIn(span, window("2017-03-21", "2017-12-31")), Presence::absent);
    EXPECT_EQ(presenceIn(span, window("2017-01-01", "2017-03-10")), Presence::absent);
    EXPECT_EQ(presenceIn(Span{}, window("1900-01-01", "2100-01-01")), Presence::absent);
    EXPECT_EQ(presenceIn(span, {day("2017-03-20"), day("2017-03-11")}), Presence::absent);
}

TEST(Presence, ADurationIsCertainWhereItsCoreIs) {
    const Span span = spanOfRow({"H", "2016-02/2016-05", "", EventKind::holding});
    EXPECT_EQ(presenceIn(span, window("2016-04-01", "2016-04-01")), Presence::certain);
    EXPECT_EQ(presenceIn(span, window("2016-02-10", "2016-02-20")), Presence::possible);
    EXPECT_EQ(presenceIn(span, window("2016-05-02", "2016-06-30")), Presence::possible);
}

} // namespace
} // namespace surplace::timeline
