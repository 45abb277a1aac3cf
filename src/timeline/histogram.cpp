#include "timeline/matcher.hpp"
#include "timeline/timeline.hpp"
#include <algorithm>

namespace surplace::timeline {

namespace {

bool counts(const model::Event& event, model::EventKind kind) {
    return event.kind == kind && event.role == model::Role::event &&
           event.assertion != model::Assertion::feared;
}

/// A count that has had nothing added yet is not one that nothing is known of.
void add(Bin& bin, const model::CountRange& people) {
    bin.people = bin.certain == 1 ? people : bin.people + people;
}

std::vector<Bin> emptyBins(Window period, Step step, std::span<const Day> eventDays) {
    std::vector<Bin> bins(static_cast<std::size_t>(stepsIn(period, step, eventDays)));
    for (std::size_t i = 0; i < bins.size(); ++i)
        bins[i].days = stepWindow(period, step, static_cast<int>(i), eventDays);
    return bins;
}

} // namespace

Histogram histogram(const model::Casebook& casebook, const Timeline& timeline, const Filter& filter,
                    model::EventKind kind, Window period, Step step) {
    Histogram result{kind, step, emptyBins(period, step, timeline.eventDays())};
    std::vector<Bin>& bins = result.bins;
    Matcher matcher(filter, casebook);
    // Where the bars that an incident may be in begin and end: one addition at each side instead of one a
    // bar.
    std::vector<long> change(bins.size() + 1, 0);
    for (const Visible& visible : timeline.at({Mode::period, period, {}, 0, 0})) {
        const model::Event& event = casebook.events[visible.event];
        if (!counts(event, kind) || !matcher.passes(event))
            continue;
        const Span& span = timeline.span(visible.event);
        const auto lastDay = [](const Bin& bin) { return bin.days.last; };
        const auto firstDay = [](const Bin& bin) { return bin.days.first; };
        const auto from = std::ranges::lower_bound(bins, span.earliest, {}, lastDay) - bins.begin();
        const auto end = std::ranges::upper_bound(bins, span.latest, {}, firstDay) - bins.begin();
        Bin& bin = bins[static_cast<std::size_t>(from)];
        const bool isWhole = span.earliest >= bin.days.first && span.latest <= bin.days.last;
        if (isWhole && !span.openStart && !span.noLaterWord) {
            ++bin.certain;
            if (!model::isContext(kind))
                add(bin, event.people);
        } else {
            ++change[static_cast<std::size_t>(from)];
            --change[static_cast<std::size_t>(end)];
        }
    }
    long possible = 0;
    for (std::size_t i = 0; i < bins.size(); ++i)
        bins[i].possible = possible += change[i];
    return result;
}

} // namespace surplace::timeline
