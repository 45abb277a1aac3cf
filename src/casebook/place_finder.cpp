#include "casebook/place_finder.hpp"
#include "core/error.hpp"
#include "core/translation.hpp"
#include "geo/geodesic.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace surplace::casebook {

using model::Place;

namespace {

constexpr std::size_t mostListed = 6;

double kilometersFrom(const Place& place, geo::LonLat position) {
    return geo::geodesicBetween(*place.position, position).distanceMeters / 1000;
}

/// "cn-jilin-city (Jilin City 吉林市, settlement) or area-cn-jilin (Jilin province 吉林省, province)"
std::string listed(const std::vector<const Place*>& places) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < places.size() && i < mostListed; ++i) {
        const Place& place = *places[i];
        std::string names;
        for (const model::Text* name : {&place.nameEn, &place.nameZh, &place.nameKo})
            if (!name->empty())
                names += (names.empty() ? "" : " ") + *name;
        parts.push_back(
            core::trcf("id (names, kind)", "{0} ({1}, {2})", place.id, names, model::title(place.kind)));
    }
    const std::string ids = core::listedWithOr(parts);
    return places.size() > mostListed ? core::trf("{0} or another", ids) : ids;
}

/// Whether a longer name goes on with a further word: "jilin_city" after "jilin", "吉林市" after "吉林".
bool goesOn(std::string_view name, std::size_t length) {
    if (name.size() <= length)
        return false;
    const auto next = static_cast<unsigned char>(name[length]);
    return next == '_' || next == '(' || next >= 0x80;
}

} // namespace

void PlaceFinder::addName(Names& names, std::string_view name, const Place& place) {
    const std::string key = normalizedWord(trimmed(name));
    if (key.empty())
        return;
    Candidates& places = names[key];
    if (std::find(places.begin(), places.end(), &place) == places.end())
        places.push_back(&place);
}

void PlaceFinder::add(const Place& place) {
    _ids.emplace(place.id, &place);
    for (const std::string_view name :
         {std::string_view(place.nameEn), std::string_view(place.nameZh), std::string_view(place.nameKo)}) {
        addName(_headings, name, place);
        // "선양(심양)": the southern reading, and the Sino-Korean one in brackets.
        const std::size_t bracket = name.find('(');
        if (bracket != std::string_view::npos) {
            addName(_headings, name.substr(0, bracket), place);
            const std::string_view inner = name.substr(bracket + 1);
            addName(_aliases, inner.substr(0, inner.find(')')), place);
        }
    }
    for (const auto& [language, name] : place.otherNames)
        addName(_aliases, name, place);
    for (const std::string_view alias : splitList(place.aliases))
        addName(_aliases, alias.substr(0, alias.find('(')), place);
}

const Place* PlaceFinder::find(std::string_view text, const std::optional<geo::LonLat>& near) const {
    if (const auto id = _ids.find(text); id != _ids.end())
        return id->second;
    const std::string key = normalizedWord(text);
    Candidates places;
    for (const Names* names : {&_headings, &_aliases})
        if (const auto found = names->find(key); places.empty() && found != names->end())
            places = found->second;
    if (near) {
        std::erase_if(places, [&](const Place* place) {
            return place->position && kilometersFrom(*place, *near) > sameNameKm;
        });
        std::stable_sort(places.begin(), places.end(), [&](const Place* a, const Place* b) {
            return a->position && (!b->position || kilometersFrom(*a, *near) < kilometersFrom(*b, *near));
        });
        return places.empty() ? nullptr : places.front();
    }
    if (places.size() > 1) {
        Candidates settlements;
        std::copy_if(places.begin(), places.end(), std::back_inserter(settlements),
                     [](const Place* place) { return place->kind == model::PlaceKind::settlement; });
        if (settlements.size() == 1)
            return settlements.front();
        throw core::Error(core::trf("\"{0}\" can mean several places", text), {},
                          core::trf("Write the id of the one that is meant: {0}.", listed(places)));
    }
    return places.empty() ? nullptr : places.front();
}

std::string PlaceFinder::likelyMeant(std::string_view text) const {
    const std::string key = normalizedWord(text);
    Candidates places;
    for (const Names* names : {&_headings, &_aliases})
        for (auto name = names->upper_bound(key);
             name != names->end() && name->first.starts_with(key) && places.size() <= mostListed; ++name)
            if (goesOn(name->first, key.size()))
                for (const Place* place : name->second)
                    if (std::find(places.begin(), places.end(), place) == places.end())
                        places.push_back(place);
    return listed(places);
}

} // namespace surplace::casebook
