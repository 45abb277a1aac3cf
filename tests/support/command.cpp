#include "support/command.hpp"
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace surplace::tests {
namespace {

pid_t start(const std::vector<std::string>& arguments, const std::vector<std::string>& environment,
            const TemporaryFolder& folder) {
    std::vector<char*> argv;
    for (const std::string& argument : arguments)
        argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    const std::string out = folder / "out", err = folder / "err";
    const pid_t child = fork();
    if (child != 0)
        return child;
    std::signal(SIGHUP, SIG_DFL); // the tests themselves may run under nohup
    for (const std::string& line : environment) {
        const auto equals = line.find('=');
        if (equals == std::string::npos)
            unsetenv(line.c_str());
        else
            setenv(line.substr(0, equals).c_str(), line.substr(equals + 1).c_str(), 1);
    }
    const auto redirect = [](const char* file, int flags, int to) {
        const int descriptor = open(file, flags, 0600);
        if (descriptor >= 0)
            dup2(descriptor, to);
    };
    redirect("/dev/null", O_RDONLY, STDIN_FILENO);
    redirect(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
    redirect(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
    execvp(argv[0], argv.data());
    _exit(127);
}

Outcome wait(pid_t child, const TemporaryFolder& folder) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), readFile(folder / "out"),
            readFile(folder / "err")};
}

} // namespace

Outcome runCommand(const std::vector<std::string>& arguments, const std::vector<std::string>& environment) {
    const TemporaryFolder folder;
    return wait(start(arguments, environment, folder), folder);
}

Outcome runAndSignal(const std::vector<std::string>& arguments, int signal, int afterMilliseconds) {
    const TemporaryFolder folder;
    const pid_t child = start(arguments, {}, folder);
    std::this_thread::sleep_for(std::chrono::milliseconds(afterMilliseconds));
    kill(child, signal);
    return wait(child, folder);
}

TemporaryFolder::TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "surplace-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr)
        throw std::runtime_error("no temporary folder");
    _path = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(_path, ignored);
}

std::string readFile(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    return bytes.str();
}

void writeFile(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

} // namespace surplace::tests
