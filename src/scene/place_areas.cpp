#include "scene/place_areas.hpp"
#include "geo/geodesic.hpp"
#include "scene/inner_point.hpp"

namespace surplace::scene {

namespace {

double area(const geo::LonLatBox& box) {
    return box.width() * box.height();
}

geo::LonLatBox intersection(const geo::LonLatBox& a, const geo::LonLatBox& b) {
    return {std::max(a.minX, b.minX), std::max(a.minY, b.minY), std::min(a.maxX, b.maxX),
            std::min(a.maxY, b.maxY)};
}

bool namedAlike(const basemap::Area& province, const model::Place& place, bool isProvince) {
    const std::string english = foldedName(province.names.en);
    if (!place.admin1.empty() && foldedName(place.admin1) == english)
        return true;
    if (!isProvince)
        return false;
    return foldedName(place.nameEn) == english ||
           (!place.nameZh.empty() && place.nameZh == province.names.zh);
}

bool holds(const basemap::Area& province, geo::LonLat position) {
    return province.box.contains(position.longitudeDegrees, position.latitudeDegrees) &&
           geo::contains(province.rings, position);
}

bool belongsToRegion(const basemap::Area& province, const model::Place& region) {
    if (!region.box || province.country != region.country || area(province.box) <= 0)
        return false;
    const auto common = intersection(province.box, *region.box);
    if (common.isEmpty() || area(common) < 0.8 * area(province.box))
        return false;
    const auto label = innerPoint(province.rings);
    return label && region.box->contains(label->longitudeDegrees, label->latitudeDegrees);
}

std::vector<std::size_t> provincesOf(const model::Place& place, Footing footing,
                                     const std::vector<basemap::Area>& provinces) {
    std::vector<std::size_t> found;
    const bool isProvince = place.kind == model::PlaceKind::province;
    for (std::size_t i = 0; i < provinces.size(); ++i) {
        const auto& province = provinces[i];
        const bool belongs = footing == Footing::region ? belongsToRegion(province, place)
                                                        : province.country == place.country &&
                                                              namedAlike(province, place, isProvince);
        if (belongs)
            found.push_back(i);
    }
    if (found.empty() && footing == Footing::province && isProvince && place.position)
        for (std::size_t i = 0; i < provinces.size() && found.empty(); ++i)
            if (provinces[i].country == place.country && holds(provinces[i], *place.position))
                found.push_back(i);
    return found;
}

/// The provinces of the border level that are those of the wide level, by code, else by country and name.
std::vector<std::size_t> sameIn(const std::vector<basemap::Area>& border,
                                const std::vector<basemap::Area>& wide,
                                const std::vector<std::size_t>& chosen) {
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < border.size(); ++i)
        for (const std::size_t k : chosen) {
            const bool sameCode = !border[i].code.empty() && border[i].code == wide[k].code;
            const bool sameName = border[i].country == wide[k].country &&
                                  foldedName(border[i].names.en) == foldedName(wide[k].names.en);
            if (sameCode || sameName) {
                result.push_back(i);
                break;
            }
        }
    return result;
}

} // namespace

std::optional<AreaInfo> areaOf(const model::Place& place, Footing footing, const basemap::Basemap& basemap) {
    AreaInfo info;
    info.footing = footing;
    info.country = place.country;
    info.nameEn = place.nameEn;
    info.nameZh = place.nameZh;
    info.nameKo = place.nameKo;
    if (footing == Footing::ellipse) {
        if (!place.box || place.box->isEmpty())
            return std::nullopt;
        info.box = *place.box;
        return info;
    }
    const auto& wide = basemap.wide.provinces;
    const auto& border = basemap.border.provinces;
    info.wideProvinces = provincesOf(place, footing, wide);
    info.borderProvinces = info.wideProvinces.empty() ? provincesOf(place, footing, border)
                                                      : sameIn(border, wide, info.wideProvinces);
    if (info.wideProvinces.empty() && info.borderProvinces.empty())
        return std::nullopt;
    const bool fromWide = !info.wideProvinces.empty();
    for (const std::size_t i : fromWide ? info.wideProvinces : info.borderProvinces) {
        const auto& province = (fromWide ? wide : border)[i];
        info.box.add(province.box.minX, province.box.minY);
        info.box.add(province.box.maxX, province.box.maxY);
        // A settlement's province is named by the base map, never by the settlement.
        if (footing == Footing::province && place.kind != model::PlaceKind::province) {
            info.nameEn = province.names.en;
            info.nameZh = province.names.zh;
            info.nameKo = province.names.ko;
        }
    }
    return info;
}

std::optional<geo::LonLat> innerPoint(const geo::LonLatRings& rings) {
    std::vector<std::vector<geo::ScreenPoint>> plane;
    for (const auto& ring : rings) {
        auto& line = plane.emplace_back();
        for (const auto& p : ring)
            line.push_back({p.longitudeDegrees, p.latitudeDegrees});
    }
    const auto point = innerPoint(plane, {-180, -90, 180, 90});
    return point ? std::optional<geo::LonLat>{{point->x, point->y}} : std::nullopt;
}

} // namespace surplace::scene
