#include "scene/place_search.hpp"
#include "timeline/name_search.hpp"
#include <algorithm>
#include <cmath>
#include <optional>

namespace surplace::scene {

namespace {

enum class Match { none, part, whole };

Match matchOf(const timeline::NameKeys& typed, std::initializer_list<std::string_view> texts) {
    Match best = Match::none;
    for (const std::string_view text : texts)
        for (const std::string& name : timeline::namesIn(text)) {
            const auto keys = timeline::keysOf(name);
            const bool sounds = std::ranges::any_of(keys.sounds, [&](const std::string& sound) {
                return std::ranges::find(typed.sounds, sound) != typed.sounds.end();
            });
            if (!typed.written.empty() && (keys.written == typed.written || sounds))
                return Match::whole;
            if (timeline::finds(typed, keys))
                best = Match::part;
        }
    return best;
}

bool isKnown(const std::vector<FoundPlace>& found, geo::LonLat at) {
    constexpr double nearDegrees = 0.1;
    return std::ranges::any_of(found, [&](const FoundPlace& place) {
        return std::abs(place.position.longitudeDegrees - at.longitudeDegrees) < nearDegrees &&
               std::abs(place.position.latitudeDegrees - at.latitudeDegrees) < nearDegrees;
    });
}

} // namespace

std::vector<FoundPlace> findPlaces(std::string_view typed, const model::Casebook& casebook,
                                   const basemap::Basemap& basemap, std::size_t most) {
    const auto keys = timeline::keysOf(typed);
    std::vector<FoundPlace> found;
    for (const model::Place& place : casebook.places) {
        if (!place.position)
            continue;
        const Match match = matchOf(keys, {place.nameEn, place.nameZh, place.nameKo, place.aliases});
        if (match != Match::none)
            found.push_back({{place.nameEn, place.nameZh, place.nameKo},
                             *place.position,
                             place.id,
                             match == Match::whole});
    }
    for (const basemap::Level* level : {&basemap.border, &basemap.wide})
        for (const basemap::Town& town : level->towns) { // most important first
            const Match match = matchOf(keys, {town.names.en, town.names.zh, town.names.ko});
            if (match != Match::none && !isKnown(found, town.position))
                found.push_back({town.names, town.position, {}, match == Match::whole});
        }
    std::stable_sort(found.begin(), found.end(),
                     [](const FoundPlace& a, const FoundPlace& b) { return a.isExact > b.isExact; });
    found.resize(std::min(found.size(), most));
    return found;
}

} // namespace surplace::scene
