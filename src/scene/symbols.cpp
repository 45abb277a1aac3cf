#include "scene/frame.hpp"
#include <algorithm>
#include <array>
#include <utility>

/// The events of a place in the order of its marks: one mark for those of one kind, assertion and presence.
namespace surplace::scene {

namespace {

/// A range in the form of marks: -1 is no bound.
struct Range {
    std::int64_t lower = -1, upper = -1;
    bool isKnown() const { return lower >= 0 || upper >= 0; }
};

Range sum(Range a, Range b) {
    if (!a.isKnown())
        return b;
    if (!b.isKnown())
        return a;
    return {std::max<std::int64_t>(a.lower, 0) + std::max<std::int64_t>(b.lower, 0),
            a.upper < 0 || b.upper < 0 ? -1 : a.upper + b.upper};
}
Range hull(Range a, Range b) {
    if (!a.isKnown())
        return b;
    if (!b.isKnown())
        return a;
    return {a.lower < 0 || b.lower < 0 ? -1 : std::min(a.lower, b.lower),
            a.upper < 0 || b.upper < 0 ? -1 : std::max(a.upper, b.upper)};
}

constexpr std::size_t assertions = 4, presences = 2, kinds = 32;
static_assert(static_cast<std::size_t>(model::EventKind::background) < kinds);
static_assert(static_cast<std::size_t>(model::Assertion::feared) < assertions);

/// The order of marks around a place: kinds as the domain lists them, then how sure, then certain before
/// possible.
std::size_t orderOf(const EventBrief& brief, const timeline::Visible& visible) {
    return (static_cast<std::size_t>(brief.kind) * assertions + static_cast<std::size_t>(brief.assertion)) *
               presences +
           (visible.presence == timeline::Presence::certain ? 0 : 1);
}

/// Sorts by order, equal ones as they stand: by counting where there are more than the orders.
class Sorter {
public:
    void sort(std::span<timeline::Visible> events, const std::vector<EventBrief>& briefs) {
        if (events.size() < 2)
            return;
        if (events.size() < _ends.size()) {
            std::stable_sort(events.begin(), events.end(),
                             [&](const timeline::Visible& a, const timeline::Visible& b) {
                                 return orderOf(briefs[a.event], a) < orderOf(briefs[b.event], b);
                             });
            return;
        }
        _ends.fill(0);
        for (const auto& visible : events)
            ++_ends[orderOf(briefs[visible.event], visible)];
        std::uint32_t first = 0;
        for (auto& end : _ends)
            first += std::exchange(end, first);
        _sorted.resize(events.size());
        for (const auto& visible : events)
            _sorted[_ends[orderOf(briefs[visible.event], visible)]++] = visible;
        std::ranges::copy(_sorted, events.begin());
    }

private:
    std::array<std::uint32_t, kinds * assertions * presences> _ends;
    std::vector<timeline::Visible> _sorted;
};

/// The symbol of the events from `first` on that share their order.
Symbol symbolFrom(const Frame& frame, std::uint32_t first, std::uint32_t end) {
    const auto& briefs = frame.index.briefs();
    const EventBrief& model = briefs[frame.atPlaces[first].event];
    Symbol symbol;
    symbol.first = first;
    symbol.kind = model.kind;
    symbol.assertion = model.assertion;
    symbol.presence = frame.atPlaces[first].presence;
    symbol.opacity = 0;
    const std::size_t order = orderOf(model, frame.atPlaces[first]);
    // Only events of role `event` are summed; stages and parts, which speak of people counted elsewhere, give
    // the range that holds them.
    Range counted, told;
    for (std::uint32_t i = first; i < end; ++i) {
        const timeline::Visible& visible = frame.atPlaces[i];
        const EventBrief& brief = briefs[visible.event];
        if (orderOf(brief, visible) != order)
            break;
        ++symbol.count;
        const Range range{brief.lower, brief.upper};
        if (brief.has(EventBrief::counted))
            counted = sum(counted, range);
        else
            told = hull(told, range);
        symbol.opacity =
            std::max(symbol.opacity,
                     static_cast<float>(drawnOpacity(visible, brief.assertion == model::Assertion::feared) *
                                        frame.emphasis(visible.event)));
    }
    const Range people = counted.isKnown() ? counted : told;
    symbol.lower = people.lower;
    symbol.upper = people.upper;
    return symbol;
}

} // namespace

void makeSymbols(Frame& frame) {
    Sorter sorter;
    frame.symbols.reserve(frame.groups.size());
    for (auto& group : frame.groups) {
        sorter.sort(std::span(frame.atPlaces).subspan(group.first, group.count), frame.index.briefs());
        group.firstSymbol = static_cast<std::uint32_t>(frame.symbols.size());
        for (std::uint32_t i = group.first; i < group.first + group.count; i += frame.symbols.back().count)
            frame.symbols.push_back(symbolFrom(frame, i, group.first + group.count));
        group.symbolCount = static_cast<std::uint32_t>(frame.symbols.size()) - group.firstSymbol;
    }
}

} // namespace surplace::scene
