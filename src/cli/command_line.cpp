#include "cli/command_line.hpp"
#include "casebook/load.hpp"
#include "cli/commands.hpp"
#include <fmt/format.h>
#include <ostream>

namespace surplace::cli {

constexpr std::size_t mostProblemsListed = 50;

namespace {

/// A sentence as one line of a terminal: what a file holds may neither steer the terminal nor flood it.
std::string asLine(std::string_view sentence) {
    constexpr std::size_t longest = 2000, keptAtBegin = 400, keptAtEnd = 1200;
    const auto isContinuation = [&](std::size_t at) {
        return (static_cast<unsigned char>(sentence[at]) & 0xC0U) == 0x80U;
    };
    std::string line(sentence);
    if (sentence.size() > longest) {
        std::size_t begin = keptAtBegin, end = sentence.size() - keptAtEnd;
        while (begin > 0 && isContinuation(begin))
            --begin;
        while (end < sentence.size() && isContinuation(end))
            ++end;
        line = fmt::format("{} ... {}", sentence.substr(0, begin), sentence.substr(end));
    }
    for (char& c : line)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
            c = ' ';
    return line;
}

} // namespace

void print(const std::vector<core::Problem>& problems, std::ostream& err) {
    for (std::size_t i = 0; i < problems.size() && i < mostProblemsListed; ++i)
        err << (problems[i].severity == core::Problem::Severity::error ? "error: " : "warning: ")
            << asLine(problems[i].sentence()) << '\n';
    if (problems.size() > mostProblemsListed)
        err << fmt::format("... and {} more\n", problems.size() - mostProblemsListed);
}

void print(const nlohmann::ordered_json& result, std::ostream& out) {
    out << result.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
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

int run(int argc, const char* const* argv, const Environment& environment) {
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
    addNew(program, environment, status);
    try {
        std::vector<const char*> arguments(argv, argv + argc);
        if (argc <= 1)
            arguments.push_back("open");
        program.parse(static_cast<int>(arguments.size()), const_cast<char**>(arguments.data()));
        return status;
    } catch (const CLI::ValidationError& error) {
        const std::string_view what = error.what();
        environment.err << "surplace: " << asLine(what) << (what.ends_with('.') ? "\n" : ".\n");
        return usage;
    } catch (const CLI::ParseError& error) {
        return program.exit(error, environment.out, environment.err) == 0 ? ok : usage;
    } catch (const core::Cancelled&) {
        environment.err << "surplace: stopped; nothing half done was left behind\n";
        return cancelled;
    } catch (const core::Error& error) {
        environment.err << "surplace: " << asLine(error.what()) << '\n';
        return failed;
    } catch (const std::bad_alloc&) {
        environment.err << "surplace: not enough memory for this; try a smaller picture or casebook\n";
        return failed;
    }
}

} // namespace surplace::cli
