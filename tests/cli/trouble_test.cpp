#include "cli/program.hpp"
#include "publish/publish.hpp"
#include <algorithm>
#include <csignal>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

// Signals, full disks, closed pipes, odd names: what a program meets that is not its own.

using namespace surplace;
using namespace surplace::tests;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace {

std::vector<std::string> filesIn(const TemporaryFolder& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    return names;
}

/// A line of a shell in which $S is the program and $F a folder.
Outcome shell(const std::string& line, const TemporaryFolder& folder) {
    return runCommand({"/bin/sh", "-c", line}, {"S=" SURPLACE_PROGRAM, "F=" + folder.path().string()});
}

const std::string smallFilm =
    "\"$S\" render --size 320x180 --period 2017 --seconds 1 --fps 10 --out \"$F/a.mp4\"";
const char* const row = "kind,date,place,lon,lat\ndetention,2031,Invented town,127,42\n";

} // namespace

TEST(Trouble, AStopLeavesNoFile) {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        for (const std::vector<std::string>& output :
             {std::vector<std::string>{"--size", "8192x8192", "--out", "a.png"}, {"--out", "a.mp4"}}) {
            const TemporaryFolder folder;
            std::vector<std::string> command{SURPLACE_PROGRAM, "render"};
            command.insert(command.end(), output.begin(), output.end());
            command.back() = folder / command.back();
            const Outcome outcome = runAndSignal(command, signal, 2500);
            EXPECT_EQ(outcome.status, 130) << signal << ' ' << command.back() << ' ' << outcome.err;
            EXPECT_THAT(filesIn(folder), IsEmpty());
        }
}

TEST(Trouble, AFileThatMayGrowNoFurtherIsSaidAndLeavesNothing) {
    const TemporaryFolder folder;
    writeFile(folder / "rows.csv", row);
    for (const std::string& command :
         {smallFilm + " --quiet", std::string("\"$S\" render --out \"$F/a.png\""),
          std::string("\"$S\" import \"$F/rows.csv\" --out \"$F/a.gpkg\"")}) {
        const Outcome outcome = shell("ulimit -f 8; exec " + command, folder);
        EXPECT_EQ(outcome.status, 1) << command << outcome.err;
        EXPECT_TRUE(isOneSentence(outcome.err)) << outcome.err;
        EXPECT_THAT(filesIn(folder), ElementsAre("rows.csv"));
    }
}

TEST(Trouble, NobodyWhoReadsTheProgressLeavesNothingHalfDone) {
    const TemporaryFolder folder;
    shell(smallFilm + " 2>&1 | head -n 1", folder);
    EXPECT_THAT(filesIn(folder), ElementsAre("a.mp4"));
}

TEST(Trouble, ResultsThatAreLostAreNoSuccess) {
    if (!std::filesystem::exists("/dev/full"))
        GTEST_SKIP() << "no /dev/full on this system";
    const TemporaryFolder folder;
    for (const char* command : {"info", "info --json", "info --list events", "check --json", "--help"}) {
        const Outcome outcome = shell(std::string("exec \"$S\" ") + command + " >/dev/full", folder);
        EXPECT_EQ(outcome.status, 1) << command;
        EXPECT_TRUE(isOneSentence(outcome.err)) << outcome.err;
    }
    EXPECT_EQ(shell("exec \"$S\" info >&-", folder).status, 1);
}

TEST(Trouble, JsonIsWrittenWhateverTheFilesName) {
    const TemporaryFolder folder;
    const std::string name = folder / "a\xff.gpkg";
    writeFile(folder / "b\xff.csv", std::string(row) + "raid,2031,unknown,,\n");
    const Outcome imported =
        surplaceProgram({"import", folder / "b\xff.csv", "--json", "--out", folder / "c.gpkg"});
    EXPECT_EQ(imported.status, 3) << imported.err;
    EXPECT_EQ(nlohmann::json::parse(imported.out)["loaded"], 1);
    EXPECT_EQ(surplaceProgram({"info", folder / "c.gpkg"}).status, 0);
    std::filesystem::rename(folder / "c.gpkg", name);
    for (const char* command : {"info", "check"}) {
        const Outcome outcome = surplaceProgram({command, name, "--json"});
        EXPECT_EQ(outcome.status, 0) << outcome.err;
        EXPECT_THAT(nlohmann::json::parse(outcome.out)["file"].get<std::string>(), HasSubstr("a\uFFFD.gpkg"));
    }
}

