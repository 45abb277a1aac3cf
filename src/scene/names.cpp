#include "scene/frame.hpp"
#include "scene/place_areas.hpp"

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

std::string languageOf(const std::string& country, NameLanguage names) {
    const std::string tag = languageOf(country);
    return shortNames(names) == NameLanguage::zh && !tag.starts_with("zh") ? "zh-Hans" : tag;
}

NameLanguage shortNames(NameLanguage asked) {
    if (asked != NameLanguage::all)
        return asked;
    switch (core::currentLanguage()) {
    case core::Language::zh:
        return NameLanguage::zh;
    case core::Language::ko:
        return NameLanguage::ko;
    case core::Language::en:
    case core::Language::fr:
        break;
    }
    return NameLanguage::en;
}

std::string nameFor(const basemap::Names& names, const std::string& country, NameLanguage language) {
    const std::string english = withoutRemark(names.en);
    const std::string chinese = withoutRemark(names.zh), korean = withoutRemark(names.ko);
    switch (language) {
    case NameLanguage::en:
        return english;
    case NameLanguage::zh:
        return chinese.empty() ? english : chinese;
    case NameLanguage::ko:
        return korean.empty() ? english : korean;
    case NameLanguage::all:
        break;
    }
    const std::string own = nameFor(names, country, shortNames(NameLanguage::all));
    const std::string tag = languageOf(country);
    const std::string local = tag == "ko" ? korean : tag.starts_with("zh") ? chinese : std::string();
    if (local.empty() || local == own)
        return own;
    return own.empty() ? local : own + " " + local;
}

std::string nameFor(const model::Place& place, NameLanguage language) {
    return nameFor({place.nameEn, place.nameZh, place.nameKo}, place.country, language);
}

} // namespace surplace::scene
