#include "core/error.hpp"
#include "publish/publish.hpp"
#include "publish/temporary_folder.hpp"
#include "support/image_compare.hpp"
#include <gmock/gmock.h>

namespace surplace::publish {
namespace {

render::Image pattern(int width, int height) {
    render::Image image{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            image.rgba.insert(image.rgba.end(),
                              {static_cast<std::uint8_t>(x * 7), static_cast<std::uint8_t>(y * 5),
                               static_cast<std::uint8_t>(x * y), 255});
    return image;
}

class Png : public FolderTest {};

TEST_F(Png, readsBackWhatWasWritten) {
    const auto image = pattern(37, 23);
    writePng(image, folder / "a.png");
    EXPECT_TRUE(support::sameImage(image, readPng(folder / "a.png"), "png", folder));
}

TEST_F(Png, twoRunsGiveTheSameBytesAndHoldNoTextOrTime) {
    writePng(pattern(64, 64), folder / "a.png");
    writePng(pattern(64, 64), folder / "b.png");
    const std::string bytes = bytesOf(folder / "a.png");
    EXPECT_EQ(bytes, bytesOf(folder / "b.png"));
    for (const char* chunk : {"tEXt", "iTXt", "zTXt", "tIME", "eXIf"})
        EXPECT_EQ(bytes.find(chunk), std::string::npos) << chunk;
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 2) << "nothing else remains";
}

TEST_F(Png, carriesItsWordsUncompressed) {
    const Wording wording{"Two maps", "Dandong \u2013 \uc2e0\uc758\uc8fc: 3 reports."};
    writePng(pattern(16, 16), folder / "a.png", {}, wording);
    writePng(pattern(16, 16), folder / "b.png", {}, wording);
    const std::string bytes = bytesOf(folder / "a.png");
    EXPECT_EQ(bytes, bytesOf(folder / "b.png"));
    EXPECT_NE(bytes.find(std::string("iTXtTitle\0\0\0\0\0Two maps", 22)), std::string::npos);
    EXPECT_NE(bytes.find(std::string("iTXtDescription\0\0\0\0\0", 20) + wording.description),
              std::string::npos);
    EXPECT_TRUE(support::sameImage(pattern(16, 16), readPng(folder / "a.png"), "png", folder));
}

TEST_F(Png, anUnwritableTargetIsOneSentenceAndStaysAsItWas) {
    std::filesystem::create_directories(folder / "map.png");
    EXPECT_THROW(writePng(pattern(4, 4), folder / "map.png"), core::Error);
    EXPECT_TRUE(std::filesystem::is_directory(folder / "map.png"));
    try {
        writePng(pattern(4, 4), folder / "missing" / "map.png");
        ADD_FAILURE() << "written";
    } catch (const core::Error& error) {
        EXPECT_THAT(error.what(), testing::HasSubstr("does not exist"));
    }
}

TEST_F(Png, aFullDiskIsSaidAndLeavesNothing) {
    const WriteLimit limit(1000);
    EXPECT_THROW(writePng(pattern(200, 200), folder / "map.png"), core::Error);
    EXPECT_TRUE(isEmpty());
}

TEST_F(Png, aCancelLeavesNothing) {
    const std::atomic<bool> cancel = true;
    EXPECT_THROW(writePng(pattern(20, 20), folder / "map.png", {{}, &cancel}), core::Cancelled);
    EXPECT_TRUE(isEmpty());
}

TEST_F(Png, noFileOfTheUsersIsTouched) {
    for (const char* name : {"map.part.png", ".map.png", ".map.png.0"})
        std::ofstream(folder / name) << "mine";
    writePng(pattern(20, 20), folder / "map.png");
    for (const char* name : {"map.part.png", ".map.png", ".map.png.0"})
        EXPECT_EQ(bytesOf(folder / name), "mine") << name;
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 4);
}

TEST_F(Png, aBrokenFileIsRefused) {
    std::ofstream(folder / "a.png") << "\x89PNG\r\n\x1a\n nonsense";
    EXPECT_THROW(readPng(folder / "a.png"), core::Error);
    EXPECT_THROW(readPng(folder / "none.png"), core::Error);
}

TEST(ImageCompare, countsTheLargestAndTheMeanDifference) {
    const auto a = pattern(10, 10);
    auto b = a;
    b.rgba[40] = static_cast<std::uint8_t>(b.rgba[40] + 20);
    const auto difference = support::compare(a, b);
    EXPECT_EQ(difference.maximum, 20);
    EXPECT_DOUBLE_EQ(difference.mean, 0.05);
    EXPECT_EQ(difference.pixels, 1);
    EXPECT_FALSE(support::compare(a, pattern(10, 9)).sameSize);
}

TEST_F(Png, aFailedComparisonLeavesAPageToLookAt) {
    const auto a = pattern(10, 10);
    auto b = a;
    b.rgba[40] = static_cast<std::uint8_t>(b.rgba[40] + 20);
    EXPECT_FALSE(support::sameImage(a, b, "case", folder));
    EXPECT_FALSE(support::sameImage(a, b, "case", folder, {20, 0.01}));
    EXPECT_TRUE(support::sameImage(a, b, "case", folder, {20, 0.05}));
    for (const char* file : {"case.html", "case.expected.png", "case.actual.png", "case.difference.png"})
        EXPECT_TRUE(std::filesystem::exists(folder / file)) << file;
}

} // namespace
} // namespace surplace::publish
