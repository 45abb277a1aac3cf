#include "basemap/own_areas.hpp"
#include "core/error.hpp"
#include "geo/projection.hpp"
#include "ogr/drivers.hpp"
#include <fstream>
#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

namespace surplace::basemap {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;

class OwnAreasTest : public testing::Test {
protected:
    OwnAreasTest() {
        std::string name = (fs::path(testing::TempDir()) / "surplace-areas-XXXXXX").string();
        folder = ::mkdtemp(name.data());
    }
    ~OwnAreasTest() override { fs::remove_all(folder); }

    std::string write(const std::string& features, const std::string& extra = "") const {
        const fs::path file = folder / "areas.geojson";
        std::ofstream(file) << R"({"type":"FeatureCollection","name":"districts",)" << extra
                            << R"("features":[)" << features << "]}";
        return file.string();
    }
    static std::string feature(const std::string& properties, const std::string& ring,
                               const std::string& type = "Polygon") {
        return R"({"type":"Feature","properties":{)" + properties + R"(},"geometry":{"type":")" + type +
               R"(","coordinates":)" + ring + "}}";
    }
    static std::string errorOf(const std::string& file, const std::string& nameField = "name",
                               const std::string& numberField = "") {
        try {
            readOwnAreas(file, nameField, numberField);
        } catch (const core::Error& error) {
            return error.what();
        }
        return "no error";
    }

    const std::string square = "[[[124,41],[126,41],[126,43],[124,43],[124,41]]]";
    const std::string other = "[[[126,41],[128,41],[128,43],[126,43],[126,41]]]";
    fs::path folder;
};

TEST_F(OwnAreasTest, readsNamesRingsAndNumbers) {
    const OwnAreas areas =
        readOwnAreas(write(feature(R"("name":"Upper","people":1200)", square) + "," +
                           feature(R"("name":"Lower","people":null)", "[" + other + "]", "MultiPolygon")),
                     "name", "people");
    EXPECT_EQ(areas.file, "areas.geojson");
    ASSERT_EQ(areas.areas.size(), 2U);
    EXPECT_EQ(areas.areas[0].name, "Upper");
    EXPECT_EQ(areas.areas[0].denominator, 1200);
    EXPECT_EQ(areas.areas[0].rings.size(), 1U);
    EXPECT_EQ(areas.areas[0].rings[0].size(), 4U);
    EXPECT_EQ(areas.areas[1].denominator, std::nullopt);
    EXPECT_EQ(areas.areas[1].box.maxX, 128);
}

TEST_F(OwnAreasTest, refusesWhatCannotBeCountedBy) {
    EXPECT_THAT(errorOf((folder / "none.gpkg").string()), HasSubstr("there is no such file"));
    const std::string one = feature(R"("name":"Upper","people":"many")", square);
    EXPECT_THAT(errorOf(write(one), "nmae"),
                AllOf(HasSubstr("areas.geojson"), HasSubstr("there is no such field"), HasSubstr("nmae"),
                      HasSubstr("Its fields are: name, people")));
    EXPECT_THAT(errorOf(write(one), "name", "people"),
                AllOf(HasSubstr("\"many\" is not a number"), HasSubstr("field people"), HasSubstr("leave it empty")));
    EXPECT_THAT(errorOf(write(feature(R"("name":"Upper","people":-4)", square)), "name", "people"),
                HasSubstr("below zero"));
    EXPECT_THAT(errorOf(write("")), HasSubstr("no"));
    EXPECT_THAT(errorOf(write(one + "," + feature(R"("name":"Upper","people":"")", other))),
                AllOf(HasSubstr("\"Upper\" is also the name of row"), HasSubstr("a name of its own")));
    EXPECT_THAT(errorOf(write(feature(R"("name":"")", square))), HasSubstr("the area has no name"));
    EXPECT_THAT(errorOf(write(feature(R"("name":"Spot")", "[125,42]", "Point"))),
                AllOf(HasSubstr("\"Spot\" is not a polygon"), HasSubstr("leave points and lines out")));
    EXPECT_THAT(errorOf(write(feature(R"("name":"Bow")", "[[[124,41],[126,43],[126,41],[124,43],[124,41]]]"))),
                AllOf(HasSubstr("\"Bow\" encloses no clear area"), HasSubstr("Fix geometries")));
    EXPECT_THAT(errorOf(write(one) + ":towns"), AllOf(HasSubstr("there is no layer \"towns\""),
                                                      HasSubstr("Its layers are: districts")));
    std::ofstream(folder / "text.geojson") << "not a map";
    EXPECT_THAT(errorOf((folder / "text.geojson").string()), HasSubstr("cannot be read"));
}

