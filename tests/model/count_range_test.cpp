#include "core/error.hpp"
#include "model/count_range.hpp"
#include <gtest/gtest.h>
#include <limits>

namespace surplace::model {
namespace {

const std::optional<std::int64_t> none;

TEST(CountRange, ReadsAndWritesItsForms) {
    const struct {
        const char* text;
        CountRange value;
        const char* canonical;
        const char* words;
    } cases[] = {
        {"41", {41, 41}, "41", "41"},
        {"9-", {9, none}, "at least 9", "at least 9"},
        {"at least 9", {9, none}, "at least 9", "at least 9"},
        {"-600", {none, 600}, "up to 600", "up to 600"},
        {"up to 600", {none, 600}, "up to 600", "up to 600"},
        {"500-600", {500, 600}, "500-600", "500-600"},
        {"7-7", {7, 7}, "7", "7"},
        {"~50", {50, 50, true}, "~50", "about 50"},
        {"about 50", {50, 50, true}, "~50", "about 50"},
        {"~50-60", {50, 60, true}, "~50-60", "about 50-60"},
        {"at least about 300", {300, none, true}, "at least ~300", "about 300 or more"},
        {"up to about 600", {none, 600, true}, "up to ~600", "up to about 600"},
        {"", {}, "", "number not given"},
        {"0", {0, 0}, "0", "0"},
        {"1170", {1170, 1170}, "1170", "1,170"},
        {"1000000-", {1000000, none}, "at least 1000000", "at least 1,000,000"},
    };
    for (const auto& [text, value, canonical, words] : cases) {
        EXPECT_EQ(CountRange::parse(text), value) << text;
        EXPECT_EQ(value.text(), canonical);
        EXPECT_EQ(value.inWords(), words);
        EXPECT_EQ(CountRange::parse(value.text()), value);
    }
}

TEST(CountRange, RefusesWhatIsNoCount) {
    for (const char* text : {"-",
                             "~",
                             "~-",
                             "abc",
                             "41 ",
                             " 41",
                             "4.5",
                             "--5",
                             "5--6",
                             "5-6-7",
                             "9-5",
                             "+5",
                             "at least",
                             "at least ",
                             "at least 5-6",
                             "up to -6",
                             "dozens",
                             "1e3",
                             "99999999999999999999",
                             "-5-"})
        EXPECT_THROW(CountRange::parse(text), core::Error) << text;
    EXPECT_THROW(CountRange(-1, none), core::Error);
    EXPECT_THROW(CountRange(none, -1), core::Error);
    EXPECT_THROW(CountRange(6, 5), core::Error);
    EXPECT_FALSE(CountRange(none, none, true).isAbout()) << "nothing cannot be about nothing";
}

TEST(CountRange, SumsStayRanges) {
    EXPECT_EQ(CountRange(41, 41) + CountRange(51, 51), CountRange(92, 92));
    EXPECT_EQ(CountRange(9, none) + CountRange(5, 5), CountRange(14, none));
    EXPECT_EQ(CountRange(none, 600) + CountRange(5, 5), CountRange(5, 605));
    EXPECT_EQ(CountRange(none, 600) + CountRange(none, 10), CountRange(none, 610));
    EXPECT_EQ(CountRange() + CountRange(5, 5), CountRange(5, none));
    EXPECT_EQ(CountRange() + CountRange(), CountRange());
    EXPECT_TRUE((CountRange(5, 5, true) + CountRange(5, 5)).isAbout());
}

TEST(CountRange, OverflowBecomesNoBound) {
    const auto most = std::numeric_limits<std::int64_t>::max();
    EXPECT_EQ(CountRange(1, most) + CountRange(1, 1), CountRange(2, none));
    EXPECT_FALSE((CountRange(most, most) + CountRange(1, 1)).isKnown());
    EXPECT_EQ(CountRange(most, most) + CountRange(0, 0), CountRange(most, most));
}

TEST(CountRange, HullHoldsBothFigures) {
    // Yantai 2003: 48, 58, 62 and 78 in four sources.
    EXPECT_EQ(CountRange(48, 48).hull({78, 78}).hull({58, 62}), CountRange(48, 78));
    EXPECT_EQ(CountRange(500, none).hull({600, 600}), CountRange(500, none));
    EXPECT_EQ(CountRange(none, 600).hull({500, 500}), CountRange(none, 600));
    EXPECT_EQ(CountRange().hull({5, 5}), CountRange(5, 5));
    EXPECT_EQ(CountRange(5, 5).hull({}), CountRange(5, 5));
    EXPECT_FALSE(CountRange(9, none).hull({none, 600}).isKnown());
}

} // namespace
} // namespace surplace::model
