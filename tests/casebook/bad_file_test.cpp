#include "support.hpp"

namespace surplace::casebook::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;

/// Each test opens a file with one fault; the sentence must name the file and the place, and the file must
/// stay as it was.
class BadFile : public FolderTest {
protected:
    std::string openError(const fs::path& file) const {
        const std::string before = bytesOf(file);
        const auto names = filesIn(folder);
        const std::string error = errorOf([&] { open(file); });
        EXPECT_TRUE(bytesOf(file) == before);
        EXPECT_EQ(filesIn(folder), names);
        return error;
    }
    std::string errorAfter(const std::string& sql) const {
        const fs::path file = copyOfFixture();
        tamper(file, sql);
        return openError(file);
    }
};

TEST_F(BadFile, Missing) {
    EXPECT_THAT(errorOf([&] { open(folder / "none.gpkg"); }),
                AllOf(HasSubstr("none.gpkg"), HasSubstr("there is no such file")));
}

TEST_F(BadFile, AFolder) {
    EXPECT_THAT(errorOf([&] { open(folder); }), HasSubstr("not a file"));
}

TEST_F(BadFile, NotADatabase) {
    EXPECT_THAT(openError(write("a.gpkg", "kind,date,place\n")),
                AllOf(HasSubstr("a.gpkg"), HasSubstr("not a GeoPackage")));
    EXPECT_THAT(openError(write("empty.gpkg", "")), HasSubstr("not a GeoPackage"));
    EXPECT_THAT(openError(write("magic.gpkg", std::string("SQLite format 3\0", 16))), HasSubstr("damaged"));
}

TEST_F(BadFile, TruncatedAnywhere) {
    const std::string whole = bytesOf(packageFixture);
    for (const std::size_t size :
         {std::size_t{50}, std::size_t{100}, std::size_t{4096}, whole.size() / 4, whole.size() / 2,
          whole.size() - 5000, whole.size() - 4096, whole.size() - 1}) {
        const std::string error = openError(write("short.gpkg", whole.substr(0, size)));
        EXPECT_THAT(error, AllOf(HasSubstr("short.gpkg"), HasSubstr("damaged"))) << size;
    }
}

TEST_F(BadFile, OverwrittenInTheMiddleNeverCrashes) {
    const std::string whole = bytesOf(packageFixture);
    int refused = 0;
    for (std::size_t at = 4096; at + 64 < whole.size(); at += 1024) {
        std::string bytes = whole;
        bytes.replace(at, 64, 64, '\xFF');
        refused += openError(write("hurt.gpkg", bytes)).empty() ? 0 : 1;
    }
    EXPECT_GT(refused, 10); // the rest hit unused bytes or the contents of a text
}

