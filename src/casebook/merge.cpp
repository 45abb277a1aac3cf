#include "casebook/casebook_file.hpp"
#include "casebook/columns.hpp"
#include "core/translation.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <unordered_set>

namespace surplace::casebook {

namespace {

using core::Problem;
using model::Id;

/// Rows of the text form that a record came from.
template <class Record>
long rowsOf(const Record& record) {
    if constexpr (requires { record.citations; })
        return std::max<long>(1, static_cast<long>(record.citations.size()));
    return 1;
}

/// Takes over what clashes with nothing. What names a refused record is refused with it: under the same id
/// the casebook has something else, and a link to that would be a false statement.
class Merger {
public:
    Merger(const model::Casebook& base, const Import& addition)
        : _base(base), _added(addition.casebook), _result(addition) {
        refuseClashes(_base.sources, _added.sources, _sources);
        refuseClashes(_base.places, _added.places, _places);
        refuseClashes(_base.cases, _added.cases, _cases);
        refuseClashes(_base.events, _added.events, _eventsAndTallies);
        refuseClashes(_base.tallies, _added.tallies, _eventsAndTallies);
        while (refuseDependents(_base.places, _added.places, _places) ||
               refuseDependents(_base.events, _added.events, _eventsAndTallies) ||
               refuseDependents(_base.tallies, _added.tallies, _eventsAndTallies)) {
        }
    }

    Import run() && {
        model::Casebook& casebook = _result.casebook;
        casebook = _base;
        if (casebook.title.empty())
            casebook.title = _added.title;
        if (casebook.description.empty())
            casebook.description = _added.description;
        if (casebook.attribution.empty())
            casebook.attribution = _added.attribution;
        // The date that data stand at is said of one compilation, not of two put together.
        if (_base.events.empty())
            casebook.asOf = _added.asOf;
        else if (casebook.asOf != _added.asOf)
            casebook.asOf = {};
        casebook.sources = merged(_base.sources, _added.sources, _sources);
        casebook.places = merged(_base.places, _added.places, _places);
        casebook.cases = merged(_base.cases, _added.cases, _cases);
        casebook.events = merged(_base.events, _added.events, _eventsAndTallies);
        casebook.tallies = merged(_base.tallies, _added.tallies, _eventsAndTallies);
        append(casebook.eventLinks, _added.eventLinks);
        append(casebook.tallyRelations, _added.tallyRelations);
        return std::move(_result);
    }

private:
    using Ids = std::unordered_set<Id>;

    void skip(std::string_view table, std::string_view field, long rows, std::string message) {
        _result.problems.push_back({Problem::Severity::error,
                                    {fmt::format("{}.csv", table), "", 0, std::string(field)},
                                    std::move(message)});
        _result.rowsLoaded -= rows;
        _result.rowsSkipped += rows;
    }

    bool isTakenByOtherTable(const model::Event& event) const {
        return _base.tallies.find(event.id) != nullptr;
    }
    bool isTakenByOtherTable(const model::Tally& tally) const {
        return _base.events.find(tally.id) != nullptr;
    }
    template <class Record>
    bool isTakenByOtherTable(const Record&) const {
        return false;
    }

    template <class Record>
    void refuseClashes(const model::Table<Record>& base, const model::Table<Record>& added, Ids& refused) {
        for (const Record& record : added) {
            const Record* known = base.find(record.id);
            if (!isTakenByOtherTable(record) && (known == nullptr || *known == record))
                continue;
            refused.insert(record.id);
            skip(tableOf<Record>(), "id", rowsOf(record),
                 core::trf("The casebook already has another \"{0}\" in {1}. Give this one another id.",
                           record.id, known == nullptr ? core::tr("events or tallies") : tableOf<Record>()));
        }
    }

    const Id* refusedLink(const model::Place& place) const {
        return firstRefused(_places, {&place.cnSide, &place.kpSide});
    }
    const Id* refusedLink(const model::Event& event) const {
        for (const model::TallyLink& link : event.details->tallies)
            if (_eventsAndTallies.contains(link.tallyId))
                return &link.tallyId;
        if (const Id* id = firstRefused(
                _places, {&event.placeId, &event.fromPlaceId, &event.toPlaceId, &event.crossingId}))
            return id;
        if (const Id* id = firstRefused(_cases, {&event.caseId}))
            return id;
        if (const Id* id = firstRefused(_eventsAndTallies, {&event.roleOf}))
            return id;
        return refusedSource(event.citations);
    }
    const Id* refusedLink(const model::Tally& tally) const {
        const Id* place = firstRefused(_places, {&tally.placeId});
        return place != nullptr ? place : refusedSource(tally.citations);
    }
    const Id* refusedSource(const std::vector<model::Citation>& citations) const {
        for (const model::Citation& citation : citations)
            if (_sources.contains(citation.sourceId))
                return &citation.sourceId;
        return nullptr;
    }
    static const Id* firstRefused(const Ids& refused, std::initializer_list<const Id*> ids) {
        const auto* found =
            std::find_if(ids.begin(), ids.end(), [&](const Id* id) { return refused.contains(*id); });
        return found == ids.end() ? nullptr : *found;
    }

    /// True when a record was refused that had not been before.
    template <class Record>
    bool refuseDependents(const model::Table<Record>& base, const model::Table<Record>& added, Ids& refused) {
        bool isNew = false;
        for (const Record& record : added) {
            if (refused.contains(record.id) || base.find(record.id) != nullptr)
                continue;
            if (const Id* link = refusedLink(record)) {
                skip(tableOf<Record>(), "id", rowsOf(record),
                     core::trf("\"{0}\" names \"{1}\", which was not taken over. Give that one another id, "
                               "here too.",
                               record.id, *link));
                refused.insert(record.id);
                isNew = true;
            }
        }
        return isNew;
    }

    template <class Record>
    static model::Table<Record> merged(const model::Table<Record>& base, const model::Table<Record>& added,
                                       const Ids& refused) {
        if (added.empty())
            return base;
        std::vector<Record> records(base.begin(), base.end());
        std::copy_if(added.begin(), added.end(), std::back_inserter(records), [&](const Record& record) {
            return base.find(record.id) == nullptr && !refused.contains(record.id);
        });
        return model::Table<Record>(std::move(records));
    }

    template <class Link>
    void append(std::vector<Link>& links, const std::vector<Link>& addition) {
        for (const Link& link : addition) {
            if (const Id* id = firstRefused(_eventsAndTallies, {&link.fromId, &link.toId}))
                skip(tableOf<Link>(), *id == link.fromId ? "from" : "to", 1,
                     core::trf("\"{0}\" was not taken over. Give it another id, here too.", *id));
            else if (std::find(links.begin(), links.end(), link) == links.end())
                links.push_back(link);
        }
    }

    const model::Casebook& _base;
    const model::Casebook& _added;
    Import _result;
    Ids _sources, _places, _cases, _eventsAndTallies;
};

} // namespace

Import merge(const model::Casebook& base, const Import& addition) {
    return Merger(base, addition).run();
}

} // namespace surplace::casebook
