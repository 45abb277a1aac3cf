#pragma once
#include <nlohmann/json.hpp>
#include <ostream>

namespace surplace::cli {

/// Writes JSON for programs. File names need not be UTF-8, as JSON must be: what is not becomes U+FFFD.
inline void printJson(const nlohmann::ordered_json& json, std::ostream& out) {
    out << json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
}

} // namespace surplace::cli
