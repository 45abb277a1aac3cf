#include "ogr/dataset.hpp"
#include "support.hpp"
#include <map>

namespace surplace::casebook::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// The saved file as a GIS sees it, through GDAL.
class MapLayers : public FolderTest {
protected:
    MapLayers() {
        save(open(packageFixture), folder / "a.gpkg");
        dataset.emplace(ogr::Dataset::open(folder / "a.gpkg", ogr::Dataset::Kind::vector, &log));
    }
    std::vector<std::string> idsWhere(const std::string& layer, const std::string& condition) const {
        std::vector<std::string> ids;
        dataset->forEachFeature(layer, condition,
                                [&](const ogr::Feature& feature) { ids.push_back(feature.text("id")); });
        return ids;
    }
    /// The filter that QGIS's temporal controller sets for a layer with separate fields for start and end.
    std::vector<std::string> shownBetween(const std::string& layer, const std::string& first,
                                          const std::string& last) const {
        return idsWhere(layer, "(date_start <= '" + last + "' OR date_start IS NULL) AND (date_end >= '" +
                                   first + "' OR date_end IS NULL) AND geom IS NOT NULL");
    }

    core::Log log;
    std::optional<ogr::Dataset> dataset;
};

TEST_F(MapLayers, AllTablesAreLayersAndGdalHasNoComplaint) {
    EXPECT_THAT(dataset->layerNames(),
                testing::UnorderedElementsAre("event_map", "leg_map", "surplace_meta", "sources", "places",
                                              "cases", "events", "citations", "event_links", "tallies",
                                              "tally_relations"));
    for (const std::string& layer : dataset->layerNames())
        dataset->forEachFeature(layer, [](const ogr::Feature& feature) { feature.point(); });
    EXPECT_EQ(dataset->featureCount("event_map"), 7);
    EXPECT_EQ(dataset->featureCount("leg_map"), 2);
    for (const auto& entry : log.entries())
        EXPECT_EQ(entry.level, core::Log::Level::debug) << entry.text;
}

TEST_F(MapLayers, ShapesFollowThePrecision) {
    std::map<std::string, std::string> shapes;
    dataset->forEachFeature("event_map", [&](const ogr::Feature& feature) {
        shapes[feature.text("id")] = feature.point() ? "point" : !feature.rings().empty() ? "area" : "none";
        if (feature.text("id") == "A1") {
            EXPECT_EQ(feature.point(), (geo::LonLat{125.1, 42.3}));
        }
        if (feature.text("id") == "A2") {
            EXPECT_EQ(feature.rings(), (geo::LonLatRings{{{127, 42}, {130, 42}, {130, 44}, {127, 44}}}));
        }
    });
    EXPECT_EQ(shapes, (std::map<std::string, std::string>{{"A1", "point"},
                                                          {"A2", "area"},
                                                          {"A3", "point"},
                                                          {"A4", "point"},
                                                          {"A5", "area"},
                                                          {"A6", "none"},
                                                          {"A7", "point"}}));
}

TEST_F(MapLayers, ColumnsSayWhatTheEventSays) {
    dataset->forEachFeature("event_map", "id = 'A3'", [](const ogr::Feature& feature) {
        EXPECT_EQ(feature.text("kind"), "forced_return");
        EXPECT_EQ(feature.text("assertion"), "feared");
        EXPECT_EQ(feature.integer("feared"), 1);
        EXPECT_EQ(feature.integer("people_min"), 4);
        EXPECT_EQ(feature.text("place_ko"), "아랫마을");
        EXPECT_EQ(feature.text("source"), "Letter on four invented people, with a comma");
        EXPECT_EQ(feature.text("date"), "2031-06-25/..");
    });
    dataset->forEachFeature("event_map", "id = 'A4'", [](const ogr::Feature& feature) {
        EXPECT_FALSE(feature.has("people_min"));
        EXPECT_EQ(feature.integer("people_max"), 600);
    });
    dataset->forEachFeature("leg_map", "id = 'A2'", [](const ogr::Feature& feature) {
        EXPECT_EQ(feature.text("from_place"), "Upton");
        EXPECT_EQ(feature.text("to_place"), "Downton");
        EXPECT_EQ(feature.lines(), (std::vector<geo::LonLatLine>{{{125.1, 42.3}, {129.123456789, 42.75}}}));
    });
}

TEST_F(MapLayers, DatesAreDatesAndPlayThroughTime) {
    dataset->forEachFeature("event_map", "id = 'A2'", [](const ogr::Feature& feature) {
        EXPECT_EQ(feature.date("date_start"), "2031-04-01"); // empty unless the column's type is a date
        EXPECT_EQ(feature.date("date_end"), "2031-04-30");
    });
    EXPECT_THAT(shownBetween("event_map", "2031-03-15", "2031-03-15"), ElementsAre("A1", "A5", "A7"));
    EXPECT_THAT(shownBetween("event_map", "2031-04-30", "2031-05-31"), ElementsAre("A2", "A5", "A7"));
    EXPECT_THAT(shownBetween("event_map", "2031-08-01", "2031-08-31"), ElementsAre("A4", "A5", "A7"));
    EXPECT_THAT(shownBetween("event_map", "2032-03-01", "2032-12-31"), ElementsAre("A7"));
    EXPECT_THAT(shownBetween("leg_map", "2031-06-01", "2031-06-30"), ElementsAre("A3"));
    EXPECT_THAT(shownBetween("leg_map", "2031-07-01", "2040-01-01"),
                IsEmpty()); // feared once, gone afterwards
}

