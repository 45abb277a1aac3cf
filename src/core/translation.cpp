#include "core/translation.hpp"
#include "core/catalogues.hpp"
#include <algorithm>
#include <array>
#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/message.hpp>
#include <memory>
#include <vector>

namespace surplace::core {

namespace {

constexpr std::array languages{Language::en, Language::ko, Language::zh, Language::fr};

struct About {
    const char* word;
    const char* name;
    const char* tag;
    const char* catalogue; ///< empty: the messages themselves
};

const About& about(Language language) {
    static constexpr std::array<About, languages.size()> all{{{"en", "English", "en", ""},
                                                              {"ko", "한국어", "ko", "ko"},
                                                              {"zh", "中文", "zh-Hans", "zh_CN"},
                                                              {"fr", "Français", "fr", "fr"}}};
    return all.at(static_cast<std::size_t>(language));
}

using Messages = boost::locale::message_format<char>;

/// Every catalogue, read once; only looked into afterwards, so that all threads may.
class Catalogues {
public:
    Catalogues() {
        for (const Language language : languages)
            if (const std::string name = about(language).catalogue; !name.empty())
                _messages.at(static_cast<std::size_t>(language)) = read(name);
    }
    /// Null for English.
    const Messages* of(Language language) const {
        return _messages.at(static_cast<std::size_t>(language)).get();
    }

private:
    // A facet deletes itself when the last locale lets go of it, and can be deleted by nobody else: a locale
    // keeps it.
    struct Kept {
        explicit Kept(Messages* facet) : locale(std::locale::classic(), facet), messages(facet) {}
        std::locale locale;
        const Messages* messages;
    };

    static std::shared_ptr<const Messages> read(const std::string& name) {
        boost::locale::gnu_gettext::messages_info info;
        info.language = name;
        info.encoding = "UTF-8";
        info.domains.emplace_back("surplace");
        info.paths.emplace_back("po");
        info.callback = [name](const std::string&, const std::string&) {
            const std::string_view bytes = embeddedCatalogue(name);
            return std::vector<char>(bytes.begin(), bytes.end());
        };
        auto kept = std::make_shared<Kept>(boost::locale::gnu_gettext::create_messages_facet<char>(info));
        const Messages* messages = kept->messages;
        return {std::move(kept), messages};
    }

    std::array<std::shared_ptr<const Messages>, languages.size()> _messages;
};

const Messages* messagesOf(Language language) {
    static const Catalogues catalogues;
    return catalogues.of(language);
}

// What a frame is composed in is a dynamic scope of its thread: nearly every function that words something
// would else hand it on.
thread_local Language heldLanguage = Language::en;

std::string joined(std::span<const std::string> parts, const char* last) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (i == 0)
            text = parts[i];
        else
            text = fmt::format(fmt::runtime(i + 1 == parts.size() ? last : trc("list", "{0}, {1}")), text,
                               parts[i]);
    return text;
}

} // namespace

std::span<const Language> allLanguages() {
    return languages;
}

std::string_view word(Language language) {
    return about(language).word;
}

std::optional<Language> languageFromWord(std::string_view text) {
    const auto found = std::ranges::find_if(languages, [&](Language one) { return word(one) == text; });
    return found == languages.end() ? std::nullopt : std::optional(*found);
}

Language languageOfLocale(std::string_view locale) {
    return languageFromWord(locale.substr(0, locale.find_first_of("_.@-"))).value_or(Language::en);
}

const char* nameOf(Language language) {
    return about(language).name;
}

const char* tagOf(Language language) {
    return about(language).tag;
}

std::string allTranslations(Language language) {
    const std::string_view file = embeddedCatalogue(about(language).catalogue);
    const auto numberAt = [file](std::size_t at) {
        std::size_t number = 0;
        for (std::size_t i = 0; i < 4; ++i)
            number |= static_cast<std::size_t>(static_cast<unsigned char>(file.at(at + i))) << (8 * i);
        return number;
    };
    // The header of a .mo file: magic number, revision, number of messages, tables of originals and of
    // translations; a table's row is a length and where the text begins (gettext manual, "MO Files").
    constexpr std::size_t countAt = 8, tableAt = 16, rowBytes = 8;
    std::string text;
    const std::size_t count = file.empty() ? 0 : numberAt(countAt);
    for (std::size_t i = 1; i < count; ++i) { // the first is the catalogue's own header
        const std::size_t row = numberAt(tableAt) + i * rowBytes;
        text += file.substr(numberAt(row + 4), numberAt(row));
        text += '\n';
    }
    return text;
}

Language currentLanguage() {
    return heldLanguage;
}

LanguageScope::LanguageScope(Language language) : _before(heldLanguage) {
    heldLanguage = language;
}

LanguageScope::~LanguageScope() {
    heldLanguage = _before;
}

const char* tr(const char* message) {
    return trc(nullptr, message);
}

const char* trc(const char* context, const char* message) {
    const Messages* messages = messagesOf(heldLanguage);
    const char* found = messages == nullptr ? nullptr : messages->get(0, context, message);
    return found == nullptr ? message : found;
}

const char* pluralForm(std::int64_t count, const char* one, const char* many) {
    const Messages* messages = messagesOf(heldLanguage);
    // Boost 1.74 takes an int; the rules of our languages ask no more of a number than whether it is over 1.
    const int small = static_cast<int>(std::min<std::int64_t>(count, 1'000'000));
    const char* found = messages == nullptr ? nullptr : messages->get(0, nullptr, one, small);
    return found != nullptr ? found : count == 1 ? one : many;
}

std::string listedWithAnd(std::span<const std::string> parts) {
    return joined(parts, trc("list", "{0} and {1}"));
}

std::string listedWithOr(std::span<const std::string> parts) {
    return joined(parts, trc("list", "{0} or {1}"));
}

std::string listed(std::span<const std::string> parts) {
    return joined(parts, trc("list", "{0}, {1}"));
}

} // namespace surplace::core
