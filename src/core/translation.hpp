#pragma once
#include <cstdint>
#include <fmt/format.h>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// What the program says, in the reader's language. English text is the message's own name (msgid); the other
/// languages are the gettext catalogues of po/, built into the program. Neither the environment nor the
/// system's locale is asked: whoever composes a frame or runs the window says which language holds.
namespace surplace::core {

enum class Language { en, ko, zh, fr };

std::span<const Language> allLanguages();
/// "en", "ko", "zh", "fr": on the command line and in settings.
std::string_view word(Language language);
std::optional<Language> languageFromWord(std::string_view word);
/// The language of a system's locale name ("ko_KR.UTF-8", "zh_CN"); English where none of ours is meant.
Language languageOfLocale(std::string_view locale);
/// "English", "한국어": each language in itself, for a menu.
const char* nameOf(Language language);
/// Every translation of a language, one after the other: the window's atlas has their letters. Empty for
/// English.
std::string allTranslations(Language language);
/// BCP 47, for the forms of letters: "en", "ko", "zh-Hans", "fr".
const char* tagOf(Language language);

/// The language that holds on this thread; English where no scope is open.
Language currentLanguage();

/// Makes a language hold on this thread until the scope ends; scopes nest. A new thread begins in English.
class LanguageScope {
public:
    explicit LanguageScope(Language language);
    ~LanguageScope();
    LanguageScope(const LanguageScope&) = delete;
    LanguageScope& operator=(const LanguageScope&) = delete;

private:
    Language _before;
};

/// The message in the language that holds; lives as long as the program.
const char* tr(const char* message);
/// Of a word that needs different translations in different places: `context` tells them apart.
const char* trc(const char* context, const char* message);

/// Names a message in a table, for tools/words to find; tr() translates it where it is used.
constexpr const char* toTranslate(const char* message) {
    return message;
}
constexpr const char* toTranslate(const char* /*context*/, const char* message) {
    return message;
}

/// The form of a counted message for `count`, by the language's own rule; not filled in.
const char* pluralForm(std::int64_t count, const char* one, const char* many);

/// A message with "{}" or "{0} {1}" filled in; a translation may put them in another order.
template <class... Values>
std::string trf(fmt::format_string<Values...> message, Values&&... values) {
    return fmt::vformat(tr(fmt::string_view(message).data()), fmt::make_format_args(values...));
}

template <class... Values>
std::string trcf(const char* context, fmt::format_string<Values...> message, Values&&... values) {
    return fmt::vformat(trc(context, fmt::string_view(message).data()), fmt::make_format_args(values...));
}

/// trn(n, "one report", "{0} reports", n): the form for `count`; the count is filled in only where it is also
/// given as a value.
template <class... Values>
std::string trn(std::int64_t count, fmt::format_string<Values...> one, fmt::format_string<Values...> many,
                Values&&... values) {
    return fmt::vformat(pluralForm(count, fmt::string_view(one).data(), fmt::string_view(many).data()),
                        fmt::make_format_args(values...));
}

/// "a, b and c"; one and none are themselves.
std::string listedWithAnd(std::span<const std::string> parts);
/// "a, b or c".
std::string listedWithOr(std::span<const std::string> parts);
/// "a, b, c": with the language's own comma.
std::string listed(std::span<const std::string> parts);

} // namespace surplace::core
