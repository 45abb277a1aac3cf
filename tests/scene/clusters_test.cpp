#include "fixture.hpp"
#include "scene/clusters.hpp"
#include <cmath>

/// Places that cannot be told apart at a scale stand together.
namespace surplace::scene::test {

namespace {

struct ClustersTest : SceneTest {
    ClustersTest() {
        view.camera = fit(geo::wideRegion, geo::ProjectionKind::conformalConic, 1280, 720, 1);
    }
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
            EXPECT_LE(std::hypot(points[leader].x - points[place].x, points[leader].y - points[place].y), 36 * scale);
        }
    }
    EXPECT_GT(joined, 20);
}

TEST_F(ClustersTest, NothingRegroupsWhileTimeMovesOrTheMapIsDragged) {
    const auto whole = placesOf(composer.compose(view));
    for (const char* iso : {"2003-01-31", "2012-03-31", "2017-06-30", "2023-10-31"}) {
        fadeAt(iso);
        view.camera = panned(view.camera, 7, -3);
        for (const auto& place : placesOf(composer.compose(view)))
            EXPECT_TRUE(whole.contains(place)) << iso << ": " << place;
    }
}

} // namespace
} // namespace surplace::scene::test
