#include "casebook/casebook_file.hpp"
#include "casebook/draft.hpp"
#include "casebook/geopackage_schema.hpp"
#include "casebook/preflight.hpp"
#include "core/translation.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <limits>
#include <map>

namespace surplace::casebook {

namespace {

constexpr long rowsPerProgress = 4096;

/// Reads the tables of a checked GeoPackage into a draft.
class GeoPackageReader {
public:
    GeoPackageReader(Database& database, const core::Progress& progress)
        : _database(database), _progress(progress) {}

    model::Casebook read() {
        readProperties();
        forEachTable([this]<class Record>(Record*) {
            const long rows = std::stol(
                "0" + _database.value(fmt::format("SELECT count(*) FROM \"{}\"", requireTable<Record>())));
            _rows[tableOf<Record>()] = rows;
            _total += rows;
        });
        readRecords(_draft.sources);
        readRecords(_draft.places);
        readRecords(_draft.cases);
        readRecords(_draft.events);
        readRecords(_draft.tallies);
        readFurtherCitations();
        readRecords(_draft.eventLinks);
        readRecords(_draft.tallyRelations);
        return std::move(_draft).finish();
    }

private:
    std::vector<std::string> columnNames(std::string_view table) {
        std::vector<std::string> names;
        Statement info(_database, fmt::format("PRAGMA table_info(\"{}\")", table));
        while (info.step())
            names.emplace_back(info.column(1));
        return names;
    }

    /// Throws unless the table is there with every column; its name.
    template <class Names>
    void requireColumns(std::string_view table, const Names& columns) {
        const auto there = columnNames(table);
        const core::Where where{_database.file(), std::string(table), 0, ""};
        if (there.empty())
            throw core::Error(core::tr("the layer is missing, so this is not a whole casebook"), where,
                              core::tr("Open a casebook that Surplace saved."));
        for (const auto& column : columns)
            if (std::find(there.begin(), there.end(), column) == there.end())
                throw core::Error(core::tr("the column is missing, so this is not a whole casebook"),
                                  {where.file, where.layer, 0, std::string(column)},
                                  core::tr("Open a casebook that Surplace saved."));
    }

    template <class Record>
    std::string_view requireTable() {
        std::vector<std::string_view> names{"fid"};
        for (const auto& column : columnsOf<Record>())
            names.push_back(column.name);
        requireColumns(tableOf<Record>(), names);
        return tableOf<Record>();
    }

    void readProperties() {
        requireColumns(metaTable, std::vector<std::string_view>{"key", "value"});
        const core::Where where{_database.file(), std::string(metaTable), 0, "value"};
        Statement rows(_database, fmt::format("SELECT key, value FROM {} ORDER BY fid", metaTable));
        bool hasVersion = false;
        while (rows.step()) {
            const std::string key(rows.column(0));
            std::string_view value;
            try {
                readText(rows, 1, value);
                if (key != schemaVersionKey)
                    readProperty(_draft.properties, key, value);
                else
                    requireVersion(value);
            } catch (const core::Error& error) {
                throw error.within(where);
            }
            hasVersion = hasVersion || key == schemaVersionKey;
        }
        if (!hasVersion)
            throw core::Error(core::tr("the schema version is missing, so this is not a casebook"), where,
                              core::tr("Open a casebook that Surplace saved."));
    }

    void requireVersion(std::string_view text) {
        const int version = integerFrom(text);
        if (version > schemaVersion)
            throw core::Error(core::trf("the casebook was saved by a newer Surplace (schema version {0}; "
                                        "this one reads up to {1})",
                                        version, schemaVersion),
                              {_database.file(), "", 0, ""}, core::tr("Update Surplace."));
        if (version < 1)
            throw core::Error(core::trf("\"{0}\" is not a schema version", text));
    }

    /// False for null; throws for what is not sound text.
    template <class Cells>
    static bool readText(Cells& cells, int column, std::string_view& cell) {
        const Statement::Cell kind = cells.read(column, cell);
        if (kind == Statement::Cell::blob)
            throw core::Error(core::tr("the value is not text"), {}, core::tr("Put text or a number there."));
        const std::size_t bad = kind == Statement::Cell::text ? firstBadByte(cell) : std::string_view::npos;
        if (bad != std::string_view::npos)
            throw core::Error(badByteInWords(cell, bad), {}, core::tr("Type it again."));
        return kind == Statement::Cell::text;
    }

    /// Thrown where rows come in another order than that of their fid.
    struct OutOfOrder {};

