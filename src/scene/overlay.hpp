#pragma once
#include "analysis/measures.hpp"
#include "timeline/timeline.hpp"
#include <memory>
#include <optional>
#include <vector>

namespace surplace::scene {

/// What is counted and laid over the map, for the time and the filter of the view. Only what is asked: the
/// numbers come from the casebook that is drawn, so a picture counts no more than what may be published.
struct Overlay {
    enum class Look { shade, density };
    Look look = Look::shade;
    model::EventKind kind = model::EventKind::detention; ///< one at a time
    analysis::Measure measure = analysis::Measure::incidents;
    analysis::Basis by = analysis::Basis::provinces;
    std::shared_ptr<const analysis::Units> ownAreas; ///< for Basis::ownAreas; with rates if they have them
    std::optional<timeline::Window> minus;           ///< shading: the difference to this other period
    std::optional<double> bandwidthKm;               ///< density; none = from the data
    bool marks = false;                              ///< the marks stay
    /// Upper ends of the classes; empty = from the data. A sheet gives all of its maps one scale.
    std::vector<double> classes;
    bool operator==(const Overlay&) const = default;
};

} // namespace surplace::scene
