#include "app/event_words.hpp"
#include "app/glyphs.hpp"
#include "app/later_words.hpp"
#include "app/listing.hpp"
#include "app/path_completion.hpp"
#include "app/timeline_scale.hpp"
#include "core/translation.hpp"
#include "invented.hpp"
#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>

namespace surplace::app {
namespace {

bool holds(const std::vector<char32_t>& characters, char32_t c) {
    return std::find(characters.begin(), characters.end(), c) != characters.end();
}

TEST(Glyphs, AreThoseOfTheCasebookAndOfWhatIsTyped) {
    Glyphs glyphs;
    glyphs.need(inventedCasebook());
    EXPECT_TRUE(glyphs.hasNew());
    auto characters = glyphs.take();
    EXPECT_TRUE(holds(characters, U'동'));
    EXPECT_TRUE(holds(characters, U'é'));
    EXPECT_FALSE(holds(characters, U'龙'));
    EXPECT_FALSE(glyphs.hasNew());
    glyphs.need("동촌 abc é");
    EXPECT_FALSE(glyphs.hasNew()) << "nothing that was not there";
    glyphs.need("和龙");
    EXPECT_TRUE(glyphs.hasNew());
    characters = glyphs.take();
    EXPECT_TRUE(holds(characters, U'龙'));
    EXPECT_TRUE(std::is_sorted(characters.begin(), characters.end()));
}

TEST(Glyphs, PassOverWhatIsNotUtf8) {
    Glyphs glyphs;
    glyphs.take();
    glyphs.need("\xff\xfe\x80 \xe4\xb8"); // a character cut short
    glyphs.need("\xed\xa0\x80");          // half of a pair
    EXPECT_FALSE(glyphs.hasNew());
    glyphs.need("\xf0\xa0\x80\x80");
    EXPECT_TRUE(holds(glyphs.take(), U'\x20000'));
}

TEST(Glyphs, AreDrawnInTheFormsOfTheirLanguage) {
    EXPECT_STREQ(languageOf(U'용'), "ko");
    EXPECT_STREQ(languageOf(U'龙'), "zh");
    EXPECT_STREQ(languageOf(U'a'), "en");
}

TEST(Words, SayDaysAndLengths) {
    using namespace std::chrono;
    EXPECT_EQ(dayInWords(2017y / 6 / 25), "25 June 2017");
    EXPECT_EQ(lengthInWords(365), "1 year");
    EXPECT_EQ(lengthInWords(1825), "5 years");
    EXPECT_EQ(lengthInWords(91), "3 months");
    EXPECT_EQ(lengthInWords(182), "6 months");
    EXPECT_EQ(lengthInWords(10), "10 days");
}

TEST(Words, ADateIsShortInANarrowLine) {
    const auto shortOf = [](const char* date) { return shortDate(model::Edtf::parse(date)); };
    EXPECT_EQ(shortOf("2017-06-25"), "25 June 2017");
    EXPECT_EQ(shortOf("2017"), "2017");
    EXPECT_EQ(shortOf("2004-11~"), "about November 2004");
    EXPECT_EQ(shortOf("2017-03-11~/2017-03-20~"), "about 11 – 20 March 2017");
    EXPECT_EQ(shortOf("2017-04/2017-05"), "April – May 2017");
    EXPECT_EQ(shortOf("2012-02-11~/2012-02-12"), "11 February 2012 (approximate) – 12 February 2012");
    EXPECT_EQ(shortOf("2017-06-25/.."), "On or after 25 June 2017");
    EXPECT_EQ(shortOf(""), "Date not given");
}

TEST(Words, AreThoseOfTheLanguageThatHolds) {
    const core::LanguageScope korean(core::Language::ko);
    EXPECT_EQ(lengthInWords(182), "6개월");
    EXPECT_EQ(shortDate(model::Edtf::parse("2017-03-11~/2017-03-20~")), "2017년 3월 11일 – 20일경");
    EXPECT_STREQ(title(timeline::Mode::period), "전체 기간");
    const model::Casebook invented = inventedCasebook();
    EXPECT_EQ(placeOf(invented, invented.events[0]),
              invented.places.find(invented.events[0].placeId)->nameKo);
}

TEST(Glyphs, OfALanguageAreThoseOfAllThatItSays) {
    Glyphs glyphs;
    glyphs.need(core::allTranslations(core::Language::ko));
    const auto characters = glyphs.take();
    for (const char32_t c : std::u32string(U"강제송환범례닫기"))
        EXPECT_TRUE(holds(characters, c));
    EXPECT_TRUE(core::allTranslations(core::Language::en).empty());
}

TEST(LaterWords, TellTheFearedFromThoseWithoutAnEnd) {
    model::Casebook invented = inventedCasebook();
    std::vector<model::Event> events(invented.events.begin(), invented.events.end());
    events[0].assertion = model::Assertion::feared;
    events[1].date = model::Edtf::parse("2017-03-15/..");
    invented.events = model::Table<model::Event>(events);
    LaterWords words;
    const NoLaterWord over = words.of(std::make_shared<const model::Casebook>(invented), {0, 1});
    EXPECT_TRUE(over.canBe);
    EXPECT_EQ(over.feared, std::vector<model::Id>{"E1"});
    EXPECT_EQ(over.openEnded, std::vector<model::Id>{"E2"});
    EXPECT_FALSE(words.of(std::make_shared<const model::Casebook>(inventedCasebook()), {}).canBe);
}

TEST(Listing, AnEmptyCasebookSaysSo) {
    Workspace workspace;
    workspace.session.casebook = std::make_shared<const model::Casebook>();
    EXPECT_NE(whyNothingIsListed(workspace).find("no events yet"), std::string::npos);
    workspace.session.casebook = std::make_shared<const model::Casebook>(inventedCasebook());
    EXPECT_EQ(whyNothingIsListed(workspace), "Nothing passes the search and the filters.");
}

TEST(Listing, IsInOrderOfTimeWithTheUndatedLast) {
    const model::Casebook casebook = inventedCasebook();
    const timeline::Timeline timeline(casebook, {});
    const Listing all = list(casebook, timeline, {});
    EXPECT_EQ(all.events, (std::vector<std::size_t>{2, 1, 0, 3}));
    EXPECT_EQ(all.cases.size(), 2U);
    EXPECT_EQ(all.sources.size(), 1U);
}

TEST(Listing, FollowsTheFilter) {
    const model::Casebook casebook = inventedCasebook();
    timeline::Filter filter;
    filter.text = "동촌";
    const timeline::Timeline timeline(casebook, filter);
    const Listing found = list(casebook, timeline, filter);
    EXPECT_EQ(found.events, std::vector<std::size_t>{0});
    EXPECT_EQ(found.cases, std::vector<std::size_t>{0});
    const std::set<std::uint32_t> only{3};
    EXPECT_EQ(list(casebook, timeline, filter, &only).events, std::vector<std::size_t>{3});
}

TEST(Listing, FindsWordsInAnyOrder) {
    EXPECT_TRUE(hasAllWords("Five people at Helong 和龙", "helong FIVE"));
    EXPECT_FALSE(hasAllWords("Five people", "five six"));
    EXPECT_TRUE(hasAllWords("anything", ""));
}

TEST(Track, DaysAndPositionsAgree) {
    using namespace std::chrono;
    const timeline::Window extent{1999y / 1 / 1, 2024y / 12 / 31};
    for (timeline::Day day = extent.first; day <= extent.last; day += days(97))
        EXPECT_EQ(dayAt(positionOf(day, extent) + 1e-9, extent), day);
    EXPECT_EQ(dayAt(-1, extent), extent.first);
    EXPECT_EQ(dayAt(2, extent), extent.last);
    EXPECT_EQ(barStep(extent), timeline::Step::year);
    EXPECT_EQ(barStep({2017y / 1 / 1, 2017y / 12 / 31}), timeline::Step::month);
}

TEST(PathChoices, OfferFoldersAndFilesOfAKind) {
    const auto folder = std::filesystem::path(testing::TempDir()) / "surplace_path_test";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder / "inner");
    for (const char* name : {"b.gpkg", "a.gpkg", "a.txt", ".hidden.gpkg"})
        std::ofstream(folder / name) << "x";
    const auto names = [&](const std::string& typed) {
        std::vector<std::string> result;
        for (const PathChoice& choice : pathChoices(typed, {".gpkg"}, folder))
            result.push_back(choice.name);
        return result;
    };
    const std::string base = folder.string() + "/";
    EXPECT_EQ(names(base), (std::vector<std::string>{"inner/", "a.gpkg", "b.gpkg"}));
    EXPECT_EQ(names(base + "a"), std::vector<std::string>{"a.gpkg"});
    EXPECT_EQ(names("~/b"), std::vector<std::string>{"b.gpkg"});
    EXPECT_EQ(names(base + "none/"), std::vector<std::string>{});
    std::filesystem::remove_all(folder);
}

} // namespace
} // namespace surplace::app
