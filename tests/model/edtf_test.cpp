#include "core/error.hpp"
#include "model/edtf.hpp"
#include "tables/table.hpp"
#include <gmock/gmock.h>

namespace surplace::model {
namespace {

std::string textOf(std::optional<Day> day) {
    return day ? formatDay(*day) : "";
}

std::string name(Edtf::End end) {
    switch (end) {
    case Edtf::End::day:
        return "day";
    case Edtf::End::open:
        return "open";
    case Edtf::End::unknown:
        return "unknown";
    default:
        return "noDay";
    }
}

TEST(Edtf, AcceptsTheSpecificationWithItsBounds) {
    for (const auto& row : tests::readTable("edtf_accepted")) {
        SCOPED_TRACE(row.at("text"));
        Edtf date;
        ASSERT_NO_THROW(date = Edtf::parse(row.at("text")));
        EXPECT_EQ(date.text(), row.at("text"));
        EXPECT_EQ(textOf(date.earliest()), row.at("earliest"));
        const bool isBackwards = date.earliest() && date.latest() && *date.earliest() > *date.latest();
        EXPECT_FALSE(isBackwards);
        EXPECT_EQ(textOf(date.latest()), row.at("latest"));
        EXPECT_EQ(name(date.startKind()), row.at("start_kind"));
        EXPECT_EQ(name(date.endKind()), row.at("end_kind"));
        EXPECT_FALSE(date.inWords().empty());
    }
}

TEST(Edtf, RefusesEverythingElseAtItsPosition) {
    for (const auto& row : tests::readTable("edtf_refused")) {
        SCOPED_TRACE(row.at("text"));
        try {
            Edtf::parse(row.at("text"));
            ADD_FAILURE() << "was accepted";
        } catch (const core::Error& error) {
            EXPECT_THAT(error.what(), testing::HasSubstr("position " + row.at("position") + ": expected "));
        }
    }
}

TEST(Edtf, AnErrorSaysWhatWasExpected) {
    try {
        Edtf::parse("2017-13");
        FAIL();
    } catch (const core::Error& error) {
        EXPECT_STREQ(error.what(),
                     "the date '2017-13' cannot be read at position 6: expected a month 01 to 12 (X where a "
                     "digit is not known) or a season 21 to 41.");
    }
}

TEST(Edtf, WholeCalendarAgreesWithTheRuleOfGregory) {
    int leapDays = 0;
    for (int year = 1600; year < 2000; ++year) {
        const bool isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        const auto text = std::to_string(year);
        EXPECT_EQ(textOf(Edtf::parse(text + "-02").latest()), text + (isLeap ? "-02-29" : "-02-28"));
        if (isLeap) {
            ++leapDays;
            EXPECT_NO_THROW(Edtf::parse(text + "-02-29"));
        } else {
            EXPECT_THROW(Edtf::parse(text + "-02-29"), core::Error);
        }
    }
    EXPECT_EQ(leapDays, 97);
}

TEST(Edtf, AnIntervalHasACertainCore) {
    // An interval of plain days does not go through the grammar.
    const auto plain = Edtf::parse("2017-03-11/2017-03-20"),
               byGrammar = Edtf::parse("2017-03-11/2017-03-20~");
    EXPECT_EQ(plain.earliest(), byGrammar.earliest());
    EXPECT_EQ(plain.latest(), byGrammar.latest());
    EXPECT_EQ(plain.latestStart(), byGrammar.latestStart());
    EXPECT_EQ(plain.earliestEnd(), byGrammar.earliestEnd());
    EXPECT_TRUE(plain.isInterval());
    EXPECT_THROW(Edtf::parse("2017-03-20/2017-03-11"), core::Error);
    const auto date = Edtf::parse("2017-03/2017-05");
    EXPECT_EQ(textOf(date.latestStart()), "2017-03-31");
    EXPECT_EQ(textOf(date.earliestEnd()), "2017-05-01");
    EXPECT_TRUE(date.isInterval());
    const auto single = Edtf::parse("2017-03");
    EXPECT_EQ(textOf(single.latestStart()), "2017-03-31");
    EXPECT_EQ(textOf(single.earliestEnd()), "2017-03-01");
    EXPECT_FALSE(single.isInterval());
    EXPECT_EQ(textOf(Edtf::parse("2017-03/..").latestStart()), "2017-03-31");
    EXPECT_EQ(Edtf::parse("2017-03/..").earliestEnd(), std::nullopt);
    EXPECT_EQ(Edtf::parse("/2017-03").latestStart(), std::nullopt);
}

TEST(Edtf, FlagsComeFromTheQualifiers) {
    EXPECT_TRUE(Edtf::parse("1984?").isUncertain());
    EXPECT_FALSE(Edtf::parse("1984?").isApproximate());
    EXPECT_TRUE(Edtf::parse("2004-%06-11").isApproximate());
    EXPECT_TRUE(Edtf::parse("2004-%06-11").isUncertain());
    EXPECT_TRUE(Edtf::parse("2017-03-11/2017-03-20~").isApproximate());
    EXPECT_FALSE(Edtf::parse("2017").isApproximate() || Edtf::parse("2017").isUncertain());
    EXPECT_TRUE(Edtf::parse("{1960,1961-12}").isSet());
    EXPECT_TRUE(Edtf::parse("[1960,1961-12]").isSet());
    EXPECT_FALSE(Edtf::parse("1960").isSet());
}

TEST(Edtf, NothingIsKnownOfTheEmptyDate) {
    EXPECT_EQ(Edtf(), Edtf::parse(""));
    EXPECT_FALSE(Edtf().isKnown());
    EXPECT_EQ(Edtf().startKind(), Edtf::End::unknown);
    EXPECT_EQ(Edtf().latestStart(), std::nullopt);
    EXPECT_NE(Edtf(), Edtf::parse("2017"));
}

TEST(Edtf, InWords) {
    const std::pair<const char*, const char*> cases[] = {
        {"2017-06-25", "on 25 June 2017"},
        {"2017-03", "in March 2017"},
        {"2017", "in 2017"},
        {"", "date not given"},
        {"201X", "in the 2010s"},
        {"200X", "in the years 2000 to 2009"},
        {"20XX", "in the years 2000 to 2099"},
        {"XXXX", "in an unknown year"},
        {"2004-XX", "in an unknown month of 2004"},
        {"1985-04-XX", "on an unknown day of April 1985"},
        {"1985-XX-XX", "on an unknown day of 1985"},
        {"156X-12-25", "on 25 December of the 1560s"},
        {"1984-1X", "in a month between 1 October 1984 and 31 December 1984"},
        {"2017-21", "in spring 2017 (March to May)"},
        {"2001-24", "in winter 2001 (December to February of the following year)"},
        {"2001-31", "in southern autumn 2001 (March to May)"},
        {"2001-34", "in the second quarter of 2001 (April to June)"},
        {"2001-41~", "in the second half of 2001 (July to December) (approximate)"},
        {"2017~", "in 2017 (approximate)"},
        {"2017-03?", "in March 2017 (uncertain)"},
        {"2017-03-11%", "on 11 March 2017 (uncertain and approximate)"},
        {"2004-06~-11", "on 11 June 2004 (year approximate, month approximate)"},
        {"?2004-06-~11", "on 11 June 2004 (year uncertain, day approximate)"},
        {"2017-03-11~/2017-03-20~", "between 11 and 20 March 2017 (approximate)"},
        {"2017-03-11/2017-03-20~", "between 11 March 2017 and 20 March 2017 (approximate)"},
        {"2017-03-11/2017-04-02", "between 11 March and 2 April 2017"},
        {"1999-12-30/2000-01-11", "between 30 December 1999 and 11 January 2000"},
        {"2017-07/2017-08", "between July and August 2017"},
        {"2000-03/2000-06-07", "between March 2000 and 7 June 2000"},
        {"1994/1998", "between 1994 and 1998"},
        {"199X/2022", "between the 1990s and 2022"},
        {"2017-06-25/..", "on or after 25 June 2017, no end given"},
        {"2017-07~/", "in or after July 2017 (approximate), end unknown"},
        {"../2022-02-15", "on or before 15 February 2022, no start given"},
        {"/2022", "in or before 2022, start unknown"},
        {"../..", "at an unknown time, no start and no end given"},
        {"[1667,1668,1670..1672]", "one of 1667, 1668 or 1670 to 1672"},
        {"{1960,1961-12}", "all of 1960 and December 1961"},
        {"[..1760-12-03]", "on 3 December 1760 or earlier"},
        {"[1760-12..]", "in December 1760 or later"},
        {"-0044-03-15", "on 15 March 45 BC"},
        {"0000", "in 1 BC"},
        {"1950S2", "in the years 1900 to 1999 (estimated 1950)"},
        {"Y-17E7", "in the year -170000000"},
        {"Y17E20", "in the year 17 times 10 to the 20"},
        {"Y171010000S3", "in the year 171010000 (3 significant digits)"},
        {"1985-04-12T23:20:30Z", "on 12 April 1985 at 23:20:30 UTC"},
        {"1985-04-12T23:20:30+04:30", "on 12 April 1985 at 23:20:30 UTC+04:30"},
        {"1985-04-12T23:20:30", "on 12 April 1985 at 23:20:30"},
    };
    for (const auto& [text, words] : cases)
        EXPECT_EQ(Edtf::parse(text).inWords(), words) << text;
}

TEST(Day, IsReadAndWritten) {
    EXPECT_EQ(textOf(parseDay("2017-06-25")), "2017-06-25");
    EXPECT_EQ(textOf(parseDay("-0044-03-15")), "-0044-03-15");
    EXPECT_EQ(parseDay("1970-01-01")->time_since_epoch().count(), 0);
    for (const char* text : {"", "2017", "2017-06", "2017-02-29", "2017-6-25", "2017-06-25 ", "-0000-01-01",
                             "2017/06/25", "20X7-06-25"})
        EXPECT_EQ(parseDay(text), std::nullopt) << text;
}

} // namespace
} // namespace surplace::model
