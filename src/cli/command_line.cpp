#include "cli/command_line.hpp"
#include "casebook/load.hpp"
#include "cli/commands.hpp"
#include <fmt/format.h>
#include <ostream>

namespace surplace::cli {

constexpr std::size_t mostProblemsListed = 50;

void print(const std::vector<core::Problem>& problems, std::ostream& err) {
    for (std::size_t i = 0; i < problems.size() && i < mostProblemsListed; ++i)
        err << (problems[i].severity == core::Problem::Severity::error ? "error: " : "warning: ")
            << problems[i].sentence() << '\n';
    if (problems.size() > mostProblemsListed)
        err << fmt::format("... and {} more\n", problems.size() - mostProblemsListed);
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
        "3 done, but problems were found (check, import); 130 stopped by Ctrl-C.\n"
        "`surplace COMMAND --help` explains a command and shows examples.");
    int status = ok;
    addOpen(program, environment, status);
    addRender(program, environment, status);
    addInfo(program, environment, status);
    addCheck(program, environment, status);
    addImport(program, environment, status);
    addNew(program, environment, status);
    try {
        std::vector<const char*> arguments(argv, argv + argc);
        if (argc <= 1)
            arguments.push_back("open");
        program.parse(static_cast<int>(arguments.size()), const_cast<char**>(arguments.data()));
        return status;
    } catch (const CLI::ParseError& error) {
        return program.exit(error, environment.out, environment.err) == 0 ? ok : usage;
    } catch (const core::Cancelled&) {
        environment.err << "surplace: stopped; nothing half done was left behind\n";
        return cancelled;
    } catch (const core::Error& error) {
        environment.err << "surplace: " << error.what() << '\n';
        return failed;
    } catch (const std::bad_alloc&) {
        environment.err << "surplace: not enough memory for this; try a smaller picture or casebook\n";
        return failed;
    }
}

} // namespace surplace::cli
