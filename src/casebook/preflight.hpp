#pragma once
#include "casebook/database.hpp"
#include <future>
#include <optional>

namespace surplace::casebook {

/// A GeoPackage of unknown origin, opened read-only after its schema was found harmless. All its pages are
/// checked before that, or, of a large file, in another thread while it is read: requireSound() waits for it.
/// When a journal or a write-ahead log lies beside it, a private copy is recovered and read instead: the file
/// and its folder are never written.
class CheckedFile {
public:
    /// Throws core::Error with one sentence when the file is missing, no GeoPackage, damaged, or holds what
    /// no casebook holds.
    CheckedFile(const std::filesystem::path& file, const core::Progress& progress);
    ~CheckedFile();
    CheckedFile(const CheckedFile&) = delete;
    CheckedFile& operator=(const CheckedFile&) = delete;

    /// Throws core::Error when the file is damaged. What was read is worth nothing before this has returned.
    void requireSound();
    Database& database() { return *_database; }

private:
    CheckedFile() = default;
    void startCheck(const std::filesystem::path& file, const core::Progress& progress);
    void requireCasebook(const std::filesystem::path& file);
    void copyAside(const std::filesystem::path& file);

    std::filesystem::path _copyFolder;
    std::optional<Database> _database;
    std::shared_future<void> _check;
};

} // namespace surplace::casebook
