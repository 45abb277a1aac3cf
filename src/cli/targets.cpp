#include "cli/commands.hpp"
#include <algorithm>

namespace surplace::cli {

namespace fs = std::filesystem;

void requireCasebookTarget(const std::string& option, const fs::path& target, bool overwrite) {
    if (target.extension() != ".gpkg")
        throw CLI::ValidationError(option, "expected a file that ends in .gpkg");
    std::error_code ignored;
    if (!fs::exists(target, ignored))
        return;
    if (!overwrite)
        throw core::Error(target.string() +
                          " exists already; choose another name, or add --overwrite to replace it");
    if (!casebook::isCasebook(target))
        throw core::Error(target.string() +
                          " is not a sound casebook, and nothing else is replaced; choose another name");
}

void requireOutside(const std::string& option, const fs::path& target, const fs::path& input) {
    std::error_code ignored;
    if (!fs::is_directory(input, ignored))
        return;
    const fs::path folder = fs::canonical(input, ignored);
    const fs::path file = fs::weakly_canonical(fs::absolute(target, ignored), ignored);
    const auto [atFolder, atFile] = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
    if (atFolder == folder.end())
        throw CLI::ValidationError(option, "this lies in the folder that is read; choose another place");
}

} // namespace surplace::cli
