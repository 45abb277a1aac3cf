#pragma once
#include "basemap/basemap.hpp"
#include "casebook/casebook_file.hpp"
#include "core/log.hpp"
#include "scene/composer.hpp"
#include <atomic>
#include <filesystem>
#include <functional>
#include <iosfwd>

namespace surplace::cli {

/// Exit statuses, the same for every command (docs/commands.md).
enum Exit { ok = 0, failed = 1, usage = 2, problemsFound = 3, cancelled = 130 };

/// What `surplace open` asks of the window.
struct OpenRequest {
    std::filesystem::path file;
    bool isBundled = false;
    casebook::Import loaded;
    std::shared_ptr<const basemap::Basemap> basemap;
    std::vector<basemap::SeaName> seaNames;
    scene::View view;
    double uiScale = 0;
    bool isStyleAsked = false, areNamesAsked = false,
         isLanguageAsked = false; ///< what is asked for goes before what is remembered
};

/// What main hands to the commands.
struct Environment {
    std::filesystem::path program; ///< the running program's file
    std::ostream& out;
    std::ostream& err;
    bool errIsTerminal = false;
    const std::atomic<bool>* cancel = nullptr; ///< set by Ctrl-C
    std::function<int(const OpenRequest&)> openWindow;
};

/// Picks and runs a command; every core::Error becomes one sentence on err.
int run(int argc, const char* const* argv, const Environment& environment);

} // namespace surplace::cli
