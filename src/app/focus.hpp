#pragma once
#include "app/key_table.hpp"
#include <optional>
#include <string>
#include <vector>

namespace surplace::app {

struct Ui;

/// What has the keyboard: the map, or a button, field or row of a panel. Panels say each frame what can have
/// it, in the order in which Tab goes; keys move it; a ring shows it. ImGui's own navigation does the open
/// lists of choices only: in the versions that distributions have, it reaches fields but not buttons by Tab.
class Focus {
public:
    using Id = unsigned; ///< ImGui's
    enum class Kind { button, field, row, slider };
    struct Stop {
        Id id = 0;
        Kind kind = Kind::button;
        bool isDefault = false; ///< of a dialog: has the keyboard when it opens
        int row = -1, rowCount = 0;
        float minX = 0, minY = 0, maxX = 0, maxY = 0; ///< what is seen of it, in ImGui's units
    };

    // While a frame is built.
    void beginFrame();
    /// What follows belongs to this panel; a modal one takes the keyboard while it is there.
    void beginPanel(const std::string& name, bool isModal = false);
    /// The item just drawn can have the keyboard. Nothing of an open list of choices can.
    void note(Kind kind = Kind::button, bool isDefault = false);
    /// The same for an item yet to be drawn, with its id and box.
    void noteAt(Id id, Kind kind, float minX, float minY, float maxX, float maxY);
    /// The item just drawn is a row of a list of so many.
    void noteRow(int row, int count);
    /// Whether the field to be drawn next is to be typed in.
    bool takesTyping(Id id);
    /// The row that is to have the keyboard and must be scrolled to, in the panel being built.
    std::optional<int> wantedRow() const;
    /// What has been typed to find a row of the panel being built; once for each letter.
    std::optional<std::string> takeTyped();
    void wantRow(int row);
    /// The window being drawn scrolls by the pages that keys asked for.
    void scrollPages();
    void endFrame();
    /// The ring, over everything.
    void draw(const Ui& ui) const;

    // For tests and for the functions above.
    void add(Stop stop);

    // Keys and the mouse.
    Place place() const;
    bool isInPanel() const { return !_panel.empty(); }
    bool hasStop() const { return current() != nullptr; }
    const std::string& panel() const { return _panel; }
    Id id() const { return _id; }
    /// True when the command moves or uses the keyboard's place.
    bool handle(Command command);
    /// A letter in a list.
    void type(int key, double nowSeconds);
    /// Back to the map.
    void leave();
    /// A click: the keyboard is the map's again, and no ring is shown.
    void pointerUsed();

private:
    struct Panel {
        std::string name;
        bool isModal = false;
        std::vector<Stop> stops;
    };
    const Panel* panelNamed(const std::string& name) const;
    const Stop* current() const;
    void enter(const std::string& panel);
    void moveTo(const Stop& stop);
    void cyclePanels(int direction);
    void moveBy(int direction, bool withinRows);
    void moveRow(int row, int count);
    void activate();

    std::vector<Panel> _panels, _building; ///< of the last whole frame, and of the one being built
    std::string _panel;                    ///< empty: the map
    Id _id = 0;
    std::string _modal; ///< the dialog that is open
    std::string _panelBefore;
    Id _idBefore = 0;
    bool _isRingShown = false, _wantsScroll = false;
    Id _toActivate = 0, _toType = 0;
    bool _endsTyping = false;
    int _wantedRow = -1, _pages = 0;
    std::string _typed;
    double _typedSeconds = 0;
    bool _hasTyped = false;
};

} // namespace surplace::app
