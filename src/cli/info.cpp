#include "cli/commands.hpp"
#include "cli/json.hpp"
#include "cli/view_options.hpp"
#include "model/day_words.hpp"
#include "model/describe.hpp"
#include "scene/composer.hpp"
#include <fmt/format.h>
#include <ostream>

namespace surplace::cli {
namespace {

struct Arguments {
    std::string file;
    std::string record;
    std::string list;
    std::string language = "en";
    bool json = false;
};

std::vector<model::Total> totals(const model::Casebook& casebook) {
    std::vector<const model::Event*> events;
    for (const model::Event& event : casebook.events)
        events.push_back(&event);
    std::vector<model::Total> result;
    for (const model::EventKind kind : model::allValues<model::EventKind>())
        if (!model::isContext(kind))
            if (const model::Total total = model::totalOf(kind, events); total.incidents > 0)
                result.push_back(total);
    return result;
}

std::string peopleInWords(const model::CountRange& people) {
    if (!people.isKnown())
        return "number of people not given";
    return people.inWords() + (people.upper() == 1 ? " person" : " people");
}

void printSummary(const Loaded& loaded, const Environment& environment) {
    const model::Casebook& casebook = loaded.import.casebook;
    const timeline::Window period = scene::defaultPeriod(casebook);
    auto& out = environment.out;
    out << asLine(casebook.title) << '\n';
    if (!casebook.description.empty())
        out << asLine(casebook.description) << '\n';
    out << fmt::format("\n{} events, {} sources, {} places, {} cases, {} tallies; {} to {}{}\n",
                       casebook.events.size(), casebook.sources.size(), casebook.places.size(),
                       casebook.cases.size(), casebook.tallies.size(), model::formatDay(period.first),
                       model::formatDay(period.last),
                       casebook.asOf.isKnown() ? "; data as of " + model::bareDate(casebook.asOf) : "");
    out << "\nIncidents of their own (stages, parts, duplicates, tallies and statements are never added):\n";
    for (const model::Total& total : totals(casebook))
        out << fmt::format("  {:<36} {:>4} {}, {}{}\n", model::title(total.kind), total.incidents,
                           total.incidents == 1 ? "incident" : "incidents", peopleInWords(total.people),
                           total.people.isKnown() && total.incidentsWithoutFigure > 0
                               ? fmt::format(" ({} without a figure)", total.incidentsWithoutFigure)
                               : "");
    out << "Absence of rows is not absence of events.\n";
    if (!casebook.attribution.empty())
        out << '\n' << asLine(casebook.attribution) << '\n';
}

void printSummaryJson(const Loaded& loaded, const Environment& environment) {
    const model::Casebook& casebook = loaded.import.casebook;
    nlohmann::ordered_json result{
        {"file", loaded.file.string()},       {"title", casebook.title},
        {"events", casebook.events.size()},   {"sources", casebook.sources.size()},
        {"places", casebook.places.size()},   {"cases", casebook.cases.size()},
        {"tallies", casebook.tallies.size()}, {"incidents", nlohmann::ordered_json::array()}};
    for (const model::Total& total : totals(casebook))
        result["incidents"].push_back({{"kind", model::word(total.kind)},
                                       {"incidents", total.incidents},
                                       {"without_figure", total.incidentsWithoutFigure},
                                       {"people", total.people.text()},
                                       {"people_in_words", total.people.inWords()}});
    printJson(result, environment.out);
}

void printRecord(const std::vector<model::Fact>& facts, bool json, std::ostream& out) {
    if (json) {
        nlohmann::ordered_json result = nlohmann::ordered_json::array();
        for (const model::Fact& fact : facts)
            result.push_back(
                {{"label", fact.label}, {"text", fact.text}, {"link", fact.link}, {"quoted", fact.quoted}});
        printJson(result, out);
        return;
    }
    for (const model::Fact& fact : facts)
        out << asLine(fmt::format("{}: {}{}{}", fact.label, fact.quoted ? "“" : "", fact.text,
                                  fact.quoted ? "”" : ""))
            << '\n';
}

/// One row of a list, its values by name.
using Row = std::vector<std::pair<std::string, std::string>>;

std::vector<Row> rowsOf(const model::Casebook& casebook, const std::string& list) {
    std::vector<Row> rows;
    if (list == "events")
        for (const model::Event& event : casebook.events)
            rows.push_back({{"id", event.id},
                            {"date", event.date.text()},
                            {"kind", std::string(model::word(event.kind))},
                            {"what", event.what}});
    else if (list == "sources")
        for (const model::Source& source : casebook.sources)
            rows.push_back({{"id", source.id}, {"citation", model::citationText(source)}});
    else if (list == "places")
        for (const model::Place& place : casebook.places)
            rows.push_back({{"id", place.id}, {"name", model::placeText(casebook, place.id)}});
    else if (list == "cases")
        for (const model::Case& group : casebook.cases)
            rows.push_back({{"id", group.id}, {"title", group.title}});
    else if (list == "tallies")
        for (const model::Tally& tally : casebook.tallies)
            rows.push_back({{"id", tally.id},
                            {"measure", tally.measure},
                            {"value", tally.value.inWords()},
                            {"window", tally.window.text()},
                            {"compiler", tally.compiler}});
    return rows;
}

void requireList(const std::string& list) {
    for (const char* table : {"events", "sources", "places", "cases", "tallies"})
        if (list == table)
            return;
    throw CLI::ValidationError("--list " + list, "expected events, sources, places, cases or tallies");
}

void printList(const std::vector<Row>& rows, bool json, std::ostream& out) {
    nlohmann::ordered_json result = nlohmann::ordered_json::array();
    for (const Row& row : rows) {
        std::string line;
        nlohmann::ordered_json object;
        for (const auto& [name, value] : row) {
            line += (line.empty() ? "" : "  ") + value;
            object[name] = value;
        }
        if (json)
            result.push_back(std::move(object));
        else
            out << asLine(line) << '\n';
    }
    if (json)
        printJson(result, out);
}

} // namespace

void addInfo(CLI::App& program, const Environment& environment, int& status) {
    CLI::App* command = program.add_subcommand(
        "info", "Say what a casebook holds, or all that one record says, with its sources");
    auto arguments = std::make_shared<Arguments>();
    command->add_option("CASEBOOK", arguments->file,
                        "GeoPackage or text-form folder (default: the bundled casebook)");
    command->add_option("--record", arguments->record, "Id of an event, case, place, tally or source");
    command->add_option("--language", arguments->language, "With --record: its words in en, ko, zh or fr")
        ->capture_default_str();
    command->add_option("--list", arguments->list, "events, sources, places, cases or tallies");
    command->add_flag("--json", arguments->json, "As JSON on stdout");
    command->footer("Examples:\n  surplace info\n  surplace info --record A010\n  surplace info "
                    "my-casebook.gpkg --list sources");
    command->callback([arguments, &environment, &status] {
        if (!arguments->list.empty())
            requireList(arguments->list);
        const core::Language language = readLanguage(arguments->language);
        const Loaded loaded = loadCasebook(arguments->file, environment);
        const model::Casebook& casebook = loaded.import.casebook;
        if (!arguments->record.empty()) {
            const core::LanguageScope scope(language);
            const auto facts = model::describe(casebook, arguments->record);
            if (facts.empty())
                throw core::Error("no record " + arguments->record + " in " + loaded.file.string(), {},
                                  "surplace info --list events lists the ids");
            printRecord(facts, arguments->json, environment.out);
        } else if (!arguments->list.empty()) {
            printList(rowsOf(casebook, arguments->list), arguments->json, environment.out);
        } else if (arguments->json) {
            printSummaryJson(loaded, environment);
        } else {
            printSummary(loaded, environment);
        }
        status = statusOf(loaded.import);
    });
}

} // namespace surplace::cli
