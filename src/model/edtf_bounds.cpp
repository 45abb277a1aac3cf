#include "model/edtf_expression.hpp"
#include <array>

namespace surplace::model::edtf {

namespace {

using namespace std::chrono;

/// 21-24 and 25-28 by the seasons of the north, 29-32 by those of the south, then quarters, quadrimesters and
/// semestrals.
constexpr std::array<SeasonMonths, 21> seasons{
    {{3, 5}, {6, 8}, {9, 11}, {12, 14}, {3, 5},   {6, 8}, {9, 11}, {12, 14}, {9, 11}, {12, 14}, {3, 5},
     {6, 8}, {1, 3}, {4, 6},  {7, 9},   {10, 12}, {1, 4}, {5, 8},  {9, 12},  {1, 6},  {7, 12}}};

Day firstOf(int year, int month) {
    return sys_days(std::chrono::year{year + (month - 1) / 12} / ((month - 1) % 12 + 1) / 1);
}

bool matches(const std::string& pattern, int value) {
    for (std::size_t i = pattern.size(); i-- > 0; value /= 10)
        if (pattern[i] != 'X' && pattern[i] - '0' != value % 10)
            return false;
    return value == 0;
}

int withDigit(const std::string& pattern, char digit) {
    std::string text = pattern;
    for (char& c : text)
        c = c == 'X' ? digit : c;
    return std::stoi(text);
}

std::optional<Day> dayInMonth(const Date& date, int year, int month, int direction) {
    const Day first = firstOf(year, month), last = firstOf(year, month + 1) - days{1};
    if (!date.day.isPresent())
        return direction > 0 ? first : last;
    const int length = static_cast<int>((last - first).count()) + 1;
    if (date.day.isSpecified()) {
        const int day = std::stoi(date.day.digits);
        return day >= 1 && day <= length ? std::optional(first + days{day - 1}) : std::nullopt;
    }
    for (int k = 0; k < length; ++k) {
        const int day = direction > 0 ? 1 + k : length - k;
        if (matches(date.day.digits, day))
            return first + days{day - 1};
    }
    return std::nullopt;
}

/// The first (direction 1) or last (-1) day of a year that fits the month and day as written.
std::optional<Day> dayInYear(const Date& date, int year, int direction) {
    if (!date.month.isPresent())
        return direction > 0 ? firstOf(year, 1) : firstOf(year + 1, 1) - days{1};
    if (date.isSeason()) {
        const SeasonMonths months = monthsOfSeason(std::stoi(date.month.digits));
        return direction > 0 ? firstOf(year, months.first) : firstOf(year, months.last + 1) - days{1};
    }
    for (int i = 0; i < 12; ++i) {
        const int month = direction > 0 ? 1 + i : 12 - i;
        if (!matches(date.month.digits, month))
            continue;
        if (const auto day = dayInMonth(date, year, month, direction))
            return day;
    }
    return std::nullopt;
}

/// Walks the years that fit, from one end, to the first that has a fitting day: "XXXX-02-29" begins in a leap
/// year.
std::optional<Day> extreme(const Date& date, int lowYear, int highYear, int direction) {
    const int count = highYear - lowYear + 1;
    for (int i = 0; i < count; ++i) {
        const int year = direction > 0 ? lowYear + i : highYear - i;
        if (!date.significantDigits && !matches(date.year.digits, std::abs(year)))
            continue;
        if (const auto day = dayInYear(date, year, direction))
            return day;
    }
    return std::nullopt;
}

/// Order of the bounds that are no day: an open side lies beyond every year, a long year beyond every day.
int era(const Bound& bound) {
    if (bound.kind == Edtf::End::day)
        return 0;
    return (bound.isFuture ? 1 : -1) * (bound.kind == Edtf::End::open ? 2 : 1);
}
bool isBefore(const Bound& a, const Bound& b) {
    return era(a) != era(b) ? era(a) < era(b) : era(a) == 0 && a.day < b.day;
}

Bound boundOf(const Endpoint& endpoint, bool wantsEarliest) {
    if (endpoint.kind == Endpoint::Kind::open)
        return {Edtf::End::open, {}, !wantsEarliest};
    if (endpoint.kind == Endpoint::Kind::unknown)
        return {Edtf::End::unknown, {}, !wantsEarliest};
    const Bounds bounds = *boundsOf(endpoint.date);
    return wantsEarliest ? bounds.earliest : bounds.latest;
}

} // namespace

SeasonMonths monthsOfSeason(int season) {
    return seasons.at(static_cast<std::size_t>(season - 21));
}

std::optional<Bounds> boundsOf(const Date& date) {
    if (date.isLongYear) {
        const Bound beyond{Edtf::End::noDay, {}, !date.negative};
        return Bounds{beyond, beyond};
    }
    int low = withDigit(date.year.digits, '0'), high = withDigit(date.year.digits, '9');
    if (date.significantDigits) {
        int unit = 1;
        for (int i = *date.significantDigits; i < 4; ++i)
            unit *= 10;
        low = low / unit * unit;
        high = low + unit - 1;
    }
    if (date.negative) {
        std::swap(low, high);
        low = -low;
        high = std::min(-high, -1); // there is no year -0000
    }
    const auto earliest = extreme(date, low, high, 1), latest = extreme(date, low, high, -1);
    if (!earliest || !latest)
        return std::nullopt;
    return Bounds{{Edtf::End::day, *earliest}, {Edtf::End::day, *latest}};
}

Bounds boundsOf(const Expression& expression) {
    if (expression.spans.empty())
        return {};
    Bounds result{boundOf(expression.spans[0].start, true), boundOf(expression.spans[0].end, false)};
    for (const Span& span : expression.spans) {
        const Bound start = boundOf(span.start, true), end = boundOf(span.end, false);
        if (isBefore(start, result.earliest))
            result.earliest = start;
        if (isBefore(result.latest, end))
            result.latest = end;
    }
    return result;
}

} // namespace surplace::model::edtf
