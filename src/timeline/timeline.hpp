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

/// When an event can have been, as days; earliest <= latest. An open or unknown end is closed for drawing at
/// the latest day of the main source's date (without one: at the last day that the start can mean); an open
/// or unknown start is drawn only from the first day that the end can mean. A feared event, dated or not, has
/// no day later than its source's date plus the fade, and one feared for a later time still has no day at
/// all: nothing feared in 2017 is still on the map in 2024.
struct Span {
    bool hasDays = false; ///< false: no day at all (unknown date, set without days, year beyond 9999)
    bool isDuration =
        false; ///< an interval of a duration kind: it lasts, instead of being one unknown day inside
    bool openStart = false, openEnd = false;
    bool noLaterWord = false; ///< the end is not the event's own but where its source's word stops
    Day earliest{}, latest{};
    std::optional<Window> certainCore; ///< durations: the days on which it certainly was
    Day freshUntil{}; ///< Mode::fade: fully opaque up to here, gone fadeDays later; latest, but feared: no
                      ///< later than the source's date
    std::optional<Day>
        lastShown; ///< feared events: no moment after this day shows them (the source's date plus the fade)
    bool operator==(const Span&) const = default;
};
/// `fadeDays` is how long a feared event outlives its source's date.
Span spanOf(const model::Event& event, const model::Casebook& casebook, int fadeDays = 365);

enum class Presence { absent, possible, certain };
/// Whether the event is inside the window: certainly (every day it can mean is inside; for a duration, its
/// certain core touches the window), possibly (some day it can mean is inside), or not. An event with an open
/// side, or whose end is only where its source's word stops, can mean days that no window holds, so it is
/// never certain, but for a duration's certain core.
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
/// The days that the moment shows: for fade, the fadeDays up to and including the day. Window and fade may
/// reach back before the period.
Window windowOf(const Moment& moment);

/// Which events are looked at. Empty sets let everything through.
struct Filter {
    std::set<model::EventKind> kinds;
    std::set<model::Assertion> assertions;
    std::set<model::Id> places;  ///< place, from, to or crossing
    std::set<model::Id> sources; ///< any citation
    std::set<model::Id> cases;
    /// Every word must be found (part of a word is enough; case-insensitive in Latin, Greek and Cyrillic; any
    /// script) in what, the place as written, the names and aliases of its places in all languages (there in
    /// any romanisation, in Hangul and in simplified or traditional characters, see name_search.hpp), title,
    /// publisher and id of its sources, title and id of its case, or its id.
    std::string text;
    bool operator==(const Filter&) const = default;
};
bool passes(const Filter& filter, const model::Event& event, const model::Casebook& casebook);
/// What a filter lets through, for a reader: "Detention or Holding; Reported; Shenyang"; empty when it lets
/// everything through. The words searched for are not repeated: a picture may be passed on.
std::string inWords(const Filter& filter, const model::Casebook& casebook);

struct Visible {
    std::uint32_t event = 0; ///< index into casebook.events
    Presence presence = Presence::certain;
    /// 1 fresh ... 0 gone. While time moves, an event of uncertain days comes and goes by the part of them
    /// that the moment's window holds; Mode::fade makes what is past paler.
    float opacity = 1;
};

/// The events of a casebook that pass a filter, sorted by time: asking for a moment costs what is visible,
/// not what is stored.
class Timeline {
public:
    Timeline(const model::Casebook& casebook, const Filter& filter, int fadeDays = 365);

