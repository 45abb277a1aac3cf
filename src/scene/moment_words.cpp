#include "scene/moment_words.hpp"
#include "core/translation.hpp"
#include "model/day_words.hpp"
#include <chrono>
#include <fmt/format.h>

namespace surplace::scene {

using model::dayInWords;

namespace {

std::chrono::year_month_day dateOf(model::Day day) {
    return std::chrono::year_month_day(day);
}

std::string monthInWords(const std::chrono::year_month_day& date) {
    return model::monthInWords(date.year() / date.month());
}

bool isLastOfMonth(model::Day day) {
    return dateOf(day + std::chrono::days(1)).month() != dateOf(day).month();
}

/// A message for each way to say a length of time; {0} is the number of years or days, {1} a day.
struct LengthMessages {
    const char *year, *month, *years, *days;
};

constexpr LengthMessages upToDay{core::toTranslate("events of the year up to {1}"),
                                 core::toTranslate("events of the month up to {1}"),
                                 core::toTranslate("events of the {0} years up to {1}"),
                                 core::toTranslate("events of the {0} days up to {1}")};
constexpr LengthMessages fadingToDay{core::toTranslate("events of the year up to {1}, fading"),
                                     core::toTranslate("events of the month up to {1}, fading"),
                                     core::toTranslate("events of the {0} years up to {1}, fading"),
                                     core::toTranslate("events of the {0} days up to {1}, fading")};
constexpr LengthMessages eachUpToItsDate{
    core::toTranslate("each map: events of the year up to its date"),
    core::toTranslate("each map: events of the month up to its date"),
    core::toTranslate("each map: events of the {0} years up to its date"),
    core::toTranslate("each map: events of the {0} days up to its date")};
constexpr LengthMessages eachFadingToItsDate{
    core::toTranslate("each map: events of the year up to its date, fading"),
    core::toTranslate("each map: events of the month up to its date, fading"),
    core::toTranslate("each map: events of the {0} years up to its date, fading"),
    core::toTranslate("each map: events of the {0} days up to its date, fading")};

std::string withLength(const LengthMessages& messages, int days, const std::string& day = {}) {
    const bool isYear = days == 365 || days == 366, isMonth = days == 30 || days == 31;
    const bool isYears = days % 365 == 0;
    const char* message = isYear    ? messages.year
                          : isMonth ? messages.month
                          : isYears ? messages.years
                                    : messages.days;
    return fmt::format(fmt::runtime(core::tr(message)), isYears ? days / 365 : days, day);
}

} // namespace

std::string spanInWords(const timeline::Window& window) {
    const auto first = dateOf(window.first), last = dateOf(window.last);
    const bool wholeMonths = static_cast<unsigned>(first.day()) == 1 && isLastOfMonth(window.last);
    const bool wholeYears =
        wholeMonths && first.month() == std::chrono::January && last.month() == std::chrono::December;
    const int firstYear = static_cast<int>(first.year()), lastYear = static_cast<int>(last.year());
    if (wholeYears)
        return firstYear == lastYear ? model::yearInWords(firstYear)
                                     : core::trcf("years", "{0}\u2013{1}", firstYear, lastYear);
    if (wholeMonths && first.year() == last.year() && first.month() == last.month())
        return monthInWords(first);
    if (wholeMonths)
        return core::trcf("two months or days", "{0} \u2013 {1}", monthInWords(first), monthInWords(last));
    if (window.first == window.last)
        return dayInWords(window.first);
    return core::trcf("two months or days", "{0} \u2013 {1}", dayInWords(window.first),
                      dayInWords(window.last));
}

std::string dateHeadline(const timeline::Moment& moment) {
    if (moment.mode == timeline::Mode::period)
        return spanInWords(moment.period);
    const auto date = dateOf(moment.day);
    return isLastOfMonth(moment.day) ? monthInWords(date) : dayInWords(moment.day);
}

std::string modeInWords(const timeline::Moment& moment) {
    const std::string day = dayInWords(moment.day);
    switch (moment.mode) {
    case timeline::Mode::period:
        return core::tr("all events of the period");
    case timeline::Mode::window:
        return withLength(upToDay, moment.windowDays, day);
    case timeline::Mode::cumulative:
        return core::trf("all events from {0} to {1}", dayInWords(moment.period.first), day);
    case timeline::Mode::fade:
        return withLength(fadingToDay, moment.fadeDays, day);
    }
    return {};
}

std::string manyInWords(const timeline::Moment& moment) {
    switch (moment.mode) {
    case timeline::Mode::period:
        return core::tr("each map: all events of its period");
    case timeline::Mode::window:
        return withLength(eachUpToItsDate, moment.windowDays);
    case timeline::Mode::cumulative:
        return core::trf("each map: all events from {0} to its date", dayInWords(moment.period.first));
    case timeline::Mode::fade:
        return withLength(eachFadingToItsDate, moment.fadeDays);
    }
    return {};
}

} // namespace surplace::scene
