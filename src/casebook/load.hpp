#pragma once
#include "casebook/casebook_file.hpp"

namespace surplace::casebook {

/// Reads a casebook in either form: a GeoPackage file, or the folder of a text form (whose bad rows are in
/// `problems`).
Import load(const std::filesystem::path& fileOrFolder, const core::Progress& progress = {});

/// The bundled casebook: border.gpkg in the geodata folder (installed) or beside the program (build tree).
/// Throws core::Error naming both.
std::filesystem::path findBundled(const std::filesystem::path& geodataFolder,
                                  const std::filesystem::path& programFile);

} // namespace surplace::casebook
