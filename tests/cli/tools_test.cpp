#include "cli/program.hpp"
#include <gtest/gtest.h>

using namespace surplace::tests;

// tools/run in a made-up repository whose set-up and build do nothing and whose program says where it was
// started.
TEST(ToolsRun, FilesAreNamedFromWhereTheUserStands) {
    namespace fs = std::filesystem;
    const TemporaryFolder folder;
    const auto script = [&](const std::string& name, const std::string& text) {
        fs::create_directories((folder / name).parent_path());
        writeFile(folder / name, "#!/bin/sh\n" + text);
        fs::permissions(folder / name, fs::perms::owner_all);
    };
    script("repository/tools/setup", "exit 0\n");
    script("repository/build/release/surplace", "pwd; echo \"$@\"\n");
    script("bin/cmake", "exit 0\n");
    writeFile(folder / "repository/build/release/build.ninja", "");
    fs::copy_file(SURPLACE_SOURCE_DIR "/tools/run", folder / "repository/tools/run");
    fs::create_directory(folder / "elsewhere");
    const Outcome outcome = runCommand(
        {"/bin/sh", "-c", "cd \"$0\" && exec ../repository/tools/run info my.gpkg", folder / "elsewhere"},
        {"PATH=" + (folder / "bin").string() + ":/usr/bin:/bin"});
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(outcome.out, fs::canonical(folder / "elsewhere").string() + "\ninfo my.gpkg\n");
}
