#include "model/count_words.hpp"
#include <gtest/gtest.h>

namespace surplace::model {
namespace {

const std::optional<std::int64_t> none;

TEST(CountWords, MeanWhatTheDomainSays) {
    const struct {
        const char* words;
        CountRange value;
    } cases[] = {
        {"dozens", {24, none}},
        {"Dozens of people", {24, none}},
        {"several dozen", {24, none}},
        {"a dozen", {12, 12}},
        {"about a dozen", {12, 12, true}},
        {"more than 5", {6, none}},
        {"More than five people", {6, none}},
        {"over 5", {6, none}},
        {">5", {6, none}},
        {"over 1,170", {1171, none}},
        {"at least 5", {5, none}},
        {"at least nine", {9, none}},
        {"at least about 300", {300, none, true}},
        {"no fewer than 5", {5, none}},
        {"5 or more", {5, none}},
        {"50+", {50, none}},
        {"up to 5", {none, 5}},
        {"at most 5", {none, 5}},
        {"no more than 5", {none, 5}},
        {"as many as 11", {none, 11}},
        {"5 or fewer", {none, 5}},
        {"fewer than 10", {none, 9}},
        {"less than ten", {none, 9}},
        {"under 1", {none, 0}},
        {"about 50", {50, 50, true}},
        {"around 50", {50, 50, true}},
        {"approximately 30", {30, 30, true}},
        {"some 50", {50, 50, true}},
        {"50-60", {50, 60}},
        {"70 to 80", {70, 80}},
        {"between 50 and 60", {50, 60}},
        {"from 50 to 60", {50, 60}},
        {"around 50 to 60", {50, 60, true}},
        {"5 or 6", {5, 6}},
        {"five  or six", {5, 6}},
        {"five", {5, 5}},
        {"Fifteen people", {15, 15}},
        {"twenty-four", {24, 24}},
        {"thirty", {30, 30}},
        {"one person", {1, 1}},
        {"1,170", {1170, 1170}},
        {"41 people", {41, 41}},
    };
    for (const auto& [words, value] : cases)
        EXPECT_EQ(countFromWords(words), value) << words;
}

TEST(CountWords, WithoutAFigureGiveNoBound) {
    for (const char* words : {"several", "some", "many", "a few", "a group of people", "scores", "hundreds",
                              "thousands of people"})
        EXPECT_EQ(countFromWords(words), CountRange()) << words;
}

TEST(CountWords, ThatAreNotKnownAreNotGuessed) {
    for (const char* words : {"",
                              "abc",
                              "nearly 50",
                              "almost ten",
                              "more than dozens",
                              "more than",
                              "over",
                              "at least",
                              "up to",
                              "6 or 5",
                              "60 to 50",
                              "5 or",
                              "1,17",
                              "11,70",
                              "1,1700",
                              ",170",
                              "1.170",
                              "4.5",
                              "-5",
                              "5 families",
                              "under 0",

                              "twenty-",
                              "twenty zero",
                              "more than 99999999999999999999",
                              "at least -5",
                              "five; 15",
                              "about",
                              "+",
                              "people",
                              "more than 50-60"})
        EXPECT_EQ(countFromWords(words), std::nullopt) << words;
}

} // namespace
} // namespace surplace::model
