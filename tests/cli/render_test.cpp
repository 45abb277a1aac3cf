#include "cli/program.hpp"
#include "publish/publish.hpp"
#include <csignal>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

using namespace surplace;
using namespace surplace::tests;
using testing::HasSubstr;

namespace {

std::vector<std::string> filesIn(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.push_back(entry.path().filename());
    return names;
}

} // namespace

TEST(Render, WritesAPictureOfTheSizeAskedForWithoutADisplay) {
    const TemporaryFolder folder;
    const Outcome outcome =
        surplaceProgram({"render", "--size", "640x360", "--scale", "2", "--out", folder / "a.png"},
                        {"DISPLAY", "WAYLAND_DISPLAY"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const render::Image image = publish::readPng(folder / "a.png");
    EXPECT_EQ(image.width, 1280);
    EXPECT_EQ(image.height, 720);
}

TEST(Render, AContactSheetIsOnePictureOfManyDates) {
    const TemporaryFolder folder;
    const std::string file = folder / "sheet.png";
    for (const std::vector<std::string>& kind : {std::vector<std::string>{"--contact-sheet"},
                                                 {"--contact-sheet", "--maps", "4"},
                                                 {"--dates", "2012-03,2017-06-25"},
                                                 {"--by-year", "--period", "2011/2013"}}) {
        std::vector<std::string> arguments{"render", "--quiet", "--out", file};
        arguments.insert(arguments.end(), kind.begin(), kind.end());
        const Outcome outcome = surplaceProgram(arguments);
        ASSERT_EQ(outcome.status, 0) << outcome.err;
        EXPECT_EQ(publish::readPng(file).width, 1920);
    }
    const auto refused = [&](std::vector<std::string> arguments, const char* word) {
        arguments.insert(arguments.begin(), "render");
        const Outcome outcome = surplaceProgram(arguments);
        EXPECT_EQ(outcome.status, 2);
        EXPECT_THAT(outcome.err, HasSubstr(word));
    };
    refused({"--contact-sheet", "--out", folder / "a.mp4"}, ".png");
    refused({"--contact-sheet", "--maps", "61", "--out", file}, "61");
    refused({"--dates", "2012-13", "--out", file}, "2012-13");
    refused({"--contact-sheet", "--at", "2017", "--out", file}, "--at");
    refused({"--by-year", "--dates", "2012", "--out", file}, "--dates");
    refused({"--dates", "2012", "--mode", "period", "--out", file}, "--mode");
}

TEST(Render, DescribesWhatItWritesInTheFileAndBesideIt) {
    const TemporaryFolder folder;
    const std::string words = folder / "a.txt";
    for (const char* name : {"a.png", "a.mp4"}) {
        const Outcome outcome =
            surplaceProgram({"render", "--quiet", "--period", "2023", "--seconds", "0.1", "--size", "640x360",
                             "--out", folder / name, "--describe", words});
        ASSERT_EQ(outcome.status, 0) << outcome.err;
        std::string text = readFile(words);
        ASSERT_THAT(text, HasSubstr("500-600 people"));
        text.pop_back(); // the end of its line
        EXPECT_THAT(readFile(folder / name), HasSubstr(text)) << name;
    }
    const auto refused = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"render", "--quiet"});
        EXPECT_EQ(surplaceProgram(arguments).status, 2);
    };
    refused({"--out", folder / "a.png", "--describe", folder / "a.html"});
    refused({"--out", folder / "a.png", "--out", folder / "b.png", "--describe", words});
}

TEST(Render, TwoRunsAreTheSameBytes) {
    const TemporaryFolder folder;
    const std::vector<std::string> film{"--size", "320x180", "--period", "2017",   "--seconds",
                                        "1",      "--fps",   "12",       "--quiet"};
    for (const char* name : {"a", "b"}) {
        std::vector<std::string> arguments{"render", "--out", folder / (std::string(name) + ".png"), "--out",
                                           folder / (std::string(name) + ".mp4")};
        arguments.insert(arguments.end(), film.begin(), film.end());
        const Outcome outcome = surplaceProgram(arguments);
        ASSERT_EQ(outcome.status, 0) << outcome.err;
    }
    EXPECT_EQ(readFile(folder / "a.png"), readFile(folder / "b.png"));
    EXPECT_EQ(readFile(folder / "a.mp4"), readFile(folder / "b.mp4"));
    EXPECT_GT(readFile(folder / "a.mp4").size(), 1000u);
}

TEST(Render, TheHostsLocaleTimeZoneAndHomeChangeNothing) {
    const TemporaryFolder folder;
    const auto render = [&](const char* name, const std::vector<std::string>& environment) {
        const Outcome outcome = surplaceProgram(
            {"render", "--size", "480x270", "--at", "2017-06-25", "--out", folder / name}, environment);
        EXPECT_EQ(outcome.status, 0) << outcome.err;
        return readFile(folder / name);
    };
    const std::string plain = render("a.png", {});
    EXPECT_EQ(plain, render("b.png", {"TZ=Asia/Pyongyang", "LC_ALL=de_DE.UTF-8", "LANGUAGE=zh_CN",
                                      "HOME=/nonexistent", "XDG_CACHE_HOME"}));
}

TEST(Render, AFilterChangesThePicture) {
    const TemporaryFolder folder;
    surplaceProgram({"render", "--size", "480x270", "--out", folder / "all.png"});
    ASSERT_EQ(surplaceProgram(
                  {"render", "--size", "480x270", "--kind", "forced_return", "--out", folder / "returns.png"})
                  .status,
              0);
    EXPECT_NE(readFile(folder / "all.png"), readFile(folder / "returns.png"));
}

