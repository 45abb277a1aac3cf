#include "cli/program.hpp"
#include "publish/publish.hpp"
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>

using namespace surplace;
using namespace surplace::tests;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

const std::string fixtures = std::string(SURPLACE_SOURCE_DIR) + "/tests/fixtures/";
const std::string districts = fixtures + "areas/invented_districts.geojson";

std::vector<std::vector<std::string>> rowsOf(const std::string& csv) {
    std::vector<std::vector<std::string>> rows;
    std::istringstream lines(csv);
    for (std::string line; std::getline(lines, line);) {
        auto& cells = rows.emplace_back();
        std::istringstream stream(line);
        for (std::string each; std::getline(stream, each, ',');)
            cells.push_back(each);
    }
    return rows;
}

} // namespace

TEST(Tabulate, RowsOfUnitsAndReasonsSumToTheTotal) {
    for (const std::vector<std::string>& by :
         {std::vector<std::string>{"provinces"}, {"reaches"}, {districts, "--area-name", "district"}}) {
        std::vector<std::string> arguments{"tabulate", fixtures + "counting", "--kind", "forced_return", "--by"};
        arguments.insert(arguments.end(), by.begin(), by.end());
        const Outcome outcome = surplaceProgram(arguments);
        ASSERT_EQ(outcome.status, 0) << outcome.err;
        const auto rows = rowsOf(outcome.out);
        EXPECT_EQ(rows.front()[5], "incidents_low");
        long high = 0, total = 0;
        for (const auto& row : rows)
            if (row[0] == "total")
                total = std::stol(row[6]);
            else if (row[0] != "row")
                high += std::stol(row[6]);
        EXPECT_EQ(total, 30);
        EXPECT_EQ(high, total) << by.front();
    }
}

TEST(Tabulate, RatesAndDifferencesHaveColumns) {
    const Outcome rates = surplaceProgram({"tabulate", fixtures + "counting", "--kind", "detention", "--by",
                                           districts, "--area-name", "district", "--per", "people",
                                           "--per-name", "registered population 2030"});
    ASSERT_EQ(rates.status, 0) << rates.err;
    EXPECT_THAT(rates.out, HasSubstr("denominator,rate_low,rate_high\n"));
    EXPECT_THAT(rates.out, testing::ContainsRegex("Lower district,[^\n]*,0,,\n")) << "no rate, never 0";
    const Outcome differences =
        surplaceProgram({"tabulate", fixtures + "counting", "--kind", "detention", "--by", "provinces",
                         "--period", "2035/2036", "--compare", "2031/2034"});
    ASSERT_EQ(differences.status, 0) << differences.err;
    EXPECT_THAT(differences.out, HasSubstr("difference_per_year_low,difference_per_year_high\n"));
}

TEST(Tabulate, CountsOnlyWhatIsPublic) {
    const TemporaryFolder folder;
    const std::string table = folder / "secret.csv", casebook = folder / "a.gpkg";
    std::ofstream(table) << "kind,date,lon,lat,what\ndetention,2030-05,126.5,43.8,Invented and not public\n";
    ASSERT_EQ(surplaceProgram({"import", table, "--out", casebook}).status, 0);
    const Outcome outcome = surplaceProgram({"tabulate", casebook, "--kind", "detention", "--by", "provinces"});
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("total,,,,,0,0"));
    EXPECT_THAT(outcome.err, HasSubstr("withheld"));
}

TEST(Tabulate, WrongCommandLinesSaySo) {
    const auto refused = [](std::vector<std::string> arguments, const char* word, int status = 2) {
        const Outcome outcome = surplaceProgram(arguments);
        EXPECT_EQ(outcome.status, status) << outcome.err;
        EXPECT_THAT(outcome.err, HasSubstr(word));
        EXPECT_TRUE(isOneSentence(outcome.err)) << outcome.err;
    };
    refused({"tabulate", "--by", "provinces"}, "one kind of event is counted at a time");
    refused({"tabulate", "--by", "provinces", "--kind", "detention,transfer"}, "one kind of event");
    refused({"tabulate", "--by", "towns.gpkg", "--kind", "detention"}, "--area-name");
    refused({"tabulate", "--by", "provinces", "--kind", "detention", "--area-name", "x"}, "--area-name");
    refused({"tabulate", "--by", "provinces", "--kind", "policy", "--people"}, "never counted with people");
    refused({"tabulate", "--by", "towns.gpkg", "--area-name", "x", "--kind", "detention"},
            "there is no such file", 1);
}

TEST(Render, ADensityOfFewEventsIsRefused) {
    const TemporaryFolder folder;
    const Outcome outcome = surplaceProgram(
        {"render", "--density", "--kind", "forced_return", "--out", folder / "a.png"});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.err, AllOf(HasSubstr("too few for a density surface"), HasSubstr("at least 30"),
                                   HasSubstr("shade provinces")));
    EXPECT_FALSE(std::filesystem::exists(folder / "a.png"));
}

TEST(Render, ComparesTwoPeriodsSideBySideOrAsADifference) {
    const TemporaryFolder folder;
    const std::string file = folder / "a.png";
    std::vector<std::string> arguments{"render", fixtures + "counting", "--quiet",   "--out",     file,
                                       "--shade", "provinces",          "--kind",    "detention", "--period",
                                       "2034/2036", "--compare",        "2031/2033"};
    ASSERT_EQ(surplaceProgram(arguments).status, 0);
    EXPECT_EQ(publish::readPng(file).width, 1920);
    arguments.push_back("--difference");
    ASSERT_EQ(surplaceProgram(arguments).status, 0);
    EXPECT_EQ(publish::readPng(file).width, 1280);
    EXPECT_EQ(surplaceProgram({"render", "--difference", "--compare", "2010", "--out", file}).status, 2);
    EXPECT_EQ(surplaceProgram({"render", "--bandwidth", "50", "--out", file}).status, 2);
}
