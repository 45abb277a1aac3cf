#pragma once
#include "basemap/basemap.hpp"
#include "casebook/casebook_file.hpp"
#include "core/translation.hpp"
#include "scene/composer.hpp"
#include <filesystem>

namespace surplace::app {

/// What the window opens with.
struct Options {
    std::filesystem::path file; ///< the casebook's file or text-form folder
    bool isBundled = false;     ///< the welcome card is shown for the bundled casebook
    casebook::Import loaded;    ///< already read, with its problems
    std::shared_ptr<const basemap::Basemap> basemap;
    std::vector<basemap::SeaName> seaNames;
    scene::View view;                   ///< the first view (its camera's size is the window's first size)
    std::filesystem::path settingsFile; ///< remembers layout; empty = remembers nothing
    double uiScale = 0;                 ///< 0 = the monitor's
    bool isStyleAsked = false, areNamesAsked = false,
         isLanguageAsked = false;                      ///< the view's go before those remembered
    core::Language firstLanguage = core::Language::en; ///< where none is remembered
};

/// Shows the window until it is closed; returns the exit status. Throws core::Error when there is no display
/// or no OpenGL 3.3, naming the way out.
int runWindow(const Options& options);

} // namespace surplace::app
