#include "support.hpp"
#include <functional>

namespace surplace::casebook::test {
namespace {

using core::Problem;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// The fixture with changes to one table, and what check() finds then.
class Check : public FolderTest {
protected:
    template <class Record>
    static void change(model::Table<Record>& table, const std::string& id,
                       const std::function<void(Record&)>& edit) {
        std::vector<Record> records(table.begin(), table.end());
        for (Record& record : records)
            if (record.id == id)
                edit(record);
        table = model::Table<Record>(std::move(records));
    }
    void event(const std::string& id, const std::function<void(model::Event&)>& edit) {
        change(casebook.events, id, edit);
    }
    void place(const std::string& id, const std::function<void(model::Place&)>& edit) {
        change(casebook.places, id, edit);
    }
    void tally(const std::string& id, const std::function<void(model::Tally&)>& edit) {
        change(casebook.tallies, id, edit);
    }

    void expectOne(Problem::Severity severity, const std::string& layer, long row, const std::string& field,
                   const std::string& words) {
        const auto problems = check(casebook);
        const auto fits = [&](const Problem& problem) {
            return problem.severity == severity && problem.where.layer == layer && problem.where.row == row &&
                   problem.where.field == field && problem.message.find(words) != std::string::npos;
        };
        EXPECT_EQ(std::count_if(problems.begin(), problems.end(), fits), 1)
            << words << "\n"
            << testing::PrintToString(sentencesOf(problems));
        casebook = open(packageFixture);
    }
    void expectError(const std::string& layer, long row, const std::string& field, const std::string& words) {
        expectOne(Problem::Severity::error, layer, row, field, words);
    }
    void expectWarning(const std::string& layer, long row, const std::string& field,
                       const std::string& words) {
        expectOne(Problem::Severity::warning, layer, row, field, words);
    }

