#include "fixture.hpp"
#include "scene/line_setting.hpp"
#include <cmath>
#include <numbers>

/// Names set along rivers and arcs.
namespace surplace::scene::test {

namespace {

LabelLine lineOf(const std::string& text, double size = 13) {
    LabelLine line;
    line.text = text;
    line.style.sizePixels = size;
    line.style.italic = true;
    return line;
}

Course wave(double height, double length, bool isReversed = false) {
    std::vector<geo::ScreenPoint> points;
    for (int x = 0; x <= 600; x += 2)
        points.push_back({double(x), 300 + height * std::sin(x / length * 2 * std::numbers::pi)});
    if (isReversed)
        std::reverse(points.begin(), points.end());
    return Course(std::move(points));
}

TEST(Course, ReachesAreJoinedWhateverTheirOrderAndDirection) {
    const std::vector<geo::ProjectedLine> reaches{
        {{200, 0}, {300, 0}}, {{100, 0}, {0, 0}}, {{100, 0}, {200, 0}}, {{0, 5000}, {10, 5000}}};
    const auto courses = joinedCourses(reaches, 20);
    ASSERT_EQ(courses.size(), 2U);
    EXPECT_EQ(courses[0].size(), 6U);
    const double left = std::min(courses[0].front().x, courses[0].back().x);
    const double right = std::max(courses[0].front().x, courses[0].back().x);
    EXPECT_EQ(left, 0);
    EXPECT_EQ(right, 300);
    for (std::size_t i = 0; i + 1 < courses[0].size(); ++i)
        EXPECT_LE(std::abs(courses[0][i + 1].x - courses[0][i].x), 100);
}

TEST(LineSetting, LettersFollowTheCourseFromLeftToRightAndStandOffIt) {
    TextMeasure measure(typesetter());
    for (const bool isReversed : {false, true}) {
        const Course course = wave(30, 600, isReversed);
        const auto line = lineOf("Songhua");
        const auto baseline = baselineOn(course, course.length() / 2, 60, 13);
        ASSERT_TRUE(baseline.has_value());
        for (const Side side : {Side::above, Side::below}) {
            const auto row = setBeside(*baseline, side, 8, 0, line, measure);
            ASSERT_EQ(row.spots.size(), 7U);
            for (std::size_t i = 0; i + 1 < row.spots.size(); ++i)
                EXPECT_LT(row.spots[i].x, row.spots[i + 1].x);
            for (const auto& spot : row.spots)
                EXPECT_LT(std::abs(spot.angleRadians), std::numbers::pi / 2);
            EXPECT_TRUE(isClearOf({row}, course));
        }
    }
}

TEST(LineSetting, ARiverThatRunsStraightUpIsReadUpwards) {
    TextMeasure measure(typesetter());
    std::vector<geo::ScreenPoint> points;
    for (int y = 0; y <= 300; y += 3)
        points.push_back({100, double(y)});
    const auto baseline = baselineOn(Course(points), 150, 80, 13);
    ASSERT_TRUE(baseline.has_value());
    const auto row = setBeside(*baseline, Side::above, 3, 0, lineOf("Liao"), measure);
    EXPECT_GT(row.spots.front().y, row.spots.back().y);
    EXPECT_LT(row.spots.front().x, 100);
}

TEST(LineSetting, SharpBendsAndShortCoursesCarryNoName) {
    EXPECT_FALSE(baselineOn(wave(60, 90), 300, 80, 13).has_value());
    EXPECT_FALSE(baselineOn(wave(0, 600), 20, 80, 13).has_value());
    EXPECT_TRUE(baselineOn(wave(0, 600), 300, 80, 13).has_value());
}

TEST(LineSetting, AnArchRisesAndFalls) {
    TextMeasure measure(typesetter());
    auto line = lineOf("Yellow Sea");
    line.style.letterSpacingPixels = 8;
    const auto row = setOnArc({200, 200}, 0, 0.6, 200, 0, line, measure);
    EXPECT_LT(row.spots.front().angleRadians, 0);
    EXPECT_GT(row.spots.back().angleRadians, 0);
    EXPECT_GT(row.spots.front().y, row.spots[row.spots.size() / 2].y);
    EXPECT_NEAR((row.spots.front().x + row.spots.back().x) / 2, 200, 4);
}

using LineNamesTest = SceneTest;

TEST_F(LineNamesTest, NoLetterCoversAnotherNameAndTheBorderRiversAreNamed) {
    fadeAt("2013-06-30");
    for (const double closer : {1.0, 1.7, 3.0, 6.0, 9.0})
        for (const char* place : {"kp-hyesan", "cn-tumen", "cn-dandong", "cn-shenyang"}) {
            view.camera = borderView(geo::ProjectionKind::conformalConic, 1280, 720, 1);
            view.camera = zoomed(view.camera, closer, onScreen(place));
            const Scene scene = composer.compose(view);
            std::vector<geo::ScreenBox> names;
            for (const auto& label : scene.map.labels) {
                const auto size = typesetter().measure(label.text, label.style);
                names.push_back({label.topLeft.x, label.topLeft.y, label.topLeft.x + size.width,
                                 label.topLeft.y + size.height});
            }
            for (const auto& label : scene.map.lineLabels) {
                EXPECT_EQ(label.spots.size(), typesetter().clusters(label.text, label.style).size());
                for (const auto& spot : label.spots)
                    for (const auto& box : names)
                        EXPECT_FALSE(box.contains(spot.x, spot.y)) << label.text << " " << closer << place;
            }
            const auto isNamed = [&](const std::string& river) {
                return anyHolds(textsOf(scene.map), river) ||
                       std::ranges::any_of(scene.map.lineLabels, [&](const auto& label) {
                           return label.text.find(river) != std::string::npos;
                       });
            };
            EXPECT_TRUE(closer > 1 || (isNamed("Yalu") && isNamed("Tumen (")));
        }
}

TEST_F(LineNamesTest, TheDisputedSeaHasBothNamesOrTheOneChosen) {
    fadeAt("2013-06-30");
    view.camera = fit({115, 30, 136, 46}, geo::ProjectionKind::conformalConic, 1280, 720, 1);
    const auto seasOf = [&](SeaNaming naming) {
        view.seas = naming;
        std::string text;
        for (const auto& label : composer.compose(view).map.lineLabels)
            text += label.text + "|";
        return text;
    };
    EXPECT_NE(seasOf(SeaNaming::both).find("East Sea / Sea of Japan|"), std::string::npos);
    EXPECT_NE(seasOf(SeaNaming::eastSea).find("|East Sea|"), std::string::npos);
    EXPECT_EQ(seasOf(SeaNaming::eastSea).find("Japan"), std::string::npos);
    EXPECT_NE(seasOf(SeaNaming::seaOfJapan).find("Sea of Japan|"), std::string::npos);
}

} // namespace

} // namespace surplace::scene::test
