#include "model/count_range.hpp"
#include "core/error.hpp"
#include "core/translation.hpp"
#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <limits>

namespace surplace::model {

using core::tr;
using core::trcf;
using core::trf;
using core::trn;

namespace {

using Bound = std::optional<std::int64_t>;

/// "1,170": grouped by thousands, for sentences.
std::string grouped(std::int64_t value) {
    std::string digits = std::to_string(value);
    for (auto i = static_cast<std::ptrdiff_t>(digits.size()) - 3; i > 0; i -= 3)
        digits.insert(static_cast<std::size_t>(i), 1, ',');
    return digits;
}

[[noreturn]] void refuse(const std::string& text) {
    throw core::Error(trf("the count '{0}' cannot be read", text), {},
                      tr("Write 41, at least 9, up to 600, 500-600, ~50 (about 50), or nothing when "
                         "no figure is given."));
}

bool takePrefix(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix))
        return false;
    text.remove_prefix(prefix.size());
    return true;
}

/// Digits only; empty stands for no bound.
Bound readBound(std::string_view digits, const std::string& whole) {
    if (digits.empty())
        return std::nullopt;
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size() || digits.front() == '-')
        refuse(whole);
    return value;
}

Bound sum(Bound a, Bound b) {
    if (*a > std::numeric_limits<std::int64_t>::max() - *b)
        return std::nullopt;
    return *a + *b;
}

} // namespace

CountRange::CountRange(std::optional<std::int64_t> lower, std::optional<std::int64_t> upper, bool about)
    : _lower(lower), _upper(upper), _about(about && (lower || upper)) {
    if ((lower && *lower < 0) || (upper && *upper < 0))
        throw core::Error(tr("a count cannot be negative"));
    if (lower && upper && *lower > *upper)
        throw core::Error(trf("a count cannot be at least {0} and up to {1}", *lower, *upper));
}

CountRange CountRange::parse(const std::string& text) {
    std::string_view rest = text;
    const bool atLeast = takePrefix(rest, "at least ");
    const bool upTo = !atLeast && takePrefix(rest, "up to ");
    const bool about = takePrefix(rest, "about ") || takePrefix(rest, "~");
    if (rest.empty() && rest.size() != text.size())
        refuse(text);
    if (rest.empty())
        return {};
    const auto dash = rest.find('-');
    if (dash == std::string_view::npos) {
        const Bound value = readBound(rest, text);
        return {upTo ? std::nullopt : value, atLeast ? std::nullopt : value, about};
    }
    const Bound lower = readBound(rest.substr(0, dash), text), upper = readBound(rest.substr(dash + 1), text);
    if (atLeast || upTo || (!lower && !upper))
        refuse(text);
    return {lower, upper, about};
}

CountRange CountRange::operator+(const CountRange& other) const {
    CountRange result;
    if (_lower || other._lower)
        result._lower = sum(_lower.value_or(0), other._lower.value_or(0));
    if (_upper && other._upper)
        result._upper = sum(_upper, other._upper);
    result._about = (_about || other._about) && result.isKnown();
    return result;
}

CountRange CountRange::hull(const CountRange& other) const {
    if (!isKnown() || !other.isKnown())
        return isKnown() ? *this : other;
    CountRange result;
    if (_lower && other._lower)
        result._lower = std::min(*_lower, *other._lower);
    if (_upper && other._upper)
        result._upper = std::max(*_upper, *other._upper);
    result._about = (_about || other._about) && result.isKnown();
    return result;
}

std::string CountRange::inWords() const {
    if (!isKnown())
        return tr("number not given");
    if (!_upper)
        return _about ? trf("about {0} or more", grouped(*_lower)) : trf("at least {0}", grouped(*_lower));
    if (!_lower)
        return _about ? trf("up to about {0}", grouped(*_upper)) : trf("up to {0}", grouped(*_upper));
    if (_lower == _upper)
        return _about ? trf("about {0}", grouped(*_lower)) : grouped(*_lower);
    return _about ? trf("about {0}-{1}", grouped(*_lower), grouped(*_upper))
                  : trcf("range of a count", "{0}-{1}", grouped(*_lower), grouped(*_upper));
}

std::string CountRange::peopleInWords() const {
    if (!isKnown())
        return tr("number not given");
    if (!_upper && _about)
        return trf("about {0} or more people", grouped(*_lower));
    if (!_upper)
        return trn(*_lower, "at least {0} person", "at least {0} people", grouped(*_lower));
    if (!_lower && _about)
        return trf("up to about {0} people", grouped(*_upper));
    if (!_lower)
        return trn(*_upper, "up to {0} person", "up to {0} people", grouped(*_upper));
    if (_lower == _upper)
        return _about ? trf("about {0} people", grouped(*_lower))
                      : trn(*_lower, "{0} person", "{0} people", grouped(*_lower));
    return _about ? trf("about {0}-{1} people", grouped(*_lower), grouped(*_upper))
                  : trf("{0}-{1} people", grouped(*_lower), grouped(*_upper));
}

std::string CountRange::text() const {
    if (!isKnown())
        return "";
    const std::string about = _about ? "~" : "";
    // "9-" and "-600" are read too, but not written: a spreadsheet turns 9- into -9.
    if (!_upper)
        return fmt::format("at least {}{}", about, *_lower);
    if (!_lower)
        return fmt::format("up to {}{}", about, *_upper);
    return about + (_lower == _upper ? std::to_string(*_lower) : fmt::format("{}-{}", *_lower, *_upper));
}

} // namespace surplace::model
