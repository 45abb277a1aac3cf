#include "core/error.hpp"
#include "scene/frame.hpp"
#include "scene/furniture.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <optional>

/// A frame in a paragraph, for whoever cannot see it: whole sentences, each true by itself.
namespace surplace::scene {

namespace {

using model::CountRange;

std::string plural(long count, const char* one, const char* many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

/// "A", "A and B", "A, B and C"; of more than `most` the first, and how many there are besides.
std::string listed(const std::vector<std::string>& names, std::size_t most, const char* one,
                   const char* many) {
    const bool isCut = names.size() > most;
    const std::size_t said = isCut ? most : names.size();
    std::string text;
    for (std::size_t i = 0; i < said; ++i) {
        const bool isLast = i + 1 == said && !isCut;
        text += i == 0 ? "" : isLast ? " and " : ", ";
        text += names[i];
    }
    if (isCut)
        text += " and " + plural(static_cast<long>(names.size() - most), one, many) + " more";
    return text;
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
    Kinds kinds;
    std::vector<std::uint32_t> drawn = frame.drawn; // grouped by place; the visible ones are in stored order
    std::ranges::sort(drawn);
    std::size_t at = 0;
    for (const std::uint32_t event : drawn) {
        while (at < frame.visible.size() && frame.visible[at].event < event)
            ++at;
        const bool isPossible = at < frame.visible.size() && frame.visible[at].event == event &&
                                frame.visible[at].presence == timeline::Presence::possible;
        const EventInfo& info = frame.index.events()[event];
        if (info.assertion == model::Assertion::feared) {
            ++kinds.feared[info.kind];
            continue;
        }
        KindCount& kind = kinds.reported[info.kind];
        ++kind.reports;
        if (info.isCounted)
            addIncident(kind, info, isPossible);
    }
    return kinds;
}

/// "3 detentions: at least 40 people." People are never added across kinds.
std::string kindSentence(model::EventKind kind, const KindCount& count) {
    std::string text = fmt::format("{} {}", count.reports, kindInWords(kind, count.reports));
    if (model::isContext(kind))
        return text + ". ";
    if (count.incidents == 0)
        return text + (count.reports == 1 ? ", not counted as an incident of its own. "
                                          : ", none of them counted as an incident of its own. ");
    if (count.incidents < count.reports)
        text += count.incidents == 1
                    ? ", of which 1 is counted as an incident of its own"
                    : fmt::format(", of which {} are counted as incidents of their own", count.incidents);
    if (count.possible > 0)
        text += fmt::format(", {} of those only possibly at this time", count.possible);
    // Someone can always have been there whom no source counts; a sum from nothing on is no figure.
    const bool hasFigure = count.hasPeople && (count.people.lower().value_or(0) > 0 || count.people.upper());
    return text +
           (hasFigure ? ": " + count.people.inWords() + " people. " : ": number of people not given. ");
}

std::string kindSentences(const Frame& frame) {
    const Kinds kinds = countKinds(frame);
    std::string text;
    for (const auto& [kind, count] : kinds.reported)
        text += kindSentence(kind, count);
    if (kinds.feared.empty())
        return text;
    std::vector<std::string> feared;
    for (const auto& [kind, count] : kinds.feared)
        feared.push_back(fmt::format("{} {}", count, kindInWords(kind, count)));
    return text + "Feared, and not reported as having happened: " + listed(feared, feared.size(), "", "") +
           ". ";
}

std::string nameOf(const Frame& frame, std::uint32_t place) {
    const model::Place& record = frame.casebook.places[place];
    return record.nameEn.empty() ? record.id : record.nameEn;
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
        return fmt::format("It shows about {:.0f} by {:.0f} km around {:.1f}\u00b0 {}, {:.1f}\u00b0 {}. ",
                           rounded(ground * camera.widthPixels), rounded(ground * camera.heightPixels),
                           std::abs(middle.latitudeDegrees), middle.latitudeDegrees < 0 ? "S" : "N",
                           std::abs(middle.longitudeDegrees), middle.longitudeDegrees < 0 ? "W" : "E");
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
    for (const PlaceGroup* group : groups)
        names.push_back(fmt::format(
            "{}{} ({})", nameOf(frame, group->place),
            group->places > 1 ? fmt::format(" with {} near it", plural(group->places - 1, "place", "places"))
                              : "",
            group->count));
    return "Reports by place, most first: " + listed(names, mostNamed, "place", "places") + ". ";
}

std::string areasSentences(const Frame& frame) {
    std::string text;
    for (const auto& group : frame.areas)
        if (group.inView)
            text += fmt::format("{} known only to the area {}. ",
                                plural(static_cast<long>(group.events.size()), "report is", "reports are"),
                                frame.index.areas()[group.area].nameEn);
    return text;
}

std::string routesSentence(const Frame& frame) {
    constexpr std::size_t mostNamed = 4;
    if (frame.scene.summary.legs == 0)
        return {};
    std::map<std::pair<std::uint32_t, std::uint32_t>, long> routes;
    for (const auto event : frame.drawn)
        if (const std::uint32_t leg = frame.index.events()[event].leg; leg != nowhere)
            ++routes[{frame.index.legs()[leg].from, frame.index.legs()[leg].to}];
    std::vector<std::pair<long, std::string>> ranked;
    for (const auto& [ends, count] : routes)
        ranked.emplace_back(-count,
                            fmt::format("{} to {}", nameOf(frame, ends.first), nameOf(frame, ends.second)) +
                                (count > 1 ? fmt::format(" ({})", count) : ""));
    if (ranked.empty())
        return {};
    std::ranges::stable_sort(ranked, {}, &std::pair<long, std::string>::first);
    std::vector<std::string> names;
    for (auto& [rank, name] : ranked)
        names.push_back(std::move(name));
    return "Dashed lines join known stops; the way between them is not known: " +
           listed(names, mostNamed, "pair of stops", "pairs of stops") + ". ";
}

std::string crossingsSentence(const Frame& frame) {
    constexpr std::size_t mostNamed = 4;
    std::vector<std::string> names;
    for (const auto& crossing : frame.crossings)
        if (crossing.inView)
            names.push_back(nameOf(frame, crossing.place) + (crossing.isOnlyFeared ? " (only feared)"
                                                             : crossing.isInferred
                                                                 ? " (inferred from the town)"
                                                                 : " (named by a source)"));
    if (names.empty())
        return {};
    return "Crossings that reports name or point to: " + listed(names, mostNamed, "crossing", "crossings") +
           ". ";
}

std::string notShownSentences(const Summary& summary) {
    std::string text;
    const auto add = [&](long count, const char* one, const char* many) {
        if (count > 0)
            text += plural(count, one, many);
    };
    add(summary.withoutPlace, "report has no place that can be drawn. ",
        "reports have no place that can be drawn. ");
    add(summary.outsideView, "report is outside this view. ", "reports are outside this view. ");
    add(static_cast<long>(summary.noLaterWordEvents.size()),
        "record is no longer on the map and has no later word. ",
        "records are no longer on the map and have no later word. ");
    add(summary.legsNotDrawn, "line is not drawn. ", "lines are not drawn. ");
    return text;
}

std::string sourcesSentence(const Frame& frame) {
    std::vector<bool> isCited(frame.casebook.sources.size(), false);
    for (const auto event : frame.drawn)
        for (const std::uint32_t source : frame.index.sourcesOf(event))
            isCited[source] = true;
    const long cited = std::ranges::count(isCited, true);
    return cited == 0 ? std::string()
                      : fmt::format("The reports shown rest on {}. ", plural(cited, "source", "sources"));
}

std::string withStop(const std::string& text) {
    return text.empty() ? text : text + (text.ends_with('.') ? " " : ". ");
}

std::string shownSentences(const Frame& frame) {
    const Summary& summary = frame.scene.summary;
    if (summary.shown == 0)
        return "No event is on the map. ";
    std::string text = fmt::format("{} on the map. ", plural(summary.shown, "report is", "reports are")) +
                       kindSentences(frame);
    if (summary.shownPossible > 0)
        text += fmt::format("{} only possibly at this time. ", plural(summary.shownPossible, "is", "are"));
    for (const auto& total : frame.totals) {
        const auto& event = frame.casebook.events[total.whole.event];
        text += fmt::format("{}: {} people at {} places, one total without an agreed split. ",
                            bareDate(event.date), event.people.inWords(), total.parts.size());
    }
    return text;
}

} // namespace

std::string describe(const Frame& frame) {
    std::string text = withStop(shortened(frame.casebook.title, 160));
    text += fmt::format("Map, {}: {}. ", dateHeadline(frame.view.moment), modeInWords(frame.view.moment));
    text += whereSentence(frame);
    if (const std::string only = timeline::inWords(frame.view.filter, frame.casebook); !only.empty())
        text += "Only: " + only + ". ";
    text += shownSentences(frame) + placesSentence(frame) + areasSentences(frame) + routesSentence(frame) +
            crossingsSentence(frame) + notShownSentences(frame.scene.summary) + sourcesSentence(frame);
    return text + withStop(frame.basemap.basemap().boundaryNote.en) + absenceNote;
}

std::string describeCell(const Frame& frame) {
    return dateHeadline(frame.view.moment) + ": " + shownSentences(frame) +
           notShownSentences(frame.scene.summary);
}

std::string describeSheet(const Frame& frame, std::span<const timeline::Moment> moments,
                          std::span<const std::string> cells) {
    std::string text = withStop(shortened(frame.casebook.title, 160));
    text += fmt::format("{}: {}. ", plural(static_cast<long>(moments.size()), "map", "maps side by side"),
                        manyInWords(moments.front()));
    if (const std::string only = timeline::inWords(frame.view.filter, frame.casebook); !only.empty())
        text += "Only: " + only + ". ";
    for (const std::string& cell : cells)
        text += cell;
    text += sourcesSentence(frame);
    return text + withStop(frame.basemap.basemap().boundaryNote.en) + absenceNote;
}

} // namespace surplace::scene
