#include "fixture.hpp"
#include "scene/flows.hpp"

/// Flows: each incident once, from the first to the last place told.
namespace surplace::scene::test {

namespace {

struct Flows : SceneTest {
    Flows() {
        show(casebook::readTextForm(std::filesystem::path(SURPLACE_SOURCE_DIR) / "tests/fixtures/flows")
                 .casebook);
        view.flows = true;
        window("2032-01-01", "2032-12-31");
    }
    std::vector<std::string> legend() { return textsOf(composer.compose(view).furniture); }
};

TEST_F(Flows, EachIncidentIsCountedOnceByItsFirstAndLastPlace) {
    // R1, R2 and R5 lead from Westville to Bankville by ways of their own; R13 only possibly by July.
    const auto texts = legend();
    EXPECT_TRUE(anyHolds(texts, "Detention: 12 incidents"));
    EXPECT_TRUE(anyHolds(texts, "7 moved, 3 one place, 1 outside, 1 unknown"));
    EXPECT_TRUE(anyHolds(texts, "Forced return: 1 incident"));
    EXPECT_TRUE(anyHolds(texts, "No track: only the two ends are told."));
}

TEST_F(Flows, StagesAreNoIncidentsAndAWayIsOneLine) {
    const Scene scene = composer.compose(view);
    long lines = 0, toBankville = 0;
    for (const auto& target : scene.targets) {
        lines += target.line.empty() ? 0 : 1;
        if (!target.line.empty() && std::ranges::count(target.events, event("R1")) > 0) {
            ++toBankville;
            for (const char* id : {"R2", "R5", "R13"})
                EXPECT_EQ(std::ranges::count(target.events, event(id)), 1) << id;
        }
    }
    EXPECT_EQ(toBankville, 1);
    EXPECT_EQ(lines, 6) << "five ways between two places, one that comes in from outside";
}

TEST_F(Flows, WhatIsUncertainIsInTheUpperFigureOnly) {
    view.moment.mode = timeline::Mode::cumulative;
    view.moment.period = {day("2032-01-01"), day("2032-12-31")};
    view.moment.day = day("2032-04-15"); // R13 was detained between March and June
    const auto texts = legend();
    EXPECT_TRUE(anyHolds(texts, "Detention: 10-12 incidents"));
    view.moment.day = day("2032-01-05"); // R1 and R2 are not on their way yet
    const auto early = legend();
    EXPECT_TRUE(anyHolds(early, "Detention: 2 incidents"));
    EXPECT_TRUE(anyHolds(early, "2 one place"));
}

TEST_F(Flows, MarksGiveWayToStopsAtWhichEverythingIsFound) {
    const Scene scene = composer.compose(view);
    EXPECT_TRUE(eventMarks(scene).empty());
    const auto found = reachable(scene);
    for (std::uint32_t i = 0; i < casebook->events.size(); ++i) {
        const auto& id = casebook->events[i].id;
        EXPECT_TRUE(found.contains(i) || id == "R12") << id; // R12 has no place
    }
    const auto texts = textsOf(scene.furniture);
    for (const char* text : {"Reported events", "Size:", "between reported stops"})
        EXPECT_FALSE(anyHolds(texts, text)) << text;
}

TEST_F(Flows, ParallelGroupsAreNotLedOn) {
    show(*bundledCasebook());
    const auto& events = casebook->events;
    composer.compose(view);
    const CasebookIndex index(*casebook, *bundledMap());
    for (const auto& route : flowRoutes(*casebook, index, {})) {
        EXPECT_EQ(events[route.event].role, model::Role::event);
        EXPECT_NE(events[route.event].assertion, model::Assertion::feared);
        const auto& id = events[route.event].id;
        if (id == "B063" || id == "B064" || id == "B065") { // nobody says whose stages those of B063 are
            EXPECT_TRUE(route.stops.empty()) << id;
        }
    }
}

TEST_F(Flows, AFilterCountsOnlyWhatPasses) {
    view.filter.kinds = {model::EventKind::detention};
    const auto texts = legend();
    EXPECT_TRUE(anyHolds(texts, "Detention: 12 incidents"));
    EXPECT_FALSE(anyHolds(texts, "moved")) << "the stages, which are no detentions, are left out";
}

} // namespace

} // namespace surplace::scene::test
