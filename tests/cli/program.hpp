#pragma once
#include "support/command.hpp"

namespace surplace::tests {

/// Runs the built program with these arguments. LeakSanitizer cannot stop the threads of the software
/// renderer as a process ends, and now and then dies of it: what draws is looked at for leaks within the
/// tests' own processes.
inline Outcome surplaceProgram(std::vector<std::string> arguments,
                               std::vector<std::string> environment = {}) {
    if (!arguments.empty() && arguments.front() == "render")
        environment.push_back("ASAN_OPTIONS=detect_leaks=0");
    arguments.insert(arguments.begin(), SURPLACE_PROGRAM);
    return runCommand(arguments, environment);
}

/// One sentence for the user: a single line, no crash report, no library's own words for an exception.
inline bool isOneSentence(const std::string& text) {
    return !text.empty() && text.back() == '\n' && text.find('\n') == text.size() - 1 &&
           text.find("terminate called") == std::string::npos;
}

} // namespace surplace::tests
