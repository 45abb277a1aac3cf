#include "core/translation.hpp"
#include "model/describe.hpp"
#include "timeline/folding.hpp"
#include "timeline/matcher.hpp"
#include <algorithm>

namespace surplace::timeline {

namespace {

template <class Value>
bool allows(const std::set<Value>& set, const Value& value) {
    return set.empty() || set.contains(value);
}

void unite(std::vector<bool>& found, const std::vector<bool>& more) {
    for (std::size_t i = 0; i < found.size(); ++i)
        found[i] = found[i] || more[i];
}

/// Adds what is found in a record to `found`, searching it only the first time that its id comes up.
template <class Search>
void remember(std::unordered_map<model::Id, std::vector<bool>>& known, const model::Id& id,
              std::vector<bool>& found, const Search& searchRecord) {
    const auto [entry, isNew] = known.try_emplace(id, found.size(), false);
    if (isNew)
        searchRecord(entry->second);
    unite(found, entry->second);
}

} // namespace

Matcher::Matcher(const Filter& filter, const model::Casebook& casebook)
    : _filter(filter), _casebook(casebook), _words(foldedWords(filter.text)) {
    for (const std::string& word : _words)
        _keys.push_back(keysOf(word));
}

bool Matcher::passes(const model::Event& event) {
    return allows(_filter.kinds, event.kind) && allows(_filter.assertions, event.assertion) &&
           allows(_filter.cases, event.caseId) && passesPlaces(event) && passesSources(event) &&
           passesText(event);
}

bool Matcher::passesPlaces(const model::Event& event) const {
    if (_filter.places.empty())
        return true;
    return std::ranges::any_of(
        std::array{&event.placeId, &event.fromPlaceId, &event.toPlaceId, &event.crossingId},
        [&](const model::Id* id) { return !id->empty() && _filter.places.contains(*id); });
}

bool Matcher::passesSources(const model::Event& event) const {
    return _filter.sources.empty() ||
           std::ranges::any_of(event.citations, [&](const model::Citation& citation) {
               return _filter.sources.contains(citation.sourceId);
           });
}

bool Matcher::passesText(const model::Event& event) {
    if (_words.empty())
        return true;
    Found found(_words.size(), false);
    const auto isComplete = [&] { return std::ranges::all_of(found, [](bool is) { return is; }); };
    search(event.id, found);
    search(event.what, found);
    search(event.details->placeWritten, found);
    if (isComplete())
        return true;
    for (const model::Id* id : {&event.placeId, &event.fromPlaceId, &event.toPlaceId, &event.crossingId})
        searchPlace(*id, found);
    searchCase(event.caseId, found);
    for (const model::Citation& citation : event.citations)
        searchSource(citation.sourceId, found);
    return isComplete();
}

void Matcher::search(std::string_view text, Found& found) const {
    if (text.empty())
        return;
    const std::string plain = folded(text);
    for (std::size_t i = 0; i < _words.size(); ++i)
        found[i] = found[i] || plain.find(_words[i]) != std::string::npos;
}

/// Names of places are found in every spelling and script.
void Matcher::searchNames(std::string_view names, Found& found) const {
    search(names, found);
    for (const std::string& name : namesIn(names)) {
        const NameKeys keys = keysOf(name);
        for (std::size_t i = 0; i < _keys.size(); ++i)
            found[i] = found[i] || finds(_keys[i], keys);
    }
}

void Matcher::searchSource(const model::Id& id, Found& found) {
    remember(_sources, id, found, [&](Found& here) {
        search(id, here);
        if (const model::Source* source = _casebook.sources.find(id)) {
            search(source->title, here);
            search(source->publisher, here);
        }
    });
}

void Matcher::searchPlace(const model::Id& id, Found& found) {
    remember(_places, id, found, [&](Found& here) {
        const model::Place* place = _casebook.places.find(id);
        if (place == nullptr)
            return;
        for (const model::Text* name : {&place->nameEn, &place->nameZh, &place->nameKo, &place->aliases})
            searchNames(*name, here);
        for (const auto& [language, name] : place->otherNames)
            searchNames(name, here);
    });
}

void Matcher::searchCase(const model::Id& id, Found& found) {
    remember(_cases, id, found, [&](Found& here) {
        search(id, here);
        if (const model::Case* record = _casebook.cases.find(id))
            search(record->title, here);
    });
}

namespace {

/// Up to three by name, more by their number, which `many` words.
std::string eitherOf(const std::vector<std::string>& names, const char* many) {
    constexpr std::size_t mostNamed = 3;
    return names.size() > mostNamed ? fmt::format(fmt::runtime(core::tr(many)), names.size())
                                    : core::listedWithOr(names);
}

} // namespace

std::string inWords(const Filter& filter, const model::Casebook& casebook) {
    std::vector<std::string> parts, names;
    const auto finish = [&](const char* many) {
        if (!names.empty())
            parts.push_back(eitherOf(names, many));
        names.clear();
    };
    for (const model::EventKind kind : filter.kinds)
        names.emplace_back(model::title(kind));
    finish(core::toTranslate("{0} kinds"));
    for (const model::Assertion assertion : filter.assertions)
        names.emplace_back(model::title(assertion));
    finish(core::toTranslate("{0} degrees of certainty"));
    // A record that an output must not know of is only counted.
    for (const model::Id& id : filter.places) {
        const model::Place* place = casebook.places.find(id);
        names.push_back(place == nullptr ? core::tr("a place") : model::nameInWords(*place));
    }
    finish(core::toTranslate("{0} places"));
    for (const model::Id& id : filter.sources) {
        const model::Source* source = casebook.sources.find(id);
        names.push_back(source == nullptr ? core::tr("a source") : source->title);
    }
    finish(core::toTranslate("{0} sources"));
    for (const model::Id& id : filter.cases) {
        const model::Case* record = casebook.cases.find(id);
        names.push_back(record == nullptr ? core::tr("a case") : record->title);
    }
    finish(core::toTranslate("{0} cases"));
    if (!filter.text.empty())
        parts.emplace_back(core::tr("a search for words"));
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : "; ") + part;
    return text;
}

bool passes(const Filter& filter, const model::Event& event, const model::Casebook& casebook) {
    return Matcher(filter, casebook).passes(event);
}

} // namespace surplace::timeline
