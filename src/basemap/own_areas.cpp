#include "basemap/own_areas.hpp"
#include "core/error.hpp"
#include "ogr/dataset.hpp"
#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <map>

namespace surplace::basemap {

namespace {

constexpr std::size_t mostAreas = 5'000;

struct Opened {
    std::string file; ///< as it was given, for messages
    ogr::Dataset data;
    std::string layer;
};

std::string list(const std::vector<std::string>& names) {
    constexpr std::size_t most = 12;
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), most); ++i)
        text += (i == 0 ? "" : ", ") + names[i];
    return names.size() > most ? fmt::format("{} and {} more", text, names.size() - most) : text;
}

/// "counties.gpkg:towns" has a layer, unless there is a file of that whole name.
std::pair<std::filesystem::path, std::string> divided(const std::string& fileAndLayer) {
    std::error_code ignored;
    const auto colon = fileAndLayer.rfind(':');
    if (colon == std::string::npos || std::filesystem::exists(fileAndLayer, ignored))
        return {fileAndLayer, ""};
    return {fileAndLayer.substr(0, colon), fileAndLayer.substr(colon + 1)};
}

Opened openLayer(const std::string& fileAndLayer) {
    const auto [file, asked] = divided(fileAndLayer);
    ogr::Dataset data = ogr::Dataset::open(file, ogr::Dataset::Kind::areas);
    const std::vector<std::string> layers = data.layerNames();
    if (layers.empty())
        throw core::Error("the file has no layer", {file.string(), "", 0, ""},
                          "Choose a GeoPackage, a Shapefile or GeoJSON with polygons.");
    if (!asked.empty() && !data.hasLayer(asked))
        throw core::Error(fmt::format("there is no layer \"{}\"", asked), {file.string(), "", 0, ""},
                          fmt::format("Its layers are: {}.", list(layers)));
    if (asked.empty() && layers.size() > 1)
        throw core::Error(fmt::format("the file has {} layers: {}", layers.size(), list(layers)),
                          {file.string(), "", 0, ""},
                          fmt::format("Name one of them: {}:{}.", file.string(), layers.front()));
    return {file.string(), std::move(data), asked.empty() ? layers.front() : asked};
}

void requireField(const Opened& opened, const std::string& field) {
    const std::vector<std::string> fields = opened.data.fieldNames(opened.layer);
    if (std::ranges::find(fields, field) == fields.end())
        throw core::Error("there is no such field", {opened.file, opened.layer, 0, field},
                          fields.empty() ? "The layer has no fields at all."
                                         : fmt::format("Its fields are: {}.", list(fields)));
}

/// None where the field is empty.
std::optional<double> numberOf(const ogr::Feature& feature, const std::string& field, const core::Where& where) {
    if (field.empty() || !feature.has(field))
        return std::nullopt;
    std::optional<double> number = feature.number(field);
    if (feature.isText(field)) {
        const std::string text = feature.text(field);
        if (text.find_first_not_of(' ') == std::string::npos)
            return std::nullopt;
        double value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        number = error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
        if (!number)
            throw core::Error(fmt::format("\"{}\" is not a number", text), where,
                              "Write digits only (1250000), or leave it empty where it is not known.");
    }
    if (!number || !std::isfinite(*number) || *number < 0)
        throw core::Error("a rate cannot be stated against a number below zero", where,
                          "Correct it, or leave it empty where it is not known.");
    return number;
}

OwnArea areaOf(const ogr::Feature& feature, const std::string& nameField, const std::string& numberField,
               const core::Where& where) {
    const auto at = [&](const std::string& field) {
        return core::Where{where.file, where.layer, feature.id(), field};
    };
    OwnArea area;
    area.name = feature.text(nameField);
    if (area.name.find_first_not_of(' ') == std::string::npos)
        throw core::Error("the area has no name", at(nameField), "Name it, or choose another field.");
    area.rings = feature.rings();
    if (area.rings.empty())
        throw core::Error(fmt::format("\"{}\" is not a polygon", area.name), at("geometry"),
                          "Only areas can be counted by: leave points and lines out of the layer.");
    if (const std::string problem = feature.geometryProblem(); !problem.empty())
        throw core::Error(
            fmt::format("the outline of \"{}\" encloses no clear area ({})", area.name, problem), at("geometry"),
            "Repair it in a GIS (\"Fix geometries\" in QGIS) and save the layer again.");
    for (const auto& ring : area.rings)
        for (const auto& p : ring)
            area.box.add(p.longitudeDegrees, p.latitudeDegrees);
    area.denominator = numberOf(feature, numberField, at(numberField));
    return area;
}

} // namespace

OwnAreas readOwnAreas(const std::string& fileAndLayer, const std::string& nameField,
                      const std::string& numberField) {
    const Opened opened = openLayer(fileAndLayer);
    requireField(opened, nameField);
    if (!numberField.empty())
        requireField(opened, numberField);
    const core::Where where{opened.file, opened.layer, 0, ""};
    OwnAreas result{std::filesystem::path(opened.file).filename().string(), opened.layer, {}};
    std::map<std::string, long> rowOf;
    opened.data.forEachFeatureInDegrees(opened.layer, [&](const ogr::Feature& feature) {
        OwnArea area = areaOf(feature, nameField, numberField, where);
        const auto [known, isNew] = rowOf.emplace(area.name, feature.id());
        if (!isNew)
            throw core::Error(fmt::format("\"{}\" is also the name of row {}", area.name, known->second),
                              {opened.file, opened.layer, feature.id(), nameField},
                              "Give each area a name of its own, or join its parts into one.");
        if (result.areas.size() == mostAreas)
            throw core::Error(fmt::format("the layer has more than {} areas", mostAreas), where,
                              "Choose a coarser layer.");
        result.areas.push_back(std::move(area));
    });
    if (result.areas.empty())
        throw core::Error("the layer has no polygons", where, "Choose one with the areas to count by.");
    return result;
}

std::vector<std::string> ownAreaFields(const std::string& fileAndLayer) {
    const Opened opened = openLayer(fileAndLayer);
    return opened.data.fieldNames(opened.layer);
}

} // namespace surplace::basemap