/// Large enough to be checked in another thread while it is read.
TEST_F(BadFile, DamageOfALargeFileIsFoundThoughNothingReadsIt) {
    model::Casebook casebook = open(packageFixture);
    std::vector<model::Event> events(12'000, *casebook.events.find("A1"));
    for (std::size_t i = 0; i < events.size(); ++i)
        events[i].id = "E" + std::to_string(i);
    casebook.events = model::Table(std::move(events));
    const fs::path file = folder / "large.gpkg";
    save(casebook, file);
    ASSERT_GT(fs::file_size(file), std::uintmax_t{4 * 1024 * 1024});
    EXPECT_EQ(open(file).events.size(), 12'000u);

    const std::string whole = bytesOf(file);
    std::string bytes = whole;
    bytes.replace(bytes.size() - 8 * 4096, 4096, 4096, '\xFF'); // a page of event_map or leg_map
    EXPECT_THAT(openError(write("large.gpkg", bytes)), AllOf(HasSubstr("large.gpkg"), HasSubstr("damaged")));

    // Damage goes before what is wrong in a row.
    fs::remove(file);
    tamper(write("large.gpkg", whole), "UPDATE events SET kind='abduction' WHERE fid=4");
    EXPECT_THAT(openError(file), AllOf(HasSubstr("row 4"), HasSubstr("field kind")));
    bytes = bytesOf(file);
    bytes.replace(bytes.size() - 8 * 4096, 4096, 4096, '\xFF');
    EXPECT_THAT(openError(write("large.gpkg", bytes)), HasSubstr("damaged"));
}

TEST_F(BadFile, RowsComeByFidWhereAnotherProgramStoredThemOtherwise) {
    const fs::path file = copyOfFixture();
    tamper(file, "CREATE TABLE other AS SELECT * FROM events ORDER BY fid DESC; DROP TABLE events; "
                 "ALTER TABLE other RENAME TO events");
    EXPECT_EQ(open(file), open(packageFixture));
}

TEST_F(BadFile, TheFileCannotCallTheReader) {
    EXPECT_THAT(errorAfter("ALTER TABLE cases ADD COLUMN trap TEXT AS (abs(fid)); PRAGMA writable_schema=1; "
                           "UPDATE sqlite_master SET sql=replace(sql, 'abs(fid)', 'surplace_take_row(fid)') "
                           "WHERE name='cases'"),
                HasSubstr("copy.gpkg"));
}

TEST_F(BadFile, AnotherKindOfDatabase) {
    tamper(folder / "notes.db", "CREATE TABLE notes(a)");
    EXPECT_THAT(openError(folder / "notes.db"), AllOf(HasSubstr("notes.db"), HasSubstr("not a GeoPackage")));
}

TEST_F(BadFile, AGeoPackageThatIsNoCasebook) {
    EXPECT_THAT(errorAfter("DROP TABLE surplace_meta"),
                AllOf(HasSubstr("layer surplace_meta"), HasSubstr("missing")));
}

TEST_F(BadFile, MissingTable) {
    for (const char* table :
         {"sources", "places", "cases", "events", "citations", "event_links", "tallies", "tally_relations"})
        EXPECT_THAT(
            errorAfter(std::string("DROP TABLE ") + table),
            AllOf(HasSubstr("copy.gpkg"), HasSubstr(std::string("layer ") + table), HasSubstr("missing")));
}

TEST_F(BadFile, MissingColumn) {
    EXPECT_THAT(
        errorAfter("ALTER TABLE events DROP COLUMN people"),
        AllOf(HasSubstr("layer events"), HasSubstr("field people"), HasSubstr("the column is missing")));
}

TEST_F(BadFile, NewerVersion) {
    EXPECT_THAT(errorAfter("UPDATE surplace_meta SET value='7' WHERE key='schema_version'"),
                AllOf(HasSubstr("copy.gpkg"), HasSubstr("newer Surplace"), HasSubstr("schema version 7"),
                      HasSubstr("up to 1"), HasSubstr("Update Surplace.")));
    EXPECT_THAT(errorAfter("UPDATE surplace_meta SET value='seven' WHERE key='schema_version'"),
                HasSubstr("layer surplace_meta"));
    EXPECT_THAT(errorAfter("DELETE FROM surplace_meta WHERE key='schema_version'"),
                HasSubstr("schema version is missing"));
}

TEST_F(BadFile, PlantedObjects) {
    EXPECT_THAT(errorAfter("CREATE VIEW trap AS SELECT 1"), HasSubstr("the view \"trap\""));
    EXPECT_THAT(
        errorAfter(
            "ALTER TABLE events RENAME TO real_events; CREATE VIEW events AS SELECT * FROM real_events"),
        HasSubstr("the view \"events\""));
    EXPECT_THAT(errorAfter("CREATE TRIGGER trap AFTER INSERT ON events BEGIN DELETE FROM events; END"),
                HasSubstr("the trigger \"trap\""));
    EXPECT_THAT(errorAfter("CREATE VIRTUAL TABLE trap USING fts5(a)"),
                HasSubstr("the virtual table \"trap\""));
    EXPECT_EQ(errorAfter("CREATE VIRTUAL TABLE rtree_event_map_geom USING rtree(id, minx, maxx, miny, maxy)"),
              "");
}

struct BadValue {
    const char* name;
    const char* sql;
    const char* layer;
    const char* row;
    const char* field;
    const char* reason;
};

class BadValueTest : public BadFile, public testing::WithParamInterface<BadValue> {};

TEST_P(BadValueTest, IsNamedWithLayerRowAndField) {
    const BadValue& value = GetParam();
    EXPECT_THAT(errorAfter(value.sql),
                AllOf(HasSubstr("copy.gpkg"), HasSubstr(std::string("layer ") + value.layer),
                      HasSubstr(std::string("row ") + value.row),
                      HasSubstr(std::string("field ") + value.field), HasSubstr(value.reason)));
}

INSTANTIATE_TEST_SUITE_P(
    Values, BadValueTest,
    testing::Values(
        BadValue{"infinite", "UPDATE places SET lon=9e999 WHERE fid=1", "places", "1", "lon", "finite"},
        BadValue{"notANumber", "UPDATE places SET lon='NaN' WHERE fid=1", "places", "1", "lon", "finite"},
        BadValue{"nanBecomesNull", "UPDATE places SET lon=9e999-9e999 WHERE fid=2", "places", "2", "lon",
                 "no longitude"},
        BadValue{"longitude", "UPDATE places SET lon=180.5 WHERE fid=2", "places", "2", "lon",
                 "not on the globe"},
        BadValue{"latitude", "UPDATE places SET lat=-91 WHERE fid=3", "places", "3", "lat",
                 "not on the globe"},
        BadValue{"noLatitude", "UPDATE places SET lat=NULL WHERE fid=3", "places", "3", "lat", "no latitude"},
        BadValue{"words", "UPDATE places SET lat='north' WHERE fid=3", "places", "3", "lat", "not a number"},
        BadValue{"box", "UPDATE places SET bbox_wsen='130,42,127,44' WHERE fid=5", "places", "5", "bbox_wsen",
                 "box"},
        BadValue{"uncertainty", "UPDATE places SET uncertainty_km=-1 WHERE fid=1", "places", "1",
                 "uncertainty_km", "negative"},
        BadValue{"month", "UPDATE events SET date='2017-13' WHERE fid=2", "events", "2", "date", "13"},
        BadValue{"day", "UPDATE events SET date='2017-02-30' WHERE fid=2", "events", "2", "date", "30"},
        BadValue{"noDate", "UPDATE events SET date=NULL WHERE fid=2", "events", "2", "date", "empty"},
        BadValue{"sourceDate", "UPDATE sources SET published='June 2017' WHERE fid=1", "sources", "1",
                 "published", ""},
        BadValue{"kind", "UPDATE events SET kind='abduction' WHERE fid=4", "events", "4", "kind",
                 "forced_return"},
        BadValue{"assertion", "UPDATE events SET assertion='sure' WHERE fid=4", "events", "4", "assertion",
                 "feared"},
        BadValue{"count", "UPDATE events SET people='9-4' WHERE fid=4", "events", "4", "people", ""},
        BadValue{"negative", "UPDATE events SET people='-' WHERE fid=4", "events", "4", "people", ""},
        BadValue{"sequence", "UPDATE events SET sequence='first' WHERE fid=1", "events", "1", "sequence",
                 "whole number"},
        BadValue{"utf8", "UPDATE events SET what=CAST(x'B1E8B9AE' AS TEXT) WHERE fid=1", "events", "1",
                 "what", "UTF-8"},
        BadValue{"nul", "UPDATE events SET what=CAST(x'410042' AS TEXT) WHERE fid=1", "events", "1", "what",
                 "NUL byte"},
        BadValue{"blob", "UPDATE events SET what=x'0102' WHERE fid=1", "events", "1", "what", "not text"},
        BadValue{"noId", "UPDATE events SET id=NULL WHERE fid=6", "events", "6", "id", "missing"},
        BadValue{"oddId", "UPDATE cases SET id='a b' WHERE fid=1", "cases", "1", "id", "not an id"},
        BadValue{"citation", "UPDATE citations SET record='nobody' WHERE fid=2", "citations", "2", "record",
                 "nobody"},
        BadValue{"noSource", "UPDATE events SET source=NULL WHERE fid=1", "events", "1", "source",
                 "no source"},
        BadValue{"sensitivity", "UPDATE events SET sensitivity='S9' WHERE fid=1", "events", "1",
                 "sensitivity", "S4"}),
    [](const auto& test) { return test.param.name; });

TEST_F(BadFile, AHotJournalIsRecoveredInAPrivateCopy) {
    // A writer that stopped in the middle: the journal holds the old pages, the file the new ones.
    const fs::path file = copyOfFixture();
    sqlite3* writer = nullptr;
    ASSERT_EQ(sqlite3_open(file.c_str(), &writer), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(
                  writer,
                  "PRAGMA cache_size=1; PRAGMA cache_spill=1; BEGIN; UPDATE events SET what='half written'; "
                  "CREATE TABLE more(a); INSERT INTO more WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT "
                  "i+1 FROM n "
                  "LIMIT 4000) SELECT hex(randomblob(100)) FROM n",
                  nullptr, nullptr, nullptr),
              SQLITE_OK);
    const fs::path crashed = folder / "crashed.gpkg";
    fs::copy_file(file, crashed);
    fs::copy_file(file.string() + "-journal", crashed.string() + "-journal");
    sqlite3_exec(writer, "ROLLBACK", nullptr, nullptr, nullptr);
    sqlite3_close(writer);
    ASSERT_FALSE(bytesOf(crashed) == bytesOf(packageFixture));

    const std::string before = bytesOf(crashed), journalBefore = bytesOf(crashed.string() + "-journal");
    const auto names = filesIn(folder);
    EXPECT_EQ(open(crashed), open(packageFixture));
    EXPECT_TRUE(bytesOf(crashed) == before);
    EXPECT_TRUE(bytesOf(crashed.string() + "-journal") == journalBefore);
    EXPECT_EQ(filesIn(folder), names);
}

TEST_F(BadFile, AWriteAheadLogIsReadWithoutLeavingFiles) {
    const fs::path file = copyOfFixture();
    tamper(file, "PRAGMA journal_mode=WAL; UPDATE surplace_meta SET value='Renamed' WHERE key='title'");
    const auto names = filesIn(folder);
    EXPECT_EQ(open(file).title, "Renamed");
    EXPECT_EQ(filesIn(folder), names);
}

TEST_F(BadFile, ACancelStopsTheReading) {
    const std::atomic<bool> cancel = true;
    EXPECT_THROW(open(packageFixture, core::Progress{{}, &cancel}), core::Cancelled);
}

} // namespace
} // namespace surplace::casebook::test
