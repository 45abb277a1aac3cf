#include "cli/commands.hpp"
#include <ostream>

namespace surplace::cli {

void addExportText(CLI::App& program, const Environment& environment, int& status) {
    CLI::App* command = program.add_subcommand(
        "export-text", "Write a casebook as the CSV tables of its text form, to edit in a spreadsheet");
    struct Arguments {
        std::string file;
        std::string folder;
        bool overwrite = false;
    };
    auto arguments = std::make_shared<Arguments>();
    command->add_option("CASEBOOK", arguments->file,
                        "GeoPackage or text-form folder (default: the bundled casebook)");
    command->add_option("-o,--out", arguments->folder, "Folder to write")->required();
    command->add_flag("--overwrite", arguments->overwrite, "Replace the tables that the folder holds");
    command->footer("The folder is a working copy and not an output for others: it holds everything, also "
                    "what is not public.\nExamples:\n"
                    "  surplace export-text mine.gpkg --out my-folder\n"
                    "  surplace import my-folder --out mine-2.gpkg");
    command->callback([arguments, &environment, &status] {
        requireOutside("--out " + arguments->folder, arguments->folder, arguments->file);
        const Loaded loaded = loadCasebook(arguments->file, environment);
        casebook::writeTextForm(loaded.import.casebook, arguments->folder, arguments->overwrite);
        environment.err << "wrote " << arguments->folder
                        << ": a working copy that holds everything, also what is not public\n";
        status = statusOf(loaded.import);
    });
}

} // namespace surplace::cli
