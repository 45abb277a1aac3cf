#include "app/window.hpp"
#include "cli/command_line.hpp"
#include "ogr/drivers.hpp"
#include <csignal>
#include <iostream>
#include <unistd.h>

namespace {

// A signal handler can reach nothing else.
std::atomic<bool> stopRequested{false};

constexpr unsigned secondsToStop = 30;

/// Asks the work to stop and clean up; what does not in time, or is asked twice, is ended.
void requestStop(int signal) {
    stopRequested = true;
    std::signal(signal, SIG_DFL);
    std::signal(SIGALRM, [](int) { _exit(surplace::cli::cancelled); });
    alarm(secondsToStop);
}

void handleSignals() {
    std::signal(SIGINT, requestStop);
    std::signal(SIGTERM, requestStop);
    if (std::signal(SIGHUP, requestStop) == SIG_IGN)
        std::signal(SIGHUP, SIG_IGN); // started by nohup
    // A write into a closed pipe, or beyond the largest size of a file, fails and is cleaned up after.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
}

std::filesystem::path settingsFile() {
    const char* config = std::getenv("XDG_CONFIG_HOME");
    const char* home = std::getenv("HOME");
    if (config != nullptr && *config != '\0')
        return std::filesystem::path(config) / "surplace" / "window.ini";
    return home != nullptr && *home != '\0'
               ? std::filesystem::path(home) / ".config" / "surplace" / "window.ini"
               : std::filesystem::path();
}

/// The language that the user's system is set to, as the C library looks for it.
surplace::core::Language systemLanguage() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* value = std::getenv(name); value != nullptr && *value != '\0')
            return surplace::core::languageOfLocale(value);
    return surplace::core::Language::en;
}

int openWindow(const surplace::cli::OpenRequest& request) {
    surplace::app::Options options;
    options.file = request.file;
    options.isBundled = request.isBundled;
    options.loaded = request.loaded;
    options.basemap = request.basemap;
    options.seaNames = request.seaNames;
    options.view = request.view;
    options.settingsFile = settingsFile();
    options.uiScale = request.uiScale;
    options.isStyleAsked = request.isStyleAsked;
    options.areNamesAsked = request.areNamesAsked;
    options.isLanguageAsked = request.isLanguageAsked;
    options.firstLanguage = systemLanguage();
    return surplace::app::runWindow(options);
}

} // namespace

int main(int argc, char** argv) {
    surplace::ogr::clearEnvironment();
    handleSignals();
    std::error_code ignored;
    surplace::cli::Environment environment{std::filesystem::read_symlink("/proc/self/exe", ignored),
                                           std::cout,
                                           std::cerr,
                                           isatty(STDERR_FILENO) == 1,
                                           &stopRequested,
                                           openWindow};
    return surplace::cli::run(argc, argv, environment);
}
