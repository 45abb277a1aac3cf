#include "app/inspector_panel.hpp"
#include <csignal>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>

extern char** environ;

namespace surplace::app {

bool openAddress(const std::string& url) {
    if (url.rfind("https://", 0) != 0 && url.rfind("http://", 0) != 0)
        return false;
    std::string program = "xdg-open", address = url;
    char* arguments[] = {program.data(), address.data(), nullptr};
    pid_t child = 0;
    if (posix_spawnp(&child, program.c_str(), nullptr, nullptr, arguments, environ) != 0)
        return false;
    // xdg-open may last as long as the browser: somebody has to wait for it.
    std::thread([child] { waitpid(child, nullptr, 0); }).detach();
    return true;
}

} // namespace surplace::app
