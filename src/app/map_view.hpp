#pragma once
#include "app/later_words.hpp"
#include "app/map_focus.hpp"
#include "app/map_hint.hpp"
#include "app/panels.hpp"
#include "render/renderer.hpp"
#include "render/surface.hpp"

namespace surplace::app {

/// The map that fills the window: composes when the view has changed, draws, and reads mouse and keys.
class MapView {
public:
    MapView(const publish::Materials& materials, const text::Typesetter& typesetter);

    /// Composes anew if the view or the casebook is another than last time.
    void update(Workspace& workspace);
    /// Draws the last composed scene into the window.
    void draw();
    /// Mouse on the map, where no panel is; what is pointed at is said beside the pointer.
    void handleMouse(const Ui& ui, Workspace& workspace, double nowSeconds);
    /// What a key does on the map; false when it is none of the map's.
    bool handleKey(Workspace& workspace, const KeyPress& press);
    /// A ring around the mark at which the keys are, and what it says.
    void drawFocus(const Ui& ui, const Workspace& workspace);
    /// In how many seconds handleMouse() has something to do although nothing moves.
    std::optional<double> dueIn(double nowSeconds) const { return _focus.dueIn(nowSeconds); }

    /// Where on the composed map the page shown in the details is: its mark, or else its place; of a case or
    /// several events all of them.
    std::vector<geo::ScreenPoint> pointsOf(const Session& session) const;
    /// What the composed scene lays over its map: legend, credits, small map.
    std::vector<geo::ScreenBox> covers() const;

    /// Of the casebook and filter last composed.
    const timeline::Timeline& timelineFor(const Session& session);
    long scenesComposed() const { return _scenesComposed; }

private:
    void point(const Ui& ui, Workspace& workspace, geo::ScreenPoint at, double nowSeconds);
    void click(Workspace& workspace, geo::ScreenPoint at);
    /// With all events of the place that the scene has opened; null when it has none.
    const scene::Target* openedPlace() const;
    /// Shows events in the details, the first one leading.
    void show(Workspace& workspace, const std::vector<std::uint32_t>& events, const scene::Target* target);
    std::vector<std::string> totalsOf(const Session& session, const scene::Target* target);
    std::optional<geo::ScreenPoint> pointOf(const model::Casebook& casebook, const model::Id& id) const;
    bool hasLegend() const;

    scene::Composer _composer;
    render::Renderer _renderer;
    /// The map as last drawn: while only panels change it is copied, not drawn again.
    render::Surface _picture;
    bool _isPictureOld = true;
    scene::Scene _scene;
    scene::View _composedView;
    double _furnitureRight = 0; ///< where legend and credits end
    std::shared_ptr<const model::Casebook> _composedCasebook;
    LaterWords _laterWords;
    MapFocus _focus;
    Hint _hint, _focusHint;
    bool _isDragging = false;
    double _draggedPixels = 0;
    geo::ScreenPoint _releasedAt{-1, -1}; ///< where the pointer was at the end of the last click
    long _scenesComposed = 0;
};

} // namespace surplace::app
