#pragma once
#include "analysis/tabulate.hpp"
#include <optional>
#include <string>
#include <vector>

namespace surplace::analysis {

enum class Measure { incidents, people };

/// From the lowest to the highest that a number can be; without a highest one it is open.
struct Range {
    double low = 0;
    std::optional<double> high;
    bool operator==(const Range&) const = default;
};

/// Empty when nothing is counted there, and for people also when no figure is given.
std::optional<Range> rangeOf(const Count& count, Measure measure);
/// Per so many of the denominator; empty where the unit has none above zero.
std::optional<Range> rateOf(const Range& range, const Unit& unit, double per);
/// "3", "3-5" with an en dash, "3 or more"; rates with two significant digits.
std::string inWords(const Range& range);

/// How much more there is in the second of two periods; an end that is open is missing.
struct Difference {
    std::optional<double> low, high;
    bool operator==(const Difference&) const = default;
};
/// Two periods, by their days. They are compared as they are when their lengths differ by no more than one
/// part in a hundred, else per year of 365.25 days.
struct Exposure {
    long firstDays = 0, secondDays = 0;
    bool isPerYear() const;
};
/// Of a unit without any record in a period the count there is 0. Bounds, not a test: each end is the lowest
/// of one period against the highest of the other.
Difference differenceOf(const Range& first, const Range& second, const Exposure& exposure);
enum class Sign { less, none, more, unknown };
Sign signOf(const Difference& difference);
/// "+2", "between -3 and +5", "at least +2", "0".
std::string inWords(const Difference& difference);

/// Where the classes of a map begin and end, so that all values fall into at most so many: whole numbers from
/// 1 on up to five, else the round steps 1, 2, 5 times a power of ten. Ascending upper ends; the first class
/// begins above 0. Empty when the largest is not above 0.
std::vector<double> roundClasses(double largest, bool isWhole, std::size_t most = 5);
/// The class of a value above 0; values above the last end are in the last class.
std::size_t classOf(const std::vector<double>& upperEnds, double value);
/// "1", "3-5", "0.2-0.5": what a class holds.
std::string classInWords(const std::vector<double>& upperEnds, std::size_t index, bool isWhole);

} // namespace surplace::analysis
