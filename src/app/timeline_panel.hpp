#pragma once
#include "app/panels.hpp"
#include "app/timeline_scale.hpp"

namespace surplace::app {

/// Histogram, handles and play controls at the foot of the window.
class TimelinePanel {
public:
    void draw(const Ui& ui, Workspace& workspace, const Layout& layout, const timeline::Timeline& timeline,
              double nowSeconds);

private:
    enum class Handle { none, day, first, last };
    void drawControls(const Ui& ui, Workspace& workspace, const Layout& layout,
                      const timeline::Timeline& timeline, double nowSeconds);
    void drawTrack(const Ui& ui, Workspace& workspace, const timeline::Timeline& timeline);
    void drawBars(const Ui& ui, const Session& session, ImVec2 from, ImVec2 to);
    void drag(const Ui& ui, Session& session, ImVec2 from, ImVec2 to);
    void count(const Session& session, const timeline::Timeline& timeline);

    Handle _dragged = Handle::none;
    /// The histogram, and what it was counted for.
    timeline::Histogram _histogram;
    std::shared_ptr<const model::Casebook> _countedCasebook;
    timeline::Filter _countedFilter;
    timeline::Window _countedExtent{};
};

} // namespace surplace::app
