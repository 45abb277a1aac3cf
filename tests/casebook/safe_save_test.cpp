#include "support.hpp"
#include "support/write_limit.hpp"
#include <cerrno>
#include <cstring>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace surplace::casebook::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;

class SafeSave : public FolderTest {
protected:
    const model::Casebook casebook = open(packageFixture);
};

model::Casebook renamed(model::Casebook casebook) {
    casebook.title = "Another title";
    return casebook;
}

TEST_F(SafeSave, ReplacesAFileAndKeepsItsRights) {
    const fs::path file = copyOfFixture();
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
    save(renamed(casebook), file);
    EXPECT_EQ(open(file).title, "Another title");
    EXPECT_EQ(fs::status(file).permissions(),
              fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
    EXPECT_EQ(filesIn(folder), std::vector<std::string>{"copy.gpkg"});
}

TEST_F(SafeSave, ANewFileIsForItsOwnerAlone) {
    save(casebook, folder / "new.gpkg");
    EXPECT_EQ(fs::status(folder / "new.gpkg").permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(SafeSave, FollowsALink) {
    const fs::path file = copyOfFixture();
    fs::create_symlink(file, folder / "link.gpkg");
    save(renamed(casebook), folder / "link.gpkg");
    EXPECT_TRUE(fs::is_symlink(folder / "link.gpkg"));
    EXPECT_EQ(open(file).title, "Another title");
}

TEST_F(SafeSave, UnwritableTargetsAreNamed) {
    EXPECT_THAT(errorOf([&] { save(casebook, folder / "nowhere/a.gpkg"); }),
                AllOf(HasSubstr("nowhere/a.gpkg"), HasSubstr("does not exist")));
    EXPECT_THAT(errorOf([&] { save(casebook, folder); }),
                AllOf(HasSubstr(folder.string()), HasSubstr("cannot be written")));
    EXPECT_THAT(errorOf([&] { save(casebook, "/proc/surplace.gpkg"); }),
                AllOf(HasSubstr("/proc/surplace.gpkg"), HasSubstr("cannot be written")));
    EXPECT_THAT(errorOf([&] { writeTextForm(casebook, "/proc/surplace"); }),
                AllOf(HasSubstr("/proc/surplace"), HasSubstr("cannot be made")));
}

TEST_F(SafeSave, AFailingWriteAtAnySizeLeavesTheOldFile) {
    const fs::path file = copyOfFixture();
    const std::string before = bytesOf(file);
    const auto whole = static_cast<rlim_t>(before.size());
    int failures = 0;
    for (rlim_t limit = 0; limit < whole; limit += whole / 24) {
        std::string error;
        {
            const tests::WriteLimit writeLimit(limit);
            error = errorOf([&] { save(renamed(casebook), file); });
        }
        EXPECT_THAT(error, AllOf(HasSubstr("copy.gpkg"), HasSubstr("cannot be written"))) << limit;
        EXPECT_TRUE(bytesOf(file) == before) << limit;
        EXPECT_EQ(filesIn(folder), std::vector<std::string>{"copy.gpkg"}) << limit;
        failures += error.empty() ? 0 : 1;
    }
    EXPECT_GE(failures, 24);
}

TEST_F(SafeSave, AFailingWriteOfALargeCasebookLeavesNothing) {
    // More than SQLite keeps in memory, so that it writes before the end.
    model::Casebook large;
    std::vector<model::Event> events(20'000);
    for (std::size_t i = 0; i < events.size(); ++i) {
        events[i].id = "e" + std::to_string(i);
        events[i].what = std::string(300, 'w');
    }
    large.events = model::Table<model::Event>(std::move(events));
    {
        const tests::WriteLimit writeLimit(3'000'000);
        EXPECT_THAT(errorOf([&] { save(large, folder / "a.gpkg"); }), HasSubstr("cannot be written"));
    }
    EXPECT_THAT(filesIn(folder), testing::IsEmpty());
}

TEST_F(SafeSave, ACrashInTheMiddleLeavesTheOldFile) {
    const fs::path file = copyOfFixture();
    const std::string before = bytesOf(file);
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        save(renamed(casebook), file, core::Progress{[](long done, long total) {
                 if (done == total)
                     _exit(7); // everything written, nothing yet in place
             }});
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_TRUE(WIFEXITED(status));
    ASSERT_EQ(WEXITSTATUS(status), 7);
    EXPECT_TRUE(bytesOf(file) == before);
    save(renamed(casebook), file);
    EXPECT_EQ(open(file).title, "Another title");
}

TEST_F(SafeSave, ACancelLeavesTheOldFile) {
    const fs::path file = copyOfFixture();
    const std::string before = bytesOf(file);
    const std::atomic<bool> cancel = true;
    EXPECT_THROW(save(renamed(casebook), file, core::Progress{{}, &cancel}), core::Cancelled);
    EXPECT_TRUE(bytesOf(file) == before);
    EXPECT_EQ(filesIn(folder), std::vector<std::string>{"copy.gpkg"});
}

TEST_F(SafeSave, AFullDiskIsSaidAndLeavesTheOldFile) {
    const fs::path disk = folder / "disk";
    fs::create_directory(disk);
    if (mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=140k") != 0)
        GTEST_SKIP() << "a small disk cannot be mounted here: " << std::strerror(errno);
    fs::copy_file(packageFixture, disk / "a.gpkg");
    const std::string before = bytesOf(disk / "a.gpkg");
    const std::string error = errorOf([&] { save(renamed(casebook), disk / "a.gpkg"); });
    const std::string after = bytesOf(disk / "a.gpkg");
    const auto names = filesIn(disk);
    umount(disk.c_str());
    EXPECT_THAT(error,
                AllOf(HasSubstr("a.gpkg"), HasSubstr("No space left on device"), HasSubstr("kB are free")));
    EXPECT_TRUE(after == before);
    EXPECT_EQ(names, std::vector<std::string>{"a.gpkg"});
}

} // namespace
} // namespace surplace::casebook::test
