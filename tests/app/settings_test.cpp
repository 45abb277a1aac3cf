#include "app/layout.hpp"
#include "app/settings.hpp"
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace surplace::app {
namespace {

TEST(Settings, AreReadBackAsWritten) {
    Settings settings;
    settings.windowWidth = 1600;
    settings.isListOpen = !settings.isListOpen;
    settings.isTimelineOpen = false;
    settings.isLegendOpen = true;
    settings.isWelcomeSeen = true;
    settings.listWidth = 400;
    settings.names = scene::NameLanguage::ko;
    EXPECT_EQ(parseSettings(formatSettings(settings)), settings);
}

TEST(Settings, ABrokenFileGivesTheDefaults) {
    EXPECT_EQ(
        parseSettings("window_width = -3\nlist_open = maybe\nnames=klingon\n=\nwindow_height\n\x01\xff\n"
                      "list_width = 1e9\ninspector_width = nan\nwindow_height = 99999999999999999999\n"),
        Settings{});
}

TEST(Settings, AnUnwritablePlaceIsLoggedOnce) {
    core::Log log;
    writeSettings({}, "/proc/surplace/window.ini", log);
    writeSettings({}, "/proc/surplace/window.ini", log);
    ASSERT_EQ(log.entries().size(), 1U);
    EXPECT_EQ(log.entries().front().count, 2);
    writeSettings({}, "", log);
    EXPECT_EQ(log.entries().size(), 1U);
}

TEST(Settings, MakeTheirFolder) {
    const auto folder = std::filesystem::path(testing::TempDir()) / "surplace_settings_test";
    std::filesystem::remove_all(folder);
    core::Log log;
    Settings settings;
    settings.listWidth = 500;
    writeSettings(settings, folder / "deep" / "window.ini", log);
    EXPECT_EQ(readSettings(folder / "deep" / "window.ini"), settings);
    EXPECT_TRUE(log.entries().empty());
    std::filesystem::remove_all(folder);
}

TEST(Layout, PanelsDoNotOverlap) {
    Settings settings;
    settings.isListOpen = true;
    for (const double width : {640.0, 800.0, 1280.0, 2560.0}) {
        const Layout layout = layOut(width, 720, settings, true, 110);
        for (const geo::ScreenBox* box :
             {&layout.title, &layout.list, &layout.toolbar, &layout.inspector, &layout.timeline})
            for (const geo::ScreenBox* other : {&layout.list, &layout.inspector, &layout.timeline})
                EXPECT_TRUE(box == other || box->isEmpty() || other->isEmpty() || !box->overlaps(*other) ||
                            other == &layout.inspector)
                    << width;
    }
    EXPECT_TRUE(layOut(640, 720, settings, true, 110).list.isEmpty()) << "a narrow window keeps the details";
    EXPECT_FALSE(layOut(1280, 720, settings, true, 110).list.isEmpty());
}

TEST(Layout, FoldedPanelsCoverNothing) {
    Settings settings;
    settings.isListOpen = false;
    const Layout open = layOut(1280, 720, settings, false, 110);
    EXPECT_EQ(open.coveredLeft, 0);
    EXPECT_EQ(open.coveredRight, 0);
    settings.isTimelineOpen = false;
    EXPECT_LT(layOut(1280, 720, settings, false, 110).coveredBottom, open.coveredBottom);
}

} // namespace
} // namespace surplace::app
