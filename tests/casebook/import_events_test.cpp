#include "support.hpp"

namespace surplace::casebook::test {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class ImportEvents : public FolderTest {
protected:
    Import import(const std::string& csv, ImportOptions options = {}) {
        const Import result = importEvents(write("mine.csv", csv), base, {}, options);
        EXPECT_EQ(result.rowsRead, result.rowsLoaded + result.rowsSkipped);
        return result;
    }
    const model::Event& added(const Import& result, std::size_t i) {
        return result.casebook.events[base.events.size() + i];
    }

    const model::Casebook base = open(packageFixture);
};

TEST_F(ImportEvents, TenRowsWithAKoreanNameAndOneBadRow) {
    const Import result = import("kind,date,place,lon,lat,people,what\n"
                                 "detention,2031-01-02,Upton,,,4,\n"
                                 "Forced return,2031-02,윗마을,,,9-,\n"
                                 "transfer,2031-03,새마을,126.5,41.8,~50,first row of a new place\n"
                                 "detention,2031-04,새마을,,,,\n"
                                 "detention,2031-05,示例桥,,,,\n"
                                 "detention,2031-06,uptown,,,,an alias\n"
                                 "detention,2031-13,Upton,,,,\n" // row 8
                                 "detention,2031-07,unknown,,,,\n"
                                 "policy,2031,xx-country,,,,\n"
                                 "death,2031-08,,127.25,41.5,1,only a position\n");
    EXPECT_EQ(result.rowsRead, 10);
    EXPECT_EQ(result.rowsLoaded, 9);
    EXPECT_THAT(sentencesOf(result.problems), ElementsAre(HasSubstr("mine.csv, row 8, field date")));
    EXPECT_EQ(result.casebook.events.size(), base.events.size() + 9);
    EXPECT_EQ(result.casebook.places.size(), base.places.size() + 2);
    EXPECT_EQ(added(result, 0).placeId, "xx-upton");
    EXPECT_EQ(added(result, 0).details->placeWritten, "Upton");
    EXPECT_EQ(added(result, 0).sensitivity, model::Sensitivity::s3);
    EXPECT_EQ(added(result, 1).placeId, "xx-upton");
    EXPECT_EQ(added(result, 2).placeId, added(result, 3).placeId);
    EXPECT_EQ(result.casebook.places.find(added(result, 2).placeId)->nameKo, "새마을");
    EXPECT_EQ(added(result, 4).precision, model::PlacePrecision::exact);
    EXPECT_EQ(added(result, 5).placeId, "xx-upton");
    EXPECT_EQ(added(result, 6).placeId, "");
    EXPECT_EQ(added(result, 7).precision, model::PlacePrecision::country);
    EXPECT_EQ(result.casebook.places.find(added(result, 8).placeId)->position, (geo::LonLat{127.25, 41.5}));
    EXPECT_EQ(added(result, 0).id, "E0001");
    const auto& source = *result.casebook.sources.find(added(result, 0).citations.front().sourceId);
    EXPECT_EQ(source.title, "Events of the file mine.csv");
    EXPECT_EQ(result.casebook.sources.size(), base.sources.size() + 1);
    save(result.casebook, folder / "a.gpkg");
    EXPECT_EQ(open(folder / "a.gpkg"), result.casebook);
    EXPECT_THAT(sentencesOf(check(result.casebook)), IsEmpty());
}

TEST_F(ImportEvents, SemicolonsDecimalCommasAndColumnsInAnyOrder) {
    const Import result = import("Date;Lat;Lon;Place;Kind\n2031-01;41,8;126,5;Newtown;DETENTION\n;;;;\n");
    EXPECT_THAT(sentencesOf(result.problems), IsEmpty());
    ASSERT_EQ(result.rowsLoaded, 1);
    EXPECT_EQ(result.casebook.places.find(added(result, 0).placeId)->position, (geo::LonLat{126.5, 41.8}));
}

TEST_F(ImportEvents, SourcesByIdByTitleAndNew) {
    const Import result = import("kind,date,place,source,publisher,published\n"
                                 "detention,2031,Upton,INV_NEWS_2031,,\n"
                                 "detention,2031,Upton,지어낸 뉴스,,\n"
                                 "detention,2031,Upton,A new report,New Watch,2032-01\n"
                                 "detention,2031,Upton,a new report,,\n",
                                 {.published = true});
    for (const std::string& sentence : sentencesOf(result.problems))
        EXPECT_THAT(sentence, HasSubstr("\"INV_NEWS_2031\" is S3 in the casebook"));
    EXPECT_EQ(added(result, 0).citations.front().sourceId, "INV_NEWS_2031");
    EXPECT_EQ(added(result, 1).citations.front().sourceId, "INV_NEWS_2031");
    EXPECT_EQ(added(result, 2).citations.front().sourceId, added(result, 3).citations.front().sourceId);
    const auto& report = *result.casebook.sources.find(added(result, 2).citations.front().sourceId);
    EXPECT_EQ(report.publisher, "New Watch");
    EXPECT_EQ(report.published.text(), "2032-01");
    EXPECT_EQ(report.sensitivity, model::Sensitivity::s0);
    EXPECT_EQ(added(result, 2).sensitivity, model::Sensitivity::s0);
}

TEST_F(ImportEvents, ProblemsSayHowToFixThem) {
    const Import result = import("id,kind,date,place,lon,lat,source,from_place\n"
                                 ",detention,2031,Nowhereville,,,,\n"                  // 2
                                 ",repatriation,2031,Upton,,,,\n"                      // 3
                                 ",detention,2031,,,,,\n"                              // 4
                                 ",detention,2031,Somewhere,126,,,\n"                  // 5
                                 ",detention,2031,Somewhere,426,42,,\n"                // 6
                                 "A1,detention,2031,Upton,,,,\n"                       // 7
                                 ",detention,2031,Upton,,,New source,Nowhereville\n"); // 8
    EXPECT_EQ(result.rowsLoaded, 0);
    EXPECT_THAT(sentencesOf(result.problems),
                ElementsAre(AllOf(HasSubstr("row 2, field place"), HasSubstr("lon and lat")),
                            AllOf(HasSubstr("row 3, field kind"), HasSubstr("forced_return")),
                            HasSubstr("row 4, field place"), HasSubstr("row 5, field lat"),
                            HasSubstr("row 6, field lon"), HasSubstr("row 7, field id"),
                            HasSubstr("row 8, field from_place")));
    EXPECT_EQ(result.casebook, base); // a skipped row leaves nothing behind
}

TEST_F(ImportEvents, AnAmbiguousNameListsTheIds) {
    const std::string twoPlaces =
        "kind,date,place,lon,lat\ndetention,2031,Twin,126,42\ndetention,2031,Twin,129,42\n";
    EXPECT_EQ(import(twoPlaces).casebook.places.size(), base.places.size() + 2);
    const Import result = import(twoPlaces + "detention,2031,Twin,,\ndetention,2031,Twin,129.01,42\n");
    EXPECT_THAT(sentencesOf(result.problems),
                ElementsAre(AllOf(HasSubstr("row 4, field place"),
                                  HasSubstr("place-1 (Twin, settlement) or place-2 (Twin, settlement)")),
                            AllOf(HasSubstr("row 5, field place"), HasSubstr("lon of this row was not"))));
    EXPECT_EQ(added(result, 2).placeId, "place-2");
}

TEST_F(ImportEvents, MissingAndUnknownColumnsAreNamed) {
    EXPECT_THAT(errorOf([&] { import("kind,place\n"); }), HasSubstr("the column \"date\" is missing"));
    EXPECT_THAT(errorOf([&] { import("kind,date\n"); }), HasSubstr("the column \"place\" is missing"));
    EXPECT_THAT(errorOf([&] { import("kind,date,place,wher\n"); }), HasSubstr("\"wher\" is not a column"));
}

TEST_F(ImportEvents, CasesAreMadeAsNeeded) {
    const Import result =
        import("kind,date,place,case,sequence\ndetention,2031,Upton,mine,1\ntransfer,2031,Downton,mine,2\n");
    EXPECT_NE(result.casebook.cases.find("mine"), nullptr);
    EXPECT_EQ(result.casebook.cases.size(), base.cases.size() + 1);
}

} // namespace
} // namespace surplace::casebook::test
