#pragma once
#include "app/platform.hpp"
#include "app/workspace.hpp"

namespace surplace::app {

/// What a key does. While somebody types only Esc and the keys with Ctrl or a function key count.
void handleKey(Workspace& workspace, const KeyPress& press, bool isTyping, double nowSeconds,
               std::span<const timeline::Day> eventDays);

} // namespace surplace::app
