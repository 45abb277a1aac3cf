#include "casebook/draft.hpp"
#include "core/translation.hpp"
#include <fmt/format.h>

namespace surplace::casebook {

model::Casebook Draft::finish() && {
    model::Casebook casebook = std::move(properties);
    casebook.sources = model::Table<model::Source>(std::move(sources));
    casebook.places = model::Table<model::Place>(std::move(places));
    casebook.cases = model::Table<model::Case>(std::move(cases));
    casebook.events = model::Table<model::Event>(std::move(events));
    casebook.tallies = model::Table<model::Tally>(std::move(tallies));
    casebook.eventLinks = std::move(eventLinks);
    casebook.tallyRelations = std::move(tallyRelations);
    return casebook;
}

void readProperty(model::Casebook& casebook, std::string_view key, std::string_view value) {
    if (key == "title")
        casebook.title = value;
    else if (key == "description")
        casebook.description = value;
    else if (key == "attribution")
        casebook.attribution = value;
    else if (key == "as_of")
        casebook.asOf = value.empty() ? model::Edtf{} : model::Edtf::parse(value);
    else
        throw core::Error(core::trf("\"{0}\" is not a property of a casebook", key), {"", "", 0, "key"},
                          core::tr("Use title, description, attribution, as_of or declare."));
}

std::vector<std::pair<std::string_view, std::string>> propertiesOf(const model::Casebook& casebook) {
    return {{"title", casebook.title},
            {"description", casebook.description},
            {"attribution", casebook.attribution},
            {"as_of", casebook.asOf.text()}};
}

std::vector<FurtherCitation> furtherCitationsOf(const model::Casebook& casebook) {
    std::vector<FurtherCitation> rows;
    const auto append = [&rows](const auto& record) {
        for (std::size_t i = 1; i < record.citations.size(); ++i)
            rows.push_back({record.id, record.citations[i]});
    };
    for (const model::Event& event : casebook.events)
        append(event);
    for (const model::Tally& tally : casebook.tallies)
        append(tally);
    return rows;
}

const model::Place* placeOf(const model::Casebook& casebook, const model::Event& event) {
    if (!event.placeId.empty())
        return casebook.places.find(event.placeId);
    return event.crossingInferred ? nullptr : casebook.places.find(event.crossingId);
}

} // namespace surplace::casebook
