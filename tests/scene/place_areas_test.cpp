#include "fixture.hpp"
#include "scene/place_areas.hpp"

namespace surplace::scene {

namespace {

using test::bundledCasebook;
using test::bundledMap;

std::set<std::string> provincesOf(const char* placeId, Footing footing) {
    const auto area = areaOf(*bundledCasebook()->places.find(placeId), footing, *bundledMap());
    std::set<std::string> codes;
    if (area)
        for (const auto index : area->wideProvinces)
            codes.insert(bundledMap()->wide.provinces[index].code);
    return codes;
}

TEST(PlaceAreas, NamesAreComparedWithoutAccentsAndTitles) {
    EXPECT_EQ(foldedName("P'yŏngan-bukto"), "pyonganbukto");
    EXPECT_EQ(foldedName("Oudomxay province"), foldedName("Oudômxay"));
    EXPECT_EQ(foldedName("Province"), "province");
}

TEST(PlaceAreas, NortheasternChinaIsItsThreeProvincesWithoutInnerMongolia) {
    EXPECT_EQ(provincesOf("area-cn-northeast", Footing::region),
              (std::set<std::string>{"CN-LN", "CN-JL", "CN-HL"}));
}

TEST(PlaceAreas, EveryProvinceOfTheBundledCasebookHasItsOutline) {
    for (const auto& place : bundledCasebook()->places)
        if (place.kind == model::PlaceKind::province) {
            const auto area = areaOf(place, Footing::province, *bundledMap());
            ASSERT_TRUE(area) << place.id;
            EXPECT_EQ(area->wideProvinces.size(), 1U) << place.id;
        }
    EXPECT_EQ(provincesOf("area-cn-jilin", Footing::province), std::set<std::string>{"CN-JL"});
}

TEST(PlaceAreas, ASettlementKnownToItsProvinceIsThatProvinceAndCarriesItsName) {
    const auto area = areaOf(*bundledCasebook()->places.find("cn-yanji"), Footing::province, *bundledMap());
    ASSERT_TRUE(area);
    EXPECT_EQ(area->nameEn, "Jilin");
}

TEST(PlaceAreas, TheCoarserOfPrecisionAndKindDecides) {
    model::Place town, province;
    town.kind = model::PlaceKind::settlement;
    town.position = geo::LonLat{129, 42};
    province.kind = model::PlaceKind::province;
    province.position = geo::LonLat{126, 43};
    model::Event event;
    event.precision = model::PlacePrecision::settlement;
    EXPECT_EQ(footingOf(event, town), Footing::mark);
    EXPECT_EQ(footingOf(event, province), Footing::province) << "never a pin in the middle of an area";
    event.precision = model::PlacePrecision::country;
    EXPECT_EQ(footingOf(event, town), Footing::none);
}

} // namespace

} // namespace surplace::scene
