#pragma once
#include <filesystem>

namespace surplace::publish {

/// A file being written beside its target. commit() gives it the target's name in one step; without that it
/// is removed, and the target stays as it was.
class PartialFile {
public:
    /// "map.png" is written as "map.part.png". Throws core::Error when the target is a folder or its folder
    /// does not exist.
    explicit PartialFile(std::filesystem::path target);
    ~PartialFile();
    PartialFile(const PartialFile&) = delete;
    PartialFile& operator=(const PartialFile&) = delete;

    const std::filesystem::path& path() const { return _path; }
    const std::filesystem::path& target() const { return _target; }
    void commit();

private:
    std::filesystem::path _target, _path;
    bool _committed = false;
};

} // namespace surplace::publish
