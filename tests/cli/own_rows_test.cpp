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
    EXPECT_THAT(outcome.err, HasSubstr("--published"));
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

TEST(OwnRows, NothingThatIsThereIsReplacedUnasked) {
    const TemporaryFolder folder;
    writeFile(folder / "rows.csv", ownRows);
    const auto import = [&](const std::string& out, std::vector<std::string> more = {}) {
        std::vector<std::string> arguments{"import", folder / "rows.csv", "--into", "bundled", "--out", out};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return surplaceProgram(arguments);
    };
    ASSERT_EQ(import(folder / "mine.gpkg").status, 3);
    const std::string before = readFile(folder / "mine.gpkg");
    const Outcome again = import(folder / "mine.gpkg", {"--title", "Another"});
    EXPECT_EQ(again.status, 1);
    EXPECT_TRUE(isOneSentence(again.err)) << again.err;
    EXPECT_THAT(again.err, HasSubstr("--overwrite"));
    EXPECT_EQ(readFile(folder / "mine.gpkg"), before);
    EXPECT_EQ(import(folder / "mine.gpkg", {"--title", "Another", "--overwrite"}).status, 3);
    EXPECT_EQ(casebook::open(folder / "mine.gpkg").title, "Another");
    writeFile(folder / "photo.gpkg", "no casebook");
    EXPECT_EQ(import(folder / "photo.gpkg", {"--overwrite"}).status, 1);
    EXPECT_EQ(readFile(folder / "photo.gpkg"), "no casebook");
    EXPECT_EQ(import(folder / "photo.jpg", {"--overwrite"}).status, 2);
    EXPECT_FALSE(std::filesystem::exists(folder / "photo.jpg"));
}

TEST(OwnRows, NothingIsWrittenIntoTheFolderThatIsRead) {
    const TemporaryFolder folder;
    ASSERT_EQ(surplaceProgram({"export-text", "--out", folder / "form"}).status, 0);
    writeFile(folder / "rows.csv", ownRows);
    std::filesystem::create_directory_symlink(folder / "form", folder / "link");
    for (const char* out : {"form/a.gpkg", "form/../form/a.gpkg", "link/a.gpkg"}) {
        EXPECT_EQ(surplaceProgram({"import", folder / "form", "--out", folder / out}).status, 2) << out;
        EXPECT_EQ(
            surplaceProgram({"import", folder / "rows.csv", "--into", folder / "form", "--out", folder / out})
                .status,
            2)
            << out;
    }
    EXPECT_EQ(
        surplaceProgram({"export-text", folder / "form", "--overwrite", "--out", folder / "form"}).status, 2);
    EXPECT_FALSE(std::filesystem::exists(folder / "form/a.gpkg"));
}

TEST(OwnRows, WithoutACasebookThePlacesAreSaidToComeFromInto) {
    const TemporaryFolder folder;
    writeFile(folder / "rows.csv", ownRows);
    const Outcome outcome = surplaceProgram({"import", folder / "rows.csv", "--out", folder / "mine.gpkg"});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.err, HasSubstr("--into bundled"));
    EXPECT_THAT(outcome.err, HasSubstr("lon and lat"));
}

TEST(OwnRows, ANameThatFitsTwoPlacesNamesBoth) {
    const TemporaryFolder folder;
    writeFile(folder / "rows.csv", "kind,date,place\ndetention,2030,Jilin\ndetention,2030,吉林\n");
    const Outcome outcome =
        surplaceProgram({"import", folder / "rows.csv", "--into", "bundled", "--out", folder / "mine.gpkg"});
    EXPECT_EQ(outcome.status, 1);
    for (const char* row : {"row 2, field place: \"Jilin\"", "row 3, field place: \"吉林\""})
        EXPECT_THAT(outcome.err, HasSubstr(row));
    EXPECT_THAT(outcome.err, HasSubstr("Write the id of the place that is meant: cn-jilin-city (Jilin City"));
    EXPECT_THAT(outcome.err, HasSubstr(" or area-cn-jilin (Jilin province"));
}

TEST(OwnRows, ACasebookInPlaceOfATableIsNamed) {
    const TemporaryFolder folder;
    ASSERT_EQ(surplaceProgram({"new", folder / "a.gpkg"}).status, 0);
    const Outcome outcome = surplaceProgram({"import", folder / "a.gpkg", "--out", folder / "b.gpkg"});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_TRUE(isOneSentence(outcome.err)) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("a casebook"));
    EXPECT_THAT(outcome.err, HasSubstr("--into"));
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
    const Outcome again = surplaceProgram({"new", "--template", folder / "form"});
    EXPECT_EQ(again.status, 1);
    EXPECT_TRUE(isOneSentence(again.err)) << again.err;
    EXPECT_THAT(again.err, HasSubstr("--overwrite"));
    EXPECT_EQ(surplaceProgram({"new", "--template", folder / "form", "--overwrite"}).status, 0);
}

TEST(New, DoesNotOverwriteAFile) {
    const TemporaryFolder folder;
    ASSERT_EQ(surplaceProgram({"new", folder / "a.gpkg", "--title", "Invented"}).status, 0);
    const std::string before = readFile(folder / "a.gpkg");
    const Outcome again = surplaceProgram({"new", folder / "a.gpkg"});
    EXPECT_EQ(again.status, 1);
    EXPECT_TRUE(isOneSentence(again.err));
    EXPECT_THAT(again.err, HasSubstr("--overwrite"));
    EXPECT_EQ(readFile(folder / "a.gpkg"), before);
    ASSERT_EQ(surplaceProgram({"new", folder / "a.gpkg", "--overwrite"}).status, 0);
    EXPECT_NE(readFile(folder / "a.gpkg"), before);
}

TEST(ExportText, GivesTablesThatReadBackAsTheSameCasebook) {
    const TemporaryFolder folder;
    const Outcome outcome = surplaceProgram({"export-text", "--out", folder / "form"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("also what is not public"));
    ASSERT_EQ(surplaceProgram({"import", folder / "form", "--out", folder / "back.gpkg"}).status, 0);
    const Outcome bundled = surplaceProgram({"export-text", folder / "back.gpkg", "--out", folder / "form"});
    EXPECT_EQ(bundled.status, 1);
    EXPECT_TRUE(isOneSentence(bundled.err)) << bundled.err;
    const std::string events = readFile(folder / "form/events.csv");
    ASSERT_EQ(surplaceProgram({"export-text", folder / "back.gpkg", "--overwrite", "--out", folder / "form"})
                  .status,
              0);
    EXPECT_EQ(readFile(folder / "form/events.csv"), events);
}

TEST(Check, FindsNoErrorInTheBundledCasebook) {
    const Outcome outcome = surplaceProgram({"check", "--json"});
    EXPECT_EQ(outcome.status, 0) << outcome.out;
    EXPECT_EQ(nlohmann::json::parse(outcome.out)["errors"], 0);
}
