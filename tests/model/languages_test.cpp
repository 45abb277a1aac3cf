#include "core/translation.hpp"
#include "model/count_range.hpp"
#include "model/day_words.hpp"
#include "model/describe.hpp"
#include <gtest/gtest.h>

namespace {

using namespace surplace;
using core::Language;
using model::CountRange;
using model::Edtf;

std::string dateIn(Language language, const char* date) {
    const core::LanguageScope scope(language);
    return Edtf::parse(date).inWords();
}

TEST(WordsOfADate, StandInTheOrderOfTheLanguage) {
    EXPECT_EQ(dateIn(Language::ko, "2012-03-05"), "2012년 3월 5일");
    EXPECT_EQ(dateIn(Language::zh, "2012-03"), "2012年3月");
    EXPECT_EQ(dateIn(Language::fr, "2012-03"), "en mars 2012");
    EXPECT_EQ(dateIn(Language::fr, "2012-03-01"), "le 1er mars 2012");
    EXPECT_EQ(dateIn(Language::ko, "2017"), "2017년");
    EXPECT_EQ(dateIn(Language::zh, "201X"), "2010年代");
    EXPECT_EQ(dateIn(Language::fr, "201X"), "pendant les années 2010");
}

TEST(WordsOfADate, SayAnIntervalWithWhatIsTheSameOnce) {
    EXPECT_EQ(dateIn(Language::ko, "2017-03-11/2017-03-20~"),
              "2017년 3월 11일에서 2017년 3월 20일 (근사) 사이");
    EXPECT_EQ(dateIn(Language::zh, "2017-03-11/2017-03-20"), "2017年3月11日至20日之间");
    EXPECT_EQ(dateIn(Language::fr, "2017-03-11/2017-04-01"), "entre le 11 mars et le 1er avril 2017");
    EXPECT_EQ(dateIn(Language::ko, "2017-07/.."), "2017년 7월 또는 그 이후, 끝은 주어지지 않음");
    EXPECT_EQ(dateIn(Language::zh, "2017-21"), "2017年春季（3月至5月）");
}

TEST(WordsOfADate, StandAloneWithoutAPreposition) {
    EXPECT_EQ(model::bareDate(Edtf::parse("2017-06-25")), "25 June 2017");
    EXPECT_EQ(model::bareDate(Edtf::parse("2017-06-25/..")), "on or after 25 June 2017, no end given");
    const core::LanguageScope french(Language::fr);
    EXPECT_EQ(model::bareDate(Edtf::parse("2017-06-25")), "25 juin 2017");
}

TEST(WordsOfACount, SayWhatIsCountedInOneMessage) {
    EXPECT_EQ(CountRange(1, 1).peopleInWords(), "1 person");
    EXPECT_EQ(CountRange(41, 41).peopleInWords(), "41 people");
    EXPECT_EQ(CountRange(9, {}).peopleInWords(), "at least 9 people");
    EXPECT_EQ(CountRange().peopleInWords(), "number not given");
    const core::LanguageScope korean(Language::ko);
    EXPECT_EQ(CountRange(9, {}).peopleInWords(), "최소 9명");
    EXPECT_EQ(CountRange(500, 600).peopleInWords(), "500~600명");
    EXPECT_EQ(CountRange(50, 50, true).peopleInWords(), "약 50명");
    EXPECT_EQ(CountRange({}, 1170).inWords(), "최대 1,170");
}

TEST(WordsOfAnEvent, SayTheSameInEachLanguage) {
    model::Event event;
    event.kind = model::EventKind::forcedReturn;
    event.assertion = model::Assertion::feared;
    for (const Language language : core::allLanguages()) {
        const core::LanguageScope scope(language);
        EXPECT_NE(model::standingInWords(event), "");
        EXPECT_EQ(model::standingInWords(event) ==
                      "expected by the source, not reported as having happened; never counted",
                  language == Language::en);
    }
}

} // namespace
