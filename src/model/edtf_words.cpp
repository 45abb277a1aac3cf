#include "core/translation.hpp"
#include "model/day_words.hpp"
#include "model/edtf_expression.hpp"
#include <array>

/// Every date is one whole message with what is known filled in: languages order day, month and year
/// differently, and some join no preposition to them.
namespace surplace::model::edtf {

namespace {

using core::toTranslate;
using core::tr;
using core::trcf;
using core::trf;

/// Filled in with a year, or years.
constexpr std::array<const char*, 21> seasons{toTranslate("spring {0}"),
                                              toTranslate("summer {0}"),
                                              toTranslate("autumn {0}"),
                                              toTranslate("winter {0}"),
                                              toTranslate("northern spring {0}"),
                                              toTranslate("northern summer {0}"),
                                              toTranslate("northern autumn {0}"),
                                              toTranslate("northern winter {0}"),
                                              toTranslate("southern spring {0}"),
                                              toTranslate("southern summer {0}"),
                                              toTranslate("southern autumn {0}"),
                                              toTranslate("southern winter {0}"),
                                              toTranslate("the first quarter of {0}"),
                                              toTranslate("the second quarter of {0}"),
                                              toTranslate("the third quarter of {0}"),
                                              toTranslate("the fourth quarter of {0}"),
                                              toTranslate("the first third of {0}"),
                                              toTranslate("the second third of {0}"),
                                              toTranslate("the last third of {0}"),
                                              toTranslate("the first half of {0}"),
                                              toTranslate("the second half of {0}")};

const char* monthName(const Date& date) {
    return model::monthName(std::chrono::month(static_cast<unsigned>(std::stoul(date.month.digits))));
}

std::string dayNumber(const Date& date) {
    return dayNumberInWords(static_cast<unsigned>(std::stoul(date.day.digits)));
}

std::string longYearName(const Date& date) {
    std::string digits = (date.negative ? "-" : "") + date.year.digits;
    const std::int64_t zeros = date.exponent.value_or(0);
    digits = zeros <= 12 ? digits + std::string(static_cast<std::size_t>(zeros), '0')
                         : trf("{0} times 10 to the {1}", digits, zeros);
    return date.significantDigits
               ? trf("the year {0} ({1} significant digits)", digits, *date.significantDigits)
               : trf("the year {0}", digits);
}

int yearOf(const Bound& bound) {
    return static_cast<int>(std::chrono::year_month_day(bound.day).year());
}

bool isDecade(const Date& date) {
    const std::string& digits = date.year.digits;
    return !date.isLongYear && digits[3] == 'X' && digits[2] != 'X' && digits[2] != '0' &&
           digits.find('X') == 3 && !date.negative;
}

/// The year, of a date that may leave digits of it open.
std::string yearWords(const Date& date) {
    if (date.isLongYear)
        return longYearName(date);
    if (date.year.isSpecified() && !date.significantDigits)
        return yearInWords(date.yearNumber());
    if (date.year.digits == "XXXX" && !date.negative)
        return tr("an unknown year");
    if (isDecade(date))
        return trf("the {0}0s", date.year.digits.substr(0, 3));
    Date yearOnly = date;
    yearOnly.month = yearOnly.day = {};
    const Bounds bounds = *boundsOf(yearOnly);
    const std::string first = yearInWords(yearOf(bounds.earliest)), last = yearInWords(yearOf(bounds.latest));
    return date.significantDigits
               ? trf("the years {0} to {1} (estimated {2})", first, last, yearInWords(date.yearNumber()))
               : trf("the years {0} to {1}", first, last);
}

std::string seasonWords(const Date& date) {
    const int season = std::stoi(date.month.digits);
    const SeasonMonths range = monthsOfSeason(season);
    const char *first = model::monthName(std::chrono::month(static_cast<unsigned>(range.first))),
               *last = model::monthName(std::chrono::month(static_cast<unsigned>((range.last - 1) % 12 + 1)));
    const std::string name =
        fmt::format(fmt::runtime(tr(seasons.at(static_cast<std::size_t>(season - 21)))), yearWords(date));
    return range.last <= 12 ? trf("{0} ({1} to {2})", name, first, last)
                            : trf("{0} ({1} to {2} of the following year)", name, first, last);
}

std::string withTime(const Date& date, const std::string& day) {
    if (date.time.empty())
        return day;
    if (date.zone.empty())
        return trf("{0} at {1}", day, date.time);
    return trf("{0} at {1} UTC{2}", day, date.time, date.zone == "Z" ? "" : date.zone);
}

/// Where digits of month or day are open.
std::string unspecifiedWords(const Date& date) {
    if (!date.day.isPresent() && date.month.digits == "XX")
        return trf("an unknown month of {0}", yearWords(date));
    if (date.month.digits == "XX" && date.day.digits == "XX")
        return trf("an unknown day of {0}", yearWords(date));
    if (date.month.isSpecified() && date.day.digits == "XX")
        return trf("an unknown day of {0} {1}", monthName(date), yearWords(date));
    const Bounds bounds = *boundsOf(date);
    const std::string first = dayInWords(bounds.earliest.day), last = dayInWords(bounds.latest.day);
    return date.day.isPresent() ? trf("a day between {0} and {1}", first, last)
                                : trf("a month between {0} and {1}", first, last);
}

/// The date as a noun: "25 June 2017", "March 2017", "the 2010s".
std::string noun(const Date& date) {
    if (!date.month.isPresent())
        return yearWords(date);
    if (date.isSeason())
        return seasonWords(date);
    if (!date.month.isSpecified() || !date.day.isSpecified())
        return unspecifiedWords(date);
    const std::string year = yearWords(date);
    if (!date.day.isPresent())
        return date.year.isSpecified() ? trcf("month, year", "{0} {1}", monthName(date), year)
                                       : trcf("month, years", "{0} of {1}", monthName(date), year);
    const std::string day =
        date.year.isSpecified()
            ? trcf("day, month, year", "{0} {1} {2}", dayNumber(date), monthName(date), year)
            : trcf("day, month, years", "{0} {1} of {2}", dayNumber(date), monthName(date), year);
    return withTime(date, day);
}

const char* qualifierName(Qualifier qualifier) {
    if (qualifier.uncertain)
        return qualifier.approximate ? tr("uncertain and approximate") : core::trc("date", "uncertain");
    return core::trc("date", "approximate");
}

/// What a qualifier says of a whole date, or part by part where the parts differ: "year uncertain, day
/// approximate".
std::string qualifierWords(const Date& date) {
    const bool isOne = (!date.month.isPresent() || date.month.qualifier == date.year.qualifier) &&
                       (!date.day.isPresent() || date.day.qualifier == date.year.qualifier);
    if (isOne)
        return date.year.qualifier.any() ? qualifierName(date.year.qualifier) : "";
    std::vector<std::string> parts;
    if (date.year.qualifier.any())
        parts.push_back(trf("year {0}", qualifierName(date.year.qualifier)));
    if (date.month.qualifier.any() && date.isSeason())
        parts.push_back(trf("season {0}", qualifierName(date.month.qualifier)));
    else if (date.month.qualifier.any())
        parts.push_back(trf("month {0}", qualifierName(date.month.qualifier)));
    if (date.day.qualifier.any())
        parts.push_back(trf("day {0}", qualifierName(date.day.qualifier)));
    return core::listed(parts);
}

std::string qualified(const std::string& words, const std::string& qualifier) {
    return qualifier.empty() ? words : trcf("date, how sure", "{0} ({1})", words, qualifier);
}

std::string withQualifier(const Date& date) {
    return qualified(noun(date), qualifierWords(date));
}

/// Of a kind that a language may join in its own way: "on 25 June 2017", "in June 2017", "in the 2010s".
std::string when(const Date& date) {
    const std::string words = withQualifier(date);
    if (date.day.isPresent())
        return date.day.isSpecified() && date.month.isSpecified() ? trcf("day", "on {0}", words)
                                                                  : trcf("unknown day", "on {0}", words);
    const bool isPlain = date.year.isSpecified() && !date.isLongYear && !date.significantDigits &&
                         !date.isSeason() && (!date.month.isPresent() || date.month.isSpecified());
    return isPlain ? trcf("month or year", "in {0}", words) : trcf("span of time", "in {0}", words);
}

bool isPlain(const Date& date) {
    return !date.isLongYear && !date.significantDigits && date.month.isPresent() && !date.isSeason() &&
           date.year.isSpecified() && date.month.isSpecified() && date.day.isSpecified();
}

/// Whether the year of two dates need be said once only.
bool areOfOneYear(const Date& start, const Date& end) {
    return isPlain(start) && isPlain(end) && start.yearNumber() == end.yearNumber() &&
           start.day.isPresent() == end.day.isPresent() && start.time.empty() && end.time.empty();
}

/// Both ends with the year and month said once where they are the same; empty where that is not so.
std::string shortBetween(const Date& start, const Date& end) {
    if (!areOfOneYear(start, end))
        return {};
    const std::string year = yearWords(end);
    if (!start.day.isPresent())
        return trcf("month, month, year", "between {0} and {1} {2}", monthName(start), monthName(end), year);
    if (start.month.digits == end.month.digits)
        return trcf("day, day, month, year", "between {0} and {1} {2} {3}", dayNumber(start), dayNumber(end),
                    monthName(end), year);
    return trcf("day, month, day, month, year", "between {0} {1} and {2} {3} {4}", dayNumber(start),
                monthName(start), dayNumber(end), monthName(end), year);
}

std::string between(const std::string& start, const std::string& end, bool areDays) {
    return areDays ? trcf("two days", "between {0} and {1}", start, end)
                   : trcf("two months or years", "between {0} and {1}", start, end);
}

std::string betweenWords(const Date& start, const Date& end) {
    const bool areDays = start.day.isPresent() && end.day.isPresent();
    const std::string qualifier = qualifierWords(end);
    if (qualifierWords(start) != qualifier)
        return between(withQualifier(start), withQualifier(end), areDays);
    const std::string words = shortBetween(start, end);
    return qualified(words.empty() ? between(noun(start), noun(end), areDays) : words, qualifier);
}

/// "on or after 25 June 2017, no end given".
std::string fromWords(const Date& start, bool isOpen) {
    const std::string words = withQualifier(start);
    if (start.day.isPresent())
        return isOpen ? trf("on or after {0}, no end given", words)
                      : trf("on or after {0}, end unknown", words);
    return isOpen ? trf("in or after {0}, no end given", words) : trf("in or after {0}, end unknown", words);
}

std::string untilWords(const Date& end, bool isOpen) {
    const std::string words = withQualifier(end);
    if (end.day.isPresent())
        return isOpen ? trf("on or before {0}, no start given", words)
                      : trf("on or before {0}, start unknown", words);
    return isOpen ? trf("in or before {0}, no start given", words)
                  : trf("in or before {0}, start unknown", words);
}

std::string intervalWords(const Span& span) {
    using Kind = Endpoint::Kind;
    if (span.start.kind == Kind::date && span.end.kind == Kind::date)
        return betweenWords(span.start.date, span.end.date);
    if (span.start.kind == Kind::date)
        return fromWords(span.start.date, span.end.kind == Kind::open);
    if (span.end.kind == Kind::date)
        return untilWords(span.end.date, span.start.kind == Kind::open);
    return tr("at an unknown time, no start and no end given");
}

/// "about June 2017" where nothing but that is said of the whole date.
std::string briefly(const Date& date, const std::string& words) {
    const std::string qualifier = qualifierWords(date);
    return qualifier == core::trc("date", "approximate") ? trcf("date", "about {0}", words)
                                                         : qualified(words, qualifier);
}

/// "11 – 20 March 2017"; empty where the years are not the same.
std::string shortRange(const Date& start, const Date& end) {
    if (!areOfOneYear(start, end))
        return {};
    const std::string year = yearWords(end);
    if (!start.day.isPresent())
        return trcf("month, month, year", "{0} \u2013 {1} {2}", monthName(start), monthName(end), year);
    if (start.month.digits == end.month.digits)
        return trcf("day, day, month, year", "{0} \u2013 {1} {2} {3}", dayNumber(start), dayNumber(end),
                    monthName(end), year);
    return trcf("day, month, day, month, year", "{0} {1} \u2013 {2} {3} {4}", dayNumber(start),
                monthName(start), dayNumber(end), monthName(end), year);
}

std::string briefInterval(const Span& span) {
    using Kind = Endpoint::Kind;
    const Date &start = span.start.date, &end = span.end.date;
    if (span.start.kind == Kind::date && span.end.kind == Kind::open) {
        const std::string words = withQualifier(start); // "or after" says that no end is given
        return start.day.isPresent() ? trf("on or after {0}", words) : trf("in or after {0}", words);
    }
    if (span.start.kind != Kind::date || span.end.kind != Kind::date)
        return intervalWords(span);
    if (qualifierWords(start) != qualifierWords(end))
        return trcf("two months or days", "{0} \u2013 {1}", withQualifier(start), withQualifier(end));
    const std::string words = shortRange(start, end);
    return briefly(end, words.empty() ? trcf("two months or days", "{0} \u2013 {1}", noun(start), noun(end))
                                      : words);
}

std::string memberWords(const Span& span) {
    if (!span.isRange)
        return withQualifier(span.start.date);
    if (span.start.kind == Endpoint::Kind::open)
        return trcf("date", "{0} or earlier", withQualifier(span.end.date));
    if (span.end.kind == Endpoint::Kind::open)
        return trcf("date", "{0} or later", withQualifier(span.start.date));
    return trcf("two dates", "{0} to {1}", withQualifier(span.start.date), withQualifier(span.end.date));
}

/// A set of one: a date, or all days before or after it.
std::string loneMemberWords(const Span& span, Wording wording) {
    const bool isEarlier = span.isRange && span.start.kind == Endpoint::Kind::open;
    const Date& date = isEarlier ? span.end.date : span.start.date;
    const std::string words = wording == Wording::joined ? when(date) : withQualifier(date);
    if (!span.isRange)
        return words;
    return isEarlier ? trcf("date", "{0} or earlier", words) : trcf("date", "{0} or later", words);
}

std::string setWords(const Expression& expression, Wording wording) {
    const auto& spans = expression.spans;
    if (spans.size() == 1 && (!spans[0].isRange || spans[0].start.kind != spans[0].end.kind))
        return loneMemberWords(spans[0], wording);
    std::vector<std::string> members;
    for (const Span& span : spans)
        members.push_back(memberWords(span));
    return expression.form == Expression::Form::allOf
               ? trcf("dates", "all of {0}", core::listedWithAnd(members))
               : trcf("dates", "one of {0}", core::listedWithOr(members));
}

} // namespace

std::string inWords(const Expression& expression, Wording wording) {
    switch (expression.form) {
    case Expression::Form::unknown:
        return tr("date not given");
    case Expression::Form::interval:
        return wording == Wording::brief ? briefInterval(expression.spans[0])
                                         : intervalWords(expression.spans[0]);
    case Expression::Form::date: {
        const Date& date = expression.spans[0].start.date;
        return wording == Wording::joined ? when(date)
               : wording == Wording::bare ? withQualifier(date)
                                          : briefly(date, noun(date));
    }
    default:
        return setWords(expression, wording);
    }
}

} // namespace surplace::model::edtf
