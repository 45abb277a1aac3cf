#pragma once
#include "core/log.hpp"
#include "geo/types.hpp"
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class GDALDataset;
class OGRFeature;

namespace surplace::ogr {

/// One feature of a layer, valid only inside the call that hands it over. Positions are WGS 84 longitude and
/// latitude; a coordinate that is not finite or off the globe throws core::Error naming file, layer and
/// feature.
class Feature {
public:
    long id() const;
    /// False for a field that is absent, unset or null.
    bool has(const std::string& field) const;
    std::string text(const std::string& field) const; ///< empty when not there
    std::optional<std::int64_t> integer(const std::string& field) const;
    std::optional<double> number(const std::string& field) const;
    /// A date or date-time field as "YYYY-MM-DD"; empty when not there or of another type.
    std::string date(const std::string& field) const;

    /// Whether the field holds text, so that a number in it may be anything; false when it is not there.
    bool isText(const std::string& field) const;

    bool hasGeometry() const;
    /// Why a polygon encloses no clear area ("Self-intersection at ..."); empty when it does.
    std::string geometryProblem() const;
    /// The position of a point (of a multipoint: the first).
    std::optional<geo::LonLat> point() const;
    /// All parts of a line or multiline; empty for other geometries.
    std::vector<geo::LonLatLine> lines() const;
    /// All rings of a polygon or multipolygon, not closed; empty for other geometries.
    geo::LonLatRings rings() const;

private:
    friend class Dataset;
    Feature(const OGRFeature& feature, const std::string& file, const std::string& layer)
        : _feature(feature), _file(file), _layer(layer) {}
    int indexOf(const std::string& field) const;

    const OGRFeature& _feature;
    const std::string& _file;
    const std::string& _layer;
};

/// Band 1 of a grid in longitude and latitude, rows from north to south, NaN where there is no data.
struct Raster {
    int width = 0;
    int height = 0;
    double westDegrees = 0;       ///< west edge of the first column
    double northDegrees = 0;      ///< north edge of the first row
    double columnStepDegrees = 0; ///< > 0
    double rowStepDegrees = 0;    ///< > 0, southwards
    std::vector<float> values;    ///< height * width

    float at(int column, int row) const { return values[static_cast<std::size_t>(row) * width + column]; }
};

/// A vector or raster file, opened read-only with the drivers of registerDrivers(). Every failure is a
/// core::Error naming the file.
class Dataset {
public:
    /// areas: what a user may bring: GeoPackage, Shapefile, GeoJSON.
    enum class Kind { vector, raster, areas };
    static Dataset open(const std::filesystem::path& file, Kind kind = Kind::vector,
                        core::Log* log = nullptr);
    Dataset(Dataset&&) noexcept;
    Dataset& operator=(Dataset&&) noexcept;
    ~Dataset();

    std::vector<std::string> layerNames() const;
    bool hasLayer(const std::string& layer) const;
    std::vector<std::string> fieldNames(const std::string& layer) const;
    long featureCount(const std::string& layer) const;
    /// Calls `visit` for every feature in stored order. Throws when the layer is not there or is not in
    /// longitude and latitude.
    void forEachFeature(const std::string& layer, const std::function<void(const Feature&)>& visit) const;
    /// The same, limited to features whose attributes match an OGR SQL condition ("date_start <=
    /// '2017/06/30'").
    void forEachFeature(const std::string& layer, const std::string& condition,
                        const std::function<void(const Feature&)>& visit) const;
    /// The same of a layer in any reference system that PROJ knows, brought to WGS 84, arcs as polylines. A
    /// layer that names none must lie within longitudes and latitudes.
    void forEachFeatureInDegrees(const std::string& layer,
                                 const std::function<void(const Feature&)>& visit) const;
    /// Reads band 1 with its georeference. Throws when the grid is rotated, not in degrees, or has no
    /// georeference.
    Raster raster() const;

private:
    struct Close {
        void operator()(GDALDataset* dataset) const;
    };
    Dataset(std::unique_ptr<GDALDataset, Close> dataset, std::string file, core::Log* log)
        : _dataset(std::move(dataset)), _file(std::move(file)), _log(log) {}

    std::unique_ptr<GDALDataset, Close> _dataset;
    std::string _file;
    core::Log* _log;
};

} // namespace surplace::ogr
