#include "app/focus.hpp"
#include <gtest/gtest.h>

/// Where the keyboard goes, without ImGui: panels say what can have it, keys move it.
namespace surplace::app {
namespace {

using Kind = Focus::Kind;

struct FocusTest : testing::Test {
    Focus focus;
    bool hasDialog = false, hasList = true;
    int firstRow = 0;

    /// A toolbar of two buttons, a list with a field and ten rows of which three are seen, the bars of time.
    void frame() {
        focus.beginPanel("toolbar");
        focus.add({.id = 1});
        focus.add({.id = 2});
        if (hasList) {
            focus.beginPanel("lists");
            focus.add({.id = 10, .kind = Kind::field});
            if (const auto wanted = focus.wantedRow())
                firstRow = std::clamp(*wanted - 1, 0, 7);
            for (int row = firstRow; row < firstRow + 3; ++row)
                focus.add(
                    {.id = 100U + static_cast<unsigned>(row), .kind = Kind::row, .row = row, .rowCount = 10});
        }
        focus.beginPanel("timeline");
        focus.add({.id = 20, .kind = Kind::slider});
        if (hasDialog) {
            focus.beginPanel("question", true);
            focus.add({.id = 30});
            focus.add({.id = 31, .isDefault = true});
        }
        focus.endFrame();
    }
    void press(Command command) {
        EXPECT_TRUE(focus.handle(command));
        frame();
    }
    FocusTest() { frame(); }
};

TEST_F(FocusTest, IsTheMapsUntilAPanelIsAskedFor) {
    EXPECT_EQ(focus.place(), Place::map);
    EXPECT_FALSE(focus.isInPanel());
}

TEST_F(FocusTest, F6GoesThroughAllPanelsAndBackToTheMap) {
    std::vector<std::string> met;
    for (int i = 0; i < 4; ++i) {
        press(Command::nextPanel);
        met.push_back(focus.panel());
    }
    EXPECT_EQ(met, (std::vector<std::string>{"toolbar", "lists", "timeline", ""}));
    press(Command::previousPanel);
    EXPECT_EQ(focus.panel(), "timeline");
}

TEST_F(FocusTest, TabGoesRoundAPanelAndTakesAListAsOne) {
    press(Command::nextPanel);
    press(Command::nextPanel);
    EXPECT_EQ(focus.id(), 10U);
    press(Command::nextStop);
    EXPECT_EQ(focus.id(), 100U);
    EXPECT_EQ(focus.place(), Place::rows);
    press(Command::nextStop);
    EXPECT_EQ(focus.id(), 10U) << "past the rows";
    EXPECT_TRUE(focus.takesTyping(10)) << "a field that Tab reaches is typed in";
    EXPECT_FALSE(focus.takesTyping(10)) << "once";
}

TEST_F(FocusTest, ArrowsReachEveryRowAlsoThoseOutOfSight) {
    press(Command::nextPanel);
    press(Command::nextPanel);
    press(Command::nextStop);
    for (unsigned row = 1; row < 10; ++row) {
        press(Command::down);
        frame();
        EXPECT_EQ(focus.id(), 100U + row);
    }
    press(Command::firstRow);
    frame();
    EXPECT_EQ(focus.id(), 100U);
    press(Command::pageDown);
    frame();
    EXPECT_EQ(focus.id(), 108U);
}

TEST_F(FocusTest, ArrowsOnTheBarsAreTime) {
    press(Command::previousPanel);
    EXPECT_EQ(focus.panel(), "timeline");
    EXPECT_EQ(focus.place(), Place::map);
}

TEST_F(FocusTest, ADialogTakesTheKeyboardAndGivesItBack) {
    press(Command::nextPanel);
    press(Command::nextStop);
    EXPECT_EQ(focus.id(), 2U);
    hasDialog = true;
    frame();
    EXPECT_EQ(focus.place(), Place::dialog);
    EXPECT_EQ(focus.id(), 31U) << "the button that is meant";
    press(Command::nextPanel);
    EXPECT_EQ(focus.panel(), "question") << "no way out but an answer";
    focus.pointerUsed();
    EXPECT_EQ(focus.panel(), "question");
    hasDialog = false;
    frame();
    EXPECT_EQ(focus.panel(), "toolbar");
    EXPECT_EQ(focus.id(), 2U);
}

TEST_F(FocusTest, APanelThatFoldsGivesTheKeyboardToTheMap) {
    press(Command::nextPanel);
    press(Command::nextPanel);
    hasList = false;
    frame();
    EXPECT_EQ(focus.place(), Place::map);
}

TEST_F(FocusTest, AClickGivesTheKeyboardToTheMap) {
    press(Command::nextPanel);
    focus.pointerUsed();
    frame();
    EXPECT_EQ(focus.place(), Place::map);
}

TEST_F(FocusTest, LettersAddUpUntilAPause) {
    press(Command::nextPanel);
    press(Command::nextPanel);
    press(Command::nextStop);
    focus.type('S', 10);
    focus.type('H', 10.5);
    focus.beginPanel("lists");
    EXPECT_EQ(focus.takeTyped(), "sh");
    EXPECT_EQ(focus.takeTyped(), std::nullopt) << "once";
    focus.type('D', 12);
    EXPECT_EQ(focus.takeTyped(), "d");
}

} // namespace
} // namespace surplace::app
