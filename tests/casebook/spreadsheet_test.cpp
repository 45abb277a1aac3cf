#include "support.hpp"
#include <chrono>

// What a spreadsheet does to cells on its way: invented rows.
namespace surplace::casebook::test {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class Spreadsheet : public FolderTest {
protected:
    Import imported(const std::string& column, const std::string& cell) const {
        return importEvents(write("rows.csv", "kind,place,date," + column + "\ndetention,unknown," +
                                                  (column == "people" ? "2031," : "") + cell + "\n"),
                            {});
    }
    std::string refusalOfCount(const std::string& cell) const {
        const Import result = imported("people", cell);
        return result.problems.empty() ? "" : result.problems.front().sentence();
    }
    std::string refusalOfDate(const std::string& cell) const {
        const Import result =
            importEvents(write("rows.csv", "kind,place,date\ndetention,unknown,\"" + cell + "\"\n"), {});
        return result.problems.empty() ? "" : result.problems.front().sentence();
    }
};

TEST_F(Spreadsheet, DoesNotTurnAtLeastIntoUpTo) {
    // LibreOffice Calc and Excel read "9-" as the number -9.
    EXPECT_THAT(refusalOfCount("-9"), HasSubstr("Write \"at least 9\" or \"up to 9\"."));
    EXPECT_EQ(imported("people", "9-").casebook.events[0].people, model::CountRange(9, std::nullopt));
    EXPECT_EQ(imported("people", "up to 9").casebook.events[0].people, model::CountRange(std::nullopt, 9));
}

TEST_F(Spreadsheet, MayCapitaliseAndLengthenDashes) {
    EXPECT_EQ(imported("people", "At least 9").casebook.events.size(), 1u);
    EXPECT_EQ(imported("people", "500 – 600").casebook.events[0].people, model::CountRange(500, 600));
    EXPECT_THAT(refusalOfCount("\xE2\x88\x92"
                               "9"),
                HasSubstr("Write \"at least 9\" or \"up to 9\"."));
}

TEST_F(Spreadsheet, CountsInWordsAreReadAndKept) {
    const auto event = [this](const std::string& cell) {
        return imported("people", cell).casebook.events[0];
    };
    EXPECT_EQ(event("Dozens").people, model::CountRange(24, std::nullopt));
    EXPECT_EQ(event("Dozens").details->countVerbatim, "Dozens");
    EXPECT_EQ(event("more than 5").people, model::CountRange(6, std::nullopt));
    EXPECT_EQ(event("5 or 6").people, model::CountRange(5, 6));
    EXPECT_EQ(event("\"1,170\"").people, model::CountRange(1170, 1170));
    EXPECT_FALSE(event("several").people.isKnown());
    EXPECT_EQ(event("several").details->countVerbatim, "several");
    EXPECT_EQ(event("at least 5").details->countVerbatim, "") << "the range says all of it";
    EXPECT_THAT(refusalOfCount("nearly 50"), HasSubstr("Write 41, at least 9, more than 9"));
}

TEST_F(Spreadsheet, AColumnOfTheFigureAsPrintedGoesBeforeTheWords) {
    const Import result = importEvents(write("rows.csv", "kind,place,date,count_verbatim,people\n"
                                                         "detention,unknown,2031,some dozens,dozens\n"),
                                       {});
    EXPECT_EQ(result.casebook.events[0].details->countVerbatim, "some dozens");
}

TEST_F(Spreadsheet, AFileThatIsNoTextIsNamed) {
    EXPECT_THAT(errorOf([&] { importEvents(packageFixture, {}); }), HasSubstr("this is a casebook"));
    EXPECT_THAT(errorOf([&] { importEvents(write("rows.ods", "PK\x03\x04..."), {}); }),
                HasSubstr("this is a spreadsheet"));
    EXPECT_THAT(errorOf([&] {
                    using namespace std::string_literals;
                    importEvents(write("rows.csv", "kind,place,date\nde\0tention,a,2031\n"s), {});
                }),
                HasSubstr("row 2: the text holds a NUL byte"));
}

TEST_F(Spreadsheet, WhatItMadeOfADateIsRefusedWithTheWayOut) {
    for (const char* date : {"3/15/2017", "15.03.17", "03/15/17", "2017/3/15", "2017. 3. 15.",
                             "March 5, 2026", "2017年3月15日", "2017년 3월 15일"})
        EXPECT_THAT(refusalOfDate(date), HasSubstr("Write the year first: 2017-03-15")) << date;
    EXPECT_THAT(refusalOfDate("2017-02-30"), HasSubstr("a day that this month has"));
    EXPECT_THAT(refusalOfDate("2017-03-11/2017-03-41"), HasSubstr("at position"));
}

TEST_F(Spreadsheet, AMillionColumnsAreRefusedInTime) {
    std::string header;
    for (int i = 0; i < 1'000'000; ++i)
        header += "c" + std::to_string(i) + ",";
    const fs::path file = write("rows.csv", header + "\nx\n");
    const auto start = std::chrono::steady_clock::now();
    EXPECT_THAT(errorOf([&] { importEvents(file, {}); }), HasSubstr("is missing"));
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}

TEST_F(Spreadsheet, LinesThatEndInACarriageReturnAloneAreNamed) {
    EXPECT_THAT(
        errorOf([&] { importEvents(write("rows.csv", "kind,place,date\rdetention,unknown,2031\r"), {}); }),
        HasSubstr("carriage return"));
}

class RowSensitivity : public FolderTest {};

TEST_F(RowSensitivity, WhatAWithheldRowBringsAlongIsWithheldToo) {
    const Import result = importEvents(
        write("rows.csv", "kind,date,place,lon,lat,source,case,sensitivity,place_kind\n"
                          "detention,2031,Invented bridge,127.7,41.4,Inner letter,K1,S3,crossing\n"
                          "detention,2031,Invented town,127,42,Open letter,K2,,\n"),
        {}, {}, {.published = true});
    ASSERT_EQ(result.rowsLoaded, 2);
    EXPECT_EQ(result.casebook.places[0].sensitivity, model::Sensitivity::s3);
    EXPECT_EQ(result.casebook.sources[0].sensitivity, model::Sensitivity::s3);
    EXPECT_EQ(result.casebook.cases[0].sensitivity, model::Sensitivity::s3);
    EXPECT_EQ(result.casebook.places[1].sensitivity, model::Sensitivity::s0);
    EXPECT_EQ(result.casebook.sources[1].sensitivity, model::Sensitivity::s0);
}

TEST_F(RowSensitivity, APublicRowPublishesNothingThatOnlyAPrivateOneSays) {
    const std::string header =
        "kind,date,place,lon,lat,uncertainty_km,source,publisher,url,sensitivity,name_ko\n";
    const std::string secret = "detention,2031,Invented area,129.41234,42.71234,0.05,Letter,Secret "
                               "Watch,https://secret.example,S3,비밀\n";
    const std::string open = "detention,2031,Invented area,129,42.9,30,Letter,,,S0,\n";
    for (const std::string& rows : {secret + open, open + secret}) {
        const Import result = importEvents(write("rows.csv", header + rows), {});
        EXPECT_THAT(sentencesOf(result.problems), IsEmpty());
        ASSERT_EQ(result.casebook.places.size(), 2u);
        ASSERT_EQ(result.casebook.sources.size(), 2u);
        const std::size_t isPublic = rows == secret + open ? 1 : 0;
        const auto& place = result.casebook.places[isPublic];
        EXPECT_EQ(place.sensitivity, model::Sensitivity::s0);
        EXPECT_EQ(place.position, (geo::LonLat{129, 42.9}));
        EXPECT_EQ(place.uncertaintyKm, 30);
        EXPECT_EQ(place.nameKo, "");
        const auto& source = result.casebook.sources[isPublic];
        EXPECT_EQ(source.sensitivity, model::Sensitivity::s0);
        EXPECT_EQ(source.publisher + source.url, "");
        EXPECT_EQ(result.casebook.events[isPublic].placeId, place.id);
        EXPECT_EQ(result.casebook.events[isPublic].citations.front().sourceId, source.id);
        const auto& hidden = result.casebook.places[1 - isPublic];
        EXPECT_EQ(hidden.sensitivity, model::Sensitivity::s3);
        EXPECT_EQ(hidden.position, (geo::LonLat{129.41234, 42.71234}));
        EXPECT_EQ(result.casebook.sources[1 - isPublic].publisher, "Secret Watch");
        EXPECT_EQ(result.casebook.sources[1 - isPublic].sensitivity, model::Sensitivity::s3);
    }
}

TEST_F(RowSensitivity, APublicRowNeedsAPositionOfItsOwnWhereOnlyPrivateRowsGiveOne) {
    const Import result = importEvents(write("rows.csv", "kind,date,place,lon,lat,case,to_place,sensitivity\n"
                                                         "detention,2031,Invented town,127,42,c,,\n"
                                                         "detention,2032,Invented town,,,c,,S0\n"
                                                         "transfer,2032,place-1,,,c,,S0\n"
                                                         "transfer,2032,unknown,,,c,Invented town,S0\n"
                                                         "detention,2032,unknown,,,c,,S0\n"),
                                       {});
    EXPECT_THAT(sentencesOf(result.problems),
                ElementsAre(AllOf(HasSubstr("row 3, field place"), HasSubstr("more private rows only")),
                            HasSubstr("row 4, field place"), HasSubstr("row 5, field to_place")));
    ASSERT_EQ(result.casebook.places.size(), 1u);
    EXPECT_EQ(result.casebook.places[0].sensitivity, model::Sensitivity::s3);
    EXPECT_EQ(result.casebook.cases[0].sensitivity, model::Sensitivity::s0); // its id is all that it says
}

TEST_F(RowSensitivity, APrivateRowUsesThePlaceOfAPublicOne) {
    const Import result = importEvents(write("rows.csv", "kind,date,place,lon,lat,sensitivity\n"
                                                         "detention,2031,Invented town,127,42,S0\n"
                                                         "detention,2032,Invented town,,,S3\n"
                                                         "detention,2032,Invented town,127,42,S3\n"),
                                       {});
    EXPECT_THAT(sentencesOf(result.problems), IsEmpty());
    ASSERT_EQ(result.casebook.places.size(), 1u);
    EXPECT_EQ(result.casebook.places[0].sensitivity, model::Sensitivity::s0);
}

TEST_F(RowSensitivity, WhatTheCasebookKeepsPrivateStaysSoAndIsSaid) {
    const Import base = importEvents(write("base.csv", "kind,date,place,lon,lat,source,case\n"
                                                       "detention,2031,Invented town,127,42,Letter,c\n"),
                                     {});
    const Import result =
        importEvents(write("rows.csv", "kind,date,place,lon,lat,source,case,sensitivity\n"
                                       "detention,2032,Invented town,127.1,42,Letter,c,S0\n"),
                     base.casebook);
    EXPECT_EQ(result.rowsLoaded, 1);
    EXPECT_EQ(result.casebook.places, base.casebook.places);
    EXPECT_EQ(result.casebook.sources, base.casebook.sources);
    EXPECT_EQ(result.casebook.cases, base.casebook.cases);
    EXPECT_THAT(
        sentencesOf(result.problems),
        ElementsAre(AllOf(HasSubstr("row 2, field place"), HasSubstr("lon of this row was not taken")),
                    AllOf(HasSubstr("field source"), HasSubstr("is S3 in the casebook")),
                    AllOf(HasSubstr("field place"), HasSubstr("is S3 in the casebook")),
                    AllOf(HasSubstr("field case"), HasSubstr("is S3 in the casebook"))));
    for (const core::Problem& problem : result.problems)
        EXPECT_EQ(problem.severity, core::Problem::Severity::warning);
}

class NothingIsLost : public FolderTest {};

TEST_F(NothingIsLost, WhatARowSaysElseOfAKnownPlaceOrSourceIsNamed) {
    const Import result = importEvents(
        write("rows.csv", "kind,date,place,lon,lat,uncertainty_km,source,publisher,published,url\n"
                          "detention,2031,Invented town,127,42,1,Letter,Watch,2031-02,https://a.example\n"
                          "detention,2031,Invented town,127.0,42,1,Letter,Watch,,\n"
                          "detention,2031,Invented town,127.2,42.1,9,Letter,Other,2032,https://b.example\n"
                          "detention,2031,unknown,127.2,42.1,,Letter,,,\n"),
        {});
    EXPECT_EQ(result.rowsLoaded, 4);
    EXPECT_EQ(result.casebook.places.size(), 1u);
    EXPECT_EQ(result.casebook.sources.size(), 1u);
    EXPECT_THAT(sentencesOf(result.problems),
                ElementsAre(AllOf(HasSubstr("row 4, field source"), HasSubstr("publisher, published, url")),
                            AllOf(HasSubstr("row 4, field place"), HasSubstr("lon, lat, uncertainty_km")),
                            AllOf(HasSubstr("row 5, field place"), HasSubstr("lon, lat"))));
}

TEST_F(NothingIsLost, ThePrecisionThatARowGivesIsKept) {
    const Import result = importEvents(write("rows.csv", "kind,date,place,lon,lat,precision\n"
                                                         "detention,2031,Invented town,127,42,province\n"),
                                       {});
    EXPECT_EQ(result.casebook.events[0].precision, model::PlacePrecision::province);
}

TEST_F(NothingIsLost, AFileNameThatIsNotUtf8MakesASoundTitle) {
    const Import result = importEvents(
        write("a\xff.csv", "kind,date,place,lon,lat\ndetention,2031,Invented town,127,42\n"), {});
    EXPECT_EQ(result.casebook.sources[0].title, "Events of the file a\uFFFD.csv");
    save(result.casebook, folder / "a.gpkg");
    EXPECT_EQ(open(folder / "a.gpkg"), result.casebook);
}

class HalfATemplate : public FolderTest {};

TEST_F(HalfATemplate, IsTakenAwayAgain) {
    // A folder in the place of a file stops the writing on the way.
    fs::create_directories(folder / "form/README.txt");
    EXPECT_THAT(errorOf([&] { writeTemplate(folder / "form"); }), HasSubstr("README.txt"));
    EXPECT_THAT(filesIn(folder / "form"), ElementsAre("README.txt"));
}

class DanglingLinks : public FolderTest {};

TEST_F(DanglingLinks, ARowOfAnEventsCsvThatNamesNoEventIsSkipped) {
    const Import result = importEvents(write("rows.csv", "id,kind,date,place,role,role_of,tallies\n"
                                                         "a,detention,2031,unknown,,,\n"
                                                         "b,detention,2031,unknown,stage_of,a,\n"
                                                         "c,detention,2031,unknown,stage_of,c,\n"
                                                         "d,detention,2031,unknown,stage_of,nope,\n"
                                                         "e,detention,2031,unknown,,,T99\n"),
                                       {});
    EXPECT_EQ(result.rowsLoaded, 2);
    EXPECT_EQ(result.rowsSkipped, 3);
    EXPECT_THAT(sentencesOf(result.problems),
                ElementsAre(HasSubstr("row 4, field role_of"), HasSubstr("row 5, field role_of"),
                            HasSubstr("row 6, field tallies")));
}

TEST_F(DanglingLinks, ATextFormSkipsThemAndWhatHangsOnThem) {
    write("sources.csv", "id,title\ns,Invented letter\n");
    write("places.csv", "id,name_en,cn_side\np,P,\nq,Q,nowhere\nr,R,q\n");
    write("tallies.csv", "id,measure,source\nt,detained,s\na,detained,s\n");
    write("events.csv", "id,kind,date,place,source,role,role_of,tallies\n"
                        "a,detention,2031,p,s,,,t\n"
                        "b,detention,2031,p,s,stage_of,c,\n"
                        "c,detention,2031,p,s,,,nope\n"
                        ",detention,2031,p,s,stage_of,a,\n"
                        "d,detention,2031,r,s,,,\n");
    const Import result = readTextForm(folder);
    EXPECT_EQ(result.rowsRead, result.rowsLoaded + result.rowsSkipped);
    EXPECT_EQ(result.casebook.places.size(), 1u);
    EXPECT_EQ(result.casebook.tallies.size(), 1u);
    ASSERT_EQ(result.casebook.events.size(), 2u);
    EXPECT_EQ(result.casebook.events[1].id, "E0004");
    EXPECT_EQ(result.rowsSkipped, 6);
    EXPECT_TRUE(check(result.casebook).empty()) << check(result.casebook).front().sentence();
}

class MergeClash : public FolderTest {
protected:
    Import textForm(const std::string& name, const std::string& title, const std::string& event) const {
        write(name + "/sources.csv", "id,title\ns," + title + "\n");
        write(name + "/tallies.csv", "id,measure,source\nt-" + event + ",detained,s\n");
        write(name + "/events.csv", "id,kind,date,place,source,role,role_of,tallies\n" + event +
                                        ",detention,2031,unknown,s,,,t-" + event + "\n" + event +
                                        "2,transfer,2032,unknown,s,stage_of," + event + ",\n");
        write(name + "/event_links.csv", "kind,from,to\nsame_as," + event + "," + event + "2\n");
        return readTextForm(folder / name);
    }
};

TEST_F(MergeClash, NothingIsEverAttributedToAnotherSourceOfTheSameId) {
    const Import base = textForm("base", "Letter of one", "a");
    const Import result = merge(base.casebook, textForm("addition", "Letter of another", "b"));
    EXPECT_EQ(result.casebook.sources.size(), 1u);
    EXPECT_EQ(result.casebook.events.size(), 2u)
        << "events of the refused source must not cite the other one";
    EXPECT_EQ(result.casebook.tallies.size(), 1u);
    EXPECT_EQ(result.casebook.eventLinks.size(), 1u);
    EXPECT_EQ(result.rowsSkipped, 5);
    EXPECT_EQ(result.rowsRead, result.rowsLoaded + result.rowsSkipped);
}

TEST_F(MergeClash, AnEventDoesNotTakeTheIdOfATally) {
    const Import base = textForm("base", "Letter", "a");
    const Import result = merge(base.casebook, textForm("addition", "Letter", "t-a"));
    EXPECT_EQ(result.casebook.events.find("t-a"), nullptr);
    EXPECT_EQ(result.rowsRead, result.rowsLoaded + result.rowsSkipped);
    EXPECT_TRUE(check(result.casebook).empty());
}

} // namespace surplace::casebook::test