TEST(Trouble, ATitleThatNoCasebookCanHoldIsRefused) {
    const TemporaryFolder folder;
    writeFile(folder / "rows.csv", row);
    for (const std::string& title : {std::string("a\xff"
                                                 "b"),
                                     std::string(70'000, 'a')}) {
        const Outcome made = surplaceProgram({"new", folder / "a.gpkg", "--title", title});
        const Outcome imported =
            surplaceProgram({"import", folder / "rows.csv", "--title", title, "--out", folder / "a.gpkg"});
        for (const Outcome& outcome : {made, imported}) {
            EXPECT_EQ(outcome.status, 2);
            EXPECT_TRUE(isOneSentence(outcome.err)) << outcome.err;
            EXPECT_THAT(outcome.err, HasSubstr("--title"));
        }
    }
    EXPECT_THAT(filesIn(folder), ElementsAre("rows.csv"));
}

TEST(Trouble, TextOfACasebookDoesNotSteerTheTerminal) {
    const TemporaryFolder folder;
    writeFile(folder / "rows.csv",
              "id,kind,date,place,lon,lat,what,source,case\n"
              "e,detention,2031,\x1b[1mTown,127,42,\x1b[2J\x07\u009b31mred,\x1b]0;T\x07,c\n");
    ASSERT_EQ(surplaceProgram(
                  {"import", folder / "rows.csv", "--title", "\x1b[31mred\x07", "--out", folder / "a.gpkg"})
                  .status,
              0);
    for (const std::vector<std::string>& options : {std::vector<std::string>{},
                                                    {"--list", "events"},
                                                    {"--list", "sources"},
                                                    {"--list", "places"},
                                                    {"--list", "cases"},
                                                    {"--record", "e"},
                                                    {"--record", "source-1"}}) {
        std::vector<std::string> command{"info", folder / "a.gpkg"};
        command.insert(command.end(), options.begin(), options.end());
        const Outcome outcome = surplaceProgram(command);
        EXPECT_EQ(outcome.status, 0) << outcome.err;
        for (const char* control : {"\x1b", "\x07", "\u009b"})
            EXPECT_THAT(outcome.out, Not(HasSubstr(control)));
    }
}

TEST(Trouble, OutputsOfLikeNamesAreAllWritten) {
    const TemporaryFolder folder;
    const std::vector<std::string> names{"a.mp4", "a.part.mp4", "a.part.png", "a.png"};
    std::vector<std::string> command{"render", "--size", "320x180", "--seconds", "0.2", "--fps", "5"};
    for (const std::string& name : {names[2], names[3], names[1], names[0]})
        command.insert(command.end(), {"--out", folder / name});
    const Outcome outcome = surplaceProgram(command);
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(filesIn(folder), names);
}

TEST(Trouble, ALinkIsFollowedByEveryCommandThatWrites) {
    const TemporaryFolder folder;
    writeFile(folder / "rows.csv", row);
    std::filesystem::create_directory(folder / "there");
    for (const char* name : {"a.png", "a.gpkg"})
        std::filesystem::create_symlink(folder / "there" / name, folder / name);
    EXPECT_EQ(surplaceProgram({"render", "--size", "320x180", "--out", folder / "a.png"}).status, 0);
    EXPECT_EQ(surplaceProgram({"import", folder / "rows.csv", "--out", folder / "a.gpkg"}).status, 0);
    for (const char* name : {"a.png", "a.gpkg"}) {
        EXPECT_TRUE(std::filesystem::is_symlink(folder / name));
        EXPECT_TRUE(std::filesystem::is_regular_file(folder / "there" / name));
    }
    EXPECT_EQ(surplaceProgram({"render", "--out", folder / "a.png", "--out", folder / "there/a.png"}).status,
              2);
}
