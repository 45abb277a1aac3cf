#include "cli/overlay_options.hpp"
#include "scene/overlay_units.hpp"
#include <cmath>
#include <fmt/format.h>

namespace surplace::cli {

void OverlayOptions::addTo(CLI::App& command) {
    command.add_option("--area-name", areaName, "Own areas: the field with their names");
    auto* perField = command.add_option("--per", per, "Own areas: the field to state rates against");
    command.add_option("--per-name", perName, "Own areas: what that field is: \"registered population 2010\"")
        ->needs(perField);
    perField->needs(command.get_option("--per-name"));
    command.add_option("--per-number", perNumber, "Own areas: rates are per so many of it")
        ->capture_default_str()
        ->check(CLI::Range(1.0, 1e9))
        ->needs(perField);
    auto* countsPeople = command.add_flag("--people", people, "Count people, as far as figures are given");
    command.add_flag("--incidents", incidents, "Count incidents (the default)")->excludes(countsPeople);
    command.add_option("--compare", compare, "Another period to compare --period with, EDTF: 2007/2012");
}

model::EventKind OverlayOptions::oneKind(const scene::View& view, const std::string& option) {
    if (view.filter.kinds.size() == 1)
        return *view.filter.kinds.begin();
    throw CLI::ValidationError(option, "one kind of event is counted at a time: add one, such as --kind "
                                       "detention");
}

scene::Overlay OverlayOptions::shade(const scene::View& view, const std::string& option) const {
    scene::Overlay overlay;
    overlay.kind = oneKind(view, option);
    overlay.measure = people ? analysis::Measure::people : analysis::Measure::incidents;
    if (people && model::isContext(overlay.kind))
        throw CLI::ValidationError("--people",
                                   fmt::format("{} is context and is never counted with people",
                                               model::title(overlay.kind)));
    const bool isOwn = by != "provinces" && by != "reaches";
    if (!isOwn && !(areaName.empty() && per.empty()))
        throw CLI::ValidationError(option + " " + by, "--area-name and --per are of own areas: name their "
                                                      "file, such as " +
                                                          option + " counties.gpkg");
    overlay.by = by == "reaches" ? analysis::Basis::reaches
                 : isOwn         ? analysis::Basis::ownAreas
                                 : analysis::Basis::provinces;
    if (!isOwn)
        return overlay;
    if (areaName.empty())
        throw CLI::ValidationError(option + " " + by,
                                   "add --area-name FIELD, the field with the names of the areas; without a "
                                   "file expected provinces or reaches");
    overlay.ownAreas = scene::ownUnits(basemap::readOwnAreas(by, areaName, per), perName, perNumber);
    return overlay;
}

std::optional<timeline::Window> OverlayOptions::comparedWith() const {
    return compare.empty() ? std::nullopt : std::optional(readPeriod("compare", compare));
}

} // namespace surplace::cli
