#include "fixture.hpp"
#include "scene/route_lanes.hpp"
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
/// lines end.
double overlap(const Line& a, const Line& b) {
    const auto chord = [](const Line& line) {
        return std::hypot(line.points.back().x - line.points.front().x,
                          line.points.back().y - line.points.front().y);
    };
    const double radius = std::clamp(0.25 * std::min(chord(a), chord(b)), 16.0, 60.0) + 10;
    const double least = 1.5 * std::max(a.width, b.width);
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

double worstOverlap(const std::vector<Line>& lines) {
    double worst = 0;
    for (std::size_t i = 0; i < lines.size(); ++i)
        for (std::size_t k = 0; k < lines.size(); ++k)
            if (i != k)
                worst = std::max(worst, overlap(lines[i], lines[k]));
    return worst;
}

std::vector<Line> laid(const std::vector<Chord>& chords) {
    const auto bulges = chooseBulges(chords);
    std::vector<Line> lines;
    for (std::size_t i = 0; i < chords.size(); ++i)
        lines.push_back({arcPoints(chords[i].from, chords[i].to, bulges[i], 80), chords[i].widthPixels});
    return lines;
}

std::vector<Line> withoutLanes(const std::vector<Chord>& chords) {
    std::vector<Line> lines;
    for (const auto& chord : chords) {
        const double length = std::hypot(chord.to.x - chord.from.x, chord.to.y - chord.from.y);
        lines.push_back({arcPoints(chord.from, chord.to, plainBulge(length), 80), chord.widthPixels});
    }
    return lines;
}

TEST(Lanes, ManyKindsBetweenTheSameTwoPlacesStandApart) {
    std::vector<Chord> chords;
    for (int i = 0; i < 6; ++i) {
        chords.push_back({{100, 400}, {600, 350}, 2.0 + i});
        chords.push_back({{600, 350}, {100, 400}, 2.0 + i});
    }
    EXPECT_GT(worstOverlap(withoutLanes(chords)), 200) << "the measure sees what it must";
    EXPECT_EQ(worstOverlap(laid(chords)), 0);
}

TEST(Lanes, ACorridorToManyTownsInOneDirectionHasALaneForEach) {
    std::vector<Chord> chords;
    for (int i = 0; i < 10; ++i) // towns strung along one road, each a little beyond the other
        chords.push_back({{100, 500}, {480.0 + 36 * i, 330.0 - 9 * i + (i % 3) * 4}, 2.5});
    EXPECT_GT(worstOverlap(withoutLanes(chords)), 60);
    EXPECT_LT(worstOverlap(laid(chords)), 12);
}

TEST(Lanes, LinesFarFromEachOtherKeepTheirPlainArc) {
    const std::vector<Chord> chords{{{0, 0}, {300, 0}, 2}, {{0, 400}, {300, 400}, 2}};
    for (const double bulge : chooseBulges(chords))
        EXPECT_EQ(bulge, plainBulge(300));
}

TEST(Lanes, TheSameListGivesTheSameAnswerAndNoLineHasNoShape) {
    std::vector<Chord> chords{{{10, 10}, {10, 10}, 2}, {{10, 10}, {14, 10}, 2}};
    for (int i = 0; i < 40; ++i)
        chords.push_back({{10.0 + (i * 37) % 900, 10.0 + (i * 91) % 600},
                          {10.0 + (i * 53) % 900, 10.0 + (i * 29) % 600},
                          2});
    const auto bulges = chooseBulges(chords);
    EXPECT_EQ(bulges, chooseBulges(chords));
    for (const double bulge : bulges)
        EXPECT_TRUE(std::isfinite(bulge) && bulge >= 4) << bulge;
}

using RoutesTest = SceneTest;

TEST_F(RoutesTest, NoTwoLegsOfTheBundledCasebookRunAlongEachOther) {
    long lines = 0;
    for (const double zoom : {0.35, 0.7, 1.0, 1.5, 2.2, 3.7})
        for (const char* iso : {"", "2004-06-30", "2012-03-31", "2014-08-31", "2017-06-30", "2017-12-31",
                                "2023-10-31"}) {
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

} // namespace

} // namespace surplace::scene::test
