#include "scene/name_languages.hpp"
#include <algorithm>
#include <array>

namespace surplace::scene {

namespace {

constexpr std::array<std::string_view, 3> words{"en", "zh", "ko"};

} // namespace

const NameLanguages NameLanguages::en{{NameLanguage::en}};
const NameLanguages NameLanguages::zh{{NameLanguage::zh}};
const NameLanguages NameLanguages::ko{{NameLanguage::ko}};
const NameLanguages NameLanguages::all{};

bool NameLanguages::has(NameLanguage language) const {
    return std::ranges::find(order, language) != order.end();
}

std::optional<NameLanguages> nameLanguagesByWord(std::string_view word) {
    if (word == "all")
        return NameLanguages::all;
    NameLanguages languages;
    for (;;) {
        const std::size_t plus = word.find('+');
        const auto known = std::ranges::find(words, word.substr(0, plus));
        const auto language = static_cast<NameLanguage>(known - words.begin());
        if (known == words.end() || languages.has(language))
            return std::nullopt;
        languages.order.push_back(language);
        if (plus == std::string_view::npos)
            return languages;
        word.remove_prefix(plus + 1);
    }
}

std::string word(const NameLanguages& languages) {
    std::string text;
    for (const NameLanguage language : languages.order)
        text += (text.empty() ? "" : "+") + std::string(words[static_cast<std::size_t>(language)]);
    return text.empty() ? "all" : text;
}

NameLanguages toggled(NameLanguages languages, NameLanguage language) {
    if (std::erase(languages.order, language) == 0)
        languages.order.push_back(language);
    return languages;
}

} // namespace surplace::scene
