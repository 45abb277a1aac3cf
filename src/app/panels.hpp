#pragma once
#include "app/glyphs.hpp"
#include "app/widgets.hpp"
#include "app/workspace.hpp"

/// A panel a file: each draws itself from the workspace and changes it.
namespace surplace::app {

/// Casebook, date, and what the map cannot show. Returns its height in logical pixels: the last one while the
/// layout has no room for it.
double drawTitleCard(const Ui& ui, Workspace& workspace, const Layout& layout, double lastHeightPixels);
void drawToolbar(const Ui& ui, Workspace& workspace, const Layout& layout);
void drawWelcomeCard(const Ui& ui, Workspace& workspace, double nowSeconds);
void drawHelpCard(const Ui& ui, Workspace& workspace);
/// Asks what is to be done with rows that no file holds yet.
void drawUnsavedCard(const Ui& ui, Workspace& workspace);
/// What is counted and laid over the map; under the toolbar, while it is open.
void drawAnalysisCard(const Ui& ui, Workspace& workspace, const Layout& layout);
void drawNotices(const Ui& ui, Workspace& workspace, const Layout& layout);

/// Rows of events with symbol, date, place and sentence; a click selects.
void drawEventRow(const Ui& ui, Workspace& workspace, std::size_t eventIndex);
double eventRowHeightPixels();

/// A grip at a panel's edge that changes its width.
void drawSplitter(const Ui& ui, const char* id, const geo::ScreenBox& panel, bool atRightEdge,
                  double& widthPixels, double least, double most);

} // namespace surplace::app
