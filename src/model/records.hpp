#pragma once
#include "geo/types.hpp"
#include "model/count_range.hpp"
#include "model/edtf.hpp"
#include "model/shared.hpp"
#include "model/text.hpp"
#include "model/vocabulary.hpp"
#include <map>
#include <optional>
#include <vector>

namespace surplace::model {

/// Identifiers are the casebook's own words ("HRW_FIVE_2017", "cn-yanji", "A010"): letters, digits, '.', '_'
/// and '-', unique in their table.
using Id = Text;

/// A published document.
struct Source {
    Id id;
    Text title;
    Text publisher;
    Text host; ///< where it was read, if not at the publisher's
    Edtf published;
    Text dateBasis;          ///< how the date of publication is known
    Text kind;               ///< "NGO letter", "news agency" ...
    Text language;           ///< BCP 47
    Text url;                ///< empty: cite, do not link
    Text evidence;           ///< "full text read", "excerpt" ...
    Text printsPrivateNames; ///< "yes", "no" or the source table's own word
    Text linkPolicy;         ///< "link allowed", "cite, do not link" ...
    Edtf accessed;
    Text sha256;      ///< of the archived copy; 64 hex digits or empty
    Text reliability; ///< the compiler's grade, in words
    Sensitivity sensitivity = Sensitivity::s3;
    Text note;
    bool operator==(const Source&) const = default;
};

/// A named spot or area.
struct Place {
    Id id;
    Text nameEn, nameZh, nameKo;
    std::map<std::string, std::string> otherNames; ///< BCP 47 language to name
    Text aliases;                                  ///< further spellings, "; " between
    PlaceKind kind = PlaceKind::settlement;
    Text kindWritten; ///< the compiler's own word: "county_seat", "border_crossing"
    Text country;     ///< ISO 3166 alpha-2, or two joined by '-' for a crossing or border; decides the
                      ///< side, never the line
    Text admin1, admin2;
    std::optional<geo::LonLat> position;
    std::optional<double> uncertaintyKm;
    std::optional<geo::LonLatBox> box; ///< west south east north, of an area
    Text river;                        ///< crossings: the river it crosses
    Id cnSide, kpSide;                 ///< crossings: the places on the two banks
    Text officialCrossing;             ///< "yes" or the compiler's words
    Text coordinateSource, coordinateStatus;
    std::optional<double> checkBorderKm;
    Text checkInside;
    Sensitivity sensitivity = Sensitivity::s3;
    Text note;
    bool operator==(const Place&) const = default;
};

/// A group of people followed through several events. Never a named private person.
struct Case {
    Id id;
    Text title;
    Text note;
    Sensitivity sensitivity = Sensitivity::s3;
    bool operator==(const Case&) const = default;
};

/// The link from a record to a source.
struct Citation {
    Id sourceId;
    Text locator; ///< page or paragraph
    Text quote;   ///< the source's own words
    bool operator==(const Citation&) const = default;
};

/// A tally that an event belongs to; `possible` when the compiler marked it "?".
struct TallyLink {
    Id tallyId;
    bool possible = false;
    bool operator==(const TallyLink&) const = default;
};

/// What few events say beside the rest. It is kept out of line, so that the others pay nothing for it.
struct EventDetails {
    Text kindWritten;      ///< the source table's own word ("held_at", "border_reopening")
    Text assertionWritten; ///< "confirmed by China", "imminent", "risk" ...
    Text roleWritten;      ///< "not reported as having happened" ...
    Text countQualifier;   ///< "conflicting: 48, 58, 62 (plan), 78"
    Text countVerbatim;    ///< the figure as printed
    Text dateBasis, dateNote;
    Text placeWritten;
    Text precisionWritten; ///< "city", "town", "n/a" ...
    Text crossingBasis;    ///< how the crossing is known
    Text attribution, confidenceWording, conflicts;
    List<TallyLink> tallies;
    Text verification; ///< full_text, found_text, found_copy, found_summary or the compiler's word
    Text note;
    bool operator==(const EventDetails&) const = default;
};

/// One statement of what happened to a case, or to an uncounted group, at a place and time.
struct Event {
    Id id;
    EventKind kind = EventKind::background;
    Assertion assertion = Assertion::reported;
    Role role = Role::event;
    PlacePrecision precision = PlacePrecision::unknown;
    Sensitivity sensitivity = Sensitivity::s3;
    bool crossingInferred = false;
    Id roleOf; ///< the event that this is a stage, part or duplicate of
    Id caseId;
    std::optional<int> sequence; ///< order within the case
    Text what;                   ///< one sentence
    CountRange people;
    Edtf date;
    Id placeId; ///< empty: unknown
    Id fromPlaceId, toPlaceId;
    Id crossingId;
    List<Citation> citations; ///< the first is the main one
    Shared<EventDetails> details;
    bool operator==(const Event&) const = default;
};

/// Reports of one event (same_as), or an event that denies another.
struct EventLink {
    EventLinkKind kind = EventLinkKind::sameAs;
    Id fromId, toId;
    Text basis;
    bool operator==(const EventLink&) const = default;
};

/// A figure that a source claims for a whole period and area; compared with the events, never added to them.
struct Tally {
    Id id;
    Text compiler;
    Text measure; ///< detained, returned, in custody (stock), rate, left ...
    CountRange value;
    Text qualifier, verbatim;
    Edtf window, asOf;
    Text windowBasis;
    Id placeId;
    Text composition;
    List<Citation> citations;
    Text confidenceWording;
    Text verification;
    Text relationNote; ///< what the relation columns say in words
    Sensitivity sensitivity = Sensitivity::s3;
    Text note;
    bool operator==(const Tally&) const = default;
};

/// fromId is part of / disjoint from / overlaps in an unknown way / must not be added to toId (which may be
/// an event's or a tally's id).
struct TallyRelation {
    TallyRelationKind kind = TallyRelationKind::partOf;
    Id fromId, toId;
    Basis basis = Basis::inferred;
    bool doubtful = false; ///< marked "?" by the compiler
    Text words;            ///< the basis in the compiler's words
    bool operator==(const TallyRelation&) const = default;
};

} // namespace surplace::model
