#include "scene/basemap_layers.hpp"
#include "scene/frame.hpp"
#include "scene/inner_point.hpp"
#include <algorithm>
#include <cmath>
#include <numbers>

/// Names of seas and rivers, set along them. Where they may stand is decided in the plane of the map and at
/// its scale, not by what part of it is in view: a map that is dragged takes its names along.
namespace surplace::scene {

namespace {

text::Style waterStyle(double size) {
    text::Style style;
    style.sizePixels = size;
    style.italic = true;
    return style;
}

/// "East Sea / Sea of Japan" with the half that was asked for; other names as they are.
std::string chosen(const std::string& name, SeaNaming naming) {
    const std::size_t slash = name.find('/');
    if (naming == SeaNaming::both || slash == std::string::npos)
        return name;
    std::string half = naming == SeaNaming::eastSea ? name.substr(0, slash) : name.substr(slash + 1);
    half.erase(0, half.find_first_not_of(' '));
    half.erase(half.find_last_not_of(' ') + 1);
    return half;
}

/// The names of a water in the languages asked for. Waters have no local script: `all` is the picture's own
/// language, and Chinese and Korean, as both shores have them.
std::vector<std::string> waterNames(const basemap::Names& names, const NameLanguages& languages) {
    auto order = languages.order;
    if (languages.isAll()) {
        order = shortNames(languages).order;
        order.insert(order.end(), {NameLanguage::zh, NameLanguage::ko});
    }
    std::vector<std::string> result;
    for (const NameLanguage language : order) {
        const std::string& name = language == NameLanguage::en   ? names.en
                                  : language == NameLanguage::zh ? names.zh
                                                                 : names.ko;
        if (!name.empty() && std::ranges::find(result, name) == result.end())
            result.push_back(name);
    }
    if (result.empty())
        result.push_back(names.en);
    return result;
}

bool isAscii(const std::string& text) {
    return std::ranges::all_of(text, [](char c) { return (static_cast<unsigned char>(c) & 0x80U) == 0; });
}

/// A row of names; East Asian ones look larger than Latin letters of their size and have no italics.
LabelLine waterRow(const std::vector<std::string>& names, double size, const NameLanguages& languages,
                   Color color) {
    LabelLine line;
    bool isLatin = true;
    for (const std::string& name : names) {
        line.text += (line.text.empty() ? "" : "  ") + name;
        isLatin = isLatin && isAscii(name);
    }
    line.style = waterStyle(isLatin ? size : size * 0.87);
    line.style.italic = isLatin;
    line.style.language = languages.isAll() ? "zh-Hans" : languageOf("", languages);
    line.color = color;
    return line;
}

double widthOf(const LabelLine& line, TextMeasure& measure) {
    return measure(line.text, line.style).width;
}

// Seas.

bool isInPicture(const Camera& camera, const LineSetting& setting) {
    const geo::ScreenBox picture{0, 0, double(camera.widthPixels), double(camera.heightPixels)};
    return std::ranges::all_of(setting, [&](const LineRow& row) {
        return std::ranges::all_of(row.spots,
                                   [&](const auto& spot) { return picture.contains(spot.x, spot.y); });
    });
}

/// Whether a name stands in the water: its ends first, then every third letter.
bool isWet(const AreaGeometry& water, const Camera& camera, const LineSetting& setting) {
    const auto isIn = [&](const text::ClusterSpot& spot) {
        const auto point = camera.fromScreen({spot.x, spot.y});
        return std::ranges::any_of(water.areas, [&](const auto& rings) { return isInside(rings, point); });
    };
    for (const LineRow& row : setting)
        if (row.spots.empty() || !isIn(row.spots.front()) || !isIn(row.spots.back()))
            return false;
    for (const LineRow& row : setting)
        for (std::size_t i = 3; i + 1 < row.spots.size(); i += 3)
            if (!isIn(row.spots[i]))
                return false;
    return true;
}

/// The rows of a sea's name on its arc, spaced out as far as the table allows and the letters stay together.
LineSetting onArc(const basemap::SeaName& sea, geo::ScreenPoint middle, double turnRadians, double spanPixels,
                  std::vector<LabelLine> rows, TextMeasure& measure) {
    constexpr double mostSpacing = 0.9; // of the letters' size
    LineSetting setting;
    double down = 0;
    const double bend = sea.bendDegrees * std::numbers::pi / 180;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        LabelLine& row = rows[i];
        const auto letters = static_cast<double>(measure.clusters(row.text, row.style).size());
        const double room = (spanPixels - widthOf(row, measure)) / std::max(1.0, letters - 1);
        row.style.letterSpacingPixels =
            std::clamp(room, 0.5, row.style.sizePixels * (i == 0 ? mostSpacing : mostSpacing / 2));
        if (i > 0)
            down += row.style.sizePixels * 1.35;
        setting.push_back(setOnArc(middle, turnRadians, bend, spanPixels, down, row, measure));
    }
    return setting;
}

double seaSize(double spanPixels, double metersPerPixel) {
    const double largest = metersPerPixel > 4000 ? 12.5 : 19;
    return std::clamp(spanPixels / 17, metersPerPixel > 4000 ? 10.5 : 13.0, largest);
}

void addSea(BaseLabels& labels, ProjectedBasemap& basemap, const basemap::SeaName& sea, const View& view,
            TextMeasure& measure) {
    const Camera& camera = view.camera;
    const auto& projection = basemap.projection();
    const auto middle = projection.forward(sea.position);
    const auto at = camera.toScreen(middle);
    const double spanPixels = sea.spanMeters / camera.metersPerPixel;
    if (at.x < 0 || at.y < 0 || at.x > camera.widthPixels || at.y > camera.heightPixels)
        return;
    // East on the map at the sea's middle: on a conic it is not straight to the right.
    const auto east = projection.forward({sea.position.longitudeDegrees + 0.1, sea.position.latitudeDegrees});
    const double turn =
        std::atan2(middle.y - east.y, east.x - middle.x) - sea.turnDegrees * std::numbers::pi / 180;
    const auto names = waterNames(sea.names, view.names);
    const double size = seaSize(spanPixels, camera.metersPerPixel);
    const Color color = paletteOf(view.style).waterName;
    std::vector<LabelLine> rows{waterRow({names.front()}, size, view.names, color)};
    if (names.size() > 1)
        rows.push_back(waterRow({names.begin() + 1, names.end()}, size * 0.8, view.names, color));
    LineName name;
    name.color = color;
    name.clearance = 4;
    auto& settings = name.anchors.emplace_back();
    const auto& water = *basemap.level(labels.wide).sea;
    // Near the spot of the table, whatever the scale: far from it the name would be another sea's. Drawn
    // together where a card or marks take the room.
    constexpr std::size_t mostSettings = 12;
    for (const double part : {1.0, 0.72, 0.5})
        for (const double across : {0.0, -0.1, 0.1, -0.2, 0.2})
            for (const double along : {0.0, -0.15, 0.15, 0.3, -0.3}) {
                const double u = along * spanPixels, v = across * spanPixels;
                const geo::ScreenPoint spot{at.x + u * std::cos(turn) - v * std::sin(turn),
                                            at.y + u * std::sin(turn) + v * std::cos(turn)};
                if (settings.size() >= mostSettings)
                    continue;
                auto setting = onArc(sea, spot, turn, part * spanPixels, rows, measure);
                if (isInPicture(camera, setting) && isWet(water, camera, setting))
                    settings.push_back(std::move(setting));
            }
    labels.seas.push_back(std::move(name));
}

// Rivers.

/// The least distance between the names of one river, in pixels; as the map comes closer their number
/// doubles.
constexpr double repeatPixels = 280;

struct RiverRows {
    LabelLine first, others, all; ///< `others` empty with one language
    double gap = 3;               ///< between the letters and the line
    double pairWidth = 0, allWidth = 0;
};

RiverRows rowsOf(const NamedRiver& river, const View& view, TextMeasure& measure) {
    const Color color = paletteOf(view.style).waterName;
    auto names = waterNames(river.names, view.names);
    if (view.names.isAll() && !river.isBorder) // a river within a country has its script beside English
        names.resize(1);
    const double size = river.isBorder ? 13 : 10.5;
    RiverRows rows;
    rows.gap = river.isBorder ? 5 : 3;
    rows.first = waterRow({names.front()}, size, view.names, color);
    rows.all = waterRow(names, size, view.names, color);
    if (names.size() > 1)
        rows.others = waterRow({names.begin() + 1, names.end()}, size, view.names, color);
    rows.allWidth = widthOf(rows.all, measure);
    rows.pairWidth = widthOf(rows.first, measure);
    if (names.size() > 1)
        rows.pairWidth = std::max(rows.pairWidth, widthOf(rows.others, measure));
    return rows;
}

/// How well a curve carries letters: near its line, straight, level.
double costOf(const Baseline& baseline, Side side, double size) {
    const double away = side == Side::above ? baseline.above : baseline.below;
    return away / size + baseline.turning() * 0.5 + std::abs(baseline.direction.y) * 0.35 +
           (side == Side::below ? 0.25 : 0);
}

struct Choice {
    double cost = 0;
    LineSetting setting;
};

/// The ways to set a river's name about a spot of its course.
void addChoices(std::vector<Choice>& choices, const Course& course, double along, double penalty,
                const RiverRows& rows, TextMeasure& measure) {
    constexpr double farthest = 0.85; // of the size: letters farther from their line are not read as its name
    const double size = rows.first.style.sizePixels;
    const auto add = [&](double cost, LineSetting setting) {
        if (cost < 2.4 && isClearOf(setting, course))
            choices.push_back({cost + penalty, std::move(setting)});
    };
    const bool isPair = !rows.others.text.empty();
    if (isPair)
        if (const auto line = baselineOn(course, along, rows.pairWidth, size);
            line && line->above < farthest * size && line->below < farthest * size)
            add(costOf(*line, Side::above, size),
                {setBeside(*line, Side::above, rows.gap, 0, rows.first, measure),
                 setBeside(*line, Side::below, rows.gap, 0, rows.others, measure)});
    const auto line = baselineOn(course, along, rows.allWidth, size);
    for (const Side side : {Side::above, Side::below})
        if (line && (side == Side::above ? line->above : line->below) < farthest * size)
            add(costOf(*line, side, size) + (isPair ? 0.3 : 0),
                {setBeside(*line, side, rows.gap, 0, rows.all, measure)});
}

/// The best spot for a name in a part of a course at a scale: in metres along it. It is decided once, at the
/// scale from which the part has a name of its own, and kept as the map comes closer.
double bestSpot(const Course& course, double middle, double reach, double metersPerPixel, double width,
                double size) {
    constexpr int tries = 6;
    double best = middle, least = 1e9;
    const double margin = width * 1.2;
    const double from = middle - reach - margin * metersPerPixel;
    const Course piece = course.piece(from, middle + reach + margin * metersPerPixel, 1 / metersPerPixel, 3);
    for (int i = -tries; i <= tries; ++i) {
        const double spot = middle + reach * i / tries;
        const auto baseline = baselineOn(piece, (spot - std::max(from, 0.0)) / metersPerPixel, width, size);
        const double cost =
            baseline ? costOf(*baseline, Side::above, size) + std::abs(i) * 0.03 : 100 + std::abs(i);
        if (cost < least) {
            least = cost;
            best = spot;
        }
    }
    return best;
}

void addAnchor(LineName& name, const Course& course, double spot, const RiverRows& rows, const Camera& camera,
               TextMeasure& measure) {
    const double scale = camera.metersPerPixel, margin = rows.allWidth * 2.2;
    const double from = std::max(0.0, spot - margin * scale);
    const Course piece = course.piece(from, spot + margin * scale, 1 / scale, 2.5);
    std::vector<Choice> choices;
    for (const double shift : {0.0, -0.3, 0.3, -0.6, 0.6, -1.0, 1.0})
        addChoices(choices, piece, (spot - from) / scale + shift * rows.pairWidth, std::abs(shift) * 0.8,
                   rows, measure);
    std::stable_sort(choices.begin(), choices.end(),
                     [](const Choice& a, const Choice& b) { return a.cost < b.cost; });
    // From pixels of the map's own origin to those of the picture.
    const double dx = camera.widthPixels / 2.0 - camera.center.x / scale,
                 dy = camera.heightPixels / 2.0 + camera.center.y / scale;
    auto& settings = name.anchors.emplace_back();
    for (Choice& choice : choices) {
        move(choice.setting, dx, dy);
        settings.push_back(std::move(choice.setting));
    }
}

/// Spots for a straight name beside a river, in the order in which they are tried.
void addStraightSpots(LineName& name, const Course& course, const Camera& camera) {
    for (const double part : {0.5, 0.38, 0.62, 0.26, 0.74, 0.15, 0.85}) {
        const auto at = course.at(course.length() * part);
        if (camera.extent().contains(at.x, -at.y))
            name.spots.push_back(camera.toScreen({at.x, -at.y}));
    }
}

void addCourse(LineName& name, const Course& course, const RiverRows& rows, const Camera& camera,
               TextMeasure& measure) {
    const double length = course.length(), scale = camera.metersPerPixel;
    if (length / scale < rows.pairWidth * 1.15)
        return;
    // Halves, then quarters, and so on: what has a name at one scale has it at every closer one.
    for (int level = 0; level == 0 || length / std::exp2(level + 1) / scale >= repeatPixels; ++level) {
        const double part = length / std::exp2(level + 1);
        const double introduced = level == 0 ? length / (rows.pairWidth * 1.15) : part / repeatPixels;
        for (double middle = part; middle < length; middle += 2 * part) {
            const double reach = part * (level == 0 ? 0.8 : 0.4);
            const auto rough = course.at(middle);
            geo::ProjectedBox around;
            around.add(rough.x - 2 * part, -rough.y - 2 * part);
            around.add(rough.x + 2 * part, -rough.y + 2 * part);
            if (!around.overlaps(camera.extent()))
                continue;
            const double spot = bestSpot(course, middle, reach, std::min(introduced, 4000.0), rows.pairWidth,
                                         rows.first.style.sizePixels);
            const auto at = course.at(spot);
            if (camera.extent().contains(at.x, -at.y))
                addAnchor(name, course, spot, rows, camera, measure);
        }
    }
}

void addRiver(BaseLabels& labels, const NamedRiver& river, const View& view, TextMeasure& measure) {
    const RiverRows rows = rowsOf(river, view, measure);
    LineName name;
    name.color = rows.first.color;
    name.clearance = 1;
    for (const Course& course : river.courses)
        addCourse(name, course, rows, view.camera, measure);
    // The two rivers of the border are not left without their names.
    if (river.isBorder) {
        for (const Course& course : river.courses)
            addStraightSpots(name, course, view.camera);
        name.straight.push_back(rows.first);
        if (!rows.others.text.empty())
            name.straight.push_back(rows.others);
    }
    if (name.anchors.empty() && name.spots.empty())
        return;
    (river.isBorder ? labels.borderRivers : labels.rivers).push_back(std::move(name));
}

} // namespace

