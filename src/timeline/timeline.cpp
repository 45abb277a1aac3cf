#include "timeline/timeline.hpp"
#include "timeline/matcher.hpp"
#include <algorithm>
#include <array>
#include <limits>

namespace surplace::timeline {

namespace {

/// Longest span of each shelf but the last, in days after the first day: days and weeks, months, a year, a
/// decade.
constexpr std::array<std::int32_t, 4> shelfDays{13, 92, 366, 3653};

std::int32_t number(Day day) {
    return static_cast<std::int32_t>(day.time_since_epoch().count());
}

/// Days, clamped to what a day number of 32 bits holds with room to add to it.
std::int32_t lookBack(std::int32_t first, std::int32_t days) {
    return static_cast<std::int32_t>(
        std::max<std::int64_t>(std::int64_t{first} - days, std::numeric_limits<std::int32_t>::min()));
}

std::size_t shelfOf(std::int32_t length) {
    return static_cast<std::size_t>(std::ranges::lower_bound(shelfDays, length) - shelfDays.begin());
}

/// The part of an event's days that a window holds: it comes and goes over the days that it can mean, and
/// none of them is claimed.
float shareInside(std::int32_t earliest, std::int32_t latest, Window window) {
    const std::int32_t first = std::max(earliest, number(window.first)),
                       last = std::min(latest, number(window.last));
    return static_cast<float>(last - first + 1) / static_cast<float>(latest - earliest + 1);
}

} // namespace

Timeline::Timeline(const model::Casebook& casebook, const Filter& filter, int fadeDays)
    : _shelves(shelfDays.size() + 1) {
    Matcher matcher(filter, casebook);
    _spans.reserve(casebook.events.size());
    _days.assign(casebook.events.size(),
                 {std::numeric_limits<std::int32_t>::max(), std::numeric_limits<std::int32_t>::min()});
    _states.assign(casebook.events.size(), 0);
    for (std::uint32_t i = 0; i < casebook.events.size(); ++i) {
        const model::Event& event = casebook.events[i];
        const Span& span = _spans.emplace_back(spanOf(event, casebook, fadeDays));
        if (!matcher.passes(event))
            continue;
        _states[i] = passing;
        if (!span.hasDays) {
            _undated.push_back(i);
            continue;
        }
        const bool isPlain = !span.certainCore && !span.openStart && !span.noLaterWord && !span.lastShown;
        const Entry entry{number(span.earliest), number(span.latest), i, isPlain};
        _days[i] = {entry.earliest, entry.latest};
        _states[i] |= isPlain ? plain : std::uint8_t{0};
        const std::int32_t length = entry.latest - entry.earliest;
        Shelf& shelf = _shelves[shelfOf(length)];
        shelf.byEarliest.push_back(entry);
        shelf.longestDays = std::max(shelf.longestDays, length);
        _eventDays.push_back(span.earliest);
    }
    for (Shelf& shelf : _shelves)
        std::ranges::stable_sort(shelf.byEarliest, {}, &Entry::earliest);
    std::ranges::sort(_eventDays);
    _eventDays.erase(std::unique(_eventDays.begin(), _eventDays.end()), _eventDays.end());
}

std::optional<Visible> Timeline::look(const Entry& entry, const Moment& moment, Window window) const {
    Visible visible{entry.event, Presence::certain, 1};
    Day freshUntil = Day(std::chrono::days(entry.latest));
    if (entry.isPlain) {
        if (entry.earliest < number(window.first) || entry.latest > number(window.last)) {
            visible.presence = Presence::possible;
            if (moment.mode != Mode::period)
                visible.opacity = shareInside(entry.earliest, entry.latest, window);
        }
    } else {
        const Span& span = _spans[entry.event];
        visible.presence = presenceIn(span, window);
        freshUntil = span.freshUntil;
        if (span.lastShown && moment.mode != Mode::period && moment.day > *span.lastShown)
            return std::nullopt;
    }
    if (moment.mode == Mode::fade && moment.day > freshUntil) {
        const auto left = std::max(moment.fadeDays, 1) - (moment.day - freshUntil).count();
        if (left <= 0)
            return std::nullopt;
        visible.opacity *= static_cast<float>(left) / static_cast<float>(std::max(moment.fadeDays, 1));
    }
    return visible;
}

/// An upper bound of how many events have a day between two.
std::size_t Timeline::mostIn(std::int32_t first, std::int32_t last) const {
    std::size_t most = 0;
    for (const Shelf& shelf : _shelves)
        most += static_cast<std::size_t>(
            std::ranges::upper_bound(shelf.byEarliest, last, {}, &Entry::earliest) -
            std::ranges::lower_bound(shelf.byEarliest, lookBack(first, shelf.longestDays), {},
                                     &Entry::earliest));
    return most;
}

std::vector<Visible> Timeline::at(const Moment& moment) const {
    const Window window = windowOf(moment);
    const std::int32_t first = number(window.first);
    const std::int32_t last = number(window.last);
    std::vector<Visible> found;
    if (last < first)
        return found;
    const std::size_t most = mostIn(first, last);
    // Where much is found, going through all in stored order is faster than sorting what is found.
    if (most > _days.size() / 8) {
        found.reserve(most);
        for (std::uint32_t i = 0; i < _days.size(); ++i)
            if (_days[i].earliest <= last && _days[i].latest >= first)
                if (const auto visible = look(
                        {_days[i].earliest, _days[i].latest, i, (_states[i] & plain) != 0}, moment, window))
                    found.push_back(*visible);
        return found;
    }
    for (const Shelf& shelf : _shelves) {
        auto entry = std::ranges::lower_bound(shelf.byEarliest, lookBack(first, shelf.longestDays), {},
                                              &Entry::earliest);
        for (; entry != shelf.byEarliest.end() && entry->earliest <= last; ++entry)
            if (entry->latest >= first)
                if (const auto visible = look(*entry, moment, window))
                    found.push_back(*visible);
    }
    std::ranges::sort(found, {}, &Visible::event);
    return found;
}

Window Timeline::extent(Window whenEmpty) const {
    if (_eventDays.empty())
        return whenEmpty;
    Day last = _eventDays.front();
    for (const Shelf& shelf : _shelves)
        for (const Entry& entry : shelf.byEarliest)
            last = std::max(last, Day(std::chrono::days(entry.latest)));
    return {_eventDays.front(), last};
}

} // namespace surplace::timeline
