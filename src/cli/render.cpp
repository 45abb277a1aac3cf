#include "cli/commands.hpp"
#include "cli/overlay_options.hpp"
#include "cli/view_options.hpp"
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
    OverlayOptions overlay;
    bool isDensity = false, isDifference = false, keepsMarks = false;
    std::optional<double> bandwidthKm;

    bool isSideBySide() const { return !overlay.compare.empty() && !isDifference; }
    bool isSheet() const { return isContactSheet || byYear || !dates.empty() || isSideBySide(); }
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

/// Two periods side by side, the earlier one first.
std::vector<timeline::Moment> comparedMoments(const Arguments& arguments, const scene::View& view) {
    timeline::Moment moment = view.moment, other = view.moment;
    moment.mode = other.mode = timeline::Mode::period;
    other.period = *arguments.overlay.comparedWith();
    return other.period.first < moment.period.first ? std::vector{other, moment} : std::vector{moment, other};
}

/// The view with what is counted and laid over it.
void addOverlay(const Arguments& arguments, scene::View& view) {
    if (arguments.isDensity) {
        scene::Overlay overlay;
        overlay.look = scene::Overlay::Look::density;
        overlay.kind = OverlayOptions::oneKind(view, "--density");
        overlay.bandwidthKm = arguments.bandwidthKm;
        view.overlay = overlay;
    } else if (!arguments.overlay.by.empty()) {
        view.overlay = arguments.overlay.shade(view, "--shade");
    }
    if (view.overlay)
        view.overlay->marks = arguments.keepsMarks;
    if (arguments.isDifference)
        view.overlay->minus = arguments.overlay.comparedWith();
}

/// The moments of a contact sheet: the dates asked for; or the parts of the period, each with all its events
/// or, with a mode that shows a day, at its last day.
std::vector<timeline::Moment> momentsOf(const Arguments& arguments, const scene::View& view) {
    if (arguments.isSideBySide())
        return comparedMoments(arguments, view);
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

int renderOutputs(const Arguments& arguments, const Environment& environment) {
    requireOutputs(arguments);
    const Loaded loaded = loadCasebook(arguments.file, environment);
    const redaction::Redaction redaction = redaction::redact(loaded.import.casebook);
    if (!redaction.report.isEmpty())
        environment.err << redaction.report.inWords() << '\n';
    const auto geodata = basemap::findGeodata(environment.program);
    const publish::Materials materials{basemap::load(geodata), basemap::seaNames(geodata)};
    scene::View view = arguments.view.make(redaction.casebook.casebook());
    addOverlay(arguments, view);
    requireFilmSize(arguments, view.camera);
    for (const std::filesystem::path output : arguments.outputs) {
        if (arguments.isSheet())
            publish::writeContactSheet(redaction.casebook, materials, view, momentsOf(arguments, view),
                                       output, {.report = {}, .cancel = environment.cancel});
        else if (output.extension() == ".png")
            publish::writePng(redaction.casebook, materials, view, output,
                              {.report = {}, .cancel = environment.cancel});
        else
            publish::writeMp4(redaction.casebook, materials, filmOf(arguments, view), output,
                              progressOn(environment, arguments.quiet));
        if (!arguments.quiet)
            environment.err << "wrote " << output.string() << '\n';
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
    auto* shade = command->add_option("--shade", arguments->overlay.by,
                                      "Count by provinces, reaches (of the border) or the polygons of "
                                      "FILE[:LAYER]; with one --kind");
    arguments->overlay.addTo(*command);
    auto* density = command
                        ->add_flag("--density", arguments->isDensity,
                                   "Where incidents lie dense; with one --kind and 30 of them or more")
                        ->excludes(shade);
    command->add_option("--bandwidth", arguments->bandwidthKm, "Density: smoothed over so many km")
        ->check(CLI::Range(5.0, 1000.0))
        ->needs(density);
    command
        ->add_flag("--difference", arguments->isDifference,
                   "One map of the difference between the two periods, not two maps side by side")
        ->needs(shade)
        ->needs(command->get_option("--compare"));
    command->add_flag("--marks", arguments->keepsMarks, "Shading, density: the marks stay");
    for (const char* option : {"--area-name", "--per", "--people", "--incidents"})
        command->get_option(option)->needs(shade);
    for (CLI::Option* other : {sheet, dates, command->get_option("--by-year")})
        command->get_option("--compare")->excludes(other);
    command->add_flag("--backwards", arguments->backwards, "Film: play from the end to the start");
    command->add_flag("--quiet", arguments->quiet, "No progress on stderr");
    command->footer(
        "Examples:\n"
        "  surplace render --out border.png\n"
        "  surplace render --at 2017-06-25 --view 122,40.5,131,44 --out june-2017.png --scale 2\n"
        "  surplace render --period 1999/2024 --step month --fade 365 --seconds 60 --fps 30 --out "
        "border.mp4\n"
        "  surplace render --contact-sheet --out twelve-dates.png\n"
        "  surplace render --shade provinces --kind detention --view wide --out provinces.png\n"
        "  surplace render --shade provinces --kind detention --period 2013/2018 --compare 2007/2012 --out "
        "two.png\n"
        "  surplace render my.gpkg --kind detention --assertion confirmed,reported --out detentions.png");
    command->callback([arguments, command, &environment, &status] {
        if (arguments->isSheet() && !arguments->view.at.empty())
            throw CLI::ValidationError(
                "--at " + arguments->view.at,
                "a contact sheet takes its dates from --dates, --period and --compare");
        if (arguments->isSheet() && command->get_option("--size")->count() == 0)
            arguments->view.size = arguments->isSideBySide() ? "1920x960" : "1920x1200";
        status = renderOutputs(*arguments, environment);
    });
}

} // namespace surplace::cli
