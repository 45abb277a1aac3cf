#include "redaction/redaction.hpp"
#include <gtest/gtest.h>
#include <type_traits>

namespace surplace::redaction {
namespace {

using model::Sensitivity;

static_assert(!std::is_default_constructible_v<RedactedCasebook>);
static_assert(!std::is_constructible_v<RedactedCasebook, std::shared_ptr<const model::Casebook>, Profile>);

template <class Record>
Record record(const char* id, Sensitivity sensitivity = Sensitivity::s0) {
    Record made;
    made.id = id;
    made.sensitivity = sensitivity;
    return made;
}

/// Plainly invented: one town open, one not, and an event at each.
struct Parts {
    std::vector<model::Source> sources{record<model::Source>("letter"),
                                       record<model::Source>("interview", Sensitivity::s4)};
    std::vector<model::Place> places{record<model::Place>("town"),
                                     record<model::Place>("shelter", Sensitivity::s3),
                                     record<model::Place>("bridge")};
    std::vector<model::Case> cases{record<model::Case>("group"),
                                   record<model::Case>("family", Sensitivity::s2)};
    std::vector<model::Event> events{record<model::Event>("open")};
    std::vector<model::Tally> tallies{record<model::Tally>("total")};
    std::vector<model::EventLink> eventLinks{};
    std::vector<model::TallyRelation> tallyRelations{};

