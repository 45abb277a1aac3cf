#include "casebook/preflight.hpp"
#include "casebook/geopackage_schema.hpp"
#include "core/error.hpp"
#include "core/translation.hpp"
#include <array>
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>

namespace surplace::casebook {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t bytesWorthAThread = 4 * 1024 * 1024;

/// The first 100 bytes: the database header of the SQLite file format.
std::array<unsigned char, 100> headerOf(const fs::path& file) {
    const core::Where where{file.string(), "", 0, ""};
    std::error_code ignored;
    if (!fs::exists(file, ignored))
        throw core::Error(core::tr("there is no such file"), where);
    if (!fs::is_regular_file(file, ignored))
        throw core::Error(core::tr("this is not a file"), where);
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        throw core::Error(core::tr("the file cannot be read"), where, core::tr("Check who may read it."));
    std::array<unsigned char, 100> header{};
    stream.read(reinterpret_cast<char*>(header.data()), header.size());
    constexpr std::string_view magic("SQLite format 3\0", 16);
    if (std::string_view(reinterpret_cast<const char*>(header.data()), magic.size()) != magic)
        throw core::Error(core::tr("the file is not a casebook: it is not a GeoPackage"), where,
                          core::tr("A folder or table of CSV files is brought in with import."));
    if (stream.gcount() < static_cast<std::streamsize>(header.size()))
        throw core::Error(core::tr("the file is damaged: it ends within its header"), where,
                          core::tr("Open a backup of it."));
    return header;
}

bool usesWriteAheadLog(const std::array<unsigned char, 100>& header) {
    return header[18] == 2 || header[19] == 2;
}

std::uint32_t bigEndian(const std::array<unsigned char, 100>& header, std::size_t at) {
    return static_cast<std::uint32_t>(header[at]) << 24 | static_cast<std::uint32_t>(header[at + 1]) << 16 |
           static_cast<std::uint32_t>(header[at + 2]) << 8 | header[at + 3];
}

/// SQLite takes a file that was cut off within its last page for whole; the header says how long it was.
void requireLength(const fs::path& file, const std::array<unsigned char, 100>& header) {
    const std::uint32_t pageCode = bigEndian(header, 16) >> 16; // 1 stands for 65536
    const std::uintmax_t pageBytes = pageCode == 1 ? 65536 : pageCode;
    const bool countIsValid = bigEndian(header, 24) == bigEndian(header, 92);
    if (countIsValid && fs::file_size(file) < pageBytes * bigEndian(header, 28))
        throw core::Error(core::tr("the file is damaged: its end is missing"), {file.string(), "", 0, ""},
                          core::tr("Open a backup of it."));
}

fs::path withSuffix(const fs::path& file, const char* suffix) {
    return fs::path(file.string() + suffix);
}

void checkPages(Database& database) {
    const std::string finding = database.value("PRAGMA quick_check(1)");
    if (finding != "ok") {
        // SQLite heads its list with "*** in database main ***"; what is wrong stands below.
        const std::size_t begin = finding.starts_with("***") && finding.find('\n') != std::string::npos
                                      ? finding.find('\n') + 1
                                      : 0;
        throw core::Error(
            core::trf("the file is damaged ({0})", finding.substr(begin, finding.find('\n', begin) - begin)),
            {database.file(), "", 0, ""}, core::tr("Open a backup of it."));
    }
}

bool isAllowedTrigger(std::string_view name) {
    // Those of the GeoPackage standard, and the feature counters that GDAL adds when another program edits
    // the file.
    return name.starts_with("gpkg_") || name.starts_with("rtree_") ||
           name.starts_with("trigger_insert_feature_count_") ||
           name.starts_with("trigger_delete_feature_count_");
}

bool isVirtual(std::string_view sql) {
    return normalizedWord(sql.substr(0, 20)) == "create_virtual_table";
}

bool isSpatialIndex(std::string_view sql) {
    const std::string words = normalizedWord(sql);
    return words.find("_using_rtree") != std::string::npos;
}

void requireHarmlessSchema(Database& database) {
    Statement objects(database, "SELECT type, name, sql FROM sqlite_master");
    while (objects.step()) {
        const std::string type(objects.column(0)), name(objects.column(1)), sql(objects.column(2));
        const auto refuse = [&](const char* message) {
            throw core::Error(fmt::format(fmt::runtime(core::tr(message)), name),
                              {database.file(), "", 0, ""},
                              core::tr("It may have been tampered with; ask whoever sent it."));
        };
        if (type == "view")
            refuse(core::toTranslate("the file holds the view \"{0}\", which no casebook has"));
        if (type == "trigger" && !isAllowedTrigger(name))
            refuse(core::toTranslate("the file holds the trigger \"{0}\", which no casebook has"));
        if (type == "table" && isVirtual(sql) && !isSpatialIndex(sql))
            refuse(core::toTranslate("the file holds the virtual table \"{0}\", which no casebook has"));
    }
}

} // namespace

