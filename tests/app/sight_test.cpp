#include "app/sight.hpp"
#include "app/workspace.hpp"
#include "invented.hpp"
#include <gtest/gtest.h>

namespace surplace::app {
namespace {

constexpr geo::ScreenBox window{0, 0, 1280, 720};
constexpr geo::ScreenBox details{890, 58, 1270, 556}, legend{680, 300, 870, 540};
constexpr geo::ScreenBox freePart{0, 150, 890, 560};

TEST(Sight, WhatIsSeenStaysWhereItIs) {
    EXPECT_EQ(moveIntoSight({500, 300}, window, freePart, std::span(&details, 1)), (geo::ScreenPoint{0, 0}));
    EXPECT_EQ(moveIntoSight({500, 40}, window, freePart, {}), (geo::ScreenPoint{0, 0}))
        << "beside the cards at the top";
}

TEST(Sight, WhatThePanelsCoverComesIntoTheFreePart) {
    const geo::ScreenPoint move = moveIntoSight({1000, 300}, window, freePart, std::span(&details, 1));
    EXPECT_EQ(move.y, 0);
    EXPECT_EQ(1000 + move.x, freePart.maxX - 48);
}

TEST(Sight, TheLegendIsAvoided) {
    const geo::ScreenBox covers[] = {details, legend};
    const geo::ScreenPoint move = moveIntoSight({1000, 400}, window, freePart, covers);
    EXPECT_TRUE(isInSight({1000 + move.x, 400 + move.y}, window, covers));
}

TEST(Sight, WhatIsOutsideComesToTheMiddle) {
    const geo::ScreenPoint move = moveIntoSight({-3000, 5000}, window, freePart, {});
    EXPECT_EQ(-3000 + move.x, 445);
    EXPECT_EQ(5000 + move.y, 355);
}

TEST(Legend, WhereThereIsNoRoomANoticeSaysWhy) {
    Workspace workspace;
    workspace.hasLegendRoom = false;
    toggleLegend(workspace);
    toggleLegend(workspace);
    EXPECT_TRUE(workspace.settings.isLegendOpen) << "it comes as soon as there is room";
    ASSERT_EQ(workspace.notices.size(), 1U);
    EXPECT_EQ(workspace.notices.front().text, noLegendRoom);
    workspace.hasLegendRoom = true;
    toggleLegend(workspace);
    EXPECT_TRUE(workspace.settings.isLegendOpen) << "asked for, but not drawn";
    workspace.isLegendShown = true;
    toggleLegend(workspace);
    EXPECT_FALSE(workspace.settings.isLegendOpen);
}

} // namespace
} // namespace surplace::app