TEST_F(MapLayers, AnOpenSideHasNoDayUnlessTheSourceGivesOne) {
    const std::string rows = "id,kind,date,place,lon,lat,source,published,assertion\n"
                             "a,holding,../2017-03,Town,127,42,Undated,,\n"
                             "b,holding,[..2017-03-01],Town,,,Undated,,\n"
                             "c,holding,2017-03/..,Town,,,Undated,,\n"
                             "d,holding,2017-03/..,Town,,,Dated,2017-05,\n"
                             "e,holding,../2017-03,Town,,,Dated,,\n"
                             "f,detention,2017-03/..,Town,,,Undated,,feared\n"
                             "g,holding,2017-03/,Town,,,Dated,,\n"
                             "h,holding,2018-03/..,Town,,,Dated,,\n"
                             "i,detention,\"\",Town,,,Dated,,\n";
    save(importEvents(write("rows.csv", rows), {}).casebook, folder / "open.gpkg");
    dataset.emplace(ogr::Dataset::open(folder / "open.gpkg", ogr::Dataset::Kind::vector, &log));
    std::map<std::string, std::string> days;
    dataset->forEachFeature("event_map", [&](const ogr::Feature& feature) {
        days[feature.text("id")] = feature.text("date_start") + " " + feature.text("date_end");
    });
    EXPECT_EQ(days, (std::map<std::string, std::string>{{"a", " 2017/03/31"},
                                                        {"b", " 2017/03/01"},
                                                        {"c", "2017/03/01 "},
                                                        {"d", "2017/03/01 2017/05/31"},
                                                        {"e", " 2017/03/31"},
                                                        {"f", "2017/03/01 2017/03/31"},
                                                        {"g", "2017/03/01 2017/05/31"},
                                                        {"h", "2018/03/01 "}}));
    EXPECT_THAT(shownBetween("event_map", "2016-01-01", "2016-12-31"), ElementsAre("a", "b", "e"));
    EXPECT_THAT(shownBetween("event_map", "2024-01-01", "2024-12-31"), ElementsAre("c", "h"));
}

TEST_F(MapLayers, AnotherProgramsEditsOfThemAreIgnored) {
    tamper(folder / "a.gpkg", "UPDATE event_map SET kind='nonsense', date='never'; DROP TABLE leg_map");
    EXPECT_EQ(open(folder / "a.gpkg"), open(packageFixture));
}

TEST_F(MapLayers, TheFileKeepsTheStandard) {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open_v2((folder / "a.gpkg").c_str(), &database, SQLITE_OPEN_READONLY, nullptr),
              SQLITE_OK);
    const auto value = [&](const char* sql) {
        sqlite3_stmt* statement = nullptr;
        EXPECT_EQ(sqlite3_prepare_v2(database, sql, -1, &statement, nullptr), SQLITE_OK) << sql;
        std::string text;
        if (sqlite3_step(statement) == SQLITE_ROW && sqlite3_column_text(statement, 0) != nullptr)
            text = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
        sqlite3_finalize(statement);
        return text;
    };
    EXPECT_EQ(value("PRAGMA application_id"), std::to_string(0x47504B47));
    EXPECT_EQ(value("PRAGMA user_version"), "10300");
    EXPECT_EQ(value("PRAGMA integrity_check"), "ok");
    EXPECT_EQ(value("PRAGMA foreign_key_check"), "");
    EXPECT_EQ(
        value("SELECT group_concat(srs_id) FROM (SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY srs_id)"),
        "-1,0,4326");
    EXPECT_EQ(value("SELECT count(*) FROM sqlite_master WHERE type IN ('view','trigger')"), "0");
    EXPECT_EQ(value("SELECT count(*) FROM gpkg_contents WHERE data_type='attributes'"), "9");
    EXPECT_EQ(value("SELECT group_concat(table_name||geometry_type_name) FROM gpkg_geometry_columns"),
              "event_mapGEOMETRY,leg_mapLINESTRING");
    EXPECT_EQ(
        value(
            "SELECT min_x||','||min_y||','||max_x||','||max_y FROM gpkg_contents WHERE table_name='leg_map'"),
        "125.1,42.3,129.25,42.75");
    EXPECT_EQ(value("SELECT DISTINCT last_change FROM gpkg_contents"), "2031-12-31T00:00:00.000Z");
    // Magic, version, flags of a little-endian point without envelope, and the reference system.
    EXPECT_EQ(value("SELECT hex(substr(geom,1,8)) FROM event_map WHERE id='A1'"), "47500001E6100000");
    EXPECT_EQ(value("SELECT length(geom) FROM event_map WHERE id='A1'"), "29");
    EXPECT_EQ(value("SELECT hex(substr(geom,1,8)) FROM leg_map WHERE id='A2'"), "47500003E6100000");
    sqlite3_close(database);
}

} // namespace
} // namespace surplace::casebook::test
