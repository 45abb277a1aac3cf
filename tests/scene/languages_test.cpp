#include "fixture.hpp"
#include "scene/furniture.hpp"
#include <regex>
#include <thread>

/// A picture in another language has no English word left that is not the casebook's or the base map's.
namespace surplace::scene::test {

namespace {

using core::Language;

std::string lower(std::string text) {
    for (char& c : text)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

/// What is data and no word of the program's, longest first: texts that a label may hold in English.
std::vector<std::string> dataTexts(const model::Casebook& casebook, const basemap::Basemap& map) {
    std::set<std::string> texts{map.attribution, shortened(casebook.title, 160),
                                shortened(casebook.attribution, 1200)};
    for (const auto& source : casebook.sources)
        texts.insert(shortened(source.publisher.empty() ? source.title : source.publisher, 40));
    const auto addNames = [&texts](const basemap::Names& names) {
        texts.insert(nameFor(names, "", NameLanguages::en));
    };
    for (const auto& place : casebook.places)
        addNames({place.nameEn, place.nameZh, place.nameKo});
    for (const auto* level : {&map.border, &map.wide}) {
        for (const auto& country : level->countries)
            addNames(country.names);
        for (const auto& province : level->provinces)
            addNames(province.names);
        for (const auto& town : level->towns)
            addNames(town.names);
        for (const auto& line : level->lines)
            addNames(line.names);
    }
    std::vector<std::string> sorted;
    for (const auto& text : texts)
        if (!text.empty())
            sorted.push_back(lower(text));
    std::ranges::sort(sorted, [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return sorted;
}

void remove(std::string& text, const std::string& part) {
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part))
        text.replace(at, part.size(), " ");
}

/// Latin words of a label that are neither data nor the same in every language.
std::string englishLeft(const std::string& label, const std::vector<std::string>& data) {
    std::string text = lower(label);
    remove(text, "surplace info --list sources"); // what is typed on a command line
    for (const std::string& each : data)
        remove(text, each);
    text = std::regex_replace(text, std::regex("(^|[^a-z])km(?![a-z])"), " ");
    std::smatch found;
    return std::regex_search(text, found, std::regex("[a-z]{2,}")) ? found.str() : std::string();
}

struct LanguagesTest : SceneTest {
    const std::vector<std::string> data = dataTexts(*bundledCasebook(), *bundledMap());
    std::size_t labels = 0;

    void look(const Scene& scene, const std::string& what) {
        std::vector<std::string> texts = textsOf(scene.furniture);
        for (const auto& text : textsOf(scene.map))
            texts.push_back(text);
        for (const auto& inset : scene.insets)
            for (const auto& text : textsOf(inset.sheet))
                texts.push_back(text);
        texts.push_back(scene.description);
        labels += texts.size();
        for (const auto& text : texts)
            EXPECT_EQ(englishLeft(text, data), "") << what << ": " << text;
    }

    /// Frames of many times, modes, scales and filters, which between them say all that a frame can say.
    void lookAtMany() {
        view.graticule = true;
        look(composer.compose(view), "the whole period");
        for (const char* date : {"2002-06-20", "2012-03-10", "2017-06-25", "2022-05-01", "2023-10-31"}) {
            for (const auto mode :
                 {timeline::Mode::fade, timeline::Mode::window, timeline::Mode::cumulative}) {
                fadeAt(date);
                view.moment.mode = mode;
                view.moment.windowDays = mode == timeline::Mode::window ? 90 : 365;
                look(composer.compose(view), date);
            }
            window((std::string(date).substr(0, 4) + "-01-01").c_str(),
                   (std::string(date).substr(0, 4) + "-12-31").c_str());
            look(composer.compose(view), std::string("year of ") + date);
        }
        window("1999-01-02", "2024-12-30");
        look(composer.compose(view), "days");
        view.filter.kinds = {model::EventKind::detention, model::EventKind::forcedReturn};
        view.filter.assertions = {model::Assertion::feared};
        view.filter.text = "2017";
        look(composer.compose(view), "filtered");
        view.filter = {};
        view.camera.metersPerPixel = 150;
        look(composer.compose(view), "close");
        view.camera = fit(geo::wideRegion, geo::ProjectionKind::conformalConic, 1280, 720, 1);
        look(composer.compose(view), "wide");
    }

    void lookAtASheet() {
        view.camera = borderView(geo::ProjectionKind::conformalConic, 1920, 1200, 1);
        std::vector<timeline::Moment> moments;
        for (int year = 2009; year < 2021; ++year) {
            timeline::Moment moment = view.moment;
            moment.period = {day((std::to_string(year) + "-01-01").c_str()),
                             day((std::to_string(year) + "-12-31").c_str())};
            moments.push_back(moment);
        }
        look(composer.composeSheet(view, moments), "sheet");
    }
};

TEST_F(LanguagesTest, TheLookFindsEnglish) {
    EXPECT_EQ(englishLeft("보고된 사건", data), "");
    EXPECT_EQ(englishLeft("3 reports of holding", data), "reports");
    EXPECT_EQ(englishLeft("丹东 Dandong 50 km", data), "");
}

TEST_F(LanguagesTest, NoEnglishWordIsLeftInChinese) {
    view.language = Language::zh;
    lookAtMany();
    lookAtASheet();
    EXPECT_GT(labels, 1000U);
}

TEST_F(LanguagesTest, NoEnglishWordIsLeftInKorean) {
    view.language = Language::ko;
    lookAtMany();
    lookAtASheet();
    EXPECT_GT(labels, 1000U);
}

TEST_F(LanguagesTest, AFrameSaysItsDateAndItsCountsInItsLanguage) {
    fadeAt("2012-03-31");
    view.language = Language::ko;
    EXPECT_TRUE(anyHolds(textsOf(composer.compose(view).furniture), "2012년 3월"));
    view.language = Language::zh;
    EXPECT_TRUE(anyHolds(textsOf(composer.compose(view).furniture), "2012年3月"));
    view.language = Language::fr;
    const Scene french = composer.compose(view);
    EXPECT_TRUE(anyHolds(textsOf(french.furniture), "mars 2012"));
    EXPECT_TRUE(
        anyHolds({french.description}, "L'absence de signalements n'est pas l'absence d'événements."));
    EXPECT_EQ(core::currentLanguage(), Language::en) << "the scope of a frame ends with it";
}

TEST_F(LanguagesTest, NamesStandInTheLanguageWithTheLocalScriptUnlessOthersAreAsked) {
    const model::Place* yanji = casebook->places.find("cn-yanji");
    ASSERT_NE(yanji, nullptr);
    EXPECT_EQ(nameFor(*yanji, NameLanguages::all), "Yanji 延吉");
    {
        const core::LanguageScope korean(Language::ko);
        EXPECT_EQ(nameFor(*yanji, NameLanguages::all), "옌지 延吉");
        EXPECT_EQ(nameFor(*yanji, NameLanguages::en), "Yanji");
        EXPECT_EQ(languageOf("CN", NameLanguages::all), "zh-Hans");
    }
    {
        const core::LanguageScope chinese(Language::zh);
        EXPECT_EQ(nameFor(*yanji, NameLanguages::all), "延吉");
        EXPECT_EQ(languageOf("KP", NameLanguages::all), "zh-Hans") << "a Chinese name has Chinese forms";
        EXPECT_EQ(languageOf("KP", NameLanguages::ko), "ko");
    }
    const core::LanguageScope french(Language::fr);
    EXPECT_EQ(nameFor(*yanji, NameLanguages::all), "Yanji 延吉");
}

TEST_F(LanguagesTest, WordsHaveTheFormsOfTheirLanguage) {
    view.language = Language::zh;
    for (const auto& label : composer.compose(view).furniture.labels)
        EXPECT_EQ(label.style.language, "zh-Hans") << label.text;
    view.language = Language::en;
    for (const auto& label : composer.compose(view).furniture.labels)
        EXPECT_EQ(label.style.language, "en") << label.text;
}

TEST_F(LanguagesTest, BaseNamesFollowTheLanguageThoughTheyAreKept) {
    const auto countries = [&] { return textsOf(composer.compose(view).map); };
    EXPECT_TRUE(anyHolds(countries(), "NORTH KOREA"));
    view.language = Language::zh;
    EXPECT_FALSE(anyHolds(countries(), "NORTH KOREA"));
    EXPECT_TRUE(anyHolds(countries(), "朝鲜"));
    view.language = Language::en;
    EXPECT_TRUE(anyHolds(countries(), "NORTH KOREA"));
}

} // namespace

} // namespace surplace::scene::test
