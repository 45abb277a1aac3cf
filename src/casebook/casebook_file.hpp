#pragma once
#include "core/error.hpp"
#include "core/task.hpp"
#include "model/casebook.hpp"
#include <filesystem>
#include <vector>

namespace surplace::casebook {

/// The newest schema this program writes; an older one opens, a newer one is refused in one sentence
/// (docs/casebook.md).
inline constexpr int schemaVersion = 1;

/// Reads a casebook from a GeoPackage, after checking it with SQLite before GDAL sees it. Throws core::Error
/// (one sentence, file named) when the file is missing, not a database, damaged, of a newer version, or lacks
/// a table. Never writes to the file or its folder.
model::Casebook open(const std::filesystem::path& file, const core::Progress& progress = {});

/// Writes a GeoPackage beside the target, checks and syncs it, then renames it over the target: a crash
/// leaves the old file or the new one. Includes the derived spatial tables event_map and leg_map. Throws
/// core::Error and leaves the target as it was on any failure.
void save(const model::Casebook& casebook, const std::filesystem::path& file,
          const core::Progress& progress = {});

/// Whether a file is a sound GeoPackage that holds a casebook, of any version: what a save may replace.
bool isCasebook(const std::filesystem::path& file);

/// A value read from outside, the problems met, and the promise that read = loaded + skipped.
struct Import {
    model::Casebook casebook;
    std::vector<core::Problem> problems;
    long rowsRead = 0;
    long rowsLoaded = 0;
    long rowsSkipped = 0;
};

/// Reads the text form: a folder of CSV files (docs/casebook.md lists files and columns). A bad row is
/// skipped and named; a file or a column that must be there and is not throws core::Error. With no
/// casebook.csv declaration "published" sources enter as S3.
Import readTextForm(const std::filesystem::path& folder, const core::Progress& progress = {});

/// Writes the text form: the canonical one, so that text -> GeoPackage -> text gives the same bytes. Refuses
/// a folder that already holds files of the form unless `overwrite`.
void writeTextForm(const model::Casebook& casebook, const std::filesystem::path& folder,
                   bool overwrite = false);

/// Writes an empty text form to fill in: headers, one commented guide file, no rows.
void writeTemplate(const std::filesystem::path& folder, bool overwrite = false);

/// What the rows of an events CSV do not say themselves.
struct ImportOptions {
    bool published = false; ///< everything in the file is already public: records that name no sensitivity
                            ///< are S0 instead of S3
    /// What to do about the name of a place when `base` has no places, as a sentence; empty: as of any name.
    std::string noPlacesRemedy = {};
};

/// Reads one plain events CSV (columns found by name in any order; required: kind, date, place or lon+lat;
/// optional: people, source, what, assertion, name_ko, name_zh ...; docs/casebook.md) and adds its rows to
/// `base`: new places and sources are made from what the rows say.
Import importEvents(const std::filesystem::path& csv, const model::Casebook& base,
                    const core::Progress& progress = {}, const ImportOptions& options = {});

/// Adds the records of a text form to a casebook (ids must not clash; a clash is a problem row).
Import merge(const model::Casebook& base, const Import& addition);

/// Dangling links, duplicate ids, impossible dates and ranges, places outside the wide map, events without a
/// citation, roles that point nowhere, stages out of order, parts above their whole, tallies against the
/// events and tallies that they contain. Ordered by table and row.
std::vector<core::Problem> check(const model::Casebook& casebook);

} // namespace surplace::casebook
