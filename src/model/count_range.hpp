#pragma once
#include <cstdint>
#include <optional>
#include <string>

namespace surplace::model {

/// How many people or incidents, as far as a source says. "41" is 41-41, "at least 9" is 9-?, "up to 600" is
/// ?-600, no figure is ?-?. "about 50" is 50-50 with `about`: a flag, not a width. Invariant: lower <= upper,
/// both >= 0.
class CountRange {
public:
    CountRange() = default; ///< nothing known
    /// Throws core::Error when a bound is negative or lower > upper.
    CountRange(std::optional<std::int64_t> lower, std::optional<std::int64_t> upper, bool about = false);
    static CountRange exactly(std::int64_t value) { return {value, value}; }
    /// Reads "41", "9-", "-600", "500-600", "~50", "" (unknown), "at least 9", "up to 600", "about 50".
    /// Throws core::Error naming what was expected.
    static CountRange parse(const std::string& text);

    std::optional<std::int64_t> lower() const { return _lower; }
    std::optional<std::int64_t> upper() const { return _upper; }
    bool isAbout() const { return _about; }
    bool isKnown() const { return _lower || _upper; }

    /// Sum of two disjoint groups. A bound that one side lacks is lacking in the sum, but a lacking lower
    /// bound counts as 0 (a count cannot be negative) as soon as the other side has one; ?-? plus 5-5 is 5-?.
    /// Overflow saturates to "no bound".
    CountRange operator+(const CountRange& other) const;
    /// The smallest range that holds both: several sources on one event. A source without any figure (?-?)
    /// does not widen it; a bound that only one of two figures has is lacking.
    CountRange hull(const CountRange& other) const;
    /// "41", "at least 9", "up to 600", "500-600", "about 50", "1,170", "number not given".
    std::string inWords() const;
    /// "41 people", "at least 9 people", "1 person", "number not given": a figure and what it counts are one
    /// message, since languages join them in their own ways.
    std::string peopleInWords() const;
    /// The canonical form that parse() reads back: "41", "at least 9", "up to 600", "500-600", "~50", "at
    /// least ~9", "".
    std::string text() const;
    bool operator==(const CountRange&) const = default;

private:
    /// An optional of half the size, since casebooks hold a million ranges: no count is negative.
    class Limit {
    public:
        Limit() = default;
        Limit(std::int64_t count) : _count(count) {}
        Limit(std::optional<std::int64_t> count) : _count(count.value_or(none)) {}
        explicit operator bool() const { return _count != none; }
        std::int64_t operator*() const { return _count; }
        std::int64_t value_or(std::int64_t other) const { return *this ? _count : other; }
        operator std::optional<std::int64_t>() const { return *this ? std::optional(_count) : std::nullopt; }
        bool operator==(const Limit&) const = default;

    private:
        static constexpr std::int64_t none = -1;
        std::int64_t _count = none;
    };
    Limit _lower, _upper;
    bool _about = false;
};

} // namespace surplace::model
