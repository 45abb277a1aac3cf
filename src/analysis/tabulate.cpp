#include "analysis/tabulate.hpp"
#include <algorithm>

namespace surplace::analysis {

namespace {

/// Sums people bound by bound, so that the order of the events does not matter.
class People {
public:
    void add(const model::CountRange& people, bool isCertain) {
        _isAbout = _isAbout || people.isAbout();
        if (isCertain && people.lower()) {
            _hasLower = true;
            _lower += *people.lower();
        }
        _hasCertain = _hasCertain || isCertain;
        if (people.upper())
            _upper += *people.upper();
        else
            _isOpen = true;
    }
    model::CountRange range() const {
        std::optional<std::int64_t> lower, upper;
        if (_hasLower)
            lower = _lower;
        if (!_isOpen)
            upper = _upper;
        // Nobody at all for certain: from nobody on, as far as there is a highest figure.
        if (!_hasCertain && upper)
            lower = 0;
        return {lower, upper, _isAbout && (lower || upper)};
    }

private:
    std::int64_t _lower = 0, _upper = 0;
    bool _hasLower = false, _isOpen = false, _isAbout = false, _hasCertain = false;
};

struct Tally {
    Count count;
    People people;
    void add(const model::Event& event, bool isCertain) {
        ++(isCertain ? count.certain : count.possible);
        if (model::isContext(event.kind) || !event.people.isKnown())
            ++count.withoutFigure;
        people.add(model::isContext(event.kind) ? model::CountRange() : event.people, isCertain);
    }
    Count finished() const {
        Count result = count;
        if (count.most() > 0)
            result.people = people.range();
        return result;
    }
};

} // namespace

long Tabulation::incidentsNotAssigned() const {
    long sum = 0;
    for (const Count& count : notAssigned)
        sum += count.most();
    return sum;
}

Tabulation tabulate(const model::Casebook& casebook, std::span<const Occurrence> occurrences,
                    model::EventKind kind, const Units& units) {
    Placement placement(casebook, units);
    std::vector<Tally> tallies(units.units.size());
    std::array<Tally, reasonCount> notAssigned;
    Tally total;
    Tabulation result;
    result.kind = kind;
    for (const Occurrence& occurrence : occurrences) {
        const model::Event& event = casebook.events[occurrence.event];
        if (event.kind != kind || event.role != model::Role::event ||
            event.assertion == model::Assertion::feared)
            continue;
        const Placed placed = placement.of(occurrence.event);
        if (placed.unit)
            tallies[*placed.unit].add(event, occurrence.isCertain && placed.isCertain);
        else
            notAssigned[static_cast<std::size_t>(placed.reason)].add(event, occurrence.isCertain);
        total.add(event, occurrence.isCertain);
        result.counted.push_back(occurrence.event);
    }
    std::ranges::sort(result.counted);
    for (const Tally& tally : tallies)
        result.units.push_back(tally.finished());
    for (std::size_t i = 0; i < reasonCount; ++i)
        result.notAssigned[i] = notAssigned[i].finished();
    result.total = total.finished();
    return result;
}

} // namespace surplace::analysis