    template <class Record>
    void readRecords(std::vector<Record>& records) {
        const std::string_view table = tableOf<Record>();
        std::string columns = "fid";
        for (const auto& column : columnsOf<Record>())
            columns += fmt::format(", \"{}\"", column.name);
        records.reserve(static_cast<std::size_t>(_rows[table]));
        try {
            readRows(records, columns, fmt::format("\"{}\" ORDER BY fid", table));
        } catch (const OutOfOrder&) {
            // Another program made the table, with a fid that is a column like any other: sorted first.
            records.clear();
            readRows(records, columns, fmt::format("(SELECT * FROM \"{}\" ORDER BY fid LIMIT -1)", table));
        }
    }

    template <class Record>
    void readRows(std::vector<Record>& records, const std::string& columns, const std::string& from) {
        std::int64_t fidBefore = std::numeric_limits<std::int64_t>::min();
        _database.forEachRow(columns, from, [&](Row& row) {
            if (_done++ % rowsPerProgress == 0)
                _progress.step(_done, _total);
            const std::int64_t fid = row.integer(0);
            if (fid < fidBefore)
                throw OutOfOrder{};
            fidBefore = fid;
            try {
                records.push_back(blankRecord<Record>(_context));
                readRecord<Record>(records.back(), row, columnsOf<Record>());
            } catch (const core::Error& error) {
                throw core::Error(error.failure(),
                                  {_database.file(), std::string(tableOf<Record>()), static_cast<long>(fid),
                                   error.where().field},
                                  error.remedy().empty()
                                      ? core::tr("Correct it where the file was edited, or open a backup.")
                                      : error.remedy());
            }
        });
    }

    template <class Record>
    void readRecord(Record& record, Row& row, std::span<const Column<Record>> columns) {
        int cell = 0;
        for (const auto& column : columns)
            readColumn(record, column, row, ++cell);
        if constexpr (requires { record.id; })
            if (record.id.empty())
                throw core::Error(core::tr("the id is missing"), {"", "", 0, "id"}, core::tr("Fill it in."));
        requireWhole(record);
        if constexpr (std::is_same_v<Record, model::Event>)
            if (!_context.precisionGiven)
                record.precision = precisionOf(placeOf(record));
    }

    template <class Record>
    void readColumn(Record& record, const Column<Record>& column, Row& row, int cell) {
        try {
            std::string_view text;
            const bool isThere = readText(row, cell, text);
            // An event or tally without a citation is a fault for check() to find, not a reason to lose the
            // file.
            if (isThere || (column.required && column.name != "source"))
                readCell(record, column, text, _context);
        } catch (const core::Error& error) {
            throw error.within({"", "", 0, std::string(column.name)});
        }
    }

    const model::Place* placeOf(const model::Event& event) {
        if (_places.empty())
            _places = indexOf(_draft.places);
        const auto place = _places.find(event.placeId);
        return place == _places.end() ? nullptr : &_draft.places[place->second];
    }

    void readFurtherCitations() {
        std::vector<FurtherCitation> further;
        readRecords(further);
        if (further.empty())
            return;
        const IdIndex events = indexOf(_draft.events), tallies = indexOf(_draft.tallies);
        for (std::size_t i = 0; i < further.size(); ++i) {
            const auto event = events.find(further[i].record);
            const auto tally = tallies.find(further[i].record);
            if (event == events.end() && tally == tallies.end())
                throw core::Error(core::trf("there is no event or tally \"{0}\"", further[i].record),
                                  {_database.file(), "citations", static_cast<long>(i) + 1, "record"},
                                  core::tr("Correct it where the file was edited, or open a backup."));
            auto& citations = event != events.end() ? _draft.events[event->second].citations
                                                    : _draft.tallies[tally->second].citations;
            citations.push_back(std::move(further[i].citation));
        }
    }

    Database& _database;
    const core::Progress& _progress;
    CellContext _context;
    Draft _draft;
    IdIndex _places;                        ///< made when an event asks
    std::map<std::string_view, long> _rows; ///< of each table
    long _done = 0;
    long _total = 0;
};

} // namespace

model::Casebook open(const std::filesystem::path& file, const core::Progress& progress) {
    CheckedFile checked(file, progress);
    try {
        model::Casebook casebook = GeoPackageReader(checked.database(), progress).read();
        checked.requireSound();
        return casebook;
    } catch (const core::Error&) {
        checked.requireSound(); // damage explains whatever else is wrong
        throw;
    }
}

bool isCasebook(const std::filesystem::path& file) {
    try {
        CheckedFile checked(file, {});
        checked.requireSound();
        return !checked.database()
                    .value(fmt::format("SELECT name FROM sqlite_master WHERE name = '{}'", metaTable))
                    .empty();
    } catch (const core::Error&) {
        return false;
    }
}

} // namespace surplace::casebook
