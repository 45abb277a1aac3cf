#include "core/error.hpp"
#include "core/translation.hpp"
#include "model/edtf_expression.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace surplace::model::edtf {

using core::toTranslate;

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Reads from left to right, each production leaving the position behind what it took. The grammar is that of
/// the Library of Congress, "Extended Date/Time Format (EDTF) Specification", 4 February 2019, levels 0 to 2.
class Parser {
public:
    explicit Parser(std::string_view text) : _text(text) {}

    Expression expression() {
        if (_text.empty())
            return {};
        Expression result;
        if (peek() == '[' || peek() == '{')
            result = set();
        else
            result = dateOrInterval();
        if (!atEnd())
            fail(_position, toTranslate("the end of the date"));
        return result;
    }

private:
    [[noreturn]] void failWith(std::size_t position, const std::string& expected) const {
        throw core::Error(core::trf("the date '{0}' cannot be read at position {1}: expected {2}", _text,
                                    position + 1, expected));
    }
    [[noreturn]] void fail(std::size_t position, const char* expected) const {
        failWith(position, core::tr(expected));
    }

    bool atEnd() const { return _position == _text.size(); }
    char peek() const { return atEnd() ? '\0' : _text[_position]; }
    bool accept(std::string_view token) {
        if (!_text.substr(_position).starts_with(token))
            return false;
        _position += token.size();
        return true;
    }
    void expect(char c) {
        if (!accept({&c, 1}))
            failWith(_position, fmt::format("'{}'", c));
    }

    Expression dateOrInterval() {
        Expression result{Expression::Form::date, {}};
        Span span;
        const std::size_t begin = _position;
        if (accept(".."))
            span.start.kind = Endpoint::Kind::open;
        else if (peek() != '/')
            span.start = {Endpoint::Kind::date, date()};
        if (span.start.kind != Endpoint::Kind::date && peek() != '/')
            fail(_position, toTranslate("'/' after the open start"));
        if (peek() == '/')
            result.form = Expression::Form::interval;
        if (result.form == Expression::Form::interval) {
            refuseTime(span.start);
            ++_position;
            span.isRange = true;
            span.end = endOfInterval();
            if (span.start.kind == Endpoint::Kind::unknown && span.end.kind == Endpoint::Kind::unknown)
                fail(begin, toTranslate("a date or '..' on at least one side of '/'"));
            refuseBackwards(span, toTranslate("an end that is not before the start"));
        } else {
            if (!atEnd())
                fail(_position, expectedAfter(span.start.date));
            span.end = span.start;
        }
        result.spans.push_back(std::move(span));
        return result;
    }

    Endpoint endOfInterval() {
        if (atEnd())
            return {};
        if (accept(".."))
            return {Endpoint::Kind::open, {}};
        Endpoint end{Endpoint::Kind::date, date()};
        refuseTime(end);
        return end;
    }

    /// Level 0: "Time of day is excluded" from intervals; sets are made of dates too.
    void refuseTime(const Endpoint& endpoint) const {
        if (!endpoint.date.time.empty())
            fail(_timePosition, toTranslate("no time of day inside an interval or a set"));
    }

    void refuseBackwards(const Span& span, const char* expected) const {
        if (span.start.kind != Endpoint::Kind::date || span.end.kind != Endpoint::Kind::date)
            return;
        const Bound start = boundsOf(span.start.date)->earliest, end = boundsOf(span.end.date)->latest;
        const auto era = [](const Bound& bound) {
            return bound.kind == Edtf::End::day ? 0 : (bound.isFuture ? 1 : -1);
        };
        if (era(start) > era(end) || (era(start) == 0 && era(end) == 0 && start.day > end.day))
            fail(_datePosition, expected);
    }

    Expression set() {
        Expression result{accept("[") ? Expression::Form::oneOf : Expression::Form::allOf, {}};
        if (result.form == Expression::Form::allOf)
            expect('{');
        const char closing = result.form == Expression::Form::oneOf ? ']' : '}';
        do
            result.spans.push_back(member(result.spans.empty(), closing));
        while (accept(","));
        expectAfterMember(closing);
        return result;
    }

