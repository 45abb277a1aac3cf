#include "fixture.hpp"
#include "scene/frame.hpp"

/// Names in the languages asked for.
namespace surplace::scene::test {

namespace {

using NamesTest = SceneTest;

NameLanguages languages(const char* word) {
    return *nameLanguagesByWord(word);
}
enum Script { latin = 1, han = 2, hangul = 4 };
int scriptsOf(const std::string& text) {
    int scripts = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'))
            scripts |= latin;
        else if (byte >= 0xEA && byte <= 0xED)
            scripts |= hangul;
        else if (byte >= 0xE4 && byte <= 0xE9)
            scripts |= han;
    }
    return scripts;
}

TEST(NameLanguages, AreReadAndWrittenInTheirOrder) {
    for (const char* word : {"all", "en", "zh", "ko", "en+ko", "ko+zh", "en+zh+ko", "ko+en+zh"})
        EXPECT_EQ(scene::word(languages(word)), word);
    for (const char* word : {"", "fr", "en+", "+en", "en+en", "all+en", "en ko", "EN"})
        EXPECT_FALSE(nameLanguagesByWord(word)) << word;
    EXPECT_EQ(toggled(languages("en"), NameLanguage::ko), languages("en+ko"));
    EXPECT_EQ(toggled(languages("en+ko"), NameLanguage::en), languages("ko"));
    EXPECT_EQ(toggled(languages("ko"), NameLanguage::ko), NameLanguages::all);
    EXPECT_EQ(toggled(NameLanguages::all, NameLanguage::zh), languages("zh"));
}

TEST(NameLanguages, GiveExactlyTheNamesAskedFor) {
    const basemap::Names helong{"Helong", "和龙", "허룽(화룡)"};
    const auto text = [&](const char* word) { return nameFor(helong, "CN", languages(word)); };
    EXPECT_EQ(text("all"), "Helong 和龙");
    EXPECT_EQ(text("en+ko"), "Helong 허룽");
    EXPECT_EQ(text("ko+zh"), "허룽 和龙");
    EXPECT_EQ(text("en+zh+ko"), "Helong 和龙 허룽");
    EXPECT_EQ(nameFor({"Hyesan", "惠山", "혜산"}, "KP", NameLanguages::all), "Hyesan 혜산");
}

TEST(NameLanguages, AMissingNameIsLeftOutAndAMissingPlaceIsNever) {
    EXPECT_EQ(nameFor({"Kaiyuan", "", ""}, "CN", languages("zh+ko")), "Kaiyuan");
    EXPECT_EQ(nameFor({"Mudan", "牡丹江", ""}, "CN", languages("ko+zh")), "牡丹江");
    EXPECT_EQ(nameFor({"", "", "혜산"}, "KP", languages("en")), "혜산");
    EXPECT_EQ(nameFor({"", "延吉", ""}, "KP", languages("en")), "延吉");
    EXPECT_EQ(nameFor({"Same", "Same", ""}, "", languages("en+zh")), "Same");
}

TEST_F(NamesTest, EachLabelOfTheMapHasOnlyTheScriptsAskedFor) {
    view.names = languages("zh+ko");
    long both = 0;
    const auto scene = composer.compose(view);
    for (const auto& label : scene.map.lineLabels) {
        EXPECT_EQ(scriptsOf(label.text) & latin, 0) << label.text;
        both += scriptsOf(label.text) == (han | hangul) ? 1 : 0;
    }
    for (const auto& label : scene.map.labels)
        both += scriptsOf(label.text) == (han | hangul) ? 1 : 0;
    EXPECT_GT(both, 20);
    view.names = NameLanguages::en;
    for (const auto& sheet = composer.compose(view).map; const auto& label : sheet.labels)
        EXPECT_EQ(scriptsOf(label.text) & (han | hangul), 0) << label.text;
    view.names = NameLanguages::ko;
    for (const auto& sheet = composer.compose(view).map; const auto& label : sheet.labels)
        EXPECT_EQ(scriptsOf(label.text) & han, 0) << label.text;
}

} // namespace

} // namespace surplace::scene::test
