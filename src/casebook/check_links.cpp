#include "casebook/findings.hpp"
#include "core/translation.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <unordered_set>

namespace surplace::casebook {

using model::Event;
using model::Id;
using model::Role;

namespace {

/// Looks ids up and reports those that lead nowhere; an empty id links nothing.
class LinkChecker {
public:
    LinkChecker(const model::Casebook& casebook, Findings& findings)
        : _casebook(casebook), _findings(findings) {}

    void run() {
        checkPlaces();
        for (std::size_t i = 0; i < _casebook.events.size(); ++i)
            checkEvent(_casebook.events[i], i);
        checkTallies();
        checkEventLinks();
        checkRelations();
        checkCircles();
    }

private:
    template <class Record>
    void require(const model::Table<Record>& target, const Id& id, std::string_view table, std::size_t row,
                 std::string_view field, const Id& of, std::string_view targetName) {
        if (!id.empty() && target.find(id) == nullptr)
            _findings.error(
                table, row, field,
                core::trf("{0} names \"{1}\", which is not in {2}. Correct the id or add the record.", of, id,
                          targetName));
    }

    template <class Record>
    void requireOfLink(const model::Table<Record>& target, const Id& id, std::string_view table,
                       std::size_t row, std::string_view field, const char* missing) {
        if (!id.empty() && target.find(id) == nullptr)
            _findings.error(table, row, field, fmt::format(fmt::runtime(core::tr(missing)), id));
    }

    void requirePlace(const Id& id, std::string_view table, std::size_t row, std::string_view field,
                      const Id& of) {
        require(_casebook.places, id, table, row, field, of, "places");
    }

    void requireCitations(const std::vector<model::Citation>& citations, std::string_view table,
                          std::size_t row, const Id& of) {
        for (const model::Citation& citation : citations)
            require(_casebook.sources, citation.sourceId, table, row, "source", of, "sources");
    }

    void requireEventOrTally(const Id& id, std::size_t row, std::string_view field) {
        if (_casebook.events.find(id) == nullptr)
            requireOfLink(_casebook.tallies, id, "tally_relations", row, field,
                          core::toTranslate("The relation names \"{0}\", which is not in tallies or events. "
                                            "Correct the id or add the record."));
    }

    void checkPlaces() {
        for (std::size_t i = 0; i < _casebook.places.size(); ++i) {
            const model::Place& place = _casebook.places[i];
            requirePlace(place.cnSide, "places", i, "cn_side", place.id);
            requirePlace(place.kpSide, "places", i, "kp_side", place.id);
        }
    }

    void checkEvent(const Event& event, std::size_t row) {
        requirePlace(event.placeId, "events", row, "place", event.id);
        requirePlace(event.fromPlaceId, "events", row, "from_place", event.id);
        requirePlace(event.toPlaceId, "events", row, "to_place", event.id);
        requirePlace(event.crossingId, "events", row, "crossing", event.id);
        require(_casebook.cases, event.caseId, "events", row, "case", event.id, "cases");
        requireCitations(event.citations, "events", row, event.id);
        for (const model::TallyLink& link : event.details->tallies)
            require(_casebook.tallies, link.tallyId, "events", row, "tallies", event.id, "tallies");
        checkRole(event, row);
        const model::Place* crossing = _casebook.places.find(event.crossingId);
        if (crossing != nullptr && crossing->kind != model::PlaceKind::crossing)
            _findings.warning("events", row, "crossing",
                              core::trf("{0} names {1} as its crossing, which is a {2}. Check it.", event.id,
                                        crossing->id, model::title(crossing->kind)));
    }

    void checkRole(const Event& event, std::size_t row) {
        const bool needsOther =
            event.role == Role::stageOf || event.role == Role::partOf || event.role == Role::duplicateOf;
        if (needsOther && event.roleOf.empty())
            _findings.error(
                "events", row, "role_of",
                core::trf("{0} is \"{1}\" of nothing. Fill in role_of.", event.id, model::word(event.role)));
        else if (event.roleOf == event.id && !event.id.empty())
            _findings.error("events", row, "role_of",
                            core::trf("{0} refers to itself. Correct role_of.", event.id));
        else
            require(_casebook.events, event.roleOf, "events", row, "role_of", event.id, "events");
    }