// Of an object that is whole before the work begins, what is half done is taken away by the destructor.
CheckedFile::CheckedFile(const fs::path& file, const core::Progress& progress) : CheckedFile() {
    const auto header = headerOf(file);
    std::error_code ignored;
    const bool hasSideFile =
        fs::exists(withSuffix(file, "-journal"), ignored) || fs::exists(withSuffix(file, "-wal"), ignored);
    if (hasSideFile || usesWriteAheadLog(header)) {
        copyAside(file);
        _database.emplace(_copyFolder / "copy", Database::Mode::recover, file.string());
    } else {
        requireLength(file, header);
        _database.emplace(file, Database::Mode::readOnly, file.string());
    }
    _database->watch(progress);
    startCheck(file, progress);
    try {
        requireCasebook(file);
    } catch (const core::Error&) {
        requireSound();
        throw;
    }
}

void CheckedFile::startCheck(const fs::path& file, const core::Progress& progress) {
    if (!_copyFolder.empty() || fs::file_size(file) < bytesWorthAThread) {
        checkPages(*_database);
        return;
    }
    const auto check = [file, cancel = progress.cancel] {
        Database database(file, Database::Mode::readOnly, file.string());
        database.watch({{}, cancel});
        checkPages(database);
    };
    _check = std::async(std::launch::async | std::launch::deferred, check).share();
}

void CheckedFile::requireSound() {
    if (_check.valid())
        _check.get();
}

void CheckedFile::requireCasebook(const fs::path& file) {
    if (_database->value("PRAGMA application_id") != std::to_string(geopackageApplicationId))
        throw core::Error(core::tr("the file is a database, but not a GeoPackage"),
                          {file.string(), "", 0, ""},
                          core::tr("Open a casebook (.gpkg), or make one with new or import."));
    requireHarmlessSchema(*_database);
}

CheckedFile::~CheckedFile() {
    if (_check.valid())
        _check.wait();
    _database.reset();
    std::error_code ignored;
    if (!_copyFolder.empty())
        fs::remove_all(_copyFolder, ignored);
}

void CheckedFile::copyAside(const fs::path& file) {
    std::string folder = (fs::temp_directory_path() / "surplace-XXXXXX").string();
    if (::mkdtemp(folder.data()) == nullptr)
        throw core::Error(core::tr("a private copy of the file cannot be made to recover it"),
                          {file.string(), "", 0, ""},
                          core::tr("Make room in the folder for temporary files."));
    _copyFolder = folder;
    try {
        fs::copy_file(file, _copyFolder / "copy");
        for (const char* suffix : {"-journal", "-wal"})
            if (fs::exists(withSuffix(file, suffix)))
                fs::copy_file(withSuffix(file, suffix), withSuffix(_copyFolder / "copy", suffix));
    } catch (const fs::filesystem_error& error) {
        std::error_code ignored;
        fs::remove_all(_copyFolder, ignored);
        throw core::Error(core::trf("a private copy of the file cannot be made to recover it ({0})",
                                    error.code().message()),
                          {file.string(), "", 0, ""},
                          core::tr("Make room in the folder for temporary files."));
    }
}

} // namespace surplace::casebook
