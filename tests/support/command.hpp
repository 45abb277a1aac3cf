#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace surplace::tests {

/// What a program left behind.
struct Outcome {
    int status = -1; ///< its exit status; 128 + the signal that ended it
    std::string out, err;
};

/// Runs a program without a shell and waits for it; `environment` lines ("NAME=value", or "NAME" to unset)
/// change a copy of this process's.
Outcome runCommand(const std::vector<std::string>& arguments,
                   const std::vector<std::string>& environment = {});

/// Starts a program and sends it a signal after some milliseconds.
Outcome runAndSignal(const std::vector<std::string>& arguments, int signal, int afterMilliseconds);

/// An empty folder that goes with the object.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    std::filesystem::path operator/(const std::string& name) const { return _path / name; }
    const std::filesystem::path& path() const { return _path; }

private:
    std::filesystem::path _path;
};

std::string readFile(const std::filesystem::path& file);
void writeFile(const std::filesystem::path& file, const std::string& bytes);

} // namespace surplace::tests
