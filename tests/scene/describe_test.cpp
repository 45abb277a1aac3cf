#include "fixture.hpp"
#include <gmock/gmock.h>

/// The alternative text: what it says is what the frame shows, and ranges stay ranges.
namespace surplace::scene::test {
namespace {

using testing::HasSubstr;
using testing::Not;

model::Event invented(const char* id, model::EventKind kind, const char* date, const char* people) {
    model::Event event;
    event.id = id;
    event.kind = kind;
    event.date = model::Edtf::parse(date);
    event.people = model::CountRange::parse(people);
    event.placeId = "town";
    event.precision = model::PlacePrecision::settlement;
    event.citations = {{"S1", "", ""}};
    event.sensitivity = model::Sensitivity::s0;
    return event;
}

model::Casebook inventedTown(std::vector<model::Event> events) {
    model::Casebook casebook;
    casebook.title = "Invented";
    model::Place town;
    town.id = "town";
    town.nameEn = "Inventville";
    town.kind = model::PlaceKind::settlement;
    town.position = geo::LonLat{127, 41.5};
    casebook.places = model::Table<model::Place>({town});
    model::Source source;
    source.id = "S1";
    source.published = model::Edtf::parse("2017-12-01");
    casebook.sources = model::Table<model::Source>({source});
    casebook.events = model::Table<model::Event>(std::move(events));
    return casebook;
}

using model::EventKind;
struct DescribeTest : SceneTest {
    std::string words() { return composer.compose(view).description; }
};

TEST_F(DescribeTest, SaysTitleTimePlacesSourcesAndWhatAMapMustSay) {
    show(inventedTown({invented("E1", EventKind::detention, "2017-03", "5")}));
    window("2017-01-01", "2017-12-31");
    const std::string text = words();
    for (const char* sentence :
         {"Invented. Map, 2017: all events of the period.", "around 41.", "1 report is on the map.",
          "1 detention: 5 people.", "Inventville (1).", "rest on 1 source.",
          "do not imply acceptance or endorsement", "Absence of reports is not absence of events."})
        EXPECT_THAT(text, HasSubstr(sentence));
}

TEST_F(DescribeTest, SumsIncidentsOfOneKindAsRangesAndNothingElse) {
    auto stage = invented("E3", EventKind::detention, "2017-04", "100");
    stage.role = model::Role::stageOf;
    stage.roleOf = "E1";
    auto feared = invented("E5", EventKind::detention, "2017-05", "1000");
    feared.assertion = model::Assertion::feared;
    show(inventedTown({invented("E1", EventKind::detention, "2017-03", "5-7"),
                       invented("E2", EventKind::detention, "2017-04", "at least 9"), stage,
                       invented("E4", EventKind::forcedReturn, "2017-05", "3"), feared}));
    window("2017-01-01", "2017-12-31");
    const std::string text = words();
    EXPECT_THAT(text, HasSubstr("3 detentions, of which 2 are counted as incidents of their own: at least 14 "
                                "people."));
    EXPECT_THAT(text, HasSubstr("1 forced return: 3 people."));
    EXPECT_THAT(text, HasSubstr("Feared, and not reported as having happened: 1 detention."));
    for (const char* wrong : {"114", "1000", "1,0", "17 people"})
        EXPECT_THAT(text, Not(HasSubstr(wrong)));
}

TEST_F(DescribeTest, WhoMayNotHaveBeenThereAddsToTheUpperFigureOnly) {
    show(inventedTown({invented("E1", EventKind::detention, "2017-03", "5"),
                       invented("E2", EventKind::detention, "2016/2017", "40")}));
    window("2017-01-01", "2017-12-31");
    EXPECT_THAT(words(), HasSubstr("2 detentions, 1 of those only possibly at this time: 5-45 people."));
}

TEST_F(DescribeTest, NoFigureIsNoNumber) {
    show(inventedTown({invented("E1", EventKind::detention, "2017-03", "")}));
    window("2017-01-01", "2017-12-31");
    EXPECT_THAT(words(), HasSubstr("1 detention: number of people not given."));
}

TEST_F(DescribeTest, ASheetDescribesEachOfItsMaps) {
    std::vector<timeline::Moment> moments(2, view.moment);
    moments[0].period = {day("2012-01-01"), day("2012-12-31")};
    moments[1].period = {day("2023-01-01"), day("2023-12-31")};
    view.camera = borderView(geo::ProjectionKind::conformalConic, 1920, 1200, 1);
    const std::string text = composer.composeSheet(view, moments).description;
    EXPECT_THAT(text, HasSubstr("2 maps side by side"));
    EXPECT_THAT(text, HasSubstr("2012: "));
    EXPECT_THAT(text, HasSubstr("9 October 2023: 500-600 people at 5 places"));
    EXPECT_THAT(text, HasSubstr("Absence of reports"));
}

TEST_F(DescribeTest, IsLeftAwayWhereNobodyAsks) {
    view.describes = false;
    EXPECT_TRUE(words().empty());
}

} // namespace
} // namespace surplace::scene::test
