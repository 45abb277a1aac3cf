#include "basemap/basemap.hpp"
#include "core/error.hpp"
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

namespace surplace::basemap {
namespace {

namespace fs = std::filesystem;

const fs::path geodata = fs::path(SURPLACE_SOURCE_DIR) / "geodata";

/// A folder of its own for one test, removed with it; links to the bundled files stand in for copies.
class Folder {
public:
    Folder() : _path(fs::path(::testing::TempDir()) / ("surplace-basemap-" + testName())) {
        fs::remove_all(_path);
        fs::create_directories(_path);
    }
    ~Folder() { fs::remove_all(_path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    const fs::path& path() const { return _path; }
    void link(const char* name) const { fs::create_symlink(geodata / name, _path / name); }
    void write(const char* name, const std::string& text) const { std::ofstream(_path / name) << text; }

private:
    static std::string testName() { return ::testing::UnitTest::GetInstance()->current_test_info()->name(); }
    fs::path _path;
};

std::string failureOf(const std::function<void()>& action) {
    try {
        action();
    } catch (const core::Error& error) {
        return error.what();
    }
    return "nothing was thrown";
}

bool mentions(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

const Area* byCode(const std::vector<Area>& areas, const std::string& code) {
    const auto found = std::ranges::find(areas, code, &Area::code);
    return found == areas.end() ? nullptr : &*found;
}

class Bundled : public ::testing::Test {
protected:
    static void SetUpTestSuite() { _basemap = load(geodata); }
    static void TearDownTestSuite() { _basemap.reset(); }
    static const Basemap& basemap() { return *_basemap; }

private:
    static inline std::shared_ptr<const Basemap> _basemap;
};

TEST_F(Bundled, HasBothLevels) {
    for (const Level* level : {&basemap().border, &basemap().wide}) {
        EXPECT_GT(level->land.size(), 100U);
        EXPECT_GT(level->lakes.size(), 15U);
        EXPECT_GT(level->provinces.size(), 20U);
        EXPECT_GE(level->countries.size(), 4U);
        EXPECT_GT(level->towns.size(), 200U);
    }
    EXPECT_NE(byCode(basemap().wide.countries, "CN"), nullptr);
}

TEST_F(Bundled, AreasKnowTheirCodeNamesAndBox) {
    const Area* liaoning = byCode(basemap().border.provinces, "CN-LN");
    ASSERT_NE(liaoning, nullptr);
    EXPECT_EQ(liaoning->country, "CN");
    EXPECT_EQ(liaoning->names.en, "Liaoning");
    EXPECT_EQ(liaoning->names.zh, "辽宁省");
    EXPECT_TRUE(liaoning->box.contains(123.43, 41.79));  // Shenyang
    EXPECT_FALSE(liaoning->box.contains(129.51, 42.91)); // Yanji
    EXPECT_NE(byCode(basemap().border.provinces, "CN-JL"), nullptr);
    const Area* country = byCode(basemap().border.countries, "KP");
    ASSERT_NE(country, nullptr);
    EXPECT_EQ(country->country, "KP");
}

TEST_F(Bundled, NamesTheTwoRiversAndDashesThePaektuReach) {
    const auto& lines = basemap().border.lines;
    const auto named = [&](const std::string& zh) {
        return std::ranges::any_of(
            lines, [&](const Line& line) { return line.kind == LineKind::river && line.names.zh == zh; });
    };
    EXPECT_TRUE(named("鸭绿江"));
    EXPECT_TRUE(named("图们江"));
    const auto isDashed = [](const Line& line) {
        return line.kind == LineKind::nationalBorder && line.approximate;
    };
    ASSERT_TRUE(std::ranges::any_of(lines, isDashed));
    for (const Line& line : lines)
        if (isDashed(line))
            for (const geo::LonLat& point : line.points) {
                EXPECT_GT(point.longitudeDegrees, 127.8);
                EXPECT_LT(point.longitudeDegrees, 128.6);
            }
}

TEST_F(Bundled, TheBorderIsALineAndTheYalusMouthHasNone) {
    double north = 0;
    for (const Line& line : basemap().border.lines)
        if (line.kind == LineKind::nationalBorder)
            for (const geo::LonLat& point : line.points) {
                north = std::max(north, point.latitudeDegrees);
                const bool isMouth = point.longitudeDegrees < 124.5 && point.latitudeDegrees < 39.99 &&
                                     point.latitudeDegrees > 39.5;
                EXPECT_FALSE(isMouth) << point.longitudeDegrees << ' ' << point.latitudeDegrees;
            }
    EXPECT_GT(north, 42.9);
    EXPECT_TRUE(std::ranges::any_of(basemap().wide.lines, [](const Line& line) {
        return line.kind == LineKind::nationalBorder && line.points.size() > 100;
    }));
    EXPECT_TRUE(std::ranges::any_of(basemap().wide.lines, [](const Line& line) {
        return line.kind == LineKind::disputed && line.approximate;
    }));
}

TEST_F(Bundled, TownsComeInTheOrderOfTheirWeight) {
    for (const Level* level : {&basemap().border, &basemap().wide}) {
        const auto& towns = level->towns;
        EXPECT_EQ(towns.front().rank, 0);
        EXPECT_TRUE(std::ranges::is_sorted(
            towns, {}, [](const Town& town) { return std::pair(town.rank, -town.population); }));
    }
    const auto yanji =
        std::ranges::find(basemap().border.towns, "Yanji", [](const Town& town) { return town.names.en; });
    ASSERT_NE(yanji, basemap().border.towns.end());
    EXPECT_EQ(yanji->names.ko, "옌지");
    EXPECT_EQ(yanji->country, "CN");
    EXPECT_LE(yanji->rank, 3);
    EXPECT_NEAR(yanji->position.longitudeDegrees, 129.5, 0.05);
}

TEST_F(Bundled, ReliefsLieNorthUpOnTheirRegion) {
    const Relief& relief = basemap().border.relief.get();
    EXPECT_EQ(relief.width, 450);
    EXPECT_EQ(relief.height, 270);
    EXPECT_NEAR(relief.box.minX, 118, 1e-6);
    EXPECT_NEAR(relief.box.minY, 37, 1e-6);
    EXPECT_NEAR(relief.box.maxX, 133, 1e-6);
    EXPECT_NEAR(relief.box.maxY, 46, 1e-6);
    const auto at = [](const Relief& grid, double lon, double lat) {
        const auto column =
            static_cast<int>((lon - grid.box.minX) / (grid.box.maxX - grid.box.minX) * grid.width);
        const auto row =
            static_cast<int>((grid.box.maxY - lat) / (grid.box.maxY - grid.box.minY) * grid.height);
        return grid.elevationMeters[static_cast<std::size_t>(row * grid.width + column)];
    };
    for (const Relief* grid : {&relief, &basemap().wide.relief.get()}) {
        EXPECT_GT(at(*grid, 128.08, 41.98), 1800); // Paektu, 2744 m; the grid smooths it
        EXPECT_LE(at(*grid, 123, 38), 0);          // the Yellow Sea
    }
    EXPECT_EQ(basemap().wide.relief.get().width, 2100);
}

TEST_F(Bundled, CreditsItsOrigin) {
    EXPECT_FALSE(basemap().attribution.empty());
    for (const char* origin : {"GSHHG", "GeoNames", "Natural Earth"})
        EXPECT_TRUE(mentions(basemap().attribution, origin)) << basemap().attribution;
}

TEST(SeaNames, AreReadWithTheirPositions) {
    const std::vector<SeaName> names = seaNames(geodata);
    ASSERT_GE(names.size(), 5U);
    for (const SeaName& name : names) {
        EXPECT_TRUE(geo::wideRegion.contains(name.position.longitudeDegrees, name.position.latitudeDegrees));
        EXPECT_FALSE(name.names.en.empty() || name.names.zh.empty() || name.names.ko.empty());
    }
    const auto disputed = std::ranges::find(names, "East Sea / Sea of Japan",
                                            [](const SeaName& name) { return name.names.en; });
    EXPECT_NE(disputed, names.end());
    const Names note = boundaryNote(geodata);
    EXPECT_TRUE(mentions(note.en, "do not imply acceptance or endorsement"));
    EXPECT_FALSE(note.zh.empty());
    EXPECT_FALSE(note.ko.empty());
}

TEST(SeaNames, BadTablesAreNamed) {
    const Folder folder;
    EXPECT_TRUE(mentions(failureOf([&] { seaNames(folder.path()); }), "names_table.csv"));
    folder.write("names_table.csv",
                 "id,name_en,name_zh,name_ko,lon,lat,turn,bend,span_km,note\na,Sea,海,해,east,40,0,0,100,\n");
    const std::string error = failureOf([&] { seaNames(folder.path()); });
    EXPECT_TRUE(mentions(error, "row 2") && mentions(error, "\"east\"")) << error;
    EXPECT_TRUE(mentions(failureOf([&] { boundaryNote(folder.path()); }), "boundary_note"));
    folder.write("names_table.csv",
                 "id,name_en,name_zh,name_ko,lon,lat,turn,bend,span_km,note\na,Sea,海,해,130,40,0,0,far,\n");
    EXPECT_TRUE(mentions(failureOf([&] { seaNames(folder.path()); }), "span_km"));
    folder.write("names_table.csv", "id,name_en\na,Sea\n");
    EXPECT_TRUE(mentions(failureOf([&] { seaNames(folder.path()); }), "name_zh"));
}

/// A table of credits that begins with these two layers; the others have "Another".
std::string credits(std::string rows) {
    for (const char* layer : {"lakes", "border_cn_kp", "provinces", "province_lines", "countries", "places",
                              "ctx_land", "ctx_lakes", "ctx_rivers", "ctx_countries", "ctx_provinces",
                              "ctx_disputed", "ctx_places", "border_relief", "wide_relief"})
        rows += std::string(layer) + ",Another\n";
    return "layer,text\n" + rows;
}

TEST(Load, RefusesATableThatIsCutOff) {
    const Folder folder;
    for (const char* name : {"base.gpkg", "border_relief.tif", "wide_relief.tif"})
        folder.link(name);
    const auto bytesOf = [](const char* name) {
        std::ifstream stream(geodata / name, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(stream), {});
    };
    for (const char* name : {"attribution.csv", "names_table.csv"}) {
        for (const char* whole : {"attribution.csv", "names_table.csv"})
            folder.write(whole, bytesOf(whole));
        EXPECT_EQ(failureOf([&] { load(folder.path()); }), "nothing was thrown");
        const std::string bytes = bytesOf(name);
        const auto rowEnd = bytes.find('\n', bytes.size() / 2) + 1;
        for (const std::size_t length : {std::size_t{0}, bytes.find('\n') + 1, rowEnd, bytes.size() - 20}) {
            folder.write(name, bytes.substr(0, length));
            const std::string failure = failureOf([&] { load(folder.path()); });
            EXPECT_TRUE(mentions(failure, name) && mentions(failure, "SURPLACE_GEODATA"))
                << length << ": " << failure;
        }
    }
}

TEST(Load, NamesWhatIsMissingAndTheWayOut) {
    const Folder folder;
    const auto failure = [&] { return failureOf([&] { load(folder.path()); }); };
    EXPECT_TRUE(mentions(failure(), "base.gpkg") && mentions(failure(), "SURPLACE_GEODATA")) << failure();
    folder.link("base.gpkg");
    EXPECT_TRUE(mentions(failure(), "_relief.tif")) << failure();
    folder.link("border_relief.tif");
    EXPECT_TRUE(mentions(failure(), "attribution.csv") || mentions(failure(), "wide_relief.tif"));
    folder.link("wide_relief.tif");
    EXPECT_TRUE(mentions(failure(), "attribution.csv")) << failure();
    folder.write("attribution.csv",
                 credits("land,\"An origin, cut\"\nrivers,\"An origin, whole; Another; cut\"\n"));
    EXPECT_TRUE(mentions(failure(), "names_table.csv") && mentions(failure(), "SURPLACE_GEODATA"))
        << failure();
    folder.link("names_table.csv");
    EXPECT_EQ(load(folder.path())->attribution, "An origin, cut; Another");
    EXPECT_TRUE(mentions(load(folder.path())->boundaryNote.en, "do not imply"));
}

TEST(Load, SaysThatAFileIsBroken) {
    const Folder folder;
    folder.write("base.gpkg", "this is no database");
    const std::string error = failureOf([&] { load(folder.path()); });
    EXPECT_TRUE(mentions(error, "base.gpkg") && mentions(error, "SURPLACE_GEODATA")) << error;
}

/// Sets SURPLACE_GEODATA for one test.
class Chosen {
public:
    explicit Chosen(const std::string& folder) { setenv("SURPLACE_GEODATA", folder.c_str(), 1); }
    ~Chosen() { unsetenv("SURPLACE_GEODATA"); }
};

TEST(Find, TakesTheChosenFolderAndNoOther) {
    const Folder folder;
    const Chosen chosen(folder.path());
    EXPECT_TRUE(mentions(failureOf([&] { findGeodata("/nowhere/bin/surplace"); }), folder.path()));
    folder.write("base.gpkg", "");
    EXPECT_EQ(findGeodata("/nowhere/bin/surplace"), folder.path());
}

TEST(Find, LooksBesideTheInstalledProgramBeforeTheSourceTree) {
    const Folder folder;
    EXPECT_EQ(findGeodata(folder.path() / "bin/surplace"), geodata);
    fs::create_directories(folder.path() / "share/surplace");
    fs::create_directories(folder.path() / "bin");
    folder.write("share/surplace/base.gpkg", "");
    const fs::path installed = fs::canonical(folder.path() / "share/surplace");
    EXPECT_EQ(findGeodata(folder.path() / "bin/surplace"), installed);
    folder.write("bin/surplace", "");
    fs::create_symlink(folder.path() / "bin/surplace", folder.path() / "surplace-link");
    EXPECT_EQ(findGeodata(folder.path() / "surplace-link"), installed);
}

} // namespace
} // namespace surplace::basemap
