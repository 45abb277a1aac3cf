#include "cli/commands.hpp"
#include <ostream>

namespace surplace::cli {

void addNew(CLI::App& program, const Environment& environment, int& status) {
    CLI::App* command =
        program.add_subcommand("new", "Make an empty casebook, or an empty text form to fill in");
    struct Arguments {
        std::string target;
        bool asTemplate = false;
        bool overwrite = false;
        std::string title = "Untitled casebook";
    };
    auto arguments = std::make_shared<Arguments>();
    command->add_option("TARGET", arguments->target, "File to make (.gpkg), or with --template a folder")
        ->required();
    command->add_flag("--template", arguments->asTemplate,
                      "Make a folder of CSV files with their headings, to fill in with LibreOffice");
    command->add_flag("--overwrite", arguments->overwrite, "Replace what TARGET names");
    command->add_option("--title", arguments->title, "Title of the casebook")->capture_default_str();
    command->footer("Examples:\n  surplace new my-casebook.gpkg --title \"Reports of 2025\"\n  surplace new "
                    "--template my-folder");
    command->callback([arguments, &environment, &status] {
        if (arguments->asTemplate) {
            casebook::writeTemplate(arguments->target, arguments->overwrite);
        } else {
            requireTitle(arguments->title);
            requireCasebookTarget("TARGET " + arguments->target, arguments->target, arguments->overwrite);
            model::Casebook empty;
            empty.title = arguments->title;
            casebook::save(empty, arguments->target);
        }
        environment.err << "wrote " << arguments->target << '\n';
        status = ok;
    });
}

} // namespace surplace::cli
