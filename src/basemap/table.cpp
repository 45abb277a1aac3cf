#include "basemap/table.hpp"
#include "core/error.hpp"
#include "ogr/dataset.hpp"
#include <algorithm>
#include <fstream>

namespace surplace::basemap {

namespace {

/// A file that was cut off ends within a line.
void requireWholeLines(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary | std::ios::ate);
    const auto size = stream.tellg();
    if (!stream || size <= 0)
        throw core::Error("the table is missing or empty", {file.string(), "", 0, ""});
    stream.seekg(-1, std::ios::end);
    if (stream.get() != '\n')
        throw core::Error("the table ends in the middle of a line", {file.string(), "", 0, ""});
}

} // namespace

void forEachRow(const std::filesystem::path& file, const std::vector<std::string>& columns,
                const std::function<void(long row, const std::vector<std::string>& cells)>& visit) {
    requireWholeLines(file);
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
