#include "scene/label_placer.hpp"
#include "scene/palette.hpp"
#include <array>
#include <fmt/format.h>
#include <limits>

namespace surplace::scene {

namespace {

constexpr double cellPixels = 64;

struct Spot {
    double x, y;   ///< of the label's box in units of its size, from the anchor
    double dx, dy; ///< direction of the clearance
};
/// Where a reader looks first: right, left, then above and below (Imhof 1975).
constexpr std::array around{Spot{0, -0.5, 1, 0},   Spot{-1, -0.5, -1, 0},    Spot{0, -1, 0.7, -0.7},
                            Spot{0, 0, 0.7, 0.7},  Spot{-1, -1, -0.7, -0.7}, Spot{-1, 0, -0.7, 0.7},
                            Spot{-0.5, -1, 0, -1}, Spot{-0.5, 0, 0, 1}};
constexpr std::array centered{Spot{-0.5, -0.5, 0, 0}, Spot{-0.5, -1.1, 0, 0}, Spot{-0.5, 0.1, 0, 0},
                              Spot{-0.5, -1.9, 0, 0}, Spot{-0.5, 0.9, 0, 0},  Spot{-1.05, -0.5, 0, 0},
                              Spot{0.05, -0.5, 0, 0}};

} // namespace

namespace {

std::string keyOf(const std::string& utf8, const text::Style& style) {
    return fmt::format("{}|{}{}{}|{}|{}|{}|{}", style.sizePixels, style.bold ? 1 : 0, style.italic ? 1 : 0,
                       style.serif ? 1 : 0, style.letterSpacingPixels, style.maxWidthPixels, style.language,
                       utf8);
}

/// A film over many years meets many dates; what is no longer shown need not be kept.
constexpr std::size_t mostKnown = 20'000;

} // namespace

text::Extents TextMeasure::operator()(const std::string& utf8, const text::Style& style) {
    std::string key = keyOf(utf8, style);
    const auto known = _known.find(key);
    if (known != _known.end())
        return known->second;
    if (_known.size() > mostKnown)
        _known.clear();
    return _known.emplace(std::move(key), _typesetter.measure(utf8, style)).first->second;
}

const std::vector<text::Cluster>& TextMeasure::clusters(const std::string& utf8, const text::Style& style) {
    std::string key = keyOf(utf8, style);
    const auto known = _clusters.find(key);
    if (known != _clusters.end())
        return known->second;
    if (_clusters.size() > mostKnown)
        _clusters.clear();
    return _clusters.emplace(std::move(key), _typesetter.clusters(utf8, style)).first->second;
}

LabelPlacer::LabelPlacer(TextMeasure& measure, Color halo, int widthPixels, int heightPixels)
    : _measure(measure),
      _halo(halo), _picture{0, 0, static_cast<double>(widthPixels), static_cast<double>(heightPixels)},
      _columns(static_cast<int>(widthPixels / cellPixels) + 1),
      _rows(static_cast<int>(heightPixels / cellPixels) + 1),
      _cells(static_cast<std::size_t>(_columns) * static_cast<std::size_t>(_rows)) {}

void LabelPlacer::addObstacle(const geo::ScreenBox& box) {
    if (!box.overlaps(_picture))
        return;
    const auto index = static_cast<std::uint32_t>(_boxes.size());
    _boxes.push_back(box);
    const auto cell = [](double value, int last) {
        return std::clamp(static_cast<int>(value / cellPixels), 0, last);
    };
    for (int row = cell(box.minY, _rows - 1); row <= cell(box.maxY, _rows - 1); ++row)
        for (int column = cell(box.minX, _columns - 1); column <= cell(box.maxX, _columns - 1); ++column)
            _cells[static_cast<std::size_t>(row * _columns + column)].push_back(index);
}

bool LabelPlacer::collides(const geo::ScreenBox& box) const {
    const auto cell = [](double value, int last) {
        return std::clamp(static_cast<int>(value / cellPixels), 0, last);
    };
    for (int row = cell(box.minY, _rows - 1); row <= cell(box.maxY, _rows - 1); ++row)
        for (int column = cell(box.minX, _columns - 1); column <= cell(box.maxX, _columns - 1); ++column)
            for (const auto index : _cells[static_cast<std::size_t>(row * _columns + column)])
                if (_boxes[index].overlaps(box))
                    return true;
    return false;
}

bool LabelPlacer::isFree(const geo::ScreenBox& box) const {
    constexpr double edge = 3;
    return box.minX >= _picture.minX + edge && box.minY >= _picture.minY + edge &&
           box.maxX <= _picture.maxX - edge && box.maxY <= _picture.maxY - edge && !collides(box);
}

std::optional<geo::ScreenBox> LabelPlacer::place(Sheet& sheet, std::span<const LabelLine> lines,
                                                 geo::ScreenPoint anchor, Placement placement,
                                                 double clearance, double opacity, double padding,
                                                 const std::function<bool(const geo::ScreenBox&)>& fits) {
    const auto placed = placeBest(sheet, lines, anchor, placement, clearance, opacity, padding, fits, {});
    return placed ? std::optional(placed->box) : std::nullopt;
}

namespace {

std::span<const Spot> spotsOf(Placement placement) {
    const std::span<const Spot> all(centered);
    return placement == Placement::around  ? std::span<const Spot>(around)
           : placement == Placement::exact ? all.first(1)
                                           : all;
}

} // namespace

std::optional<Placed> LabelPlacer::placeBest(Sheet& sheet, std::span<const LabelLine> lines,
                                             geo::ScreenPoint anchor, Placement placement, double clearance,
                                             double opacity, double padding,
                                             const std::function<bool(const geo::ScreenBox&)>& fits,
                                             const SpotWish& wish) {
    std::vector<text::Extents> sizes;
    double width = 0, height = 0;
    for (const auto& line : lines) {
        sizes.push_back(_measure(line.text, line.style));
        width = std::max(width, sizes.back().width);
        height += sizes.back().height;
    }
    const std::span<const Spot> spots = spotsOf(placement);
    const auto boxAt = [&](const Spot& spot) {
        const double left = anchor.x + spot.x * width + spot.dx * clearance;
        const double top = anchor.y + spot.y * height + spot.dy * clearance;
        return geo::ScreenBox{left - padding, top - padding, left + width + padding, top + height + padding};
    };
    const auto isUsable = [&](const geo::ScreenBox& box) { return isFree(box) && (!fits || fits(box)); };
    int chosen = -1;
    // The spot wished for may be one of another way to place.
    if (wish.first && *wish.first >= 0 && static_cast<std::size_t>(*wish.first) < spots.size() &&
        isUsable(boxAt(spots[static_cast<std::size_t>(*wish.first)])))
        chosen = *wish.first;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < spots.size() && chosen != wish.first.value_or(-2); ++i) {
        const auto box = boxAt(spots[i]);
        if (static_cast<double>(i) >= least || !isUsable(box))
            continue;
        const double cost = static_cast<double>(i) + (wish.cost ? wish.cost(box) : 0);
        if (cost < least) {
            least = cost;
            chosen = static_cast<int>(i);
        }
    }
    if (chosen < 0)
        return std::nullopt;
    const Spot& spot = spots[static_cast<std::size_t>(chosen)];
    const geo::ScreenBox box = boxAt(spot);
    addObstacle(box);
    double y = box.minY + padding;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const double slack = width - sizes[i].width;
        const bool toTheLeft = placement == Placement::around && spot.x == -1;
        const bool isCentered = placement != Placement::around || spot.x == -0.5;
        const double x = box.minX + padding + (isCentered ? slack / 2 : toTheLeft ? slack : 0);
        sheet.labels.push_back({{x, y}, lines[i].text, lines[i].style, lines[i].color, _halo, 1.6, opacity});
        y += sizes[i].height;
    }
    return Placed{box, chosen};
}

bool LabelPlacer::placeAlong(Sheet& sheet, const LineSetting& setting, double opacity, double clearance) {
    const auto wider = [&](const geo::ScreenBox& box) {
        return geo::ScreenBox{box.minX - clearance, box.minY - clearance, box.maxX + clearance,
                              box.maxY + clearance};
    };
    for (const LineRow& row : setting)
        for (const auto& box : row.boxes)
            if (!isFree(wider(box)))
                return false;
    for (const LineRow& row : setting) {
        for (const auto& box : row.boxes)
            addObstacle(wider(box));
        sheet.lineLabels.push_back(
            {row.line.text, row.line.style, row.spots, row.line.color, _halo, 1.6, opacity});
    }
    return true;
}

} // namespace surplace::scene
