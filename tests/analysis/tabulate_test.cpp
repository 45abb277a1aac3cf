#include "analysis/invented.hpp"
#include <random>

namespace surplace::analysis::test {
namespace {

using model::CountRange;
using model::EventKind;
using model::PlaceKind;

std::vector<std::string> table(const model::Casebook& casebook, const std::vector<Occurrence>& occurrences,
                               const Units& units, EventKind kind = EventKind::detention) {
    std::vector<std::string> rows;
    for (const Count& count : tabulate(casebook, occurrences, kind, units).units)
        rows.push_back(brief(count));
    return rows;
}

Placed placeOf(const model::Place& place, const Units& units,
               model::PlacePrecision precision = model::PlacePrecision::exact) {
    auto one = event("e", place.id);
    one.precision = precision;
    const model::Casebook casebook = casebookOf({place}, {one});
    return Placement(casebook, units).of(0);
}

TEST(Tabulate, countsIncidentsAndSumsPeopleAsRanges) {
    const auto casebook =
        casebookOf({spot("w", 122, 42), spot("e", 126, 42)},
                   {event("1", "w", CountRange::exactly(5)), event("2", "w", CountRange(3, 9)),
                    event("3", "e", CountRange(7, std::nullopt)), event("4", "e")});
    EXPECT_EQ(table(casebook, all(casebook), provinces()),
              (std::vector<std::string>{"2/0 8-14", "2/0 at least 7", "0/0 "}));
}

TEST(Tabulate, whatIsOnlyPossiblyThereWidensTheRangeAndNothingElse) {
    const auto casebook = casebookOf(
        {spot("w", 122, 42)}, {event("1", "w", CountRange::exactly(5)), event("2", "w", CountRange(3, 9))});
    EXPECT_EQ(table(casebook, {{0, true}, {1, false}}, provinces())[0], "1/1 5-14");
    EXPECT_EQ(table(casebook, {{1, false}}, provinces())[0], "0/1 0-9");
}

TEST(Tabulate, leavesOutWhatIsNeverCounted) {
    auto feared = event("feared", "w"), stage = event("stage", "w"), tally = event("tally", "w"),
         other = event("other", "w");
    feared.assertion = model::Assertion::feared;
    stage.role = model::Role::stageOf;
    tally.role = model::Role::tally;
    other.kind = EventKind::transfer;
    const auto casebook =
        casebookOf({spot("w", 122, 42)}, {feared, stage, tally, other, event("counted", "w")});
    const Tabulation result = tabulate(casebook, all(casebook), EventKind::detention, provinces());
    EXPECT_EQ(brief(result.total), "1/0 ");
    EXPECT_EQ(result.counted, (std::vector<std::uint32_t>{4}));
}

TEST(Tabulate, contextIsNeverCountedWithPeople) {
    auto crackdown = event("1", "w", CountRange::exactly(40));
    crackdown.kind = EventKind::crackdown;
    const auto casebook = casebookOf({spot("w", 122, 42)}, {crackdown});
    EXPECT_EQ(table(casebook, all(casebook), provinces(), EventKind::crackdown)[0], "1/0 ");
}

TEST(Tabulate, saysWhyAnEventIsCountedNowhere) {
    const auto casebook = casebookOf(
        {spot("sea", 130, 30), area("region", PlaceKind::region, {119, 39, 129, 45}),
         area("country", PlaceKind::country, {})},
        {event("1", ""), event("2", "gone"), event("3", "sea"), event("4", "region"), event("5", "country")});
    const Tabulation result = tabulate(casebook, all(casebook), EventKind::detention, provinces());
    EXPECT_EQ(result.without(Reason::noPlace).most(), 2);
    EXPECT_EQ(result.without(Reason::outside).most(), 1);
    EXPECT_EQ(result.without(Reason::tooCoarse).most(), 2);
    EXPECT_EQ(result.incidentsNotAssigned(), 5);
}

TEST(Placement, theRecordsProvinceGoesBeforeTheLineOfTheMap) {
    // West of the line, but its record says East; and a town of the other bank is never put on this one.
    EXPECT_EQ(placeOf(spot("a", 123.9, 42, "CN", "East Province"), provinces()).unit, 1U);
    EXPECT_EQ(placeOf(spot("b", 122, 39.9, "CN"), provinces()).reason, Reason::outside);
    EXPECT_EQ(placeOf(spot("c", 122, 39.9, "KP"), provinces()).unit, 2U);
    EXPECT_EQ(placeOf(spot("d", 122, 40, "CN-KP"), provinces()).reason, Reason::severalUnits);
}

TEST(Placement, aProvinceOrPrefectureCountsForItsProvince) {
    EXPECT_EQ(placeOf(area("East", PlaceKind::province, {}), provinces()).unit, 1U);
    EXPECT_EQ(placeOf(area("p", PlaceKind::prefecture, {125, 41, 126, 42}, "CN", "East"), provinces()).unit,
              1U);
    EXPECT_EQ(placeOf(area("q", PlaceKind::prefecture, {125, 41, 126, 42}), provinces()).unit, 1U);
    EXPECT_EQ(placeOf(area("r", PlaceKind::prefecture, {123, 41, 126, 42}), provinces()).reason,
              Reason::tooCoarse);
    // A town told only to the country is not put into its province.
    EXPECT_EQ(placeOf(spot("t", 126, 42, "CN", "East"), provinces(), model::PlacePrecision::country).reason,
              Reason::tooCoarse);
}

Units ownAreas() {
    Units units = provinces();
    units.basis = Basis::ownAreas;
    for (auto& each : units.units)
        each.country.clear();
    return units;
}

TEST(Placement, ownAreasHoldWhatCertainlyLiesInThem) {
    EXPECT_EQ(placeOf(spot("a", 122, 42), ownAreas()), (Placed{0, {}, true}));
    auto uncertain = spot("b", 123.95, 42);
    uncertain.uncertaintyKm = 10;
    EXPECT_EQ(placeOf(uncertain, ownAreas()), (Placed{0, Reason::noPlace, false}));
    uncertain.uncertaintyKm = 2;
    EXPECT_EQ(placeOf(uncertain, ownAreas()), (Placed{0, Reason::noPlace, true}));
    auto beside = spot("c", 128.05, 42);
    EXPECT_EQ(placeOf(beside, ownAreas()).reason, Reason::outside);
    beside.uncertaintyKm = 10;
    EXPECT_EQ(placeOf(beside, ownAreas()), (Placed{1, Reason::noPlace, false}));
    // A known area counts where one unit holds all of it, and never by its middle.
    EXPECT_EQ(placeOf(area("d", PlaceKind::prefecture, {125, 41, 126, 42}), ownAreas()).unit, 1U);
    EXPECT_EQ(placeOf(area("e", PlaceKind::prefecture, {123, 41, 127, 43}), ownAreas()).reason,
              Reason::tooCoarse);
    EXPECT_EQ(placeOf(area("f", PlaceKind::prefecture, {130, 50, 131, 51}), ownAreas()).reason,
              Reason::outside);
}

TEST(Placement, aHoleAndAnOverlapAreNoPartOfAnArea) {
    Units units = ownAreas();
    units.units[0].rings.push_back({{121, 41}, {123, 41}, {123, 43}, {121, 43}});
    EXPECT_EQ(placeOf(spot("a", 122, 42), units).reason, Reason::outside);
    EXPECT_EQ(placeOf(area("b", PlaceKind::prefecture, {120.5, 40.5, 123.5, 43.5}), units).reason,
              Reason::tooCoarse);
    units.units[1] = unit("over all", square(119, 39, 129, 45));
    EXPECT_EQ(placeOf(spot("c", 120.5, 40.5), units).reason, Reason::severalUnits);
}

model::Event across(const std::string& id, const std::string& crossing, bool isInferred) {
    auto result = event(id, "");
    result.crossingId = crossing;
    result.crossingInferred = isInferred;
    return result;
}

Units reaches() {
    Units units;
    units.basis = Basis::reaches;
    units.units = {unit("A", {}), unit("B", {})};
    units.units[0].crossings = {"a1", "a2"};
    units.units[1].crossings = {"b"};
    return units;
}

TEST(Placement, onlyACrossingPutsAnEventIntoAReach) {
    auto whole = event("whole", "town"), shared = event("shared", "town");
    auto part = across("p1", "a1", false), second = across("p2", "b", false), only = across("p3", "b", false);
    part.role = second.role = only.role = model::Role::partOf;
    part.roleOf = second.roleOf = "shared";
    only.roleOf = "whole";
    const auto casebook =
        casebookOf({spot("town", 126, 42)},
                   {across("named", "a2", false), across("inferred", "b", true), event("near", "town"), whole,
                    shared, across("elsewhere", "z", false), part, second, only});
    const Tabulation result = tabulate(casebook, all(casebook), EventKind::detention, reaches());
    EXPECT_EQ(brief(result.units[0]), "1/0 ");
    EXPECT_EQ(brief(result.units[1]), "0/2 ");
    EXPECT_EQ(result.without(Reason::noCrossing).most(), 1);
    EXPECT_EQ(result.without(Reason::severalUnits).most(), 1);
    EXPECT_EQ(result.without(Reason::outside).most(), 1);
}

/// Many events of all sorts, from a fixed seed.
model::Casebook manyEvents(unsigned seed) {
    std::mt19937 engine(seed);
    const auto random = [&] { return static_cast<int>(engine() % 1'000'000); };
    std::vector<model::Place> places;
    for (int i = 0; i < 40; ++i) {
        auto place = spot("s" + std::to_string(i), 118 + 12.0 * (random() % 1000) / 1000,
                          35 + 11.0 * (random() % 1000) / 1000, random() % 2 == 0 ? "CN" : "KP");
        if (random() % 3 == 0)
            place.uncertaintyKm = random() % 60;
        places.push_back(place);
        const double west = 118 + random() % 10, south = 35 + random() % 9;
        places.push_back(area("a" + std::to_string(i), i % 2 == 0 ? PlaceKind::prefecture : PlaceKind::region,
                              {west, south, west + 1.5, south + 1}, "CN", random() % 3 == 0 ? "East" : ""));
    }
    std::vector<model::Event> events;
    for (int i = 0; i < 400; ++i) {
        auto each = event(std::to_string(i), places[static_cast<std::size_t>(random()) % places.size()].id);
        const auto low = static_cast<std::int64_t>(random() % 50);
        if (random() % 4 != 0)
            each.people =
                CountRange(low, random() % 3 == 0 ? std::nullopt : std::optional(low + random() % 9));
        if (random() % 9 == 0)
            each.placeId.clear();
        events.push_back(each);
    }
    return casebookOf(places, events);
}

TEST(TabulateProperty, unitsAndReasonsSumToTheTotalInAnyOrder) {
    for (unsigned seed = 1; seed <= 8; ++seed) {
        const auto casebook = manyEvents(seed);
        std::mt19937 random(seed);
        std::vector<Occurrence> occurrences = all(casebook);
        for (auto& each : occurrences)
            each.isCertain = random() % 3 != 0;
        for (const Units& units : {provinces(), ownAreas()}) {
            const Tabulation first = tabulate(casebook, occurrences, EventKind::detention, units);
            long incidents = first.incidentsNotAssigned();
            for (const Count& count : first.units)
                incidents += count.most();
            EXPECT_EQ(incidents, first.total.most());
            EXPECT_EQ(incidents, 400);
            EXPECT_GT(first.incidentsNotAssigned(), 0);
            EXPECT_GT(first.units[0].most(), 0);
            std::ranges::shuffle(occurrences, random);
            const Tabulation second = tabulate(casebook, occurrences, EventKind::detention, units);
            EXPECT_EQ(first.units, second.units);
            EXPECT_EQ(first.notAssigned, second.notAssigned);
            EXPECT_EQ(first.total, second.total);
            EXPECT_EQ(first.counted, second.counted);
        }
    }
}

} // namespace
} // namespace surplace::analysis::test
