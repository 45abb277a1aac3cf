#pragma once
#include "model/edtf.hpp"
#include <string>

namespace surplace::model {

/// "January" ... "December".
const char* monthName(std::chrono::month month);
/// "25 June 2017".
std::string dayInWords(Day day);

} // namespace surplace::model
