#include "../tables/table.hpp"
#include "fixture.hpp"
#include "scene/place_search.hpp"
#include "timeline/name_search.hpp"

namespace surplace::scene::test {

namespace {

bool isFound(const std::string& query, const std::string& place) {
    return std::ranges::any_of(findPlaces(query, *bundledCasebook(), *bundledMap(), 1000),
                               [&](const FoundPlace& found) { return found.place == place; });
}

TEST(SearchNames, EverySpellingFindsItsPlaceAndNoOther) {
    for (const auto& row : tests::readTable("search_names"))
        EXPECT_EQ(isFound(row.at("query"), row.at("place")), row.at("found") == "yes")
            << row.at("query") << " " << row.at("place") << " (" << row.at("source") << ")";
}

TEST(SearchNames, TheFilterFindsEventsByEverySpellingOfTheirPlace) {
    const auto casebook = bundledCasebook();
    const auto eventsOf = [&](const std::string& text) {
        timeline::Filter filter;
        filter.text = text;
        std::set<std::string> ids;
        for (const auto& event : casebook->events)
            if (event.placeId == "cn-helong" && timeline::passes(filter, event, *casebook))
                ids.insert(event.id);
        return ids;
    };
    const auto all = eventsOf("Helong");
    ASSERT_FALSE(all.empty());
    for (const char* spelling : {"Hwaryong", "Hwaryŏng", "和龙", "和龍", "화룡", "HE-LONG"})
        EXPECT_EQ(eventsOf(spelling), all) << spelling;
    EXPECT_TRUE(eventsOf("Hyesan").size() < all.size());
}

TEST(SearchNames, TownsOfTheBaseMapAreFoundBehindPlacesOfTheCasebook) {
    const auto towns = findPlaces("하얼빈", *bundledCasebook(), *bundledMap());
    ASSERT_FALSE(towns.empty());
    EXPECT_EQ(towns.front().names.en, "Harbin");
    EXPECT_TRUE(towns.front().place.empty());
    const auto yanji = findPlaces("yanji", *bundledCasebook(), *bundledMap());
    ASSERT_FALSE(yanji.empty());
    EXPECT_EQ(yanji.front().place, "cn-yanji");
    EXPECT_TRUE(yanji.front().isExact);
    EXPECT_EQ(std::ranges::count_if(yanji, [](const auto& found) { return found.names.en == "Yanji"; }), 1);
    EXPECT_TRUE(findPlaces("", *bundledCasebook(), *bundledMap()).empty());
    EXPECT_TRUE(findPlaces("no such town", *bundledCasebook(), *bundledMap()).empty());
}

TEST(SearchNames, EveryPlaceOfTheCasebookIsFoundByEachOfItsNames) {
    for (const auto& place : bundledCasebook()->places) {
        if (!place.position)
            continue;
        for (const std::string* text : {&place.nameEn, &place.nameZh, &place.nameKo})
            for (const auto& name : timeline::namesIn(*text))
                EXPECT_TRUE(isFound(name, place.id)) << name << " " << place.id;
    }
}

} // namespace

} // namespace surplace::scene::test
