#include "cli/command_line.hpp"
#include "casebook/cell.hpp"
#include "casebook/load.hpp"
#include "cli/commands.hpp"
#include <fmt/format.h>
#include <ostream>

namespace surplace::cli {

constexpr std::size_t mostProblemsListed = 50;

namespace {

/// A sentence as one line that does not flood a terminal.
std::string asSentence(std::string_view sentence) {
    constexpr std::size_t longest = 2000, keptAtBegin = 400, keptAtEnd = 1200;
    if (sentence.size() <= longest)
        return asLine(sentence);
    const auto isContinuation = [&](std::size_t at) {
        return (static_cast<unsigned char>(sentence[at]) & 0xC0U) == 0x80U;
    };
    std::size_t begin = keptAtBegin, end = sentence.size() - keptAtEnd;
    while (begin > 0 && isContinuation(begin))
        --begin;
    while (end < sentence.size() && isContinuation(end))
        ++end;
    return asLine(fmt::format("{} ... {}", sentence.substr(0, begin), sentence.substr(end)));
}

/// What was written to stdout has arrived; a full disk or a closed pipe is no success.
int statusOfOutput(const Environment& environment, int status) {
    if (environment.out.flush())
        return status;
    environment.err << "surplace: the results could not be written to the standard output; it is full or "
                       "closed\n";
    return failed;
}

} // namespace

std::string asLine(std::string_view text) {
    std::string line(text);
    for (std::size_t i = 0; i < line.size(); ++i) {
        const auto byte = static_cast<unsigned char>(line[i]);
        const auto next = static_cast<unsigned char>(i + 1 < line.size() ? line[i + 1] : '\0');
        // U+0080 to U+009F steer terminals like ESC; they are C2 80 to C2 9F.
        const bool isC1 = byte == 0xC2 && next >= 0x80 && next < 0xA0;
        if (byte < 0x20 || byte == 0x7F || isC1)
            line.replace(i, isC1 ? 2 : 1, " ");
    }
    return line;
}

void requireTitle(const std::string& title) {
    if (casebook::firstBadByte(title) != std::string::npos || title.size() > casebook::longestCellBytes)
        throw CLI::ValidationError(
            "--title", fmt::format("expected text in UTF-8 of at most {} bytes", casebook::longestCellBytes));
}

void print(const std::vector<core::Problem>& problems, std::ostream& err) {
    for (std::size_t i = 0; i < problems.size() && i < mostProblemsListed; ++i)
        err << (problems[i].severity == core::Problem::Severity::error ? "error: " : "warning: ")
            << asSentence(problems[i].sentence()) << '\n';
    if (problems.size() > mostProblemsListed)
        err << fmt::format("... and {} more\n", problems.size() - mostProblemsListed);
}

int statusOf(const casebook::Import& import) {
    return import.rowsSkipped == 0 ? ok : problemsFound;
}

Loaded loadCasebook(const std::filesystem::path& fileOrFolder, const Environment& environment) {
    Loaded loaded;
    loaded.isBundled = fileOrFolder.empty();
    loaded.file = loaded.isBundled
                      ? casebook::findBundled(basemap::findGeodata(environment.program), environment.program)
                      : fileOrFolder;
    loaded.import = casebook::load(loaded.file, {.report = {}, .cancel = environment.cancel});
    print(loaded.import.problems, environment.err);
    return loaded;
}

namespace {

int runCommand(int argc, const char* const* argv, const Environment& environment) {
    CLI::App program{"Surplace maps reported detentions, transfers and forced returns along the Yalu and "
                     "Tumen through time.\n"
                     "Without a command it opens the bundled casebook in a window.",
                     "surplace"};
    program.set_version_flag("--version", "surplace " SURPLACE_VERSION);
    program.require_subcommand(0, 1);
    program.footer(
        "A CASEBOOK is a GeoPackage file (.gpkg) or the folder of a text form; leave it out for the bundled "
        "one.\n"
        "Exit status: 0 done; 1 could not be done (one sentence says why); 2 the command line is wrong;\n"
        "3 done, but problems were found (errors in check, rows left out); 130 stopped by Ctrl-C.\n"
        "`surplace COMMAND --help` explains a command and shows examples.");
    int status = ok;
    addOpen(program, environment, status);
    addRender(program, environment, status);
    addInfo(program, environment, status);
    addCheck(program, environment, status);
    addImport(program, environment, status);
    addExportText(program, environment, status);
    addTabulate(program, environment, status);
    addNew(program, environment, status);
    try {
        std::vector<const char*> arguments(argv, argv + argc);
        if (argc <= 1)
            arguments.push_back("open");
        program.parse(static_cast<int>(arguments.size()), const_cast<char**>(arguments.data()));
        return status;
    } catch (const CLI::ValidationError& error) {
        const std::string_view what = error.what();
        environment.err << "surplace: " << asSentence(what) << (what.ends_with('.') ? "\n" : ".\n");
        return usage;
    } catch (const CLI::ParseError& error) {
        return program.exit(error, environment.out, environment.err) == 0 ? ok : usage;
    } catch (const core::Cancelled&) {
        environment.err << "surplace: stopped; nothing half done was left behind\n";
        return cancelled;
    } catch (const core::Error& error) {
        environment.err << "surplace: " << asSentence(error.what()) << '\n';
        return failed;
    } catch (const std::bad_alloc&) {
        environment.err << "surplace: not enough memory for this; try a smaller picture or casebook\n";
        return failed;
    }
}

} // namespace

int run(int argc, const char* const* argv, const Environment& environment) {
    return statusOfOutput(environment, runCommand(argc, argv, environment));
}

} // namespace surplace::cli
