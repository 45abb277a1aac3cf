#include "text/font_set.hpp"
#include "text/script_runs.hpp"
#include <gtest/gtest.h>

using namespace surplace::text;

namespace {

struct Piece {
    std::string text;
    Script script;
    bool operator==(const Piece&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Piece& piece) {
    return out << '"' << piece.text << "\" " << static_cast<int>(piece.script);
}

std::vector<Piece> pieces(const std::string& text) {
    std::vector<Piece> found;
    for (const ScriptRun& run : splitByScript(text))
        found.push_back({text.substr(run.begin, run.end - run.begin), run.script});
    return found;
}

std::vector<std::string> words(const std::string& text) {
    std::vector<std::string> found;
    for (const Unbreakable& word : koreanWords(text))
        found.push_back(text.substr(word.begin, word.end - word.begin));
    return found;
}

} // namespace

TEST(ScriptRuns, digitsStayWithTheAlphabet) {
    EXPECT_EQ(pieces("2024年5月"), (std::vector<Piece>{{"2024", Script::alphabetic},
                                                       {"年", Script::han},
                                                       {"5", Script::alphabetic},
                                                       {"月", Script::han}}));
}

TEST(ScriptRuns, eastAsianSignsFollowWhatPrecedesThem) {
    EXPECT_EQ(pieces("Tumen 图们。두만 강"),
              (std::vector<Piece>{
                  {"Tumen ", Script::alphabetic}, {"图们。", Script::han}, {"두만 강", Script::hangul}}));
}

TEST(ScriptRuns, leadingSignsTakeTheFirstLettersScript) {
    EXPECT_EQ(pieces("《图们》"), (std::vector<Piece>{{"《图们》", Script::han}}));
    EXPECT_EQ(pieces("—한글"), (std::vector<Piece>{{"—한글", Script::hangul}}));
    EXPECT_EQ(pieces(" \n"), (std::vector<Piece>{{" \n", Script::alphabetic}}));
    EXPECT_TRUE(pieces("").empty());
}

TEST(ScriptRuns, koreanWordsAreTokensWithHangulAndWithoutHan) {
    EXPECT_EQ(words("UN의 보고서, Tumen 2024년 中国의"),
              (std::vector<std::string>{"UN의", "보고서,", "2024년"}));
    EXPECT_TRUE(words("图们江 Tumen").empty());
}

TEST(FamilyOrder, firstFamilyByScriptAndLanguage) {
    const auto first = [](Script script, const std::string& language, bool serif = false) {
        return familyOrder(script, language, serif).front();
    };
    EXPECT_EQ(first(Script::alphabetic, "zh"), "Noto Sans");
    EXPECT_EQ(first(Script::alphabetic, "ko", true), "Noto Serif");
    EXPECT_EQ(first(Script::han, "en"), "Noto Sans CJK SC");
    EXPECT_EQ(first(Script::han, "zh-CN"), "Noto Sans CJK SC");
    EXPECT_EQ(first(Script::han, "zh-Hant-TW"), "Noto Sans CJK TC");
    EXPECT_EQ(first(Script::han, "zh-HK"), "Noto Sans CJK HK");
    EXPECT_EQ(first(Script::han, "ko"), "Noto Sans CJK KR");
    EXPECT_EQ(first(Script::han, "ja", true), "Noto Serif CJK JP");
    EXPECT_EQ(first(Script::hangul, "en"), "Noto Sans CJK KR");
}
