#pragma once
#include <deque>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace surplace::casebook {

/// Reads a CSV file (RFC 4180) row by row. Comma, semicolon or tab between cells is told from the first line;
/// LF or CRLF; a byte order mark is allowed. Rows are counted as spreadsheets show them: the first line is
/// row 1 and a line break inside quotes makes no new row. Throws core::Error naming the file (and the row)
/// for what makes the rest unreadable: no such file, not UTF-8, a quote that is never closed.
class CsvReader {
public:
    explicit CsvReader(const std::filesystem::path& file);

    /// Column names in lower case, trimmed; trailing empty ones dropped.
    const std::vector<std::string>& header() const { return _header; }
    bool usesDecimalComma() const { return _separator != ','; }
    /// The next row that holds anything; false at the end. Cells are trimmed views, good until the next call.
    bool next();
    const std::vector<std::string_view>& cells() const { return _cells; }
    long row() const { return _row; }
    long bytesRead() const { return static_cast<long>(_at); }
    long bytesTotal() const { return static_cast<long>(_text.size()); }

private:
    void requireText() const;
    bool readRow();
    /// Appends one cell; true when the row goes on.
    bool readCell();
    [[noreturn]] void fail(const std::string& what, long row, const std::string& remedy) const;

    std::string _file;
    std::string _text;
    std::size_t _at = 0;
    char _separator = ',';
    long _row = 0;
    std::vector<std::string> _header;
    std::vector<std::string_view> _cells;
    std::deque<std::string>
        _unquoted; ///< cells of this row that had doubled quotes; a deque never moves them
};

} // namespace surplace::casebook
