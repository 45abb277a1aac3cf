#pragma once
#include "geo/types.hpp"
#include "model/count_range.hpp"
#include "model/edtf.hpp"
#include "model/vocabulary.hpp"
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace surplace::model {

/// Identifiers are the casebook's own words ("HRW_FIVE_2017", "cn-yanji", "A010"): letters, digits, '.', '_'
/// and '-', unique in their table.
using Id = std::string;

/// A published document.
struct Source {
    Id id;
    std::string title;
    std::string publisher;
    std::string host; ///< where it was read, if not at the publisher's
    Edtf published;
    std::string dateBasis;          ///< how the date of publication is known
    std::string kind;               ///< "NGO letter", "news agency" ...
    std::string language;           ///< BCP 47
    std::string url;                ///< empty: cite, do not link
    std::string evidence;           ///< "full text read", "excerpt" ...
    std::string printsPrivateNames; ///< "yes", "no" or the source table's own word
    std::string linkPolicy;         ///< "link allowed", "cite, do not link" ...
    Edtf accessed;
    std::string sha256;      ///< of the archived copy; 64 hex digits or empty
    std::string reliability; ///< the compiler's grade, in words
    Sensitivity sensitivity = Sensitivity::s3;
    std::string note;
    bool operator==(const Source&) const = default;
};

/// A named spot or area.
struct Place {
    Id id;
    std::string nameEn, nameZh, nameKo;
    std::map<std::string, std::string> otherNames; ///< BCP 47 language to name
    std::string aliases;                           ///< further spellings, "; " between
    PlaceKind kind = PlaceKind::settlement;
    std::string kindWritten; ///< the compiler's own word: "county_seat", "border_crossing"
    std::string country;     ///< ISO 3166 alpha-2, or two joined by '-' for a crossing or border; decides the
                             ///< side, never the line
    std::string admin1, admin2;
    std::optional<geo::LonLat> position;
    std::optional<double> uncertaintyKm;
    std::optional<geo::LonLatBox> box; ///< west south east north, of an area
    std::string river;                 ///< crossings: the river it crosses
    Id cnSide, kpSide;                 ///< crossings: the places on the two banks
    std::string officialCrossing;      ///< "yes" or the compiler's words
    std::string coordinateSource, coordinateStatus;
    std::optional<double> checkBorderKm;
    std::string checkInside;
    Sensitivity sensitivity = Sensitivity::s3;
    std::string note;
    bool operator==(const Place&) const = default;
};

/// A group of people followed through several events. Never a named private person.
struct Case {
    Id id;
    std::string title;
    std::string note;
    Sensitivity sensitivity = Sensitivity::s3;
    bool operator==(const Case&) const = default;
};

/// The link from a record to a source.
struct Citation {
    Id sourceId;
    std::string locator; ///< page or paragraph
    std::string quote;   ///< the source's own words
    bool operator==(const Citation&) const = default;
};

/// A tally that an event belongs to; `possible` when the compiler marked it "?".
struct TallyLink {
    Id tallyId;
    bool possible = false;
    bool operator==(const TallyLink&) const = default;
};

/// One statement of what happened to a case, or to an uncounted group, at a place and time.
struct Event {
    Id id;
    EventKind kind = EventKind::background;
    std::string kindWritten; ///< the source table's own word ("held_at", "border_reopening")
    Assertion assertion = Assertion::reported;
    std::string assertionWritten; ///< "confirmed by China", "imminent", "risk" ...
    Role role = Role::event;
    Id roleOf;               ///< the event that this is a stage, part or duplicate of
    std::string roleWritten; ///< "not reported as having happened" ...
    Id caseId;
    std::optional<int> sequence; ///< order within the case
    std::string what;            ///< one sentence
    CountRange people;
    std::string countQualifier; ///< "conflicting: 48, 58, 62 (plan), 78"
    std::string countVerbatim;  ///< the figure as printed
    Edtf date;
    std::string dateBasis, dateNote;
    Id placeId; ///< empty: unknown
    std::string placeWritten;
    PlacePrecision precision = PlacePrecision::unknown;
    std::string precisionWritten; ///< "city", "town", "n/a" ...
    Id fromPlaceId, toPlaceId;
    Id crossingId;
    std::string crossingBasis; ///< how the crossing is known
    bool crossingInferred = false;
    std::vector<Citation> citations; ///< the first is the main one
    std::string attribution, confidenceWording, conflicts;
    std::vector<TallyLink> tallies;
    std::string verification; ///< full_text, found_text, found_copy, found_summary or the compiler's word
    Sensitivity sensitivity = Sensitivity::s3;
    std::string note;
    bool operator==(const Event&) const = default;
};

/// Reports of one event (same_as), or an event that denies another.
struct EventLink {
    EventLinkKind kind = EventLinkKind::sameAs;
    Id fromId, toId;
    std::string basis;
    bool operator==(const EventLink&) const = default;
};

/// A figure that a source claims for a whole period and area; compared with the events, never added to them.
struct Tally {
    Id id;
    std::string compiler;
    std::string measure; ///< detained, returned, in custody (stock), rate, left ...
    CountRange value;
    std::string qualifier, verbatim;
    Edtf window, asOf;
    std::string windowBasis;
    Id placeId;
    std::string composition;
    std::vector<Citation> citations;
    std::string confidenceWording;
    std::string verification;
    std::string relationNote; ///< what the relation columns say in words
    Sensitivity sensitivity = Sensitivity::s3;
    std::string note;
    bool operator==(const Tally&) const = default;
};

/// fromId is part of / disjoint from / overlaps in an unknown way / must not be added to toId (which may be
/// an event's or a tally's id).
struct TallyRelation {
    TallyRelationKind kind = TallyRelationKind::partOf;
    Id fromId, toId;
    Basis basis = Basis::inferred;
    bool doubtful = false; ///< marked "?" by the compiler
    std::string words;     ///< the basis in the compiler's words
    bool operator==(const TallyRelation&) const = default;
};

} // namespace surplace::model
