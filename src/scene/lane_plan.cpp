#include "scene/lane_plan.hpp"
#include "scene/clusters.hpp"
#include "scene/route_look.hpp"
#include "timeline/matcher.hpp"
#include <algorithm>
#include <cmath>

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

/// Lines of the same two places and direction side by side, without regard to any other.
std::vector<double> fan(const std::vector<PlannedLine>& lines, const geo::ProjectedLine& points,
                        double metersPerPixel) {
    constexpr double step = 9;
    std::vector<double> bulges;
    int rank = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const LineKey& key = lines[i].key;
        rank = i > 0 && lines[i - 1].key.from == key.from && lines[i - 1].key.to == key.to ? rank + 1 : 0;
        const auto a = points[key.from], b = points[key.to];
        bulges.push_back(plainBulge(std::hypot(b.x - a.x, b.y - a.y) / metersPerPixel) + step * rank);
    }
    return bulges;
}

std::vector<double> bulgesAt(const std::vector<PlannedLine>& lines, const geo::ProjectedLine& points,
                             int halfOctave) {
    const double metersPerPixel = std::exp2(halfOctave / 2.0);
    std::vector<double> bulges = fan(lines, points, metersPerPixel);
    std::vector<std::size_t> strongest(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i)
        strongest[i] = i;
    if (lines.size() > mostLanes) {
        std::stable_sort(strongest.begin(), strongest.end(),
                         [&](std::size_t a, std::size_t b) { return lines[a].events > lines[b].events; });
        strongest.resize(mostLanes);
        std::sort(strongest.begin(), strongest.end());
    }
    std::vector<Chord> chords;
    const auto onScreen = [&](std::uint32_t place) {
        return geo::ScreenPoint{points[place].x / metersPerPixel, -points[place].y / metersPerPixel};
    };
    for (const std::size_t i : strongest)
        chords.push_back({onScreen(lines[i].key.from), onScreen(lines[i].key.to), lines[i].widthPixels});
    const auto chosen = chooseBulges(chords);
    for (std::size_t i = 0; i < strongest.size(); ++i)
        bulges[strongest[i]] = chosen[i];
    return bulges;
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
    _levels.clear();
    _apart.clear();
    _apartBulges.clear();
    _knowsApart = false;
    _level = nullptr;
}

void LanePlan::prepare(const LanePlanInput& input, double metersPerPixel) {
    if (!(_filter == input.filter)) {
        clear();
        _filter = input.filter;
    }
    const int halfOctave = halfOctaveOf(metersPerPixel);
    _part = std::log2(metersPerPixel) * 2 - halfOctave;
    const auto [known, isNew] = _levels.try_emplace({halfOctave, input.clusters != nullptr});
    _level = &known->second;
    if (!isNew)
        return;
    if (input.clusters != nullptr) {
        known->second.lines = _planner(input);
        known->second.atFiner = bulgesAt(known->second.lines, input.placePoints, halfOctave);
        known->second.atWider = bulgesAt(known->second.lines, input.placePoints, halfOctave + 1);
        return;
    }
    if (!_knowsApart)
        _apart = _planner(input);
    _knowsApart = true;
    for (const int level : {halfOctave, halfOctave + 1})
        if (!_apartBulges.contains(level))
            _apartBulges[level] = bulgesAt(_apart, input.placePoints, level);
    known->second = {_apart, _apartBulges[halfOctave], _apartBulges[halfOctave + 1]};
}

double LanePlan::bulgeOf(const LineKey& key, double lengthPixels) const {
    if (_level == nullptr)
        return plainBulge(lengthPixels);
    const auto find = [&](const LineKey& wanted) {
        const auto line = std::ranges::lower_bound(_level->lines, wanted, {}, &PlannedLine::key);
        return line != _level->lines.end() && line->key == wanted
                   ? static_cast<std::size_t>(line - _level->lines.begin())
                   : _level->lines.size();
    };
    std::size_t line = find(key);
    if (line == _level->lines.size() && key.isPossible) {
        LineKey alone = key;
        alone.isPossible = false;
        line = find(alone);
    }
    if (line == _level->lines.size())
        return plainBulge(lengthPixels);
    return _level->atFiner[line] + (_level->atWider[line] - _level->atFiner[line]) * _part;
}

int LanePlan::rankOf(const LineKey& key) const {
    if (_level == nullptr)
        return 0;
    const LineKey first{key.from, key.to, model::EventKind{}, false, false};
    return static_cast<int>(std::ranges::lower_bound(_level->lines, key, {}, &PlannedLine::key) -
                            std::ranges::lower_bound(_level->lines, first, {}, &PlannedLine::key));
}

} // namespace surplace::scene
