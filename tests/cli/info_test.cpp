#include "cli/program.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace surplace::tests;
using testing::HasSubstr;
using testing::Not;

TEST(Info, SumsOnlyIncidentsOfTheBundledCasebookOneKindAtATime) {
    const Outcome outcome = surplaceProgram({"info", "--json"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto result = nlohmann::json::parse(outcome.out);
    EXPECT_EQ(result["events"], 189);
    EXPECT_EQ(result["sources"], 166);
    EXPECT_EQ(result["places"], 96);
    EXPECT_EQ(result["tallies"], 55);
    long incidents = 0;
    for (const auto& kind : result["incidents"])
        incidents += kind["incidents"].get<long>();
    EXPECT_EQ(incidents, 75);
    EXPECT_EQ(result["incidents"][0]["kind"], "detention");
    EXPECT_EQ(result["incidents"][0]["incidents"], 44);
}

TEST(Info, ShowsTheLetterOfJune2017InItsOwnWords) {
    const Outcome outcome = surplaceProgram({"info", "--record", "A010"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_THAT(outcome.out,
                HasSubstr("expected by the source, not reported as having happened; never counted"));
    EXPECT_THAT(outcome.out, HasSubstr("to be imminently sent"));
    EXPECT_THAT(outcome.out, HasSubstr("Helong 和龙 허룽"));
    EXPECT_THAT(outcome.out, HasSubstr("Human Rights Watch"));
}

TEST(Info, KeepsTheTwo41sAndThe92Apart) {
    const Outcome first = surplaceProgram({"info", "--record", "T01"});
    EXPECT_THAT(first.out, HasSubstr("at least 41"));
    EXPECT_THAT(first.out, HasSubstr("Never add to"));
    const Outcome sum = surplaceProgram({"info", "--record", "T06"});
    EXPECT_THAT(sum.out, HasSubstr("92"));
    EXPECT_THAT(sum.out, HasSubstr("arithmetic"));
}

TEST(Info, NamesAnUnknownRecord) {
    const Outcome outcome = surplaceProgram({"info", "--record", "A999"});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_TRUE(isOneSentence(outcome.err)) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("A999"));
}

TEST(Info, ListsEveryTable) {
    for (const auto& [list, id] : {std::pair{"events", "B125"},
                                   {"sources", "HRW_FIVE_2017"},
                                   {"places", "cn-helong"},
                                   {"cases", "G2017-5"},
                                   {"tallies", "T06"}}) {
        const Outcome outcome = surplaceProgram({"info", "--list", list});
        EXPECT_EQ(outcome.status, 0);
        EXPECT_THAT(outcome.out, HasSubstr(id)) << list;
    }
    EXPECT_EQ(surplaceProgram({"info", "--list", "people"}).status, 2);
}

TEST(Info, ListsAsJsonToo) {
    for (const auto& [list, count] :
         {std::pair{"events", 189u}, {"sources", 166u}, {"places", 96u}, {"tallies", 55u}}) {
        const Outcome outcome = surplaceProgram({"info", "--list", list, "--json"});
        ASSERT_EQ(outcome.status, 0) << outcome.err;
        const auto rows = nlohmann::json::parse(outcome.out);
        ASSERT_EQ(rows.size(), count) << list;
        EXPECT_TRUE(rows[0].contains("id")) << list;
    }
}

TEST(Info, NamesItsFileInJsonEvenWhenTheNameIsNoText) {
    const TemporaryFolder folder;
    const std::string odd = folder / "caf\xE9.gpkg";
    ASSERT_EQ(surplaceProgram({"new", odd}).status, 0);
    const Outcome outcome = surplaceProgram({"info", odd, "--json"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_TRUE(nlohmann::json::parse(outcome.out).contains("title"));
}

TEST(Info, CountsInPlainWords) {
    const Outcome outcome = surplaceProgram({"info"});
    EXPECT_THAT(outcome.out, HasSubstr("; data as of "));
    EXPECT_THAT(outcome.out,
                Not(testing::ContainsRegex(" 1 incidents|at least about|data on|not given people")));
}

TEST(Info, SaysByItsStatusThatRowsOfATextFormWereLeftOut) {
    const TemporaryFolder folder;
    writeFile(folder / "sources.csv", "id,title\ns,Invented letter\n");
    writeFile(folder / "events.csv", "kind,date,place,source\ndetention,2031,unknown,s\n"
                                     "detention,2031-13,unknown,s\n");
    const Outcome outcome = surplaceProgram({"info", folder.path()});
    EXPECT_EQ(outcome.status, 3);
    EXPECT_THAT(outcome.err, HasSubstr("events.csv, row 3, field date"));
}

TEST(Program, TeachesItsCommands) {
    const Outcome help = surplaceProgram({"--help"});
    EXPECT_EQ(help.status, 0);
    for (const char* command : {"open", "render", "info", "check", "import", "export-text", "new"}) {
        EXPECT_THAT(help.out, HasSubstr(command));
        const Outcome own = surplaceProgram({command, "--help"});
        EXPECT_EQ(own.status, 0);
        EXPECT_THAT(own.out, HasSubstr("Example")) << command;
    }
    EXPECT_EQ(surplaceProgram({"paint"}).status, 2);
    EXPECT_EQ(surplaceProgram({"render"}).status, 2);
    EXPECT_THAT(surplaceProgram({"--version"}).out, HasSubstr("surplace 0."));
}

TEST(Program, OpensNoWindowWithoutADisplayAndNamesTheWayOut) {
    const Outcome outcome = surplaceProgram({}, {"DISPLAY", "WAYLAND_DISPLAY"});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_TRUE(isOneSentence(outcome.err)) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("surplace render"));
}
