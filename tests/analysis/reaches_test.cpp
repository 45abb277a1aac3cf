#include "analysis/invented.hpp"
#include "geo/geodesic.hpp"

namespace surplace::analysis::test {
namespace {

model::Place crossing(const std::string& id, double lon, const std::string& official = "yes",
                      const std::string& banks = "") {
    auto place = spot(id, lon, 41.001, "CN-KP");
    place.kind = model::PlaceKind::crossing;
    place.officialCrossing = official;
    place.cnSide = "cn-" + (banks.empty() ? id : banks);
    place.kpSide = "kp-" + (banks.empty() ? id : banks);
    return place;
}

/// An invented river along a parallel from 124 E to 130 E, in two parts; the second is written backwards.
const std::vector<geo::LonLatLine> river{{{130, 41}, {128.5, 41}, {127, 41}},
                                         {{124, 41}, {125, 41}, {127, 41}}};

double kilometres(const geo::LonLatLine& line) {
    double sum = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        sum += geo::geodesicBetween(line[i - 1], line[i]).distanceMeters / 1000;
    return sum;
}

TEST(BorderReaches, cutHalfWayBetweenNeighboursAlongTheRiver) {
    const Units units = borderReaches(river, casebookOf({crossing("b", 128), crossing("a", 125)}, {}));
    ASSERT_EQ(units.units.size(), 2U);
    EXPECT_EQ(units.units[0].id, "a");
    EXPECT_NEAR(units.units[0].line.front().longitudeDegrees, 124, 1e-9);
    EXPECT_NEAR(units.units[0].line.back().longitudeDegrees, 126.5, 1e-5);
    EXPECT_NEAR(units.units[1].line.front().longitudeDegrees, 126.5, 1e-5);
    EXPECT_NEAR(units.units[1].line.back().longitudeDegrees, 130, 1e-9);
    // Nothing of the river is lost or told twice.
    EXPECT_NEAR(kilometres(units.units[0].line) + kilometres(units.units[1].line),
                kilometres(river[0]) + kilometres(river[1]), 1e-2);
}

TEST(BorderReaches, crossingsOfTheSameBanksShareOne) {
    auto rail = crossing("rail", 125.3, "yes", "twin"), road = crossing("road", 125, "yes", "twin");
    road.nameEn = "Twin (road bridge)";
    const Units units =
        borderReaches(river, casebookOf({road, rail, crossing("close", 125.01), crossing("b", 128)}, {}));
    ASSERT_EQ(units.units.size(), 2U);
    EXPECT_EQ(units.units[0].nameEn, "Twin");
    EXPECT_EQ(units.units[0].crossings, (std::vector<model::Id>{"road", "rail", "close"}));
}

TEST(BorderReaches, anUnconfirmedCrossingCutsNothingAndLiesInAReach) {
    auto far = crossing("far", 126);
    far.position = geo::LonLat{126, 42};
    const Units units = borderReaches(
        river,
        casebookOf({crossing("a", 125), crossing("planned", 127, "unconfirmed"), crossing("b", 128), far},
                   {}));
    ASSERT_EQ(units.units.size(), 2U);
    EXPECT_EQ(units.units[1].crossings, (std::vector<model::Id>{"b", "planned"}));
}

TEST(BorderReaches, noneWithoutALineOrACrossing) {
    EXPECT_TRUE(borderReaches({}, casebookOf({crossing("a", 125)}, {})).units.empty());
    EXPECT_TRUE(borderReaches(river, casebookOf({spot("town", 125, 41)}, {})).units.empty());
}

} // namespace
} // namespace surplace::analysis::test
