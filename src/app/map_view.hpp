#pragma once
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
    void handleMouse(const Ui& ui, Workspace& workspace);

    /// Of the casebook and filter last composed.
    const timeline::Timeline& timelineFor(const Session& session);
    long scenesComposed() const { return _scenesComposed; }

private:
    void hover(const Ui& ui, const Session& session, geo::ScreenPoint at);
    void click(Session& session, geo::ScreenPoint at);

    scene::Composer _composer;
    render::Renderer _renderer;
    /// The map as last drawn: while only panels change it is copied, not drawn again.
    render::Surface _picture;
    bool _isPictureOld = true;
    scene::Scene _scene;
    scene::View _composedView;
    std::shared_ptr<const model::Casebook> _composedCasebook;
    bool _isDragging = false;
    double _draggedPixels = 0;
    geo::ScreenPoint _releasedAt{-1, -1}; ///< where the pointer was at the end of the last click
    long _scenesComposed = 0;
};

} // namespace surplace::app
