#pragma once
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace surplace::core {

/// Collects messages of libraries and of the program; a repeated message is kept once with its count.
/// Thread-safe.
class Log {
public:
    enum class Level { debug, info, warning, error };
    struct Entry {
        Level level;
        std::string origin; ///< "GDAL", "PROJ", "OpenGL", or a part of the program
        std::string text;
        long count = 1;
    };
    using Sink = std::function<void(const Entry&)>; ///< called for the first of each distinct message

    explicit Log(Sink sink = {});
    void add(Level level, const std::string& origin, const std::string& text);
    std::vector<Entry> entries() const;

private:
    mutable std::mutex _mutex;
    std::vector<Entry> _entries;
    std::map<std::string, std::size_t> _index;
    Sink _sink;
};

} // namespace surplace::core
