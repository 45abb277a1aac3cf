#include "cli/view_options.hpp"
#include "core/error.hpp"
#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace surplace::cli {
namespace {

constexpr int largestPixels = 16384;

/// A wrong command line: reported with status 2.
CLI::ValidationError badOption(const std::string& option, const std::string& value,
                               const std::string& expected) {
    return CLI::ValidationError(fmt::format("--{} {}", option, value), "expected " + expected);
}

template <class Number>
bool readNumber(std::string_view text, Number& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos)
            return parts;
        text.remove_prefix(at + 1);
    }
}

void readSize(const std::string& text, scene::Camera& camera) {
    const auto parts = split(text, 'x');
    if (parts.size() != 2 || !readNumber(parts[0], camera.widthPixels) ||
        !readNumber(parts[1], camera.heightPixels) || camera.widthPixels < 1 || camera.heightPixels < 1 ||
        camera.widthPixels > largestPixels || camera.heightPixels > largestPixels)
        throw badOption("size", text,
                        fmt::format("WIDTHxHEIGHT in pixels, such as 1280x720, at most {}", largestPixels));
}

/// Furniture needs room: a picture smaller than this is a larger one drawn smaller, its device pixels
/// unchanged.
void giveFurnitureRoom(scene::Camera& camera) {
    constexpr double leastWidthPixels = 1120, leastHeightPixels = 630;
    const double factor =
        std::max({1.0, leastWidthPixels / camera.widthPixels, leastHeightPixels / camera.heightPixels});
    camera.widthPixels = static_cast<int>(std::lround(camera.widthPixels * factor));
    camera.heightPixels = static_cast<int>(std::lround(camera.heightPixels * factor));
    camera.scale /= factor;
}

template <class Enum>
void readWords(const char* option, const std::vector<std::string>& words, std::set<Enum>& values) {
    for (const std::string& word : words) {
        const auto value = model::parseWord<Enum>(word);
        if (!value) {
            std::string all;
            for (const Enum each : model::allValues<Enum>())
                all += (all.empty() ? "" : ", ") + std::string(model::word(each));
            throw badOption(option, word, "one of " + all);
        }
        values.insert(*value);
    }
}

template <class Record>
void readIds(const char* option, const std::vector<std::string>& ids, const model::Table<Record>& table,
             std::set<model::Id>& values) {
    for (const std::string& id : ids) {
        if (table.find(id) == nullptr)
            throw badOption(option, id, "an id of the casebook (surplace info lists them)");
        values.insert(id);
    }
}

} // namespace

timeline::Window readPeriod(const char* option, const std::string& text) {
    model::Edtf date;
    try {
        date = model::Edtf::parse(text);
    } catch (const core::Error& error) {
        throw CLI::ValidationError(fmt::format("--{} {}", option, text), error.what());
    }
    if (!date.earliest() || !date.latest())
        throw badOption(option, text, "a date with a first and a last day, such as 1999/2024 or 2017-06");
    return {*date.earliest(), *date.latest()};
}

void ViewOptions::addTo(CLI::App& command) {
    command.add_option("--size", size, "Picture size in logical pixels, WIDTHxHEIGHT")->capture_default_str();
    command.add_option("--scale", scale, "Device pixels per logical pixel: 2 for high density")
        ->capture_default_str()
        ->check(CLI::Range(0.5, 4.0));
    command
        .add_option("--view", view,
                    "border, wide, all (every placed event), or WEST,SOUTH,EAST,NORTH in degrees")
        ->capture_default_str();
    command.add_option("--projection", projection, "conic, mercator or equidistant")->capture_default_str();
    command.add_option("--at", at, "Day shown, EDTF (its last day counts): 2017-06-25, 2017-06");
    command.add_option("--mode", mode,
                       "period, window, cumulative or fade (default: fade with --at, period without)");
    command.add_option("--fade", fadeDays, "Days over which an event fades")
        ->capture_default_str()
        ->check(CLI::Range(1, 36500));
    command.add_option("--window", windowDays, "Days of the moving window")
        ->capture_default_str()
        ->check(CLI::Range(1, 36500));
    addFilterTo(command);
    command.add_option("--names", names, "Map labels: en, zh, ko or all")->capture_default_str();
    command.add_option("--style", style, "Look: light, dark (projector), print (white, thin) or satellite")
        ->capture_default_str();
    command.add_option("--seas", seas, "The disputed sea: both names, east_sea or sea_of_japan")
        ->capture_default_str();
    command.add_option("--select", select, "Emphasise an event, case or place (id)");
    command.add_flag("--no-legend", noLegend, "Leave the legend out");
    command.add_flag("--no-inset", noInset, "Leave the overview map out");
    command.add_flag("--no-title", noTitle, "Leave title and date out");
    command.add_flag("--no-relief", noRelief, "Leave the relief out");
    command.add_flag("--no-provinces", noProvinces, "Leave provinces' boundaries and names out");
    command.add_flag("--graticule", graticule, "Draw meridians and parallels with their degrees");
}

