#pragma once
#include <atomic>
#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace surplace::model {

/// A day of the proleptic Gregorian calendar, counted from 1970-01-01 = 0.
using Day = std::chrono::sys_days;
std::string formatDay(Day day); ///< "2017-06-25"
std::optional<Day> parseDay(std::string_view iso);

/// A date as a source left it: EDTF (ISO 8601-2:2019, Library of Congress levels 0, 1 and 2), kept as
/// written. Conventions: season 21 is March-May ... 24 December-February of the following year; 25-32 by
/// hemisphere; 33-36 quarters; 37-39 quadrimesters; 40-41 semestrals. Qualifiers do not widen the interval.
/// Years beyond 9999 have no day.
class Edtf {
public:
    /// Which kind of end a date has.
    enum class End { day, open, unknown, noDay };

    /// Throws core::Error whose message names the position (1-based) and what was expected there. "" is the
    /// wholly unknown date. An interval or range that certainly ends before it begins is refused, as are a
    /// time of day inside intervals and sets, and "/" alone.
    static Edtf parse(std::string_view text);
    /// The wholly unknown date: printed as "", with unknown ends.
    Edtf() noexcept = default;
    Edtf(const Edtf& other) noexcept : _value(other._value) {
        if (_value != nullptr)
            _value->holders.fetch_add(1, std::memory_order_relaxed);
    }
    Edtf(Edtf&& other) noexcept : _value(std::exchange(other._value, nullptr)) {}
    Edtf& operator=(Edtf other) noexcept {
        std::swap(_value, other._value);
        return *this;
    }
    ~Edtf() {
        if (_value != nullptr && _value->holders.fetch_sub(1, std::memory_order_acq_rel) == 1)
            drop(_value);
    }

    const std::string& text() const; ///< exactly as parsed

    End startKind() const;
    End endKind() const;
    /// The first and last day that the expression can mean; empty unless the end is End::day.
    std::optional<Day> earliest() const;
    std::optional<Day> latest() const;
    /// For an interval: the last day its start can mean and the first its end can mean (the certain core of a
    /// duration). Equal to latest() and earliest() for a single date.
    std::optional<Day> latestStart() const;
    std::optional<Day> earliestEnd() const;

    bool isUncertain() const;   ///< has "?" or "%" anywhere
    bool isApproximate() const; ///< has "~" or "%" anywhere
    bool isInterval() const;
    bool isSet() const; ///< {all of} or [one of]
    bool isKnown() const { return _value != nullptr; }
    /// Plain words: "on 25 June 2017", "in 2017", "between 11 and 20 March 2017 (approximate)", "on or after
    /// 25 June 2017, no end given", "in the 2010s", "in spring 2017 (March to May)", "date not given".
    std::string inWords() const;

    bool operator==(const Edtf& other) const { return _value == other._value || text() == other.text(); }

private:
    // Shared and immutable: a copy of a date is eight bytes.
    struct Held {
        mutable std::atomic<std::uint32_t> holders{1};
    };
    struct Value;
    const Value& value() const;
    static void drop(const Held* value);

    const Held* _value = nullptr;
};

} // namespace surplace::model