    Parts() {
        events[0].placeId = "town";
        events[0].caseId = "group";
        events[0].citations = {{"letter", "p. 1", "five"}};
        tallies[0].citations = {{"letter", "", ""}};
    }
    model::Casebook casebook() const {
        model::Casebook made;
        made.title = "Invented";
        made.sources = model::Table<model::Source>(sources);
        made.places = model::Table<model::Place>(places);
        made.cases = model::Table<model::Case>(cases);
        made.events = model::Table<model::Event>(events);
        made.tallies = model::Table<model::Tally>(tallies);
        made.eventLinks = eventLinks;
        made.tallyRelations = tallyRelations;
        return made;
    }
    model::Event& addEvent(const char* id) {
        events.push_back(events[0]);
        events.back().id = id;
        return events.back();
    }
};

template <class Record>
std::vector<std::string> idsOf(const model::Table<Record>& table) {
    std::vector<std::string> ids;
    for (const Record& one : table)
        ids.push_back(one.id);
    return ids;
}
using Names = std::vector<std::string>;

TEST(Redaction, PassesWhatIsPublicUnchangedAndShared) {
    Parts parts;
    parts.sources.pop_back();
    parts.places.erase(parts.places.begin() + 1);
    parts.cases.pop_back();
    const model::Casebook casebook = parts.casebook();
    const Redaction redaction = redact(casebook);
    EXPECT_TRUE(redaction.report.isEmpty());
    EXPECT_EQ(redaction.report.inWords(), "");
    EXPECT_EQ(redaction.casebook.casebook(), casebook);
    EXPECT_EQ(&redaction.casebook.casebook().events[0], &casebook.events[0]);
    EXPECT_EQ(redaction.casebook.profile(), Profile::publicRelease);
}

TEST(Redaction, WithholdsEveryLevelAboveS0) {
    for (const Sensitivity level : {Sensitivity::s1, Sensitivity::s2, Sensitivity::s3, Sensitivity::s4}) {
        Parts parts;
        parts.addEvent("closed").sensitivity = level;
        parts.tallies.push_back(record<model::Tally>("private", level));
        const Redaction redaction = redact(parts.casebook());
        EXPECT_EQ(idsOf(redaction.casebook.casebook().events), Names{"open"});
        EXPECT_EQ(idsOf(redaction.casebook.casebook().tallies), Names{"total"});
        EXPECT_EQ(idsOf(redaction.casebook.casebook().sources), Names{"letter"});
        EXPECT_EQ(idsOf(redaction.casebook.casebook().places), (Names{"town", "bridge"}));
        EXPECT_EQ(idsOf(redaction.casebook.casebook().cases), Names{"group"});
        EXPECT_EQ(redaction.report.eventsWithheld, 1);
        EXPECT_EQ(redaction.report.talliesWithheld, 1);
    }
}

TEST(Redaction, WithholdsWhatRestsOnSomethingWithheld) {
    Parts parts;
    parts.addEvent("at-shelter").placeId = "shelter";
    parts.addEvent("of-family").caseId = "family";
    parts.addEvent("from-interview").citations = {{"interview", "", ""}, {"letter", "", ""}};
    parts.addEvent("nowhere").placeId = "no-such-place";
    parts.tallies.push_back(record<model::Tally>("of-interview"));
    parts.tallies.back().citations = {{"interview", "", ""}};
    const Redaction redaction = redact(parts.casebook());
    EXPECT_EQ(idsOf(redaction.casebook.casebook().events), Names{"open"});
    EXPECT_EQ(idsOf(redaction.casebook.casebook().tallies), Names{"total"});
    EXPECT_EQ(redaction.report.eventsWithheld, 4);
}

TEST(Redaction, CutsTheLinksOfWhatItKeeps) {
    Parts parts;
    parts.addEvent("secret").sensitivity = Sensitivity::s1;
    parts.tallies.push_back(record<model::Tally>("private", Sensitivity::s1));
    model::Event& stage = parts.addEvent("stage");
    stage.role = model::Role::stageOf;
    stage.roleOf = "secret";
    stage.details.edit().roleWritten = "later stage of secret";
    stage.fromPlaceId = "shelter";
    stage.toPlaceId = "town";
    stage.crossingId = "shelter";
    stage.details.edit().crossingBasis = "beside the shelter";
    stage.crossingInferred = true;
    stage.citations = {{"letter", "", ""}, {"interview", "", "whispered"}};
    stage.details.edit().tallies = {{"private", false}, {"total", true}};
    parts.places[2].cnSide = "shelter";
    parts.places[2].kpSide = "town";
    parts.eventLinks = {{model::EventLinkKind::sameAs, "open", "secret", ""},
                        {model::EventLinkKind::sameAs, "open", "stage", ""}};
    parts.tallyRelations = {{model::TallyRelationKind::partOf, "private", "total"},
                            {model::TallyRelationKind::partOf, "open", "total"},
                            {model::TallyRelationKind::partOf, "secret", "total"}};

    const Redaction redaction = redact(parts.casebook());
    const model::Casebook& made = redaction.casebook.casebook();
    const model::Event* kept = made.events.find("stage");
    ASSERT_NE(kept, nullptr);
    EXPECT_EQ(kept->role, model::Role::stageOf);
    EXPECT_EQ(kept->roleOf, "");
    EXPECT_EQ(kept->details->roleWritten, "");
    EXPECT_EQ(kept->fromPlaceId, "");
    EXPECT_EQ(kept->toPlaceId, "town");
    EXPECT_EQ(kept->crossingId, "");
    EXPECT_EQ(kept->details->crossingBasis, "");
    EXPECT_FALSE(kept->crossingInferred);
    ASSERT_EQ(kept->citations.size(), 1U);
    EXPECT_EQ(kept->citations[0].sourceId, "letter");
    ASSERT_EQ(kept->details->tallies.values().size(), 1U);
    EXPECT_EQ(kept->details->tallies.values()[0].tallyId, "total");
    EXPECT_EQ(made.places.find("bridge")->cnSide, "");
    EXPECT_EQ(made.places.find("bridge")->kpSide, "town");
    ASSERT_EQ(made.eventLinks.size(), 1U);
    EXPECT_EQ(made.eventLinks[0].toId, "stage");
    ASSERT_EQ(made.tallyRelations.size(), 1U);
    EXPECT_EQ(made.tallyRelations[0].fromId, "open");
    EXPECT_EQ(redaction.report.citationsWithheld, 1);
}

TEST(Redaction, AnIdThatIsAlsoAWithheldRecordsDoesNotPass) {
    Parts parts;
    parts.places.push_back(record<model::Place>("town", Sensitivity::s3));
    EXPECT_TRUE(redact(parts.casebook()).casebook.casebook().events.empty());
}

TEST(Redaction, LeavesTheOriginalAsItWas) {
    Parts parts;
    parts.addEvent("secret").sensitivity = Sensitivity::s1;
    const model::Casebook casebook = parts.casebook();
    const model::Casebook before = casebook;
    redact(casebook);
    EXPECT_EQ(casebook, before);
}

TEST(Report, SaysHowManyAndHowToChangeIt) {
    Report report;
    report.eventsWithheld = 12;
    report.sourcesWithheld = 3;
    EXPECT_EQ(report.inWords(),
              "12 events and 3 sources were withheld. 15 are not public (S1-S4). Of these, import what is "
              "published with --published (in the window: These rows are already public), or write S0 in the "
              "sensitivity column of the text form.");
    Report one;
    one.talliesWithheld = 1;
    EXPECT_EQ(one.inWords(),
              "1 tally was withheld. 1 is not public (S1-S4). If it is published, import its table with "
              "--published (in the window: These rows are already public), or write S0 in its sensitivity "
              "column of the text form.");
    one.restOnMissing = 1;
    one.citationsWithheld = 1;
    EXPECT_EQ(one.inWords(),
              "1 tally was withheld. 1 names a place, source or case that is not in the casebook; surplace "
              "check says which. 1 citation of what is shown led to sources that were withheld.");
    EXPECT_FALSE(one.isEmpty());
}

TEST(Report, TellsApartWhyRecordsWereWithheld) {
    Parts parts;
    parts.addEvent("closed").sensitivity = Sensitivity::s2;
    parts.addEvent("at-shelter").placeId = "shelter";
    parts.addEvent("of-family").caseId = "family";
    parts.addEvent("nowhere").placeId = "no-such-place";
    parts.tallies.push_back(record<model::Tally>("uncited"));
    parts.tallies.back().citations = {{"no-such-source", "", ""}};
    const Report report = redact(parts.casebook()).report;
    EXPECT_EQ(report.eventsWithheld, 4);
    EXPECT_EQ(report.talliesWithheld, 1);
    EXPECT_EQ(report.restOnWithheld, 2);
    EXPECT_EQ(report.restOnMissing, 2);
    EXPECT_NE(report.inWords().find("2 are public, but their place, source or case is not."),
              std::string::npos);
}

} // namespace
} // namespace surplace::redaction
