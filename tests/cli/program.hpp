#pragma once
#include "support/command.hpp"

namespace surplace::tests {

/// Runs the built program with these arguments.
inline Outcome surplaceProgram(std::vector<std::string> arguments,
                               const std::vector<std::string>& environment = {}) {
    arguments.insert(arguments.begin(), SURPLACE_PROGRAM);
    return runCommand(arguments, environment);
}

/// One sentence for the user: a single line, no crash report, no library's own words for an exception.
inline bool isOneSentence(const std::string& text) {
    return !text.empty() && text.back() == '\n' && text.find('\n') == text.size() - 1 &&
           text.find("terminate called") == std::string::npos;
}

} // namespace surplace::tests