/// One layer with one polygon of 100 km, in metres of UTM zone 52; `named` gives the layer its system.
fs::path projected(const fs::path& file, const char* driver, bool named) {
    ogr::registerDrivers();
    GDALDatasetUniquePtr dataset(
        GetGDALDriverManager()->GetDriverByName(driver)->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    OGRSpatialReference utm;
    utm.SetProjCS("UTM 52 (WGS84)");
    utm.SetWellKnownGeogCS("WGS84");
    utm.SetUTM(52, TRUE);
    OGRLayer* layer = dataset->CreateLayer("areas", named ? &utm : nullptr, wkbPolygon, nullptr);
    OGRFieldDefn name("name", OFTString);
    EXPECT_EQ(layer->CreateField(&name), OGRERR_NONE);
    OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer->GetLayerDefn()));
    feature->SetField("name", "Square");
    OGRGeometry* geometry = nullptr;
    OGRGeometryFactory::createFromWkt(
        "POLYGON((450000 4600000,550000 4600000,550000 4700000,450000 4700000,450000 4600000))", nullptr,
        &geometry);
    feature->SetGeometryDirectly(geometry);
    EXPECT_EQ(layer->CreateFeature(feature.get()), OGRERR_NONE);
    return file;
}

TEST_F(OwnAreasTest, anyReferenceSystemIsBroughtToDegrees) {
    for (const auto& file : {projected(folder / "utm.gpkg", "GPKG", true),
                             projected(folder / "utm.shp", "ESRI Shapefile", true)}) {
        const OwnAreas areas = readOwnAreas(file.string(), "name");
        ASSERT_EQ(areas.areas.size(), 1U) << file;
        // The central meridian of zone 52 is 129 E, in the middle of the square; 4,600 km north is 41.55 N.
        EXPECT_NEAR((areas.areas[0].box.minX + areas.areas[0].box.maxX) / 2, 129, 1e-6);
        EXPECT_NEAR(areas.areas[0].box.minY, 41.55, 0.01);
    }
}

TEST_F(OwnAreasTest, aLayerWithoutASystemMustLieInDegrees) {
    EXPECT_THAT(errorOf(projected(folder / "bare.shp", "ESRI Shapefile", false).string()),
                AllOf(HasSubstr("bare.shp"), HasSubstr("names no reference system"), HasSubstr(".prj")));
}

TEST_F(OwnAreasTest, aReferenceSystemByAddressIsNotFetched) {
    const std::string file =
        write(feature(R"("name":"Upper")", square),
              R"("crs":{"type":"link","properties":{"href":"http://127.0.0.1:9/crs","type":"proj4"}},)");
    // Whatever becomes of it, nothing is asked of the network, and it does not take long.
    const auto start = std::chrono::steady_clock::now();
    errorOf(file);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
}

TEST_F(OwnAreasTest, listsTheFieldsToChooseFrom) {
    EXPECT_EQ(ownAreaFields(write(feature(R"("name":"Upper","people":3)", square))),
              (std::vector<std::string>{"name", "people"}));
}

} // namespace
} // namespace surplace::basemap
