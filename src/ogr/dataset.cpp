#include "ogr/dataset.hpp"
#include "core/error.hpp"
#include "ogr/drivers.hpp"
#include "ogr/messages.hpp"
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

namespace surplace::ogr {

namespace {

/// The layer, without the iteration state that GDAL keeps in it.
OGRLayer& layerOf(GDALDataset& dataset, const std::string& file, const std::string& layer) {
    OGRLayer* found = dataset.GetLayerByName(layer.c_str());
    if (found == nullptr)
        throw core::Error(fmt::format("the layer \"{}\" is missing", layer), {file, layer, 0, ""});
    return *found;
}

void requireDegrees(const OGRSpatialReference* reference, const core::Where& where) {
    if (reference != nullptr && !reference->IsEmpty() && !reference->IsGeographic())
        throw core::Error("the positions are not longitude and latitude", where,
                          "Convert the data to WGS 84 (EPSG:4326).");
}

} // namespace

void Dataset::Close::operator()(GDALDataset* dataset) const {
    const MessageScope messages(nullptr);
    GDALClose(GDALDataset::ToHandle(dataset));
}

Dataset::Dataset(Dataset&&) noexcept = default;
Dataset& Dataset::operator=(Dataset&&) noexcept = default;
Dataset::~Dataset() = default;

Dataset Dataset::open(const std::filesystem::path& file, Kind kind, core::Log* log) {
    registerDrivers();
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored))
        throw core::Error("there is no such file", {file.string(), "", 0, ""});
    const MessageScope messages(log);
    const unsigned flags =
        GDAL_OF_READONLY | (kind == Kind::raster ? GDAL_OF_RASTER : GDAL_OF_VECTOR) | GDAL_OF_VERBOSE_ERROR;
    constexpr std::array<const char*, 3> vectorDrivers{"GPKG", "CSV", nullptr};
    constexpr std::array<const char*, 2> rasterDrivers{"GTiff", nullptr};
    constexpr std::array<const char*, 4> areaDrivers{"GPKG", "ESRI Shapefile", "GeoJSON", nullptr};
    const char* const* drivers = kind == Kind::vector  ? vectorDrivers.data()
                                 : kind == Kind::areas ? areaDrivers.data()
                                                       : rasterDrivers.data();
    std::unique_ptr<GDALDataset, Close> dataset(
        GDALDataset::Open(file.c_str(), flags, drivers, nullptr, nullptr));
    if (!dataset)
        throw core::Error(fmt::format("the file cannot be read ({})", messages.lastError()),
                          {file.string(), "", 0, ""});
    return Dataset(std::move(dataset), file.string(), log);
}

std::vector<std::string> Dataset::layerNames() const {
    const MessageScope messages(_log);
    std::vector<std::string> names;
    for (int i = 0; i < _dataset->GetLayerCount(); ++i)
        names.emplace_back(_dataset->GetLayer(i)->GetName());
    return names;
}

bool Dataset::hasLayer(const std::string& layer) const {
    const MessageScope messages(_log);
    return _dataset->GetLayerByName(layer.c_str()) != nullptr;
}

std::vector<std::string> Dataset::fieldNames(const std::string& layer) const {
    const MessageScope messages(_log);
    const OGRFeatureDefn& definition = *layerOf(*_dataset, _file, layer).GetLayerDefn();
    std::vector<std::string> names;
    for (int i = 0; i < definition.GetFieldCount(); ++i)
        names.emplace_back(definition.GetFieldDefn(i)->GetNameRef());
    return names;
}

long Dataset::featureCount(const std::string& layer) const {
    const MessageScope messages(_log);
    return static_cast<long>(layerOf(*_dataset, _file, layer).GetFeatureCount());
}

void Dataset::forEachFeature(const std::string& layer,
                             const std::function<void(const Feature&)>& visit) const {
    forEachFeature(layer, "", visit);
}

void Dataset::forEachFeature(const std::string& layer, const std::string& condition,
                             const std::function<void(const Feature&)>& visit) const {
    const MessageScope messages(_log);
    OGRLayer& source = layerOf(*_dataset, _file, layer);
    requireDegrees(source.GetSpatialRef(), {_file, layer, 0, ""});
    if (source.SetAttributeFilter(condition.empty() ? nullptr : condition.c_str()) != OGRERR_NONE)
        throw core::Error(fmt::format("the condition cannot be used ({})", messages.lastError()),
                          {_file, layer, 0, ""});
    source.ResetReading();
    while (const OGRFeatureUniquePtr feature{source.GetNextFeature()})
        visit(Feature(*feature, _file, layer));
    if (!messages.lastError().empty())
        throw core::Error(fmt::format("reading stopped early ({})", messages.lastError()),
                          {_file, layer, 0, ""});
}

