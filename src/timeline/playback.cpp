#include "timeline/timeline.hpp"
#include <algorithm>
#include <cmath>

namespace surplace::timeline {

namespace {

/// The steps of a playback as an array of shown days that is never stored.
struct Days {
    const Playback& playback;
    std::span<const Day> eventDays;
    long count;

    Day operator[](long index) const {
        return shownDay(playback.period, playback.step, static_cast<int>(index), eventDays);
    }
    /// The first index whose day is not before `day`; `count` when there is none.
    long notBefore(Day day) const {
        long low = 0, high = count;
        while (low < high) {
            const long middle = (low + high) / 2;
            (*this)[middle] < day ? low = middle + 1 : high = middle;
        }
        return low;
    }
};

Days daysOf(const Playback& playback, std::span<const Day> eventDays) {
    return {playback, eventDays, stepsIn(playback.period, playback.step, eventDays)};
}

/// Steps that are due after so many seconds. The margin keeps 0.6 s at 5 a second from being 2.9999 steps.
std::int64_t stepsDue(const Playback& playback, double seconds) {
    const double due = std::floor(seconds * playback.stepsPerSecond + 1e-9);
    return due > 0 ? static_cast<std::int64_t>(std::min(due, 1e15)) : 0;
}

std::int64_t wrapped(std::int64_t index, std::int64_t count) {
    return ((index % count) + count) % count;
}

} // namespace

PlayState playAt(const Playback& playback, Day start, double seconds, std::span<const Day> eventDays) {
    const Days days = daysOf(playback, eventDays);
    const bool isForward = playback.direction >= 0;
    const std::int64_t due = stepsDue(playback, seconds);
    const long next = days.notBefore(start);
    const bool isOnStep = next < days.count && days[next] == start;
    // Between two steps the first step due is the one ahead.
    std::int64_t index = isForward ? next + due - (isOnStep || due == 0 ? 0 : 1) : next - due;
    if (playback.loop)
        return {due == 0 ? start : days[static_cast<long>(wrapped(index, days.count))], false};
    const std::int64_t end = isForward ? days.count - 1 : 0;
    const bool isAtEnd = isForward ? index >= end && (isOnStep || due > 0 || next == days.count)
                                   : index <= end && (isOnStep || due > 0 || next == 0);
    if (isAtEnd)
        return {days[static_cast<long>(end)], true};
    return {due == 0 ? start : days[static_cast<long>(index)], false};
}

Day filmDay(const Playback& playback, long frame, long frames, std::span<const Day> eventDays) {
    const Days days = daysOf(playback, eventDays);
    const long last = std::max(frames, 1L) - 1;
    const long at = std::clamp(frame, 0L, last);
    long index = days.count - 1;
    if (frames >= days.count)
        index = static_cast<long>(std::int64_t{at} * days.count / frames);
    else if (last > 0)
        index = static_cast<long>((std::int64_t{at} * (days.count - 1) * 2 + last) / (2 * last));
    return days[playback.direction >= 0 ? index : days.count - 1 - index];
}

} // namespace surplace::timeline
