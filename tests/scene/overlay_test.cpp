#include "core/error.hpp"
#include "fixture.hpp"
#include "scene/overlay_result.hpp"
#include <gmock/gmock.h>

/// Counted areas, reaches and densities over the map, of the published record and an invented register.
namespace surplace::scene::test {

namespace {

using analysis::Basis;
using analysis::Reason;
using testing::HasSubstr;

std::shared_ptr<const model::Casebook> invented() {
    static const auto casebook = std::make_shared<const model::Casebook>(
        casebook::readTextForm(std::filesystem::path(SURPLACE_SOURCE_DIR) / "tests/fixtures/counting").casebook);
    return casebook;
}

struct OverlayTest : SceneTest {
    void shade(Basis by, model::EventKind kind = model::EventKind::detention) {
        view.overlay = Overlay{};
        view.overlay->by = by;
        view.overlay->kind = kind;
    }
    void useInvented() {
        show(*invented());
        window("2031-01-01", "2036-12-31");
    }
    OverlayResult resultOf() { return *composer.overlayOf(view); }
    UnitValue valueOf(const char* name) {
        const OverlayResult result = resultOf();
        for (std::size_t i = 0; i < result.values.size(); ++i)
            if (result.units->units[i].nameEn == name)
                return result.values[i];
        ADD_FAILURE() << name;
        return {};
    }
};

long sumOf(const OverlayResult& result) {
    long sum = result.now.incidentsNotAssigned();
    for (const auto& count : result.now.units)
        sum += count.most();
    return sum;
}

TEST_F(OverlayTest, ThePublishedDetentionsByProvince) {
    shade(Basis::provinces);
    const OverlayResult result = resultOf();
    EXPECT_EQ(result.now.total.most(), 44);
    EXPECT_EQ(sumOf(result), 44);
    // Told only to the country, the northeast, or the border with Mongolia: in no province.
    EXPECT_EQ(result.now.without(Reason::tooCoarse).most(), 6);
    EXPECT_EQ(valueOf("Liaoning").range, (analysis::Range{14, 14.0}));
    EXPECT_EQ(valueOf("Yunnan").range.high, 5.0); // three cities' events and two known to the province
    EXPECT_EQ(valueOf("South Hamgyong").state, UnitValue::State::none);
}

TEST_F(OverlayTest, APictureSaysWhatItCountsAndWhatNot) {
    shade(Basis::provinces);
    const Scene scene = composer.compose(view);
    const auto furniture = textsOf(scene.furniture);
    EXPECT_TRUE(anyHolds(furniture, "Recorded detentions by province"));
    EXPECT_TRUE(anyHolds(furniture, "incidents; 1999\u20132024"));
    EXPECT_TRUE(anyHolds(furniture, "6 in no province: known only to a larger"));
    EXPECT_TRUE(anyHolds(furniture, "in units outside this view"));
    EXPECT_TRUE(anyHolds(furniture, "none recorded"));
    EXPECT_TRUE(anyHolds(furniture, "Absence of reports"));
    EXPECT_TRUE(anyHolds(furniture, "Sources: ")) << "what is counted is cited";
    EXPECT_TRUE(anyHolds(textsOf(scene.map), "14"));
    EXPECT_THAT(scene.description, HasSubstr("Liaoning 14"));
    EXPECT_THAT(scene.description, HasSubstr("6 in no province"));
}

TEST_F(OverlayTest, MarksGoUnlessTheyAreToStay) {
    shade(Basis::provinces);
    const Scene without = composer.compose(view);
    EXPECT_TRUE(eventMarks(without).empty());
    EXPECT_TRUE(reachable(without).empty());
    EXPECT_EQ(without.summary.shown, 44);
    view.overlay->marks = true;
    view.filter.kinds = {model::EventKind::detention};
    const Scene with = composer.compose(view);
    EXPECT_FALSE(eventMarks(with).empty());
    EXPECT_FALSE(reachable(with).empty());
    EXPECT_TRUE(anyHolds(textsOf(with.furniture), "Reported events"));
}

TEST_F(OverlayTest, ThePublishedReturnsByReach) {
    shade(Basis::reaches, model::EventKind::forcedReturn);
    const OverlayResult result = resultOf();
    ASSERT_EQ(result.units->units.size(), 11U);
    EXPECT_EQ(result.units->units.front().nameEn, "Dandong-Sinuiju");
    EXPECT_EQ(result.units->units.back().nameEn, "Quanhe-Wonjong");
    // No source names a crossing: each is only possibly there.
    EXPECT_EQ(valueOf("Dandong-Sinuiju").range, (analysis::Range{0, 1.0}));
    EXPECT_EQ(valueOf("Tumen-Namyang").range, (analysis::Range{0, 1.0}));
    // 9 October 2023: five crossings, one total, no agreed split.
    EXPECT_EQ(result.now.without(Reason::severalUnits).most(), 1);
    EXPECT_EQ(sumOf(result), result.now.total.most());
}

TEST_F(OverlayTest, ReachesEndWhereChinaEnds) {
    shade(Basis::reaches);
    const auto reaches = resultOf().units->units;
    for (std::size_t i = 0; i + 1 < reaches.size(); ++i)
        EXPECT_EQ(reaches[i].line.back(), reaches[i + 1].line.front());
    // From the mouth of the Yalu to where Russia begins, and not on to the sea.
    EXPECT_LT(reaches.front().line.front().longitudeDegrees, 124.4);
    EXPECT_NEAR(reaches.back().line.back().latitudeDegrees, 42.42, 0.05);
}

TEST_F(OverlayTest, WithoutACrossingThereAreNoReaches) {
    model::Casebook bare = *casebook;
    bare.places = {};
    show(bare);
    shade(Basis::reaches);
    EXPECT_THROW(composer.compose(view), core::Error);
}

TEST_F(OverlayTest, TheSameInAnyOrderOfTheRows) {
    useInvented();
    shade(Basis::provinces);
    view.overlay->measure = analysis::Measure::people;
    const OverlayResult before = resultOf();
    std::vector<model::Event> events(invented()->events.begin(), invented()->events.end());
    std::ranges::reverse(events);
    model::Casebook turned = *invented();
    turned.events = model::Table<model::Event>(std::move(events));
    show(turned);
    const OverlayResult after = resultOf();
    EXPECT_EQ(before.values, after.values);
    EXPECT_EQ(before.now.total, after.now.total);
    EXPECT_EQ(before.classes, after.classes);
}

TEST_F(OverlayTest, TwoPeriodsAreBoundsOfTheirDifference) {
    useInvented();
    shade(Basis::provinces);
    view.moment.period = {day("2034-01-01"), day("2036-12-31")};
    const analysis::Range late = valueOf("Liaoning").range;
    view.moment.period = {day("2031-01-01"), day("2033-12-31")};
    const analysis::Range early = valueOf("Liaoning").range;
    view.overlay->minus = view.moment.period;
    view.moment.period = {day("2034-01-01"), day("2036-12-31")};
    EXPECT_EQ(*valueOf("Liaoning").difference.low, late.low - *early.high);
    EXPECT_EQ(*valueOf("Liaoning").difference.high, *late.high - early.low);
    const auto texts = textsOf(composer.compose(view).furniture);
    EXPECT_TRUE(anyHolds(texts, "2034\u20132036 minus 2031\u20132033 (1096 and 1096 days)"));
}

TEST_F(OverlayTest, ASheetHasOneScale) {
    useInvented();
    shade(Basis::provinces);
    view.camera = borderView(geo::ProjectionKind::conformalConic, 1920, 960, 1);
    timeline::Moment first = view.moment, second = view.moment;
    first.period = {day("2031-01-01"), day("2033-12-31")};
    second.period = {day("2036-07-01"), day("2036-12-31")};
    const std::vector<timeline::Moment> moments{first, second};
    const Scene sheet = composer.composeSheet(view, moments);
    ASSERT_EQ(sheet.insets.size(), 2U);
    const auto texts = textsOf(sheet.furniture);
    EXPECT_TRUE(anyHolds(texts, " counted"));
    EXPECT_EQ(std::ranges::count(texts, "Recorded detentions by province"), 1);
    // Alone the second has smaller classes than it has beside the first.
    view.moment = second;
    const auto alone = resultOf().classes;
    view.moment = first;
    EXPECT_LT(alone.back(), resultOf().classes.back());
}

TEST_F(OverlayTest, ColoursKeepTheirMeaningWhileTimeMoves) {
    useInvented();
    shade(Basis::provinces);
    view.moment.mode = timeline::Mode::cumulative;
    view.moment.day = day("2031-06-30");
    View late = view;
    late.moment.day = day("2036-12-31");
    composer.holdScale(view);
    composer.holdScale(late);
    EXPECT_EQ(view.overlay->classes, late.overlay->classes);
    EXPECT_EQ(resultOf().classes, late.overlay->classes);
    View other = view;
    other.overlay->classes.clear();
    EXPECT_LT(composer.overlayOf(other)->classes.back(), late.overlay->classes.back());
}

TEST_F(OverlayTest, ADensityNeedsThirtyEvents) {
    useInvented();
    shade(Basis::provinces);
    view.overlay->look = Overlay::Look::density;
    const Scene scene = composer.compose(view);
    EXPECT_EQ(std::ranges::count_if(scene.base,
                                    [](const BaseLayer& layer) {
                                        const auto* raster = std::get_if<RasterLayer>(&layer);
                                        return raster != nullptr && raster->opacity < 1;
                                    }),
              1);
    EXPECT_TRUE(anyHolds(textsOf(scene.furniture), "blank: fewer than 5 reports near"));
    EXPECT_TRUE(anyHolds(textsOf(scene.furniture), "left out: 4 without a place"));
    view.moment.period = {day("2031-01-01"), day("2031-12-31")};
    try {
        composer.compose(view);
        FAIL() << "a density of a few events was drawn";
    } catch (const core::Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("too few for a density surface"));
    }
}

TEST_F(OverlayTest, OwnAreasWithoutANumberHaveNoRate) {
    useInvented();
    shade(Basis::ownAreas);
    const auto file = std::filesystem::path(SURPLACE_SOURCE_DIR) / "tests/fixtures/areas/invented_districts.geojson";
    const auto areas = basemap::readOwnAreas(file.string(), "district", "people");
    view.overlay->ownAreas = ownUnits(areas, "", 100'000);
    EXPECT_EQ(valueOf("Lower district").state, UnitValue::State::value);
    const analysis::Range count = valueOf("Eastern district").range;
    view.overlay->ownAreas = ownUnits(areas, "registered population 2030", 100'000);
    EXPECT_EQ(valueOf("Lower district").state, UnitValue::State::noRate);
    EXPECT_NEAR(valueOf("Eastern district").range.low, count.low / 4.5, 1e-9);
    const auto texts = textsOf(composer.compose(view).furniture);
    EXPECT_TRUE(anyHolds(texts, "registered"));
    EXPECT_TRUE(anyHolds(texts, "recorded, no rate"));
}

TEST_F(OverlayTest, PanningKeepsWhatIsLaidIn) {
    shade(Basis::provinces);
    const Scene first = composer.compose(view);
    view.camera = panned(view.camera, 40, 10);
    const Scene second = composer.compose(view);
    const auto fills = [](const Scene& scene) {
        std::set<const void*> geometry;
        for (const auto& layer : scene.base)
            if (const auto* fill = std::get_if<FillLayer>(&layer))
                geometry.insert(fill->geometry.get());
        return geometry;
    };
    EXPECT_EQ(fills(first), fills(second));
}

} // namespace

} // namespace surplace::scene::test
