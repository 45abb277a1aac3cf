#include "scene/frame.hpp"
#include "scene/place_areas.hpp"
#include <algorithm>

namespace surplace::scene {

namespace {

/// "Nanping (Helong)" is Nanping on a map, "선양(심양)" 선양: the remark in brackets stays in the casebook.
std::string withoutRemark(const std::string& name) {
    auto end = name.find('(');
    end = std::min(end, name.find("\uff08"));
    std::string result = name.substr(0, end);
    while (!result.empty() && result.back() == ' ')
        result.pop_back();
    return result.empty() ? name : result;
}

} // namespace

std::string foldedPlaceName(const std::string& name) {
    return foldedName(withoutRemark(name));
}

std::string languageOf(const std::string& country) {
    if (country.starts_with("CN"))
        return "zh-Hans";
    if (country.starts_with("KP") || country.starts_with("KR"))
        return "ko";
    if (country.starts_with("TW") || country.starts_with("HK") || country.starts_with("MO"))
        return "zh-Hant";
    return "en";
}

std::string languageOf(const std::string& country, const NameLanguages& languages) {
    // The Chinese names of the data are written in simplified characters, wherever the place is.
    const std::string tag = languageOf(country);
    if (languages.has(NameLanguage::zh) || shortNames(languages) == NameLanguages::zh)
        return tag.starts_with("zh") ? tag : "zh-Hans";
    return languages.has(NameLanguage::ko) ? "ko" : tag;
}

NameLanguages shortNames(const NameLanguages& asked) {
    if (!asked.isAll())
        return {{asked.order.front()}};
    switch (core::currentLanguage()) {
    case core::Language::zh:
        return NameLanguages::zh;
    case core::Language::ko:
        return NameLanguages::ko;
    case core::Language::en:
    case core::Language::fr:
        break;
    }
    return NameLanguages::en;
}

std::vector<std::string> namesFor(const basemap::Names& names, const std::string& country,
                                  const NameLanguages& languages) {
    const std::string english = withoutRemark(names.en);
    const std::string chinese = withoutRemark(names.zh), korean = withoutRemark(names.ko);
    const auto in = [&](NameLanguage language) -> const std::string& {
        return language == NameLanguage::en ? english : language == NameLanguage::zh ? chinese : korean;
    };
    std::vector<std::string> result;
    const auto add = [&](const std::string& name) {
        if (!name.empty() && std::ranges::find(result, name) == result.end())
            result.push_back(name);
    };
    const std::string tag = languageOf(country);
    const std::string& local = tag == "ko" ? korean : tag.starts_with("zh") ? chinese : english;
    if (languages.isAll()) {
        const std::string& own = in(shortNames(languages).order.front());
        add(own.empty() ? english : own);
        if (&local != &english)
            add(local);
    }
    for (const NameLanguage language : languages.order)
        add(in(language));
    // No place goes without a name because one language lacks it: English, the local script, whatever there
    // is.
    for (const std::string* name : {&english, &local, &chinese, &korean})
        if (result.empty())
            add(*name);
    return result;
}

std::string nameFor(const basemap::Names& names, const std::string& country, const NameLanguages& languages) {
    std::string text;
    for (const std::string& name : namesFor(names, country, languages))
        text += (text.empty() ? "" : " ") + name;
    return text;
}

std::string nameFor(const model::Place& place, const NameLanguages& languages) {
    return nameFor({place.nameEn, place.nameZh, place.nameKo}, place.country, languages);
}

std::vector<std::string> asLines(const std::vector<std::string>& names, const text::Style& style,
                                 double widestPixels, TextMeasure& measure) {
    std::string all;
    for (const std::string& name : names)
        all += (all.empty() ? "" : " ") + name;
    if (names.size() < 2 || measure(all, style).width <= widestPixels)
        return {all};
    return {names.front(), all.substr(names.front().size() + 1)};
}

} // namespace surplace::scene
