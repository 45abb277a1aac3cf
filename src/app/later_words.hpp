#pragma once
#include "app/workspace.hpp"
#include <map>

namespace surplace::app {

/// Tells those whose time on the map is over apart: feared, or without an end; without those of which a later
/// source says what became of them. Remembers the answers of one casebook: each costs a look at all events.
class LaterWords {
public:
    NoLaterWord of(const std::shared_ptr<const model::Casebook>& casebook,
                   const std::vector<std::uint32_t>& events);

private:
    std::shared_ptr<const model::Casebook> _casebook;
    std::map<std::uint32_t, bool> _hasLaterRecord;
    bool _canBe = false;
};

} // namespace surplace::app
