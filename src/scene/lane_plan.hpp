#pragma once
#include "model/vocabulary.hpp"
#include "scene/casebook_index.hpp"
#include "scene/route_lanes.hpp"
#include "timeline/timeline.hpp"
#include <map>

namespace surplace::scene {

/// What is drawn as one line: everything of one kind that moves between two places, and is as sure.
struct LineKey {
    std::uint32_t from = 0, to = 0; ///< indices into casebook.places
    model::EventKind kind = model::EventKind::transfer;
    bool isFeared = false;
    bool isPossible = false; ///< only possibly at the moment shown
    auto operator<=>(const LineKey&) const = default;
};

/// A line that can be there at some moment, with its width at most.
struct PlannedLine {
    LineKey key;
    long events = 0;
    double widthPixels = 2;
};

/// What a plan of lanes follows from: all that passes the filter, at whatever time. So a line stays where it
/// is while others come and go.
struct LanePlanInput {
    const model::Casebook& casebook;
    const CasebookIndex& index;
    const timeline::Timeline& timeline;
    const timeline::Filter& filter;
    const geo::ProjectedLine& placePoints;
    const std::vector<std::uint32_t>* clusters; ///< by place: where its lines end; null: there

    std::uint32_t standsAt(std::uint32_t place) const {
        return clusters == nullptr ? place : (*clusters)[place];
    }
};
/// The lines that can be there, sorted by key.
using Planner = std::vector<PlannedLine> (*)(const LanePlanInput&);
/// The lines of all legs that pass the filter.
std::vector<PlannedLine> plannedLegs(const LanePlanInput& input);

/// The lanes of all lines that can be there.
class LanePlan {
public:
    explicit LanePlan(Planner planner) : _planner(planner) {}
    void clear();
    /// Makes ready for a scale; costs little where the lines are known.
    void prepare(const LanePlanInput& input, double metersPerPixel);
    /// How far the line stands off its chord, in pixels, at the scale last prepared; the plain arc's for a
    /// line that is not in the plan.
    double bulgeOf(const LineKey& key, double lengthPixels) const;
    /// Which of the lines between its two ends the line is, 0 the first of its direction.
    int rankOf(const LineKey& key) const;
    /// Whether a line of the plan leads from its end to its beginning.
    bool hasWayBack(const LineKey& key) const;

private:
    struct Plan {
        std::vector<PlannedLine> lines;    ///< by key
        Lanes lanes;                       ///< of the strongest of them
        std::vector<std::uint32_t> laneOf; ///< by line; nowhere: none of its own
    };
    const PlannedLine* find(const LineKey& key) const;

    Planner _planner;
    timeline::Filter _filter;
    std::map<int, Plan> _plans; ///< by half octave where places are joined, and one where none are
    const Plan* _plan = nullptr;
    std::vector<double> _bulges;
};

} // namespace surplace::scene
