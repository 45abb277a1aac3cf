#pragma once
#include <filesystem>
#include <string>
#include <string_view>

namespace surplace::core {

/// A new file beside its target, of a name that no file had, that takes the target's place in one step.
/// Removed unless replaceTarget() succeeded. All failures are core::Error naming the target; the target is as
/// it was.
class SafeFile {
public:
    /// Who may read a file that replaces none: its owner alone, or whoever the user's umask lets.
    enum class Readers { owner, everyone };

    /// A target that is a symbolic link is followed: the file it names is replaced, or made. What is no
    /// regular file (a folder, a device) is refused.
    explicit SafeFile(const std::filesystem::path& target, Readers readers = Readers::owner);
    ~SafeFile();
    SafeFile(const SafeFile&) = delete;
    SafeFile& operator=(const SafeFile&) = delete;

    const std::filesystem::path& path() const { return _path; }
    /// Syncs the file, gives it the rights of the file it replaces, renames it over the target, and syncs the
    /// folder.
    void replaceTarget();

private:
    std::filesystem::path _target;
    std::filesystem::path _path;
    bool _replaced = false;
};

/// Writes a whole file by way of a SafeFile.
void writeSafely(const std::filesystem::path& target, std::string_view content,
                 SafeFile::Readers readers = SafeFile::Readers::owner);

/// What to tell a user whose file could not be written for the reason of `errorNumber` (errno).
std::string reasonInWords(int errorNumber, const std::filesystem::path& target);

} // namespace surplace::core
