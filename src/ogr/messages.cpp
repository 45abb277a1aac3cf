#include "ogr/messages.hpp"
#include <cpl_error.h>

namespace surplace::ogr {

namespace {

void CPL_STDCALL handleMessage(CPLErr severity, CPLErrorNum, const char* text) {
    auto* scope = static_cast<MessageScope*>(CPLGetErrorHandlerUserData());
    const auto level = severity == CE_Debug     ? core::Log::Level::debug
                       : severity == CE_None    ? core::Log::Level::info
                       : severity == CE_Warning ? core::Log::Level::warning
                                                : core::Log::Level::error;
    scope->take(level, text == nullptr ? "" : text);
}

} // namespace

MessageScope::MessageScope(core::Log* log) : _log(log) {
    CPLPushErrorHandlerEx(handleMessage, this);
}

MessageScope::~MessageScope() {
    CPLPopErrorHandler();
}

void MessageScope::take(core::Log::Level level, const std::string& text) {
    if (level == core::Log::Level::error)
        _lastError = text;
    if (_log != nullptr)
        _log->add(level, "GDAL", text);
}

} // namespace surplace::ogr
