#include "core/error.hpp"
#include "fixture.hpp"

/// Many moments of one view side by side.
namespace surplace::scene::test {

namespace {

struct ContactSheetTest : SceneTest {
    std::vector<timeline::Moment> years(int first, int last) const {
        std::vector<timeline::Moment> moments;
        for (int year = first; year <= last; ++year) {
            timeline::Moment moment = view.moment;
            moment.period = {day((std::to_string(year) + "-01-01").c_str()),
                             day((std::to_string(year) + "-12-31").c_str())};
            moments.push_back(moment);
        }
        return moments;
    }
    ContactSheetTest() { view.camera = borderView(geo::ProjectionKind::conformalConic, 1920, 1200, 1); }
};

TEST_F(ContactSheetTest, HasAMapForEachMomentThatShowsWhatAPictureOfItShows) {
    const auto moments = years(2011, 2022);
    const Scene sheet = composer.composeSheet(view, moments);
    ASSERT_EQ(sheet.insets.size(), moments.size());
    const auto texts = textsOf(sheet.furniture);
    std::set<std::uint32_t> shown;
    for (std::size_t i = 0; i < moments.size(); ++i) {
        View one = view;
        one.moment = moments[i];
        one.camera = sheet.insets[i].camera;
        const auto summary = composer.compose(one).summary;
        EXPECT_EQ(std::ranges::count(texts, std::to_string(2011 + static_cast<int>(i))), 1);
        // A cell has no credits over its lower edge: it shows no less than the small picture.
        for (const auto event : summary.shownEvents)
            EXPECT_TRUE(std::ranges::binary_search(sheet.summary.shownEvents, event));
        shown.insert(summary.shownEvents.begin(), summary.shownEvents.end());
        EXPECT_EQ(sheet.insets[i].camera.metersPerPixel, sheet.insets[0].camera.metersPerPixel)
            << "one scale";
    }
    EXPECT_GT(shown.size(), 20U);
}

TEST_F(ContactSheetTest, MapsLieApartFromEachOtherAndFromWhatStandsAround) {
    const Scene sheet = composer.composeSheet(view, years(1999, 2024));
    for (std::size_t i = 0; i < sheet.insets.size(); ++i) {
        const auto& box = sheet.insets[i].box;
        EXPECT_GE(box.minX, 0);
        EXPECT_LE(box.maxX, 1920);
        for (std::size_t k = 0; k < i; ++k)
            EXPECT_FALSE(box.overlaps(sheet.insets[k].box));
        for (const auto& panel : sheet.furniture.panels)
            EXPECT_FALSE(box.overlaps(panel.box)) << panel.box.minX << ' ' << panel.box.minY;
    }
}

TEST_F(ContactSheetTest, CitesWhatItShowsAndCarriesTheNoteOnBoundaries) {
    view.filter.cases = {"G2017-5"};
    const Scene sheet = composer.composeSheet(view, years(2016, 2019));
    const auto texts = textsOf(sheet.furniture);
    EXPECT_EQ(std::ranges::count(texts, "Sources: Human Rights Watch, 25 June 2017."), 1);
    EXPECT_EQ(std::ranges::count(texts, bundledMap()->boundaryNote.en), 1);
}

TEST_F(ContactSheetTest, WithoutTitleOrLegendTheScaleStaysAndLiesOnNoMap) {
    for (const bool legend : {true, false}) {
        view.titleBlock = false;
        view.legend = legend;
        const Scene sheet = composer.composeSheet(view, years(2011, 2014));
        const auto texts = textsOf(sheet.furniture);
        EXPECT_EQ(std::ranges::count(texts, casebook->title), 0);
        EXPECT_EQ(std::ranges::count(texts, "each map: all events of its period"), 0);
        EXPECT_TRUE(
            std::ranges::any_of(texts, [](const std::string& text) { return text.ends_with(" km"); }));
        for (const auto& path : sheet.furniture.paths)
            for (const auto& point : path.points)
                for (const auto& inset : sheet.insets)
                    EXPECT_FALSE(inset.box.contains(point.x, point.y)) << legend;
    }
}

TEST_F(ContactSheetTest, RefusesWhatCannotBeSeen) {
    EXPECT_THROW(composer.composeSheet(view, {}), core::Error);
    EXPECT_THROW(composer.composeSheet(view, years(1900, 1999)), core::Error);
    view.camera.widthPixels = 500;
    view.camera.heightPixels = 300;
    EXPECT_THROW(composer.composeSheet(view, years(1999, 2024)), core::Error);
}

} // namespace
} // namespace surplace::scene::test
