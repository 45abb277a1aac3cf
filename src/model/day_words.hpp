#pragma once
#include "model/edtf.hpp"
#include <string>

/// Dates in the words and the order of the language that holds.
namespace surplace::model {

/// "January" ... "December".
const char* monthName(std::chrono::month month);
/// "25", as it stands within a date.
std::string dayNumberInWords(unsigned day);
/// "2017", "13 BC".
std::string yearInWords(int year);
/// "June 2017".
std::string monthInWords(std::chrono::year_month month);
/// "25 June 2017".
std::string dayInWords(Day day);
/// A date in words without a leading "on" or "in": "25 June 2017", "June 2017".
std::string bareDate(const Edtf& date);
/// A date for a narrow line: "25 June 2017", "about 11 – 20 March 2017", "on or after 25 June 2017".
std::string conciseDate(const Edtf& date);

} // namespace surplace::model
