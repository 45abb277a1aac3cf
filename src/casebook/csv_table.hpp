#pragma once
#include "casebook/columns.hpp"
#include "casebook/csv_reader.hpp"
#include "core/task.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <functional>

namespace surplace::casebook {

/// Which cell of a row holds each column of a table; -1 for a column that the file lacks.
template <class Record>
std::vector<int> cellsOf(const CsvReader& reader) {
    std::vector<int> cells;
    for (const Column<Record>& column : columnsOf<Record>()) {
        const auto found = std::find(reader.header().begin(), reader.header().end(), column.name);
        cells.push_back(found == reader.header().end() ? -1
                                                       : static_cast<int>(found - reader.header().begin()));
    }
    return cells;
}

/// Refuses a file that lacks one of the columns or has one that is not known; both are named.
void requireHeader(const CsvReader& reader, const std::string& file,
                   const std::vector<std::string_view>& required, const std::vector<std::string_view>& known);

/// Text that stands where no column is named: a row with it is refused rather than read one cell off.
void requireNamedCells(const CsvReader& reader);

template <class Record>
Record recordFrom(const CsvReader& reader, const std::vector<int>& cellOfColumn, CellContext& context) {
    requireNamedCells(reader);
    const auto columns = columnsOf<Record>();
    Record record = blankRecord<Record>(context);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const int cell = cellOfColumn[i];
        if (cell >= 0)
            readCell(record, columns[i],
                     static_cast<std::size_t>(cell) < reader.cells().size()
                         ? reader.cells()[static_cast<std::size_t>(cell)]
                         : std::string_view{},
                     context);
    }
    requireWhole(record);
    return record;
}

} // namespace surplace::casebook
