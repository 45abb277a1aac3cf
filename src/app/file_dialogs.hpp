#pragma once
#include "app/panels.hpp"
#include "app/path_completion.hpp"

namespace surplace::app {

/// The cards that ask for a file: open, add events, save casebook, save picture.
class FileDialogs {
public:
    void draw(const Ui& ui, Workspace& workspace);

private:
    void begin(const Workspace& workspace);
    bool drawPath(const Ui& ui, const char* action, bool isSaving);
    void drawOptions(const Ui& ui, Workspace& workspace);
    void finish(Workspace& workspace);

    Dialog _shown = Dialog::none;
    std::string _path;
    std::string _listedPath;
    std::vector<std::string> _endings;
    std::vector<PathChoice> _choices;
    bool _isPublished = false;
    double _pictureScale = 2;
    bool _wantsFocus = false;
};

} // namespace surplace::app
