#include "scene/totals.hpp"
#include "core/translation.hpp"
#include "scene/frame.hpp"
#include "scene/furniture.hpp"
#include <algorithm>

/// What the events of a place, of places that stand together, or of a whole map add up to.
namespace surplace::scene {

namespace {

KindTotal& totalOf(std::vector<KindTotal>& kinds, model::EventKind kind, bool& isNew) {
    const auto at = std::ranges::lower_bound(kinds, kind, {}, &KindTotal::kind);
    isNew = at == kinds.end() || at->kind != kind;
    return isNew ? *kinds.insert(at, {kind, {}, {}}) : *at;
}

void add(std::vector<KindTotal>& kinds, const KindTotal& added) {
    bool isNew = false;
    KindTotal& total = totalOf(kinds, added.kind, isNew);
    // A sum begins with its first term: an unknown range is a term and not nothing.
    total.incidents = isNew ? added.incidents : total.incidents + added.incidents;
    total.people = isNew ? added.people : total.people + added.people;
}

bool saysNothing(const model::CountRange& people) {
    return !people.upper() && people.lower().value_or(0) == 0;
}

std::string lineOf(const KindTotal& total) {
    const bool isOne = total.incidents.upper() == 1;
    const std::string figure = total.incidents.lower() == 0 ? core::trf("up to {0}", *total.incidents.upper())
                                                            : total.incidents.inWords();
    const std::string text = countOfKind(total.kind, isOne ? 1 : 2, figure);
    if (model::isContext(total.kind))
        return text;
    if (saysNothing(total.people))
        return core::trf("{0}, number of people not given", text);
    // What is only possibly at this time may be nobody.
    const model::CountRange people =
        total.people.lower() == 0 && total.people.upper() != 0
            ? model::CountRange(std::nullopt, total.people.upper(), total.people.isAbout())
            : total.people;
    return core::trcf("reports, people", "{0}, {1}", text, people.peopleInWords());
}

} // namespace

Totals& Totals::operator+=(const Totals& other) {
    for (const KindTotal& each : other.kinds)
        add(kinds, each);
    feared += other.feared;
    told += other.told;
    return *this;
}

Totals totalsOf(const model::Casebook& casebook, const CasebookIndex& index,
                std::span<const timeline::Visible> events) {
    Totals totals;
    for (const auto& visible : events) {
        const EventInfo& info = index.events()[visible.event];
        if (info.assertion == model::Assertion::feared) {
            ++totals.feared;
            continue;
        }
        if (!info.isCounted) {
            ++totals.told;
            continue;
        }
        const bool isCertain = visible.presence == timeline::Presence::certain;
        KindTotal one{info.kind, {isCertain ? 1 : 0, 1}, {}};
        if (const auto& people = casebook.events[visible.event].people; !model::isContext(info.kind))
            one.people = isCertain ? people : model::CountRange(0, people.upper(), people.isAbout());
        add(totals.kinds, one);
    }
    return totals;
}

std::vector<std::string> inLines(const Totals& totals) {
    std::vector<std::string> lines;
    int kindsOfPeople = 0;
    bool hasPossible = false;
    for (const KindTotal& total : totals.kinds) {
        lines.push_back(lineOf(total));
        kindsOfPeople += model::isContext(total.kind) ? 0 : 1;
        hasPossible = hasPossible || total.incidents.lower() != total.incidents.upper();
    }
    if (hasPossible)
        lines.emplace_back(core::tr("Highest numbers: with what is only possibly at this time."));
    if (kindsOfPeople > 1)
        lines.emplace_back(core::tr("Kinds are not added: the same people can be in several."));
    if (totals.told > 0)
        lines.push_back(core::trn(totals.told, "{0} report of a stage or a part is not counted again.",
                                  "{0} reports of stages or parts are not counted again.", totals.told));
    if (totals.feared > 0)
        lines.push_back(core::trf("{0} feared, not reported as done: not counted.", totals.feared));
    return lines;
}

std::string inWords(const Totals& totals) {
    std::string text;
    const auto add = [&text](const std::string& words) { text += (text.empty() ? "" : "; ") + words; };
    for (const KindTotal& total : totals.kinds)
        add(lineOf(total));
    if (totals.told > 0)
        add(core::trn(totals.told, "{0} stage or part, not counted again",
                      "{0} stages or parts, not counted again", totals.told));
    if (totals.feared > 0)
        add(core::trf("{0} feared, not counted", totals.feared));
    return text;
}

} // namespace surplace::scene
