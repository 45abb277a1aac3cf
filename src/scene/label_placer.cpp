#include "scene/label_placer.hpp"
#include "scene/palette.hpp"
#include <array>
#include <fmt/format.h>

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

text::Extents TextMeasure::operator()(const std::string& utf8, const text::Style& style) {
    std::string key =
        fmt::format("{}|{}{}{}|{}|{}|{}|", style.sizePixels, style.bold ? 1 : 0, style.italic ? 1 : 0,
                    style.serif ? 1 : 0, style.letterSpacingPixels, style.maxWidthPixels, style.language);
    key += utf8;
    const auto known = _known.find(key);
    if (known != _known.end())
        return known->second;
    // A film over many years meets many dates; what is no longer shown need not be kept.
    if (_known.size() > 20'000)
        _known.clear();
    return _known.emplace(std::move(key), _typesetter.measure(utf8, style)).first->second;
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
    std::vector<text::Extents> sizes;
    double width = 0, height = 0;
    for (const auto& line : lines) {
        sizes.push_back(_measure(line.text, line.style));
        width = std::max(width, sizes.back().width);
        height += sizes.back().height;
    }
    const std::span<const Spot> spots =
        placement == Placement::around ? std::span<const Spot>(around) : std::span<const Spot>(centered);
    for (const Spot& spot : spots) {
        const double left = anchor.x + spot.x * width + spot.dx * clearance;
        const double top = anchor.y + spot.y * height + spot.dy * clearance;
        const geo::ScreenBox box{left - padding, top - padding, left + width + padding,
                                 top + height + padding};
        if (!isFree(box) || (fits && !fits(box)))
            continue;
        addObstacle(box);
        double y = top;
        const bool toTheLeft = placement == Placement::around && spot.x == -1;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const double slack = width - sizes[i].width;
            const double x = left + (placement == Placement::centered || spot.x == -0.5 ? slack / 2
                                     : toTheLeft                                        ? slack
                                                                                        : 0);
            sheet.labels.push_back(
                {{x, y}, lines[i].text, lines[i].style, lines[i].color, _halo, 1.6, opacity});
            y += sizes[i].height;
        }
        return box;
    }
    return std::nullopt;
}

} // namespace surplace::scene
