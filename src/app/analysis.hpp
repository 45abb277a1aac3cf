#pragma once
#include <string>
#include <vector>

namespace surplace::app {

struct Workspace;

/// What the analysis card asks for beside the view's overlay: words as they are typed, and the user's own
/// areas.
struct Analysis {
    bool isOpen = false;
    std::string file;                ///< of the own areas; empty until one is chosen
    std::vector<std::string> fields; ///< of its layer
    std::string nameField, numberField, numberName;
    std::string comparedPeriod, comparedProblem;
    std::string bandwidth;
    std::string refusal; ///< why the overlay is not on the map; empty when it is
};

/// Chooses a file with polygons; its fields are read beside the window, then its areas.
void chooseOwnAreas(Workspace& workspace, const std::string& file);
/// Reads the areas of the chosen file by the chosen fields, beside the window, and shades them.
void readOwnAreas(Workspace& workspace);

} // namespace surplace::app
