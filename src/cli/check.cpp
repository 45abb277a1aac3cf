#include "cli/commands.hpp"
#include "cli/json.hpp"
#include <fmt/format.h>
#include <ostream>

namespace surplace::cli {
namespace {

nlohmann::ordered_json toJson(const core::Problem& problem) {
    return {{"severity", problem.severity == core::Problem::Severity::error ? "error" : "warning"},
            {"file", problem.where.file},
            {"layer", problem.where.layer},
            {"row", problem.where.row},
            {"field", problem.where.field},
            {"message", problem.message}};
}

int checkCasebook(const std::string& file, bool json, const Environment& environment) {
    const Loaded loaded = loadCasebook(file, environment);
    std::vector<core::Problem> problems = loaded.import.problems;
    const auto found = casebook::check(loaded.import.casebook);
    problems.insert(problems.end(), found.begin(), found.end());
    const auto errors = std::count_if(problems.begin(), problems.end(), [](const core::Problem& problem) {
        return problem.severity == core::Problem::Severity::error;
    });
    const auto warnings = static_cast<long>(problems.size()) - errors;
    if (json) {
        nlohmann::ordered_json result{{"file", loaded.file.string()},
                                      {"errors", errors},
                                      {"warnings", warnings},
                                      {"problems", nlohmann::ordered_json::array()}};
        for (const core::Problem& problem : problems)
            result["problems"].push_back(toJson(problem));
        printJson(result, environment.out);
    } else {
        print(found, environment.err);
        environment.out << fmt::format("{} errors, {} warnings\n", errors, warnings);
    }
    return errors == 0 ? ok : problemsFound;
}

} // namespace

void addCheck(CLI::App& program, const Environment& environment, int& status) {
    CLI::App* command = program.add_subcommand(
        "check", "Look for dangling links, impossible dates, misplaced places and totals that disagree");
    struct Arguments {
        std::string file;
        bool json = false;
    };
    auto arguments = std::make_shared<Arguments>();
    command->add_option("CASEBOOK", arguments->file,
                        "GeoPackage or text-form folder (default: the bundled casebook)");
    command->add_flag("--json", arguments->json, "Findings as JSON on stdout");
    command->footer("Exit status 3 when errors were found; warnings alone give 0.\nExample:\n  surplace "
                    "check my-casebook.gpkg");
    command->callback([arguments, &environment, &status] {
        status = checkCasebook(arguments->file, arguments->json, environment);
    });
}

} // namespace surplace::cli
