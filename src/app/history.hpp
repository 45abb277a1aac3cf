#pragma once
#include "model/records.hpp"
#include <string>
#include <vector>

namespace surplace::app {

/// What the inspector shows: one record, or a list of events under a heading (several at one town, those
/// without a place).
struct Page {
    model::Id id;
    std::string heading;
    std::vector<model::Id> events;
    std::vector<std::string> notes; ///< under the heading: what the events add up to
    bool isEmpty() const { return id.empty() && events.empty(); }
    bool operator==(const Page&) const = default;
};

/// The pages visited, as in a browser. Closing the inspector keeps them.
class History {
public:
    /// Goes to a page; what lay ahead is forgotten. Going to the page shown changes nothing.
    void go(Page page);
    void close() { _isOpen = false; }
    void back();
    void forward();
    bool canGoBack() const { return _isOpen && _at > 0; }
    bool canGoForward() const { return _isOpen && _at + 1 < _pages.size(); }
    bool isOpen() const { return _isOpen; }
    /// The page shown; an empty one when closed.
    const Page& current() const;

private:
    std::vector<Page> _pages;
    std::size_t _at = 0;
    bool _isOpen = false;
};

} // namespace surplace::app
