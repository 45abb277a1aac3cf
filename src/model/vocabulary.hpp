#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace surplace::model {

enum class EventKind : std::uint8_t {
    detention,
    holding,
    transfer,
    forcedReturn,
    handover,
    release,
    departure,
    arrival,
    asylumEntry,
    asylumRefused,
    lastContact,
    death,
    policy,
    borderControl,
    closure,
    crackdown,
    appeal,
    response,
    publication,
    background
};
enum class Role : std::uint8_t { event, stageOf, partOf, duplicateOf, tally, statement };
enum class Assertion : std::uint8_t { confirmed, reported, believed, feared };
enum class PlacePrecision : std::uint8_t {
    exact,
    settlement,
    county,
    prefecture,
    province,
    region,
    country,
    unknown,
    none
};
enum class PlaceKind : std::uint8_t {
    settlement,
    facility,
    crossing,
    county,
    prefecture,
    province,
    region,
    country,
    group
};
/// S0 already public ... S4 never to leave the casebook (protection.md of the design; docs/casebook.md tells
/// users).
enum class Sensitivity : std::uint8_t { s0, s1, s2, s3, s4 };
enum class TallyRelationKind : std::uint8_t { partOf, disjointFrom, overlapsUnknown, doNotAddTo };
/// Where a relation between tallies comes from. Only arithmetic parts are summed.
enum class Basis : std::uint8_t { stated, arithmetic, inferred, implied };
enum class EventLinkKind : std::uint8_t { sameAs, denies };

/// The word used in files and on the command line ("forced_return", "stage_of", "overlaps_unknown", "S0").
std::string_view word(EventKind);
std::string_view word(Role);
std::string_view word(Assertion);
std::string_view word(PlacePrecision);
std::string_view word(PlaceKind);
std::string_view word(Sensitivity);
std::string_view word(TallyRelationKind);
std::string_view word(Basis);
std::string_view word(EventLinkKind);

/// The value of a file word, case-insensitive; empty when there is none. parseWord<EventKind>("detention").
template <class Enum>
std::optional<Enum> parseWord(std::string_view text);
/// All values in their order, for lists, filters and error messages.
template <class Enum>
std::span<const Enum> allValues();

/// On screen: "Forced return", "Asylum entry", "Handover to the authorities of China".
/// Of the smaller words, as they stand in a sentence: "crossing", "inferred". All in the language that holds.
const char* title(EventKind);
const char* title(Assertion);
const char* title(PlacePrecision);
const char* title(PlaceKind);
const char* title(Basis);

/// Context kinds (policy, border control, closure, crackdown, appeal, response, publication, background) are
/// never counted with people.
bool isContext(EventKind kind);
/// Kinds whose interval is a duration (holding, closure, policy, background); for all others it is one
/// unknown day inside.
bool isDuration(EventKind kind);

} // namespace surplace::model
