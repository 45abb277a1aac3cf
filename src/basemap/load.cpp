#include "basemap/borders.hpp"
#include "basemap/layers.hpp"
#include "basemap/table.hpp"
#include "core/error.hpp"
#include <algorithm>
#include <array>
#include <future>
#include <iterator>
#include <set>

namespace surplace::basemap {

namespace {

using Fields = std::vector<std::string>;
const Fields names{"name_en", "name_zh", "name_ko"};
const Fields coded{"code", "name_en", "name_zh", "name_ko"};
const Fields provincial{"code", "country", "name_en", "name_zh", "name_ko"};

void append(std::vector<Line>& lines, std::vector<Line>&& more) {
    std::ranges::move(more, std::back_inserter(lines));
}

/// The borders that border_cn_kp does not hold; that of North Korea with China and Russia comes from there
/// alone, with its approximate reach dashed and without a line at the Yalu's mouth, where none is known.
std::optional<LineKind> otherBorder(const Area& one, const Area& other) {
    const std::set<std::string> codes{one.code, other.code};
    if (codes.contains("KP") && !codes.contains("KR"))
        return std::nullopt;
    return LineKind::nationalBorder;
}

/// "XX" marks areas that no country is given.
std::optional<LineKind> wideBorder(const Area& one, const Area& other) {
    return one.code == "XX" || other.code == "XX" ? LineKind::disputed : LineKind::nationalBorder;
}

std::optional<LineKind> provinceBorder(const Area& one, const Area& other) {
    return one.country == other.country ? std::optional(LineKind::provinceBorder) : std::nullopt;
}

void readBorder(const ogr::Dataset& base, Level& level) {
    level.land = readAreas(base, "land", {});
    level.lakes = readAreas(base, "lakes", names);
    level.provinces = readAreas(base, "provinces", provincial);
    level.countries = readAreas(base, "countries", coded);
    level.towns = readTowns(base, "places");
    level.lines = readLines(base, "rivers", LineKind::river, names);
    append(level.lines, readLines(base, "province_lines", LineKind::provinceBorder, {}));
    append(level.lines, bordersBetween(level.countries, otherBorder));
    append(level.lines, readLines(base, "border_cn_kp", LineKind::nationalBorder, {"approximate"}));
}

void readWide(const ogr::Dataset& base, Level& level) {
    level.land = readAreas(base, "ctx_land", {});
    level.lakes = readAreas(base, "ctx_lakes", {});
    level.provinces = readAreas(base, "ctx_provinces", provincial);
    level.countries = readAreas(base, "ctx_countries", coded);
    level.towns = readTowns(base, "ctx_places");
    level.lines = readLines(base, "ctx_rivers", LineKind::river, {});
    append(level.lines, bordersBetween(level.provinces, provinceBorder));
    append(level.lines, bordersBetween(level.countries, wideBorder));
    append(level.lines, readLines(base, "ctx_disputed", LineKind::disputed, {"name_en"}));
}

/// What the map is drawn from; each has its credit.
constexpr std::array<std::string_view, 17> creditedLayers{
    "land",          "lakes",        "border_cn_kp", "rivers",        "provinces",  "province_lines",
    "countries",     "places",       "ctx_land",     "ctx_lakes",     "ctx_rivers", "ctx_countries",
    "ctx_provinces", "ctx_disputed", "ctx_places",   "border_relief", "wide_relief"};

/// One credit for each origin: the words before the first comma, as they come first.
std::string readAttribution(const std::filesystem::path& file) {
    std::string line;
    std::set<std::string> origins;
    std::set<std::string, std::less<>> credited;
    forEachRow(file, {"layer", "text"}, [&](long, const std::vector<std::string>& cells) {
        const std::string& text = cells[1];
        if (!text.empty())
            credited.insert(cells[0]);
        for (std::size_t start = 0; start < text.size();) {
            const std::size_t end = std::min(text.find("; ", start), text.size());
            const std::string credit = text.substr(start, end - start);
            start = end + 2;
            // "simplified" alone says what the credits before it say already.
            const bool isNew = origins.insert(credit.substr(0, credit.find(','))).second;
            if (isNew && line.find(credit) == std::string::npos)
                line += (line.empty() ? "" : "; ") + credit;
        }
    });
    for (const std::string_view layer : creditedLayers)
        if (!credited.contains(layer))
            throw core::Error("the row of the layer \"" + std::string(layer) + "\" is missing",
                              {file.string(), "", 0, "layer"});
    return line;
}

/// The same error with the file and the way out, where it has none.
template <class Read>
void withRemedy(const std::filesystem::path& file, const Read& read) {
    try {
        read();
    } catch (const core::Error& error) {
        const core::Error placed = error.within({file.string(), "", 0, ""});
        throw core::Error(placed.failure(), placed.where(),
                          placed.remedy().empty()
                              ? "Reinstall Surplace, or set SURPLACE_GEODATA to a folder with whole map data."
                              : placed.remedy());
    }
}

/// The relief of a file that is there, unpacked when it is asked for: that of the wide map takes about as
/// long as all the rest.
std::shared_future<Relief> laterRead(const std::filesystem::path& file) {
    std::shared_ptr<ogr::Dataset> picture;
    withRemedy(file, [&] {
        picture = std::make_shared<ogr::Dataset>(ogr::Dataset::open(file, ogr::Dataset::Kind::raster));
    });
    return std::async(std::launch::deferred,
                      [file, picture] {
                          Relief relief;
                          withRemedy(file, [&] { relief = readRelief(*picture); });
                          return relief;
                      })
        .share();
}

} // namespace

std::shared_ptr<const Basemap> load(const std::filesystem::path& geodataFolder) {
    const auto basemap = std::make_shared<Basemap>();
    const std::filesystem::path file = geodataFolder / "base.gpkg";
    withRemedy(file, [&] {
        const ogr::Dataset base = ogr::Dataset::open(file);
        readBorder(base, basemap->border);
        readWide(base, basemap->wide);
    });
    basemap->border.relief = laterRead(geodataFolder / "border_relief.tif");
    basemap->wide.relief = laterRead(geodataFolder / "wide_relief.tif");
    const std::filesystem::path credits = geodataFolder / "attribution.csv";
    withRemedy(credits, [&] { basemap->attribution = readAttribution(credits); });
    withRemedy(geodataFolder / "names_table.csv",
               [&] { basemap->boundaryNote = boundaryNote(geodataFolder); });
    return basemap;
}

} // namespace surplace::basemap
