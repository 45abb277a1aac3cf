#pragma once
#include "model/edtf.hpp"
#include <string>

namespace surplace::model {

/// "January" ... "December".
const char* monthName(std::chrono::month month);
/// "25 June 2017".
std::string dayInWords(Day day);
/// A date in words without a leading "on" or "in": "25 June 2017", "June 2017".
std::string bareDate(const Edtf& date);

} // namespace surplace::model
