#include "casebook/csv_reader.hpp"
#include "casebook/cell.hpp"
#include "core/error.hpp"
#include "core/translation.hpp"
#include <algorithm>
#include <array>
#include <fstream>
#include <unordered_set>

namespace surplace::casebook {

namespace {

std::string contentOf(const std::filesystem::path& file) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored))
        throw core::Error(core::tr("there is no such file"), {file.string(), "", 0, ""});
    std::ifstream stream(file, std::ios::binary);
    std::string text(std::filesystem::file_size(file, ignored), '\0');
    if (!stream || !stream.read(text.data(), static_cast<std::streamsize>(text.size())))
        throw core::Error(core::tr("the file cannot be read"), {file.string(), "", 0, ""});
    return text;
}

/// The separator that stands most often in the first line, outside quotes.
char separatorOf(std::string_view text) {
    constexpr std::array<char, 3> candidates{',', ';', '\t'};
    std::array<int, 3> counts{};
    bool quoted = false;
    for (const char c : text) {
        if (c == '"')
            quoted = !quoted;
        if (quoted)
            continue;
        if (c == '\n')
            break;
        for (std::size_t i = 0; i < candidates.size(); ++i)
            counts[i] += c == candidates[i] ? 1 : 0;
    }
    return candidates[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) -
                                               counts.begin())];
}

std::string withSingleQuotes(std::string_view text) {
    std::string single;
    single.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        single += text[i];
        if (text[i] == '"')
            ++i;
    }
    return single;
}

std::string lowerCase(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

} // namespace

CsvReader::CsvReader(const std::filesystem::path& file) : _file(file.string()), _text(contentOf(file)) {
    requireText();
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (_text.starts_with(byteOrderMark))
        _at = byteOrderMark.size();
    const std::size_t bad = firstBadByte(_text);
    if (bad != std::string::npos) {
        const auto line =
            std::count(_text.begin(), _text.begin() + static_cast<std::ptrdiff_t>(bad), '\n') + 1;
        fail(badByteInWords(_text, bad), line,
             core::tr("Save the file again as CSV with the character set \"Unicode (UTF-8)\"."));
    }
    if (_text.find('\n') == std::string::npos && _text.find('\r') != std::string::npos)
        fail(core::tr("the lines end with a carriage return alone, as old Macintosh programs write them"), 1,
             core::tr("Save the file again as CSV from a spreadsheet."));
    _separator = separatorOf(std::string_view(_text).substr(_at));
    if (!readRow())
        fail(core::tr("the file is empty"), 0,
             core::tr("The first line must hold the names of the columns."));
    for (const std::string_view cell : _cells)
        _header.push_back(lowerCase(cell));
    while (!_header.empty() && _header.back().empty())
        _header.pop_back();
    std::unordered_set<std::string_view> names;
    for (const std::string& name : _header)
        if (!name.empty() && !names.insert(name).second)
            fail(core::trf("the column \"{0}\" stands twice", name), 1, core::tr("Remove one of them."));
}

/// Refuses by name what people hand over in place of a CSV.
void CsvReader::requireText() const {
    using namespace std::string_view_literals;
    if (_text.starts_with("SQLite format 3\0"sv))
        fail(core::tr("this is a casebook or another database, not a table of text"), 0,
             core::tr("Open it as it is, or name it after --into to add the rows of a CSV to it."));
    if (_text.starts_with("PK\x03\x04"sv) || _text.starts_with("\xD0\xCF\x11\xE0"sv))
        fail(core::tr("this is a spreadsheet or an archive, not a table of text"), 0,
             core::tr(
                 "Save the table from the spreadsheet as CSV with the character set \"Unicode (UTF-8)\"."));
}

bool CsvReader::next() {
    while (readRow())
        if (std::any_of(_cells.begin(), _cells.end(), [](std::string_view cell) { return !cell.empty(); }))
            return true;
    return false;
}

bool CsvReader::readRow() {
    _cells.clear();
    _unquoted.clear();
    if (_at >= _text.size())
        return false;
    ++_row;
    while (readCell()) {
    }
    return true;
}

bool CsvReader::readCell() {
    const char* const begin = _text.data();
    std::size_t at = _at;
    while (at < _text.size() && begin[at] == ' ')
        ++at;
    if (at < _text.size() && begin[at] == '"') {
        const std::size_t start = ++at;
        bool hasDoubled = false;
        while (true) {
            at = _text.find('"', at);
            if (at == std::string::npos)
                fail(core::tr("a quotation mark that opens here is never closed"), _row,
                     core::tr("Close it, or double a quotation mark that belongs to the text."));
            if (at + 1 >= _text.size() || begin[at + 1] != '"')
                break;
            hasDoubled = true;
            at += 2;
        }
        std::string_view cell(begin + start, at - start);
        if (hasDoubled)
            cell = _unquoted.emplace_back(withSingleQuotes(cell));
        _cells.push_back(trimmed(cell));
        ++at;
        while (at < _text.size() && (begin[at] == ' ' || begin[at] == '\r'))
            ++at;
        if (at < _text.size() && begin[at] != _separator && begin[at] != '\n')
            fail(core::tr("there is text after a closing quotation mark"), _row,
                 core::tr("Double a quotation mark that belongs to the text."));
    } else {
        const std::size_t start = at;
        while (at < _text.size() && begin[at] != _separator && begin[at] != '\n')
            ++at;
        _cells.push_back(trimmed(std::string_view(begin + start, at - start)));
    }
    const bool goesOn = at < _text.size() && begin[at] == _separator;
    _at = std::min(at + 1, _text.size());
    return goesOn;
}

void CsvReader::fail(const std::string& what, long row, const std::string& remedy) const {
    throw core::Error(what, {_file, "", row, ""}, remedy);
}

} // namespace surplace::casebook