TEST(Render, CtrlCLeavesNoFile) {
    const TemporaryFolder folder;
    const Outcome outcome =
        runAndSignal({SURPLACE_PROGRAM, "render", "--out", folder / "a.mp4"}, SIGINT, 3000);
    EXPECT_EQ(outcome.status, 130) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("stopped"));
    EXPECT_TRUE(filesIn(folder.path()).empty());
}

TEST(Render, SaysHowFarItIs) {
    const TemporaryFolder folder;
    const Outcome outcome = surplaceProgram({"render", "--size", "320x180", "--period", "2017", "--seconds",
                                             "1", "--fps", "10", "--out", folder / "a.mp4"});
    EXPECT_THAT(outcome.err, HasSubstr("frame 10 of 10"));
    EXPECT_THAT(outcome.err, HasSubstr("s left"));
}

TEST(Render, AnUnwritableTargetIsOneSentence) {
    for (const char* target : {"/proc/a.png", "/nonexistent/a.png", "/proc/a.mp4", "/nonexistent/a.mp4"}) {
        const Outcome outcome =
            surplaceProgram({"render", "--size", "320x180", "--seconds", "1", "--quiet", "--out", target});
        EXPECT_EQ(outcome.status, 1) << target;
        EXPECT_TRUE(isOneSentence(outcome.err)) << outcome.err;
        EXPECT_THAT(outcome.err, HasSubstr(target));
    }
}

TEST(Render, WhatFollowsTheNameOfAPictureIsTheCasebook) {
    const TemporaryFolder folder;
    ASSERT_EQ(surplaceProgram({"new", folder / "a.gpkg"}).status, 0);
    const Outcome outcome =
        surplaceProgram({"render", "--size", "320x180", "--out", folder / "a.png", folder / "a.gpkg"});
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_TRUE(std::filesystem::exists(folder / "a.png"));
}

TEST(Render, BadOptionsAreOneSentenceThatNamesThem) {
    const std::vector<std::pair<std::string, std::string>> bad{
        {"--size", "big"},        {"--size", "0x10"},        {"--size", "99999x10"},  {"--view", "moon"},
        {"--view", "10,20,5,30"}, {"--projection", "globe"}, {"--mode", "sideways"},  {"--kind", "raid"},
        {"--place", "nowhere"},   {"--source", "nobody"},    {"--names", "fr"},       {"--open", "Z9"},
        {"--select", "Z9"},       {"--assertion", "maybe"},  {"--period", "2017-13"}, {"--at", "someday"},
        {"--period", "2017/.."},  {"--case", "G0"},          {"--scale", "nan"}};
    for (const auto& [option, value] : bad) {
        const Outcome outcome = surplaceProgram({"render", option, value, "--out", "/nonexistent/a.png"});
        EXPECT_EQ(outcome.status, 2) << option << ' ' << value;
        EXPECT_TRUE(isOneSentence(outcome.err)) << outcome.err;
    }
    for (const auto& [option, value] : {std::pair{"--size", "321x180"}, {"--scale", "1.36"}}) {
        const Outcome odd = surplaceProgram(
            {"render", option, value, "--out", "/nonexistent/a.png", "--out", "/nonexistent/a.mp4"});
        EXPECT_EQ(odd.status, 2);
        EXPECT_THAT(odd.err, HasSubstr("a film needs even numbers"));
        EXPECT_TRUE(isOneSentence(odd.err)) << odd.err;
    }
    EXPECT_EQ(surplaceProgram({"render", "--out", "a.gif"}).status, 2);
    EXPECT_EQ(surplaceProgram({"render", "--out", "a.png", "--out", "./a.png"}).status, 2);
    EXPECT_EQ(surplaceProgram({"render", "--scale", "9", "--out", "a.png"}).status, 2);
}

TEST(Render, NoGlMissingGeodataAndBadCasebooksAreOneSentence) {
    const TemporaryFolder folder;
    const Outcome noGl =
        surplaceProgram({"render", "--out", folder / "a.png"},
                        {"__EGL_VENDOR_LIBRARY_DIRS=/nonexistent",
                         "__EGL_VENDOR_LIBRARY_FILENAMES=/nonexistent", "LIBGL_DRIVERS_PATH=/nonexistent"});
    EXPECT_EQ(noGl.status, 1);
    EXPECT_TRUE(isOneSentence(noGl.err)) << noGl.err;
    const Outcome noGeodata =
        surplaceProgram({"render", "--out", folder / "a.png"}, {"SURPLACE_GEODATA=/nonexistent"});
    EXPECT_EQ(noGeodata.status, 1);
    EXPECT_TRUE(isOneSentence(noGeodata.err)) << noGeodata.err;
    EXPECT_THAT(noGeodata.err, HasSubstr("/nonexistent"));
    writeFile(folder / "no.gpkg", "this is not a database");
    const Outcome notADatabase = surplaceProgram({"render", folder / "no.gpkg", "--out", folder / "a.png"});
    EXPECT_EQ(notADatabase.status, 1);
    EXPECT_TRUE(isOneSentence(notADatabase.err)) << notADatabase.err;
    EXPECT_THAT(notADatabase.err, HasSubstr("no.gpkg"));
    EXPECT_EQ(surplaceProgram({"render", folder / "missing.gpkg", "--out", folder / "a.png"}).status, 1);
    EXPECT_FALSE(std::filesystem::exists(folder / "a.png"));
}
