#pragma once
#include "app/panels.hpp"
#include "model/describe.hpp"

namespace surplace::app {

/// What the selected record says, with every source, its quoted words and its uncertainty.
class InspectorPanel {
public:
    void draw(const Ui& ui, Workspace& workspace, const Layout& layout);

private:
    void drawHeader(const Ui& ui, Workspace& workspace);
    void drawRecord(const Ui& ui, Workspace& workspace);
    void drawActions(const Ui& ui, Workspace& workspace);
    void drawEvents(const Ui& ui, Workspace& workspace);

    std::vector<model::Fact> _facts; ///< of the page shown
    Page _described;
    std::shared_ptr<const model::Casebook> _describedCasebook;
    core::Language _describedLanguage = core::Language::en;
};

/// Hands an http(s) address to the desktop's browser; anything else is refused (false).
bool openAddress(const std::string& url);

} // namespace surplace::app
