#pragma once
#include "casebook/columns.hpp"
#include "model/casebook.hpp"
#include <unordered_map>

namespace surplace::casebook {

/// A casebook while its tables are being read.
struct Draft {
    model::Casebook properties; ///< only title, description, attribution and date
    std::vector<model::Source> sources;
    std::vector<model::Place> places;
    std::vector<model::Case> cases;
    std::vector<model::Event> events;
    std::vector<model::Tally> tallies;
    std::vector<model::EventLink> eventLinks;
    std::vector<model::TallyRelation> tallyRelations;

    model::Casebook finish() &&;
};

/// Where each id of a table stands; the first of equal ids wins.
using IdIndex = std::unordered_map<std::string_view, std::size_t>;
template <class Record>
IdIndex indexOf(const std::vector<Record>& records) {
    IdIndex index;
    index.reserve(records.size());
    for (std::size_t i = 0; i < records.size(); ++i)
        index.emplace(records[i].id, i);
    return index;
}

/// The casebook's own properties by their keys in files: title, description, attribution, as_of. Reading
/// throws core::Error for another key.
void readProperty(model::Casebook& casebook, std::string_view key, std::string_view value);
std::vector<std::pair<std::string_view, std::string>> propertiesOf(const model::Casebook& casebook);

/// The citations after the first of every event, then of every tally.
std::vector<FurtherCitation> furtherCitationsOf(const model::Casebook& casebook);

/// The place that an event is drawn at: its own, or the crossing that its source names.
const model::Place* placeOf(const model::Casebook& casebook, const model::Event& event);

} // namespace surplace::casebook
