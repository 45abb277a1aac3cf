#include "scene/moment_words.hpp"
#include "model/day_words.hpp"
#include <chrono>
#include <fmt/format.h>

namespace surplace::scene {

using model::dayInWords;

namespace {

std::chrono::year_month_day dateOf(model::Day day) {
    return std::chrono::year_month_day(day);
}

const char* monthName(const std::chrono::year_month_day& date) {
    return model::monthName(date.month());
}

bool isLastOfMonth(model::Day day) {
    return dateOf(day + std::chrono::days(1)).month() != dateOf(day).month();
}

std::string lengthInWords(int days) {
    if (days == 365 || days == 366)
        return "year";
    if (days == 30 || days == 31)
        return "month";
    if (days % 365 == 0)
        return fmt::format("{} years", days / 365);
    return fmt::format("{} days", days);
}

} // namespace

std::string spanInWords(const timeline::Window& window) {
    const auto first = dateOf(window.first), last = dateOf(window.last);
    const bool wholeMonths = static_cast<unsigned>(first.day()) == 1 && isLastOfMonth(window.last);
    const bool wholeYears =
        wholeMonths && first.month() == std::chrono::January && last.month() == std::chrono::December;
    const int firstYear = static_cast<int>(first.year()), lastYear = static_cast<int>(last.year());
    if (wholeYears)
        return firstYear == lastYear ? std::to_string(firstYear)
                                     : fmt::format("{}\u2013{}", firstYear, lastYear);
    if (wholeMonths && first.year() == last.year() && first.month() == last.month())
        return fmt::format("{} {}", monthName(first), firstYear);
    if (wholeMonths)
        return fmt::format("{} {} \u2013 {} {}", monthName(first), firstYear, monthName(last), lastYear);
    if (window.first == window.last)
        return dayInWords(window.first);
    return dayInWords(window.first) + " \u2013 " + dayInWords(window.last);
}

std::string dateHeadline(const timeline::Moment& moment) {
    if (moment.mode == timeline::Mode::period)
        return spanInWords(moment.period);
    const auto date = dateOf(moment.day);
    return isLastOfMonth(moment.day) ? fmt::format("{} {}", monthName(date), static_cast<int>(date.year()))
                                     : dayInWords(moment.day);
}

std::string modeInWords(const timeline::Moment& moment) {
    const std::string day = dayInWords(moment.day);
    switch (moment.mode) {
    case timeline::Mode::period:
        return "all events of the period";
    case timeline::Mode::window:
        return fmt::format("events of the {} up to {}", lengthInWords(moment.windowDays), day);
    case timeline::Mode::cumulative:
        return fmt::format("all events from {} to {}", dayInWords(moment.period.first), day);
    case timeline::Mode::fade:
        return fmt::format("events of the {} up to {}, fading", lengthInWords(moment.fadeDays), day);
    }
    return {};
}

std::string manyInWords(const timeline::Moment& moment) {
    switch (moment.mode) {
    case timeline::Mode::period:
        return "each map: all events of its period";
    case timeline::Mode::window:
        return fmt::format("each map: events of the {} up to its date", lengthInWords(moment.windowDays));
    case timeline::Mode::cumulative:
        return fmt::format("each map: all events from {} to its date", dayInWords(moment.period.first));
    case timeline::Mode::fade:
        return fmt::format("each map: events of the {} up to its date, fading",
                           lengthInWords(moment.fadeDays));
    }
    return {};
}

} // namespace surplace::scene
