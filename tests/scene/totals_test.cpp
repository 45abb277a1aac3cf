#include "fixture.hpp"
#include "scene/totals.hpp"

/// What a number of events add up to, and what is not added.
namespace surplace::scene::test {

namespace {

struct TotalsTest : SceneTest {
    model::Casebook invented;
    std::vector<model::Event> events;

    void add(model::EventKind kind, const char* people, const char* date,
             model::Role role = model::Role::event, model::Assertion assertion = model::Assertion::reported) {
        model::Event event;
        event.id = "E" + std::to_string(events.size());
        event.kind = kind;
        event.people = model::CountRange::parse(people);
        event.date = model::Edtf::parse(date);
        event.role = role;
        event.assertion = assertion;
        events.push_back(event);
    }
    Totals total() {
        invented.events = model::Table<model::Event>(events);
        show(invented);
        std::vector<std::uint32_t> all;
        for (std::uint32_t i = 0; i < events.size(); ++i)
            all.push_back(i);
        return composer.totalsOf(view, all);
    }
};

using model::CountRange;
using model::EventKind;

TEST_F(TotalsTest, RangesStayRangesAndKindsApart) {
    window("2017-01-01", "2017-12-31");
    add(EventKind::detention, "5", "2017-03-15");
    add(EventKind::detention, "at least 9", "2017-03-16");
    add(EventKind::forcedReturn, "10-12", "2017-04");
    const Totals totals = total();
    ASSERT_EQ(totals.kinds.size(), 2U);
    EXPECT_EQ(totals.kinds[0].incidents, CountRange::exactly(2));
    EXPECT_EQ(totals.kinds[0].people, CountRange(14, std::nullopt));
    EXPECT_EQ(totals.kinds[1].people, CountRange(10, 12));
    const auto lines = inLines(totals);
    EXPECT_EQ(lines[0], "2 detentions, at least 14 people");
    EXPECT_EQ(lines[1], "1 forced return, 10-12 people");
    EXPECT_TRUE(anyHolds(lines, "Kinds are not added"));
}

TEST_F(TotalsTest, WhatIsOnlyPossiblyThereRaisesTheHighestNumberOnly) {
    window("2017-01-01", "2017-12-31");
    add(EventKind::detention, "5", "2017-03-15");
    add(EventKind::detention, "20", "2016/2018");
    const Totals totals = total();
    EXPECT_EQ(totals.kinds[0].incidents, CountRange(1, 2));
    EXPECT_EQ(totals.kinds[0].people, CountRange(5, 25));
    EXPECT_EQ(inLines(totals)[0], "1-2 detentions, 5-25 people");
    EXPECT_TRUE(anyHolds(inLines(totals), "only possibly at this time"));
}

TEST_F(TotalsTest, OnlyPossibleOnesMayBeNone) {
    window("2017-01-01", "2017-12-31");
    add(EventKind::detention, "20", "2016/2018");
    EXPECT_EQ(inLines(total())[0], "up to 1 detention, up to 20 people");
}

TEST_F(TotalsTest, AMissingFigureLeavesTheSumWithoutAHighestNumber) {
    window("2017-01-01", "2017-12-31");
    add(EventKind::detention, "", "2017-03-15");
    EXPECT_EQ(inLines(total())[0], "1 detention, number of people not given");
    add(EventKind::detention, "1", "2017-03-15");
    EXPECT_EQ(inLines(total())[0], "2 detentions, at least 1 person");
}

TEST_F(TotalsTest, StagesPartsAndWhatIsFearedAreNamedAndNotCounted) {
    window("2017-01-01", "2017-12-31");
    add(EventKind::detention, "1", "2017-03-15");
    add(EventKind::transfer, "5", "2017-03-16", model::Role::stageOf);
    add(EventKind::forcedReturn, "5", "2017-03-17", model::Role::event, model::Assertion::feared);
    add(EventKind::policy, "7", "2017-03-17");
    const Totals totals = total();
    EXPECT_EQ(totals.kinds.size(), 2U);
    EXPECT_EQ(totals.told, 1);
    EXPECT_EQ(totals.feared, 1);
    EXPECT_EQ(inWords(totals),
              "1 detention, 1 person; 1 report of policy; 1 stage or part, not counted again; "
              "1 feared, not counted");
}

TEST_F(TotalsTest, PartsAddUpToTheWholeInAnyOrder) {
    window("2017-01-01", "2017-06-30");
    show(denseCasebook(600));
    std::vector<std::uint32_t> all;
    for (std::uint32_t i = 0; i < 600; ++i)
        all.push_back(i);
    const Totals whole = composer.totalsOf(view, all);
    Totals forwards, backwards;
    for (std::size_t first = 0; first < 600; first += 37)
        forwards +=
            composer.totalsOf(view, std::span(all).subspan(first, std::min<std::size_t>(37, 600 - first)));
    for (std::size_t i = 600; i-- > 0;)
        backwards += composer.totalsOf(view, std::span(all).subspan(i, 1));
    EXPECT_EQ(forwards, whole);
    EXPECT_EQ(backwards, whole);
    EXPECT_GT(whole.kinds.size(), 10U);
}

} // namespace
} // namespace surplace::scene::test
