#include "scene/overlay_units.hpp"
#include "core/error.hpp"
#include "scene/place_areas.hpp"
#include <algorithm>
#include <cmath>
#include <limits>

namespace surplace::scene {

namespace {

constexpr std::size_t missing = std::numeric_limits<std::size_t>::max();

bool isSame(const basemap::Area& a, const basemap::Area& b) {
    const bool sameCode = !a.code.empty() && a.code == b.code;
    return sameCode || (a.country == b.country && foldedName(a.names.en) == foldedName(b.names.en));
}

void add(ProvinceUnits& result, const basemap::Area& province, std::size_t border, std::size_t wide) {
    analysis::Unit& unit = result.units.units.emplace_back();
    unit.id = province.code.empty() ? province.country + "/" + province.names.en : province.code;
    unit.nameEn = province.names.en;
    unit.nameZh = province.names.zh;
    unit.nameKo = province.names.ko;
    unit.country = province.country;
    unit.rings = province.rings;
    unit.box = province.box;
    result.indexOf[0].push_back(border);
    result.indexOf[1].push_back(wide);
}

/// Whether a part of a border river runs along China: the last piece of the Tumen parts Korea from Russia.
bool runsAlongChina(const geo::LonLatLine& line, const std::vector<basemap::Area>& provinces) {
    constexpr double nearDegrees = 0.02;
    const geo::LonLat middle = line[line.size() / 2];
    return std::ranges::any_of(provinces, [&](const basemap::Area& province) {
        return province.country == "CN" && std::ranges::any_of(province.rings, [&](const auto& ring) {
                   return std::ranges::any_of(ring, [&](const geo::LonLat& p) {
                       return std::abs(p.longitudeDegrees - middle.longitudeDegrees) < nearDegrees &&
                              std::abs(p.latitudeDegrees - middle.latitudeDegrees) < nearDegrees;
                   });
               });
    });
}

} // namespace

ProvinceUnits provinceUnits(const basemap::Basemap& basemap) {
    ProvinceUnits result;
    result.units.basis = analysis::Basis::provinces;
    result.units.title = "province";
    const auto &border = basemap.border.provinces, &wide = basemap.wide.provinces;
    for (std::size_t i = 0; i < wide.size(); ++i) {
        const auto same = std::ranges::find_if(border, [&](const auto& each) { return isSame(each, wide[i]); });
        add(result, wide[i], same == border.end() ? missing : static_cast<std::size_t>(same - border.begin()), i);
    }
    for (std::size_t i = 0; i < border.size(); ++i)
        if (std::ranges::none_of(wide, [&](const auto& each) { return isSame(border[i], each); }))
            add(result, border[i], i, missing);
    return result;
}

analysis::Units reachUnits(const basemap::Basemap& basemap, const model::Casebook& casebook) {
    std::vector<geo::LonLatLine> parts;
    geo::LonLatBox rivers;
    for (const basemap::Line& line : basemap.border.lines)
        if (line.kind == basemap::LineKind::river && line.points.size() > 1 &&
            (line.names.en.starts_with("Yalu") || line.names.en.starts_with("Tumen")) &&
            runsAlongChina(line.points, basemap.border.provinces)) {
            parts.push_back(line.points);
            for (const auto& p : line.points)
                rivers.add(p.longitudeDegrees, p.latitudeDegrees);
        }
    // The land border at Mount Paektu joins them.
    for (const basemap::Line& line : basemap.border.lines)
        if (line.kind == basemap::LineKind::nationalBorder && line.approximate && line.points.size() > 1 &&
            rivers.contains(line.points.front().longitudeDegrees, line.points.front().latitudeDegrees))
            parts.push_back(line.points);
    analysis::Units units = analysis::borderReaches(parts, casebook);
    if (units.units.empty())
        throw core::Error("the casebook has no official crossing on the border between China and North Korea, "
                          "so there are no reaches to count by",
                          {}, "Count by province instead, or add the crossings with their positions.");
    return units;
}

std::shared_ptr<const analysis::Units> ownUnits(const basemap::OwnAreas& areas,
                                                const std::string& denominatorName, double per) {
    auto units = std::make_shared<analysis::Units>();
    units->basis = analysis::Basis::ownAreas;
    units->title = areas.layer;
    std::ranges::replace(units->title, '_', ' ');
    units->denominatorName = denominatorName;
    units->per = per;
    for (const basemap::OwnArea& area : areas.areas) {
        analysis::Unit& unit = units->units.emplace_back();
        unit.id = unit.nameEn = area.name;
        unit.rings = area.rings;
        unit.box = area.box;
        if (units->hasRates())
            unit.denominator = area.denominator;
    }
    return units;
}

} // namespace surplace::scene
