#include "model/vocabulary.hpp"
#include "core/translation.hpp"
#include <algorithm>
#include <array>

namespace surplace::model {

using core::toTranslate;

namespace {

using namespace std::string_view_literals;

/// The words of an enumeration, in the order of its values.
template <class Enum>
constexpr auto words = std::array<std::string_view, 0>{};
template <>
constexpr auto words<EventKind> =
    std::to_array({"detention"sv,    "holding"sv,   "transfer"sv, "forced_return"sv,  "handover"sv,
                   "release"sv,      "departure"sv, "arrival"sv,  "asylum_entry"sv,   "asylum_refused"sv,
                   "last_contact"sv, "death"sv,     "policy"sv,   "border_control"sv, "closure"sv,
                   "crackdown"sv,    "appeal"sv,    "response"sv, "publication"sv,    "background"sv});
template <>
constexpr auto words<Role> = std::to_array({"event"sv, "stage_of"sv, "part_of"sv, "duplicate_of"sv, "tally"sv,
                                            "statement"sv});
template <>
constexpr auto words<Assertion> = std::to_array({"confirmed"sv, "reported"sv, "believed"sv, "feared"sv});
template <>
constexpr auto words<PlacePrecision> = std::to_array({"exact"sv, "settlement"sv, "county"sv, "prefecture"sv,
                                                      "province"sv, "region"sv, "country"sv, "unknown"sv,
                                                      "none"sv});
template <>
constexpr auto words<PlaceKind> = std::to_array({"settlement"sv, "facility"sv, "crossing"sv, "county"sv,
                                                 "prefecture"sv, "province"sv, "region"sv, "country"sv,
                                                 "group"sv});
template <>
constexpr auto words<Sensitivity> = std::to_array({"S0"sv, "S1"sv, "S2"sv, "S3"sv, "S4"sv});
template <>
constexpr auto words<TallyRelationKind> = std::to_array({"part_of"sv, "disjoint_from"sv, "overlaps_unknown"sv,
                                                         "do_not_add_to"sv});
template <>
constexpr auto words<Basis> = std::to_array({"stated"sv, "arithmetic"sv, "inferred"sv, "implied"sv});
template <>
constexpr auto words<EventLinkKind> = std::to_array({"same_as"sv, "denies"sv});

template <class Enum>
constexpr auto values = [] {
    std::array<Enum, words<Enum>.size()> result{};
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i] = static_cast<Enum>(i);
    return result;
}();

template <class Enum>
std::string_view wordOf(Enum value) {
    return words<Enum>.at(static_cast<std::size_t>(value));
}

constexpr char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool equalIgnoringCase(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

} // namespace

std::string_view word(EventKind value) {
    return wordOf(value);
}
std::string_view word(Role value) {
    return wordOf(value);
}
std::string_view word(Assertion value) {
    return wordOf(value);
}
std::string_view word(PlacePrecision value) {
    return wordOf(value);
}
std::string_view word(PlaceKind value) {
    return wordOf(value);
}
std::string_view word(Sensitivity value) {
    return wordOf(value);
}
std::string_view word(TallyRelationKind value) {
    return wordOf(value);
}
std::string_view word(Basis value) {
    return wordOf(value);
}
std::string_view word(EventLinkKind value) {
    return wordOf(value);
}

template <class Enum>
std::optional<Enum> parseWord(std::string_view text) {
    const auto found = std::find_if(words<Enum>.begin(), words<Enum>.end(),
                                    [text](std::string_view word) { return equalIgnoringCase(word, text); });
    if (found == words<Enum>.end())
        return std::nullopt;
    return static_cast<Enum>(found - words<Enum>.begin());
}

template <class Enum>
std::span<const Enum> allValues() {
    return values<Enum>;
}

template std::optional<EventKind> parseWord<EventKind>(std::string_view);
template std::span<const EventKind> allValues<EventKind>();
template std::optional<Role> parseWord<Role>(std::string_view);
template std::span<const Role> allValues<Role>();
template std::optional<Assertion> parseWord<Assertion>(std::string_view);
template std::span<const Assertion> allValues<Assertion>();
template std::optional<PlacePrecision> parseWord<PlacePrecision>(std::string_view);
template std::span<const PlacePrecision> allValues<PlacePrecision>();
template std::optional<PlaceKind> parseWord<PlaceKind>(std::string_view);
template std::span<const PlaceKind> allValues<PlaceKind>();
template std::optional<Sensitivity> parseWord<Sensitivity>(std::string_view);
template std::span<const Sensitivity> allValues<Sensitivity>();
template std::optional<TallyRelationKind> parseWord<TallyRelationKind>(std::string_view);
template std::span<const TallyRelationKind> allValues<TallyRelationKind>();
template std::optional<Basis> parseWord<Basis>(std::string_view);
template std::span<const Basis> allValues<Basis>();
template std::optional<EventLinkKind> parseWord<EventLinkKind>(std::string_view);
template std::span<const EventLinkKind> allValues<EventLinkKind>();

const char* title(EventKind kind) {
    static constexpr auto titles = std::to_array({toTranslate("Detention"),
                                                  toTranslate("Holding"),
                                                  toTranslate("Transfer"),
                                                  toTranslate("Forced return"),
                                                  toTranslate("Handover to the authorities of China"),
                                                  toTranslate("Release"),
                                                  toTranslate("Departure"),
                                                  toTranslate("Arrival"),
                                                  toTranslate("Asylum entry"),
                                                  toTranslate("Asylum refused"),
                                                  toTranslate("Last contact"),
                                                  toTranslate("Death"),
                                                  toTranslate("Policy"),
                                                  toTranslate("Border control"),
                                                  toTranslate("Border closure"),
                                                  toTranslate("Crackdown"),
                                                  toTranslate("Appeal"),
                                                  toTranslate("Official response"),
                                                  toTranslate("Publication"),
                                                  toTranslate("Background")});
    static_assert(titles.size() == words<EventKind>.size());
    return core::tr(titles.at(static_cast<std::size_t>(kind)));
}

const char* title(Assertion assertion) {
    static constexpr auto titles =
        std::to_array({toTranslate("assertion", "Confirmed"), toTranslate("assertion", "Reported"),
                       toTranslate("assertion", "Believed"), toTranslate("assertion", "Feared")});
    static_assert(titles.size() == words<Assertion>.size());
    return core::trc("assertion", titles.at(static_cast<std::size_t>(assertion)));
}

const char* title(PlacePrecision precision) {
    static constexpr auto titles =
        std::to_array({toTranslate("precision", "Exact"), toTranslate("precision", "Town or city"),
                       toTranslate("precision", "County"), toTranslate("precision", "Prefecture"),
                       toTranslate("precision", "Province"), toTranslate("precision", "Region"),
                       toTranslate("precision", "Country only"), toTranslate("precision", "Place unknown"),
                       toTranslate("precision", "No place")});
    static_assert(titles.size() == words<PlacePrecision>.size());
    return core::trc("precision", titles.at(static_cast<std::size_t>(precision)));
}

const char* title(PlaceKind kind) {
    static constexpr auto titles =
        std::to_array({toTranslate("kind of place", "settlement"), toTranslate("kind of place", "facility"),
                       toTranslate("kind of place", "crossing"), toTranslate("kind of place", "county"),
                       toTranslate("kind of place", "prefecture"), toTranslate("kind of place", "province"),
                       toTranslate("kind of place", "region"), toTranslate("kind of place", "country"),
                       toTranslate("kind of place", "group")});
    static_assert(titles.size() == words<PlaceKind>.size());
    return core::trc("kind of place", titles.at(static_cast<std::size_t>(kind)));
}

const char* title(Basis basis) {
    static constexpr auto titles =
        std::to_array({toTranslate("basis", "stated"), toTranslate("basis", "arithmetic"),
                       toTranslate("basis", "inferred"), toTranslate("basis", "implied")});
    static_assert(titles.size() == words<Basis>.size());
    return core::trc("basis", titles.at(static_cast<std::size_t>(basis)));
}

bool isContext(EventKind kind) {
    return kind >= EventKind::policy;
}

bool isDuration(EventKind kind) {
    return kind == EventKind::holding || kind == EventKind::closure || kind == EventKind::policy ||
           kind == EventKind::background;
}

} // namespace surplace::model
