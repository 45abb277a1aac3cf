#include "core/error.hpp"
#include "core/translation.hpp"
#include <gtest/gtest.h>
#include <thread>

namespace {

using namespace surplace::core;

TEST(Translation, IsEnglishWhereNoScopeIsOpen) {
    EXPECT_EQ(currentLanguage(), Language::en);
    EXPECT_STREQ(tr("Forced return"), "Forced return");
    EXPECT_EQ(trn(1, "{0} event", "{0} events", 1), "1 event");
    EXPECT_EQ(trn(2, "{0} event", "{0} events", 2), "2 events");
}

TEST(Translation, ScopesNestAndEnd) {
    {
        const LanguageScope korean(Language::ko);
        EXPECT_STREQ(tr("Forced return"), "강제송환");
        {
            const LanguageScope chinese(Language::zh);
            EXPECT_STREQ(tr("Forced return"), "强制遣返");
        }
        EXPECT_STREQ(tr("Forced return"), "강제송환");
    }
    EXPECT_STREQ(tr("Forced return"), "Forced return");
}

TEST(Translation, AMessageThatNoCatalogueHasStaysAsItIs) {
    const LanguageScope french(Language::fr);
    const char* unknown = "in no catalogue";
    EXPECT_STREQ(tr(unknown), unknown);
    EXPECT_STREQ(trc("no context", "Forced return"), "Forced return");
}

TEST(Translation, EachLanguageHasItsOwnRuleForOneAndMany) {
    const auto events = [](long count) { return trn(count, "{0} event", "{0} events", count); };
    {
        const LanguageScope french(Language::fr);
        EXPECT_EQ(events(0), "0 événement");
        EXPECT_EQ(events(1), "1 événement");
        EXPECT_EQ(events(2), "2 événements");
        EXPECT_EQ(events(3'000'000'000), "3000000000 événements");
    }
    const LanguageScope korean(Language::ko);
    EXPECT_EQ(events(1), "사건 1건");
    EXPECT_EQ(events(2), "사건 2건");
}

TEST(Translation, ATranslationMayOrderItsValuesAnew) {
    const LanguageScope chinese(Language::zh);
    EXPECT_EQ(trcf("month, year", "{0} {1}", tr("March"), trcf("year", "{0}", 2012)), "2012年3月");
}

TEST(Translation, OneThreadsLanguageIsNotAnothers) {
    const LanguageScope korean(Language::ko);
    std::string there, inFrench;
    std::thread([&] {
        there = tr("Forced return");
        const LanguageScope french(Language::fr);
        inFrench = tr("Forced return");
    }).join();
    EXPECT_EQ(there, "Forced return");
    EXPECT_EQ(inFrench, "Renvoi forcé");
    EXPECT_STREQ(tr("Forced return"), "강제송환");
}

TEST(Translation, ManyThreadsReadTheCataloguesAtOnce) {
    std::vector<std::thread> threads;
    std::atomic<int> wrong{0};
    for (const Language language : allLanguages())
        threads.emplace_back([&, language] {
            const LanguageScope scope(language);
            const std::string first = tr("Forced return");
            for (int i = 0; i < 2000; ++i)
                wrong += first == tr("Forced return") ? 0 : 1;
        });
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(wrong, 0);
}

TEST(Translation, ListsHaveTheirOwnCommaAndLastWord) {
    const std::vector<std::string> parts{"a", "b", "c"};
    EXPECT_EQ(listedWithAnd(parts), "a, b and c");
    EXPECT_EQ(listedWithOr(std::span(parts).first(2)), "a or b");
    EXPECT_EQ(listed(std::span(parts).first(1)), "a");
    EXPECT_EQ(listed({}), "");
    const LanguageScope chinese(Language::zh);
    EXPECT_EQ(listedWithAnd(parts), "a、b和c");
}

TEST(Translation, LanguagesHaveWordsNamesAndTags) {
    for (const Language language : allLanguages())
        EXPECT_EQ(languageFromWord(word(language)), language);
    EXPECT_FALSE(languageFromWord("de"));
    EXPECT_STREQ(nameOf(Language::ko), "한국어");
    EXPECT_STREQ(tagOf(Language::zh), "zh-Hans");
    EXPECT_EQ(languageOfLocale("ko_KR.UTF-8"), Language::ko);
    EXPECT_EQ(languageOfLocale("fr"), Language::fr);
    EXPECT_EQ(languageOfLocale("de_DE.UTF-8"), Language::en);
    EXPECT_EQ(languageOfLocale("C"), Language::en);
}

TEST(Error, IsOneSentenceOrTwoInEveryLanguage) {
    const auto sentence = [] {
        return std::string(Error(tr("the cell is empty"), {}, tr("Fill it in.")).what());
    };
    EXPECT_EQ(sentence(), "the cell is empty. Fill it in.");
    const LanguageScope chinese(Language::zh);
    EXPECT_EQ(sentence(), "单元格为空。请填写。");
}

} // namespace
