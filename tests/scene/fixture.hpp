#pragma once
#include "basemap/basemap.hpp"
#include "casebook/casebook_file.hpp"
#include "geo/geodesic.hpp"
#include "scene/composer.hpp"
#include <algorithm>
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

} // namespace surplace::scene::test
