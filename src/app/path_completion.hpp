#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace surplace::app {

/// A file or folder that a typed path can go on to.
struct PathChoice {
    std::string name; ///< folders end in '/'
    std::string path; ///< the text that the field would hold
};
/// What lies in the folder of a typed path and begins with its last part: folders first, then files with one
/// of the endings (".gpkg"); hidden ones only when a dot was typed. "~/" is the home folder. Nothing when the
/// folder cannot be read.
std::vector<PathChoice> pathChoices(const std::string& typed, const std::vector<std::string>& endings,
                                    const std::filesystem::path& home);

} // namespace surplace::app
