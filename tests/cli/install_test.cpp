#include "cli/program.hpp"
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace surplace::tests;

TEST(Install, TheInstalledProgramFindsItsOwnGeodataAndCasebook) {
    const TemporaryFolder prefix;
    const Outcome install =
        runCommand({SURPLACE_CMAKE, "--install", SURPLACE_BINARY_DIR, "--prefix", prefix.path()});
    ASSERT_EQ(install.status, 0) << install.out << install.err;
    const std::string program = prefix / "bin/surplace";
    const Outcome info = runCommand({program, "info", "--json"}, {"SURPLACE_GEODATA"});
    ASSERT_EQ(info.status, 0) << info.err;
    EXPECT_EQ(nlohmann::json::parse(info.out)["file"], (prefix / "share/surplace/border.gpkg").string());
    const Outcome picture =
        runCommand({program, "render", "--size", "320x180", "--out", prefix / "a.png"}, {"SURPLACE_GEODATA"});
    EXPECT_EQ(picture.status, 0) << picture.err;
    for (const char* file :
         {"share/surplace/base.gpkg", "share/surplace/SOURCES.md", "share/surplace/LICENSES",
          "share/doc/surplace/LICENSE", "share/doc/surplace/casebook.md"})
        EXPECT_TRUE(std::filesystem::exists(prefix / file)) << file;
    EXPECT_FALSE(std::filesystem::exists(prefix / "share/surplace/facts"));
}
