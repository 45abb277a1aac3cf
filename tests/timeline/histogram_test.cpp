#include "builder.hpp"

namespace surplace::timeline {
namespace {

using model::Assertion;
using model::CountRange;
using model::EventKind;
using model::Role;

const Window years = window("2016-01-01", "2018-12-31");

Histogram of(const std::vector<Row>& rows, EventKind kind = EventKind::detention, Step step = Step::year,
             const Filter& filter = {}) {
    const model::Casebook casebook = casebookOf(rows);
    return histogram(casebook, Timeline(casebook, {}), filter, kind, years, step);
}

TEST(Histogram, CountsCertainAndPossibleApart) {
    const Histogram result = of({{"A", "2017-03-11~/2017-03-20~", ""},
                                 {"B", "2016-12/2017-01", ""},
                                 {"C", "201X", ""},
                                 {"D", "2017", ""}});
    ASSERT_EQ(result.bins.size(), 3U);
    EXPECT_EQ(result.bins[1].days, window("2017-01-01", "2017-12-31"));
    EXPECT_EQ(result.bins[0].certain, 0);
    EXPECT_EQ(result.bins[0].possible, 2);
    EXPECT_EQ(result.bins[1].certain, 2);
    EXPECT_EQ(result.bins[1].possible, 2);
    EXPECT_EQ(result.bins[2].certain, 0);
    EXPECT_EQ(result.bins[2].possible, 1);
}

TEST(Histogram, CountsOneKindOfRoleEventAndNothingFeared) {
    const Histogram result =
        of({{"EVENT", "2017-03", ""},
            {"STAGE", "2017-03", "", EventKind::detention, Assertion::reported, Role::stageOf, {}},
            {"TALLY", "2017-03", "", EventKind::detention, Assertion::reported, Role::tally, {}},
            {"FEARED", "2017-03", "", EventKind::detention, Assertion::feared, Role::event, {}},
            {"OTHER", "2017-03", "", EventKind::forcedReturn}});
    EXPECT_EQ(result.kind, EventKind::detention);
    EXPECT_EQ(result.bins[1].certain, 1);
    EXPECT_EQ(result.bins[1].possible, 0);
}

TEST(Histogram, AnOpenSideIsNeverCertain) {
    const Histogram result =
        of({{"A015", "../2017-02-15", "2017-03-11"}, {"O", "2017-02-15/..", "2018-03-11"}});
    EXPECT_EQ(result.bins[0].possible, 0);
    EXPECT_EQ(result.bins[1].certain, 0);
    EXPECT_EQ(result.bins[1].possible, 2);
    EXPECT_EQ(result.bins[2].possible, 1);
}

TEST(Histogram, AddsPeopleOfTheCertainOnesWithoutInventingABound) {
    const auto row = [](const char* id, const char* date, CountRange people) {
        return Row{id, date, "", EventKind::detention, Assertion::reported, Role::event, people};
    };
    const Histogram result =
        of({row("A", "2016-03", CountRange::exactly(8)), row("B", "2016-06", CountRange(5, 7)),
            row("C", "2017-03", CountRange::exactly(51)), row("D", "2017-05", CountRange()),
            row("E", "2016-12/2017-01", CountRange::exactly(100))});
    EXPECT_EQ(result.bins[0].people, CountRange(13, 15));
    EXPECT_EQ(result.bins[1].people, CountRange(51, std::nullopt));
    EXPECT_EQ(result.bins[2].people, CountRange());
    const Histogram context = of(
        {{"P", "2016-03", "", EventKind::policy, Assertion::reported, Role::event, CountRange::exactly(9)}},
        EventKind::policy);
    EXPECT_EQ(context.bins[0].certain, 1);
    EXPECT_EQ(context.bins[0].people, CountRange());
}

TEST(Histogram, TheLastDayOfAStepBelongsToIt) {
    const Histogram result = of({{"A", "2016-12-31", ""}, {"B", "2017-01-01", ""}, {"C", "2018-12-31", ""}},
                                EventKind::detention, Step::month);
    ASSERT_EQ(result.bins.size(), 36U);
    EXPECT_EQ(result.bins[11].certain, 1);
    EXPECT_EQ(result.bins[12].certain, 1);
    EXPECT_EQ(result.bins[35].certain, 1);
}

TEST(Histogram, LeavesOutWhatTheFilterOrThePeriodDo) {
    Filter filter;
    filter.sources = {"SOURCE_A"};
    const Histogram result = of({{"A", "2017-03", ""}, {"B", "2017-03", ""}, {"C", "1999", ""}},
                                EventKind::detention, Step::year, filter);
    EXPECT_EQ(result.bins[1].certain, 1);
    EXPECT_EQ(result.bins[0].certain + result.bins[0].possible, 0);
}

} // namespace
} // namespace surplace::timeline
