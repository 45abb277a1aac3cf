#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace surplace::basemap {

/// Calls `visit` for each row of a CSV file with a header line, with the texts of the named columns in that
/// order. Throws core::Error when the file or a column is missing, or the file is
/// cut off.
void forEachRow(const std::filesystem::path& file, const std::vector<std::string>& columns,
                const std::function<void(long row, const std::vector<std::string>& cells)>& visit);

} // namespace surplace::basemap
