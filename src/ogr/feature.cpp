#include "core/error.hpp"
#include "ogr/dataset.hpp"
#include "ogr/messages.hpp"
#include <fmt/format.h>
#include <ogrsf_frmts.h>

namespace surplace::ogr {

namespace {

geo::LonLat checkedPosition(double x, double y, const core::Where& where) {
    if (!geo::LonLat::isValid(x, y))
        throw core::Error(fmt::format("the position {}, {} is not on the globe", x, y), where,
                          "Longitude must lie within -180 to 180 and latitude within -90 to 90.");
    return {x, y};
}

geo::LonLatLine positionsOf(const OGRSimpleCurve& curve, const core::Where& where) {
    geo::LonLatLine line;
    line.reserve(static_cast<std::size_t>(curve.getNumPoints()));
    for (int i = 0; i < curve.getNumPoints(); ++i)
        line.push_back(checkedPosition(curve.getX(i), curve.getY(i), where));
    return line;
}

void appendRings(const OGRPolygon& polygon, const core::Where& where, geo::LonLatRings& rings) {
    for (const OGRLinearRing* ring : polygon) {
        geo::LonLatLine line = positionsOf(*ring, where);
        if (line.size() > 1 && line.front() == line.back())
            line.pop_back();
        rings.push_back(std::move(line));
    }
}

} // namespace

long Feature::id() const {
    return static_cast<long>(_feature.GetFID());
}

int Feature::indexOf(const std::string& field) const {
    const int index = _feature.GetFieldIndex(field.c_str());
    return index >= 0 && _feature.IsFieldSetAndNotNull(index) ? index : -1;
}

bool Feature::has(const std::string& field) const {
    return indexOf(field) >= 0;
}

std::string Feature::text(const std::string& field) const {
    const int index = indexOf(field);
    return index < 0 ? std::string{} : _feature.GetFieldAsString(index);
}

std::optional<std::int64_t> Feature::integer(const std::string& field) const {
    const int index = indexOf(field);
    if (index < 0)
        return std::nullopt;
    return _feature.GetFieldAsInteger64(index);
}

std::optional<double> Feature::number(const std::string& field) const {
    const int index = indexOf(field);
    if (index < 0)
        return std::nullopt;
    return _feature.GetFieldAsDouble(index);
}

std::string Feature::date(const std::string& field) const {
    const int index = indexOf(field);
    if (index < 0)
        return {};
    const OGRFieldType type = _feature.GetFieldDefnRef(index)->GetType();
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zone = 0;
    if ((type != OFTDate && type != OFTDateTime) ||
        _feature.GetFieldAsDateTime(index, &year, &month, &day, &hour, &minute, &second, &zone) == 0)
        return {};
    return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

bool Feature::isText(const std::string& field) const {
    const int index = indexOf(field);
    return index >= 0 && _feature.GetFieldDefnRef(index)->GetType() == OFTString;
}

std::string Feature::geometryProblem() const {
    const OGRGeometry* geometry = _feature.GetGeometryRef();
    if (geometry == nullptr)
        return "there is none";
    // GEOS says what is wrong as a warning.
    std::string reason;
    core::Log log([&](const core::Log::Entry& entry) { reason = entry.text; });
    const MessageScope messages(&log);
    if (geometry->IsValid() != FALSE)
        return {};
    return reason.empty() ? "its outline crosses or touches itself" : reason;
}

bool Feature::hasGeometry() const {
    const OGRGeometry* geometry = _feature.GetGeometryRef();
    return geometry != nullptr && !geometry->IsEmpty();
}

std::optional<geo::LonLat> Feature::point() const {
    const OGRGeometry* geometry = _feature.GetGeometryRef();
    if (geometry == nullptr || geometry->IsEmpty())
        return std::nullopt;
    const core::Where where{_file, _layer, id(), "geometry"};
    const auto type = wkbFlatten(geometry->getGeometryType());
    const OGRPoint* point = type == wkbPoint        ? geometry->toPoint()
                            : type == wkbMultiPoint ? geometry->toMultiPoint()->getGeometryRef(0)
                                                    : nullptr;
    if (point == nullptr)
        return std::nullopt;
    return checkedPosition(point->getX(), point->getY(), where);
}

std::vector<geo::LonLatLine> Feature::lines() const {
    const OGRGeometry* geometry = _feature.GetGeometryRef();
    std::vector<geo::LonLatLine> lines;
    if (geometry == nullptr)
        return lines;
    const core::Where where{_file, _layer, id(), "geometry"};
    const auto type = wkbFlatten(geometry->getGeometryType());
    if (type == wkbLineString)
        lines.push_back(positionsOf(*geometry->toLineString(), where));
    else if (type == wkbMultiLineString)
        for (const OGRLineString* part : *geometry->toMultiLineString())
            lines.push_back(positionsOf(*part, where));
    return lines;
}

geo::LonLatRings Feature::rings() const {
    const OGRGeometry* geometry = _feature.GetGeometryRef();
    geo::LonLatRings rings;
    if (geometry == nullptr)
        return rings;
    const core::Where where{_file, _layer, id(), "geometry"};
    const auto type = wkbFlatten(geometry->getGeometryType());
    if (type == wkbPolygon)
        appendRings(*geometry->toPolygon(), where, rings);
    else if (type == wkbMultiPolygon)
        for (const OGRPolygon* part : *geometry->toMultiPolygon())
            appendRings(*part, where, rings);
    return rings;
}

} // namespace surplace::ogr
