#include "app/layout.hpp"
#include "app/settings.hpp"
#include "app/ui_scale.hpp"
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
    settings.uiScale = 2.5;
    settings.inspectorBesideListWidth = 320;
    settings.language = core::Language::fr;
    settings.names = scene::NameLanguages::ko;
    settings.style = scene::MapStyle::dark;
    EXPECT_EQ(parseSettings(formatSettings(settings)), settings);
}

TEST(Settings, ABrokenFileGivesTheDefaults) {
    EXPECT_EQ(
        parseSettings("window_width = -3\nlist_open = "
                      "maybe\nstyle=lovely\nlanguage=klingon\nnames=klingon\n=\nwindow_height\n\x01\xff\n"
                      "ui_scale = 0.1\nlist_width = 1e9\ninspector_width = nan\nwindow_height = "
                      "99999999999999999999\n"),
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
    struct Size {
        double width, height;
    };
    for (const Size& size :
         {Size{427, 240}, {640, 360}, {853, 480}, {800, 720}, {900, 520}, {1280, 720}, {2560, 1440}})
        for (const bool isListOpen : {false, true})
            for (const bool isInspectorOpen : {false, true}) {
                settings.isListOpen = isListOpen;
                const Layout layout = layOut(size.width, size.height, settings, isInspectorOpen, 110);
                const geo::ScreenBox* boxes[] = {&layout.title, &layout.list, &layout.toolbar,
                                                 &layout.inspector, &layout.timeline};
                for (const geo::ScreenBox* box : boxes)
                    for (const geo::ScreenBox* other : boxes)
                        EXPECT_TRUE(box == other || box->isEmpty() || other->isEmpty() ||
                                    !box->overlaps(*other))
                            << size.width << ' ' << isListOpen << isInspectorOpen;
                EXPECT_LE(layout.notices.maxX, size.width);
                EXPECT_TRUE(size.width < 600 || !layout.notices.overlaps(layout.list)) << size.width;
            }
    settings.isListOpen = true;
    EXPECT_TRUE(layOut(640, 720, settings, true, 110).list.isEmpty()) << "a narrow window keeps the details";
    EXPECT_FALSE(layOut(1280, 720, settings, true, 110).list.isEmpty());
}

/// The part of a window that no panel covers.
double mapPart(const Layout& layout, double width, double height) {
    double covered = 0;
    for (const geo::ScreenBox* box :
         {&layout.title, &layout.list, &layout.toolbar, &layout.inspector, &layout.timeline})
        if (!box->isEmpty())
            covered += box->width() * box->height();
    return 1 - covered / (width * height);
}

TEST(Layout, AtEverySizeOfTextTheMapKeepsItsPartAndNoPanelIsCut) {
    constexpr double titleHeight = 112; // as high as the card of the bundled casebook is
    for (const auto& [deviceWidth, deviceHeight] : {std::pair(1280.0, 720.0), std::pair(1024.0, 768.0)})
        for (const double scale : uiScales)
            for (const int open : {0, 1, 2}) { // nothing, the lists, the details
                Settings settings;
                settings.isListOpen = open == 1;
                const double width = deviceWidth / scale, height = deviceHeight / scale;
                const Layout layout = layOut(width, height, settings, open == 2, titleHeight);
                const std::string where = std::to_string(scale) + " in " + std::to_string(deviceWidth) +
                                          ", open " + std::to_string(open);
                // In a window of less a panel that is open is a page over the map.
                if (open == 0 || (width >= 600 && height >= 320)) {
                    EXPECT_GE(mapPart(layout, width, height), 0.45) << where;
                }
                for (const geo::ScreenBox* box :
                     {&layout.title, &layout.list, &layout.toolbar, &layout.inspector, &layout.timeline}) {
                    if (box->isEmpty())
                        continue;
                    EXPECT_GE(box->minX, 0) << where;
                    EXPECT_GE(box->minY, 0) << where;
                    EXPECT_LE(box->maxX, width) << where;
                    EXPECT_LE(box->maxY, height) << where;
                }
                EXPECT_EQ(open == 1, !layout.list.isEmpty()) << where;
                EXPECT_EQ(open == 2, !layout.inspector.isEmpty()) << where;
                if (open == 0) {
                    EXPECT_FALSE(layout.toolbar.isEmpty()) << where;
                    EXPECT_TRUE(!layout.title.isEmpty() || layout.hasListButton) << where;
                }
            }
}

TEST(Layout, ListAndDetailsLeaveAMapBetweenThem) {
    Settings settings;
    settings.isListOpen = true;
    const Layout both = layOut(1280, 720, settings, true, 110);
    EXPECT_TRUE(both.hasNarrowDetails);
    EXPECT_GT(both.inspector.minX - both.list.maxX, 600);
    EXPECT_FALSE(both.hasLegendRoom);
    EXPECT_TRUE(layOut(1280, 720, settings, false, 110).hasLegendRoom);
    const Layout wide = layOut(1600, 900, settings, true, 110);
    EXPECT_EQ(wide.inspector.width(), settings.inspectorWidth);
    EXPECT_TRUE(wide.hasLegendRoom);
}

TEST(Layout, ASmallWindowShowsOneSidePanelOverItsHeight) {
    Settings settings;
    settings.isListOpen = true;
    const Layout list = layOut(640, 360, settings, false, 100);
    EXPECT_TRUE(list.isCompact);
    EXPECT_LT(list.timeline.height(), 50) << "one row, although the bars are unfolded";
    EXPECT_GT(list.list.height(), 270);
    const Layout details = layOut(640, 360, settings, true, 100);
    EXPECT_TRUE(details.list.isEmpty());
    EXPECT_EQ(details.inspector.height(), list.list.height());
    EXPECT_TRUE(layOut(427, 240, settings, false, 100).title.isEmpty());
    EXPECT_FALSE(layOut(900, 520, settings, false, 100).isCompact);
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
