#include "core/log.hpp"

namespace surplace::core {

Log::Log(Sink sink) : _sink(std::move(sink)) {}

void Log::add(Level level, const std::string& origin, const std::string& text) {
    Entry entry{level, origin, text};
    {
        const std::lock_guard lock(_mutex);
        const std::string key = std::to_string(static_cast<int>(level)) + '\n' + origin + '\n' + text;
        const auto [position, isNew] = _index.emplace(key, _entries.size());
        if (!isNew) {
            ++_entries[position->second].count;
            return;
        }
        _entries.push_back(entry);
    }
    // Outside the lock: a sink may itself log.
    if (_sink)
        _sink(entry);
}

std::vector<Log::Entry> Log::entries() const {
    const std::lock_guard lock(_mutex);
    return _entries;
}

} // namespace surplace::core