    /// Events present at the moment, in stored order of the casebook.
    std::vector<Visible> at(const Moment& moment) const;
    const Span& span(std::uint32_t event) const { return _spans[event]; }
    /// Whether the event passes the filter, dated or not.
    bool holds(std::uint32_t event) const { return (_states[event] & passing) != 0; }
    /// First and last day of any passing event; the given default when there is none.
    Window extent(Window whenEmpty) const;
    /// Sorted distinct earliest days: the steps of "next event".
    std::span<const Day> eventDays() const { return _eventDays; }
    /// Passing events without any day: in the lists, never on the map.
    std::span<const std::uint32_t> undated() const { return _undated; }

private:
    struct Entry {
        std::int32_t earliest, latest; // day numbers
        std::uint32_t event;
        bool isPlain; // presence and opacity follow from the two days alone
    };
    /// Events whose spans are about as long as each other, by earliest day: a search needs to look back only
    /// that far.
    struct Shelf {
        std::vector<Entry> byEarliest;
        std::int32_t longestDays = 0;
    };
    /// The days of an event that passes; none that any window holds for others.
    struct Days {
        std::int32_t earliest, latest;
    };
    static constexpr std::uint8_t passing = 1, plain = 2;
    std::optional<Visible> look(const Entry& entry, const Moment& moment, Window window) const;
    std::size_t mostIn(std::int32_t first, std::int32_t last) const;

    std::vector<Span> _spans;          // by casebook index
    std::vector<Days> _days;           // by casebook index
    std::vector<std::uint8_t> _states; // by casebook index
    std::vector<Shelf> _shelves;
    std::vector<Day> _eventDays;
    std::vector<std::uint32_t> _undated;
};

enum class Step { day, week, month, quarter, year, nextEvent };
std::string_view word(Step); ///< "day", "week", "month", "quarter", "year", "next_event"
std::optional<Step> stepByWord(std::string_view);
/// The day `count` steps on (negative: back). Months, quarters and years keep the day of the month where it
/// exists, else the month's last day; from the last day of a month they go to the last day of another.
/// nextEvent goes to the count-th event day after (before) it, or to the last (first) one there is.
Day advance(Day from, Step step, int count, std::span<const Day> eventDays = {});
/// Number of steps from the first day to the last, both ends shown (at least 1).
int stepsIn(Window period, Step step, std::span<const Day> eventDays = {});
/// The days of step `index` of a period (0 ... stepsIn - 1, clamped): from the period's first day on, the
/// last step cut at its end. For nextEvent a step begins at an event day and lasts until the day before the
/// next one; the first begins with the period.
Window stepWindow(Window period, Step step, int index, std::span<const Day> eventDays = {});
/// The day that a film or a playback shows for a step: its last day, so that what happened in a month is seen
/// in that month's frame. For nextEvent the event day itself.
Day shownDay(Window period, Step step, int index, std::span<const Day> eventDays = {});

/// Playback as a function of time: no clock inside.
struct Playback {
    Window period{};
    Step step = Step::month;
    double stepsPerSecond = 5;
    int direction = 1; ///< 1 forwards, -1 backwards
    bool loop = false;
};
/// `start` until the first step is due, then the shown days of the steps after it (backwards: before it), the
/// same days that a film shows. Playing stops at the last step (backwards: at the first) unless it loops.
struct PlayState {
    Day day{};
    bool finished = false;
};
PlayState playAt(const Playback& playback, Day start, double seconds, std::span<const Day> eventDays = {});
/// Frame f of n of a film over the period: the shown day of its step. Frame 0 shows the first step, frame n-1
/// the last (a single frame: the last); with at least as many frames as steps, each step is held equally
/// long, to one frame. Backwards the steps run from last to first.
Day filmDay(const Playback& playback, long frame, long frames, std::span<const Day> eventDays = {});

/// One bar. Only role `event` is counted, one kind, feared never. An incident is certain in one bar at most;
/// one with an open side in none.
struct Bin {
    Window days{};
    long certain = 0;         ///< incidents whose whole span is in the bin
    long possible = 0;        ///< incidents that may be in it, beyond the certain ones
    model::CountRange people; ///< of the certain ones; one without a figure leaves the sum without an upper
                              ///< bound; context kinds: not given
};
struct Histogram {
    model::EventKind kind = model::EventKind::detention;
    Step step = Step::year;
    std::vector<Bin> bins;
};
/// The filter narrows the timeline's own filter further; an empty one counts all that the timeline passed.
/// Bars are the steps of the period.
Histogram histogram(const model::Casebook& casebook, const Timeline& timeline, const Filter& filter,
                    model::EventKind kind, Window period, Step step);

} // namespace surplace::timeline
