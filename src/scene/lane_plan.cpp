#include "scene/lane_plan.hpp"
#include "scene/clusters.hpp"
#include "scene/route_look.hpp"
#include "timeline/matcher.hpp"
#include <algorithm>
#include <limits>
#include <numeric>

namespace surplace::scene {

namespace {

/// More lines than this are not kept out of each other's way but for those of the same two places: of so
/// many, the strongest have their lanes.
constexpr std::size_t mostLanes = 240;

struct Gathered {
    LineKey key;
    bool isUncertain = false;
    std::uint32_t event = 0;
};

std::vector<Gathered> gatherLegs(const LanePlanInput& input) {
    std::vector<Gathered> gathered;
    timeline::Matcher matcher(input.filter, input.casebook);
    for (const LegInfo& leg : input.index.legs()) {
        const EventInfo& info = input.index.events()[leg.event];
        const LineKey key{input.standsAt(leg.from), input.standsAt(leg.to), info.kind,
                          info.assertion == model::Assertion::feared, false};
        const timeline::Span& span = input.timeline.span(leg.event);
        if (!info.belongsOnMap || !span.hasDays || key.from == key.to ||
            !matcher.passes(input.casebook.events[leg.event]))
            continue;
        gathered.push_back({key, span.earliest != span.latest, leg.event});
    }
    std::stable_sort(gathered.begin(), gathered.end(),
                     [](const Gathered& a, const Gathered& b) { return a.key < b.key; });
    return gathered;
}

} // namespace

std::vector<PlannedLine> plannedLegs(const LanePlanInput& input) {
    const auto gathered = gatherLegs(input);
    std::vector<PlannedLine> lines;
    for (std::size_t i = 0; i < gathered.size();) {
        PlannedLine line{gathered[i].key, 0, 0};
        bool anyUncertain = false;
        PeopleSum people;
        for (; i < gathered.size() && gathered[i].key == line.key; ++i) {
            ++line.events;
            anyUncertain = anyUncertain || gathered[i].isUncertain;
            people.add(input.index.events()[gathered[i].event]);
        }
        line.widthPixels = lookOf(people.range()).reachPixels();
        lines.push_back(line);
        // One event alone is either certainly or possibly there; of several both can be at once.
        if (line.events > 1 && anyUncertain && !line.key.isFeared) {
            line.key.isPossible = true;
            lines.push_back(line);
        }
    }
    return lines;
}

void LanePlan::clear() {
    _plans.clear();
    _plan = nullptr;
}

void LanePlan::prepare(const LanePlanInput& input, double metersPerPixel) {
    constexpr int unjoined = std::numeric_limits<int>::min();
    if (!(_filter == input.filter)) {
        clear();
        _filter = input.filter;
    }
    const auto [known, isNew] =
        _plans.try_emplace(input.clusters == nullptr ? unjoined : halfOctaveOf(metersPerPixel));
    Plan& plan = known->second;
    _plan = &plan;
    if (isNew) {
        plan.lines = _planner(input);
        std::vector<std::uint32_t> strongest(plan.lines.size());
        std::iota(strongest.begin(), strongest.end(), 0U);
        if (strongest.size() > mostLanes) {
            std::stable_sort(strongest.begin(), strongest.end(), [&](std::uint32_t a, std::uint32_t b) {
                return plan.lines[a].events > plan.lines[b].events;
            });
            strongest.resize(mostLanes);
            std::sort(strongest.begin(), strongest.end());
        }
        plan.laneOf.assign(plan.lines.size(), nowhere);
        std::vector<Chord> chords;
        for (const std::uint32_t line : strongest) {
            plan.laneOf[line] = static_cast<std::uint32_t>(chords.size());
            const LineKey& key = plan.lines[line].key;
            chords.push_back(
                {input.placePoints[key.from], input.placePoints[key.to], plan.lines[line].widthPixels});
        }
        plan.lanes = Lanes(std::move(chords));
    }
    _bulges = plan.lanes.bulges(metersPerPixel);
}

const PlannedLine* LanePlan::find(const LineKey& key) const {
    const auto known = [&](const LineKey& wanted) -> const PlannedLine* {
        const auto line = std::ranges::lower_bound(_plan->lines, wanted, {}, &PlannedLine::key);
        return line != _plan->lines.end() && line->key == wanted ? &*line : nullptr;
    };
    if (_plan == nullptr)
        return nullptr;
    if (const auto* line = known(key))
        return line;
    LineKey alone = key; // one event alone has one lane, however sure it is
    alone.isPossible = false;
    return known(alone);
}

int LanePlan::rankOf(const LineKey& key) const {
    const PlannedLine* line = find(key);
    int rank = 0;
    while (line != nullptr && line != _plan->lines.data() && (line - 1)->key.from == key.from &&
           (line - 1)->key.to == key.to) {
        ++rank;
        --line;
    }
    return rank;
}

bool LanePlan::hasWayBack(const LineKey& key) const {
    if (_plan == nullptr)
        return false;
    const LineKey back{key.to, key.from, model::EventKind{}, false, false};
    const auto line = std::ranges::lower_bound(_plan->lines, back, {}, &PlannedLine::key);
    return line != _plan->lines.end() && line->key.from == key.to && line->key.to == key.from;
}

double LanePlan::bulgeOf(const LineKey& key, double lengthPixels) const {
    constexpr double step = 9;
    const PlannedLine* line = find(key);
    if (line == nullptr)
        return plainBulge(lengthPixels);
    const std::uint32_t lane = _plan->laneOf[static_cast<std::size_t>(line - _plan->lines.data())];
    return lane == nowhere ? plainBulge(lengthPixels) + step * rankOf(key) : _bulges[lane];
}

} // namespace surplace::scene
