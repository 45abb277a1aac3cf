#include "casebook/casebook_file.hpp"
#include "cli/program.hpp"
#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace surplace;
using namespace surplace::tests;
using testing::HasSubstr;

namespace {

// Invented rows, as LibreOffice writes them.
const char* const ownRows =
    "kind,date,place,people,source,what\n"
    "detention,2030-01,연길,3,Invented Bulletin 1,Three people in an invented report\n"
    "detention,2030-02-03,Shenyang,at least 2,Invented Bulletin 1,\"Two, perhaps more\"\n"
    "detention,2030-13,Dandong,4,Invented Bulletin 2,A month that does not exist\n"
    "forced_return,2030-03~,Tumen,5,Invented Bulletin 2,Five people\n";

} // namespace

TEST(OwnRows, AreLoadedAndTheBadOneIsNamed) {
    const TemporaryFolder folder;
    writeFile(folder / "rows.csv", ownRows);
    const Outcome outcome =
        surplaceProgram({"import", folder / "rows.csv", "--into", "bundled", "--published", "--title",
                         "With invented rows", "--out", folder / "mine.gpkg"});
    EXPECT_EQ(outcome.status, 3);
    EXPECT_THAT(outcome.out, HasSubstr("4 rows read = 3 loaded + 1 skipped"));
    EXPECT_THAT(outcome.err, HasSubstr("rows.csv"));
    EXPECT_THAT(outcome.err, HasSubstr("row 4"));
    EXPECT_THAT(outcome.err, HasSubstr("date"));
    EXPECT_THAT(outcome.err, HasSubstr("2030-13"));
    const model::Casebook mine = casebook::open(folder / "mine.gpkg");
    EXPECT_EQ(mine.events.size(), 189u + 3u);
    EXPECT_EQ(mine.title, "With invented rows");
    EXPECT_FALSE(mine.asOf.isKnown()) << "the date was said of the bundled rows, not of these";
    const model::Event& korean = mine.events[189];
    EXPECT_EQ(korean.placeId, "cn-yanji");
    EXPECT_EQ(korean.date.text(), "2030-01");
    EXPECT_EQ(korean.sensitivity, model::Sensitivity::s0);
}

TEST(OwnRows, AppearInAPictureOnlyWhenTheyArePublished) {
    const TemporaryFolder folder;
    writeFile(folder / "rows.csv", ownRows);
    surplaceProgram({"import", folder / "rows.csv", "--into", "bundled", "--out", folder / "private.gpkg"});
    const Outcome outcome =
        surplaceProgram({"render", folder / "private.gpkg", "--size", "320x180", "--out", folder / "a.png"});
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("3 events"));
    EXPECT_THAT(outcome.err, HasSubstr("withheld"));
}

TEST(OwnRows, JsonReportAddsUp) {
    const TemporaryFolder folder;
    writeFile(folder / "rows.csv", ownRows);
    const Outcome outcome = surplaceProgram(
        {"import", folder / "rows.csv", "--into", "bundled", "--json", "--out", folder / "mine.gpkg"});
    const auto report = nlohmann::json::parse(outcome.out);
    EXPECT_EQ(report["read"], 4);
    EXPECT_EQ(report["loaded"].get<long>() + report["skipped"].get<long>(), 4);
    EXPECT_EQ(report["problems"].size(), 1u);
}

TEST(OwnRows, TheFileThatIsReadIsNeverWrittenOver) {
    const TemporaryFolder folder;
    const std::string rows = "kind,date,place,source\ndetention,2030-01,Dandong,Invented\n";
    writeFile(folder / "rows.csv", rows);
    const Outcome outcome =
        surplaceProgram({"import", folder / "rows.csv", "--into", "bundled", "--out", folder / "rows.csv"});
    EXPECT_EQ(outcome.status, 2);
    EXPECT_EQ(std::filesystem::file_size(folder / "rows.csv"), rows.size());
}

TEST(OwnRows, CellsNeitherSteerTheTerminalNorFloodIt) {
    const TemporaryFolder folder;
    writeFile(folder / "rows.csv", "kind,date,place\n\"\x1b[31mred\nline\",2030,Dandong\n" +
                                       std::string(60000, 'k') + ",2030,Dandong\n");
    const Outcome outcome =
        surplaceProgram({"import", folder / "rows.csv", "--into", "bundled", "--out", folder / "mine.gpkg"});
    EXPECT_EQ(outcome.err.find('\x1b'), std::string::npos);
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 3) << outcome.err;
    EXPECT_LT(outcome.err.size(), 5000u);
    EXPECT_THAT(outcome.err, HasSubstr("Use one of: detention"));
}

TEST(OwnRows, NothingIsWrittenWhenNothingCouldBeLoaded) {
    const TemporaryFolder folder;
    writeFile(folder / "rows.csv", "kind,date,place,source\nraid,2030-01,Dandong,Invented\n");
    const Outcome outcome =
        surplaceProgram({"import", folder / "rows.csv", "--into", "bundled", "--out", folder / "mine.gpkg"});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_FALSE(std::filesystem::exists(folder / "mine.gpkg"));
}

TEST(New, MakesATemplateThatCanBeFilledInAndRead) {
    const TemporaryFolder folder;
    ASSERT_EQ(surplaceProgram({"new", "--template", folder / "form"}).status, 0);
    ASSERT_TRUE(std::filesystem::exists(folder / "form/events.csv"));
    const Outcome outcome = surplaceProgram({"info", folder / "form"});
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(surplaceProgram({"new", "--template", folder / "form"}).status, 1);
}

TEST(New, DoesNotOverwriteAFile) {
    const TemporaryFolder folder;
    ASSERT_EQ(surplaceProgram({"new", folder / "a.gpkg", "--title", "Invented"}).status, 0);
    const std::string before = readFile(folder / "a.gpkg");
    const Outcome again = surplaceProgram({"new", folder / "a.gpkg"});
    EXPECT_EQ(again.status, 1);
    EXPECT_TRUE(isOneSentence(again.err));
    EXPECT_EQ(readFile(folder / "a.gpkg"), before);
}

TEST(Check, FindsNoErrorInTheBundledCasebook) {
    const Outcome outcome = surplaceProgram({"check", "--json"});
    EXPECT_EQ(outcome.status, 0) << outcome.out;
    EXPECT_EQ(nlohmann::json::parse(outcome.out)["errors"], 0);
}
