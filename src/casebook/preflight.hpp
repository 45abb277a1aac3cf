#pragma once
#include "casebook/database.hpp"
#include <optional>

namespace surplace::casebook {

/// A GeoPackage of unknown origin, opened read-only after its bytes and its schema were found harmless. When
/// a journal or a write-ahead log lies beside it, a private copy is recovered and read instead: the file and
/// its folder are never written.
class CheckedFile {
public:
    /// Throws core::Error with one sentence when the file is missing, no GeoPackage, damaged, or holds what
    /// no casebook holds.
    CheckedFile(const std::filesystem::path& file, const core::Progress& progress);
    ~CheckedFile();
    CheckedFile(const CheckedFile&) = delete;
    CheckedFile& operator=(const CheckedFile&) = delete;

    Database& database() { return *_database; }

private:
    void copyAside(const std::filesystem::path& file);

    std::filesystem::path _copyFolder;
    std::optional<Database> _database;
};

} // namespace surplace::casebook
