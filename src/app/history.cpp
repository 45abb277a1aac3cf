#include "app/history.hpp"

namespace surplace::app {

void History::go(Page page) {
    if (page.isEmpty())
        return;
    const bool isShown = !_pages.empty() && _pages[_at] == page;
    _isOpen = true;
    if (isShown)
        return;
    if (!_pages.empty())
        _pages.resize(_at + 1);
    _pages.push_back(std::move(page));
    _at = _pages.size() - 1;
}

void History::back() {
    if (canGoBack())
        --_at;
}

void History::forward() {
    if (canGoForward())
        ++_at;
}

const Page& History::current() const {
    static const Page none;
    return _isOpen ? _pages[_at] : none;
}

} // namespace surplace::app
