#include "core/error.hpp"
#include "ogr/dataset.hpp"
#include "ogr/drivers.hpp"
#include "ogr/messages.hpp"
#include <algorithm>
#include <cmath>
#include <cpl_error.h>
#include <cstdlib>
#include <fstream>
#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

namespace surplace::ogr {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

class OgrTest : public testing::Test {
protected:
    OgrTest() {
        std::string name = (fs::path(testing::TempDir()) / "surplace-ogr-XXXXXX").string();
        folder = ::mkdtemp(name.data());
        registerDrivers();
    }
    ~OgrTest() override { fs::remove_all(folder); }

    /// A GeoPackage with one invented layer of each geometry.
    fs::path package(const char* wktOfReference = SRS_WKT_WGS84_LAT_LONG) const {
        const fs::path file = folder / "a.gpkg";
        GDALDatasetUniquePtr dataset(GetGDALDriverManager()->GetDriverByName("GPKG")->Create(
            file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
        OGRSpatialReference reference(wktOfReference);
        reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        for (const auto& [layerName, wkt] :
             {std::pair("spots", "POINT (125.5 42.25)"),
              std::pair("rivers", "MULTILINESTRING ((1 2,3 4),(5 6,7 8))"),
              std::pair("lakes", "POLYGON ((0 0,10 0,10 10,0 0),(4 1,5 1,5 2,4 1))"),
              std::pair("broken", "POINT (225 42)")}) {
            OGRLayer* layer = dataset->CreateLayer(layerName, &reference, wkbUnknown, nullptr);
            OGRFieldDefn name("name", OFTString), count("count", OFTInteger64), day("day", OFTDate),
                size("size", OFTReal);
            for (OGRFieldDefn* field : {&name, &count, &day, &size})
                EXPECT_EQ(layer->CreateField(field), OGRERR_NONE);
            OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer->GetLayerDefn()));
            feature->SetField("name", "이름");
            feature->SetField("count", static_cast<GIntBig>(7'000'000'000));
            feature->SetField("day", 2031, 3, 9);
            OGRGeometry* geometry = nullptr;
            OGRGeometryFactory::createFromWkt(wkt, nullptr, &geometry);
            feature->SetGeometryDirectly(geometry);
            EXPECT_EQ(layer->CreateFeature(feature.get()), OGRERR_NONE);
        }
        return file;
    }

    template <class Work>
    static std::string errorOf(const Work& work) {
        try {
            work();
        } catch (const core::Error& error) {
            return error.what();
        }
        return {};
    }

    fs::path folder;
};

TEST_F(OgrTest, FeaturesGiveTheirValuesAndShapes) {
    const Dataset dataset = Dataset::open(package());
    EXPECT_THAT(dataset.layerNames(), ElementsAre("spots", "rivers", "lakes", "broken"));
    EXPECT_THAT(dataset.fieldNames("spots"), ElementsAre("name", "count", "day", "size"));
    EXPECT_EQ(dataset.featureCount("spots"), 1);
    EXPECT_FALSE(dataset.hasLayer("seas"));
    int visits = 0;
    dataset.forEachFeature("spots", [&](const Feature& feature) {
        ++visits;
        EXPECT_EQ(feature.text("name"), "이름");
        EXPECT_EQ(feature.integer("count"), 7'000'000'000);
        EXPECT_EQ(feature.date("day"), "2031-03-09");
        EXPECT_FALSE(feature.has("size"));
        EXPECT_FALSE(feature.number("size"));
        EXPECT_EQ(feature.text("absent"), "");
        EXPECT_EQ(feature.point(), (geo::LonLat{125.5, 42.25}));
        EXPECT_TRUE(feature.lines().empty());
    });
    EXPECT_EQ(visits, 1);
    dataset.forEachFeature("rivers", [](const Feature& feature) {
        EXPECT_EQ(feature.lines(), (std::vector<geo::LonLatLine>{{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}}));
        EXPECT_FALSE(feature.point());
    });
    dataset.forEachFeature("lakes", [](const Feature& feature) {
        EXPECT_EQ(feature.rings(), (geo::LonLatRings{{{0, 0}, {10, 0}, {10, 10}}, {{4, 1}, {5, 1}, {5, 2}}}));
    });
}

TEST_F(OgrTest, AConditionLimitsFeatures) {
    const Dataset dataset = Dataset::open(package());
    int visits = 0;
    dataset.forEachFeature("spots", "day <= '2031/03/09'", [&](const Feature&) { ++visits; });
    EXPECT_EQ(visits, 1);
    dataset.forEachFeature("spots", "day > '2031/03/09'", [&](const Feature&) { ++visits; });
    EXPECT_EQ(visits, 1);
    dataset.forEachFeature("spots", [&](const Feature&) { ++visits; });
    EXPECT_EQ(visits, 2);
    EXPECT_THAT(errorOf([&] { dataset.forEachFeature("spots", "nothing = 1 and", [](const Feature&) {}); }),
                HasSubstr("layer spots"));
}

TEST_F(OgrTest, FaultsNameFileLayerAndFeature) {
    const fs::path file = package();
    const Dataset dataset = Dataset::open(file);
    EXPECT_THAT(errorOf([&] { dataset.forEachFeature("seas", [](const Feature&) {}); }),
                AllOf(HasSubstr("a.gpkg"), HasSubstr("layer seas")));
    EXPECT_THAT(
        errorOf([&] { dataset.forEachFeature("broken", [](const Feature& feature) { feature.point(); }); }),
        AllOf(HasSubstr("layer broken, row 1, field geometry"), HasSubstr("225, 42")));
    EXPECT_THAT(errorOf([&] { Dataset::open(folder / "none.gpkg"); }),
                AllOf(HasSubstr("none.gpkg"), HasSubstr("no such file")));
    std::ofstream(folder / "text.gpkg") << "not a database";
    EXPECT_THAT(errorOf([&] { Dataset::open(folder / "text.gpkg"); }),
                AllOf(HasSubstr("text.gpkg"), HasSubstr("cannot be read")));
}

TEST_F(OgrTest, ProjectedPositionsAreRefused) {
    OGRSpatialReference mercator;
    ASSERT_EQ(mercator.importFromEPSG(3857), OGRERR_NONE);
    char* wkt = nullptr;
    mercator.exportToWkt(&wkt);
    const Dataset dataset = Dataset::open(package(wkt));
    CPLFree(wkt);
    EXPECT_THAT(errorOf([&] { dataset.forEachFeature("spots", [](const Feature&) {}); }),
                HasSubstr("not longitude and latitude"));
}

TEST_F(OgrTest, OtherFormatsAreNotOpened) {
    std::ofstream(folder / "a.vrt")
        << "<OGRVRTDataSource><OGRVRTLayer "
           "name=\"x\"><SrcDataSource>a.gpkg</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>";
    std::ofstream(folder / "a.geojson") << R"({"type":"FeatureCollection","features":[]})";
    EXPECT_NE(errorOf([&] { Dataset::open(folder / "a.vrt"); }), "");
    EXPECT_NE(errorOf([&] { Dataset::open(folder / "a.geojson"); }), "");
    EXPECT_EQ(GetGDALDriverManager()->GetDriverByName("OGR_VRT"), nullptr);
}

TEST_F(OgrTest, AGridIsReadFromNorthToSouth) {
    const fs::path file = folder / "a.tif";
    {
        GDALDatasetUniquePtr grid(GetGDALDriverManager()->GetDriverByName("GTiff")->Create(
            file.c_str(), 3, 2, 1, GDT_Int16, nullptr));
        double transform[6] = {120, 0.5, 0, 43, 0, -0.25};
        grid->SetGeoTransform(transform);
        OGRSpatialReference reference(SRS_WKT_WGS84_LAT_LONG);
        grid->SetSpatialRef(&reference);
        std::int16_t values[6] = {1, 2, 3, -5, -32768, 2744};
        grid->GetRasterBand(1)->SetNoDataValue(-32768);
        ASSERT_EQ(
            grid->GetRasterBand(1)->RasterIO(GF_Write, 0, 0, 3, 2, values, 3, 2, GDT_Int16, 0, 0, nullptr),
            CE_None);
    }
    const Raster raster = Dataset::open(file, Dataset::Kind::raster).raster();
    EXPECT_EQ(raster.width, 3);
    EXPECT_EQ(raster.height, 2);
    EXPECT_EQ(raster.westDegrees, 120);
    EXPECT_EQ(raster.northDegrees, 43);
    EXPECT_EQ(raster.columnStepDegrees, 0.5);
    EXPECT_EQ(raster.rowStepDegrees, 0.25);
    EXPECT_EQ(raster.at(2, 0), 3);
    EXPECT_EQ(raster.at(0, 1), -5);
    EXPECT_TRUE(std::isnan(raster.at(1, 1)));
    EXPECT_EQ(raster.at(2, 1), 2744);
}

TEST_F(OgrTest, MessagesGoToTheLogOnceWithTheirCount) {
    core::Log log;
    {
        const MessageScope scope(&log);
        CPLError(CE_Warning, CPLE_AppDefined, "odd thing");
        CPLError(CE_Warning, CPLE_AppDefined, "odd thing");
        EXPECT_EQ(scope.lastError(), "");
        CPLError(CE_Failure, CPLE_AppDefined, "bad thing");
        EXPECT_EQ(scope.lastError(), "bad thing");
        const MessageScope inner(nullptr);
        CPLError(CE_Failure, CPLE_AppDefined, "unseen");
        EXPECT_EQ(inner.lastError(), "unseen");
        EXPECT_EQ(scope.lastError(), "bad thing");
    }
    const auto entries = log.entries();
    ASSERT_EQ(entries.size(), 2u);
    EXPECT_EQ(entries[0].text, "odd thing");
    EXPECT_EQ(entries[0].count, 2);
    EXPECT_EQ(entries[0].level, core::Log::Level::warning);
    EXPECT_EQ(entries[1].level, core::Log::Level::error);
}

TEST_F(OgrTest, TheEnvironmentNoLongerSteersGdal) {
    setenv("GDAL_SKIP", "GPKG", 1);
    setenv("OGR_SQLITE_CACHE", "1", 1);
    setenv("PGPASSWORD", "secret", 1);
    setenv("SURPLACE_KEPT", "yes", 1);
    clearEnvironment();
    EXPECT_EQ(std::getenv("GDAL_SKIP"), nullptr);
    EXPECT_EQ(std::getenv("OGR_SQLITE_CACHE"), nullptr);
    EXPECT_EQ(std::getenv("PGPASSWORD"), nullptr);
    EXPECT_STREQ(std::getenv("SURPLACE_KEPT"), "yes");
    EXPECT_STREQ(CPLGetConfigOption("SPATIALITE_LOAD", ""), "NO");
}

} // namespace
} // namespace surplace::ogr
