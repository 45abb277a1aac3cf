#pragma once
#include "core/task.hpp"
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;
struct sqlite3_value;

namespace surplace::casebook {

class Database;

/// A prepared statement. Views of column() are good until the next step().
class Statement {
public:
    Statement(Database& database, std::string_view sql);

    /// True while there is a row.
    bool step();
    /// Runs a statement without rows, then makes it ready for the next values.
    void run();

    int columnCount() const;
    std::string_view columnName(int column) const;
    enum class Cell { null, blob, text };
    /// Reads a cell: numbers as their shortest decimals, text as it is stored; `text` is left alone for null
    /// and blobs.
    Cell read(int column, std::string_view& text);
    /// The text of a cell, nothing for null and blobs.
    std::string_view column(int column);
    std::int64_t integer(int column) const;

    // Parameters are numbered from 1; text and blobs must live until run().
    void bind(int parameter, std::string_view text);
    void bindBlob(int parameter, std::string_view bytes);
    void bind(int parameter, std::int64_t value);
    void bind(int parameter, double value);
    void bindNull(int parameter);

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    Database& _database;
    std::unique_ptr<sqlite3_stmt, Finalize> _statement;
    std::string _number; ///< text of the number read last
};

/// The cells of a row, good during the visit that is handed it.
class Row {
public:
    Row(sqlite3_value** cells, std::string& number) : _cells(cells), _number(number) {}
    /// As Statement::read.
    Statement::Cell read(int column, std::string_view& text);
    std::int64_t integer(int column) const;

private:
    sqlite3_value** _cells;
    std::string& _number; ///< text of the number read last
};

/// An SQLite connection with the guards for files of unknown origin. What goes wrong is a core::Error that
/// names the file.
class Database {
public:
    enum class Mode { readOnly, write, recover };
    /// `file` is what errors name when `path` is a copy or a temporary file.
    Database(const std::filesystem::path& path, Mode mode, std::string file);

    void run(const std::string& sql);
    /// The first column of the first row; empty when there is none.
    std::string value(const std::string& sql);
    /// Visits all rows of `from` (a table, with an order). Faster than a Statement for rows of many columns.
    void forEachRow(std::string_view columns, std::string_view from,
                    const std::function<void(Row& row)>& visit);
    /// Asks for a cancel while SQLite works.
    void watch(const core::Progress& progress);
    /// Closes now, so that a failure is seen.
    void close();
    const std::string& file() const { return _file; }
    sqlite3* handle() const { return _handle.get(); }
    [[noreturn]] void fail() const;

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    std::unique_ptr<sqlite3, Close> _handle;
    Mode _mode;
    std::string _file;
    const std::atomic<bool>* _cancel = nullptr;
};

} // namespace surplace::casebook
