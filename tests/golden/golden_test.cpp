// A case is a folder of tests/golden: command.txt (what follows `surplace render`, without --out; {tests}
// stands for the folder of the tests), proves.txt (one line) and expected.png. recorded.txt names the
// rasteriser and fonts the pictures were made with.
#include "publish/publish.hpp"
#include "support/command.hpp"
#include "support/image_compare.hpp"
#include <algorithm>
#include <fstream>
#include <gmock/gmock.h>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <regex>
#include <sstream>

namespace surplace::tests {
namespace {

namespace fs = std::filesystem;

const fs::path casesFolder = fs::path(SURPLACE_SOURCE_DIR) / "tests" / "golden";
const fs::path resultsFolder = fs::path(SURPLACE_BINARY_DIR) / "golden";

std::string textOf(const fs::path& file) {
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::string> caseNames() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(casesFolder))
        if (entry.is_directory())
            names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

/// Words between blanks; a word in double quotes may hold blanks.
std::vector<std::string> argumentsOf(const fs::path& file) {
    std::string text = textOf(file);
    for (std::size_t at; (at = text.find("{tests}")) != std::string::npos;)
        text.replace(at, 7, (fs::path(SURPLACE_SOURCE_DIR) / "tests").string());
    std::istringstream words(text);
    std::vector<std::string> arguments{SURPLACE_PROGRAM, "render"};
    for (std::string word; words >> std::quoted(word);)
        arguments.push_back(word);
    return arguments;
}

std::string versionsHere() {
    const render::OffscreenContext context;
    // The width of the processor's registers changes no pixel: measured with LP_NATIVE_VECTOR_WIDTH 128 and
    // 256.
    const std::string renderer =
        std::regex_replace(render::rendererVersion(), std::regex(", [0-9]+ bits"), "");
    return renderer + "\n" + text::Typesetter().versions() + "\n";
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, looksAsAccepted) {
    const fs::path folder = casesFolder / GetParam();
    const std::string versions = versionsHere();
    fs::create_directories(resultsFolder);
    std::ofstream(resultsFolder / "versions.txt") << versions;
    const fs::path actual = resultsFolder / (GetParam() + ".actual.png");
    std::vector<std::string> arguments = argumentsOf(folder / "command.txt");
    arguments.insert(arguments.end(), {"--out", actual.string()});
    fs::remove(actual);
    const Outcome outcome = runCommand(arguments, {});
    ASSERT_TRUE(fs::exists(actual)) << "the program wrote no picture: " << outcome.err;
    ASSERT_TRUE(fs::exists(folder / "expected.png"))
        << "no picture was accepted yet; look at " << actual.string() << ", then: tools/golden accept "
        << GetParam();
    const bool exact = versions == textOf(casesFolder / "recorded.txt");
    if (!exact)
        std::cout << "recorded with other versions of the rasteriser or fonts, compared within a tolerance:\n"
                  << versions;
    // Elsewhere a driver may round colours otherwise. Measured between llvmpipe and softpipe (Mesa 22.3.6) on
    // the scene with everything in it: 3 at most, 0.117 in the mean; fonts of another version are not covered
    // and need new pictures.
    const support::Tolerance tolerance = exact ? support::Tolerance{} : support::Tolerance{8, 0.25};
    const auto result = support::sameImage(publish::readPng(folder / "expected.png"),
                                           publish::readPng(actual), GetParam(), resultsFolder, tolerance);
    EXPECT_TRUE(result) << "proves: " << textOf(folder / "proves.txt")
                        << "if the change is meant: tools/golden accept " << GetParam();
    if (result)
        fs::remove(actual);
}

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Golden);
INSTANTIATE_TEST_SUITE_P(Cases, Golden, testing::ValuesIn(caseNames()), [](const auto& each) {
    std::string name = each.param;
    std::replace_if(
        name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
    return name;
});

TEST(GoldenCases, eachSaysInOneLineWhatItProves) {
    for (const std::string& name : caseNames()) {
        EXPECT_FALSE(textOf(casesFolder / name / "command.txt").empty()) << name;
        const std::string proves = textOf(casesFolder / name / "proves.txt");
        EXPECT_EQ(std::count(proves.begin(), proves.end(), '\n'), 1) << name;
    }
}

} // namespace
} // namespace surplace::tests
