#include "basemap/basemap.hpp"
#include "basemap/table.hpp"
#include "core/error.hpp"
#include <charconv>

namespace surplace::basemap {

namespace {

constexpr const char* tableFile = "names_table.csv";

double numberOf(const std::string& text, const core::Where& where) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size())
        throw core::Error("\"" + text + "\" is not a number", where);
    return value;
}

} // namespace

std::vector<SeaName> seaNames(const std::filesystem::path& geodataFolder) {
    const std::filesystem::path file = geodataFolder / tableFile;
    std::vector<SeaName> names;
    forEachRow(file, {"name_en", "name_zh", "name_ko", "lon", "lat", "turn", "bend", "span_km"},
               [&](long row, const std::vector<std::string>& cells) {
                   const auto number = [&](std::size_t cell, const char* column) {
                       return numberOf(cells[cell], {file.string(), "", row, column});
                   };
                   if (cells[3].empty() && cells[4].empty())
                       return;
                   names.push_back({{cells[0], cells[1], cells[2]},
                                    geo::LonLat::make(number(3, "lon"), number(4, "lat")),
                                    number(5, "turn"),
                                    number(6, "bend"),
                                    number(7, "span_km") * 1000});
               });
    return names;
}

Names boundaryNote(const std::filesystem::path& geodataFolder) {
    const std::filesystem::path file = geodataFolder / tableFile;
    Names note;
    forEachRow(file, {"id", "name_en", "name_zh", "name_ko"},
               [&](long, const std::vector<std::string>& cells) {
                   if (cells[0] == "boundary_note")
                       note = {cells[1], cells[2], cells[3]};
               });
    if (note.en.empty())
        throw core::Error("the row boundary_note is missing", {file.string(), "", 0, "id"});
    return note;
}

} // namespace surplace::basemap
