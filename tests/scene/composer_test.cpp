#include "fixture.hpp"
#include <cmath>
#include <random>

namespace surplace::scene::test {

namespace {

using ComposerTest = SceneTest;

geo::ScreenBox boxOf(const Label& label) {
    const auto size = typesetter().measure(label.text, label.style);
    return {label.topLeft.x, label.topLeft.y, label.topLeft.x + size.width, label.topLeft.y + size.height};
}
bool isNumber(const std::string& text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}
bool overlap(const geo::ScreenBox& a, const geo::ScreenBox& b) {
    constexpr double slack = 0.5;
    return a.minX + slack < b.maxX && b.minX + slack < a.maxX && a.minY + slack < b.maxY &&
           b.minY + slack < a.maxY;
}

std::string fingerprint(const Scene& scene) {
    std::string print = scene.description;
    const auto number = [&](double value) { print += std::to_string(value) + " "; };
    for (const Sheet* sheet : {&scene.map, &scene.furniture}) {
        for (const auto& mark : sheet->marks) {
            number(mark.x);
            number(mark.y);
            number(mark.radiusPixels);
            number(mark.opacity);
        }
        for (const auto& label : sheet->labels) {
            print += label.text;
            number(label.topLeft.x);
            number(label.topLeft.y);
        }
        for (const auto& path : sheet->paths)
            for (const auto& point : path.points)
                number(point.x + point.y);
    }
    return print;
}

TEST_F(ComposerTest, TheSameViewGivesTheSameSceneWhateverWasShownBefore) {
    fadeAt("2013-06-30");
    const std::string first = fingerprint(composer.compose(view));
    View other = view;
    other.camera = zoomed(view.camera, 3, {900, 100});
    other.moment.day = day("2004-01-31");
    composer.compose(other);
    EXPECT_EQ(fingerprint(composer.compose(view)), first);
    Composer second(bundledMap(), basemap::seaNames(geodata), typesetter());
    second.setCasebook(casebook);
    EXPECT_EQ(fingerprint(second.compose(view)), first);
}

TEST_F(ComposerTest, GeometryKeepsItsIdentityBetweenFrames) {
    const Scene a = composer.compose(view);
    view.moment.period.first = day("2005-01-01");
    const Scene b = composer.compose(view);
    const auto pointer = [](const BaseLayer& layer) {
        return std::visit([](const auto& l) { return static_cast<const void*>(l.geometry.get()); }, layer);
    };
    EXPECT_EQ(pointer(a.base[1]), pointer(b.base[1]));
}

TEST_F(ComposerTest, NoLabelCoversAnotherOrAPanelInManyViews) {
    std::mt19937 random(20230409);
    std::uniform_real_distribution<double> longitude(122, 131), latitude(39, 44), zoom(0.15, 6), year(0, 25);
    const geo::Projection projection(view.camera.projection);
    for (int i = 0; i < 30; ++i) {
        view.camera = borderView(view.camera.projection, 1280, 720, 1);
        view.camera.center = projection.forward(geo::LonLat{longitude(random), latitude(random)});
        view.camera = zoomed(view.camera, zoom(random), {640, 360});
        view.moment.mode = i % 2 == 0 ? timeline::Mode::period : timeline::Mode::fade;
        view.moment.day = day("1999-06-30") + std::chrono::days(static_cast<int>(year(random) * 365));
        const Scene scene = composer.compose(view);
        std::vector<std::pair<std::string, geo::ScreenBox>> boxes;
        for (const auto& label : scene.map.labels)
            if (!isNumber(label.text))
                boxes.emplace_back(label.text, boxOf(label));
        for (std::size_t a = 0; a < boxes.size(); ++a) {
            EXPECT_GE(boxes[a].second.minX, 0) << boxes[a].first;
            EXPECT_LE(boxes[a].second.maxX, 1280) << boxes[a].first;
            for (std::size_t b = a + 1; b < boxes.size(); ++b)
                EXPECT_FALSE(overlap(boxes[a].second, boxes[b].second))
                    << boxes[a].first << " / " << boxes[b].first << ", view " << i;
            for (const auto& panel : scene.furniture.panels)
                EXPECT_FALSE(overlap(boxes[a].second, panel.box))
                    << boxes[a].first << " under a panel, view " << i;
        }
    }
}

TEST_F(ComposerTest, APlaceIsNamedOnceThoughMapAndCasebookBothHaveIt) {
    const auto texts = textsOf(composer.compose(view).map);
    for (const char* name : {"Yanji", "Shenyang", "Tumen 图们", "Dandong", "Hyesan", "Jilin City", "Helong",
                             "Changbai", "Hoeryong"})
        EXPECT_LE(std::ranges::count_if(texts, [&](const auto& text) { return text.starts_with(name); }), 1)
            << name;
    EXPECT_TRUE(anyHolds(texts, "Yanji 延吉"));
    EXPECT_TRUE(anyHolds(texts, "Hoeryong 회령"));
}

TEST_F(ComposerTest, NamesFollowTheLanguageAskedFor) {
    view.names = NameLanguages::ko;
    EXPECT_TRUE(anyHolds(textsOf(composer.compose(view).map), "옌지"));
    view.names = NameLanguages::en;
    EXPECT_FALSE(anyHolds(textsOf(composer.compose(view).map), "延吉"));
}

TEST_F(ComposerTest, PickReachesEveryEventOfAStack) {
    const Scene scene = composer.compose(view);
    std::size_t largest = 0;
    for (const auto& target : scene.targets) {
        if (!target.line.empty())
            continue;
        const auto picked = Composer::pick(scene, target.at);
        for (const auto event : target.events)
            EXPECT_EQ(std::ranges::count(picked, event), 1);
        largest = std::max(largest, target.events.size());
    }
    EXPECT_GT(largest, 10U) << "Shenyang";
    EXPECT_TRUE(Composer::pick(scene, {1200, 560}).empty()) << "the open sea";
}

TEST_F(ComposerTest, EverythingShownCanBePointedAt) {
    const Scene scene = composer.compose(view);
    EXPECT_GE(static_cast<long>(reachable(scene).size()), scene.summary.shown);
}

TEST_F(ComposerTest, CreditsBoundaryNoteAndSourcesAreOnEveryPictureAndInsideIt) {
    for (const auto& [width, height] : {std::pair{1280, 720}, {1920, 1080}, {640, 360}, {400, 300}}) {
        view.camera = borderView(view.camera.projection, width, height, 1);
        view.titleBlock = view.legend = view.inset = false;
        const Scene scene = composer.compose(view);
        const auto texts = textsOf(scene.furniture);
        EXPECT_TRUE(anyHolds(texts, bundledMap()->attribution)) << width;
        EXPECT_TRUE(anyHolds(texts, "do not imply acceptance or endorsement")) << width;
        EXPECT_TRUE(anyHolds(texts, "Sources: ")) << width;
        for (const auto& label : scene.furniture.labels) {
            const auto box = boxOf(label);
            EXPECT_TRUE(box.minX >= 0 && box.maxX <= width && box.minY >= 0 && box.maxY <= height)
                << label.text;
        }
    }
}

TEST_F(ComposerTest, TheLegendExplainsOnlyWhatIsOnThePicture) {
    fadeAt("2017-06-30");
    const auto june = textsOf(composer.compose(view).furniture);
    EXPECT_TRUE(anyHolds(june, "feared: not reported as done"));
    EXPECT_FALSE(anyHolds(june, "Asylum entry"));
    window("2023-10-01", "2023-10-31");
    const auto october = textsOf(composer.compose(view).furniture);
    EXPECT_FALSE(anyHolds(october, "feared"));
    EXPECT_TRUE(anyHolds(october, "Forced return"));
    EXPECT_TRUE(anyHolds(october, "crossing named by a source"));
    EXPECT_TRUE(anyHolds(october, "Absence of reports is not absence of events."));
}

TEST_F(ComposerTest, TheScaleBarIsTrueAtTheMiddleOfThePicture) {
    for (const auto kind : {geo::ProjectionKind::conformalConic, geo::ProjectionKind::webMercator}) {
        view.camera = borderView(kind, 1280, 720, 1);
        const Scene scene = composer.compose(view);
        double pixels = 0;
        for (const auto& path : scene.furniture.paths)
            if (path.points.size() == 2 && path.stroke.widthPixels == 4)
                pixels = path.points[1].x - path.points[0].x;
        ASSERT_GT(pixels, 0);
        const geo::Projection projection(kind);
        const auto center = view.camera.center;
        const double meters =
            geo::geodesicBetween(
                projection.inverse({center.x - pixels / 2 * view.camera.metersPerPixel, center.y}),
                projection.inverse({center.x + pixels / 2 * view.camera.metersPerPixel, center.y}))
                .distanceMeters;
        EXPECT_NEAR(meters, 100'000, 300) << geo::name(kind);
    }
}

TEST_F(ComposerTest, ASelectionLeadsAndTheRestStepsBack) {
    view.selectedEvent = "B116"; // Dandong, July 2021
    const Scene scene = composer.compose(view);
    float strongest = 0, faintest = 1;
    for (const auto& mark : eventMarks(scene)) {
        strongest = std::max(strongest, mark.opacity);
        faintest = std::min(faintest, mark.opacity);
    }
    EXPECT_EQ(strongest, 1);
    EXPECT_LT(faintest, 0.4);
}

TEST_F(ComposerTest, WhatIsOnlyPossiblyThereIsLighter) {
    window("2017-03-14", "2017-07-01");
    view.camera = fit(geo::wideRegion, view.camera.projection, 1280, 720, 1);
    window("2000-04-20", "2000-04-22"); // B003: some day of 16 to 28 April 2000
    const Scene scene = composer.compose(view);
    EXPECT_EQ(scene.summary.shownPossible, scene.summary.shown);
    ASSERT_EQ(eventMarks(scene).size(), 1U);
    EXPECT_LT(eventMarks(scene)[0].opacity, 0.8);
}

TEST_F(ComposerTest, FurnitureStaysClearOfCoveredSides) {
    view.coveredLeft = 300;
    view.coveredBottom = 120;
    const Scene scene = composer.compose(view);
    for (const auto& panel : scene.furniture.panels) {
        EXPECT_GE(panel.box.minX, 300);
        EXPECT_LE(panel.box.maxY, 600);
    }
}

TEST_F(ComposerTest, AnEmptyCasebookIsAMapThatSaysSo) {
    show(model::Casebook{});
    const Scene scene = composer.compose(view);
    EXPECT_EQ(scene.summary.shown, 0);
    EXPECT_NE(scene.description.find("No event is on the map"), std::string::npos);
    EXPECT_EQ(defaultPeriod(*casebook).first, day("1999-01-01"));
}

TEST_F(ComposerTest, AMarkGrowsWithItsPeopleAndShowsTheUpperBound) {
    const auto sceneOf = [&](const char* people) {
        model::Place place;
        place.id = "p";
        place.nameEn = "Inventville";
        place.position = geo::LonLat{127, 41};
        model::Event event;
        event.id = "e";
        event.kind = model::EventKind::detention;
        event.placeId = "p";
        event.precision = model::PlacePrecision::settlement;
        event.people = model::CountRange::parse(people);
        event.date = model::Edtf::parse("2010-05-05");
        model::Casebook book;
        book.places = model::Table<model::Place>({place});
        book.events = model::Table<model::Event>({event});
        show(book);
        return eventMarks(composer.compose(view)).at(0);
    };
    EXPECT_LT(sceneOf("5").radiusPixels, sceneOf("50").radiusPixels);
    EXPECT_EQ(sceneOf("600").radiusPixels, sceneOf("5000").radiusPixels);
    EXPECT_EQ(sceneOf("").radiusPixels, sceneOf("-600").radiusPixels) << "no lower bound: the smallest mark";
    EXPECT_EQ(sceneOf("50").outerRadiusPixels, 0);
    EXPECT_GT(sceneOf("50-600").outerRadiusPixels, sceneOf("50-600").radiusPixels);
    EXPECT_LT(sceneOf("50-").outerRadiusPixels, 0);
}

TEST_F(ComposerTest, AHundredThousandEventsComposeAndEachCanBeReached) {
    constexpr std::uint32_t count = 100'000;
    std::mt19937 random(7);
    std::uniform_real_distribution<double> longitude(123.5, 130), latitude(40.2, 43.5);
    std::vector<model::Place> places(count);
    std::vector<model::Event> events(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        places[i].id = "p" + std::to_string(i);
        places[i].nameEn = "Invented " + std::to_string(i);
        places[i].position = geo::LonLat{longitude(random), latitude(random)};
        events[i].id = "e" + std::to_string(i);
        events[i].kind = model::EventKind::detention;
        events[i].placeId = places[i].id;
        events[i].precision = model::PlacePrecision::settlement;
        events[i].date = model::Edtf::parse("2010-05-05");
    }
    model::Casebook book;
    book.places = model::Table<model::Place>(std::move(places));
    book.events = model::Table<model::Event>(std::move(events));
    show(book);
    const Scene scene = composer.compose(view);
    EXPECT_EQ(scene.summary.shown, count);
    EXPECT_EQ(reachable(scene).size(), count);
    EXPECT_LT(scene.map.marks.size(), 1000U) << "places that cannot be told apart stand together";
    EXPECT_LT(scene.map.labels.size(), 1000U);
    for (const std::uint32_t i : {0U, 777U, 99'999U}) {
        const auto target = std::ranges::find_if(
            scene.targets, [&](const Target& each) { return std::ranges::count(each.events, i) > 0; });
        ASSERT_NE(target, scene.targets.end());
        EXPECT_EQ(std::ranges::count(Composer::pick(scene, target->at), i), 1);
    }
}

} // namespace

} // namespace surplace::scene::test
