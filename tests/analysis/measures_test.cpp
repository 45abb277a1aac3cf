#include "analysis/measures.hpp"
#include <gtest/gtest.h>

namespace surplace::analysis {
namespace {

TEST(RangeOf, incidentsPeopleAndNothing) {
    Count count{3, 2, 0, model::CountRange(8, 14)};
    EXPECT_EQ(rangeOf(count, Measure::incidents), (Range{3, 5}));
    EXPECT_EQ(rangeOf(count, Measure::people), (Range{8, 14}));
    count.people = model::CountRange(8, std::nullopt);
    EXPECT_EQ(rangeOf(count, Measure::people), (Range{8, std::nullopt}));
    count.people = {};
    EXPECT_EQ(rangeOf(count, Measure::people), std::nullopt);
    EXPECT_EQ(rangeOf({}, Measure::incidents), std::nullopt);
}

TEST(RateOf, neverOfNothing) {
    Unit unit;
    EXPECT_EQ(rateOf({2, 4}, unit, 100'000), std::nullopt);
    unit.denominator = 0;
    EXPECT_EQ(rateOf({2, 4}, unit, 100'000), std::nullopt);
    unit.denominator = 400'000;
    EXPECT_EQ(rateOf({2, 4}, unit, 100'000), (Range{0.5, 1}));
    EXPECT_EQ(inWords(*rateOf({2, std::nullopt}, unit, 100'000)), "0.5 or more");
}

TEST(Ranges, inWords) {
    EXPECT_EQ(inWords(Range{3, 3.0}), "3");
    EXPECT_EQ(inWords(Range{3, 5.0}), "3–5");
    EXPECT_EQ(inWords(Range{1170, std::nullopt}), "1,170 or more");
    EXPECT_EQ(inWords(Range{0.1234, 12.6}), "0.12–13");
}

TEST(DifferenceOf, boundsOfTwoRanges) {
    const Exposure same{365, 366};
    EXPECT_FALSE(same.isPerYear());
    EXPECT_EQ(differenceOf({2, 5}, {4, 7}, same), (Difference{-1, 5}));
    EXPECT_EQ(inWords(differenceOf({2, 5}, {4, 7}, same)), "between −1 and +5");
    EXPECT_EQ(inWords(differenceOf({2, 2}, {5, 5}, same)), "+3");
    EXPECT_EQ(inWords(differenceOf({2, std::nullopt}, {5, 6}, same)), "at most +4");
    EXPECT_EQ(inWords(differenceOf({2, std::nullopt}, {5, std::nullopt}, same)), "not known");
    EXPECT_EQ(signOf(differenceOf({2, 3}, {4, 7}, same)), Sign::more);
    EXPECT_EQ(signOf(differenceOf({4, 7}, {2, 3}, same)), Sign::less);
    EXPECT_EQ(signOf(differenceOf({4, 7}, {7, 8}, same)), Sign::unknown); // 0 to 4: it may be none
    EXPECT_EQ(signOf(differenceOf({4, 4}, {4, 4}, same)), Sign::none);
    EXPECT_EQ(signOf(differenceOf({2, 3}, {4, std::nullopt}, same)), Sign::more);
}

TEST(DifferenceOf, unequalPeriodsArePerYear) {
    const Exposure unequal{1461, 731}; // four years and two
    EXPECT_TRUE(unequal.isPerYear());
    const Difference difference = differenceOf({8, 8}, {4, 6}, unequal);
    EXPECT_NEAR(*difference.low, 4 * 365.25 / 731 - 2, 1e-12);
    EXPECT_NEAR(*difference.high, 6 * 365.25 / 731 - 2, 1e-12);
    EXPECT_EQ(signOf(difference), Sign::unknown);
}

TEST(RoundClasses, holdEveryValue) {
    EXPECT_EQ(roundClasses(3, true), (std::vector<double>{1, 2, 3}));
    EXPECT_EQ(roundClasses(5, true), (std::vector<double>{1, 2, 3, 4, 5}));
    EXPECT_EQ(roundClasses(6, true), (std::vector<double>{1, 2, 5, 10}));
    EXPECT_EQ(roundClasses(44, true), (std::vector<double>{2, 5, 10, 20, 50}));
    EXPECT_EQ(roundClasses(50, true).back(), 50);
    EXPECT_EQ(roundClasses(1170, true), (std::vector<double>{100, 200, 500, 1000, 2000}));
    EXPECT_EQ(roundClasses(0.7, false), (std::vector<double>{0.05, 0.1, 0.2, 0.5, 1}));
    EXPECT_TRUE(roundClasses(0, true).empty());
    for (double largest = 0.013; largest < 1e7; largest *= 1.17) {
        const auto ends = roundClasses(largest, false);
        EXPECT_LE(ends.size(), 5U);
        EXPECT_GE(ends.back(), largest);
        EXPECT_TRUE(std::ranges::is_sorted(ends));
    }
}

TEST(RoundClasses, namesAndMembers) {
    const auto ends = roundClasses(44, true);
    EXPECT_EQ(classInWords(ends, 0, true), "1–2");
    EXPECT_EQ(classInWords(ends, 1, true), "3–5");
    EXPECT_EQ(classInWords(roundClasses(3, true), 1, true), "2");
    EXPECT_EQ(classInWords(roundClasses(0.7, false), 1, false), "0.05–0.1");
    EXPECT_EQ(classOf(ends, 1), 0U);
    EXPECT_EQ(classOf(ends, 2), 0U);
    EXPECT_EQ(classOf(ends, 3), 1U);
    EXPECT_EQ(classOf(ends, 50), 4U);
    EXPECT_EQ(classOf(ends, 500), 4U);
}

} // namespace
} // namespace surplace::analysis
