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
    std::string projection = "conic";
    std::string period;
    std::string at;
    std::string mode;
    int fadeDays = 365;
    int windowDays = 365;
    std::vector<std::string> kinds, assertions, places, sources, cases;
    std::string text;
    std::string names = "all";
    std::string style = "light";
    std::string seas = "both";
    std::string select;
    bool noLegend = false, noInset = false, noTitle = false, noRelief = false;
    bool noProvinces = false, graticule = false;

    void addTo(CLI::App& command);
    /// The period and the filters alone.
    void addFilterTo(CLI::App& command);
    /// Throws core::Error naming the option and what it takes.
    scene::View make(const model::Casebook& casebook) const;
};

/// The days of a date that an option was given; throws CLI::ValidationError when it has none.
timeline::Window readPeriod(const char* option, const std::string& text);

} // namespace surplace::cli