void ViewOptions::addFilterTo(CLI::App& command) {
    command.add_option("--period", period,
                       "Period looked at, EDTF: 1999/2024, 2017-06 (default: whole years around the events)");
    command.add_option("--kind", kinds, "Only these kinds, e.g. detention,forced_return")
        ->delimiter(',')
        ->allow_extra_args(false);
    command.add_option("--assertion", assertions, "Only confirmed, reported, believed, feared")
        ->delimiter(',')
        ->allow_extra_args(false);
    command.add_option("--place", places, "Only events at, from or to these places (ids)")
        ->delimiter(',')
        ->allow_extra_args(false);
    command.add_option("--source", sources, "Only events citing these sources (ids)")
        ->delimiter(',')
        ->allow_extra_args(false);
    command.add_option("--case", cases, "Only these cases (ids)")->delimiter(',')->allow_extra_args(false);
    command.add_option("--text", text, "Only events in which every word is found");
}

scene::View ViewOptions::make(const model::Casebook& casebook) const {
    scene::View result;
    const auto kindOfProjection = geo::projectionByName(projection);
    if (!kindOfProjection)
        throw badOption("projection", projection, "conic, mercator or equidistant");
    // A range check lets through what is no number.
    if (!std::isfinite(scale))
        throw badOption("scale", "nan", "a number from 0.5 to 4");
    scene::Camera frame;
    readSize(size, frame);
    frame.scale = scale;
    giveFurnitureRoom(frame);
    if (view == "border") {
        result.camera =
            scene::borderView(*kindOfProjection, frame.widthPixels, frame.heightPixels, frame.scale);
    } else {
        geo::LonLatBox box = geo::wideRegion;
        if (view == "all") {
            box = {};
            for (const model::Event& event : casebook.events)
                if (const model::Place* place = casebook.places.find(event.placeId);
                    place != nullptr && place->position)
                    box.add(place->position->longitudeDegrees, place->position->latitudeDegrees);
            if (box.isEmpty())
                box = geo::borderRegion;
        } else if (view != "wide") {
            const auto parts = split(view, ',');
            if (parts.size() != 4 || !readNumber(parts[0], box.minX) || !readNumber(parts[1], box.minY) ||
                !readNumber(parts[2], box.maxX) || !readNumber(parts[3], box.maxY) ||
                !geo::LonLat::isValid(box.minX, box.minY) || !geo::LonLat::isValid(box.maxX, box.maxY) ||
                box.minX >= box.maxX || box.minY >= box.maxY)
                throw badOption(
                    "view", view,
                    "border, wide, all, or WEST,SOUTH,EAST,NORTH in degrees, such as 123,39.5,131,43.5");
        }
        result.camera =
            scene::fit(box, *kindOfProjection, frame.widthPixels, frame.heightPixels, frame.scale);
    }
    timeline::Moment& moment = result.moment;
    moment.period = period.empty() ? scene::defaultPeriod(casebook) : readPeriod("period", period);
    moment.day = at.empty() ? moment.period.last : readPeriod("at", at).last;
    moment.fadeDays = fadeDays;
    moment.windowDays = windowDays;
    moment.mode = at.empty() ? timeline::Mode::period : timeline::Mode::fade;
    if (!mode.empty()) {
        const auto value = timeline::modeByWord(mode);
        if (!value)
            throw badOption("mode", mode, "period, window, cumulative or fade");
        moment.mode = *value;
    }
    readWords("kind", kinds, result.filter.kinds);
    readWords("assertion", assertions, result.filter.assertions);
    readIds("place", places, casebook.places, result.filter.places);
    readIds("source", sources, casebook.sources, result.filter.sources);
    readIds("case", cases, casebook.cases, result.filter.cases);
    result.filter.text = text;
    if (names == "en")
        result.names = scene::NameLanguage::en;
    else if (names == "zh")
        result.names = scene::NameLanguage::zh;
    else if (names == "ko")
        result.names = scene::NameLanguage::ko;
    else if (names != "all")
        throw badOption("names", names, "en, zh, ko or all");
    if (!select.empty()) {
        if (casebook.events.find(select) != nullptr)
            result.selectedEvent = select;
        else if (casebook.cases.find(select) != nullptr)
            result.selectedCase = select;
        else if (casebook.places.find(select) != nullptr)
            result.selectedPlace = select;
        else
            throw badOption("select", select, "the id of an event, a case or a place of the casebook");
    }
    result.legend = !noLegend;
    result.inset = !noInset;
    result.titleBlock = !noTitle;
    result.relief = !noRelief;
    result.provinces = !noProvinces;
    result.graticule = graticule;
    const auto look = scene::mapStyleByWord(style);
    if (!look)
        throw badOption("style", style, "light, dark, print or satellite");
    result.style = *look;
    if (seas == "east_sea")
        result.seas = scene::SeaNaming::eastSea;
    else if (seas == "sea_of_japan")
        result.seas = scene::SeaNaming::seaOfJapan;
    else if (seas != "both")
        throw badOption("seas", seas, "both, east_sea or sea_of_japan");
    return result;
}

} // namespace surplace::cli
