#pragma once
#include "cli/command_line.hpp"
#include <CLI/CLI.hpp>

namespace surplace::cli {

/// Each adds one command to the program; its action sets `status`.
void addOpen(CLI::App& program, const Environment& environment, int& status);
void addRender(CLI::App& program, const Environment& environment, int& status);
void addInfo(CLI::App& program, const Environment& environment, int& status);
void addCheck(CLI::App& program, const Environment& environment, int& status);
void addImport(CLI::App& program, const Environment& environment, int& status);
void addNew(CLI::App& program, const Environment& environment, int& status);

/// Loads the casebook named, or the bundled one for an empty path; problems of a text form go to err.
struct Loaded {
    std::filesystem::path file;
    bool isBundled = false;
    casebook::Import import;
};
Loaded loadCasebook(const std::filesystem::path& fileOrFolder, const Environment& environment);

/// Text of a file as one line of a terminal, which it may not steer: control characters become blanks.
std::string asLine(std::string_view text);

/// Throws CLI::ValidationError for a title that a casebook cannot hold.
void requireTitle(const std::string& title);

/// The first 50 problems as sentences, the rest counted.
void print(const std::vector<core::Problem>& problems, std::ostream& err);

} // namespace surplace::cli
