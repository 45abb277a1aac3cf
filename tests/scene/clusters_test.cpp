#include "fixture.hpp"
#include "scene/clusters.hpp"
#include <cmath>

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
    EXPECT_EQ(std::ranges::count(textsOf(scene.furniture), "more places, joined at this scale"), 1);
}

TEST_F(ClustersTest, TheBorderViewJoinsNothing) {
    view.camera = borderView(geo::ProjectionKind::conformalConic, 1280, 720, 1);
    const Scene scene = composer.compose(view);
    EXPECT_EQ(std::ranges::count(textsOf(scene.furniture), "more places, joined at this scale"), 0);
    for (const char* id : {"cn-tumen", "cn-yanji", "cn-longjing", "cn-helong"})
        EXPECT_TRUE(placesOf(scene).contains(id)) << id;
}

TEST_F(ClustersTest, JoinOnlyPlacesOfOneCountryWithinReach) {
    const CasebookIndex index(*casebook, *bundledMap());
    const geo::Projection projection(geo::ProjectionKind::conformalConic);
    geo::ProjectedLine points;
    for (const auto& place : casebook->places)
        points.push_back(place.position ? projection.forward(*place.position)
                                        : geo::ProjectedPoint{std::nan(""), std::nan("")});
    long joined = 0;
    for (const double scale : {500.0, 2500.0, 6000.0}) {
        const auto standsAt = clusterPlaces(*casebook, index, points, halfOctaveOf(scale));
        for (std::uint32_t place = 0; place < standsAt.size(); ++place) {
            const std::uint32_t leader = standsAt[place];
            if (leader == place)
                continue;
            ++joined;
            EXPECT_EQ(casebook->places[leader].country, casebook->places[place].country);
            EXPECT_EQ(standsAt[leader], leader) << "nobody follows a follower";
            EXPECT_GE(index.eventsAtPlace()[leader], index.eventsAtPlace()[place]);
            EXPECT_LE(std::hypot(points[leader].x - points[place].x, points[leader].y - points[place].y),
                      36 * scale);
        }
    }
    EXPECT_GT(joined, 20);
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
