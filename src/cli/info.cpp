#include "cli/commands.hpp"
#include "cli/json.hpp"
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
                       casebook.asOf.isKnown() ? "; data " + casebook.asOf.inWords() : "");
    out << "\nIncidents of their own (stages, parts, duplicates, tallies and statements are never added):\n";
    for (const model::Total& total : totals(casebook))
        out << fmt::format("  {:<32} {:>4} incidents, {} people{}\n", model::title(total.kind),
                           total.incidents, total.people.inWords(),
                           total.incidentsWithoutFigure > 0
                               ? fmt::format(" ({} without a figure)", total.incidentsWithoutFigure)
                               : "");
    out << "Absence of rows is not absence of events.\n";
    if (!casebook.attribution.empty())
        out << '\n' << asLine(casebook.attribution) << '\n';
}

void printSummaryJson(const Loaded& loaded, const Environment& environment) {
    const model::Casebook& casebook = loaded.import.casebook;
    nlohmann::json result{{"file", loaded.file.string()},       {"title", casebook.title},
                          {"events", casebook.events.size()},   {"sources", casebook.sources.size()},
                          {"places", casebook.places.size()},   {"cases", casebook.cases.size()},
                          {"tallies", casebook.tallies.size()}, {"incidents", nlohmann::json::array()}};
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
        nlohmann::json result = nlohmann::json::array();
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

template <class Records, class Words>
void printLines(const Records& records, const Words& words, std::ostream& out) {
    for (const auto& record : records)
        out << asLine(words(record)) << '\n';
}

void printList(const model::Casebook& casebook, const std::string& list, std::ostream& out) {
    if (list == "events")
        printLines(
            casebook.events,
            [](const model::Event& event) {
                return fmt::format("{}  {}  {}  {}", event.id, event.date.text(), model::word(event.kind),
                                   event.what);
            },
            out);
    else if (list == "sources")
        printLines(
            casebook.sources,
            [](const model::Source& source) { return source.id + "  " + model::citationText(source); }, out);
    else if (list == "places")
        printLines(
            casebook.places,
            [&](const model::Place& place) { return place.id + "  " + model::placeText(casebook, place.id); },
            out);
    else if (list == "cases")
        printLines(
            casebook.cases, [](const model::Case& group) { return group.id + "  " + group.title; }, out);
    else if (list == "tallies")
        printLines(
            casebook.tallies,
            [](const model::Tally& tally) {
                return fmt::format("{}  {}  {}  {}  ({})", tally.id, tally.measure, tally.value.inWords(),
                                   tally.window.text(), tally.compiler);
            },
            out);
    else
        throw CLI::ValidationError("--list " + list, "expected events, sources, places, cases or tallies");
}

} // namespace

void addInfo(CLI::App& program, const Environment& environment, int& status) {
    CLI::App* command = program.add_subcommand(
        "info", "Say what a casebook holds, or all that one record says, with its sources");
    auto arguments = std::make_shared<Arguments>();
    command->add_option("CASEBOOK", arguments->file,
                        "GeoPackage or text-form folder (default: the bundled casebook)");
    command->add_option("--record", arguments->record, "Id of an event, case, place, tally or source");
    command->add_option("--list", arguments->list, "events, sources, places, cases or tallies");
    command->add_flag("--json", arguments->json, "As JSON on stdout (summary and record)");
    command->footer("Examples:\n  surplace info\n  surplace info --record A010\n  surplace info "
                    "my-casebook.gpkg --list sources");
    command->callback([arguments, &environment, &status] {
        const Loaded loaded = loadCasebook(arguments->file, environment);
        const model::Casebook& casebook = loaded.import.casebook;
        if (!arguments->record.empty()) {
            const auto facts = model::describe(casebook, arguments->record);
            if (facts.empty())
                throw core::Error("no record " + arguments->record + " in " + loaded.file.string(), {},
                                  "surplace info --list events lists the ids");
            printRecord(facts, arguments->json, environment.out);
        } else if (!arguments->list.empty()) {
            printList(casebook, arguments->list, environment.out);
        } else if (arguments->json) {
            printSummaryJson(loaded, environment);
        } else {
            printSummary(loaded, environment);
        }
        status = ok;
    });
}

} // namespace surplace::cli
