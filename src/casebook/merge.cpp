#include "casebook/casebook_file.hpp"
#include "casebook/columns.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace surplace::casebook {

namespace {

using core::Problem;

/// Rows of the text form that a record came from.
template <class Record>
long rowsOf(const Record& record) {
    if constexpr (requires { record.citations; })
        return std::max<long>(1, static_cast<long>(record.citations.size()));
    return 1;
}

/// The table with the new records appended; a record that is there already in the same words is kept once.
template <class Record>
model::Table<Record> merged(const model::Table<Record>& base, const model::Table<Record>& addition,
                            Import& result) {
    if (addition.empty())
        return base;
    std::vector<Record> records(base.begin(), base.end());
    const std::string table(tableOf<Record>());
    for (std::size_t i = 0; i < addition.size(); ++i) {
        const Record& record = addition[i];
        const Record* known = base.find(record.id);
        if (known == nullptr) {
            records.push_back(record);
        } else if (!(*known == record)) {
            result.problems.push_back(
                {Problem::Severity::error,
                 {table + ".csv", "", 0, "id"},
                 fmt::format("The casebook already has another \"{}\" in {}. Give this one another id.",
                             record.id, table)});
            result.rowsLoaded -= rowsOf(record);
            result.rowsSkipped += rowsOf(record);
        }
    }
    return model::Table<Record>(std::move(records));
}

template <class Link>
void append(std::vector<Link>& links, const std::vector<Link>& addition) {
    for (const Link& link : addition)
        if (std::find(links.begin(), links.end(), link) == links.end())
            links.push_back(link);
}

} // namespace

Import merge(const model::Casebook& base, const Import& addition) {
    const model::Casebook& added = addition.casebook;
    Import result = addition;
    model::Casebook& casebook = result.casebook;
    casebook = base;
    if (casebook.title.empty())
        casebook.title = added.title;
    if (casebook.description.empty())
        casebook.description = added.description;
    if (casebook.attribution.empty())
        casebook.attribution = added.attribution;
    if (!casebook.asOf.isKnown())
        casebook.asOf = added.asOf;
    casebook.sources = merged(base.sources, added.sources, result);
    casebook.places = merged(base.places, added.places, result);
    casebook.cases = merged(base.cases, added.cases, result);
    casebook.events = merged(base.events, added.events, result);
    casebook.tallies = merged(base.tallies, added.tallies, result);
    append(casebook.eventLinks, added.eventLinks);
    append(casebook.tallyRelations, added.tallyRelations);
    return result;
}

} // namespace surplace::casebook
