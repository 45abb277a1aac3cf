#include "model/describe.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace surplace::model;
using testing::AllOf;
using testing::Contains;
using testing::Field;
using testing::HasSubstr;
using testing::Not;

namespace {

// Invented, in the shape of a letter that expects a transfer.
Casebook letter() {
    Source source;
    source.id = "S1";
    source.title = "Letter";
    source.publisher = "Invented Watch";
    source.published = Edtf::parse("2031-06-25");
    Place town;
    town.id = "p1";
    town.nameEn = "Inventown";
    town.nameZh = "发明";
    Event held;
    held.id = "E1";
    held.kind = EventKind::holding;
    held.what = "Five held";
    held.caseId = "G1";
    held.people = CountRange::exactly(5);
    Event expected;
    expected.id = "E2";
    expected.kind = EventKind::transfer;
    expected.assertion = Assertion::feared;
    expected.role = Role::statement;
    expected.what = "Five about to be sent on";
    expected.caseId = "G1";
    expected.date = Edtf::parse("2031-06-25~/..");
    expected.placeId = "p1";
    expected.precision = PlacePrecision::settlement;
    expected.details.edit().confidenceWording = "to be imminently sent";
    expected.citations = {{"S1", "p. 2", ""}};
    expected.details.edit().tallies = {{"T1", true}};
    Tally tally;
    tally.id = "T1";
    tally.measure = "detained";
    tally.value = CountRange(41, std::nullopt);
    Casebook casebook;
    casebook.sources = Table<Source>({source});
    casebook.places = Table<Place>({town});
    casebook.cases = Table<Case>({{"G1", "Five people", "", Sensitivity::s0}});
    casebook.events = Table<Event>({held, expected});
    casebook.tallies = Table<Tally>({tally});
    casebook.tallyRelations = {
        {TallyRelationKind::doNotAddTo, "T1", "T2", Basis::inferred, false, "same compiler"}};
    return casebook;
}

auto fact(const char* label, const char* text) {
    return AllOf(Field(&Fact::label, label), Field(&Fact::text, HasSubstr(text)));
}

} // namespace

TEST(Describe, AFearedEventIsNeverSaidToHaveHappened) {
    const auto facts = describe(letter(), Id("E2"));
    EXPECT_THAT(facts, Contains(fact("How sure", "not reported as having happened; never counted")));
    EXPECT_THAT(facts, Contains(AllOf(fact("In the source's words", "to be imminently sent"),
                                      Field(&Fact::quoted, true))));
    EXPECT_THAT(facts, Contains(fact("When", "[2031-06-25~/..]")));
    EXPECT_THAT(facts, Contains(AllOf(fact("Where", "Inventown 发明"), Field(&Fact::link, "p1"))));
    EXPECT_THAT(facts, Contains(AllOf(fact("Source", "Invented Watch, Letter, on 25 June 2031, p. 2"),
                                      Field(&Fact::link, "S1"))));
    EXPECT_THAT(facts, Contains(fact("May belong to the tally", "at least 41")));
    EXPECT_THAT(facts, Contains(fact("How many people", "number not given")));
}

TEST(Describe, WhatIsFearedHasNoLaterWordUntilALaterSourceGivesOne) {
    Casebook casebook = letter();
    EXPECT_THAT(
        describe(casebook, Id("E2")),
        Contains(fact("Since then", "Feared, not reported as done; no later word after 25 June 2031")));
    EXPECT_EQ(laterWordInWords(casebook, *casebook.events.find("E1")), "");
    Source later = *casebook.sources.find("S1");
    later.id = "S2";
    later.published = Edtf::parse("2032-02");
    Event held = *casebook.events.find("E1"), done = held;
    held.date = Edtf::parse("2031-06/..");
    held.citations = {{"S1", "", ""}};
    done.id = "E3";
    done.what = "Five sent on";
    done.citations = {{"S2", "", ""}};
    const Event feared = *casebook.events.find("E2");
    casebook.events = Table<Event>({held, feared});
    EXPECT_EQ(laterWordInWords(casebook, held), "The end is not given; no later word after 25 June 2031");
    casebook.sources = Table<Source>({*casebook.sources.find("S1"), later});
    casebook.events = Table<Event>({held, feared, done});
    EXPECT_THAT(describe(casebook, Id("E2")),
                Contains(AllOf(fact("Since then", "a later record of the case: Five sent on"),
                               Field(&Fact::link, "E3"))));
}

TEST(Describe, NothingEmptyIsSaid) {
    for (const char* id : {"E1", "E2", "p1", "G1", "T1", "S1"})
        for (const Fact& fact : describe(letter(), Id(id))) {
            EXPECT_FALSE(fact.label.empty()) << id;
            EXPECT_FALSE(fact.text.empty()) << id << ' ' << fact.label;
        }
    EXPECT_TRUE(describe(letter(), Id("nothing")).empty());
}

TEST(Describe, ACaseTellsItsEventsInOrderAndEachIsALink) {
    const auto facts = describe(letter(), Id("G1"));
    EXPECT_THAT(facts, Contains(Field(&Fact::link, "E1")));
    EXPECT_THAT(facts, Contains(Field(&Fact::link, "E2")));
}

TEST(Describe, ATallySaysWhatItMustNotBeAddedTo) {
    EXPECT_THAT(describe(letter(), Id("T1")), Contains(fact("Never add to", "T2 (inferred: same compiler)")));
}

TEST(Describe, ReportsOfOneEventShowTheirRangeAndWhetherTheyAgree) {
    Event first, second;
    first.id = "E1";
    first.people = CountRange::exactly(500);
    second.id = "E2";
    second.people = CountRange::exactly(600);
    Casebook casebook;
    casebook.events = Table<Event>({first, second});
    casebook.eventLinks = {{EventLinkKind::sameAs, "E1", "E2", ""}};
    for (const char* id : {"E1", "E2"})
        EXPECT_THAT(describe(casebook, Id(id)),
                    Contains(fact("All reports of this event", "500-600 (they differ)")));
    second.people = first.people;
    casebook.events = Table<Event>({first, second});
    EXPECT_THAT(describe(casebook, Id("E1")),
                Contains(fact("All reports of this event", "500 (they agree)")));
}

TEST(Describe, RolesAreSaidApart) {
    Event event;
    event.roleOf = "X";
    event.role = Role::stageOf;
    EXPECT_THAT(standingInWords(event), HasSubstr("later stage of X, not counted again"));
    event.role = Role::partOf;
    EXPECT_THAT(standingInWords(event), HasSubstr("part of X"));
    event.role = Role::tally;
    EXPECT_THAT(standingInWords(event), HasSubstr("never added"));
    event.role = Role::event;
    event.kind = EventKind::detention;
    EXPECT_THAT(standingInWords(event), HasSubstr("counted as an incident"));
}
