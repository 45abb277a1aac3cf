#include "casebook/load.hpp"
#include "core/translation.hpp"

namespace surplace::casebook {

namespace fs = std::filesystem;

Import load(const fs::path& fileOrFolder, const core::Progress& progress) {
    std::error_code ignored;
    if (fs::is_directory(fileOrFolder, ignored))
        return readTextForm(fileOrFolder, progress);
    Import result;
    result.casebook = open(fileOrFolder, progress);
    result.rowsRead = result.rowsLoaded = static_cast<long>(result.casebook.events.size());
    return result;
}

fs::path findBundled(const fs::path& geodataFolder, const fs::path& programFile) {
    const fs::path installed = geodataFolder / "border.gpkg";
    const fs::path built = programFile.parent_path() / "border.gpkg";
    for (const fs::path& candidate : {built, installed})
        if (fs::exists(candidate))
            return candidate;
    throw core::Error(core::trf("the bundled casebook border.gpkg was not found in {0} or beside the program",
                                geodataFolder.string()),
                      {}, core::tr("build the program with tools/run, or name a casebook to open"));
}

} // namespace surplace::casebook
