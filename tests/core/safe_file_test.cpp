#include "core/error.hpp"
#include "core/safe_file.hpp"
#include <array>
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <sys/stat.h>

namespace surplace::core {
namespace {

namespace fs = std::filesystem;

class SafeFileTest : public testing::Test {
protected:
    SafeFileTest() {
        std::string name = (fs::path(testing::TempDir()) / "surplace-safe-XXXXXX").string();
        folder = ::mkdtemp(name.data());
    }
    ~SafeFileTest() override { fs::remove_all(folder); }

    static std::string bytesOf(const fs::path& file) {
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    long filesThere() const { return std::distance(fs::directory_iterator(folder), {}); }
    fs::path folder;
};

TEST_F(SafeFileTest, TwoAtOnceHaveTwoFilesAndTheLastOneStays) {
    SafeFile one(folder / "a.png"), other(folder / "a.png");
    EXPECT_NE(one.path(), other.path());
    std::ofstream(one.path()) << "one";
    std::ofstream(other.path()) << "other";
    one.replaceTarget();
    EXPECT_EQ(bytesOf(folder / "a.png"), "one");
    other.replaceTarget();
    EXPECT_EQ(bytesOf(folder / "a.png"), "other");
    EXPECT_EQ(filesThere(), 1);
}

TEST_F(SafeFileTest, NeverWritesIntoAFileThatIsThere) {
    // The name that this process takes first.
    const fs::path first = SafeFile(folder / "a").path();
    std::ofstream(folder / "mine") << "mine";
    fs::create_symlink(folder / "mine", first);
    writeSafely(folder / "a", "new");
    EXPECT_EQ(bytesOf(folder / "mine"), "mine");
    EXPECT_TRUE(fs::is_symlink(first));
    EXPECT_EQ(bytesOf(folder / "a"), "new");
}

TEST_F(SafeFileTest, FollowsLinksAlsoToAFileThatIsYetToBeMade) {
    fs::create_directory(folder / "there");
    fs::create_symlink("there/a", folder / "link");
    fs::create_symlink("link", folder / "link-to-link");
    writeSafely(folder / "link-to-link", "first");
    writeSafely(folder / "link-to-link", "second");
    EXPECT_TRUE(fs::is_symlink(folder / "link-to-link") && fs::is_symlink(folder / "link"));
    EXPECT_EQ(bytesOf(folder / "there/a"), "second");
    fs::create_symlink("circle", folder / "circle");
    EXPECT_THROW(writeSafely(folder / "circle", ""), Error);
}

TEST_F(SafeFileTest, ReplacesNoDevice) {
    fs::create_symlink("/dev/null", folder / "link");
    EXPECT_THROW(writeSafely(folder / "link", ""), Error);
    ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
    EXPECT_THROW(writeSafely(folder / "pipe", ""), Error);
    EXPECT_TRUE(fs::is_fifo(folder / "pipe"));
    EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST_F(SafeFileTest, APublicFileHasTheRightsOfTheUmask) {
    const mode_t before = ::umask(0027);
    SafeFile(folder / "public", SafeFile::Readers::everyone).replaceTarget();
    SafeFile(folder / "private").replaceTarget();
    ::umask(before);
    using fs::perms;
    EXPECT_EQ(fs::status(folder / "public").permissions(),
              perms::owner_read | perms::owner_write | perms::group_read);
    EXPECT_EQ(fs::status(folder / "private").permissions(), perms::owner_read | perms::owner_write);
}

} // namespace
} // namespace surplace::core
