#include "core/error.hpp"
#include "text/font_set.hpp"
#include "text/text.hpp"
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numeric>
#include <thread>

using namespace surplace::text;
using testing::HasSubstr;

namespace {

Style styled(const std::string& language, double size = 14) {
    Style style;
    style.language = language;
    style.sizePixels = size;
    return style;
}

double ink(const std::vector<std::uint8_t>& coverage) {
    return std::accumulate(coverage.begin(), coverage.end(), 0.0) / 255;
}

bool same(const Bitmap& a, const Bitmap& b) {
    return a.width == b.width && a.height == b.height && a.offsetX == b.offsetX && a.offsetY == b.offsetY &&
           a.coverage == b.coverage && a.halo == b.halo;
}

const std::vector<std::string> samples{"Hyesan–Changbai crossing",    "Übergang Ŏrang, Hamgyŏng Đồng Łódź",
                                       "图们江 · 长白朝鲜族自治县",   "두만강과 압록강 사이",
                                       "Tumen 图们 두만 (2004–2011)", "first line\n第二行\n셋째 줄"};

const std::string paragraph =
    "Two sources place the group near the river 두만강을 건너 图们市的一个村庄 in the winter.";

class TypesetterTest : public testing::Test {
protected:
    Typesetter typesetter;
};

} // namespace

TEST_F(TypesetterTest, everySampleIsInkedAndComplete) {
    for (const std::string& text : samples)
        for (const char* language : {"en", "zh", "ko"})
            for (const bool serif : {false, true}) {
                Style style = styled(language);
                style.serif = serif;
                EXPECT_TRUE(typesetter.missingGlyphs(text, style).empty()) << text;
                EXPECT_GT(ink(typesetter.rasterise(text, style, 1).coverage), 20) << text;
            }
}

TEST_F(TypesetterTest, extentsGrowWithTextSizeAndWeight) {
    const Style style = styled("en");
    double before = 0;
    for (const char* text : {"", "T", "Tu", "Tum", "Tumen 图", "Tumen 图们", "Tumen 图们 두"}) {
        const double width = typesetter.measure(text, style).width;
        EXPECT_TRUE(width > before || std::string(text).empty()) << text;
        before = width;
    }
    const Extents small = typesetter.measure("Tumen", style);
    const Extents large = typesetter.measure("Tumen", styled("en", 28));
    EXPECT_NEAR(large.width, 2 * small.width, 0.05);
    EXPECT_NEAR(large.height, 2 * small.height, 0.05);
    EXPECT_GT(small.ascent, 0);
    EXPECT_LT(small.ascent, small.height);
    Style bold = style;
    bold.bold = true;
    EXPECT_GT(typesetter.measure("Tumen", bold).width, small.width);
}

TEST_F(TypesetterTest, linesAddTheirHeights) {
    const Style style = styled("en");
    const Extents one = typesetter.measure("Tumen", style);
    const Extents three = typesetter.measure("Tumen\nTumen\nTumen", style);
    EXPECT_NEAR(three.height, 3 * one.height, 0.01);
    EXPECT_NEAR(three.width, one.width, 0.01);
    EXPECT_NEAR(three.ascent, one.ascent, 0.01);
}

TEST_F(TypesetterTest, letterSpacingWidensByItsAmountBetweenLetters) {
    Style style = styled("en");
    const double plain = typesetter.measure("TUMEN", style).width;
    style.letterSpacingPixels = 3;
    const double spaced = typesetter.measure("TUMEN", style).width;
    EXPECT_GE(spaced - plain, 4 * 3 - 1);
    EXPECT_LE(spaced - plain, 5 * 3 + 1);
}

TEST_F(TypesetterTest, wrapsAtWordsWithinTheWidth) {
    Style style = styled("en");
    const Extents line = typesetter.measure(paragraph, style);
    style.maxWidthPixels = 160;
    const Extents wrapped = typesetter.measure(paragraph, style);
    EXPECT_LE(wrapped.width, 160);
    EXPECT_GE(wrapped.height, 3 * line.height * 0.9);
    // A word that does not fit is broken over lines, not cut.
    style.maxWidthPixels = 40;
    EXPECT_LE(typesetter.measure("Hamgyong", style).width, 40);
    EXPECT_GE(typesetter.measure("Hamgyong", style).height, 1.8 * line.height);
}

TEST_F(TypesetterTest, koreanBreaksOnlyAtSpaces) {
    Style style = styled("ko");
    const double word = typesetter.measure("함경북도를", style).width;
    style.maxWidthPixels = word * 1.5;
    // Two words, each whole on its line: the widest line is one word, not one word and a half.
    EXPECT_NEAR(typesetter.measure("함경북도를 함경북도를", style).width, word, 0.5);
    style.language = "zh";
    const double character = typesetter.measure("省", style).width;
    style.maxWidthPixels = character * 3.5;
    EXPECT_NEAR(typesetter.measure("吉林省图们市", style).width, 3 * character, 0.5);
}

