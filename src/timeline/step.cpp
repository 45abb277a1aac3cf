#include "timeline/timeline.hpp"
#include "timeline/words.hpp"

namespace surplace::timeline {

namespace {

using namespace std::chrono;

constexpr std::array<std::pair<Step, std::string_view>, 6> steps{{{Step::day, "day"},
                                                                  {Step::week, "week"},
                                                                  {Step::month, "month"},
                                                                  {Step::quarter, "quarter"},
                                                                  {Step::year, "year"},
                                                                  {Step::nextEvent, "next_event"}}};

int monthsIn(Step step) {
    return step == Step::month ? 1 : step == Step::quarter ? 3 : step == Step::year ? 12 : 0;
}

int daysIn(Step step) {
    return step == Step::day ? 1 : step == Step::week ? 7 : 0;
}

year_month_day_last endOf(year_month month) {
    return {month.year(), month.month() / last};
}

/// The end of a month leads to ends of months: kept as a number, 31, 30 and 28 would not lead back to 31.
Day addMonths(Day from, int count) {
    const year_month_day date{from};
    const year_month month{date.year(), date.month()};
    const year_month_day_last to = endOf(month + months(count));
    if (date.day() == endOf(month).day())
        return sys_days(to);
    return sys_days(to.year() / to.month() / std::min(date.day(), to.day()));
}

Day advanceEvents(Day from, int count, std::span<const Day> eventDays) {
    if (count == 0 || eventDays.empty())
        return from;
    const auto size = static_cast<long>(eventDays.size());
    if (count > 0) {
        const long later = std::ranges::upper_bound(eventDays, from) - eventDays.begin();
        return later == size ? from : eventDays[static_cast<std::size_t>(std::min(later + count, size) - 1)];
    }
    const long notEarlier = std::ranges::lower_bound(eventDays, from) - eventDays.begin();
    return notEarlier == 0 ? from : eventDays[static_cast<std::size_t>(std::max(notEarlier + count, 0L))];
}

/// The event days inside a period.
std::span<const Day> inside(Window period, std::span<const Day> eventDays) {
    const auto first = std::ranges::lower_bound(eventDays, period.first);
    const auto end = std::ranges::upper_bound(eventDays, period.last);
    return first < end ? std::span(first, end) : std::span<const Day>{};
}

Window ordered(Window period) {
    return {period.first, std::max(period.first, period.last)};
}

} // namespace

std::string_view word(Step step) {
    return wordOf(steps, step);
}

std::optional<Step> stepByWord(std::string_view text) {
    return byWord(steps, text);
}

Day advance(Day from, Step step, int count, std::span<const Day> eventDays) {
    if (step == Step::nextEvent)
        return advanceEvents(from, count, eventDays);
    if (const int each = monthsIn(step); each > 0)
        return addMonths(from, each * count);
    return from + days(std::int64_t{daysIn(step)} * count);
}

int stepsIn(Window period, Step step, std::span<const Day> eventDays) {
    const auto [from, to] = ordered(period);
    if (step == Step::nextEvent)
        return std::max(1, static_cast<int>(inside({from, to}, eventDays).size()));
    if (const int each = daysIn(step); each > 0)
        return static_cast<int>((to - from).count() / each) + 1;
    const year_month_day first{from}, last{to};
    const auto whole = (last.year() / last.month() - first.year() / first.month()).count();
    // The month of the last day begins a step of its own only if the step's first day is not after it.
    const int begun = static_cast<int>(whole) / monthsIn(step);
    return begun + (advance(from, step, begun) <= to ? 1 : 0);
}

Window stepWindow(Window period, Step step, int index, std::span<const Day> eventDays) {
    const auto [from, to] = ordered(period);
    const int count = stepsIn(period, step, eventDays);
    const int at = std::clamp(index, 0, count - 1);
    if (step == Step::nextEvent) {
        const std::span<const Day> events = inside({from, to}, eventDays);
        const auto here = static_cast<std::size_t>(at);
        return {at == 0 ? from : events[here], at == count - 1 ? to : events[here + 1] - days(1)};
    }
    return {advance(from, step, at), std::min(to, advance(from, step, at + 1) - days(1))};
}

Day shownDay(Window period, Step step, int index, std::span<const Day> eventDays) {
    if (step != Step::nextEvent)
        return stepWindow(period, step, index, eventDays).last;
    const Window whole = ordered(period);
    const std::span<const Day> events = inside(whole, eventDays);
    if (events.empty())
        return whole.last;
    return events[static_cast<std::size_t>(std::clamp(index, 0, static_cast<int>(events.size()) - 1))];
}

} // namespace surplace::timeline
