#include "casebook/casebook_file.hpp"
#include "casebook/draft.hpp"
#include "casebook/geopackage_schema.hpp"
#include "casebook/map_layers.hpp"
#include "core/safe_file.hpp"
#include "core/translation.hpp"
#include <fmt/format.h>

namespace surplace::casebook {

namespace {

constexpr long rowsPerProgress = 4096;

/// The tables that every GeoPackage has (OGC 12-128r17, annex C).
constexpr const char* standardTables = R"sql(
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL,
  definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]', 'longitude and latitude in decimal degrees on the WGS 84 spheroid');
)sql";

std::string_view sqlType(Storage storage) {
    return storage == Storage::real ? "DOUBLE" : storage == Storage::integer ? "INTEGER" : "TEXT";
}

/// Day at which the casebook stands, as the time of the last change: no clock, so that one casebook has one
/// file.
std::string lastChangeOf(const model::Casebook& casebook) {
    const auto day = casebook.asOf.latest();
    return (day ? model::formatDay(*day) : std::string("1970-01-01")) + "T00:00:00.000Z";
}

/// Writes all tables of a casebook into a new, empty database.
class GeoPackageWriter {
public:
    GeoPackageWriter(Database& database, const model::Casebook& casebook, const core::Progress& progress)
        : _database(database), _casebook(casebook), _progress(progress), _lastChange(lastChangeOf(casebook)) {
    }

    void write() {
        // A journal in a file would be left behind when the disk fails; OFF is not allowed to a guarded
        // database.
        _database.run(fmt::format("PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; PRAGMA "
                                  "application_id={}; PRAGMA user_version={}",
                                  geopackageApplicationId, geopackageVersion));
        _database.run("BEGIN");
        _database.run(standardTables);
        writeProperties();
        const auto further = furtherCitationsOf(_casebook);
        _total = static_cast<long>(_casebook.sources.size() + _casebook.places.size() +
                                   _casebook.events.size() + further.size() + _casebook.tallies.size());
        writeRecords<model::Source>(_casebook.sources, "Published documents");
        writeRecords<model::Place>(_casebook.places, "Named spots and areas");
        writeRecords<model::Case>(_casebook.cases, "Groups of people followed through several events");
        writeRecords<model::Event>(_casebook.events, "What sources say has happened");
        writeRecords<FurtherCitation>(further, "Further sources of events and tallies");
        writeRecords<model::EventLink>(_casebook.eventLinks, "Reports of one event, and denials");
        writeRecords<model::Tally>(_casebook.tallies, "Figures that sources claim for a period and area");
        writeRecords<model::TallyRelation>(_casebook.tallyRelations,
                                           "How tallies lie inside or beside each other");
        writeMapLayers(_database, _casebook, _lastChange);
        _progress.step(_total, _total);
        _database.run("COMMIT");
    }

private:
    void writeProperties() {
        _database.run(fmt::format(
            "CREATE TABLE {} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, key TEXT NOT NULL, value TEXT)",
            metaTable));
        Statement insert(_database, fmt::format("INSERT INTO {} VALUES(NULL,?,?)", metaTable));
        const auto write = [&insert](std::string_view key, std::string_view value) {
            insert.bind(1, key);
            insert.bind(2, value);
            insert.run();
        };
        write(schemaVersionKey, std::to_string(schemaVersion));
        for (const auto& [key, value] : propertiesOf(_casebook))
            write(key, value);
        registerTable(_database, metaTable, "Title, date and schema version of the casebook", _lastChange,
                      nullptr);
    }

    template <class Record, class Records>
    void writeRecords(const Records& records, std::string_view description) {
        const auto columns = columnsOf<Record>();
        std::string definitions, parameters;
        for (const auto& column : columns) {
            definitions += fmt::format(", \"{}\" {}", column.name, sqlType(column.storage));
            parameters += ",?";
        }
        const std::string_view table = tableOf<Record>();
        _database.run(fmt::format("CREATE TABLE \"{}\" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL{})",
                                  table, definitions));
        Statement insert(_database, fmt::format("INSERT INTO \"{}\" VALUES(NULL{})", table, parameters));
        std::vector<std::string> cells(columns.size());
        for (const Record& record : records) {
            if (_done++ % rowsPerProgress == 0)
                _progress.step(_done, _total);
            for (std::size_t i = 0; i < columns.size(); ++i)
                bind(insert, static_cast<int>(i) + 1, columns[i], record, cells[i]);
            insert.run();
        }
        registerTable(_database, table, description, _lastChange, nullptr);
    }

    template <class Record>
    static void bind(Statement& insert, int parameter, const Column<Record>& column, const Record& record,
                     std::string& cell) {
        cell.clear();
        column.write(record, cell);
        if (cell.empty())
            insert.bindNull(parameter);
        else if (column.storage == Storage::real)
            insert.bind(parameter, numberFrom(cell, {}));
        else if (column.storage == Storage::integer)
            insert.bind(parameter, static_cast<std::int64_t>(integerFrom(cell)));
        else
            insert.bind(parameter, std::string_view(cell));
    }

    Database& _database;
    const model::Casebook& _casebook;
    const core::Progress& _progress;
    std::string _lastChange;
    long _done = 0;
    long _total = 0;
};

} // namespace

void save(const model::Casebook& casebook, const std::filesystem::path& file,
          const core::Progress& progress) {
    core::SafeFile temporary(file);
    {
        Database database(temporary.path(), Database::Mode::write, file.string());
        GeoPackageWriter(database, casebook, progress).write();
        const std::string finding = database.value("PRAGMA quick_check(1)");
        if (finding != "ok")
            throw core::Error(core::trf("the new file is not sound ({0})", finding),
                              {file.string(), "", 0, ""},
                              core::tr("Nothing was changed; save to another place."));
        database.close();
    }
    temporary.replaceTarget();
}

} // namespace surplace::casebook