TEST_F(TypesetterTest, scaleTwoIsTheSameLayoutTwiceAsLarge) {
    for (const std::string& text : samples) {
        Style style = styled("en");
        style.maxWidthPixels = 110;
        const Bitmap one = typesetter.rasterise(text, style, 1);
        const Bitmap two = typesetter.rasterise(text, style, 2);
        EXPECT_NEAR(two.width, 2 * one.width, 3) << text;
        EXPECT_NEAR(two.height, 2 * one.height, 3) << text;
        EXPECT_NEAR(ink(two.coverage), 4 * ink(one.coverage), 0.03 * ink(two.coverage)) << text;
    }
}

TEST_F(TypesetterTest, linesBreakAlikeAtEverySize) {
    Style style = styled("en", 10);
    style.maxWidthPixels = 130;
    const Extents small = typesetter.measure(paragraph, style);
    for (const double factor : {1.1, 1.7, 2.0, 3.3}) {
        style.sizePixels = 10 * factor;
        style.maxWidthPixels = 130 * factor;
        const Extents large = typesetter.measure(paragraph, style);
        EXPECT_NEAR(large.width, small.width * factor, 0.01);
        EXPECT_NEAR(large.height, small.height * factor, 0.01);
    }
}

TEST_F(TypesetterTest, inkLiesInTheMeasuredBoxAtEveryScale) {
    for (const double scale : {0.75, 1.0, 1.37, 2.0, 4.0})
        for (const std::string& text : samples) {
            Style style = styled("zh");
            style.maxWidthPixels = 120;
            const Extents box = typesetter.measure(text, style);
            const Bitmap bitmap = typesetter.rasterise(text, style, scale);
            // Side bearings may be negative, and the baseline is moved to a whole pixel.
            const double slack = 1.5 * scale + 1;
            EXPECT_GE(bitmap.offsetX, -slack) << text << scale;
            EXPECT_GE(bitmap.offsetY, -slack) << text << scale;
            EXPECT_LE(bitmap.offsetX + bitmap.width, box.width * scale + slack) << text << scale;
            EXPECT_LE(bitmap.offsetY + bitmap.height, box.height * scale + slack) << text << scale;
            EXPECT_GE(bitmap.width, box.width * scale * 0.85 - slack) << text << scale;
        }
}

TEST_F(TypesetterTest, baselineIsWhereMeasureSays) {
    const Style style = styled("en", 20);
    const Bitmap bitmap = typesetter.rasterise("HEM", style, 3);
    EXPECT_NEAR(bitmap.offsetY + bitmap.height, typesetter.measure("HEM", style).ascent * 3, 1);
}

TEST_F(TypesetterTest, haloSurroundsTheLettersWithinThePadding) {
    const Style style = styled("en");
    const Bitmap plain = typesetter.rasterise("Tumen 图们", style, 2);
    const Bitmap haloed = typesetter.rasterise("Tumen 图们", style, 2, 1.5);
    EXPECT_TRUE(plain.halo.empty());
    ASSERT_EQ(haloed.halo.size(), haloed.coverage.size());
    const int padding = (haloed.width - plain.width) / 2;
    EXPECT_EQ(padding, 4);
    EXPECT_EQ(haloed.offsetX, plain.offsetX - padding);
    EXPECT_EQ(haloed.offsetY, plain.offsetY - padding);
    EXPECT_NEAR(ink(haloed.coverage), ink(plain.coverage), 1e-9);
    EXPECT_GT(ink(haloed.halo), 1.5 * ink(haloed.coverage));
    for (std::size_t i = 0; i < haloed.halo.size(); ++i)
        EXPECT_GE(haloed.halo[i], haloed.coverage[i]);
    for (int x = 0; x < haloed.width; ++x) // nothing is cut off at the edge
        EXPECT_EQ(haloed.halo[static_cast<std::size_t>(x)], 0);
}

TEST_F(TypesetterTest, twoInstancesAndRepeatedCallsGiveIdenticalBitmaps) {
    const Typesetter other;
    for (const std::string& text : samples) {
        const Bitmap first = typesetter.rasterise(text, styled("ko"), 1.5, 1.5);
        typesetter.rasterise(paragraph, styled("zh", 31), 2);
        EXPECT_TRUE(same(first, typesetter.rasterise(text, styled("ko"), 1.5, 1.5))) << text;
        EXPECT_TRUE(same(first, other.rasterise(text, styled("ko"), 1.5, 1.5))) << text;
    }
}

