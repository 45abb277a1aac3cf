#include "fixture.hpp"
#include "scene/route_lanes.hpp"
#include "scene/route_look.hpp"
#include <cmath>
#include <numbers>

/// Legs as lines: lanes, widths, progress.
namespace surplace::scene::test {

namespace {

struct Line {
    std::vector<geo::ScreenPoint> points;
    double width = 2;
};

geo::ScreenPoint direction(geo::ScreenPoint a, geo::ScreenPoint b) {
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    return {(b.x - a.x) / length, (b.y - a.y) / length};
}

double distanceToPiece(geo::ScreenPoint p, geo::ScreenPoint a, geo::ScreenPoint b) {
    const double dx = b.x - a.x, dy = b.y - a.y, squared = dx * dx + dy * dy;
    const double t = squared > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / squared, 0.0, 1.0) : 0;
    return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

bool isNearAnEnd(const Line& line, geo::ScreenPoint p, double radius) {
    return std::hypot(p.x - line.points.front().x, p.y - line.points.front().y) < radius ||
           std::hypot(p.x - line.points.back().x, p.y - line.points.back().y) < radius;
}

/// Pixels of `a` that lie within 1.5 widths of `b` and lead the same way or its opposite; not where both
/// lines end, within a quarter of the shorter one and `mostAtEnds` pixels.
double overlap(const Line& a, const Line& b, double mostAtEnds) {
    const auto chord = [](const Line& line) {
        return std::hypot(line.points.back().x - line.points.front().x,
                          line.points.back().y - line.points.front().y);
    };
    const double radius = std::clamp(0.25 * std::min(chord(a), chord(b)), 16.0, mostAtEnds) + 10;
    const double least = 1.5 * (a.width + b.width) / 2;
    double pixels = 0;
    for (std::size_t i = 0; i + 1 < a.points.size(); ++i) {
        const geo::ScreenPoint middle{(a.points[i].x + a.points[i + 1].x) / 2,
                                      (a.points[i].y + a.points[i + 1].y) / 2};
        if (isNearAnEnd(a, middle, radius) && isNearAnEnd(b, middle, radius))
            continue;
        const auto along = direction(a.points[i], a.points[i + 1]);
        for (std::size_t k = 0; k + 1 < b.points.size(); ++k) {
            const auto other = direction(b.points[k], b.points[k + 1]);
            if (std::abs(along.x * other.x + along.y * other.y) > std::cos(20 * std::numbers::pi / 180) &&
                distanceToPiece(middle, b.points[k], b.points[k + 1]) < least) {
                pixels += std::hypot(a.points[i + 1].x - a.points[i].x, a.points[i + 1].y - a.points[i].y);
                break;
            }
        }
    }
    return pixels;
}

std::vector<Line> linesOf(const Scene& scene) {
    std::vector<Line> lines;
    for (const auto& target : scene.targets) {
        EXPECT_EQ(target.line.empty(), target.kind != TargetKind::leg);
        if (target.line.size() < 3) // a stub is two points
            continue;
        Line line{target.line, 2};
        for (const auto& path : scene.map.paths)
            if (path.points == target.line)
                line.width = path.stroke.widthPixels;
        lines.push_back(std::move(line));
    }
    return lines;
}

double worstOverlap(const std::vector<Line>& lines, double mostAtEnds = 90) {
    double worst = 0;
    for (std::size_t i = 0; i < lines.size(); ++i)
        for (std::size_t k = 0; k < lines.size(); ++k)
            if (i != k)
                worst = std::max(worst, overlap(lines[i], lines[k], mostAtEnds));
    return worst;
}

/// Drawn at 100 m per pixel.
std::vector<Line> drawn(const std::vector<Chord>& chords, const std::vector<double>& bulges) {
    const auto onScreen = [](geo::ProjectedPoint p) { return geo::ScreenPoint{p.x / 100, -p.y / 100}; };
    std::vector<Line> lines;
    for (std::size_t i = 0; i < chords.size(); ++i)
        lines.push_back({arcPoints(onScreen(chords[i].from), onScreen(chords[i].to), bulges[i], 80),
                         chords[i].widthPixels});
    return lines;
}

std::vector<Line> laid(const std::vector<Chord>& chords) {
    return drawn(chords, Lanes(chords).bulges(100));
}

std::vector<Line> withoutLanes(const std::vector<Chord>& chords) {
    std::vector<double> bulges;
    for (const auto& chord : chords)
        bulges.push_back(plainBulge(std::hypot(chord.to.x - chord.from.x, chord.to.y - chord.from.y) / 100));
    return drawn(chords, bulges);
}

/// A chord by its ends in pixels at 100 m per pixel, y downwards.
Chord chord(double fromX, double fromY, double toX, double toY, double width = 2) {
    return {{fromX * 100, -fromY * 100}, {toX * 100, -toY * 100}, width};
}

TEST(Lanes, ManyKindsBetweenTheSameTwoPlacesStandApart) {
    std::vector<Chord> chords;
    for (int i = 0; i < 6; ++i) {
        chords.push_back(chord(100, 400, 600, 350, 2.0 + i));
        chords.push_back(chord(600, 350, 100, 400, 2.0 + i));
    }
    EXPECT_GT(worstOverlap(withoutLanes(chords)), 200) << "the measure sees what it must";
    EXPECT_EQ(worstOverlap(laid(chords)), 0);
}

TEST(Lanes, ACorridorToManyTownsInOneDirectionHasALaneForEach) {
    std::vector<Chord> chords;
    for (int i = 0; i < 10; ++i) // towns strung along one road, each a little beyond the other
        chords.push_back(chord(100, 500, 480.0 + 36 * i, 330.0 - 9 * i + (i % 3) * 4, 2.5));
    EXPECT_GT(worstOverlap(withoutLanes(chords)), 60);
    EXPECT_LT(worstOverlap(laid(chords)), 40) << "of some 300 to 450";
}

TEST(Lanes, LinesFarFromEachOtherKeepTheirPlainArc) {
    const std::vector<Chord> chords{chord(0, 0, 300, 0), chord(0, 400, 300, 400)};
    for (const double bulge : Lanes(chords).bulges(100))
        EXPECT_NEAR(bulge, plainBulge(300), 1e-9);
}

TEST(Lanes, TheSameListGivesTheSameAnswerAndNoLineHasNoShape) {
    std::vector<Chord> chords{chord(10, 10, 10, 10), chord(10, 10, 14, 10)};
    for (int i = 0; i < 200; ++i)
        chords.push_back(chord(10.0 + (i * 37) % 90 * 10, 10.0 + (i * 91) % 60 * 10,
                               10.0 + (i * 53) % 90 * 10, 10.0 + (i * 29) % 60 * 10));
    const auto bulges = Lanes(chords).bulges(100);
    EXPECT_EQ(bulges, Lanes(chords).bulges(100));
    for (std::size_t i = 0; i < chords.size(); ++i) {
        const double length =
            std::hypot(chords[i].to.x - chords[i].from.x, chords[i].to.y - chords[i].from.y) / 100;
        EXPECT_GE(bulges[i], length > 0 ? 3.9 : 0);
        EXPECT_LE(bulges[i], std::max(plainBulge(length), 0.5 * length) + 0.1) << "never a balloon";
    }
}

TEST(Lanes, TheOrderOfLanesIsTheSameAtEveryScale) {
    std::vector<Chord> chords;
    for (int i = 0; i < 6; ++i)
        chords.push_back(chord(100, 500, 400.0 + 60 * i, 380.0 - 25 * i, 2.5));
    const Lanes lanes(chords);
    std::vector<double> before;
    for (double metersPerPixel = 60; metersPerPixel < 400; metersPerPixel *= 1.01) {
        const auto bulges = lanes.bulges(metersPerPixel);
        for (std::size_t i = 0; i < before.size(); ++i)
            EXPECT_NEAR(bulges[i], before[i], 0.03 * before[i] + 0.2) << metersPerPixel;
        before = bulges;
    }
}

using RoutesTest = SceneTest;

TEST_F(RoutesTest, NoTwoLegsOfTheBundledCasebookRunAlongEachOther) {
    long lines = 0;
    for (const double zoom : {0.35, 0.7, 1.0, 1.5, 2.2, 3.7})
        for (const char* iso :
             {"", "2004-06-30", "2012-03-31", "2014-08-31", "2017-06-30", "2017-12-31", "2023-10-31"}) {
            view.camera = borderView(geo::ProjectionKind::conformalConic, 1280, 720, 1);
            view.camera.metersPerPixel /= zoom;
            view.moment.mode = timeline::Mode::period;
            if (*iso != '\0')
                fadeAt(iso);
            const auto drawn = linesOf(composer.compose(view));
            lines += static_cast<long>(drawn.size());
            EXPECT_LT(worstOverlap(drawn), 8) << "at " << iso << ", zoom " << zoom;
        }
    EXPECT_GT(lines, 50);
}

/// The line of an event, empty when it has none.
std::vector<geo::ScreenPoint> lineOf(const Scene& scene, std::uint32_t event) {
    for (const auto& target : scene.targets)
        if (!target.line.empty() && std::ranges::count(target.events, event) > 0)
            return target.line;
    return {};
}

/// How far a line stands off the straight one between two points.
double offChord(const std::vector<geo::ScreenPoint>& line, geo::ScreenPoint from, geo::ScreenPoint to) {
    double farthest = 0;
    for (const auto& point : line)
        farthest = std::max(farthest, distanceToPiece(point, from, to));
    return farthest;
}

TEST_F(RoutesTest, ALineStaysWhereItIsWhileOthersComeAndGo) {
    const auto from = onScreen("cn-shenyang"), to = onScreen("kp-sinuiju");
    window("1999-01-01", "2024-12-31");
    const double among = offChord(lineOf(composer.compose(view), event("B116")), from, to); // in 2021
    window("2021-01-01", "2021-12-31");
    const Scene alone = composer.compose(view);
    EXPECT_TRUE(lineOf(alone, event("B091")).empty()) << "no transfer to Dandong then";
    EXPECT_NEAR(offChord(lineOf(alone, event("B116")), from, to), among, 0.5);
    EXPECT_GT(among, plainBulge(std::hypot(to.x - from.x, to.y - from.y)) + 8)
        << "it goes round the transfers to Dandong, seen or not";
}

TEST_F(RoutesTest, LinesMoveSmoothlyWhileZooming) {
    double before = -1;
    for (double factor = 0.62; factor < 1.02; factor *= 1.005) { // passes a half octave
        view.camera = borderView(geo::ProjectionKind::conformalConic, 1280, 720, 1);
        view.camera.metersPerPixel /= factor;
        const auto line = lineOf(composer.compose(view), event("B116"));
        ASSERT_GT(line.size(), 2U) << factor;
        const double now = offChord(line, onScreen("cn-shenyang"), onScreen("kp-sinuiju"));
        if (before >= 0) {
            EXPECT_NEAR(now, before, 1.5) << factor;
        }
        before = now;
    }
}

EventInfo told(std::int64_t lower, std::int64_t upper, bool isCounted) {
    EventInfo info;
    info.lower = lower;
    info.upper = upper;
    info.isCounted = isCounted;
    return info;
}

TEST(RouteLook, IncidentsAreSummedStagesAreNotAndWhatIsFearedDoesNotCount) {
    PeopleSum sum;
    sum.add(told(10, 20, false));
    sum.add(told(15, 30, false));
    EXPECT_EQ(sum.range(), model::CountRange(10, 30)) << "stages of incidents counted elsewhere";
    sum.add(told(5, 5, true));
    sum.add(told(7, 9, true));
    EXPECT_EQ(sum.range(), model::CountRange(12, 14));
    EventInfo feared = told(600, 600, false);
    feared.assertion = model::Assertion::feared;
    sum.add(feared);
    EXPECT_EQ(sum.range(), model::CountRange(12, 14));
    sum.add(told(-1, -1, true));
    EXPECT_EQ(sum.range(), model::CountRange(12, std::nullopt)) << "one without a figure: at least";
}

TEST(RouteLook, WidthIsTheLowestFigureAndTheBandTheHighest) {
    const auto none = lookOf(model::CountRange()), exact = lookOf({50, 50}), range = lookOf({50, 500}),
               open = lookOf({50, std::nullopt}), upTo = lookOf({std::nullopt, 500});
    EXPECT_EQ(none.width, lineWidth(0));
    EXPECT_EQ(none.outerWidth, 0);
    EXPECT_GT(exact.width, none.width);
    EXPECT_EQ(exact.outerWidth, 0);
    EXPECT_EQ(range.width, exact.width);
    EXPECT_GE(range.outerWidth, lineWidth(500));
    EXPECT_FALSE(range.isUnbounded);
    EXPECT_TRUE(open.isUnbounded);
    EXPECT_EQ(upTo.width, none.width) << "no lowest figure: the thinnest";
    EXPECT_GE(upTo.outerWidth, lineWidth(500));
    EXPECT_EQ(lineWidth(600), lineWidth(100'000));
}

TEST(RouteLook, AMovementComesByTheShareOfItsDays) {
    timeline::Span span;
    span.hasDays = true;
    span.earliest = day("2031-04-01");
    span.latest = day("2031-04-30");
    timeline::Moment moment{timeline::Mode::fade, {}, day("2031-04-15")};
    EXPECT_DOUBLE_EQ(partCome(span, moment), 0.5);
    moment.day = day("2031-04-30");
    EXPECT_EQ(partCome(span, moment), 1);
    moment.day = day("2031-03-31");
    EXPECT_EQ(partCome(span, moment), 0);
    moment = {timeline::Mode::period, {day("2031-04-01"), day("2031-04-15")}, day("2031-04-15")};
    EXPECT_EQ(partCome(span, moment), 1) << "a period is looked at as one";
    moment = {timeline::Mode::fade, {}, day("2031-04-15")};
    span.isDuration = true;
    EXPECT_EQ(partCome(span, moment), 1) << "the days of a holding are not those of the way there";
    span.isDuration = false;
    span.openEnd = true;
    EXPECT_EQ(partCome(span, moment), 1) << "nobody says when an open end ends";
}

TEST(RouteLook, ALineSplitsByItsLength) {
    const auto split = splitAt({{0, 0}, {10, 0}, {10, 30}}, 0.5);
    ASSERT_EQ(split.done.size(), 3U);
    EXPECT_EQ(split.done.back(), (geo::ScreenPoint{10, 10}));
    ASSERT_EQ(split.rest.size(), 2U);
    EXPECT_EQ(split.rest.front(), split.done.back());
    EXPECT_TRUE(splitAt({{0, 0}, {1, 0}}, 1).rest.empty());
    EXPECT_TRUE(splitAt({{0, 0}, {1, 0}}, 0).done.empty());
}

struct InventedRoutes : SceneTest {
    InventedRoutes() {
        show(casebook::readTextForm(std::filesystem::path(SURPLACE_SOURCE_DIR) / "tests/fixtures/routes")
                 .casebook);
    }
    void windowOf60DaysTo(const char* iso) {
        view.moment.mode = timeline::Mode::window;
        view.moment.windowDays = 60;
        view.moment.day = day(iso);
    }
};

/// The paths drawn along an event's line that begin where it begins.
std::vector<Path> pathsOf(const Scene& scene, std::uint32_t event) {
    const auto line = lineOf(scene, event);
    std::vector<Path> paths;
    for (const auto& path : scene.map.paths)
        if (!line.empty() && !path.points.empty() && path.points.front() == line.front())
            paths.push_back(path);
    return paths;
}

TEST_F(InventedRoutes, ALineFillsAndHasItsHeadOnlyWhenAllItsDaysHaveCome) {
    double before = 0;
    for (const char* iso : {"2031-04-05", "2031-04-15", "2031-04-25"}) {
        windowOf60DaysTo(iso);
        const Scene scene = composer.compose(view);
        const auto paths = pathsOf(scene, event("P1"));
        ASSERT_EQ(paths.size(), 2U) << iso << ": the whole line pale, and what has come";
        for (const auto& path : paths)
            EXPECT_FALSE(path.arrowAtEnd) << iso;
        EXPECT_GT(paths[1].opacity, paths[0].opacity);
        EXPECT_GT(paths[1].points.size(), before) << "it grows";
        before = static_cast<double>(paths[1].points.size());
        EXPECT_TRUE(anyHolds(textsOf(scene.furniture), "fills as its possible days pass"));
    }
    windowOf60DaysTo("2031-04-30");
    const Scene scene = composer.compose(view);
    const auto paths = pathsOf(scene, event("P1"));
    ASSERT_EQ(paths.size(), 1U);
    EXPECT_TRUE(paths[0].arrowAtEnd);
    windowOf60DaysTo("2031-06-05");
    const Scene later = composer.compose(view);
    EXPECT_FALSE(pathsOf(later, event("P1")).empty());
}

TEST_F(InventedRoutes, NoTwoLinesOfTheCorridorRunAlongEachOther) {
    window("2031-01-01", "2031-12-31");
    for (const double zoom : {0.6, 0.8, 1.0}) {
        view.camera = borderView(geo::ProjectionKind::conformalConic, 1280, 720, 1);
        view.camera.metersPerPixel /= zoom;
        const auto lines = linesOf(composer.compose(view));
        EXPECT_GE(lines.size(), 12U);
        // Lines from Midville cross the corridor at a low angle; they do not run along it.
        EXPECT_LT(worstOverlap(lines), 50) << zoom;
    }
}

TEST_F(InventedRoutes, TheLegendSaysTheWidthsThatAreThereAndNoOthers) {
    window("2031-02-01", "2031-02-28");
    const auto all = textsOf(composer.compose(view).furniture);
    for (const char* text : {"Size, width: people, lowest figure", "none given", "500",
                             "ring, pale band: highest figure", "feared, not reported as done"})
        EXPECT_TRUE(anyHolds(all, text)) << text;
    EXPECT_FALSE(anyHolds(all, "fills as its"));
    window("2031-02-09", "2031-02-09"); // one exact figure
    const auto one = textsOf(composer.compose(view).furniture);
    EXPECT_TRUE(anyHolds(one, "Size, width: people, lowest figure"));
    for (const char* text : {"none given", "pale band", "at least", "feared"})
        EXPECT_FALSE(anyHolds(one, text)) << text;
}

} // namespace

} // namespace surplace::scene::test
