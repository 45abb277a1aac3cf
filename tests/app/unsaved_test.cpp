#include "app/keys.hpp"
#include "casebook/load.hpp"
#include "invented.hpp"
#include <chrono>
#include <gtest/gtest.h>
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

namespace surplace::app {
namespace {

/// A workspace with rows that no file holds, and another casebook to open.
class UnsavedTest : public testing::Test {
protected:
    UnsavedTest() {
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder);
        model::Casebook second = datedCasebook();
        second.title = "Second";
        casebook::save(second, other, {});
        scene::View view;
        view.camera = scene::borderView(geo::ProjectionKind::conformalConic, 1280, 720, 1);
        const auto casebook = std::make_shared<const model::Casebook>(datedCasebook());
        workspace.session = startSession(casebook, "first.gpkg", view);
        extendCasebook(workspace.session, casebook);
        say(workspace, "3 of 3 rows are on the map now");
        workspace.background = &background;
    }
    ~UnsavedTest() override { std::filesystem::remove_all(folder); }

    /// A file refuses an event without a date.
    static model::Casebook datedCasebook() {
        model::Casebook casebook = inventedCasebook();
        std::vector<model::Event> events(casebook.events.begin(), casebook.events.end());
        events.pop_back();
        casebook.events = model::Table<model::Event>(events);
        return casebook;
    }
    void collectUntilIdle() {
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        while (!background.what().empty() && std::chrono::steady_clock::now() < end) {
            background.collect();
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }
    void press(int key, bool hasControl = false) {
        handleKey(workspace, focus, {key, hasControl, false, false}, false, 0, {});
        forgetWaiting(workspace);
    }
    const std::string& title() const { return workspace.session.casebook->title; }

    std::filesystem::path folder =
        std::filesystem::path(testing::TempDir()) /
        ("surplace_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    std::filesystem::path other = folder / "other.gpkg";
    Workspace workspace;
    Focus focus;
    Background background{[] {}, [this](const std::string& sentence) { sayError(workspace, sentence); }};
};

TEST_F(UnsavedTest, OpeningAndDroppingAskFirst) {
    openCasebook(workspace, other);
    EXPECT_EQ(workspace.dialog, Dialog::unsaved);
    EXPECT_TRUE(background.what().empty()) << "nothing is read yet";
    press(GLFW_KEY_ESCAPE);
    EXPECT_EQ(workspace.dialog, Dialog::none);
    openDropped(workspace, other);
    EXPECT_EQ(workspace.dialog, Dialog::unsaved);
    answerUnsaved(workspace, Answer::discard);
    collectUntilIdle();
    EXPECT_EQ(title(), "Second");
    EXPECT_FALSE(workspace.session.isUnsaved);
    EXPECT_TRUE(workspace.notices.empty()) << "what was said of the other casebook goes with it";
}

TEST_F(UnsavedTest, ClosingAsksAndEnterLeadsToSavingAndOn) {
    press(GLFW_KEY_Q, true);
    EXPECT_FALSE(workspace.wantsToClose);
    press(GLFW_KEY_ENTER);
    EXPECT_EQ(workspace.dialog, Dialog::saveCasebook);
    workspace.dialog = Dialog::none; // the card with the file's name is answered
    saveCasebook(workspace, folder / "mine");
    collectUntilIdle();
    EXPECT_TRUE(workspace.wantsToClose);
    EXPECT_EQ(casebook::load(folder / "mine.gpkg", {}).casebook.events.size(), 3U);
}

TEST_F(UnsavedTest, WhatCannotBeSavedIsNotLost) {
    openCasebook(workspace, other);
    press(GLFW_KEY_ENTER);
    workspace.dialog = Dialog::none;
    saveCasebook(workspace, folder / "nowhere" / "mine.gpkg");
    collectUntilIdle();
    EXPECT_EQ(title(), "Invented");
    EXPECT_TRUE(workspace.session.isUnsaved);
    ASSERT_FALSE(workspace.notices.empty());
    EXPECT_TRUE(workspace.notices.back().isError);
}

TEST_F(UnsavedTest, ACardClosedGivesUpWhatWaited) {
    requestClose(workspace);
    press(GLFW_KEY_ENTER);
    press(GLFW_KEY_ESCAPE); // the card that asks for the file
    saveCasebook(workspace, folder / "mine.gpkg");
    collectUntilIdle();
    EXPECT_FALSE(workspace.session.isUnsaved);
    EXPECT_FALSE(workspace.wantsToClose);
    requestClose(workspace);
    EXPECT_TRUE(workspace.wantsToClose) << "nothing would be lost";
}

} // namespace
} // namespace surplace::app
