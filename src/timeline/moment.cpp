#include "timeline/timeline.hpp"
#include "timeline/words.hpp"

namespace surplace::timeline {

namespace {

constexpr std::array<std::pair<Mode, std::string_view>, 4> modes{{{Mode::period, "period"},
                                                                  {Mode::window, "window"},
                                                                  {Mode::cumulative, "cumulative"},
                                                                  {Mode::fade, "fade"}}};

Window daysUpTo(Day day, int count) {
    return {day - std::chrono::days(std::max(count, 1) - 1), day};
}

} // namespace

std::string_view word(Mode mode) {
    return wordOf(modes, mode);
}

std::optional<Mode> modeByWord(std::string_view text) {
    return byWord(modes, text);
}

Window windowOf(const Moment& moment) {
    switch (moment.mode) {
    case Mode::period:
        break;
    case Mode::window:
        return daysUpTo(moment.day, moment.windowDays);
    case Mode::cumulative:
        return {moment.period.first, moment.day};
    case Mode::fade:
        return daysUpTo(moment.day, moment.fadeDays);
    }
    return moment.period;
}

} // namespace surplace::timeline
