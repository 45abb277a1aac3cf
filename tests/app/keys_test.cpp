#include "app/keys.hpp"
#include "app/ui_scale.hpp"
#include "invented.hpp"
#include <GLFW/glfw3.h>
#include <fstream>
#include <gmock/gmock.h>
#include <map>
#include <sstream>

/// The table of keys: what it promises, what they do, and that the guide tells all of them.
namespace surplace::app {
namespace {

using testing::HasSubstr;

struct KeysTest : testing::Test {
    Workspace workspace;
    Focus focus;
    KeysTest() {
        scene::View view;
        view.camera = scene::borderView(geo::ProjectionKind::conformalConic, 1280, 720, 1);
        workspace.session =
            startSession(std::make_shared<const model::Casebook>(inventedCasebook()), "a.gpkg", view);
        setPeriod(workspace.session, workspace.session.extent);
    }
    void press(int key, bool hasControl = false, bool hasShift = false, bool isTyping = false) {
        handleKey(workspace, focus, {key, hasControl, hasShift, false}, isTyping, 0, {});
    }
    const timeline::Moment& moment() const { return workspace.session.view.moment; }
};

TEST(KeyTable, NoKeyMeansTwoThingsInOnePlace) {
    std::map<std::tuple<int, bool, bool, bool, unsigned>, Command> known;
    for (const Binding& binding : bindings())
        for (unsigned place = 1; place <= 32; place *= 2)
            if ((binding.places & place) != 0) {
                const auto [at, isNew] = known.emplace(
                    std::tuple(binding.key, binding.hasControl, binding.hasShift, binding.hasAlt, place),
                    binding.command);
                EXPECT_TRUE(isNew || at->second == binding.command) << binding.key << " in place " << place;
            }
}

TEST(KeyTable, WhileSomebodyTypesLettersAreLetters) {
    for (const Binding& binding : bindings())
        if ((binding.places & static_cast<unsigned>(Place::typing)) != 0) {
            EXPECT_TRUE(binding.hasControl || binding.key > 255) << binding.key;
        }
}

TEST(KeyTable, TheUserGuideTellsAllOfIt) {
    std::ifstream file(std::string(SURPLACE_SOURCE_DIR) + "/docs/user-guide.md");
    std::ostringstream guide;
    guide << file.rdbuf();
    for (const Binding& binding : bindings())
        if (binding.keys != nullptr) {
            EXPECT_THAT(guide.str(),
                        HasSubstr("| `" + std::string(binding.keys) + "` | " + binding.does + " |"));
        }
}

TEST_F(KeysTest, StepTimeAndSetItsPeriod) {
    press(GLFW_KEY_HOME);
    const timeline::Day first = moment().day;
    press(GLFW_KEY_RIGHT);
    const timeline::Day second = moment().day;
    EXPECT_GT(second, first);
    press(GLFW_KEY_I);
    EXPECT_EQ(moment().period.first, second);
    press(GLFW_KEY_RIGHT);
    press(GLFW_KEY_RIGHT);
    press(GLFW_KEY_O);
    EXPECT_EQ(moment().period.last, moment().day);
    press(GLFW_KEY_A);
    EXPECT_EQ(moment().period, workspace.session.extent);
}

TEST_F(KeysTest, MoveTheMap) {
    const scene::Camera before = workspace.session.view.camera;
    press(GLFW_KEY_LEFT, false, true);
    EXPECT_LT(workspace.session.view.camera.center.x, before.center.x)
        << "what is at the left comes into view";
    press(GLFW_KEY_EQUAL);
    EXPECT_LT(workspace.session.view.camera.metersPerPixel, before.metersPerPixel);
}

TEST_F(KeysTest, SizesAreSteppedAndForgotten) {
    workspace.shownUiScale = 1;
    press(GLFW_KEY_EQUAL, true, false, true);
    EXPECT_EQ(workspace.settings.uiScale, 1.25);
    workspace.shownUiScale = 0.75;
    press(GLFW_KEY_MINUS, true);
    EXPECT_EQ(workspace.settings.uiScale, 0.75);
    workspace.shownUiScale = 3;
    press(GLFW_KEY_KP_ADD, true);
    EXPECT_EQ(workspace.settings.uiScale, 3);
    press(GLFW_KEY_0, true);
    EXPECT_EQ(workspace.settings.uiScale, 0);
}

TEST_F(KeysTest, LettersOfAListAndOfASearchDoNothingElse) {
    press(GLFW_KEY_L, false, false, true);
    EXPECT_FALSE(workspace.settings.isLegendOpen);
    focus.beginPanel("lists");
    focus.add({.id = 1, .kind = Focus::Kind::row, .row = 0, .rowCount = 1});
    focus.endFrame();
    focus.handle(Command::nextPanel);
    ASSERT_EQ(focus.place(), Place::rows);
    press(GLFW_KEY_D);
    EXPECT_EQ(workspace.dialog, Dialog::none);
    press(GLFW_KEY_ESCAPE);
    EXPECT_EQ(focus.place(), Place::map);
    press(GLFW_KEY_D);
    EXPECT_EQ(workspace.dialog, Dialog::describe);
}

TEST(UiScale, TheMapKeepsPixelsOfItsOwn) {
    EXPECT_EQ(mapScaleFor(0.75, 1, 1280, 720), 0.75);
    EXPECT_EQ(mapScaleFor(1.5, 1, 1280, 720), 1.5);
    EXPECT_EQ(mapScaleFor(3, 1, 1280, 720), 2);
    EXPECT_EQ(mapScaleFor(3, 1, 1024, 768), 1.6);
    EXPECT_EQ(mapScaleFor(2, 2, 600, 400), 2) << "never below the monitor's";
    EXPECT_EQ(mapScaleFor(3, 1, 3840, 2160), 3);
    EXPECT_EQ(steppedScale(1.6, 1), 2);
    EXPECT_EQ(steppedScale(1.6, -1), 1.5);
}

} // namespace
} // namespace surplace::app
