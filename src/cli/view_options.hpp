#pragma once
#include "model/casebook.hpp"
#include "scene/composer.hpp"
#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace surplace::cli {

/// What `open` and `render` share: size, place, time and filters, as words of the command line.
struct ViewOptions {
    std::string size = "1280x720";
    double scale = 1;
    std::string view = "border";
    std::string center;
    std::string projection = "conic";
    std::string period;
    std::string at;
    std::string mode;
    int fadeDays = 365;
    int windowDays = 365;
    std::vector<std::string> kinds, assertions, places, sources, cases;
    std::string text;
    std::string language = "en";
    std::string names = "all";
    std::string style = "light";
    std::string seas = "both";
    std::string select, open;
    bool noLegend = false, noInset = false, noTitle = false, noRelief = false;
    bool noProvinces = false, graticule = false, flows = false;

    void addTo(CLI::App& command);
    /// Throws core::Error naming the option and what it takes.
    scene::View make(const model::Casebook& casebook) const;
    /// Moves the view's middle to the place of --center, found by any of its names; without it does nothing.
    /// Throws core::Error when no place has the name.
    void moveToCenter(scene::View& moved, const model::Casebook& casebook,
                      const basemap::Basemap& basemap) const;
};

/// The language of an option; throws CLI::ValidationError when it is none of ours.
core::Language readLanguage(const std::string& word);

/// The days of a date that an option was given; throws CLI::ValidationError when it has none.
timeline::Window readPeriod(const char* option, const std::string& text);

} // namespace surplace::cli
