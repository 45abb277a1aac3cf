#pragma once
#include <cstdlib>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace surplace::tests {

using Row = std::map<std::string, std::string>;

/// Splits one line of CSV; a field may stand in double quotes.
inline std::vector<std::string> splitCsv(const std::string& line) {
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"')
            fields.back() += line[++i];
        else if (line[i] == '"')
            quoted = !quoted;
        else if (line[i] == ',' && !quoted)
            fields.emplace_back();
        else
            fields.back() += line[i];
    }
    return fields;
}

/// The rows of tests/tables/NAME.csv by column; throws when it is missing, ragged or empty, so that no table
/// passes by not being read.
inline std::vector<Row> readTable(const std::string& name) {
    const std::string path = std::string(SURPLACE_SOURCE_DIR) + "/tests/tables/" + name + ".csv";
    std::ifstream file(path);
    std::string line;
    if (!std::getline(file, line))
        throw std::runtime_error("cannot read " + path);
    const auto header = splitCsv(line);
    std::vector<Row> rows;
    while (std::getline(file, line)) {
        const auto fields = splitCsv(line);
        if (fields.size() != header.size())
            throw std::runtime_error(path + " is ragged at: " + line);
        Row& row = rows.emplace_back();
        for (std::size_t i = 0; i < header.size(); ++i)
            row[header[i]] = fields[i];
    }
    if (rows.empty())
        throw std::runtime_error(path + " has no rows");
    return rows;
}

inline double number(const Row& row, const std::string& column) {
    const std::string& text = row.at(column);
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    if (text.empty() || *end != '\0')
        throw std::runtime_error(column + " is not a number: " + text);
    return value;
}

} // namespace surplace::tests
