#include "scene/frame.hpp"
#include "scene/furniture.hpp"
#include <fmt/format.h>
#include <map>

namespace surplace::scene {

namespace {

std::string plural(long count, const char* one, const char* many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

/// "3 detentions" is said of reports, one kind at a time; people are never added across kinds.
std::string kindsInWords(const Frame& frame) {
    std::map<model::EventKind, long> counts;
    for (const auto event : frame.drawn)
        ++counts[frame.index.events()[event].kind];
    std::string text;
    for (const auto& [kind, count] : counts)
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count, kindInWords(kind, count));
    return text;
}

} // namespace

std::string describe(const Frame& frame) {
    const Summary& summary = frame.scene.summary;
    std::string text =
        fmt::format("Map, {}: {}. ", dateHeadline(frame.view.moment), modeInWords(frame.view.moment));
    if (const std::string only = timeline::inWords(frame.view.filter, frame.casebook); !only.empty())
        text += "Only: " + only + ". ";
    if (frame.overlay != nullptr)
        text += overlayInWords(*frame.overlay);
    if (frame.overlay != nullptr && !frame.overlay->asked.marks)
        return text + absenceNote;
    if (summary.shown == 0)
        text += "No event is on the map. ";
    else
        text += fmt::format("{} on the map ({}). ", plural(summary.shown, "report is", "reports are"),
                            kindsInWords(frame));
    if (summary.shownPossible > 0)
        text += fmt::format("{} only possibly at this time. ", plural(summary.shownPossible, "is", "are"));
    if (summary.feared > 0)
        text += fmt::format("{} expected and not reported as having happened. ",
                            plural(summary.feared, "is", "are"));
    for (const auto& total : frame.totals) {
        const auto& event = frame.casebook.events[total.whole.event];
        text += fmt::format("{}: {} people at {} places, one total without an agreed split. ",
                            bareDate(event.date), event.people.inWords(), total.parts.size());
    }
    for (const auto& group : frame.areas)
        if (group.inView)
            text += fmt::format("{} known only to the area {}. ",
                                plural(static_cast<long>(group.events.size()), "report is", "reports are"),
                                frame.index.areas()[group.area].nameEn);
    if (summary.withoutPlace > 0)
        text += fmt::format("{} without a place. ", summary.withoutPlace);
    if (summary.outsideView > 0)
        text += fmt::format("{} outside this view. ", summary.outsideView);
    return text + absenceNote;
}

} // namespace surplace::scene
