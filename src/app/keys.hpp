#pragma once
#include "app/focus.hpp"
#include "app/key_table.hpp"
#include "app/workspace.hpp"

namespace surplace::app {

/// Does what the key table says that a key does where the keyboard is.
void handleKey(Workspace& workspace, Focus& focus, const KeyPress& press, bool isTyping, double nowSeconds,
               std::span<const timeline::Day> eventDays);

} // namespace surplace::app
