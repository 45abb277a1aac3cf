#pragma once
#include "casebook/casebook_file.hpp"
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <sqlite3.h>
#include <string>

namespace surplace::casebook::test {

namespace fs = std::filesystem;

inline const fs::path fixtureFolder = fs::path(SURPLACE_SOURCE_DIR) / "tests/fixtures/casebook";
inline const fs::path textFixture = fixtureFolder / "v1";
inline const fs::path packageFixture = fixtureFolder / "v1.gpkg";

/// A folder of its own for each test, removed after it.
class FolderTest : public testing::Test {
protected:
    FolderTest() {
        std::string name = (fs::path(testing::TempDir()) / "surplace-test-XXXXXX").string();
        folder = ::mkdtemp(name.data());
    }
    ~FolderTest() override { fs::remove_all(folder); }

    fs::path write(const std::string& name, const std::string& content) const {
        fs::create_directories((folder / name).parent_path());
        std::ofstream(folder / name, std::ios::binary) << content;
        return folder / name;
    }
    fs::path copyOfFixture(const std::string& name = "copy.gpkg") const {
        fs::copy_file(packageFixture, folder / name, fs::copy_options::overwrite_existing);
        return folder / name;
    }

    fs::path folder;
};

inline std::string bytesOf(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// Names of all files in a folder, hidden ones too.
inline std::vector<std::string> filesIn(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

/// What core::Error said; empty when nothing was thrown.
template <class Work>
std::string errorOf(const Work& work) {
    try {
        work();
    } catch (const core::Error& error) {
        return error.what();
    }
    return {};
}

/// Runs SQL on a file as another program might.
inline void tamper(const fs::path& file, const std::string& sql) {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(file.c_str(), &database), SQLITE_OK);
    char* message = nullptr;
    EXPECT_EQ(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &message), SQLITE_OK)
        << (message ? message : "");
    sqlite3_close(database);
}

inline std::vector<std::string> sentencesOf(const std::vector<core::Problem>& problems) {
    std::vector<std::string> sentences;
    for (const core::Problem& problem : problems)
        sentences.push_back(problem.sentence());
    return sentences;
}

} // namespace surplace::casebook::test
