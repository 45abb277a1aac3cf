#include "core/error.hpp"
#include "core/translation.hpp"
#include "scene/frame.hpp"
#include "scene/furniture.hpp"
#include <map>

namespace surplace::scene {

namespace {

using core::trf;
using core::trn;

/// "3 detentions" is said of reports, one kind at a time; people are never added across kinds.
std::string kindsInWords(const Frame& frame) {
    std::map<model::EventKind, long> counts;
    for (const auto event : frame.drawn)
        ++counts[frame.index.events()[event].kind];
    std::vector<std::string> kinds;
    for (const auto& [kind, count] : counts)
        kinds.push_back(countOfKind(kind, count));
    return core::listed(kinds);
}

std::string nameOf(const AreaInfo& area) {
    return nameFor({area.nameEn, area.nameZh, area.nameKo}, area.country, shortNames(NameLanguage::all));
}

} // namespace

std::string describe(const Frame& frame) {
    const Summary& summary = frame.scene.summary;
    std::string text;
    const auto say = [&text](const std::string& sentence) { text = core::inSentences(text, sentence); };
    say(trf("Map, {0}: {1}.", dateHeadline(frame.view.moment), modeInWords(frame.view.moment)));
    if (const std::string only = timeline::inWords(frame.view.filter, frame.casebook); !only.empty())
        say(trf("Only: {0}.", only));
    if (summary.shown == 0)
        say(core::tr("No event is on the map."));
    else
        say(trn(summary.shown, "{0} report is on the map ({1}).", "{0} reports are on the map ({1}).",
                summary.shown, kindsInWords(frame)));
    if (summary.shownPossible > 0)
        say(trn(summary.shownPossible, "{0} is only possibly at this time.",
                "{0} are only possibly at this time.", summary.shownPossible));
    if (summary.feared > 0)
        say(trn(summary.feared, "{0} is expected and not reported as having happened.",
                "{0} are expected and not reported as having happened.", summary.feared));
    for (const auto& total : frame.totals) {
        const auto& event = frame.casebook.events[total.whole.event];
        say(trf("{0}: {1} at {2} places, one total without an agreed split.", bareDate(event.date),
                event.people.peopleInWords(), total.parts.size()));
    }
    for (const auto& group : frame.areas)
        if (group.inView)
            say(trn(static_cast<long>(group.events.size()), "{0} report is known only to the area {1}.",
                    "{0} reports are known only to the area {1}.", group.events.size(),
                    nameOf(frame.index.areas()[group.area])));
    if (summary.withoutPlace > 0)
        say(trf("{0} without a place.", summary.withoutPlace));
    if (summary.outsideView > 0)
        say(trf("{0} outside this view.", summary.outsideView));
    say(absenceNote());
    return text;
}

} // namespace surplace::scene