namespace {

/// From a layer's reference system to WGS 84; null where it names none and is taken as degrees.
std::unique_ptr<OGRCoordinateTransformation> toDegrees(OGRLayer& layer, const core::Where& where) {
    const OGRSpatialReference* source = layer.GetSpatialRef();
    if (source == nullptr || source->IsEmpty()) {
        OGREnvelope extent;
        const bool isDegrees =
            layer.GetExtent(&extent) != OGRERR_NONE || (geo::LonLat::isValid(extent.MinX, extent.MinY) &&
                                                        geo::LonLat::isValid(extent.MaxX, extent.MaxY));
        if (!isDegrees)
            throw core::Error("the layer names no reference system, and its positions are not longitude and "
                              "latitude",
                              where, "Save it with its reference system (a Shapefile with its .prj).");
        return nullptr;
    }
    OGRSpatialReference degrees;
    degrees.SetWellKnownGeogCS("WGS84");
    degrees.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    std::unique_ptr<OGRCoordinateTransformation> transformation(
        OGRCreateCoordinateTransformation(source, &degrees));
    if (!transformation)
        throw core::Error("the layer's reference system cannot be brought to longitude and latitude", where,
                          "Convert the data to WGS 84 (EPSG:4326).");
    return transformation;
}

} // namespace

void Dataset::forEachFeatureInDegrees(const std::string& layer,
                                      const std::function<void(const Feature&)>& visit) const {
    const MessageScope messages(_log);
    OGRLayer& source = layerOf(*_dataset, _file, layer);
    const auto transformation = toDegrees(source, {_file, layer, 0, ""});
    source.SetAttributeFilter(nullptr);
    source.ResetReading();
    while (const OGRFeatureUniquePtr feature{source.GetNextFeature()}) {
        const core::Where where{_file, layer, static_cast<long>(feature->GetFID()), "geometry"};
        if (const OGRGeometry* geometry = feature->GetGeometryRef();
            geometry != nullptr && geometry->hasCurveGeometry())
            feature->SetGeometryDirectly(geometry->getLinearGeometry());
        OGRGeometry* geometry = feature->GetGeometryRef();
        if (geometry != nullptr && transformation && geometry->transform(transformation.get()) != OGRERR_NONE)
            throw core::Error("the positions cannot be brought to longitude and latitude", where,
                              "Convert the data to WGS 84 (EPSG:4326).");
        visit(Feature(*feature, _file, layer));
    }
    if (!messages.lastError().empty())
        throw core::Error(fmt::format("reading stopped early ({})", messages.lastError()),
                          {_file, layer, 0, ""});
}

Raster Dataset::raster() const {
    const MessageScope messages(_log);
    const core::Where where{_file, "", 0, ""};
    requireDegrees(_dataset->GetSpatialRef(), where);
    std::array<double, 6> transform{};
    if (_dataset->GetRasterCount() < 1 || _dataset->GetGeoTransform(transform.data()) != CE_None)
        throw core::Error("the picture has no georeference", where);
    const auto [west, columnStep, columnSkew, north, rowSkew, rowStep] = transform;
    if (columnSkew != 0 || rowSkew != 0 || !(columnStep > 0) || !(rowStep < 0))
        throw core::Error("the grid is rotated or does not run from north to south", where);

    GDALRasterBand& band = *_dataset->GetRasterBand(1);
    Raster raster{band.GetXSize(), band.GetYSize(), west, north, columnStep, -rowStep, {}};
    raster.values.resize(static_cast<std::size_t>(raster.width) * static_cast<std::size_t>(raster.height));
    if (band.RasterIO(GF_Read, 0, 0, raster.width, raster.height, raster.values.data(), raster.width,
                      raster.height, GDT_Float32, 0, 0, nullptr) != CE_None)
        throw core::Error(fmt::format("the grid cannot be read ({})", messages.lastError()), where);
    int hasNoData = 0;
    const auto noData = static_cast<float>(band.GetNoDataValue(&hasNoData));
    if (hasNoData != 0)
        for (float& value : raster.values)
            if (value == noData)
                value = std::numeric_limits<float>::quiet_NaN();
    return raster;
}

} // namespace surplace::ogr
