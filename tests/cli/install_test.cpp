#include "cli/program.hpp"
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <regex>

using namespace surplace::tests;

namespace {

/// "README.md: docs/gone.md" for every link of a page that leads to no file.
std::vector<std::string> deadLinks(const std::filesystem::path& folder) {
    std::vector<std::string> dead;
    const std::regex link(R"(\]\(([^)#]+)(#[^)]*)?\))");
    for (const auto& page : std::filesystem::recursive_directory_iterator(folder)) {
        if (page.path().extension() != ".md")
            continue;
        const std::string text = readFile(page.path());
        for (std::sregex_iterator match(text.begin(), text.end(), link), end; match != end; ++match) {
            const std::string target = (*match)[1];
            if (target.find("://") == std::string::npos &&
                !std::filesystem::exists(page.path().parent_path() / target))
                dead.push_back(page.path().filename().string() + ": " + target);
        }
    }
    return dead;
}

} // namespace

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
          "share/doc/surplace/LICENSE", "share/doc/surplace/docs/casebook.md"})
        EXPECT_TRUE(std::filesystem::exists(prefix / file)) << file;
    EXPECT_FALSE(std::filesystem::exists(prefix / "share/surplace/facts"));
    for (const std::string& link : deadLinks(prefix / "share/doc/surplace"))
        ADD_FAILURE() << link;
}
