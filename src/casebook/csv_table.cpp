#include "casebook/csv_table.hpp"

namespace surplace::casebook {

namespace {

std::string listed(const std::vector<std::string_view>& names) {
    return fmt::format("{}", fmt::join(names, ", "));
}

} // namespace

void requireHeader(const CsvReader& reader, const std::string& file,
                   const std::vector<std::string_view>& required,
                   const std::vector<std::string_view>& known) {
    const auto& header = reader.header();
    for (const std::string_view name : required)
        if (std::find(header.begin(), header.end(), name) == header.end())
            throw core::Error(fmt::format("the column \"{}\" is missing", name),
                              {file, "", 1, std::string(name)},
                              fmt::format("The first line must name the columns {}.", listed(required)));
    for (const std::string& name : header)
        if (!name.empty() && std::find(known.begin(), known.end(), name) == known.end())
            throw core::Error(fmt::format("\"{}\" is not a column of this file", name), {file, "", 1, name},
                              fmt::format("The columns are {}.", listed(known)));
}

void requireNamedCells(const CsvReader& reader) {
    const auto& cells = reader.cells();
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (!cells[i].empty() && (i >= reader.header().size() || reader.header()[i].empty()))
            throw core::Error(fmt::format("the cell \"{}\" stands under no column name", cells[i]), {},
                              "Put text that holds a comma into quotation marks, or name the column.");
}

} // namespace surplace::casebook
