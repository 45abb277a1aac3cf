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
void addExportText(CLI::App& program, const Environment& environment, int& status);
void addTabulate(CLI::App& program, const Environment& environment, int& status);
void addNew(CLI::App& program, const Environment& environment, int& status);

/// Loads the casebook named, or the bundled one for an empty path; problems of a text form go to err.
struct Loaded {
    std::filesystem::path file;
    bool isBundled = false;
    casebook::Import import;
};
Loaded loadCasebook(const std::filesystem::path& fileOrFolder, const Environment& environment);

/// The status of a command that did its work on what could be read: problemsFound when rows were left out.
int statusOf(const casebook::Import& import);
/// Text of a file as one line of a terminal, which it may not steer: control characters become blanks.
std::string asLine(std::string_view text);

/// Throws CLI::ValidationError for a title that a casebook cannot hold.
void requireTitle(const std::string& title);

/// The first 50 problems as sentences, the rest counted.
void print(const std::vector<core::Problem>& problems, std::ostream& err);
/// Throws unless a casebook may be written there: the name must end in .gpkg, and what is there already is
/// replaced only with `overwrite`, and only if it is a casebook.
void requireCasebookTarget(const std::string& option, const std::filesystem::path& target, bool overwrite);
/// Throws when the target is the folder that is read, or lies in it.
void requireOutside(const std::string& option, const std::filesystem::path& target,
                    const std::filesystem::path& input);

} // namespace surplace::cli
