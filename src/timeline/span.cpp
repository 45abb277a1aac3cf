#include "timeline/timeline.hpp"
#include <algorithm>

namespace surplace::timeline {

namespace {

using model::Edtf;
using std::chrono::days;

/// When the main source was published: the days on which it surely, and at the latest, was.
struct Word {
    std::optional<Day> first, last;
};

Word wordOf(const model::Event& event, const model::Casebook& casebook) {
    const model::Source* source =
        event.citations.empty() ? nullptr : casebook.sources.find(event.citations.front().sourceId);
    if (source == nullptr)
        return {};
    const Edtf& published = source->published;
    // "since 2017" dates a source no later than its first issue.
    const std::optional<Day> last = published.latest() ? published.latest() : published.latestStart();
    return {published.earliest(), last};
}

/// The days on which a duration certainly was. An open end means "still so when this was published"; an
/// unknown side proves only the day that the known side fixes.
std::optional<Window> coreOf(const Edtf& date, const Word& word) {
    std::optional<Day> from = date.latestStart();
    std::optional<Day> to = date.earliestEnd();
    if (from && !to) {
        to = date.earliest() == from ? from : std::nullopt;
        if (date.endKind() == Edtf::End::open && word.first)
            to = std::max(to.value_or(*word.first), *word.first);
    } else if (to && !from && date.latest() == to) {
        from = to;
    }
    if (!from || !to || *from > *to)
        return std::nullopt;
    return Window{*from, *to};
}

/// The bounds as written; those of an Edtf are worked out at each call, so they are asked for once.
struct Bounds {
    std::optional<Day> earliest, latest;
};

Span withDays(const Edtf& date, const Bounds& bounds, const Word& word) {
    Span span;
    span.openStart = !bounds.earliest;
    span.openEnd = !bounds.latest;
    span.earliest = span.openStart ? date.earliestEnd().value_or(*bounds.latest) : *bounds.earliest;
    span.latest =
        span.openEnd ? word.last.value_or(date.latestStart().value_or(span.earliest)) : *bounds.latest;
    if (!span.openStart && !span.openEnd && span.latest < span.earliest)
        std::swap(span.earliest,
                  span.latest); // written back to front: check() reports it, the map shows the days
    span.latest = std::max(span.latest, span.earliest);
    span.noLaterWord = span.openEnd;
    span.freshUntil = span.latest;
    span.hasDays = true;
    return span;
}

/// What is feared has not happened: it is shown as long as the word of it is fresh, whatever it was expected
/// for.
void endFear(Span& span, const Edtf& date, const Word& word, int fadeDays) {
    span.certainCore.reset();
    const Day known = date.latest().value_or(date.latestStart().value_or(span.earliest));
    const Day said = word.last.value_or(known);
    const Day last = said + days(fadeDays);
    if (last < span.earliest) {
        span = Span{};
        span.noLaterWord = true;
        return;
    }
    if (span.openEnd || span.latest > last) {
        span.latest = last;
        span.noLaterWord = true;
    }
    span.freshUntil = std::min(span.latest, said);
    span.lastShown = last;
}

} // namespace

Span spanOf(const model::Event& event, const model::Casebook& casebook, int fadeDays) {
    const Edtf& date = event.date;
    const Bounds bounds{date.earliest(), date.latest()};
    if (!bounds.earliest && !bounds.latest)
        return {};
    const bool isFeared = event.assertion == model::Assertion::feared;
    // The source's date matters only to what is open or feared, and most events are neither.
    const Word word = isFeared || !bounds.latest ? wordOf(event, casebook) : Word{};
    Span span = withDays(date, bounds, word);
    span.isDuration = model::isDuration(event.kind) && date.isInterval();
    if (span.isDuration)
        span.certainCore = coreOf(date, word);
    if (isFeared)
        endFear(span, date, word, fadeDays);
    return span;
}

Presence presenceIn(const Span& span, Window window) {
    if (!span.hasDays || span.earliest > window.last || span.latest < window.first ||
        window.last < window.first)
        return Presence::absent;
    if (span.certainCore && span.certainCore->first <= window.last && span.certainCore->last >= window.first)
        return Presence::certain;
    const bool isInside = span.earliest >= window.first && span.latest <= window.last;
    return isInside && !span.openStart && !span.noLaterWord ? Presence::certain : Presence::possible;
}

} // namespace surplace::timeline