void addSeas(BaseLabels& labels, ProjectedBasemap& basemap, const std::vector<basemap::SeaName>& seaNames,
             const View& view, TextMeasure& measure) {
    if (!basemap.level(labels.wide).sea)
        return;
    std::vector<std::string> known;
    for (auto sea : seaNames) {
        for (std::string* name : {&sea.names.en, &sea.names.zh, &sea.names.ko})
            *name = chosen(*name, view.seas);
        if (!geo::wideRegion.contains(sea.position.longitudeDegrees, sea.position.latitudeDegrees))
            continue;
        // The table places a sea once for the border and once for the wide map.
        const std::size_t before = labels.seas.size();
        if (std::ranges::find(known, sea.names.en) == known.end())
            addSea(labels, basemap, sea, view, measure);
        if (labels.seas.size() > before)
            known.push_back(sea.names.en);
    }
}

void addRivers(BaseLabels& labels, const ProjectedLevel& level, const View& view, TextMeasure& measure) {
    constexpr double farthestMinor = 1300; // metres per pixel: beyond it a lesser river is but a hair
    for (const auto& river : level.namedRivers)
        if (river.isBorder || view.camera.metersPerPixel <= farthestMinor)
            addRiver(labels, river, view, measure);
}

} // namespace surplace::scene