    Span member(bool isFirst, char closing) {
        Span span;
        if (isFirst && accept("..")) {
            span.start.kind = Endpoint::Kind::open;
            span.end = dateOfSet();
            span.isRange = true;
            return span;
        }
        span.start = dateOfSet();
        span.end = span.start;
        if (!accept(".."))
            return span;
        span.isRange = true;
        if (peek() == closing) {
            span.end = {Endpoint::Kind::open, {}};
            return span;
        }
        span.end = dateOfSet();
        refuseBackwards(span, toTranslate("an end of the range that is not before its start"));
        return span;
    }

    Endpoint dateOfSet() {
        Endpoint endpoint{Endpoint::Kind::date, date()};
        refuseTime(endpoint);
        return endpoint;
    }

    void expectAfterMember(char closing) {
        if (!accept({&closing, 1}))
            failWith(_position, core::trf("',', '..' or '{0}'", closing));
    }

    Qualifier qualifier() {
        if (accept("?"))
            return {true, false};
        if (accept("~"))
            return {false, true};
        if (accept("%"))
            return {true, true};
        return {};
    }

    Date date() {
        _datePosition = _position;
        Date result;
        result.year.qualifier = qualifier();
        if (accept("Y")) {
            longYear(result);
            result.year.qualifier = result.year.qualifier | qualifier();
            return result;
        }
        shortYear(result);
        if (peek() == 'S')
            significantDigits(result);
        result.year.qualifier = result.year.qualifier | qualifier();
        if (!result.significantDigits && accept("-"))
            monthAndDay(result);
        if (peek() == 'T')
            time(result);
        return result;
    }

    void shortYear(Date& date) {
        date.negative = accept("-");
        const std::size_t begin = _position;
        date.year.digits = digitsOrX(4, date.negative || begin > 0
                                            ? toTranslate("a year of four digits (X where one is not known)")
                                            : toTranslate("a year of four digits (X where one is not known), "
                                                          "'-', 'Y', '[', '{', '/', '..' or a qualifier"));
        if (date.negative && date.year.digits == "0000")
            fail(begin, toTranslate("a year other than 0000 after '-'"));
    }

    std::string digitsOrX(std::size_t count, const char* expected) {
        const std::size_t begin = _position;
        for (; _position < begin + count; ++_position)
            if (!isDigit(peek()) && peek() != 'X')
                fail(_position, expected);
        return std::string(_text.substr(begin, count));
    }

    std::string digits(const char* expected) {
        const std::size_t begin = _position;
        while (isDigit(peek()))
            ++_position;
        if (begin == _position)
            fail(_position, expected);
        return std::string(_text.substr(begin, _position - begin));
    }

    /// Small numbers only: more digits than four are no exponent or precision that a year can have.
    int positiveNumber(const char* expected) {
        const std::size_t begin = _position;
        const std::string number = digits(expected);
        if (number.front() == '0' || number.size() > 4)
            fail(begin, expected);
        return std::stoi(number);
    }

    void longYear(Date& date) {
        date.isLongYear = true;
        date.negative = accept("-");
        const std::size_t begin = _position;
        date.year.digits = digits(toTranslate("the digits of a year"));
        if (date.year.digits.front() == '0')
            fail(begin, toTranslate("a year that does not begin with 0"));
        if (accept("E"))
            date.exponent = positiveNumber(toTranslate("an exponent from 1 to 9999"));
        if (static_cast<std::int64_t>(date.year.digits.size()) + date.exponent.value_or(0) <= 4)
            fail(begin, toTranslate("a year of more than four digits after 'Y'"));
        if (peek() == 'S')
            significantDigits(date);
    }

    void significantDigits(Date& date) {
        if (!date.year.isSpecified())
            fail(_position, toTranslate("no 'S' after a year with X"));
        ++_position;
        const std::size_t begin = _position;
        const int count = positiveNumber(toTranslate("a number of significant digits"));
        if (count > static_cast<std::int64_t>(date.year.digits.size()) + date.exponent.value_or(0))
            fail(begin, toTranslate("no more significant digits than the year has"));
        date.significantDigits = count;
    }