TEST_F(TypesetterTest, threadsWithTheirOwnInstanceAgree) {
    std::vector<Bitmap> expected;
    for (const std::string& text : samples)
        expected.push_back(typesetter.rasterise(text, styled("zh"), 2, 1));
    std::array<int, 2> wrong{-1, -1};
    std::vector<std::thread> threads;
    for (int& count : wrong)
        threads.emplace_back([&] {
            const Typesetter own;
            count = 0;
            for (int round = 0; round < 20; ++round)
                for (std::size_t i = 0; i < samples.size(); ++i)
                    count += same(own.rasterise(samples[i], styled("zh"), 2, 1), expected[i]) ? 0 : 1;
        });
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(wrong, (std::array<int, 2>{0, 0}));
}

TEST_F(TypesetterTest, hanFormsFollowTheLanguage) {
    const auto drawn = [&](const char* text, const char* language) {
        return typesetter.rasterise(text, styled(language, 40), 1);
    };
    for (const char* character : {"骨", "直"})
        EXPECT_FALSE(same(drawn(character, "zh"), drawn(character, "ko"))) << character;
    EXPECT_FALSE(same(drawn("骨", "zh-TW"), drawn("骨", "zh-CN")));
    EXPECT_TRUE(same(drawn("骨", "en"), drawn("骨", "zh"))); // English labels use the mainland's forms
    EXPECT_TRUE(same(drawn("두만", "en"), drawn("두만", "ko")));
    EXPECT_TRUE(same(drawn("Tumen 2004", "zh"), drawn("Tumen 2004", "ko")));
}

namespace {

// Pango reads the desktop's language once, so these bite in a process of their own, as ctest runs them.
void expectOwnHanForms(const char* desktopLanguage) {
    ASSERT_EQ(setenv("LANGUAGE", desktopLanguage, 1), 0);
    ASSERT_EQ(setenv("FONTCONFIG_FILE", "/nonexistent/fonts.conf", 1), 0);
    const Typesetter typesetter;
    const auto drawn = [&](const char* language) {
        return typesetter.rasterise("骨直", styled(language, 40), 1);
    };
    EXPECT_TRUE(same(drawn("en"), drawn("zh-CN")));
    EXPECT_FALSE(same(drawn("en"), drawn("ko")));
}

} // namespace

TEST(TypesetterEnvironment, aJapaneseDesktopDoesNotChangeEnglishLabels) {
    expectOwnHanForms("ja");
}
TEST(TypesetterEnvironment, aChineseDesktopDoesNotChangeKoreanLabels) {
    expectOwnHanForms("zh_CN");
}

TEST_F(TypesetterTest, boldItalicAndSerifDiffer) {
    std::vector<Bitmap> drawn;
    for (int variant = 0; variant < 8; ++variant) {
        Style style = styled("en", 20);
        style.bold = variant & 1;
        style.italic = variant & 2;
        style.serif = variant & 4;
        drawn.push_back(typesetter.rasterise("Tumen", style, 1));
    }
    for (std::size_t a = 0; a < drawn.size(); ++a)
        for (std::size_t b = a + 1; b < drawn.size(); ++b)
            EXPECT_FALSE(same(drawn[a], drawn[b])) << a << ' ' << b;
    Style bold = styled("zh");
    bold.bold = true;
    EXPECT_GT(ink(typesetter.rasterise("图们江", bold, 2).coverage),
              1.1 * ink(typesetter.rasterise("图们江", styled("zh"), 2).coverage));
}

TEST_F(TypesetterTest, missingGlyphsAreNamedOnceInOrder) {
    const Style style = styled("en");
    EXPECT_EQ(typesetter.missingGlyphs("A\U0000E123图\U000F1234B\U0000E123", style), U"\U0000E123\U000F1234");
    EXPECT_EQ(typesetter.missingGlyphs("tab\tline\nzero\u200Bwidth", style), U"");
    // It shows as an empty box, not as nothing.
    EXPECT_GT(ink(typesetter.rasterise("\U0000E123", style, 2).coverage), 10);
}

TEST_F(TypesetterTest, emptyAndInvalidTextAreHarmless) {
    const Style style = styled("en");
    EXPECT_EQ(typesetter.measure("", style).width, 0);
    EXPECT_GT(typesetter.measure("", style).height, 0);
    for (const char* text : {"", "   ", "\n"})
        EXPECT_TRUE(typesetter.rasterise(text, style, 2, 2).coverage.empty());
    EXPECT_GT(typesetter.measure("a\xFF\xC3", style).width, typesetter.measure("a", style).width);
    EXPECT_THROW(typesetter.measure("a", styled("en", 0)), surplace::core::Error);
    EXPECT_THROW(typesetter.rasterise("a", style, 0), surplace::core::Error);
    EXPECT_THROW(typesetter.rasterise("a", style, 1, -1), surplace::core::Error);
}

