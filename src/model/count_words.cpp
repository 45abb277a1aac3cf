#include "model/count_words.hpp"
#include <algorithm>
#include <array>
#include <charconv>

namespace surplace::model {

namespace {

using Bound = std::optional<std::int64_t>;

/// Lower case, one blank between words.
std::string plain(std::string_view words) {
    std::string text;
    for (const char c : words) {
        const bool isBlank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!isBlank)
            text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!text.empty() && text.back() != ' ')
            text += ' ';
    }
    while (!text.empty() && text.back() == ' ')
        text.pop_back();
    return text;
}

template <std::size_t size>
bool takeFirst(std::string_view& text, const std::array<std::string_view, size>& beginnings) {
    const auto found = std::ranges::find_if(beginnings, [&](auto one) { return text.starts_with(one); });
    if (found == beginnings.end())
        return false;
    text.remove_prefix(found->size());
    return true;
}

template <std::size_t size>
bool takeLast(std::string_view& text, const std::array<std::string_view, size>& endings) {
    const auto found = std::ranges::find_if(endings, [&](auto one) { return text.ends_with(one); });
    if (found == endings.end())
        return false;
    text.remove_suffix(found->size());
    return true;
}

/// "1170", or "1,170" grouped by thousands.
Bound digits(std::string_view text) {
    std::string bare(text);
    const std::size_t firstComma = text.find(',');
    if (firstComma != std::string_view::npos) {
        if (firstComma == 0 || firstComma > 3 || (text.size() - firstComma) % 4 != 0)
            return {};
        for (std::size_t i = 0; i < text.size(); ++i)
            if ((text[i] == ',') != (i >= firstComma && (i - firstComma) % 4 == 0))
                return {};
        std::erase(bare, ',');
    }
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(bare.data(), bare.data() + bare.size(), value);
    if (error != std::errc() || end != bare.data() + bare.size() || bare.front() == '-')
        return {};
    return value;
}

Bound figure(std::string_view text) {
    constexpr std::array<std::string_view, 21> upToTwenty{
        "zero",     "one",     "two",     "three",     "four",     "five",     "six",
        "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
    constexpr std::array<std::string_view, 10> tens{"",      "",      "twenty",  "thirty", "forty",
                                                    "fifty", "sixty", "seventy", "eighty", "ninety"};
    if (text.empty())
        return {};
    if (text == "a dozen")
        return 12;
    if (const auto word = std::ranges::find(upToTwenty, text); word != upToTwenty.end())
        return word - upToTwenty.begin();
    for (std::size_t ten = 2; ten < tens.size(); ++ten) {
        if (!text.starts_with(tens[ten]))
            continue;
        const std::string_view rest = text.substr(tens[ten].size());
        if (rest.empty())
            return static_cast<std::int64_t>(10 * ten);
        const auto one = std::ranges::find(upToTwenty, rest.substr(1));
        const auto unit = one - upToTwenty.begin();
        if ((rest.front() == '-' || rest.front() == ' ') && unit >= 1 && unit <= 9)
            return static_cast<std::int64_t>(10 * ten) + unit;
    }
    return digits(text);
}

bool hasNoFigure(std::string_view text) {
    constexpr std::array<std::string_view, 11> vague{"several", "some",     "many",     "a few",
                                                     "few",     "a number", "a group",  "scores",
                                                     "tens",    "hundreds", "thousands"};
    return std::ranges::find(vague, text) != vague.end();
}

std::optional<CountRange> rangeOf(std::string_view text, std::string_view between, bool about) {
    const std::size_t at = text.find(between);
    if (at == std::string_view::npos)
        return {};
    const Bound lower = figure(text.substr(0, at)), upper = figure(text.substr(at + between.size()));
    if (!lower || !upper || *lower > *upper)
        return {};
    return CountRange(lower, upper, about);
}

/// One more or less than a figure, which lies outside the range itself.
std::optional<CountRange> beyond(Bound value, int step) {
    if (!value || *value + step < 0 || *value > 1'000'000'000'000)
        return {};
    return step > 0 ? CountRange(*value + step, {}) : CountRange({}, *value + step);
}

std::optional<CountRange> bounded(Bound lower, Bound upper, bool about) {
    return lower || upper ? std::optional(CountRange(lower, upper, about)) : std::nullopt;
}

} // namespace

std::optional<CountRange> countFromWords(std::string_view words) {
    constexpr std::array<std::string_view, 4> whom{" of people", " people", " persons", " person"};
    constexpr std::array<std::string_view, 4> above{"more than ", "over ", "> ", ">"};
    constexpr std::array<std::string_view, 5> below{"fewer than ", "less than ", "under ", "< ", "<"};
    constexpr std::array<std::string_view, 4> least{"at least ", "no fewer than ", "no less than ",
                                                    "a minimum of "};
    constexpr std::array<std::string_view, 7> most{"up to ",         "at most ",    "no more than ",
                                                   "not more than ", "as many as ", "a maximum of ",
                                                   "at the most "};
    constexpr std::array<std::string_view, 7> near{"about ", "around ", "approximately ", "roughly ", "some ",
                                                   "circa ", "~"};
    constexpr std::array<std::string_view, 3> orMore{" or more", " and more", "+"};
    constexpr std::array<std::string_view, 2> orFewer{" or fewer", " or less"};

    const std::string whole = plain(words);
    std::string_view text = whole;
    takeLast(text, whom);
    if (hasNoFigure(text))
        return CountRange();
    if (text == "dozens" || text == "several dozen")
        return CountRange(24, std::nullopt);
    if (takeFirst(text, above))
        return beyond(figure(text), 1);
    if (takeFirst(text, below))
        return beyond(figure(text), -1);
    const bool atLeast = takeFirst(text, least), upTo = !atLeast && takeFirst(text, most);
    const bool about = takeFirst(text, near);
    if (!atLeast && !upTo) {
        if (takeLast(text, orMore))
            return bounded(figure(text), {}, about);
        if (takeLast(text, orFewer))
            return bounded({}, figure(text), about);
        takeFirst(text, std::array<std::string_view, 2>{"between ", "from "});
        for (const std::string_view between : {" to ", " or ", " and ", "-"})
            if (const auto range = rangeOf(text, between, about))
                return range;
    }
    const Bound value = figure(text);
    return bounded(upTo ? Bound{} : value, atLeast ? Bound{} : value, about);
}

} // namespace surplace::model