    void monthAndDay(Date& date) {
        date.month.qualifier = qualifier();
        const std::size_t begin = _position;
        static constexpr const char* expected =
            toTranslate("a month 01 to 12 (X where a digit is not known) or a season 21 to 41");
        date.month.digits = digitsOrX(2, expected);
        if (!boundsOf(date))
            fail(begin, expected);
        const Qualifier group = qualifier();
        date.month.qualifier = date.month.qualifier | group;
        date.year.qualifier = date.year.qualifier | group;
        if (date.isSeason() && peek() == '-')
            fail(_position, toTranslate("no day after a season"));
        if (!accept("-"))
            return;
        day(date);
    }

    void day(Date& date) {
        date.day.qualifier = qualifier();
        const std::size_t begin = _position;
        date.day.digits = digitsOrX(2, toTranslate("a day of two digits (X where one is not known)"));
        if (!boundsOf(date))
            fail(begin, toTranslate("a day that this month has"));
        const Qualifier group = qualifier();
        for (Component* component : {&date.year, &date.month, &date.day})
            component->qualifier = component->qualifier | group;
    }

    int timePart(int limit, const char* expected) {
        const std::size_t begin = _position;
        for (; _position < begin + 2; ++_position)
            if (!isDigit(peek()))
                fail(_position, expected);
        const int value = std::stoi(std::string(_text.substr(begin, 2)));
        if (value > limit)
            fail(begin, expected);
        return value;
    }

    /// Level 0: a complete date, "T", hours, minutes and seconds, and nothing, "Z", hours or hours and
    /// minutes of shift from UTC.
    void time(Date& date) {
        const bool isComplete = date.day.isPresent() && date.year.isSpecified() && date.month.isSpecified() &&
                                date.day.isSpecified();
        if (!isComplete || date.year.qualifier.any() || date.month.qualifier.any() ||
            date.day.qualifier.any())
            fail(_position, toTranslate("a complete and unqualified date before 'T'"));
        _timePosition = _position;
        const std::size_t begin = ++_position;
        timePart(23, toTranslate("hours 00 to 23"));
        expect(':');
        timePart(59, toTranslate("minutes 00 to 59"));
        expect(':');
        timePart(59, toTranslate("seconds 00 to 59"));
        date.time = _text.substr(begin, _position - begin);
        const std::size_t zone = _position;
        if (accept("+") || accept("-")) {
            const int hours = timePart(14, toTranslate("hours of shift 00 to 14"));
            const int minutes = accept(":") ? timePart(59, toTranslate("minutes of shift 00 to 59")) : 0;
            if (_text[zone] == '-' && hours == 0 && minutes == 0)
                fail(zone, toTranslate("'+' before a shift of zero"));
        } else {
            accept("Z");
        }
        date.zone = _text.substr(zone, _position - zone);
    }

    static const char* expectedAfter(const Date& date) {
        if (!date.time.empty())
            return date.zone.empty() ? toTranslate("'Z', a shift from UTC or the end of the date")
                                     : toTranslate("the end of the date");
        if (date.significantDigits)
            return toTranslate("'/', a qualifier (? ~ %) or the end of the date");
        if (date.isLongYear)
            return toTranslate("'E', 'S', '/', a qualifier (? ~ %) or the end of the date");
        if (!date.month.isPresent())
            return toTranslate(
                "'-', 'S', '/', a qualifier (? ~ %) or the end of the date (a year beyond 9999 begins "
                "with Y)");
        return date.day.isPresent() ? toTranslate("'T', '/', a qualifier (? ~ %) or the end of the date")
                                    : toTranslate("'-', '/', a qualifier (? ~ %) or the end of the date");
    }

    std::string_view _text;
    std::size_t _position = 0;
    std::size_t _datePosition = 0; ///< where the latest date began
    std::size_t _timePosition = 0; ///< where the latest time began
};

} // namespace

Expression parse(std::string_view text) {
    return Parser(text).expression();
}

} // namespace surplace::model::edtf
