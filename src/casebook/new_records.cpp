#include "casebook/new_records.hpp"

namespace surplace::casebook {

using model::Place;
using model::Sensitivity;
using model::Source;

PlaceFinder& NewPlaces::finderOf(Sensitivity sensitivity) {
    const auto [position, isNew] = _finders.try_emplace(sensitivity);
    if (isNew)
        for (const Place& place : _base)
            position->second.add(place);
    return position->second;
}

const Place* NewPlaces::find(std::string_view name, const std::optional<geo::LonLat>& near,
                             Sensitivity sensitivity) {
    if (const Place* place = finderOf(sensitivity).find(name, near))
        return place;
    // From the row's own side down to the most public.
    for (auto finder = std::make_reverse_iterator(_finders.find(sensitivity)); finder != _finders.rend();
         ++finder)
        if (const Place* place = finder->second.find(name, near))
            return place;
    return nullptr;
}

const Place* NewPlaces::add(Place place) {
    place.id = freeId("place", _base, _count);
    _added.push_back(std::move(place));
    finderOf(_added.back().sensitivity).add(_added.back());
    return &_added.back();
}

NewSources::NewSources(const model::Table<Source>& base) : _base(base) {
    for (const Source& source : base)
        _baseTitles.emplace(normalizedWord(source.title), &source);
}

const Source* NewSources::find(std::string_view text, Sensitivity sensitivity) const {
    if (const Source* source = _base.find(model::Id(text)))
        return source;
    const std::string title = normalizedWord(text);
    if (const auto found = _baseTitles.find(title); found != _baseTitles.end())
        return found->second;
    for (auto titles = std::make_reverse_iterator(_titles.upper_bound(sensitivity)); titles != _titles.rend();
         ++titles)
        if (const auto found = titles->second.find(title); found != titles->second.end())
            return found->second;
    return nullptr;
}

const Source* NewSources::add(Source source) {
    source.id = freeId("source", _base, _count);
    _added.push_back(std::move(source));
    const Source* added = &_added.back();
    _titles[added->sensitivity].emplace(normalizedWord(added->title), added);
    return added;
}

} // namespace surplace::casebook
