#include "basemap/basemap.hpp"
#include "core/error.hpp"
#include <cstdlib>

namespace surplace::basemap {

namespace {

bool holdsGeodata(const std::filesystem::path& folder) {
    std::error_code ignored;
    return std::filesystem::is_regular_file(folder / "base.gpkg", ignored);
}

} // namespace

std::filesystem::path findGeodata(const std::filesystem::path& programFile) {
    if (const char* chosen = std::getenv("SURPLACE_GEODATA"); chosen != nullptr && *chosen != '\0') {
        if (!holdsGeodata(chosen))
            throw core::Error("SURPLACE_GEODATA does not name a folder with the map data (base.gpkg)",
                              {chosen, "", 0, ""}, "Set it to the folder that holds base.gpkg, or unset it.");
        return chosen;
    }
    std::error_code ignored;
    // A link to the program in some bin folder has no geodata beside it.
    const std::filesystem::path program = std::filesystem::weakly_canonical(programFile, ignored);
    const std::filesystem::path installed = (program.parent_path() / "../share/surplace").lexically_normal();
    const std::filesystem::path source = SURPLACE_SOURCE_GEODATA;
    for (const std::filesystem::path& folder : {installed, source})
        if (holdsGeodata(folder))
            return folder;
    throw core::Error("the map data (base.gpkg) are neither in " + installed.string() + " nor in " +
                          source.string(),
                      {}, "Set SURPLACE_GEODATA to the folder that holds them.");
}

} // namespace surplace::basemap
