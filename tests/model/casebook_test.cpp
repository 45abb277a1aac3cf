#include "model/casebook.hpp"
#include <gmock/gmock.h>

namespace surplace::model {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Place place(const Id& id, PlaceKind kind = PlaceKind::settlement) {
    Place result;
    result.id = id;
    result.kind = kind;
    result.position = geo::LonLat{127, 41};
    return result;
}

Place crossing(const Id& id, const Id& cnSide, const Id& kpSide) {
    Place result = place(id, PlaceKind::crossing);
    result.cnSide = cnSide;
    result.kpSide = kpSide;
    return result;
}

/// An event at a place known to a town; tests change what they are about.
Event at(const Id& id, EventKind kind, const Id& placeId, Role role = Role::event, const Id& roleOf = "") {
    Event event;
    event.id = id;
    event.kind = kind;
    event.placeId = placeId;
    event.precision = PlacePrecision::settlement;
    event.role = role;
    event.roleOf = roleOf;
    return event;
}

Event moving(Event event, const Id& from, const Id& to, const Id& crossingId = "",
             bool crossingInferred = false) {
    event.fromPlaceId = from;
    event.toPlaceId = to;
    event.crossingId = crossingId;
    event.crossingInferred = crossingInferred;
    return event;
}

Casebook casebookOf(std::vector<Event> events) {
    Casebook casebook;
    casebook.events = Table<Event>(std::move(events));
    std::vector<Place> places{place("area-cn", PlaceKind::country),
                              place("area-cn-jilin", PlaceKind::province),
                              crossing("xing-tumen-namyang", "cn-tumen", "kp-namyang"),
                              crossing("xing-dandong-sinuiju", "cn-dandong", "kp-sinuiju"),
                              crossing("xing-guchengli-samjang", "cn-chongshan", "")};
    for (const char* id : {"cn-shenyang", "cn-yanji", "cn-helong", "cn-tumen", "cn-dandong", "cn-changchun",
                           "cn-kunming", "cn-chongshan", "kp-onsong", "kp-sinuiju", "kp-namyang"})
        places.push_back(place(id));
    Place unplaced = place("cn-nowhere");
    unplaced.position.reset();
    places.push_back(unplaced);
    casebook.places = Table<Place>(std::move(places));
    return casebook;
}

/// "A009 cn-shenyang>cn-yanji" for each leg.
std::vector<std::string> legsOf(std::vector<Event> events) {
    const Casebook casebook = casebookOf(std::move(events));
    std::vector<std::string> result;
    for (const Leg& leg : legs(casebook))
        result.push_back(casebook.events[leg.eventIndex].id + ' ' + leg.fromPlaceId + '>' + leg.toPlaceId);
    return result;
}

constexpr auto detention = EventKind::detention;
constexpr auto holding = EventKind::holding;
constexpr auto transfer = EventKind::transfer;
constexpr auto forcedReturn = EventKind::forcedReturn;

TEST(Legs, OfTheFivePeopleOf2017) {
    Event feared = moving(at("A010", transfer, "cn-helong", Role::statement), "cn-yanji", "cn-helong");
    feared.assertion = Assertion::feared;
    EXPECT_THAT(
        legsOf({at("A008", detention, "cn-shenyang"),
                moving(at("A009", holding, "cn-yanji", Role::stageOf, "A008"), "cn-shenyang", "cn-yanji"),
                feared}),
        ElementsAre("A009 cn-shenyang>cn-yanji", "A010 cn-yanji>cn-helong"));
}

TEST(Legs, SeparateArrestsOfFebruary2012AreNoJourney) {
    std::vector<Event> events{moving(at("B063", detention, "cn-shenyang"), "cn-yanji", ""),
                              moving(at("B064", detention, "cn-shenyang"), "", "cn-yanji"),
                              moving(at("B065", detention, "cn-shenyang"), "", "cn-changchun"),
                              at("B066", holding, "cn-tumen", Role::stageOf, "B063"),
                              moving(at("B067", forcedReturn, "kp-onsong", Role::stageOf, "B063"), "cn-tumen",
                                     "kp-onsong", "xing-tumen-namyang", true)};
    for (Event& event : events)
        event.caseId = "G2012-31";
    EXPECT_THAT(legsOf(events), ElementsAre("B067 cn-tumen>kp-onsong")); // which the record states
    // The same records of one group are its journey.
    events.erase(events.begin() + 1, events.begin() + 3);
    EXPECT_THAT(legsOf(events), ElementsAre("B066 cn-shenyang>cn-tumen", "B067 cn-tumen>kp-onsong"));
}

TEST(Legs, ADetentionsFromIsWordsOnly) {
    EXPECT_THAT(legsOf({moving(at("B114", detention, "cn-kunming"), "cn-shenyang", "cn-kunming")}),
                IsEmpty());
}

TEST(Legs, PartsOfOctober2023AreNeverJoined) {
    const auto part = [](const Id& id, const Id& placeId) {
        return at(id, forcedReturn, placeId, Role::partOf, "B125");
    };
    EXPECT_THAT(legsOf({at("B125", forcedReturn, "area-cn"),
                        moving(part("B126", "cn-tumen"), "cn-tumen", "", "xing-tumen-namyang", true),
                        moving(part("B129", "cn-dandong"), "cn-dandong", "", "xing-dandong-sinuiju", false),
                        part("B130", "cn-helong")}),
                ElementsAre("B129 cn-dandong>kp-sinuiju"))
        << "only the source that names the pair of towns has both ends";
}

TEST(Legs, ACrossingEndsALegOnlyWhenNamedAndOfAForcedReturn) {
    const Event named = moving(at("E1", forcedReturn, "cn-tumen"), "cn-shenyang", "", "xing-tumen-namyang");
    Event transferred = named, inferred = named, sideless = named;
    transferred.kind = transfer;
    inferred.crossingInferred = true;
    sideless.crossingId = "xing-guchengli-samjang";
    EXPECT_THAT(legsOf({named}), ElementsAre("E1 cn-shenyang>kp-namyang"));
    EXPECT_THAT(legsOf({transferred}), IsEmpty());
    EXPECT_THAT(legsOf({inferred}), IsEmpty());
    EXPECT_THAT(legsOf({sideless}), IsEmpty());
}

TEST(Legs, EndsAreKnownToASettlementOrFiner) {
    EXPECT_THAT(legsOf({moving(at("B139", transfer, "area-cn-jilin"), "cn-kunming", "area-cn-jilin")}),
                IsEmpty());
    EXPECT_THAT(legsOf({moving(at("E1", transfer, "cn-yanji"), "cn-nowhere", "cn-yanji")}), IsEmpty());
    EXPECT_THAT(legsOf({moving(at("E1", transfer, "cn-yanji"), "not-in-the-casebook", "cn-yanji")}),
                IsEmpty());
    EXPECT_THAT(legsOf({moving(at("E1", transfer, "cn-yanji"), "cn-yanji", "cn-yanji")}), IsEmpty());
    Event vague = at("E2", holding, "cn-yanji", Role::stageOf, "E1");
    vague.precision = PlacePrecision::prefecture;
    EXPECT_THAT(legsOf({at("E1", detention, "cn-shenyang"), vague}), IsEmpty());
    Event vagueStart = at("E1", detention, "cn-shenyang");
    vagueStart.precision = PlacePrecision::province;
    EXPECT_THAT(legsOf({vagueStart, at("E2", holding, "cn-yanji", Role::stageOf, "E1")}), IsEmpty());
}

TEST(Legs, StagesDoNotTellOneMovementTwice) {
    const Event arrest = at("B048", detention, "cn-shenyang");
    const Event returned = moving(at("B050", forcedReturn, "cn-dandong", Role::stageOf, "B048"), "",
                                  "kp-sinuiju", "xing-dandong-sinuiju", true);
    EXPECT_THAT(legsOf({arrest, returned,
                        moving(at("B049", transfer, "cn-dandong", Role::stageOf, "B048"), "cn-shenyang",
                               "cn-dandong")}),
                ElementsAre("B049 cn-shenyang>cn-dandong"));
    EXPECT_THAT(legsOf({arrest, at("E1", holding, "cn-dandong", Role::stageOf, "B048"), returned}),
                ElementsAre("E1 cn-shenyang>cn-dandong"));
}

TEST(Legs, OnlyStagesRunFromAnotherEventsPlace) {
    for (const Role role : {Role::event, Role::partOf, Role::duplicateOf, Role::tally, Role::statement})
        EXPECT_THAT(legsOf({at("E1", detention, "cn-shenyang"), at("E2", holding, "cn-yanji", role, "E1")}),
                    IsEmpty());
    EXPECT_THAT(legsOf({at("E1", detention, "cn-shenyang"),
                        at("E2", EventKind::response, "cn-yanji", Role::stageOf, "E1")}),
                IsEmpty());
    EXPECT_THAT(legsOf({at("E2", holding, "cn-yanji", Role::stageOf, "missing")}), IsEmpty());
}

TEST(EventsOfCase, AreInSequenceThenAsStored) {
    std::vector<Event> events;
    for (const auto& [id, sequence] : std::vector<std::pair<Id, std::optional<int>>>{
             {"late", 2}, {"unordered", {}}, {"first", 1}, {"alsoLate", 2}, {"other", 0}}) {
        events.push_back(at(id, detention, "cn-yanji"));
        events.back().caseId = id == "other" ? "C2" : "C1";
        events.back().sequence = sequence;
    }
    const Casebook casebook = casebookOf(events);
    std::vector<Id> ids;
    for (const Event* event : eventsOfCase(casebook, "C1"))
        ids.push_back(event->id);
    EXPECT_THAT(ids, ElementsAre("first", "late", "alsoLate", "unordered"));
    EXPECT_THAT(eventsOfCase(casebook, ""), IsEmpty());
}

TEST(DependentsOf, ArePartsStagesAndDuplicates) {
    const Casebook casebook =
        casebookOf({at("E1", detention, "cn-yanji"), at("E2", holding, "cn-yanji", Role::stageOf, "E1"),
                    at("E3", detention, "cn-yanji", Role::duplicateOf, "E1"),
                    at("E4", detention, "cn-yanji", Role::partOf, "E1"),
                    at("E5", detention, "cn-yanji", Role::statement, "E1"),
                    at("E6", detention, "cn-yanji", Role::stageOf, "E2")});
    std::vector<Id> ids;
    for (const Event* event : dependentsOf(casebook, "E1"))
        ids.push_back(event->id);
    EXPECT_THAT(ids, ElementsAre("E2", "E3", "E4"));
}

TEST(TotalOf, SumsOnlyEventsThatAreReportedAsHavingHappened) {
    std::vector<Event> events{at("E1", detention, ""),    at("E2", detention, ""),
                              at("E3", detention, ""),    at("E4", detention, "", Role::duplicateOf, "E1"),
                              at("E5", forcedReturn, ""), at("E6", detention, "")};
    events[0].people = CountRange::exactly(8);
    events[1].people = CountRange(9, std::nullopt);
    events[3].people = CountRange::exactly(8);
    events[4].people = CountRange::exactly(50);
    events[5].people = CountRange::exactly(5);
    events[5].assertion = Assertion::feared;
    std::vector<const Event*> all;
    for (const Event& event : events)
        all.push_back(&event);
    const Total total = totalOf(detention, all);
    EXPECT_EQ(total.incidents, 3);
    EXPECT_EQ(total.incidentsWithoutFigure, 1);
    EXPECT_EQ(total.people, CountRange(17, std::nullopt));
    EXPECT_EQ(totalOf(forcedReturn, all).people, CountRange::exactly(50));
    EXPECT_EQ(totalOf(EventKind::death, all).incidents, 0);
    EXPECT_FALSE(totalOf(EventKind::death, all).people.isKnown());
}

TEST(TotalOf, AnIncidentWithoutAFigureLeavesNoUpperBound) {
    std::vector<Event> events{at("E1", detention, ""), at("E2", detention, "")};
    events[0].people = CountRange::exactly(8);
    for (const auto& order : {std::vector<const Event*>{&events[0], &events[1]}, {&events[1], &events[0]}}) {
        const Total total = totalOf(detention, order);
        EXPECT_EQ(total.incidentsWithoutFigure, 1);
        EXPECT_EQ(total.people, CountRange(8, std::nullopt));
    }
}

TEST(TotalOf, ContextIsNeverCountedWithPeople) {
    Event crackdown = at("E1", EventKind::crackdown, "");
    crackdown.people = CountRange::exactly(1000);
    EXPECT_EQ(totalOf(EventKind::crackdown, {&crackdown}).incidents, 1);
    EXPECT_FALSE(totalOf(EventKind::crackdown, {&crackdown}).people.isKnown());
}

TEST(RelationsOf, AreFoundInEitherDirection) {
    Casebook casebook;
    casebook.tallyRelations = {{TallyRelationKind::partOf, "T51", "T92", Basis::arithmetic, false, ""},
                               {TallyRelationKind::partOf, "T41", "T92", Basis::arithmetic, false, ""},
                               {TallyRelationKind::partOf, "T41b", "T51", Basis::inferred, false, ""},
                               {TallyRelationKind::partOf, "T8", "T51", Basis::arithmetic, true, ""},
                               {TallyRelationKind::doNotAddTo, "T41", "T92", Basis::arithmetic, false, ""}};
    EXPECT_EQ(relationsOf(casebook, "T92").size(), 3u);
    ASSERT_EQ(relationsOf(casebook, "T51").size(), 3u);
    EXPECT_TRUE(relationsOf(casebook, "T1").empty());
    EXPECT_EQ(relationsOf(casebook, "T51")[0]->toId, "T92");
}

TEST(Table, FindsByIdAndSharesItsRecords) {
    const Table<Event> table({at("E1", detention, "a"), at("E2", detention, "b"), at("E1", holding, "c")});
    EXPECT_EQ(table.find("E1")->placeId, "a") << "the first of two records with one id";
    EXPECT_EQ(table.find("E9"), nullptr);
    EXPECT_EQ(table.indexOf("E2"), 1u);
    EXPECT_EQ(table.indexOf("E9"), table.size());
    const Table<Event> copy = table;
    EXPECT_EQ(&copy[0], &table[0]);
    EXPECT_EQ(copy, table);
}

} // namespace
} // namespace surplace::model
