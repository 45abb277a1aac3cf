#include "model/describe.hpp"
#include "core/error.hpp"
#include "core/translation.hpp"
#include "scene/frame.hpp"
#include "scene/furniture.hpp"
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <unordered_map>

/// A frame in a paragraph, for whoever cannot see it: whole sentences, each true by itself.
namespace surplace::scene {

namespace {

using model::CountRange;

using core::trcf;
using core::trf;
using core::trn;

/// Sentences, one after the other.
class Paragraph {
public:
    void say(const std::string& sentence) { _text = core::inSentences(_text, sentence); }
    const std::string& text() const { return _text; }

private:
    std::string _text;
};

/// "A", "A and B", "A, B and C"; of more than `most` the first, and what `more` says of the others' number:
/// "{0} and {1} places more".
template <class More>
std::string listedUpTo(std::size_t most, const std::vector<std::string>& names, const More& more) {
    if (names.size() <= most)
        return core::listedWithAnd(names);
    return more(core::listed(std::span(names).first(most)), static_cast<long>(names.size() - most));
}

/// The reports of one kind, and the people of those that are incidents of their own: stages, parts and what
/// is feared are never counted.
struct KindCount {
    long reports = 0, incidents = 0, possible = 0;
    CountRange people;
    bool hasPeople = false;
};

std::optional<std::int64_t> bound(std::int64_t value) {
    return value < 0 ? std::nullopt : std::optional(value);
}

void addIncident(KindCount& kind, const EventInfo& info, bool isPossible) {
    ++kind.incidents;
    kind.possible += isPossible ? 1 : 0;
    const CountRange given(bound(info.lower), bound(info.upper));
    // Who may not have been there at this time adds to the upper figure only.
    const CountRange people = isPossible ? CountRange(0, given.upper()) : given;
    kind.people = kind.incidents == 1 ? people : kind.people + people;
    kind.hasPeople |= given.isKnown();
}

/// What is reported as having happened, and apart from it what is only feared.
struct Kinds {
    std::map<model::EventKind, KindCount> reported;
    std::map<model::EventKind, long> feared;
};

Kinds countKinds(const Frame& frame) {
    std::vector<bool> isDrawn(frame.casebook.events.size(), false);
    for (const std::uint32_t event : frame.drawn)
        isDrawn[event] = true;
    Kinds kinds;
    KindCount* last = nullptr;
    auto lastKind = model::EventKind::background;
    for (const auto& visible : frame.visible) {
        if (!isDrawn[visible.event])
            continue;
        const EventInfo& info = frame.index.events()[visible.event];
        if (info.assertion == model::Assertion::feared) {
            ++kinds.feared[info.kind];
            continue;
        }
        if (last == nullptr || info.kind != lastKind) {
            last = &kinds.reported[info.kind];
            lastKind = info.kind;
        }
        ++last->reports;
        if (info.isCounted)
            addIncident(*last, info, visible.presence == timeline::Presence::possible);
    }
    return kinds;
}

/// "3 detentions: at least 40 people." People are never added across kinds.
std::string kindSentence(model::EventKind kind, const KindCount& count) {
    std::string text = countOfKind(kind, count.reports);
    if (model::isContext(kind))
        return trcf("sentence", "{0}.", text);
    if (count.incidents == 0)
        return trn(count.reports, "{0}, not counted as an incident of its own.",
                   "{0}, none of them counted as an incident of its own.", text);
    if (count.incidents < count.reports)
        text = trn(count.incidents, "{0}, of which {1} is counted as an incident of its own",
                   "{0}, of which {1} are counted as incidents of their own", text, count.incidents);
    if (count.possible > 0)
        text = trf("{0}, {1} of those only possibly at this time", text, count.possible);
    // Someone can always have been there whom no source counts; a sum from nothing on is no figure.
    const bool hasFigure = count.hasPeople && (count.people.lower().value_or(0) > 0 || count.people.upper());
    return hasFigure ? trcf("sentence", "{0}: {1}.", text, count.people.peopleInWords())
                     : trf("{0}: number of people not given.", text);
}

void sayKinds(const Frame& frame, Paragraph& paragraph) {
    const Kinds kinds = countKinds(frame);
    for (const auto& [kind, count] : kinds.reported)
        paragraph.say(kindSentence(kind, count));
    std::vector<std::string> feared;
    for (const auto& [kind, count] : kinds.feared)
        feared.push_back(countOfKind(kind, count));
    if (!feared.empty())
        paragraph.say(trf("Feared, and not reported as having happened: {0}.", core::listedWithAnd(feared)));
}

std::string nameOf(const Frame& frame, std::uint32_t place) {
    const model::Place& record = frame.casebook.places[place];
    const std::string name = model::nameInWords(record);
    return name.empty() ? record.id : name;
}

/// Where it is on the globe and how wide, as far as the projection can say.
std::string whereSentence(const Frame& frame) {
    const Camera& camera = frame.view.camera;
    try {
        const auto middle = frame.basemap.projection().inverse(camera.center);
        const double ground =
            frame.basemap.projection().groundMetersPerProjectedMeter(middle) * camera.metersPerPixel / 1000;
        const auto rounded = [](double kilometers) {
            const double unit = kilometers >= 100 ? 10 : 1;
            return std::max(1.0, std::round(kilometers / unit) * unit);
        };
        const double north = middle.latitudeDegrees, east = middle.longitudeDegrees;
        return trf("It shows about {0:.0f} by {1:.0f} km around {2}, {3}.",
                   rounded(ground * camera.widthPixels), rounded(ground * camera.heightPixels),
                   north < 0 ? trf("{0:.1f}\u00b0 S", -north) : trf("{0:.1f}\u00b0 N", north),
                   east < 0 ? trf("{0:.1f}\u00b0 W", -east) : trf("{0:.1f}\u00b0 E", east));
    } catch (const core::Error&) {
        return {}; // its middle is off the globe
    }
}

std::string placesSentence(const Frame& frame) {
    constexpr std::size_t mostNamed = 5;
    std::vector<const PlaceGroup*> groups;
    for (const auto& group : frame.groups)
        if (group.inView)
            groups.push_back(&group);
    if (groups.empty())
        return {};
    const auto rank = [](const PlaceGroup* group) {
        return std::pair(-static_cast<long>(group->count), group->place);
    };
    std::ranges::sort(groups, {}, rank);
    std::vector<std::string> names;
    for (const PlaceGroup* group : groups) {
        const std::string name = nameOf(frame, group->place);
        const std::uint32_t others = group->places - 1;
        names.push_back(others == 0 ? trcf("place (reports)", "{0} ({1})", name, group->count)
                                    : trn(others, "{0} with {1} place near it ({2})",
                                          "{0} with {1} places near it ({2})", name, others, group->count));
    }
    const std::string list = listedUpTo(mostNamed, names, [](const std::string& first, long more) {
        return trn(more, "{0} and {1} place more", "{0} and {1} places more", first, more);
    });
    return trf("Reports by place, most first: {0}.", list);
}

void sayAreas(const Frame& frame, Paragraph& paragraph) {
    for (const auto& group : frame.areas) {
        if (!group.inView)
            continue;
        const AreaInfo& area = frame.index.areas()[group.area];
        const std::string name =
            nameFor({area.nameEn, area.nameZh, area.nameKo}, area.country, shortNames(NameLanguages::all));
        paragraph.say(trn(static_cast<long>(group.events.size()), "{0} report is known only to the area {1}.",
                          "{0} reports are known only to the area {1}.", group.events.size(), name));
    }
}

std::string routesSentence(const Frame& frame) {
    constexpr std::size_t mostNamed = 4;
    if (frame.scene.summary.legs == 0)
        return {};
    std::unordered_map<std::uint64_t, long> routes; // by its ends
    for (const auto event : frame.drawn)
        if (frame.index.briefs()[event].has(EventBrief::leg)) {
            const LegInfo& leg = frame.index.legs()[frame.index.events()[event].leg];
            ++routes[std::uint64_t{leg.from} << 32 | leg.to];
        }
    std::vector<std::pair<long, std::uint64_t>> ranked;
    for (const auto& [ends, count] : routes)
        ranked.emplace_back(-count, ends);
    if (ranked.empty())
        return {};
    const auto said = ranked.begin() + static_cast<std::ptrdiff_t>(std::min(mostNamed, ranked.size()));
    std::ranges::partial_sort(ranked, said);
    std::vector<std::string> names(ranked.size());
    for (std::size_t i = 0; i < std::min(mostNamed, ranked.size()); ++i) {
        const auto [count, ends] = ranked[i];
        const std::string ways =
            trcf("a leg", "{0} to {1}", nameOf(frame, static_cast<std::uint32_t>(ends >> 32)),
                 nameOf(frame, static_cast<std::uint32_t>(ends)));
        names[i] = count < -1 ? trcf("leg (reports)", "{0} ({1})", ways, -count) : ways;
    }
    const std::string list = listedUpTo(mostNamed, names, [](const std::string& first, long more) {
        return trn(more, "{0} and {1} pair of stops more", "{0} and {1} pairs of stops more", first, more);
    });
    return trf("Dashed lines join known stops; the way between them is not known: {0}.", list);
}

std::string crossingsSentence(const Frame& frame) {
    constexpr std::size_t mostNamed = 4;
    std::vector<std::string> names;
    for (const auto& crossing : frame.crossings) {
        if (!crossing.inView)
            continue;
        const std::string name = nameOf(frame, crossing.place);
        names.push_back(crossing.isOnlyFeared ? trf("{0} (only feared)", name)
                        : crossing.isInferred ? trf("{0} (inferred from the town)", name)
                                              : trf("{0} (named by a source)", name));
    }
    if (names.empty())
        return {};
    const std::string list = listedUpTo(mostNamed, names, [](const std::string& first, long more) {
        return trn(more, "{0} and {1} crossing more", "{0} and {1} crossings more", first, more);
    });
    return trf("Crossings that reports name or point to: {0}.", list);
}

void sayNotShown(const Summary& summary, Paragraph& paragraph) {
    if (const long count = summary.withoutPlace; count > 0)
        paragraph.say(trn(count, "{0} report has no place that can be drawn.",
                          "{0} reports have no place that can be drawn.", count));
    if (const long count = summary.outsideView; count > 0)
        paragraph.say(
            trn(count, "{0} report is outside this view.", "{0} reports are outside this view.", count));
    if (const auto count = static_cast<long>(summary.noLaterWordEvents.size()); count > 0)
        paragraph.say(trn(count, "{0} record is no longer on the map and has no later word.",
                          "{0} records are no longer on the map and have no later word.", count));
    if (const long count = summary.legsNotDrawn; count > 0)
        paragraph.say(trn(count, "{0} line is not drawn.", "{0} lines are not drawn.", count));
}

std::string sourcesSentence(const Frame& frame) {
    std::vector<bool> isCited(frame.casebook.sources.size(), false);
    for (const auto event : frame.drawn)
        for (const std::uint32_t source : frame.index.sourcesOf(event))
            isCited[source] = true;
    const long cited = std::ranges::count(isCited, true);
    return cited == 0 ? std::string()
                      : trn(cited, "The reports shown rest on {0} source.",
                            "The reports shown rest on {0} sources.", cited);
}

void sayShown(const Frame& frame, Paragraph& paragraph) {
    const Summary& summary = frame.scene.summary;
    if (summary.shown == 0)
        return paragraph.say(core::tr("No event is on the map."));
    paragraph.say(
        trn(summary.shown, "{0} report is on the map.", "{0} reports are on the map.", summary.shown));
    sayKinds(frame, paragraph);
    if (summary.shownPossible > 0)
        paragraph.say(trn(summary.shownPossible, "{0} is only possibly at this time.",
                          "{0} are only possibly at this time.", summary.shownPossible));
    for (const auto& total : frame.totals) {
        const auto& event = frame.casebook.events[total.whole.event];
        paragraph.say(trf("{0}: {1} at {2} places, one total without an agreed split.", bareDate(event.date),
                          event.people.peopleInWords(), total.parts.size()));
    }
}

void sayFilter(const Frame& frame, Paragraph& paragraph) {
    if (const std::string only = timeline::inWords(frame.view.filter, frame.casebook); !only.empty())
        paragraph.say(trf("Only: {0}.", only));
}

void sayNotes(const Frame& frame, Paragraph& paragraph) {
    paragraph.say(boundaryNote(frame.basemap.basemap().boundaryNote));
    paragraph.say(absenceNote());
}

void sayFlows(const Frame& frame, Paragraph& paragraph) {
    for (const auto& [kind, totals] : frame.signs.flows.totals)
        if (totals.all.most > 0)
            paragraph.say(trf(
                "Flows, {0}: {1} incidents, {2} from one place to another, {3} in one place, {4} to or from "
                "outside, {5} with an end not known to a town.",
                model::title(kind), totals.all.inWords(), totals.moved.inWords(), totals.stayed.inWords(),
                totals.outside.inWords(), totals.unknown.inWords()));
}

/// What sources say of crossings being open or closed.
void sayStates(const Frame& frame, Paragraph& paragraph) {
    for (const auto& state : frame.signs.states) {
        if (!state.isShown)
            continue;
        const std::string name = nameOf(frame, state.place);
        if (state.isThroughout)
            paragraph.say(state.isClosed ? trf("A source says that the crossing {0} was closed.", name)
                                         : trf("A source says that the crossing {0} was open.", name));
        else
            paragraph.say(state.isClosed ? trf("A source says that the crossing {0} was closed for a part of "
                                               "this time, or possibly.",
                                               name)
                                         : trf("A source says that the crossing {0} was open for a part of "
                                               "this time, or possibly.",
                                               name));
    }
}

/// What is laid out one by one, and what it adds up to.
void sayOpened(const Frame& frame, Paragraph& paragraph) {
    const auto& opened = frame.scene.opened;
    if (!opened)
        return;
    paragraph.say(core::inSentences(trf("Laid out one by one: {0}", opened->heading)));
    for (const std::string& line : opened->totals)
        paragraph.say(core::inSentences(line));
}

} // namespace

std::string describe(const Frame& frame) {
    Paragraph paragraph;
    paragraph.say(core::inSentences(shortened(frame.casebook.title, 160)));
    paragraph.say(trf("Map, {0}: {1}.", dateHeadline(frame.view.moment), modeInWords(frame.view.moment)));
    paragraph.say(whereSentence(frame));
    sayFilter(frame, paragraph);
    sayShown(frame, paragraph);
    sayOpened(frame, paragraph);
    paragraph.say(placesSentence(frame));
    sayAreas(frame, paragraph);
    paragraph.say(routesSentence(frame));
    sayFlows(frame, paragraph);
    paragraph.say(crossingsSentence(frame));
    sayStates(frame, paragraph);
    sayNotShown(frame.scene.summary, paragraph);
    paragraph.say(sourcesSentence(frame));
    sayNotes(frame, paragraph);
    return paragraph.text();
}

std::string describeCell(const Frame& frame) {
    Paragraph paragraph;
    sayShown(frame, paragraph);
    sayNotShown(frame.scene.summary, paragraph);
    return trf("{0}: {1}", dateHeadline(frame.view.moment), paragraph.text());
}

std::string describeSheet(const Frame& frame, std::span<const timeline::Moment> moments,
                          std::span<const std::string> cells) {
    Paragraph paragraph;
    paragraph.say(core::inSentences(shortened(frame.casebook.title, 160)));
    paragraph.say(trn(static_cast<long>(moments.size()), "{0} map: {1}.", "{0} maps side by side: {1}.",
                      moments.size(), manyInWords(moments.front())));
    sayFilter(frame, paragraph);
    for (const std::string& cell : cells)
        paragraph.say(cell);
    paragraph.say(sourcesSentence(frame));
    sayNotes(frame, paragraph);
    return paragraph.text();
}

} // namespace surplace::scene