TEST_F(TypesetterTest, fontFilesAreThoseOfTheNamedFamilies) {
    const auto latin = typesetter.fontFileFor(U'A', "ko");
    EXPECT_THAT(latin.path, HasSubstr("NotoSans-Regular"));
    EXPECT_THAT(typesetter.fontFileFor(U'A', "en", true).path, HasSubstr("NotoSans-Bold"));
    const auto chinese = typesetter.fontFileFor(U'骨', "zh");
    const auto korean = typesetter.fontFileFor(U'骨', "ko");
    EXPECT_THAT(chinese.path, HasSubstr("NotoSansCJK"));
    EXPECT_THAT(korean.path, HasSubstr("NotoSansCJK"));
    EXPECT_NE(chinese.index, korean.index);
    EXPECT_EQ(typesetter.fontFileFor(U'두', "en").index, korean.index);
    EXPECT_TRUE(std::filesystem::exists(korean.path));
    EXPECT_TRUE(typesetter.fontFileFor(U'\U0000E123', "en").path.empty());
}

TEST_F(TypesetterTest, versionsNameFontsAndLibraries) {
    EXPECT_THAT(typesetter.versions(),
                testing::MatchesRegex(
                    "Noto Sans [0-9.]+; Noto Sans CJK SC [0-9.]+; FreeType [0-9.]+; Pango [0-9.]+"));
}

TEST(FontSet, aDirectoryWithoutTheFontsNamesThePackages) {
    const auto empty = std::filesystem::temp_directory_path() / "surplace_no_fonts";
    std::filesystem::create_directories(empty);
    try {
        FontSet fonts(empty.string());
        ADD_FAILURE() << "no error";
    } catch (const surplace::core::Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("fonts-noto-core and fonts-noto-cjk"));
        EXPECT_THAT(error.what(), HasSubstr(empty.string()));
    }
    std::filesystem::remove(empty);
}
TEST(Clusters, CoverTheTextFromLeftToRight) {
    const Typesetter typesetter;
    for (const std::string text : {"Yalu (Amnok)", "鸭绿江 압록강", "Hamgyŏng", "o\u0302"}) {
        const auto clusters = typesetter.clusters(text, styled("ko"));
        ASSERT_FALSE(clusters.empty());
        EXPECT_EQ(clusters.front().begin, 0U);
        EXPECT_EQ(clusters.back().end, text.size());
        for (std::size_t i = 0; i + 1 < clusters.size(); ++i) {
            EXPECT_EQ(clusters[i].end, clusters[i + 1].begin);
            EXPECT_NEAR(clusters[i].x + clusters[i].width, clusters[i + 1].x, 0.01);
        }
    }
    EXPECT_EQ(typesetter.clusters("두만강", styled("ko")).size(), 3U);
}

TEST(Along, ALevelLineLooksLikeThePlainTextAndATurnedOneKeepsItsInk) {
    const Typesetter typesetter;
    const std::string text = "Tumen 图们江";
    const Style style = styled("zh-Hans", 20);
    std::vector<ClusterSpot> level, turned;
    for (const auto& cluster : typesetter.clusters(text, style)) {
        const double x = cluster.x + cluster.width / 2;
        level.push_back({x, 0, 0});
        turned.push_back({x * std::cos(0.5), x * std::sin(0.5), 0.5});
    }
    const Bitmap plain = typesetter.rasterise(text, style, 2, 1.5);
    const Bitmap along = typesetter.rasteriseAlong(text, style, level, 2, 1.5);
    EXPECT_NEAR(along.width, plain.width, 1);
    EXPECT_NEAR(along.height, plain.height, 1);
    EXPECT_NEAR(ink(along.coverage), ink(plain.coverage), ink(plain.coverage) * 0.01);
    const Bitmap slanted = typesetter.rasteriseAlong(text, style, turned, 2, 1.5);
    EXPECT_GT(slanted.height, 2 * plain.height);
    EXPECT_NEAR(ink(slanted.coverage), ink(plain.coverage), ink(plain.coverage) * 0.02);
    EXPECT_TRUE(same(slanted, typesetter.rasteriseAlong(text, style, turned, 2, 1.5)));
    level.pop_back();
    EXPECT_THROW(typesetter.rasteriseAlong(text, style, level, 2), surplace::core::Error);
}
