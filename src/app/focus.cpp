#include "app/focus.hpp"
#include <algorithm>
#include <cctype>
#include <utility>

/// Where the keyboard is and how keys move it; focus_drawing.cpp joins it to ImGui.
namespace surplace::app {

void Focus::beginPanel(const std::string& name, bool isModal) {
    const auto known = std::ranges::find(_building, name, &Panel::name);
    if (known == _building.end())
        _building.push_back({name, isModal, {}});
    else
        std::rotate(known, known + 1, _building.end()); // the one being built is the last
}

void Focus::add(Stop stop) {
    if (_building.empty())
        return;
    if (stop.row >= 0 && stop.row == _wantedRow && _building.back().name == _panel) {
        _id = stop.id;
        _wantedRow = -1;
        _wantsScroll = true;
    }
    _building.back().stops.push_back(stop);
}

std::optional<int> Focus::wantedRow() const {
    const bool isHere = !_building.empty() && _building.back().name == _panel && _wantedRow >= 0;
    return isHere ? std::optional(_wantedRow) : std::nullopt;
}

std::optional<std::string> Focus::takeTyped() {
    const bool isHere = !_building.empty() && _building.back().name == _panel;
    return isHere && std::exchange(_hasTyped, false) ? std::optional(_typed) : std::nullopt;
}

void Focus::wantRow(int row) {
    _wantedRow = row;
}

bool Focus::takesTyping(Id id) {
    return id != 0 && _toType == id && std::exchange(_toType, 0) != 0;
}

void Focus::endFrame() {
    std::string modal;
    for (const Panel& panel : _building)
        if (panel.isModal)
            modal = panel.name;
    _panels = std::exchange(_building, {});
    if (modal != _modal) {
        if (_modal.empty()) {
            _panelBefore = _panel;
            _idBefore = _id;
        }
        _modal = modal;
        if (!modal.empty()) {
            enter(modal);
        } else {
            _panel = _panelBefore;
            _id = _idBefore;
        }
    }
    if (_panel.empty())
        return;
    const Panel* panel = panelNamed(_panel);
    if (panel == nullptr || panel->stops.empty()) { // it has folded
        _panel.clear();
        _id = 0;
    } else if (current() == nullptr && _wantedRow < 0) {
        _id = panel->stops.front().id;
    }
}

const Focus::Panel* Focus::panelNamed(const std::string& name) const {
    const auto found = std::ranges::find(_panels, name, &Panel::name);
    return found == _panels.end() ? nullptr : &*found;
}

const Focus::Stop* Focus::current() const {
    const Panel* panel = panelNamed(_panel);
    if (panel == nullptr)
        return nullptr;
    const auto found = std::ranges::find(panel->stops, _id, &Stop::id);
    return found == panel->stops.end() ? nullptr : &*found;
}

Place Focus::place() const {
    if (!_modal.empty())
        return Place::dialog;
    const Stop* stop = current();
    if (_panel.empty() || (stop != nullptr && stop->kind == Kind::slider))
        return Place::map;
    return stop != nullptr && stop->kind == Kind::row ? Place::rows : Place::panel;
}

void Focus::enter(const std::string& name) {
    _panel = name;
    _id = 0;
    _wantedRow = -1;
    const Panel* panel = panelNamed(name);
    if (panel == nullptr || panel->stops.empty())
        return;
    const auto standard = std::ranges::find(panel->stops, true, &Stop::isDefault);
    // A field that has the keyboard by right when a dialog opens asks for it itself.
    _id = (standard == panel->stops.end() ? panel->stops.front() : *standard).id;
    _wantsScroll = true;
}

void Focus::moveTo(const Stop& stop) {
    _id = stop.id;
    _wantsScroll = true;
    _endsTyping = stop.kind != Kind::field;
    if (stop.kind == Kind::field)
        _toType = stop.id;
}

void Focus::cyclePanels(int direction) {
    if (!_modal.empty())
        return;
    std::vector<std::string> names{""}; // the map is one of them
    for (const Panel& panel : _panels)
        if (!panel.stops.empty())
            names.push_back(panel.name);
    const auto here = std::ranges::find(names, _panel);
    const auto count = static_cast<std::ptrdiff_t>(names.size());
    const std::ptrdiff_t at = here == names.end() ? 0 : here - names.begin();
    const std::string next = names[static_cast<std::size_t>((at + direction + count) % count)];
    _endsTyping = true;
    if (next.empty())
        leave();
    else
        enter(next);
}

void Focus::moveBy(int direction, bool withinRows) {
    const Panel* panel = panelNamed(_panel);
    if (panel == nullptr || panel->stops.empty())
        return cyclePanels(direction);
    const Stop* from = current();
    const auto count = static_cast<std::ptrdiff_t>(panel->stops.size());
    std::ptrdiff_t at = from == nullptr ? (direction > 0 ? -1 : count) : from - panel->stops.data();
    for (std::ptrdiff_t tries = 0; tries < count; ++tries) {
        at = (at + direction + count) % count;
        const Stop& stop = panel->stops[static_cast<std::size_t>(at)];
        // The rows of a list are one stop: arrows move among them.
        const bool isSameList = from != nullptr && from->kind == Kind::row && stop.kind == Kind::row;
        if (withinRows || !isSameList)
            return moveTo(stop);
    }
}

void Focus::moveRow(int row, int count) {
    _wantedRow = std::clamp(row, 0, std::max(0, count - 1));
}

void Focus::activate() {
    const Stop* stop = current();
    if (stop == nullptr)
        return;
    (stop->kind == Kind::field ? _toType : _toActivate) = stop->id;
}

bool Focus::handle(Command command) {
    constexpr int rowsOfAPage = 8;
    const Stop* stop = current();
    const bool isRow = stop != nullptr && stop->kind == Kind::row;
    const int direction = command == Command::previousPanel || command == Command::previousStop ||
                                  command == Command::up || command == Command::pageUp
                              ? -1
                              : 1;
    _isRingShown = true;
    switch (command) {
    case Command::nextPanel:
    case Command::previousPanel:
        cyclePanels(direction);
        return true;
    case Command::nextStop:
    case Command::previousStop:
        moveBy(direction, false);
        return true;
    case Command::up:
    case Command::down:
        if (isRow && stop->row + direction >= 0 && stop->row + direction < stop->rowCount)
            moveRow(stop->row + direction, stop->rowCount);
        else
            moveBy(direction, true);
        return true;
    case Command::pageUp:
    case Command::pageDown:
        if (isRow)
            moveRow(stop->row + direction * rowsOfAPage, stop->rowCount);
        else
            _pages = direction;
        return true;
    case Command::firstRow:
    case Command::lastRow:
        if (isRow)
            moveRow(command == Command::firstRow ? 0 : stop->rowCount - 1, stop->rowCount);
        return true;
    case Command::activate:
        activate();
        return true;
    default:
        return false;
    }
}

void Focus::type(int key, double nowSeconds) {
    constexpr double pauseSeconds = 1;
    if (key < ' ' || key > 'Z')
        return;
    if (nowSeconds - _typedSeconds > pauseSeconds)
        _typed.clear();
    _typed += static_cast<char>(std::tolower(key));
    _typedSeconds = nowSeconds;
    _hasTyped = true;
}

void Focus::leave() {
    _panel.clear();
    _id = 0;
    _wantedRow = -1;
}

void Focus::pointerUsed() {
    _isRingShown = false;
    if (_modal.empty())
        leave();
}

} // namespace surplace::app
