#include "core/safe_file.hpp"
#include "core/error.hpp"
#include "core/translation.hpp"
#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace surplace::core {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(int errorNumber, const fs::path& target) {
    throw Error(core::trf("the file cannot be written ({0})", reasonInWords(errorNumber, target)),
                {target.string(), "", 0, ""}, core::tr("Nothing was changed; save to another place."));
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

/// Where a chain of symbolic links leads; the end of it need not exist.
fs::path followed(const fs::path& target) {
    constexpr int mostLinks = 40; // as the system allows
    fs::path path = target;
    std::error_code error;
    for (int links = 0; fs::is_symlink(path, error); ++links) {
        if (links == mostLinks)
            fail(ELOOP, target);
        path = path.parent_path() / fs::read_symlink(path, error);
    }
    return path;
}

/// Makes an empty file beside another, under a name that nothing has yet.
fs::path makeBeside(const fs::path& target, mode_t rights) {
    const std::string name = fmt::format(".{}.{}", target.filename().string(), ::getpid());
    for (int number = 0;; ++number) {
        const fs::path path = folderOf(target) / fmt::format("{}-{}", name, number);
        const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, rights);
        if (file < 0 && errno == EEXIST && number < 10'000)
            continue;
        if (file < 0)
            fail(errno, target);
        ::close(file);
        return path;
    }
}

} // namespace

std::string reasonInWords(int errorNumber, const fs::path& target) {
    const std::string reason = std::generic_category().message(errorNumber);
    std::error_code error;
    const fs::space_info space = fs::space(folderOf(target), error);
    if (errorNumber != ENOSPC || error)
        return reason;
    return core::trf("{0}: {1} kB are free", reason, space.available / 1024);
}

SafeFile::SafeFile(const fs::path& target, Readers readers) : _target(followed(target)) {
    std::error_code error;
    const fs::path folder = folderOf(_target);
    if (!fs::is_directory(folder, error))
        throw Error(core::trf("the folder {0} does not exist", folder.string()), {target.string(), "", 0, ""},
                    core::tr("Make it, or save to another place."));
    if (!_target.has_filename() || fs::is_directory(_target, error))
        fail(EISDIR, target);
    if (fs::exists(_target, error) && !fs::is_regular_file(_target, error))
        throw Error(core::tr("this is no file that could be replaced"), {target.string(), "", 0, ""},
                    core::tr("Save to another place."));
    _path = makeBeside(_target, readers == Readers::owner ? 0600 : 0666);
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

void writeSafely(const fs::path& target, std::string_view content, SafeFile::Readers readers) {
    SafeFile file(target, readers);
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

} // namespace surplace::core
