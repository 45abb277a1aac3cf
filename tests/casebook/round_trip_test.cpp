#include "support.hpp"
#include <fmt/format.h>

namespace surplace::casebook::test {
namespace {

class RoundTrip : public FolderTest {};

void expectSameFolder(const fs::path& expected, const fs::path& actual) {
    ASSERT_EQ(filesIn(expected), filesIn(actual));
    for (const std::string& name : filesIn(expected))
        EXPECT_EQ(bytesOf(expected / name), bytesOf(actual / name)) << name;
}

TEST_F(RoundTrip, TextToPackageToTextGivesTheSameBytes) {
    const Import read = readTextForm(textFixture);
    EXPECT_THAT(sentencesOf(read.problems), testing::IsEmpty());
    EXPECT_EQ(read.rowsRead, 34);
    EXPECT_EQ(read.rowsLoaded, 34);
    save(read.casebook, folder / "a.gpkg");
    const model::Casebook opened = open(folder / "a.gpkg");
    EXPECT_EQ(opened, read.casebook);
    writeTextForm(opened, folder / "text");
    expectSameFolder(textFixture, folder / "text");
}

TEST_F(RoundTrip, TheBundledCasebookSurvivesToo) {
    const fs::path bundled = fs::path(SURPLACE_SOURCE_DIR) / "geodata/casebook";
    ASSERT_TRUE(fs::exists(bundled / "events.csv"));
    const Import read = readTextForm(bundled);
    EXPECT_THAT(sentencesOf(read.problems), testing::IsEmpty());
    save(read.casebook, folder / "a.gpkg");
    EXPECT_EQ(open(folder / "a.gpkg"), read.casebook);
    writeTextForm(read.casebook, folder / "text");
    for (const std::string& name : filesIn(folder / "text"))
        EXPECT_TRUE(bytesOf(bundled / name) == bytesOf(folder / "text" / name)) << name;
    for (const core::Problem& problem : check(read.casebook))
        EXPECT_NE(problem.severity, core::Problem::Severity::error) << problem.sentence();
}

TEST_F(RoundTrip, OneCasebookHasOneFile) {
    const model::Casebook casebook = open(packageFixture);
    save(casebook, folder / "a.gpkg");
    save(casebook, folder / "b.gpkg");
    EXPECT_TRUE(bytesOf(folder / "a.gpkg") == bytesOf(folder / "b.gpkg"));
}

TEST_F(RoundTrip, ASavedFileOfSchemaVersion1Opens) {
    EXPECT_EQ(open(packageFixture), readTextForm(textFixture).casebook);
}

TEST_F(RoundTrip, EveryValueOfTheFixtureArrives) {
    const model::Casebook casebook = open(packageFixture);
    EXPECT_EQ(casebook.title, "An invented casebook");
    EXPECT_EQ(casebook.attribution, "Invented by the tests, \"as is\"");
    EXPECT_EQ(casebook.asOf.text(), "2031-12-31");
    const model::Source& letter = *casebook.sources.find("INV_LETTER_2031");
    EXPECT_EQ(letter.note, "first line\nsecond line");
    EXPECT_EQ(letter.accessed.text(), "2031-07-01~");
    EXPECT_EQ(letter.sensitivity, model::Sensitivity::s0);
    const model::Place& downton = *casebook.places.find("xx-downton");
    EXPECT_EQ(downton.position, (geo::LonLat{129.123456789, 42.75}));
    EXPECT_FALSE(downton.uncertaintyKm);
    const model::Place& upton = *casebook.places.find("xx-upton");
    EXPECT_EQ(upton.otherNames.at("ru"), "Верхний");
    EXPECT_EQ(upton.nameKo, "윗마을(상촌)");
    EXPECT_EQ(upton.uncertaintyKm, 12.0);
    EXPECT_EQ(casebook.places.find("xx-bridge")->checkBorderKm, 0.0);
    EXPECT_EQ(casebook.places.find("xx-prefecture")->box, (geo::LonLatBox{127, 42, 130, 44}));
    EXPECT_FALSE(casebook.places.find("xx-hidden")->position);
    const model::Event& first = *casebook.events.find("A1");
    ASSERT_EQ(first.citations.size(), 3u);
    EXPECT_EQ(first.citations[0].quote, "\"four people were taken\"");
    EXPECT_EQ(first.citations[2].locator, "p. 9");
    EXPECT_EQ(first.details->tallies.values(), (std::vector<model::TallyLink>{{"T1", false}, {"T2", true}}));
    EXPECT_EQ(first.sequence, 1);
    const model::Event& feared = *casebook.events.find("A3");
    EXPECT_EQ(feared.assertion, model::Assertion::feared);
    EXPECT_TRUE(feared.crossingInferred);
    EXPECT_EQ(feared.roleOf, "A1");
    EXPECT_EQ(casebook.events.find("A4")->people, model::CountRange(std::nullopt, 600));
    EXPECT_TRUE(casebook.events.find("A5")->people.isAbout());
    EXPECT_EQ(casebook.events.find("A6")->placeId, "");
    EXPECT_EQ(casebook.events.find("A6")->precision, model::PlacePrecision::none);
    EXPECT_EQ(casebook.eventLinks[1].kind, model::EventLinkKind::denies);
    EXPECT_EQ(casebook.tallies.find("T1")->citations.size(), 2u);
    EXPECT_TRUE(casebook.tallyRelations[2].doubtful);
}

TEST_F(RoundTrip, ALargeCasebookKeepsItsOrder) {
    std::string events = "id,kind,date,place,source\n";
    for (int i = 0; i < 20'000; ++i)
        events += fmt::format("X{},detention,20{:02}-{:02},unknown,s\n", 20'000 - i, i % 30, i % 12 + 1);
    write("text/sources.csv", "id,title\ns,An invented source\n");
    write("text/events.csv", events);
    const model::Casebook casebook = readTextForm(folder / "text").casebook;
    ASSERT_EQ(casebook.events.size(), 20'000u);
    save(casebook, folder / "a.gpkg");
    EXPECT_EQ(open(folder / "a.gpkg"), casebook);
}

} // namespace
} // namespace surplace::casebook::test
