#include "app/settings.hpp"
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <fstream>
#include <sstream>

namespace surplace::app {
namespace {

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(" \t\r");
    return first == std::string::npos ? std::string()
                                      : text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

template <class Number>
void readNumber(const std::string& text, Number least, Number most, Number& value) {
    Number read{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), read);
    if (error == std::errc() && end == text.data() + text.size() && read >= least && read <= most)
        value = read;
}

void readFlag(const std::string& text, bool& value) {
    if (text == "yes" || text == "no")
        value = text == "yes";
}

void take(Settings& settings, const std::string& key, const std::string& value) {
    if (key == "window_width")
        readNumber(value, 320, 16384, settings.windowWidth);
    else if (key == "window_height")
        readNumber(value, 240, 16384, settings.windowHeight);
    else if (key == "list_open")
        readFlag(value, settings.isListOpen);
    else if (key == "timeline_open")
        readFlag(value, settings.isTimelineOpen);
    else if (key == "legend_open")
        readFlag(value, settings.isLegendOpen);
    else if (key == "welcome_seen")
        readFlag(value, settings.isWelcomeSeen);
    else if (key == "list_width")
        readNumber(value, 240.0, 640.0, settings.listWidth);
    else if (key == "inspector_width")
        readNumber(value, 280.0, 720.0, settings.inspectorWidth);
    else if (key == "inspector_beside_list_width")
        readNumber(value, 280.0, 720.0, settings.inspectorBesideListWidth);
    else if (key == "language")
        settings.language = core::languageFromWord(value);
    else if (key == "ui_scale")
        readNumber(value, 0.75, 3.0, settings.uiScale);
    else if (key == "names")
        settings.names = scene::nameLanguagesByWord(value).value_or(settings.names);
    else if (key == "style")
        settings.style = scene::mapStyleByWord(value).value_or(settings.style);
}

} // namespace

Settings parseSettings(const std::string& text) {
    Settings settings;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        if (const auto equals = line.find('='); equals != std::string::npos)
            take(settings, trimmed(line.substr(0, equals)), trimmed(line.substr(equals + 1)));
    return settings;
}

std::string formatSettings(const Settings& settings) {
    const auto flag = [](bool value) { return value ? "yes" : "no"; };
    std::string text =
        fmt::format("window_width = {}\nwindow_height = {}\nlist_open = {}\ntimeline_open = "
                    "{}\nlegend_open = {}\nwelcome_seen = {}\n"
                    "list_width = {:.0f}\ninspector_width = {:.0f}\n"
                    "inspector_beside_list_width = {:.0f}\nui_scale = {:g}\nnames = {}\nstyle = {}\n",
                    settings.windowWidth, settings.windowHeight, flag(settings.isListOpen),
                    flag(settings.isTimelineOpen), flag(settings.isLegendOpen), flag(settings.isWelcomeSeen),
                    settings.listWidth, settings.inspectorWidth, settings.inspectorBesideListWidth,
                    settings.uiScale, scene::word(settings.names), scene::word(settings.style));
    if (settings.language)
        text += fmt::format("language = {}\n", core::word(*settings.language));
    return text;
}

Settings readSettings(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return parseSettings(text.str());
}

void writeSettings(const Settings& settings, const std::filesystem::path& file, core::Log& log) {
    if (file.empty())
        return;
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    std::filesystem::path draft = file;
    draft += ".new";
    std::ofstream stream(draft, std::ios::binary);
    stream << formatSettings(settings);
    stream.close();
    if (stream)
        std::filesystem::rename(draft, file, error);
    if (!stream || error) {
        std::filesystem::remove(draft, error);
        log.add(core::Log::Level::warning, "window",
                "the layout is not remembered: " + file.string() + " cannot be written");
    }
}

} // namespace surplace::app
