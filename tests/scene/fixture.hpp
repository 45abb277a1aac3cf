#pragma once
#include "basemap/basemap.hpp"
#include "casebook/casebook_file.hpp"
#include "geo/geodesic.hpp"
#include "scene/composer.hpp"
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <gtest/gtest.h>
#include <memory>
#include <set>

/// The bundled map and casebook, read once for the program, and ways to look at a scene.
namespace surplace::scene::test {

inline const std::filesystem::path geodata = std::filesystem::path(SURPLACE_SOURCE_DIR) / "geodata";

inline std::shared_ptr<const basemap::Basemap> bundledMap() {
    static const auto map = basemap::load(geodata);
    return map;
}
inline std::shared_ptr<const model::Casebook> bundledCasebook() {
    static const auto casebook =
        std::make_shared<const model::Casebook>(casebook::readTextForm(geodata / "casebook").casebook);
    return casebook;
}
inline const text::Typesetter& typesetter() {
    static const text::Typesetter instance;
    return instance;
}
inline model::Day day(const char* iso) {
    return *model::parseDay(iso);
}

struct SceneTest : testing::Test {
    Composer composer{bundledMap(), basemap::seaNames(geodata), typesetter()};
    std::shared_ptr<const model::Casebook> casebook = bundledCasebook();
    View view;

    SceneTest() {
        composer.setCasebook(casebook);
        view.camera = borderView(geo::ProjectionKind::conformalConic, 1280, 720, 1);
        view.moment.period = {day("1999-01-01"), day("2024-12-31")};
    }
    void show(const model::Casebook& other) {
        casebook = std::make_shared<const model::Casebook>(other);
        composer.setCasebook(casebook);
    }
    void fadeAt(const char* iso) {
        view.moment.mode = timeline::Mode::fade;
        view.moment.day = day(iso);
    }
    void window(const char* first, const char* last) {
        view.moment.mode = timeline::Mode::period;
        view.moment.period = {day(first), day(last)};
    }
    std::uint32_t event(const char* id) const {
        const std::size_t index = casebook->events.indexOf(id);
        EXPECT_LT(index, casebook->events.size()) << id;
        return static_cast<std::uint32_t>(index);
    }
    geo::ScreenPoint onScreen(const char* placeId) const {
        const auto* place = casebook->places.find(placeId);
        EXPECT_TRUE(place != nullptr && place->position.has_value()) << placeId;
        return view.camera.toScreen(geo::Projection(view.camera.projection).forward(*place->position));
    }
};

/// Events that can be pointed at: what is drawn.
inline std::set<std::uint32_t> reachable(const Scene& scene) {
    std::set<std::uint32_t> events;
    for (const auto& target : scene.targets)
        events.insert(target.events.begin(), target.events.end());
    for (const auto event : scene.markEvents)
        if (event != 0xFFFFFFFFU)
            events.insert(event);
    return events;
}
inline std::vector<std::string> textsOf(const Sheet& sheet) {
    std::vector<std::string> texts;
    for (const auto& label : sheet.labels)
        texts.push_back(label.text);
    return texts;
}
inline bool anyHolds(const std::vector<std::string>& texts, const std::string& part) {
    return std::ranges::any_of(texts, [&](const auto& text) { return text.find(part) != std::string::npos; });
}
/// Marks other than town dots and the glow of a crossing.
inline std::vector<Mark> eventMarks(const Scene& scene) {
    std::vector<Mark> marks;
    for (const auto& mark : scene.map.marks)
        if (mark.radiusPixels > 4.5 && mark.shape != MarkShape::crossing && mark.color.a == 255)
            marks.push_back(mark);
    return marks;
}

/// So many invented events, none of which ever happened, at a fifth as many places along the border: crowded
/// ones first, all kinds, figures of every form, certain and only possible.
inline model::Casebook denseCasebook(int events) {
    model::Casebook casebook;
    const int placeCount = std::max(3, events / 5);
    std::vector<model::Place> places;
    for (int i = 0; i < placeCount; ++i) {
        model::Place place;
        place.id = "P" + std::to_string(i);
        place.nameEn = "Invented town " + std::to_string(i);
        place.country = i % 4 == 0 ? "KP" : "CN";
        // Multiples of the golden ratio fill the region evenly and in no rows.
        place.position = geo::LonLat::make(121 + 10 * std::fmod(i * 0.6180339887, 1),
                                           39.5 + 4 * std::fmod(i * 0.7548776662, 1));
        place.sensitivity = model::Sensitivity::s0;
        places.push_back(std::move(place));
    }
    const auto kinds = model::allValues<model::EventKind>();
    const char* figures[] = {"5", "at least 9", "up to 600", "~50", "", "12-20"};
    const char* dates[] = {"2017-03-15", "2017-06", "2017-06-01/2017-08-30", "2016", "2017-05-20~"};
    std::vector<model::Event> made;
    for (int i = 0; i < events; ++i) {
        model::Event event;
        event.id = "E" + std::to_string(i);
        event.kind = kinds[static_cast<std::size_t>(i * 7) % kinds.size()];
        event.assertion = static_cast<model::Assertion>(i % 4);
        event.people = model::CountRange::parse(figures[i % 6]);
        event.date = model::Edtf::parse(dates[i % 5]);
        // Every other event crowds into the first three places.
        event.placeId = "P" + std::to_string(i % 2 == 0 ? i / 2 % 3 : i % placeCount);
        event.precision = model::PlacePrecision::settlement;
        event.sensitivity = model::Sensitivity::s0;
        made.push_back(std::move(event));
    }
    casebook.places = model::Table<model::Place>(std::move(places));
    casebook.events = model::Table<model::Event>(std::move(made));
    return casebook;
}

} // namespace surplace::scene::test
