#include "casebook/load.hpp"
#include "cli/commands.hpp"
#include "cli/json.hpp"
#include <fmt/format.h>
#include <ostream>

namespace surplace::cli {
namespace {

struct Arguments {
    std::string input;
    std::string into;
    std::string out;
    std::string title;
    bool published = false;
    bool overwrite = false;
    bool json = false;
};

casebook::Import readInput(const Arguments& arguments, const model::Casebook& base,
                           const core::Progress& progress) {
    if (std::filesystem::is_directory(arguments.input))
        return casebook::merge(base, casebook::readTextForm(arguments.input, progress));
    casebook::ImportOptions options{.published = arguments.published};
    if (arguments.into.empty())
        options.noPlacesRemedy =
            "Add --into bundled (or --into and the casebook that holds the place), or fill in "
            "lon and lat of a row with it as its place, or write \"unknown\".";
    return casebook::importEvents(arguments.input, base, progress, options);
}

void requireOutput(const Arguments& arguments) {
    const std::string option = "--out " + arguments.out;
    std::error_code ignored;
    if (std::filesystem::equivalent(arguments.input, arguments.out, ignored))
        throw CLI::ValidationError(option, "this is the file that is read; name another one");
    requireOutside(option, arguments.out, arguments.input);
    requireOutside(option, arguments.out, arguments.into);
    requireCasebookTarget(option, arguments.out, arguments.overwrite);
}

void report(const casebook::Import& result, bool json, const Environment& environment) {
    if (!json) {
        print(result.problems, environment.err);
        environment.out << fmt::format("{} rows read = {} loaded + {} skipped\n", result.rowsRead,
                                       result.rowsLoaded, result.rowsSkipped);
        return;
    }
    nlohmann::ordered_json report{{"read", result.rowsRead},
                                  {"loaded", result.rowsLoaded},
                                  {"skipped", result.rowsSkipped},
                                  {"problems", nlohmann::ordered_json::array()}};
    for (const core::Problem& problem : result.problems)
        report["problems"].push_back(problem.sentence());
    printJson(report, environment.out);
}

int importInput(const Arguments& arguments, const Environment& environment) {
    requireOutput(arguments);
    if (!arguments.title.empty())
        requireTitle(arguments.title);
    const core::Progress progress{.report = {}, .cancel = environment.cancel};
    model::Casebook base;
    if (!arguments.into.empty())
        base = loadCasebook(arguments.into == "bundled" ? std::string() : arguments.into, environment)
                   .import.casebook;
    casebook::Import result = readInput(arguments, base, progress);
    report(result, arguments.json, environment);
    if (result.rowsLoaded == 0)
        throw core::Error("no row of " + arguments.input + " could be loaded; " + arguments.out +
                          " was not written");
    if (!arguments.title.empty())
        result.casebook.title = arguments.title;
    casebook::save(result.casebook, arguments.out, progress);
    environment.err << "wrote " << arguments.out << '\n';
    return statusOf(result);
}

} // namespace

void addImport(CLI::App& program, const Environment& environment, int& status) {
    CLI::App* command = program.add_subcommand("import", "Read a text form or an events CSV into a casebook");
    auto arguments = std::make_shared<Arguments>();
    command->add_option("INPUT", arguments->input, "Folder of a text form, or one events CSV")->required();
    command->add_option("-o,--out", arguments->out, "Casebook to write (.gpkg)")->required();
    command->add_option(
        "--into", arguments->into,
        "Casebook to add to: a file, or `bundled`; it is read, not changed (default: an empty one)");
    command->add_flag(
        "--published", arguments->published,
        "Events CSV: its sources are published (sensitivity S0), so that the rows may appear in outputs");
    command->add_option("--title", arguments->title,
                        "Title of the casebook written (default: the one it had)");
    command->add_flag("--overwrite", arguments->overwrite, "Replace the casebook that --out names");
    command->add_flag("--json", arguments->json, "Report as JSON on stdout");
    command->footer("Bad rows are skipped and named; rows read = loaded + skipped. Exit status 3 when rows "
                    "were skipped.\nExamples:\n"
                    "  surplace import my-rows.csv --into bundled --published --out mine.gpkg\n"
                    "  surplace import my-folder/ --out mine.gpkg");
    command->callback([arguments, &environment, &status] { status = importInput(*arguments, environment); });
}

} // namespace surplace::cli
