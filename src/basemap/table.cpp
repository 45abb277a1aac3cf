#include "basemap/table.hpp"
#include "core/error.hpp"
#include "ogr/dataset.hpp"
#include <algorithm>

namespace surplace::basemap {

void forEachRow(const std::filesystem::path& file, const std::vector<std::string>& columns,
                const std::function<void(long row, const std::vector<std::string>& cells)>& visit) {
    const ogr::Dataset table = ogr::Dataset::open(file);
    const std::string layer = file.stem().string();
    const std::vector<std::string> there = table.fieldNames(layer);
    for (const std::string& column : columns)
        if (std::ranges::find(there, column) == there.end())
            throw core::Error("a column is missing", {file.string(), "", 0, column});
    long row = 1; // the header
    table.forEachFeature(layer, [&](const ogr::Feature& feature) {
        ++row;
        std::vector<std::string> cells;
        for (const std::string& column : columns)
            cells.push_back(feature.text(column));
        visit(row, cells);
    });
}

} // namespace surplace::basemap
