#pragma once
#include "model/edtf.hpp"
#include <vector>

/// The inside of a date: what the parser makes of the text, and what bounds and words are made from. Only
/// model's own files include this.
namespace surplace::model::edtf {

struct Qualifier {
    bool uncertain = false;   ///< ? or %
    bool approximate = false; ///< ~ or %
    bool any() const { return uncertain || approximate; }
    bool operator==(const Qualifier&) const = default;
    Qualifier operator|(Qualifier other) const {
        return {uncertain || other.uncertain, approximate || other.approximate};
    }
};

/// Year, month or day: its digits, 'X' where one is not specified; empty when absent.
struct Component {
    std::string digits;
    Qualifier qualifier;
    bool isPresent() const { return !digits.empty(); }
    bool isSpecified() const { return digits.find('X') == std::string::npos; }
};

struct Date {
    bool negative = false;
    bool isLongYear = false;              ///< written with Y: beyond 9999
    Component year, month, day;           ///< month may hold a season, 21-41
    std::optional<std::int64_t> exponent; ///< Y-17E7: 7
    std::optional<int> significantDigits; ///< 1950S2: 2
    std::string time, zone;               ///< "23:20:30" and "", "Z" or "+04:30"

    bool isSeason() const { return month.isSpecified() && month.digits >= "21" && month.digits <= "41"; }
    /// The year as a number, of a date whose year is four specified digits.
    int yearNumber() const { return (negative ? -1 : 1) * std::stoi(year.digits); }
};

/// One end of an interval or of a range in a set.
struct Endpoint {
    enum class Kind { date, open, unknown };
    Kind kind = Kind::unknown;
    Date date;
};

/// A range of a set or the two ends of an interval; a single date has equal ends and isRange = false.
struct Span {
    Endpoint start, end;
    bool isRange = false;
};

struct Expression {
    enum class Form { unknown, date, interval, allOf, oneOf };
    Form form = Form::unknown;
    std::vector<Span> spans; ///< one, except in sets
};

/// Throws core::Error naming the 1-based position and what was expected there.
Expression parse(std::string_view text);

/// An end on the line of days. Of End::noDay, `isFuture` tells on which side of the calendar it lies.
struct Bound {
    Edtf::End kind = Edtf::End::unknown;
    Day day{};
    bool isFuture = false;
};
struct Bounds {
    Bound earliest, latest;
};
/// First and last day a date can mean; both empty when no day of the calendar fits ("2017-02-30").
std::optional<Bounds> boundsOf(const Date& date);
Bounds boundsOf(const Expression& expression);

/// Months that a season 21-41 covers; the last may be above 12, in the year after.
struct SeasonMonths {
    int first, last;
};
SeasonMonths monthsOfSeason(int season);

/// Whether a single date is joined to a sentence ("on 25 June 2017"), stands alone ("25 June 2017"), or is as
/// short as it can be ("about 11 – 20 March 2017").
enum class Wording { joined, bare, brief };
std::string inWords(const Expression& expression, Wording wording);

} // namespace surplace::model::edtf
