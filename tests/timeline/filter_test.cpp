#include "builder.hpp"

namespace surplace::timeline {
namespace {

using model::Assertion;
using model::EventKind;

/// Five people detained in Shenyang, with the source and the places of the published record.
model::Casebook five() {
    model::Event event;
    event.id = "A008";
    event.kind = EventKind::detention;
    event.caseId = "G2017-5";
    event.what = "Group of five detained";
    event.placeId = "cn-shenyang";
    event.details.edit().placeWritten = "Shenyang, Liaoning province";
    event.toPlaceId = "cn-yanji";
    event.citations = {{"HRW_FIVE_2017", "", ""}, {"W_HRW_LETTER", "", ""}};
    model::Place shenyang, yanji;
    shenyang.id = "cn-shenyang";
    shenyang.nameEn = "Shenyang";
    shenyang.nameZh = "沈阳";
    shenyang.nameKo = "선양(심양)";
    shenyang.aliases = "Mukden";
    shenyang.otherNames["ru"] = "Шэньян";
    yanji.id = "cn-yanji";
    yanji.nameEn = "Yanji";
    yanji.nameZh = "延吉";
    model::Source letter, copy;
    letter.id = "HRW_FIVE_2017";
    letter.title = "China: Don’t Return Five";
    letter.publisher = "Human Rights Watch";
    copy.id = "W_HRW_LETTER";
    copy.title = "Lettre à l'Évêque";
    model::Case group;
    group.id = "G2017-5";
    group.title = "Five people of June 2017";
    model::Casebook casebook;
    casebook.events = model::Table<model::Event>({event});
    casebook.places = model::Table<model::Place>({shenyang, yanji});
    casebook.sources = model::Table<model::Source>({letter, copy});
    casebook.cases = model::Table<model::Case>({group});
    return casebook;
}

bool finds(const std::string& text) {
    const model::Casebook casebook = five();
    Filter filter;
    filter.text = text;
    return passes(filter, casebook.events[0], casebook);
}

TEST(FilterText, FindsEveryWordSomewhere) {
    for (const char* text : {"",
                             "  ",
                             "detained",
                             "DETAINED five",
                             "shen",
                             "沈阳",
                             "심양",
                             "mukden",
                             "ШЭНЬЯН",
                             "延吉",
                             "Yanji",
                             "human RIGHTS",
                             "don't",
                             "hrw_five_2017",
                             "g2017-5",
                             "a008",
                             "liaoning　延吉",
                             "l'évêque",
                             "À L'É",
                             "june 2017",
                             "five five five"})
        EXPECT_TRUE(finds(text)) << text;
    for (const char* text : {"helong", "detained helong", "허룽", "沈阳市", "rightswatch", "A009"})
        EXPECT_FALSE(finds(text)) << text;
}

TEST(FilterText, MissingRecordsAreNotFoundAndNotAnError) {
    model::Casebook casebook = five();
    casebook.places = {};
    casebook.sources = {};
    casebook.cases = {};
    Filter filter;
    filter.text = "沈阳";
    EXPECT_FALSE(passes(filter, casebook.events[0], casebook));
    filter.text = "shenyang hrw_five_2017";
    EXPECT_TRUE(passes(filter, casebook.events[0], casebook));
}

TEST(Filter, AnEmptyOnePassesEverythingAndEachSetNarrows) {
    const model::Casebook casebook = five();
    const auto with = [&](auto set) {
        Filter filter;
        set(filter);
        return passes(filter, casebook.events[0], casebook);
    };
    EXPECT_TRUE(with([](Filter&) {}));
    EXPECT_TRUE(with([](Filter& f) { f.kinds = {EventKind::detention, EventKind::death}; }));
    EXPECT_FALSE(with([](Filter& f) { f.kinds = {EventKind::death}; }));
    EXPECT_TRUE(with([](Filter& f) { f.assertions = {Assertion::reported}; }) !=
                with([](Filter& f) { f.assertions = {Assertion::feared}; }));
    EXPECT_TRUE(with([](Filter& f) { f.places = {"cn-yanji"}; }));
    EXPECT_FALSE(with([](Filter& f) { f.places = {"cn-helong"}; }));
    EXPECT_FALSE(with([](Filter& f) { f.places = {""}; }));
    EXPECT_TRUE(with([](Filter& f) { f.sources = {"W_HRW_LETTER"}; }));
    EXPECT_FALSE(with([](Filter& f) { f.sources = {"RD_DRAGNET_2017"}; }));
    EXPECT_TRUE(with([](Filter& f) { f.cases = {"G2017-5"}; }));
    EXPECT_FALSE(with([](Filter& f) { f.cases = {"G2017-8"}; }));
    EXPECT_FALSE(with([](Filter& f) {
        f.cases = {"G2017-5"};
        f.text = "helong";
    }));
}

TEST(Filter, TheTimelineHoldsOnlyWhatPasses) {
    const model::Casebook casebook =
        casebookOf({{"A", "2017-03", ""}, {"B", "2017-04", "", EventKind::forcedReturn}, {"C", "", ""}});
    Filter filter;
    filter.kinds = {EventKind::forcedReturn};
    const Timeline timeline(casebook, filter);
    const auto found = timeline.at({Mode::period, window("2000-01-01", "2024-12-31"), {}, 0, 0});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].event, 1U);
    EXPECT_TRUE(timeline.undated().empty());
    EXPECT_EQ(timeline.span(0).earliest, day("2017-03-01"));
}

TEST(Filter, IsSaidInWordsWithoutTheWordsSearchedFor) {
    const model::Casebook casebook = five();
    Filter filter;
    EXPECT_EQ(inWords(filter, casebook), "");
    filter.kinds = {EventKind::detention, EventKind::holding};
    filter.places = {"cn-shenyang", "not-in-this-casebook"};
    filter.text = "a private name";
    EXPECT_EQ(inWords(filter, casebook), "Detention or Holding; Shenyang or a place; a search for words");
    filter = {};
    filter.kinds = {EventKind::detention, EventKind::holding, EventKind::transfer, EventKind::release};
    EXPECT_EQ(inWords(filter, casebook), "4 kinds");
}

} // namespace
} // namespace surplace::timeline
