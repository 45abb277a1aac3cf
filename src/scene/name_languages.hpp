#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace surplace::scene {

enum class NameLanguage { en, zh, ko };

/// In which languages names are printed: one or several side by side, in the order asked for; or `all`,
/// English with the local script beside it (Chinese in China, Korean in Korea).
struct NameLanguages {
    std::vector<NameLanguage> order; ///< each at most once; empty = all

    static const NameLanguages en, zh, ko, all;

    bool isAll() const { return order.empty(); }
    bool has(NameLanguage language) const;
    bool operator==(const NameLanguages&) const = default;
};
/// "en", "ko+zh", "en+zh+ko", "all"; nothing for any other word and where a language comes twice.
std::optional<NameLanguages> nameLanguagesByWord(std::string_view word);
std::string word(const NameLanguages& languages);
/// With one language more (at the end) or less; taking the last one away gives `all`.
NameLanguages toggled(NameLanguages languages, NameLanguage language);

} // namespace surplace::scene
