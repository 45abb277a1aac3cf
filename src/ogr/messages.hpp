#pragma once
#include "core/log.hpp"
#include <string>

namespace surplace::ogr {

/// While it lives, GDAL's messages of this thread go to a log (none: they are kept only for lastError())
/// instead of stderr. Scopes nest.
class MessageScope {
public:
    explicit MessageScope(core::Log* log);
    ~MessageScope();
    MessageScope(const MessageScope&) = delete;
    MessageScope& operator=(const MessageScope&) = delete;

    /// The newest message of an error or a failure that this scope saw; empty when there was none.
    const std::string& lastError() const { return _lastError; }
    /// Called by GDAL's handler.
    void take(core::Log::Level level, const std::string& text);

private:
    core::Log* _log;
    std::string _lastError;
};

} // namespace surplace::ogr
