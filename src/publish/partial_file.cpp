#include "publish/partial_file.hpp"
#include "core/error.hpp"
#include <system_error>

namespace surplace::publish {

PartialFile::PartialFile(std::filesystem::path target) : _target(std::move(target)), _path(_target) {
    std::error_code ignored;
    const std::filesystem::path folder = _target.has_parent_path() ? _target.parent_path() : ".";
    if (!_target.has_filename() || std::filesystem::is_directory(_target, ignored))
        throw core::Error("The output is a folder", {.file = _target.string()}, "Name a file in it.");
    if (!std::filesystem::is_directory(folder, ignored))
        throw core::Error("The folder of the output does not exist", {.file = _target.string()},
                          "Make it first, or choose another.");
    _path.replace_filename(_target.stem().string() + ".part" + _target.extension().string());
}

PartialFile::~PartialFile() {
    std::error_code ignored;
    if (!_committed)
        std::filesystem::remove(_path, ignored);
}

void PartialFile::commit() {
    std::error_code failure;
    std::filesystem::rename(_path, _target, failure);
    if (failure)
        throw core::Error("The output could not be given its name (" + failure.message() + ")",
                          {.file = _target.string()});
    _committed = true;
}

} // namespace surplace::publish
