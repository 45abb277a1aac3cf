#pragma once
#include "app/key_table.hpp"
#include "app/workspace.hpp"
#include "scene/stops.hpp"

namespace surplace::app {

/// Which mark of the map the keys are at, and how a place came to be opened. Without drawing and clock.
class MapFocus {
public:
    /// The pointer held still over a place for so long opens it.
    static constexpr double opensAfterSeconds = 0.35;

    /// What a key does while the map has the keyboard: goes from mark to mark, opens or chooses one, goes
    /// through an opened place, closes it. False when the key has nothing to do here.
    bool press(Workspace& workspace, const scene::Scene& scene, const KeyPress& press);
    /// The events that Enter has chosen since the last call; they are to be shown.
    std::vector<std::uint32_t> takeChosen();

    /// The stop at which the focus is in this scene; empty where there is none.
    std::optional<scene::Stop> at(const scene::Scene& scene) const;
    bool isOn() const { return _isOn; }
    void leave() { _isOn = false; }

    /// Opens a place for good, or closes it when it was.
    void togglePlace(Workspace& workspace, const model::Id& place);
    void close(Workspace& workspace);
    /// What the pointer has opened stays open.
    bool isHoverOpened() const { return _isHoverOpened; }
    void pin() { _isHoverOpened = false; }
    /// The pointer at a spot of the map, over this target or none: opens a place of several events after a
    /// while, and closes it again when the pointer leaves it.
    void point(Workspace& workspace, const scene::Scene& scene, geo::ScreenPoint at,
               const scene::Target* target, double nowSeconds);
    /// The pointer is not on the map.
    void pointAway(Workspace& workspace);
    /// In how many seconds point() is to be called again although nothing has moved; empty when it need not.
    std::optional<double> dueIn(double nowSeconds) const;
    /// A place that the scene did not open is closed: too few of its events are left, or it is out of view.
    void follow(Workspace& workspace, const scene::Scene& scene);

private:
    std::size_t indexIn(const std::vector<scene::Stop>& stops) const;
    void go(const scene::Scene& scene, int count);
    void choose(Workspace& workspace, const scene::Scene& scene);
    bool escape(Workspace& workspace, const scene::Scene& scene);

    bool _isOn = false;
    bool _isAtFirst = false;     ///< of the stops, whichever that is
    std::uint32_t _event = 0;    ///< of the stop
    geo::ScreenPoint _place{};   ///< where it was
    bool _isHoverOpened = false; ///< the pointer opened it, and leaving closes it
    geo::ScreenPoint _openedAt{};
    model::Id _pointedPlace;
    double _pointedSince = 0;
    std::vector<std::uint32_t> _chosen;
};

/// The place's own target, with all its events, for one of its marks; the target itself where it is none.
const scene::Target& placeTargetOf(const scene::Scene& scene, const scene::Target& target);

} // namespace surplace::app
