#include "cli/commands.hpp"
#include "cli/overlay_options.hpp"
#include "redaction/redaction.hpp"
#include "scene/overlay_result.hpp"
#include <fmt/format.h>
#include <ostream>

namespace surplace::cli {
namespace {

struct Arguments {
    std::string file;
    ViewOptions view;
    OverlayOptions overlay;
};

std::string cell(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

std::string cell(const std::optional<double>& number) {
    return number ? fmt::format("{:.10g}", *number) : "";
}

/// Lowest and highest, an end that is open or not given empty.
std::string cells(const std::optional<analysis::Range>& range) {
    return range ? cell(range->low) + ',' + cell(range->high) : ",";
}

std::string countCells(const analysis::Count& count) {
    const auto people = count.people.isKnown() ? analysis::rangeOf(count, analysis::Measure::people)
                                               : std::nullopt;
    return fmt::format("{},{},{}", count.certain, count.most(), cells(people));
}

/// The parts of a row after its names: the period, the one compared with, and what follows from them.
std::string numbersOf(const scene::OverlayResult& result, std::size_t unit) {
    std::string text = countCells(result.now.units[unit]);
    if (result.isDifference)
        text += ',' + countCells(result.before.units[unit]);
    const scene::UnitValue& value = result.values[unit];
    const bool hasValue = value.state == scene::UnitValue::State::value;
    if (result.isRate)
        text += ',' + cell(result.units->units[unit].denominator);
    if (result.isRate && !result.isDifference)
        text += ',' + cells(hasValue ? std::optional(value.range) : std::nullopt);
    if (result.isDifference)
        text += ',' + (hasValue ? cell(value.difference.low) + ',' + cell(value.difference.high) : ",");
    return text;
}

void write(const scene::OverlayResult& result, std::ostream& out) {
    const std::string counted = "incidents_low,incidents_high,people_low,people_high";
    out << "row,id,name_en,name_zh,name_ko," << counted;
    std::size_t numbers = 4;
    const auto add = [&](const char* columns, std::size_t count) {
        out << ',' << columns;
        numbers += count;
    };
    if (result.isDifference)
        add("compared_incidents_low,compared_incidents_high,compared_people_low,compared_people_high", 4);
    if (result.isRate)
        add("denominator", 1);
    if (result.isRate && !result.isDifference)
        add("rate_low,rate_high", 2);
    if (result.isDifference)
        add(result.exposure.isPerYear() ? "difference_per_year_low,difference_per_year_high"
                                        : "difference_low,difference_high",
            2);
    out << '\n';
    // The base map has hundreds of provinces: those without a record are left out.
    const bool isSparse = result.units->basis == analysis::Basis::provinces;
    for (std::size_t i = 0; i < result.values.size(); ++i) {
        const analysis::Unit& unit = result.units->units[i];
        if (isSparse && result.values[i].state == scene::UnitValue::State::none)
            continue;
        out << fmt::format("unit,{},{},{},{},{}\n", cell(unit.id), cell(unit.nameEn), cell(unit.nameZh),
                           cell(unit.nameKo), numbersOf(result, i));
    }
    const auto addRest = [&](const std::string& row, const std::string& name, const analysis::Count& now,
                             const analysis::Count& before) {
        std::string text = countCells(now);
        if (result.isDifference)
            text += ',' + countCells(before);
        out << row << ",," << cell(name) << ",,," << text
            << std::string(numbers - (result.isDifference ? 8 : 4), ',') << '\n';
    };
    for (std::size_t i = 0; i < analysis::reasonCount; ++i) {
        const auto reason = static_cast<analysis::Reason>(i);
        const analysis::Count before = result.isDifference ? result.before.without(reason) : analysis::Count{};
        if (result.now.without(reason).most() + before.most() > 0)
            addRest("in_none", std::string(analysis::inWords(reason)), result.now.without(reason), before);
    }
    addRest("total", "", result.now.total, result.isDifference ? result.before.total : analysis::Count{});
}

std::shared_ptr<const analysis::Units> unitsOf(const scene::Overlay& overlay, const basemap::Basemap& basemap,
                                               const model::Casebook& casebook) {
    if (overlay.by == analysis::Basis::ownAreas)
        return overlay.ownAreas;
    return std::make_shared<const analysis::Units>(overlay.by == analysis::Basis::provinces
                                                       ? scene::provinceUnits(basemap).units
                                                       : scene::reachUnits(basemap, casebook));
}

int tabulateInto(const Arguments& arguments, const Environment& environment) {
    const Loaded loaded = loadCasebook(arguments.file, environment);
    // A table leaves the program like a picture: of what is public alone.
    const redaction::Redaction redaction = redaction::redact(loaded.import.casebook);
    if (!redaction.report.isEmpty())
        environment.err << redaction.report.inWords() << '\n';
    const model::Casebook& casebook = redaction.casebook.casebook();
    const auto basemap = basemap::load(basemap::findGeodata(environment.program));
    const scene::View view = arguments.view.make(casebook);
    scene::Overlay overlay = arguments.overlay.shade(view, "--by");
    overlay.minus = arguments.overlay.comparedWith();
    const scene::CasebookIndex index(casebook, *basemap);
    const timeline::Timeline timeline(casebook, view.filter);
    const auto result = scene::evaluate(overlay, unitsOf(overlay, *basemap, casebook), casebook, index, *basemap,
                                        timeline, view.moment.period);
    write(result, environment.out);
    environment.err << scene::overlayInWords(result) << '\n';
    return statusOf(loaded.import);
}

} // namespace

void addTabulate(CLI::App& program, const Environment& environment, int& status) {
    CLI::App* command = program.add_subcommand(
        "tabulate", "Counts one kind of event by province, border reach or own areas, as CSV on stdout");
    const auto arguments = std::make_shared<Arguments>();
    command->add_option("CASEBOOK", arguments->file,
                        "GeoPackage or text-form folder (default: the bundled casebook)");
    command
        ->add_option("--by", arguments->overlay.by,
                     "provinces, reaches (of the border) or the polygons of FILE[:LAYER]")
        ->required();
    arguments->overlay.addTo(*command);
    arguments->view.addFilterTo(*command);
    command->footer(
        "A row for each unit, for each reason why events are in none, and for the total; the rows of units and "
        "reasons\nsum to it, incident by incident. low: certainly so many; high: at most so many, empty where "
        "nobody says.\n"
        "Examples:\n"
        "  surplace tabulate --by provinces --kind detention --period 2010/2016 > detentions.csv\n"
        "  surplace tabulate --by reaches --kind forced_return --compare 1999/2009\n"
        "  surplace tabulate --by counties.gpkg --area-name name --per people --per-name \"registered "
        "population 2010\" --kind detention");
    command->callback([arguments, &environment, &status] { status = tabulateInto(*arguments, environment); });
}

} // namespace surplace::cli