    void checkTallies() {
        for (std::size_t i = 0; i < _casebook.tallies.size(); ++i) {
            requirePlace(_casebook.tallies[i].placeId, "tallies", i, "place", _casebook.tallies[i].id);
            requireCitations(_casebook.tallies[i].citations, "tallies", i, _casebook.tallies[i].id);
        }
    }

    void checkEventLinks() {
        for (std::size_t i = 0; i < _casebook.eventLinks.size(); ++i) {
            const model::EventLink& link = _casebook.eventLinks[i];
            constexpr auto missing = core::toTranslate(
                "The link names \"{0}\", which is not in events. Correct the id or add the record.");
            requireOfLink(_casebook.events, link.fromId, "event_links", i, "from", missing);
            requireOfLink(_casebook.events, link.toId, "event_links", i, "to", missing);
            if (link.fromId == link.toId)
                _findings.error("event_links", i, "to",
                                core::trf("{0} is linked to itself. Correct it.", link.fromId));
            else
                checkCountedOnce(link, i);
        }
    }

    /// Totals go by the role alone: of two reports of one event only one may have the role of an event.
    void checkCountedOnce(const model::EventLink& link, std::size_t row) {
        const Event* from = _casebook.events.find(link.fromId);
        const Event* to = _casebook.events.find(link.toId);
        const auto isCounted = [](const Event* event) {
            return event != nullptr && event->role == Role::event && !model::isContext(event->kind) &&
                   event->assertion != model::Assertion::feared;
        };
        if (link.kind == model::EventLinkKind::sameAs && isCounted(from) && isCounted(to) &&
            from->kind == to->kind)
            _findings.error("event_links", row, "kind",
                            core::trf("{0} and {1} are reports of one event, but both are counted. Make one "
                                      "of them a duplicate_of the other.",
                                      from->id, to->id));
    }

    void checkRelations() {
        using Kind = model::TallyRelationKind;
        std::set<std::pair<Id, Id>> parts;
        for (const model::TallyRelation& relation : _casebook.tallyRelations)
            if (relation.kind == Kind::partOf && !relation.doubtful)
                parts.emplace(relation.fromId, relation.toId);
        for (std::size_t i = 0; i < _casebook.tallyRelations.size(); ++i) {
            const model::TallyRelation& relation = _casebook.tallyRelations[i];
            requireEventOrTally(relation.fromId, i, "from");
            requireEventOrTally(relation.toId, i, "to");
            if (relation.fromId == relation.toId)
                _findings.error("tally_relations", i, "to",
                                core::trf("{0} is related to itself. Correct it.", relation.fromId));
            const bool contradicts = relation.kind == Kind::disjointFrom && !relation.doubtful &&
                                     (parts.contains({relation.fromId, relation.toId}) ||
                                      parts.contains({relation.toId, relation.fromId}));
            if (contradicts)
                _findings.error("tally_relations", i, "kind",
                                core::trf("{0} and {1} are part and whole in one row and disjoint in this "
                                          "one. Remove one of them.",
                                          relation.fromId, relation.toId));
        }
    }

    /// Following role_of must come to an end.
    void checkCircles() {
        for (std::size_t i = 0; i < _casebook.events.size(); ++i) {
            std::unordered_set<std::string_view> met;
            const Event* event = &_casebook.events[i];
            while (event != nullptr && !event->roleOf.empty() && event->roleOf != event->id &&
                   met.insert(event->id).second)
                event = _casebook.events.find(event->roleOf);
            if (event != nullptr && event->id == _casebook.events[i].id && met.size() > 1)
                _findings.error(
                    "events", i, "role_of",
                    core::trf("role_of leads from {0} in a circle back to it. Correct one of them.",
                              event->id));
        }
    }

    const model::Casebook& _casebook;
    Findings& _findings;
};

} // namespace

void checkLinks(const model::Casebook& casebook, Findings& findings) {
    LinkChecker(casebook, findings).run();
}

} // namespace surplace::casebook
