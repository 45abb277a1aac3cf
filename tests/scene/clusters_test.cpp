#include "fixture.hpp"
#include "scene/clusters.hpp"
#include <cmath>
#include <numbers>

/// Places that cannot be told apart at a scale stand together.
namespace surplace::scene::test {

namespace {

struct ClustersTest : SceneTest {
    ClustersTest() { view.camera = fit(geo::wideRegion, geo::ProjectionKind::conformalConic, 1280, 720, 1); }
};

/// The places at which a scene has marks.
std::set<model::Id> placesOf(const Scene& scene) {
    std::set<model::Id> places;
    for (const auto& target : scene.targets)
        if (!target.placeId.empty())
            places.insert(target.placeId);
    return places;
}

TEST_F(ClustersTest, EveryEventOfTheJoinedPlacesCanBeReachedAndIsCountedOnce) {
    const Scene scene = composer.compose(view);
    const auto drawn = reachable(scene);
    for (const auto event : scene.summary.shownEvents)
        EXPECT_TRUE(drawn.contains(event)) << casebook->events[event].id;
    std::set<std::uint32_t> once(scene.summary.shownEvents.begin(), scene.summary.shownEvents.end());
    EXPECT_EQ(once.size(), scene.summary.shownEvents.size());
    const auto texts = textsOf(scene.map);
    EXPECT_TRUE(std::ranges::any_of(texts, [](const std::string& text) { return text.ends_with(" +2"); }));
    EXPECT_EQ(std::ranges::count(textsOf(scene.furniture), "more places; people added kind by kind"), 1);
}

TEST_F(ClustersTest, TheBorderViewJoinsNothing) {
    view.camera = borderView(geo::ProjectionKind::conformalConic, 1280, 720, 1);
    const Scene scene = composer.compose(view);
    EXPECT_EQ(std::ranges::count(textsOf(scene.furniture), "more places; people added kind by kind"), 0);
    for (const char* id : {"cn-tumen", "cn-yanji", "cn-longjing", "cn-helong"})
        EXPECT_TRUE(placesOf(scene).contains(id)) << id;
}

geo::ProjectedLine pointsOf(const model::Casebook& casebook) {
    const geo::Projection projection(geo::ProjectionKind::conformalConic);
    geo::ProjectedLine points;
    for (const auto& place : casebook.places)
        points.push_back(place.position ? projection.forward(*place.position)
                                        : geo::ProjectedPoint{std::nan(""), std::nan("")});
    return points;
}

/// The half octaves from 8 m to 30 km per pixel.
constexpr int closest = 6, farthest = 30;

TEST_F(ClustersTest, JoinOnlyPlacesOfOneCountryWithinReach) {
    const CasebookIndex index(*casebook, *bundledMap());
    const auto points = pointsOf(*casebook);
    PlaceClusters clusters(*casebook, index, points);
    long joined = 0;
    for (const double scale : {500.0, 2500.0, 6000.0}) {
        const auto& standsAt = clusters.at(halfOctaveOf(scale));
        for (std::uint32_t place = 0; place < standsAt.size(); ++place) {
            const std::uint32_t leader = standsAt[place];
            if (leader == place)
                continue;
            ++joined;
            EXPECT_EQ(casebook->places[leader].country, casebook->places[place].country);
            EXPECT_EQ(standsAt[leader], leader) << "nobody follows a follower";
            EXPECT_GE(index.eventsAtPlace()[leader], index.eventsAtPlace()[place]);
            EXPECT_LE(std::hypot(points[leader].x - points[place].x, points[leader].y - points[place].y),
                      farthestJoinedPixels * scale);
        }
    }
    EXPECT_GT(joined, 20);
}

void expectSplitsOnly(const model::Casebook& casebook) {
    const CasebookIndex index(casebook, *bundledMap());
    PlaceClusters clusters(casebook, index, pointsOf(casebook));
    for (int halfOctave = closest; halfOctave < farthest; ++halfOctave) {
        const auto &closer = clusters.at(halfOctave), &wider = clusters.at(halfOctave + 1);
        for (std::uint32_t place = 0; place < closer.size(); ++place)
            EXPECT_EQ(wider[place], wider[closer[place]])
                << "what stands together at " << halfOctave << " is parted farther out";
    }
    std::set<std::uint32_t> apart(clusters.at(closest - 1).begin(), clusters.at(closest - 1).end());
    std::set<std::uint32_t> together(clusters.at(farthest).begin(), clusters.at(farthest).end());
    EXPECT_EQ(apart.size(), casebook.places.size());
    EXPECT_LT(together.size(), apart.size());
}

TEST_F(ClustersTest, AGroupOnlySplitsAsOneComesCloser) {
    expectSplitsOnly(*casebook);
    expectSplitsOnly(denseCasebook(3000));
}

Totals totalsOver(Composer& composer, const View& view, const Scene& scene) {
    Totals sum;
    for (const Target& target : scene.targets)
        if (target.kind == TargetKind::place || target.kind == TargetKind::area)
            sum += composer.totalsOf(view, target.events);
        else if (target.kind == TargetKind::total)
            sum += composer.totalsOf(view, std::span(target.events).first(1)); // the whole, not its parts
    return sum;
}

TEST_F(ClustersTest, TheTotalsOfTheGroupsAddUpAtEveryScale) {
    for (const bool isDense : {false, true}) {
        if (isDense)
            show(denseCasebook(3000));
        for (const char* date : {"", "2017-06-25", "2023-12-01"}) {
            if (*date != 0)
                fadeAt(date);
            for (double scale = 60; scale < 30'000; scale *= std::numbers::sqrt2) {
                view.camera.metersPerPixel = scale;
                const Scene scene = composer.compose(view);
                const Totals parts = totalsOver(composer, view, scene);
                // Stages and parts are told by a place and again by the panel of their total.
                EXPECT_EQ(parts, composer.totalsOf(view, scene.summary.shownEvents)) << scale << date;
            }
        }
        view.moment.mode = timeline::Mode::period;
    }
}

TEST_F(ClustersTest, AGroupStandsAtAndIsNamedAfterAPlaceThatIsShown) {
    view.filter.cases = {"G2017-5"}; // nothing of it is reported at Tumen, to which its places are near
    const Scene scene = composer.compose(view);
    const auto texts = textsOf(scene.map);
    for (const auto& place : placesOf(scene))
        EXPECT_NE(place, "cn-tumen");
    EXPECT_TRUE(
        std::ranges::none_of(texts, [](const std::string& text) { return text.starts_with("Tumen 图们"); }));
    EXPECT_TRUE(std::ranges::any_of(texts, [](const std::string& text) {
        return text.starts_with("Yanji") || text.starts_with("Helong");
    }));
}

TEST_F(ClustersTest, NinthOctober2023HasNoLineHoweverFarOut) {
    fadeAt("2023-10-10");
    for (const double zoom : {1.0, 1.7, 3.0}) {
        view.camera = zoomed(view.camera, zoom, {820, 260});
        for (const auto& path : composer.compose(view).map.paths)
            EXPECT_FALSE(path.arrowAtEnd) << zoom;
    }
}

} // namespace
} // namespace surplace::scene::test
