#include "casebook/database.hpp"
#include "casebook/cell.hpp"
#include "core/error.hpp"
#include "core/safe_file.hpp"
#include "core/translation.hpp"
#include <cerrno>
#include <exception>
#include <fmt/format.h>
#include <sqlite3.h>

namespace surplace::casebook {

namespace {

constexpr int longestValueBytes = 64 * 1024 * 1024;
constexpr int busyTimeoutMilliseconds = 500;

/// Settings against files that were made to harm: "Defense Against The Dark Arts", sqlite.org/security.html.
void guard(sqlite3* database) {
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_limit(database, SQLITE_LIMIT_LENGTH, longestValueBytes);
    sqlite3_busy_timeout(database, busyTimeoutMilliseconds);
}

} // namespace

void Database::Close::operator()(sqlite3* database) const {
    sqlite3_close_v2(database);
}
void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Database::Database(const std::filesystem::path& path, Mode mode, std::string file)
    : _mode(mode), _file(std::move(file)) {
    sqlite3* handle = nullptr;
    const int flags =
        (mode == Mode::readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) | SQLITE_OPEN_NOMUTEX;
    const int result = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
    _handle.reset(handle);
    if (result != SQLITE_OK)
        fail();
    guard(handle);
    run("PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY");
}

void Database::run(const std::string& sql) {
    if (sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        fail();
}

std::string Database::value(const std::string& sql) {
    Statement statement(*this, sql);
    return statement.step() ? std::string(statement.column(0)) : std::string{};
}

namespace {

/// What the function that takes the rows out of SQLite works on.
struct Visitor {
    const std::function<void(Row&)>& visit;
    std::string number = {};
    std::exception_ptr failure = {};
};

void takeRow(sqlite3_context* context, int, sqlite3_value** cells) {
    auto& visitor = *static_cast<Visitor*>(sqlite3_user_data(context));
    try {
        Row row(cells, visitor.number);
        visitor.visit(row);
    } catch (...) { // SQLite is C: what is thrown waits until its own calls have ended
        visitor.failure = std::current_exception();
        sqlite3_result_error(context, "stopped", -1);
    }
}

} // namespace

void Database::forEachRow(std::string_view columns, std::string_view from,
                          const std::function<void(Row&)>& visit) {
    constexpr const char* name = "surplace_take_row";
    Visitor visitor{visit};
    // Only this statement may call it, nothing that stands in the file.
    if (sqlite3_create_function_v2(handle(), name, -1, SQLITE_UTF8 | SQLITE_DIRECTONLY, &visitor, takeRow,
                                   nullptr, nullptr, nullptr) != SQLITE_OK)
        fail();
    Statement rows(*this, fmt::format("SELECT {}({}) FROM {}", name, columns, from));
    try {
        while (rows.step()) {
        }
    } catch (...) {
        if (visitor.failure == nullptr)
            throw;
    }
    if (visitor.failure != nullptr)
        std::rethrow_exception(visitor.failure);
}

void Database::watch(const core::Progress& progress) {
    _cancel = progress.cancel;
    if (_cancel != nullptr)
        sqlite3_progress_handler(
            handle(), 10'000,
            [](void* cancel) { return static_cast<const std::atomic<bool>*>(cancel)->load() ? 1 : 0; },
            const_cast<std::atomic<bool>*>(_cancel));
}

void Database::close() {
    if (sqlite3_close(handle()) != SQLITE_OK)
        fail();
    static_cast<void>(_handle.release());
}

void Database::fail() const {
    const int code = sqlite3_errcode(handle()) & 0xFF;
    const std::string reason = sqlite3_errmsg(handle());
    const core::Where where{_file, "", 0, ""};
    if (code == SQLITE_INTERRUPT)
        throw core::Cancelled();
    if (code == SQLITE_FULL)
        throw core::Error(core::trf("the file cannot be written ({0})", core::reasonInWords(ENOSPC, _file)),
                          where, core::tr("Nothing was changed; make room or save to another place."));
    if (_mode == Mode::write)
        throw core::Error(core::trf("the file cannot be written ({0})", reason), where,
                          core::tr("Nothing was changed; save to another place."));
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
        throw core::Error(core::tr("another program is writing to the file"), where,
                          core::tr("Close it there and open it again."));
    throw core::Error(core::trf("the file is damaged or not readable ({0})", reason), where,
                      core::tr("Open a backup of it."));
}

Statement::Statement(Database& database, std::string_view sql) : _database(database) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database.handle(), sql.data(), static_cast<int>(sql.size()), &statement,
                           nullptr) != SQLITE_OK)
        database.fail();
    _statement.reset(statement);
}

bool Statement::step() {
    const int result = sqlite3_step(_statement.get());
    if (result != SQLITE_ROW && result != SQLITE_DONE)
        _database.fail();
    return result == SQLITE_ROW;
}

void Statement::run() {
    step();
    sqlite3_reset(_statement.get());
}

int Statement::columnCount() const {
    return sqlite3_column_count(_statement.get());
}
std::string_view Statement::columnName(int column) const {
    return sqlite3_column_name(_statement.get(), column);
}
std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(_statement.get(), column);
}

Statement::Cell Statement::read(int column, std::string_view& text) {
    sqlite3_stmt* statement = _statement.get();
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_NULL:
        return Cell::null;
    case SQLITE_BLOB:
        return Cell::blob;
    case SQLITE_FLOAT:
        // SQLite's own text of a number has 15 digits; two more can matter.
        _number = numberText(sqlite3_column_double(statement, column));
        text = _number;
        return Cell::text;
    default:
        break;
    }
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
    text = {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement, column))};
    return Cell::text;
}

Statement::Cell Row::read(int column, std::string_view& text) {
    sqlite3_value* cell = _cells[column];
    switch (sqlite3_value_type(cell)) {
    case SQLITE_NULL:
        return Statement::Cell::null;
    case SQLITE_BLOB:
        return Statement::Cell::blob;
    case SQLITE_FLOAT:
        _number = numberText(sqlite3_value_double(cell));
        text = _number;
        return Statement::Cell::text;
    default:
        break;
    }
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(cell));
    text = {bytes, static_cast<std::size_t>(sqlite3_value_bytes(cell))};
    return Statement::Cell::text;
}

std::int64_t Row::integer(int column) const {
    return sqlite3_value_int64(_cells[column]);
}

std::string_view Statement::column(int column) {
    std::string_view text;
    read(column, text);
    return text;
}

void Statement::bind(int parameter, std::string_view text) {
    // The caller keeps the text until run(), so SQLite need not copy it.
    sqlite3_bind_text64(_statement.get(), parameter, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
}
void Statement::bindBlob(int parameter, std::string_view bytes) {
    sqlite3_bind_blob64(_statement.get(), parameter, bytes.data(), bytes.size(), SQLITE_STATIC);
}
void Statement::bind(int parameter, std::int64_t value) {
    sqlite3_bind_int64(_statement.get(), parameter, value);
}
void Statement::bind(int parameter, double value) {
    sqlite3_bind_double(_statement.get(), parameter, value);
}
void Statement::bindNull(int parameter) {
    sqlite3_bind_null(_statement.get(), parameter);
}

} // namespace surplace::casebook
