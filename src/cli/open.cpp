#include "cli/commands.hpp"
#include "cli/view_options.hpp"

namespace surplace::cli {

void addOpen(CLI::App& program, const Environment& environment, int& status) {
    CLI::App* command = program.add_subcommand("open", "Open a casebook in the window");
    struct Arguments {
        std::string file;
        ViewOptions view;
        double uiScale = 0;
    };
    auto arguments = std::make_shared<Arguments>();
    command->add_option("CASEBOOK", arguments->file,
                        "GeoPackage or text-form folder (default: the bundled casebook)");
    command
        ->add_option("--ui-scale", arguments->uiScale,
                     "Size of text and buttons, 0.75 to 3 (default: the monitor's)")
        ->check(CLI::Range(0.75, 3.0));
    arguments->view.addTo(*command);
    command->footer("Example:\n  surplace open my-casebook.gpkg --at 2017-06-25");
    command->callback([arguments, command, &environment, &status] {
        Loaded loaded = loadCasebook(arguments->file, environment);
        const auto geodata = basemap::findGeodata(environment.program);
        OpenRequest request;
        request.view = arguments->view.make(loaded.import.casebook);
        request.basemap = basemap::load(geodata);
        arguments->view.moveToCenter(request.view, loaded.import.casebook, *request.basemap);
        request.file = std::move(loaded.file);
        request.isBundled = loaded.isBundled;
        request.loaded = std::move(loaded.import);
        request.seaNames = basemap::seaNames(geodata);
        request.uiScale = arguments->uiScale;
        request.isStyleAsked = command->get_option("--style")->count() > 0;
        request.areNamesAsked = command->get_option("--names")->count() > 0;
        request.isLanguageAsked = command->get_option("--language")->count() > 0;
        status = environment.openWindow(request);
    });
}

} // namespace surplace::cli