    model::Casebook casebook = open(packageFixture);
};

TEST_F(Check, TheFixtureIsSound) {
    EXPECT_THAT(sentencesOf(check(casebook)), IsEmpty());
}

TEST_F(Check, Ids) {
    event("A2", [](auto& e) { e.id = "A1"; });
    expectError("events", 2, "id", "\"A1\" stands twice");
    change<model::Case>(casebook.cases, "G4", [](auto& c) { c.id = ""; });
    expectError("cases", 1, "id", "missing");
    tally("T3", [](auto& t) { t.id = "A7"; });
    expectError("tallies", 3, "id", "also the id of an event");
}

TEST_F(Check, DanglingLinks) {
    event("A1", [](auto& e) { e.placeId = "lost"; });
    expectError("events", 1, "place", "\"lost\"");
    event("A1", [](auto& e) { e.fromPlaceId = "lost"; });
    expectError("events", 1, "from_place", "\"lost\"");
    event("A1", [](auto& e) { e.toPlaceId = "lost"; });
    expectError("events", 1, "to_place", "\"lost\"");
    event("A1", [](auto& e) { e.crossingId = "lost"; });
    expectError("events", 1, "crossing", "\"lost\"");
    event("A1", [](auto& e) { e.caseId = "lost"; });
    expectError("events", 1, "case", "\"lost\"");
    event("A1", [](auto& e) { e.citations.edit()[1].sourceId = "lost"; });
    expectError("events", 1, "source", "\"lost\"");
    event("A1", [](auto& e) { e.details.edit().tallies.edit()[0].tallyId = "lost"; });
    expectError("events", 1, "tallies", "\"lost\"");
    place("xx-bridge", [](auto& p) { p.cnSide = "lost"; });
    expectError("places", 4, "cn_side", "\"lost\"");
    tally("T1", [](auto& t) { t.placeId = "lost"; });
    expectError("tallies", 1, "place", "\"lost\"");
    casebook.eventLinks[0].toId = "lost";
    expectError("event_links", 1, "to", "\"lost\"");
    casebook.tallyRelations[0].fromId = "lost";
    expectError("tally_relations", 1, "from", "\"lost\"");
}

TEST_F(Check, EventsWithoutACitation) {
    event("A7", [](auto& e) { e.citations = {}; });
    expectError("events", 7, "source", "cites no source");
    tally("T1", [](auto& t) { t.citations = {}; });
    expectError("tallies", 1, "source", "cites no source");
}

TEST_F(Check, Roles) {
    event("A2", [](auto& e) { e.roleOf = ""; });
    expectError("events", 2, "role_of", "stage_of");
    event("A2", [](auto& e) { e.roleOf = "lost"; });
    expectError("events", 2, "role_of", "\"lost\"");
    event("A2", [](auto& e) { e.roleOf = "A2"; });
    expectError("events", 2, "role_of", "refers to itself");
    event("A1", [](auto& e) {
        e.role = model::Role::partOf;
        e.roleOf = "A2";
    });
    expectError("events", 1, "role_of", "in a circle");
}

TEST_F(Check, Dates) {
    event("A2", [](auto& e) { e.date = model::Edtf::parse("2031-01"); });
    expectError("events", 2, "date", "earlier than the event A1");
    event("A2", [](auto& e) { e.date = model::Edtf::parse("2031-01"); });
    expectWarning("events", 2, "sequence", "but is earlier");
    event("A4", [](auto& e) { e.date = model::Edtf::parse("2031-09"); });
    expectWarning("events", 4, "date", "later than its source");
    event("A7", [](auto& e) { e.date = model::Edtf{}; });
    expectWarning("events", 7, "date", "no date");
    event("A7", [](auto& e) { e.date = model::Edtf::parse("1831"); });
    expectWarning("events", 7, "date", "outside 1900 to 2100");
    for (const char* date : {"Y20000", "Y17E7", "2031/Y20000"}) {
        event("A7", [&](auto& e) { e.date = model::Edtf::parse(date); });
        expectWarning("events", 7, "date", "outside 1900 to 2100");
    }
}

TEST_F(Check, Places) {
    place("xx-upton", [](auto& p) { p.position = geo::LonLat{42.3, 125.1}; });
    expectError("places", 1, "lon", "not on the globe");
    place("xx-upton", [](auto& p) { p.position = geo::LonLat{12, 42}; });
    expectWarning("places", 1, "lon", "outside the wide map");
    place("xx-upton", [](auto& p) { p.position = geo::LonLat{42.3, 85}; });
    expectWarning("places", 1, "lon", "outside the wide map");
    place("xx-prefecture", [](auto& p) { p.position = geo::LonLat{120, 42.5}; });
    expectWarning("places", 5, "bbox_wsen", "outside its own box");
    event("A4", [](auto& e) { e.crossingId = "xx-upton"; });
    expectWarning("events", 4, "crossing", "as its crossing, which is a settlement");
}

TEST_F(Check, Figures) {
    tally("T3", [](auto& t) { t.value = model::CountRange::exactly(60); });
    casebook.tallyRelations[0].doubtful = false;
    tally("T2", [](auto& t) { t.value = model::CountRange::exactly(92); });
    expectError("tallies", 2, "value", "add up to 101, but it is 92");

    casebook.tallyRelations[0].basis = model::Basis::stated;
    tally("T2", [](auto& t) { t.value = model::CountRange::exactly(40); });
    casebook.tallyRelations[1].doubtful = true;
    expectWarning("tallies", 1, "value", "but more");

    tally("T1", [](auto& t) { t.value = model::CountRange::exactly(3); });
    expectWarning("tallies", 1, "value", "The events of T1 add up to 4, more than its 3");

    event("A2", [](auto& e) {
        e.kind = model::EventKind::detention;
        e.role = model::Role::partOf;
        e.people = model::CountRange::exactly(5);
    });
    expectWarning("events", 1, "people", "The parts of A1 add up to 5");
}

TEST_F(Check, Contradictions) {
    casebook.tallyRelations.push_back(
        {model::TallyRelationKind::disjointFrom, "T2", "T1", model::Basis::stated, false, ""});
    expectError("tally_relations", 4, "kind", "part and whole");
    casebook.eventLinks[0].toId = casebook.eventLinks[0].fromId;
    expectError("event_links", 1, "to", "linked to itself");
    change<model::Source>(casebook.sources, "INV_LETTER_2031", [](auto& s) { s.sha256 = "abc"; });
    expectError("sources", 1, "sha256", "64 hexadecimal digits");
}

TEST_F(Check, FindingsAreOrderedByTableAndRow) {
    event("A7", [](auto& e) { e.citations = {}; });
    event("A1", [](auto& e) { e.placeId = "lost"; });
    place("xx-upton", [](auto& p) { p.nameEn = p.nameZh = p.nameKo = ""; });
    const auto problems = check(casebook);
    ASSERT_THAT(problems, SizeIs(3));
    EXPECT_THAT(problems[0].sentence(), HasSubstr("layer places, row 1"));
    EXPECT_THAT(problems[1].sentence(), HasSubstr("layer events, row 1"));
    EXPECT_THAT(problems[2].sentence(), HasSubstr("layer events, row 7"));
}

} // namespace
} // namespace surplace::casebook::test

namespace surplace::casebook::test {

class CountedOnce : public FolderTest {
protected:
    std::vector<std::string> findings(const std::string& secondRow, const std::string& link) const {
        write("sources.csv", "id,title\ns,Invented letter\n");
        write("events.csv",
              "id,kind,date,place,source,role,role_of,assertion\na,detention,2031,unknown,s,,,\n" +
                  secondRow + "\n");
        write("event_links.csv", "kind,from,to\n" + link + ",a,b\n");
        return sentencesOf(check(readTextForm(folder).casebook));
    }
};

TEST_F(CountedOnce, TwoReportsOfOneEventAreNotBothSummed) {
    EXPECT_THAT(findings("b,detention,2031,unknown,s,,,", "same_as"),
                testing::ElementsAre(testing::HasSubstr("but both are counted")));
    EXPECT_TRUE(findings("b,detention,2031,unknown,s,,,", "denies").empty());
    EXPECT_TRUE(findings("b,detention,2031,unknown,s,duplicate_of,a,", "same_as").empty());
    EXPECT_TRUE(findings("b,detention,2031,unknown,s,,,feared", "same_as").empty());
    EXPECT_TRUE(findings("b,transfer,2031,unknown,s,,,", "same_as").empty());
}

} // namespace surplace::casebook::test
