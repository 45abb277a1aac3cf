#include "cli/commands.hpp"
#include "cli/view_options.hpp"
#include "core/safe_file.hpp"
#include "publish/publish.hpp"
#include "redaction/redaction.hpp"
#include <chrono>
#include <fmt/format.h>
#include <ostream>
#include <set>

namespace surplace::cli {
namespace {

struct Arguments {
    std::string file;
    std::vector<std::string> outputs;
    std::string describe; ///< where the description goes; empty = nowhere beside the outputs themselves
    ViewOptions view;
    std::string step = "month";
    double seconds = 60;
    int framesPerSecond = 30;
    bool backwards = false;
    bool quiet = false;
    bool isContactSheet = false;
    int sheet = 12; ///< maps on it
    std::vector<std::string> dates;
    bool byYear = false;

    bool isSheet() const { return isContactSheet || byYear || !dates.empty(); }
};

/// "frame 412 of 1800, about 23 s left" on one line of a terminal, or every tenth part as a line of a log.
core::Progress progressOn(const Environment& environment, bool quiet) {
    if (quiet)
        return {.report = {}, .cancel = environment.cancel};
    const auto start = std::chrono::steady_clock::now();
    auto lastTenth = std::make_shared<long>(-1);
    return {.report =
                [&environment, start, lastTenth](long done, long total) {
                    const double elapsed =
                        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
                    const double left =
                        done > 0 ? elapsed / static_cast<double>(done) * static_cast<double>(total - done)
                                 : 0;
                    const long tenth = total > 0 ? done * 10 / total : 10;
                    if (!environment.errIsTerminal && tenth == *lastTenth)
                        return;
                    *lastTenth = tenth;
                    environment.err << fmt::format("{}frame {} of {}, about {:.0f} s left{}",
                                                   environment.errIsTerminal ? "\r" : "", done, total, left,
                                                   environment.errIsTerminal ? "   " : "\n")
                                    << std::flush;
                    if (environment.errIsTerminal && done == total)
                        environment.err << '\n';
                },
            .cancel = environment.cancel};
}

timeline::Step stepOf(const Arguments& arguments) {
    const auto step = timeline::stepByWord(arguments.step);
    if (!step)
        throw CLI::ValidationError("--step " + arguments.step,
                                   "expected day, week, month, quarter, year or next_event");
    return *step;
}

publish::Film filmOf(const Arguments& arguments, scene::View view) {
    if (arguments.view.mode.empty())
        view.moment.mode = timeline::Mode::fade;
    publish::Film film;
    film.view = std::move(view);
    film.playback.period = film.view.moment.period;
    film.playback.step = stepOf(arguments);
    film.playback.direction = arguments.backwards ? -1 : 1;
    film.seconds = arguments.seconds;
    film.framesPerSecond = arguments.framesPerSecond;
    return film;
}

/// Equal parts of a period in whole months, or in whole days where there are fewer months than parts.
std::vector<timeline::Window> partsOf(timeline::Window period, int parts) {
    const bool byMonth = timeline::stepsIn(period, timeline::Step::month) >= parts;
    const auto step = byMonth ? timeline::Step::month : timeline::Step::day;
    const long steps = timeline::stepsIn(period, step);
    std::vector<timeline::Window> windows;
    for (long i = 0; i < parts; ++i) {
        const int first = static_cast<int>(i * steps / parts),
                  last = static_cast<int>((i + 1) * steps / parts - 1);
        if (last >= first)
            windows.push_back({timeline::stepWindow(period, step, first).first,
                               timeline::stepWindow(period, step, last).last});
    }
    return windows;
}

std::vector<timeline::Window> yearsOf(timeline::Window period) {
    using namespace std::chrono;
    std::vector<timeline::Window> years;
    for (year y = year_month_day(period.first).year(); y <= year_month_day(period.last).year(); ++y)
        years.push_back({std::max(period.first, timeline::Day(y / January / 1)),
                         std::min(period.last, timeline::Day(y / December / 31))});
    return years;
}

/// The moments of a contact sheet: the dates asked for; or the parts of the period, each with all its events
/// or, with a mode that shows a day, at its last day.
std::vector<timeline::Moment> momentsOf(const Arguments& arguments, const scene::View& view) {
    std::vector<timeline::Moment> moments;
    timeline::Moment moment = view.moment;
    if (!arguments.dates.empty()) {
        if (arguments.view.mode.empty())
            moment.mode = timeline::Mode::fade;
        if (moment.mode == timeline::Mode::period)
            throw CLI::ValidationError("--mode period", "with --dates expected window, cumulative or fade");
        for (const std::string& date : arguments.dates) {
            moment.day = readPeriod("dates", date).last;
            moments.push_back(moment);
        }
        return moments;
    }
    if (arguments.view.mode.empty())
        moment.mode = timeline::Mode::period;
    for (const auto& part :
         arguments.byYear ? yearsOf(view.moment.period) : partsOf(view.moment.period, arguments.sheet)) {
        moment.day = part.last;
        if (moment.mode == timeline::Mode::period)
            moment.period = part;
        moments.push_back(moment);
    }
    return moments;
}

void requireOutputs(const Arguments& arguments) {
    std::set<std::filesystem::path> met;
    for (const std::filesystem::path output : arguments.outputs) {
        const std::string option = "--out " + output.string();
        if (output.extension() != ".png" && output.extension() != ".mp4")
            throw CLI::ValidationError(option, "expected a file that ends in .png or .mp4");
        if (arguments.isSheet() && output.extension() != ".png")
            throw CLI::ValidationError(option,
                                       "a contact sheet is a picture: expected a file that ends in .png");
        std::error_code ignored;
        if (!met.insert(std::filesystem::weakly_canonical(std::filesystem::absolute(output), ignored)).second)
            throw CLI::ValidationError(option, "given twice; name each file once");
        if (!arguments.file.empty() && std::filesystem::equivalent(output, arguments.file, ignored))
            throw CLI::ValidationError(option, "this is the casebook itself; name another file");
    }
    if (arguments.describe.empty())
        return;
    if (std::filesystem::path(arguments.describe).extension() != ".txt")
        throw CLI::ValidationError("--describe " + arguments.describe, "expected a file that ends in .txt");
    if (arguments.outputs.size() != 1)
        throw CLI::ValidationError("--describe " + arguments.describe,
                                   "describes one output; give --out once");
}

/// Before anything is written: a picture may have any size, a film not.
void requireFilmSize(const Arguments& arguments, const scene::Camera& camera) {
    const bool isEven = camera.deviceWidth() % 2 == 0 && camera.deviceHeight() % 2 == 0;
    for (const std::filesystem::path output : arguments.outputs)
        if (output.extension() == ".mp4" && !isEven)
            throw CLI::ValidationError("--size " + arguments.view.size,
                                       fmt::format("gives {} x {} device pixels; a film needs even numbers",
                                                   camera.deviceWidth(), camera.deviceHeight()));
}

/// Returns the description of what was written.
std::string renderOne(const Arguments& arguments, const Environment& environment,
                      const redaction::RedactedCasebook& casebook, publish::PictureMaker& maker,
                      const scene::View& view, const std::filesystem::path& output) {
    const core::Progress quiet{.report = {}, .cancel = environment.cancel};
    if (arguments.isSheet())
        return publish::writePng(maker.contactSheet(view, momentsOf(arguments, view), quiet), output, quiet);
    if (output.extension() == ".png")
        return publish::writePng(maker.picture(view, quiet), output, quiet);
    return publish::writeFilm(casebook, maker, filmOf(arguments, view), output,
                              progressOn(environment, arguments.quiet));
}

int renderOutputs(const Arguments& arguments, const Environment& environment) {
    requireOutputs(arguments);
    publish::Workshop workshop; // made ready while the rest is read
    const Loaded loaded = loadCasebook(arguments.file, environment);
    const redaction::Redaction redaction = redaction::redact(loaded.import.casebook);
    if (!redaction.report.isEmpty())
        environment.err << redaction.report.inWords() << '\n';
    const auto geodata = basemap::findGeodata(environment.program);
    const publish::Materials materials{basemap::load(geodata), basemap::seaNames(geodata)};
    scene::View view = arguments.view.make(redaction.casebook.casebook());
    arguments.view.moveToCenter(view, redaction.casebook.casebook(), *materials.basemap);
    requireFilmSize(arguments, view.camera);
    publish::PictureMaker maker(redaction.casebook, materials, workshop);
    for (const std::filesystem::path output : arguments.outputs) {
        const std::string description =
            renderOne(arguments, environment, redaction.casebook, maker, view, output);
        if (!arguments.quiet)
            environment.err << "wrote " << output.string() << '\n';
        if (arguments.describe.empty())
            continue;
        core::writeSafely(arguments.describe, description + '\n', core::SafeFile::Readers::everyone);
        if (!arguments.quiet)
            environment.err << "wrote " << arguments.describe << '\n';
    }
    return statusOf(loaded.import);
}

} // namespace

void addRender(CLI::App& program, const Environment& environment, int& status) {
    CLI::App* command =
        program.add_subcommand("render", "Write a picture (PNG) or a film (MP4), without a display");
    auto arguments = std::make_shared<Arguments>();
    command->add_option("CASEBOOK", arguments->file,
                        "GeoPackage or text-form folder (default: the bundled casebook)");
    command
        ->add_option("-o,--out", arguments->outputs,
                     "File to write: .png or .mp4; may be given several times")
        ->required()
        ->allow_extra_args(false); // what follows the one name is the casebook
    arguments->view.addTo(*command);
    command->add_option("--describe", arguments->describe,
                        "Also write what the output shows, in words, to this .txt file");
    command->add_option("--step", arguments->step, "Film: day, week, month, quarter, year or next_event")
        ->capture_default_str();
    command->add_option("--seconds", arguments->seconds, "Film: its length")
        ->capture_default_str()
        ->check(CLI::Range(0.1, 3600.0));
    command->add_option("--fps", arguments->framesPerSecond, "Film: frames per second")
        ->capture_default_str()
        ->check(CLI::Range(1, 120));
    auto* sheet = command->add_flag("--contact-sheet", arguments->isContactSheet,
                                    "Picture: maps side by side, each of an equal part of the period");
    command->add_option("--maps", arguments->sheet, "Contact sheet: how many maps")
        ->capture_default_str()
        ->check(CLI::Range(1, 60))
        ->needs(sheet);
    auto* dates = command->add_option("--dates", arguments->dates,
                                      "Picture: one map for each of these dates, EDTF: 2002-06,2017-06-25");
    dates->delimiter(',')->allow_extra_args(false)->excludes(sheet);
    command->add_flag("--by-year", arguments->byYear, "Picture: one map for each year of the period")
        ->excludes(sheet)
        ->excludes(dates);
    command->add_flag("--backwards", arguments->backwards, "Film: play from the end to the start");
    command->add_flag("--quiet", arguments->quiet, "No progress on stderr");
    command->footer(
        "Examples:\n"
        "  surplace render --out border.png\n"
        "  surplace render --at 2017-06-25 --view 122,40.5,131,44 --out june-2017.png --scale 2\n"
        "  surplace render --period 1999/2024 --step month --fade 365 --seconds 60 --fps 30 --out "
        "border.mp4\n"
        "  surplace render --contact-sheet --out twelve-dates.png\n"
        "  surplace render --at 2017-06-25 --out june-2017.png --describe june-2017.txt\n"
        "  surplace render my.gpkg --kind detention --assertion confirmed,reported --out detentions.png");
    command->callback([arguments, command, &environment, &status] {
        if (arguments->isSheet() && !arguments->view.at.empty())
            throw CLI::ValidationError("--at " + arguments->view.at,
                                       "a contact sheet takes its dates from --dates");
        if (arguments->isSheet() && command->get_option("--size")->count() == 0)
            arguments->view.size = "1920x1200";
        status = renderOutputs(*arguments, environment);
    });
}

} // namespace surplace::cli
