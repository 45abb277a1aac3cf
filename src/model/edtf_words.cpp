#include "model/day_words.hpp"
#include "model/edtf_expression.hpp"
#include <array>
#include <fmt/format.h>

namespace surplace::model::edtf {

namespace {

constexpr std::array<const char*, 21> seasons{"spring",
                                              "summer",
                                              "autumn",
                                              "winter",
                                              "northern spring",
                                              "northern summer",
                                              "northern autumn",
                                              "northern winter",
                                              "southern spring",
                                              "southern summer",
                                              "southern autumn",
                                              "southern winter",
                                              "the first quarter of",
                                              "the second quarter of",
                                              "the third quarter of",
                                              "the fourth quarter of",
                                              "the first third of",
                                              "the second third of",
                                              "the last third of",
                                              "the first half of",
                                              "the second half of"};

/// Year 0 of the standard is 1 BC.
std::string yearName(int year) {
    return year > 0 ? std::to_string(year) : fmt::format("{} BC", 1 - year);
}

std::string dayName(Day day) {
    const std::chrono::year_month_day date(day);
    return fmt::format("{} {} {}", static_cast<unsigned>(date.day()), model::monthName(date.month()),
                       yearName(static_cast<int>(date.year())));
}

const char* monthName(const Date& date) {
    return model::monthName(std::chrono::month(static_cast<unsigned>(std::stoul(date.month.digits))));
}

std::string longYearName(const Date& date) {
    std::string digits = date.year.digits;
    const std::int64_t zeros = date.exponent.value_or(0);
    digits += zeros <= 12 ? std::string(static_cast<std::size_t>(zeros), '0')
                          : fmt::format(" times 10 to the {}", zeros);
    const std::string precision =
        date.significantDigits ? fmt::format(" ({} significant digits)", *date.significantDigits) : "";
    return fmt::format("the year {}{}{}", date.negative ? "-" : "", digits, precision);
}

int yearOf(const Bound& bound) {
    return static_cast<int>(std::chrono::year_month_day(bound.day).year());
}

/// The year, of a date that may leave digits of it open.
std::string yearWords(const Date& date) {
    if (date.isLongYear)
        return longYearName(date);
    const std::string& digits = date.year.digits;
    if (date.year.isSpecified() && !date.significantDigits)
        return yearName(date.yearNumber());
    if (digits == "XXXX" && !date.negative)
        return "an unknown year";
    if (digits[3] == 'X' && digits[2] != 'X' && digits[2] != '0' && digits.find('X') == 3 && !date.negative)
        return fmt::format("the {}0s", digits.substr(0, 3));
    Date yearOnly = date;
    yearOnly.month = yearOnly.day = {};
    const Bounds bounds = *boundsOf(yearOnly);
    const std::string years =
        fmt::format("the years {} to {}", yearName(yearOf(bounds.earliest)), yearName(yearOf(bounds.latest)));
    return date.significantDigits ? fmt::format("{} (estimated {})", years, yearName(date.yearNumber()))
                                  : years;
}

std::string seasonWords(const Date& date) {
    const int season = std::stoi(date.month.digits);
    const SeasonMonths range = monthsOfSeason(season);
    const char *first = model::monthName(std::chrono::month(static_cast<unsigned>(range.first))),
               *last = model::monthName(std::chrono::month(static_cast<unsigned>((range.last - 1) % 12 + 1)));
    const std::string name =
        fmt::format("{} {}", seasons.at(static_cast<std::size_t>(season - 21)), yearWords(date));
    if (range.last <= 12)
        return fmt::format("{} ({} to {})", name, first, last);
    return fmt::format("{} ({} to {} of the following year)", name, first, last);
}

std::string timeWords(const Date& date) {
    if (date.time.empty())
        return "";
    const std::string zone = date.zone.empty() ? "" : (date.zone == "Z" ? " UTC" : " UTC" + date.zone);
    return " at " + date.time + zone;
}

/// Where digits of month or day are open.
std::string unspecifiedWords(const Date& date) {
    if (!date.day.isPresent() && date.month.digits == "XX")
        return "an unknown month of " + yearWords(date);
    if (date.month.digits == "XX" && date.day.digits == "XX")
        return "an unknown day of " + yearWords(date);
    if (date.month.isSpecified() && date.day.digits == "XX")
        return fmt::format("an unknown day of {} {}", monthName(date), yearWords(date));
    const Bounds bounds = *boundsOf(date);
    return fmt::format("a {} between {} and {}", date.day.isPresent() ? "day" : "month",
                       dayName(bounds.earliest.day), dayName(bounds.latest.day));
}

/// The date as a noun: "25 June 2017", "March 2017", "the 2010s".
std::string noun(const Date& date) {
    if (!date.month.isPresent())
        return yearWords(date);
    if (date.isSeason())
        return seasonWords(date);
    if (!date.month.isSpecified() || !date.day.isSpecified())
        return unspecifiedWords(date);
    const std::string day = date.day.isPresent() ? std::to_string(std::stoi(date.day.digits)) + ' ' : "";
    const char* of = date.year.isSpecified() ? "" : "of ";
    return fmt::format("{}{} {}{}{}", day, monthName(date), of, yearWords(date), timeWords(date));
}

const char* preposition(const Date& date) {
    return date.day.isPresent() ? "on" : "in";
}

std::string qualifierName(Qualifier qualifier) {
    if (qualifier.uncertain)
        return qualifier.approximate ? "uncertain and approximate" : "uncertain";
    return "approximate";
}

/// " (approximate)", or part by part where the parts differ: " (year uncertain, day approximate)".
std::string qualifierWords(const Date& date) {
    const bool isOne = (!date.month.isPresent() || date.month.qualifier == date.year.qualifier) &&
                       (!date.day.isPresent() || date.day.qualifier == date.year.qualifier);
    if (isOne)
        return date.year.qualifier.any() ? fmt::format(" ({})", qualifierName(date.year.qualifier)) : "";
    std::string parts;
    const auto add = [&parts](const char* name, const Component& component) {
        if (component.qualifier.any())
            parts +=
                fmt::format("{}{} {}", parts.empty() ? "" : ", ", name, qualifierName(component.qualifier));
    };
    add("year", date.year);
    add(date.isSeason() ? "season" : "month", date.month);
    add("day", date.day);
    return fmt::format(" ({})", parts);
}

std::string withQualifier(const Date& date) {
    return noun(date) + qualifierWords(date);
}

bool isPlain(const Date& date) {
    return !date.isLongYear && !date.significantDigits && date.month.isPresent() && !date.isSeason() &&
           date.year.isSpecified() && date.month.isSpecified() && date.day.isSpecified();
}

/// The two ends of an interval with the year and month said once where they are the same: "11 and 20 March
/// 2017".
std::string betweenWords(const Date& start, const Date& end) {
    const std::string startQualifier = qualifierWords(start), endQualifier = qualifierWords(end);
    if (startQualifier != endQualifier)
        return fmt::format("between {} and {}", withQualifier(start), withQualifier(end));
    std::string first = noun(start);
    const bool isShort = isPlain(start) && isPlain(end) && start.yearNumber() == end.yearNumber() &&
                         start.day.isPresent() == end.day.isPresent();
    if (isShort && start.day.isPresent() && start.month.digits == end.month.digits)
        first = std::to_string(std::stoi(start.day.digits));
    else if (isShort)
        first.resize(first.size() - yearWords(start).size() - 1);
    return fmt::format("between {} and {}{}", first, noun(end), endQualifier);
}

std::string intervalWords(const Span& span) {
    using Kind = Endpoint::Kind;
    if (span.start.kind == Kind::date && span.end.kind == Kind::date)
        return betweenWords(span.start.date, span.end.date);
    if (span.start.kind == Kind::date)
        return fmt::format("{} or after {}, {}", preposition(span.start.date), withQualifier(span.start.date),
                           span.end.kind == Kind::open ? "no end given" : "end unknown");
    if (span.end.kind == Kind::date)
        return fmt::format("{} or before {}, {}", preposition(span.end.date), withQualifier(span.end.date),
                           span.start.kind == Kind::open ? "no start given" : "start unknown");
    return "at an unknown time, no start and no end given";
}

std::string memberWords(const Span& span) {
    if (!span.isRange)
        return withQualifier(span.start.date);
    if (span.start.kind == Endpoint::Kind::open)
        return withQualifier(span.end.date) + " or earlier";
    if (span.end.kind == Endpoint::Kind::open)
        return withQualifier(span.start.date) + " or later";
    return fmt::format("{} to {}", withQualifier(span.start.date), withQualifier(span.end.date));
}

std::string setWords(const Expression& expression) {
    const bool isAll = expression.form == Expression::Form::allOf;
    const auto& spans = expression.spans;
    std::string words = isAll ? "all of " : "one of ";
    if (spans.size() == 1 && (!spans[0].isRange || spans[0].start.kind != spans[0].end.kind))
        words = std::string(preposition(spans[0].isRange && spans[0].start.kind == Endpoint::Kind::open
                                            ? spans[0].end.date
                                            : spans[0].start.date)) +
                ' ';
    for (std::size_t i = 0; i < spans.size(); ++i)
        words += (i == 0 ? "" : (i + 1 < spans.size() ? ", " : (isAll ? " and " : " or "))) +
                 memberWords(spans[i]);
    return words;
}

} // namespace

std::string inWords(const Expression& expression) {
    switch (expression.form) {
    case Expression::Form::unknown:
        return "date not given";
    case Expression::Form::interval:
        return intervalWords(expression.spans[0]);
    case Expression::Form::date: {
        const Date& date = expression.spans[0].start.date;
        return fmt::format("{} {}", preposition(date), withQualifier(date));
    }
    default:
        return setWords(expression);
    }
}

} // namespace surplace::model::edtf
