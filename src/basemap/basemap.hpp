#pragma once
#include "geo/types.hpp"
#include <cstdint>
#include <filesystem>
#include <future>
#include <memory>
#include <string>
#include <vector>

namespace surplace::basemap {

struct Names {
    std::string en, zh, ko;
};

/// A filled area: land, a lake, a province, a country. Rings by the even-odd rule.
struct Area {
    Names names;
    std::string code;    ///< "CN-LN", "KP-09", "CN" ...; empty for land and lakes
    std::string country; ///< ISO 3166 alpha-2
    geo::LonLatRings rings;
    geo::LonLatBox box;
};

enum class LineKind { river, nationalBorder, provinceBorder, disputed };
/// A river, a border or an inner boundary. Borders are the lines between two areas, never their coasts.
struct Line {
    LineKind kind = LineKind::river;
    Names names;
    bool approximate = false; ///< the Paektu reach, disputed lines: drawn dashed
    geo::LonLatLine points;
};

/// A populated place of the base map (not of a casebook).
struct Town {
    Names names;
    geo::LonLat position;
    std::string country;
    long population = 0;
    /// Smaller is shown first: 0 national capital, 1 provincial capital, then by population 2 (above
    /// 1,000,000), 3 (300,000), 4 (100,000), 5 (30,000) and 6; towns of the
    /// hand-checked name table 3 at most.
    int rank = 9;
};

/// Elevations on a grid of equal angles; row 0 is the northern edge.
struct Relief {
    int width = 0;
    int height = 0;
    geo::LonLatBox box;
    std::vector<std::int16_t> elevationMeters;
};

/// One scale of the map: the border region in detail, or the wide map around it.
struct Level {
    std::vector<Area> land, lakes, provinces, countries;
    std::vector<Line> lines; ///< rivers and boundaries
    std::vector<Town> towns; ///< sorted by rank, then population, descending importance
    /// Its elevations, unpacked when first asked for (std::shared_future::get(), from any thread): most maps
    /// need one level's only. Throws core::Error where the file turns out to be broken.
    std::shared_future<Relief> relief;
};

/// The bundled geodata (geodata/SOURCES.md), read once. Immutable and shared.
struct Basemap {
    Level border;            ///< 118-133 E 37-46 N
    Level wide;              ///< 70-140 E 5-55 N
    std::string attribution; ///< one line for every output: the credits of what the map is drawn from
    Names boundaryNote;      ///< the line on boundaries and names for every output
};

/// Reads base.gpkg, border_relief.tif, wide_relief.tif and attribution.csv (`layer`, `text`; each
/// origin is credited once). Throws core::Error naming the file, the layer and the field that is missing, and
/// SURPLACE_GEODATA as the way out.
std::shared_ptr<const Basemap> load(const std::filesystem::path& geodataFolder);

/// Where the geodata are: $SURPLACE_GEODATA (if set, nowhere else), ../share/surplace beside the program, or
/// the source tree. Throws core::Error listing the places tried.
std::filesystem::path findGeodata(const std::filesystem::path& programFile);

/// A row of the documented table of sea and boundary names (geodata/names_table.csv).
struct SeaName {
    Names names;
    geo::LonLat position; ///< of the name's middle
    /// How the name lies on the water: its direction at the middle (counter-clockwise from east), by how much
    /// it turns from end to end (positive: an arch, negative: a bowl), and how far it may be spaced out.
    double turnDegrees = 0, bendDegrees = 0;
    double spanMeters = 0;
};
std::vector<SeaName> seaNames(const std::filesystem::path& geodataFolder);
/// The line on boundaries and names for every output, from the same table (its row `boundary_note`).
Names boundaryNote(const std::filesystem::path& geodataFolder);

} // namespace surplace::basemap
