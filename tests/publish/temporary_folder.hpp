#pragma once
#include "support/write_limit.hpp"
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <string>

namespace surplace::publish {

using tests::WriteLimit;

/// A fresh folder for each test, gone afterwards.
class FolderTest : public testing::Test {
protected:
    FolderTest() {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        folder = std::filesystem::path(SURPLACE_BINARY_DIR) / "scratch" /
                 (std::string(test->test_suite_name()) + "." + test->name());
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder);
    }
    ~FolderTest() override { std::filesystem::remove_all(folder); }

    static std::string bytesOf(const std::filesystem::path& file) {
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    bool isEmpty() const { return std::filesystem::is_empty(folder); }
    std::filesystem::path folder;
};

} // namespace surplace::publish
