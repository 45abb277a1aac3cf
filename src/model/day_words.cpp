#include "model/day_words.hpp"
#include <array>
#include <fmt/format.h>

namespace surplace::model {

const char* monthName(std::chrono::month month) {
    constexpr std::array names{"January", "February", "March",     "April",   "May",      "June",
                               "July",    "August",   "September", "October", "November", "December"};
    return names[static_cast<unsigned>(month) - 1];
}

std::string dayInWords(Day day) {
    const std::chrono::year_month_day date(day);
    return fmt::format("{} {} {}", static_cast<unsigned>(date.day()), monthName(date.month()),
                       static_cast<int>(date.year()));
}

std::string bareDate(const Edtf& date) {
    const std::string words = date.inWords();
    return words.starts_with("on ") || words.starts_with("in ") ? words.substr(3) : words;
}

} // namespace surplace::model
