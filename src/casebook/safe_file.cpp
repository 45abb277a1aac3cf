#include "casebook/safe_file.hpp"
#include "core/error.hpp"
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace surplace::casebook {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(int errorNumber, const fs::path& target) {
    throw core::Error(fmt::format("the file cannot be written ({})", reasonInWords(errorNumber, target)),
                      {target.string(), "", 0, ""}, "Nothing was changed; save to another place.");
}

class Descriptor {
public:
    Descriptor(const fs::path& path, int flags) : _number(::open(path.c_str(), flags | O_CLOEXEC)) {}
    ~Descriptor() {
        if (_number >= 0)
            ::close(_number);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return _number; }
    bool sync() const { return _number >= 0 && ::fsync(_number) == 0; }

private:
    int _number;
};

fs::path folderOf(const fs::path& file) {
    return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

} // namespace

std::string reasonInWords(int errorNumber, const fs::path& target) {
    const std::string reason = std::generic_category().message(errorNumber);
    std::error_code error;
    const fs::space_info space = fs::space(folderOf(target), error);
    if (errorNumber != ENOSPC || error)
        return reason;
    return fmt::format("{}: {} kB are free", reason, space.available / 1024);
}

SafeFile::SafeFile(const fs::path& target) : _target(target) {
    std::error_code error;
    if (fs::is_symlink(target, error))
        _target = fs::weakly_canonical(target, error);
    if (fs::is_directory(_target, error))
        fail(EISDIR, target);
    const fs::path folder = folderOf(_target);
    if (!fs::is_directory(folder, error))
        throw core::Error(fmt::format("the folder {} does not exist", folder.string()),
                          {target.string(), "", 0, ""}, "Make it, or save to another place.");
    std::string name = (folder / fmt::format(".{}.XXXXXX", _target.filename().string())).string();
    const int file = ::mkostemp(name.data(), O_CLOEXEC);
    if (file < 0)
        fail(errno, target);
    ::close(file);
    _path = name;
}

SafeFile::~SafeFile() {
    if (!_replaced)
        ::unlink(_path.c_str());
}

void SafeFile::replaceTarget() {
    {
        const Descriptor file(_path, O_RDWR);
        struct stat old {};
        if (::stat(_target.c_str(), &old) == 0 && ::fchmod(file.number(), old.st_mode & 07777U) != 0)
            fail(errno, _target);
        if (!file.sync())
            fail(errno, _target);
    }
    if (::rename(_path.c_str(), _target.c_str()) != 0)
        fail(errno, _target);
    _replaced = true;
    // The new content is in place; a folder that cannot be synced (some network drives) is no reason to call
    // the save failed.
    Descriptor(folderOf(_target), O_RDONLY | O_DIRECTORY).sync();
}

void writeSafely(const fs::path& target, std::string_view content) {
    SafeFile file(target);
    {
        const Descriptor descriptor(file.path(), O_WRONLY);
        while (!content.empty()) {
            const ssize_t written = ::write(descriptor.number(), content.data(), content.size());
            if (written < 0 && errno == EINTR)
                continue;
            if (written < 0)
                fail(errno, target);
            content.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    file.replaceTarget();
}

} // namespace surplace::casebook
