#pragma once
#include "model/casebook.hpp"
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace surplace::timeline {

using model::Day;

/// Whole days, both ends included.
struct Window {
    Day first{};
    Day last{};
    bool operator==(const Window&) const = default;
};

/// When an event can have been, as days. Open sides are closed for drawing at the date of the event's main source (a feared event: that date plus
/// the fade); `noLaterWord` says so.
struct Span {
    bool hasDays = false;  ///< false: no day at all (unknown date, set without days, year beyond 9999)
    Day earliest{}, latest{};
    bool isDuration = false; ///< an interval of a duration kind: it lasts, instead of being one unknown day inside
    std::optional<Window> certainCore; ///< durations: the days on which it certainly was
    bool openStart = false, openEnd = false;
    bool noLaterWord = false;
    bool operator==(const Span&) const = default;
};
Span spanOf(const model::Event& event, const model::Casebook& casebook, int fadeDays = 365);

enum class Presence { absent, possible, certain };
/// Whether the event is inside the window: certainly (every day it can mean is inside; for a duration, its certain core touches the window),
/// possibly (some day it can mean is inside), or not.
Presence presenceIn(const Span& span, Window window);

/// How time is looked at.
enum class Mode {
    period,     ///< everything between two days
    window,     ///< a window of fixed length that ends at the day shown
    cumulative, ///< from the start of the period to the day shown
    fade        ///< the day shown, each event fading out over `fadeDays` after it
};
std::string_view word(Mode); ///< "period", "window", "cumulative", "fade"
std::optional<Mode> modeByWord(std::string_view);

/// One instant of the map's time.
struct Moment {
    Mode mode = Mode::period;
    Window period{};      ///< the whole period looked at
    Day day{};            ///< the day shown (not used by Mode::period)
    int windowDays = 365; ///< Mode::window
    int fadeDays = 365;   ///< Mode::fade
    bool operator==(const Moment&) const = default;
};
/// The days that the moment shows: for fade, the fadeDays up to and including the day.
Window windowOf(const Moment& moment);

/// Which events are looked at. Empty sets let everything through.
struct Filter {
    std::set<model::EventKind> kinds;
    std::set<model::Assertion> assertions;
    std::set<model::Id> places; ///< place, from, to or crossing
    std::set<model::Id> sources;
    std::set<model::Id> cases;
    std::string text; ///< every word must be found (case-insensitive, any script) in what, place names in all languages, source titles or ids
    bool operator==(const Filter&) const = default;
};
bool passes(const Filter& filter, const model::Event& event, const model::Casebook& casebook);

struct Visible {
    std::uint32_t event = 0; ///< index into casebook.events
    Presence presence = Presence::certain;
    float opacity = 1;       ///< 1 fresh ... 0 gone; only Mode::fade makes it less than 1
};

/// The events of a casebook that pass a filter, sorted by time: asking for a moment costs what is visible, not what is stored.
class Timeline {
public:
    Timeline(const model::Casebook& casebook, const Filter& filter, int fadeDays = 365);

    /// Events present at the moment, in stored order of the casebook.
    std::vector<Visible> at(const Moment& moment) const;
    const Span& span(std::uint32_t event) const { return _spans[event]; }
    /// First and last day of any passing event; the given default when there is none.
    Window extent(Window whenEmpty) const;
    /// Sorted distinct earliest days: the steps of "next event".
    std::span<const Day> eventDays() const { return _eventDays; }
    /// Passing events without any day: in the lists, never on the map.
    std::span<const std::uint32_t> undated() const { return _undated; }

private:
    std::vector<Span> _spans;               // by casebook index
    std::vector<std::uint32_t> _byEarliest; // passing, dated
    std::vector<Day> _eventDays;
    std::vector<std::uint32_t> _undated;
    std::int64_t _longestDays = 0;          // bound for the search backwards
    std::vector<std::uint32_t> _long;       // spans too long for that bound, kept apart
};

enum class Step { day, week, month, quarter, year, nextEvent };
std::string_view word(Step);
std::optional<Step> stepByWord(std::string_view);
/// The day `count` steps on (negative: back). Months, quarters and years keep the day of the month where it exists. nextEvent uses eventDays.
Day advance(Day from, Step step, int count, std::span<const Day> eventDays = {});
/// Number of steps from the first day to the last, both ends shown (at least 1).
int stepsIn(Window period, Step step, std::span<const Day> eventDays = {});

/// Playback as a function of time: no clock inside.
struct Playback {
    Window period{};
    Step step = Step::month;
    double stepsPerSecond = 5;
    int direction = 1; ///< 1 forwards, -1 backwards
    bool loop = false;
};
/// The day shown after so many seconds of playing from `start`; stops at the period's end unless it loops.
struct PlayState {
    Day day{};
    bool finished = false;
};
PlayState playAt(const Playback& playback, Day start, double seconds, std::span<const Day> eventDays = {});
/// Frame f of n of a film over the period: the day shown. Frame 0 shows the first step, frame n-1 the last.
Day filmDay(const Playback& playback, long frame, long frames, std::span<const Day> eventDays = {});

/// One bar. Only role `event` is counted, one kind, feared never.
struct Bin {
    Window days{};
    long certain = 0;  ///< incidents whose whole span is in the bin
    long possible = 0; ///< incidents that may be in it, beyond the certain ones
    model::CountRange people; ///< of the certain ones
};
struct Histogram {
    model::EventKind kind = model::EventKind::detention;
    Step step = Step::year;
    std::vector<Bin> bins;
};
Histogram histogram(const model::Casebook& casebook, const Timeline& timeline, const Filter& filter, model::EventKind kind, Window period, Step step);

} // namespace surplace::timeline
