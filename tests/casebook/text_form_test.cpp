#include "casebook/csv_reader.hpp"
#include "support.hpp"

namespace surplace::casebook::test {
namespace {

using core::Problem;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class Csv : public FolderTest {
protected:
    std::vector<std::vector<std::string>> rows(const std::string& content) {
        CsvReader reader(write("a.csv", content));
        std::vector<std::vector<std::string>> all;
        while (reader.next()) {
            all.emplace_back(reader.cells().begin(), reader.cells().end());
            lastRow = reader.row();
        }
        return all;
    }
    long lastRow = 0;
};

TEST_F(Csv, QuotesBreaksAndBlanks) {
    EXPECT_THAT(rows("a,b\r\n\"x, \"\"y\"\"\",  plain \r\n\"two\nlines\",\"\"\r\n"),
                ElementsAre(ElementsAre("x, \"y\"", "plain"), ElementsAre("two\nlines", "")));
    EXPECT_EQ(lastRow, 3);
    EXPECT_THAT(rows("a,b\n1,2"), ElementsAre(ElementsAre("1", "2")));
    EXPECT_THAT(rows("a,b\n1,"), ElementsAre(ElementsAre("1", "")));
    EXPECT_THAT(rows("a\n5\" pipe\n"), ElementsAre(ElementsAre("5\" pipe")));
}

TEST_F(Csv, EmptyRowsAreCountedButNotRead) {
    EXPECT_THAT(rows("a,b\n\n,,\n1,2\n,\n"), ElementsAre(ElementsAre("1", "2")));
    EXPECT_EQ(lastRow, 4);
}

TEST_F(Csv, OtherSeparatorsAndAByteOrderMark) {
    EXPECT_THAT(rows("\xEF\xBB\xBFKind;Date\nx;\"a;b\"\n"), ElementsAre(ElementsAre("x", "a;b")));
    EXPECT_THAT(rows("kind\tdate\nx,y\t2\n"), ElementsAre(ElementsAre("x,y", "2")));
    CsvReader reader(write("b.csv", "\xEF\xBB\xBF Kind ;DATE;;\n"));
    EXPECT_THAT(reader.header(), ElementsAre("kind", "date"));
    EXPECT_TRUE(reader.usesDecimalComma());
}

TEST_F(Csv, WhatCannotBeReadIsNamedWithItsRow) {
    EXPECT_THAT(errorOf([&] { rows("a,b\n1,2\n\"open,3\n4,5\n"); }),
                AllOf(HasSubstr("a.csv, row 3"), HasSubstr("never closed")));
    EXPECT_THAT(errorOf([&] { rows("a,b\n\"x\"y,2\n"); }),
                AllOf(HasSubstr("row 2"), HasSubstr("closing quotation mark")));
    EXPECT_THAT(errorOf([&] { rows("a,b\nx,y\n\xB1\xE8,y\n"); }),
                AllOf(HasSubstr("row 3"), HasSubstr("UTF-8")));
    EXPECT_THAT(errorOf([&] { rows(std::string("a\nx\0y\n", 6)); }), HasSubstr("UTF-8"));
    EXPECT_THAT(errorOf([&] { rows("a,b,A\n"); }), HasSubstr("\"a\" stands twice"));
    EXPECT_THAT(errorOf([&] { rows(""); }), HasSubstr("empty"));
    EXPECT_THAT(errorOf([&] { CsvReader(folder / "none.csv"); }), HasSubstr("no such file"));
}

class TextForm : public FolderTest {
protected:
    void SetUp() override {
        write("sources.csv", "id,title\nS,An invented source\n");
        write("places.csv",
              "id,name_en,kind,lon,lat\nup,Upton,settlement,125,42\npref,Example Prefecture,prefecture,,\n");
    }
    Import readWith(const std::string& events) {
        write("events.csv", events);
        const Import import = readTextForm(folder);
        EXPECT_EQ(import.rowsRead, import.rowsLoaded + import.rowsSkipped);
        return import;
    }
};

TEST_F(TextForm, TheLeastThatIsNeeded) {
    const Import import = readWith("source,kind,place,date\nS,Forced "
                                   "return,up,2031-03\nS,detention,pref,2031\nS,transfer,Unknown,2031\n");
    EXPECT_THAT(sentencesOf(import.problems), IsEmpty());
    const auto& events = import.casebook.events;
    ASSERT_EQ(events.size(), 3u);
    EXPECT_EQ(events[0].id, "E0001");
    EXPECT_EQ(events[0].kind, model::EventKind::forcedReturn);
    EXPECT_EQ(events[0].precision, model::PlacePrecision::settlement);
    EXPECT_EQ(events[0].assertion, model::Assertion::reported);
    EXPECT_EQ(events[0].sensitivity, model::Sensitivity::s3);
    EXPECT_EQ(events[1].precision, model::PlacePrecision::prefecture);
    EXPECT_EQ(events[2].precision, model::PlacePrecision::unknown);
    EXPECT_EQ(events[2].placeId, "");
    EXPECT_EQ(import.casebook.sources[0].sensitivity, model::Sensitivity::s3);
}

TEST_F(TextForm, OneDeclarationMakesItPublic) {
    write("casebook.csv", "key,value\ntitle,Mine\ndeclare,published\n");
    const Import import =
        readWith("source,kind,place,date,sensitivity\nS,detention,up,2031,\nS,detention,up,2031,S4\n");
    EXPECT_EQ(import.casebook.title, "Mine");
    EXPECT_EQ(import.casebook.sources[0].sensitivity, model::Sensitivity::s0);
    EXPECT_EQ(import.casebook.events[0].sensitivity, model::Sensitivity::s0);
    EXPECT_EQ(import.casebook.events[1].sensitivity, model::Sensitivity::s4);
}

TEST_F(TextForm, BadRowsAreSkippedAndNamed) {
    const Import import = readWith("id,source,kind,place,date,people\n"
                                   "a,S,detention,up,2031-13,4\n"   // 2
                                   "b,S,kidnap,up,2031,4\n"         // 3
                                   "c,S,detention,nowhere,2031,4\n" // 4
                                   "d,T,detention,up,2031,4\n"      // 5
                                   "e,S,detention,up,2031,lots\n"   // 6
                                   "f,S,detention,,2031,4\n"        // 7
                                   "g,S,detention,up,2031,4,more\n" // 8
                                   "h,S,detention,up,2031,4\n"
                                   "h,S,detention,up,2031,5\n"); // 10
    EXPECT_EQ(import.casebook.events.size(), 1u);
    EXPECT_EQ(import.rowsSkipped, 8);
    EXPECT_THAT(sentencesOf(import.problems),
                ElementsAre(HasSubstr("events.csv, row 2, field date"),
                            HasSubstr("events.csv, row 3, field kind"),
                            HasSubstr("row 4, field place: there is no \"nowhere\" in places.csv"),
                            HasSubstr("row 5, field source"), HasSubstr("row 6, field people"),
                            HasSubstr("row 7, field place: the cell is empty"),
                            HasSubstr("row 8: the cell \"more\" stands under no column name"),
                            HasSubstr("row 10, field id")));
}

TEST_F(TextForm, CoordinatesAreChecked) {
    write("places.csv", "id,name_en,lon,lat\na,A,nan,42\nb,B,200,42\nc,C,125,\nd,D,125,inf\ne,E,1e400,4\nok,"
                        "Ok,125.5,42\n,Nameless,,\n");
    const Import import = readWith("source,kind,place,date\nS,detention,ok,2031\n");
    EXPECT_EQ(import.casebook.places.size(), 1u);
    EXPECT_THAT(sentencesOf(import.problems),
                ElementsAre(HasSubstr("places.csv, row 2, field lon"), HasSubstr("row 3, field lon"),
                            HasSubstr("row 4, field lat"), HasSubstr("row 5, field lat"),
                            HasSubstr("row 6, field lon"), HasSubstr("row 8, field id")));
}

TEST_F(TextForm, MissingFilesAndColumnsAreNamed) {
    EXPECT_THAT(errorOf([&] { readTextForm(folder); }), HasSubstr("events.csv is missing"));
    EXPECT_THAT(errorOf([&] { readTextForm(folder / "none"); }), HasSubstr("no such folder"));
    EXPECT_THAT(errorOf([&] { readWith("source,kind,place\n"); }),
                AllOf(HasSubstr("events.csv"), HasSubstr("the column \"date\" is missing")));
    EXPECT_THAT(errorOf([&] { readWith("source,kind,place,date,colour\n"); }),
                HasSubstr("\"colour\" is not a column"));
}

TEST_F(TextForm, AMistypedFileNameIsNoticed) {
    write("event.csv", "a\n");
    const Import import = readWith("source,kind,place,date\n");
    ASSERT_EQ(import.problems.size(), 1u);
    EXPECT_EQ(import.problems[0].severity, Problem::Severity::warning);
    EXPECT_THAT(import.problems[0].sentence(), HasSubstr("event.csv"));
}

TEST_F(TextForm, SemicolonsAndDecimalCommasOfASpreadsheet) {
    write("places.csv", "id;name_en;lon;lat\nup;Upton;125,25;42,5\n");
    const Import import = readWith("source;kind;place;date\nS;detention;up;2031\n");
    EXPECT_THAT(sentencesOf(import.problems), IsEmpty());
    EXPECT_EQ(import.casebook.places[0].position, (geo::LonLat{125.25, 42.5}));
}

TEST_F(TextForm, TheTemplateIsAnEmptyCasebook) {
    writeTemplate(folder / "new");
    EXPECT_THAT(bytesOf(folder / "new/README.txt"), HasSubstr("forced_return"));
    EXPECT_THAT(bytesOf(folder / "new/events.csv"), testing::StartsWith("id,kind,date,place,source,people,"));
    const Import import = readTextForm(folder / "new");
    EXPECT_THAT(sentencesOf(import.problems), IsEmpty());
    EXPECT_EQ(import.casebook, model::Casebook{});
    EXPECT_THAT(errorOf([&] { writeTemplate(folder / "new"); }), HasSubstr("already holds casebook.csv"));
}

TEST_F(TextForm, AnExistingTextFormIsNotOverwrittenUnasked) {
    EXPECT_THAT(errorOf([&] { writeTextForm({}, folder); }), HasSubstr("already holds sources.csv"));
    EXPECT_THAT(bytesOf(folder / "sources.csv"), HasSubstr("An invented source"));
    writeTextForm({}, folder, true);
    EXPECT_THAT(bytesOf(folder / "sources.csv"), testing::Not(HasSubstr("An invented source")));
}

TEST_F(TextForm, MergeKeepsOneOfEqualRecordsAndNamesClashes) {
    const Import base = readWith("id,source,kind,place,date\na,S,detention,up,2031\n");
    const Import addition =
        readWith("id,source,kind,place,date\na,S,detention,up,2032\nb,S,transfer,up,2032\n");
    const Import merged = merge(base.casebook, addition);
    EXPECT_EQ(merged.casebook.events.size(), 2u);
    EXPECT_EQ(merged.casebook.sources.size(), 1u);
    EXPECT_EQ(merged.casebook.events.find("a")->date.text(), "2031");
    EXPECT_THAT(sentencesOf(merged.problems),
                ElementsAre(AllOf(HasSubstr("events.csv"), HasSubstr("another \"a\""))));
    EXPECT_EQ(merged.rowsRead, merged.rowsLoaded + merged.rowsSkipped);
    EXPECT_EQ(merged.rowsSkipped, 1);
}

} // namespace
} // namespace surplace::casebook::test
