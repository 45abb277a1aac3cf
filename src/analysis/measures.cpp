#include "analysis/measures.hpp"
#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace surplace::analysis {

namespace {

/// Whole numbers with commas, others with two significant digits.
std::string number(double value) {
    if (value != std::round(value))
        return std::abs(value) >= 10 ? fmt::format("{:.0f}", value) : fmt::format("{:.2g}", value);
    std::string digits = fmt::format("{:.0f}", std::abs(value));
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    return (value < 0 ? "-" : "") + digits;
}

std::string withSign(double value) {
    const std::string text = number(std::abs(value));
    return text == "0" ? text : (value < 0 ? "\u2212" : "+") + text;
}

} // namespace

std::optional<Range> rangeOf(const Count& count, Measure measure) {
    if (count.most() == 0)
        return std::nullopt;
    if (measure == Measure::incidents)
        return Range{static_cast<double>(count.certain), static_cast<double>(count.most())};
    if (!count.people.isKnown())
        return std::nullopt;
    Range range{static_cast<double>(count.people.lower().value_or(0)), std::nullopt};
    if (count.people.upper())
        range.high = static_cast<double>(*count.people.upper());
    return range;
}

std::optional<Range> rateOf(const Range& range, const Unit& unit, double per) {
    if (!unit.denominator || !(*unit.denominator > 0))
        return std::nullopt;
    const double factor = per / *unit.denominator;
    Range rate{range.low * factor, std::nullopt};
    if (range.high)
        rate.high = *range.high * factor;
    return rate;
}

std::string inWords(const Range& range) {
    const std::string low = number(range.low);
    if (!range.high)
        return low + " or more";
    const std::string high = number(*range.high);
    return low == high ? low : low + "\u2013" + high;
}

bool Exposure::isPerYear() const {
    return std::abs(firstDays - secondDays) * 100 > std::max(firstDays, secondDays);
}

Difference differenceOf(const Range& first, const Range& second, const Exposure& exposure) {
    constexpr double daysOfYear = 365.25;
    const bool isPerYear = exposure.isPerYear();
    const double a = isPerYear ? daysOfYear / static_cast<double>(exposure.firstDays) : 1;
    const double b = isPerYear ? daysOfYear / static_cast<double>(exposure.secondDays) : 1;
    Difference difference;
    if (first.high)
        difference.low = second.low * b - *first.high * a;
    if (second.high)
        difference.high = *second.high * b - first.low * a;
    return difference;
}

Sign signOf(const Difference& difference) {
    if (difference.low == 0.0 && difference.high == 0.0)
        return Sign::none;
    if (difference.low && *difference.low > 0)
        return Sign::more;
    if (difference.high && *difference.high < 0)
        return Sign::less;
    return Sign::unknown;
}

std::string inWords(const Difference& difference) {
    if (!difference.low && !difference.high)
        return "not known";
    if (!difference.high)
        return "at least " + withSign(*difference.low);
    if (!difference.low)
        return "at most " + withSign(*difference.high);
    const std::string low = withSign(*difference.low), high = withSign(*difference.high);
    return low == high ? low : fmt::format("between {} and {}", low, high);
}

std::vector<double> roundClasses(double largest, bool isWhole, std::size_t most) {
    std::vector<double> ends;
    if (!(largest > 0) || !std::isfinite(largest) || most == 0)
        return ends;
    if (isWhole && largest <= static_cast<double>(most)) {
        for (double end = 1; end <= largest; ++end)
            ends.push_back(end);
        return ends;
    }
    constexpr std::array<double, 3> steps{1, 2, 5};
    // The smallest round number that holds the largest value, then the ones below it.
    int power = static_cast<int>(std::floor(std::log10(largest))) + 1;
    std::size_t step = 0;
    const auto value = [&] {
        // Not by pow(): 0.2 is to be the number that is written so.
        double result = steps[step];
        for (int i = 0; i < std::abs(power); ++i)
            result = power > 0 ? result * 10 : result / 10;
        return result;
    };
    const auto down = [&] {
        power -= step == 0 ? 1 : 0;
        step = (step + 2) % 3;
    };
    std::vector<double> falling;
    while (falling.size() < most && (!isWhole || value() >= 1)) {
        const double here = value();
        if (here >= largest)
            falling.assign(1, here);
        else
            falling.push_back(here);
        down();
    }
    ends.assign(falling.rbegin(), falling.rend());
    return ends;
}

std::size_t classOf(const std::vector<double>& upperEnds, double value) {
    const auto at = std::ranges::lower_bound(upperEnds, value) - upperEnds.begin();
    return std::min(static_cast<std::size_t>(at), upperEnds.empty() ? 0 : upperEnds.size() - 1);
}

std::string classInWords(const std::vector<double>& upperEnds, std::size_t index, bool isWhole) {
    const double below = index == 0 ? 0 : upperEnds[index - 1];
    const double low = isWhole ? below + 1 : below;
    return inWords(Range{low, upperEnds[index]});
}

} // namespace surplace::analysis
