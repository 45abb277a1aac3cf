#include "casebook/csv_table.hpp"
#include "core/translation.hpp"

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
            throw core::Error(core::trf("the column \"{0}\" is missing", name),
                              {file, "", 1, std::string(name)},
                              core::trf("The first line must name the columns {0}.", listed(required)));
    for (const std::string& name : header)
        if (!name.empty() && std::find(known.begin(), known.end(), name) == known.end())
            throw core::Error(core::trf("\"{0}\" is not a column of this file", name), {file, "", 1, name},
                              core::trf("The columns are {0}.", listed(known)));
}

void requireNamedCells(const CsvReader& reader) {
    const auto& cells = reader.cells();
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (!cells[i].empty() && (i >= reader.header().size() || reader.header()[i].empty()))
            throw core::Error(
                core::trf("the cell \"{0}\" stands under no column name", cells[i]), {},
                core::tr("Put text that holds a comma into quotation marks, or name the column."));
}

} // namespace surplace::casebook
