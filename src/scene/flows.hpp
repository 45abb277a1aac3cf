#pragma once
#include "scene/lane_plan.hpp"
#include <map>
#include <set>

namespace surplace::scene {

struct Frame;

/// A later stop of an incident's people, as a stage of it tells.
struct FlowStop {
    std::uint32_t event = 0;
    std::uint32_t place = nowhere; ///< nowhere: not known to a town
};
/// One incident (role event, not feared) from where its people were first told to be to where they were last.
/// Stages are followed; parts and the stages of parallel groups are not: nobody says whose they are.
struct FlowRoute {
    std::uint32_t event = 0;
    std::uint32_t origin = nowhere;
    std::uint32_t destination = nowhere; ///< told by the incident itself
    std::vector<FlowStop> stops;         ///< told by its stages, in order of the case
};
/// The routes of a casebook that pass a filter, by event; a stage that does not pass is left out.
std::vector<FlowRoute> flowRoutes(const model::Casebook& casebook, const CasebookIndex& index,
                                  const timeline::Filter& filter);

/// A number of incidents: certainly, and at most.
struct Incidents {
    long certain = 0, most = 0;
    void add(bool isCertain) {
        certain += isCertain ? 1 : 0;
        ++most;
    }
    std::string inWords() const; ///< "7", "6-7"
};
/// The incidents of one kind by what is told of their way; an incident whose way is uncertain can be in the
/// upper figure of several.
struct FlowTotals {
    Incidents all, moved, stayed, unknown, outside;
    bool hasLine = false, hasRing = false; ///< what of it is drawn
};
/// Origin to destination of the incidents at a moment; an end may be nowhere.
struct FlowCell {
    Incidents incidents;
    float opacity = 0;
    std::vector<std::uint32_t> events;
};
using FlowMatrix = std::map<LineKey, FlowCell>;

/// The lines that flows can ever need.
std::vector<PlannedLine> plannedFlows(const LanePlanInput& input);
/// Width of a flow of so many incidents, in pixels.
float flowWidth(long incidents);

/// What the legend says of flows.
struct FlowSigns {
    std::map<model::EventKind, FlowTotals> totals;
    std::set<std::int64_t> figures;
    bool hasBand = false, hasOnlyPossible = false, hasRing = false;
    bool isOfSeveralMaps = false; ///< then no one total is true of all of them
};

/// Marks give way to small stops, at which everything can still be pointed at.
void drawStops(Frame& frame);
void drawFlows(Frame& frame);

} // namespace surplace::scene
