#pragma once
#include "core/log.hpp"
#include "core/translation.hpp"
#include "scene/composer.hpp"
#include <filesystem>
#include <string>

namespace surplace::app {

/// What the window remembers from one day to the next. Lengths are logical pixels.
struct Settings {
    int windowWidth = 1280, windowHeight = 720;
    bool isListOpen = false;
    bool isTimelineOpen = true;
    bool isLegendOpen = false;
    bool isWelcomeSeen = false;
    double listWidth = 344;
    double inspectorWidth = 380;
    double inspectorBesideListWidth = 300;  ///< with the list open in a window of usual width
    double uiScale = 0;                     ///< of text and buttons; 0 = the monitor's
    std::optional<core::Language> language; ///< none until one is chosen
    scene::NameLanguages names;
    scene::MapStyle style = scene::MapStyle::light;
    bool operator==(const Settings&) const = default;
};

/// "key = value" a line. What is unknown, broken or out of range is left at its default.
Settings parseSettings(const std::string& text);
std::string formatSettings(const Settings& settings);

/// The defaults when there is no file, or none that can be read.
Settings readSettings(const std::filesystem::path& file);
/// Written beside and renamed. A place that cannot be written is said once to the log; an empty path
/// remembers nothing.
void writeSettings(const Settings& settings, const std::filesystem::path& file, core::Log& log);

} // namespace surplace::app
