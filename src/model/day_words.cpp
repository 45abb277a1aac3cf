#include "model/day_words.hpp"
#include "core/translation.hpp"
#include "model/edtf_expression.hpp"
#include <array>

namespace surplace::model {

using core::toTranslate;

const char* monthName(std::chrono::month month) {
    constexpr std::array names{toTranslate("January"), toTranslate("February"), toTranslate("March"),
                               toTranslate("April"),   toTranslate("May"),      toTranslate("June"),
                               toTranslate("July"),    toTranslate("August"),   toTranslate("September"),
                               toTranslate("October"), toTranslate("November"), toTranslate("December")};
    return core::tr(names[static_cast<unsigned>(month) - 1]);
}

std::string dayNumberInWords(unsigned day) {
    // The first of a month is a word of its own in French: "1er".
    return day == 1 ? core::trc("day of a month", "1") : std::to_string(day);
}

std::string yearInWords(int year) {
    // Year 0 of the standard is 1 BC.
    return year > 0 ? core::trcf("year", "{0}", year) : core::trcf("year", "{0} BC", 1 - year);
}

std::string monthInWords(std::chrono::year_month month) {
    return core::trcf("month, year", "{0} {1}", monthName(month.month()),
                      yearInWords(static_cast<int>(month.year())));
}

std::string dayInWords(Day day) {
    const std::chrono::year_month_day date(day);
    return core::trcf("day, month, year", "{0} {1} {2}", dayNumberInWords(static_cast<unsigned>(date.day())),
                      monthName(date.month()), yearInWords(static_cast<int>(date.year())));
}

std::string bareDate(const Edtf& date) {
    return edtf::inWords(edtf::parse(date.text()), edtf::Wording::bare);
}

std::string conciseDate(const Edtf& date) {
    return edtf::inWords(edtf::parse(date.text()), edtf::Wording::brief);
}

} // namespace surplace::model
