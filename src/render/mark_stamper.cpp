#include "render/mark_stamper.hpp"
#include <algorithm>
#include <bit>
#include <cmath>

namespace surplace::render {
namespace {

constexpr std::size_t mostLooks = 128;
constexpr int largestReach = 32;             // a sprite's row fits 64 bits
constexpr float nothingLeft = 1 - 1.F / 512; // of what lies behind

/// Which pixels of a row are covered for good.
class Occupancy {
public:
    Occupancy(int width, int height)
        : _words(static_cast<std::size_t>(width) / 64 + 3), _bits(_words * static_cast<std::size_t>(height)) {
    }
    /// 64 pixels from x on; x may be as little as -64.
    std::uint64_t from(int x, int row) const {
        const auto bit = static_cast<std::size_t>(x + 64);
        const std::uint64_t* word = &_bits[static_cast<std::size_t>(row) * _words + bit / 64];
        const std::size_t shift = bit % 64;
        return shift == 0 ? word[0] : word[0] >> shift | word[1] << (64 - shift);
    }
    void set(int x, int row) {
        const auto bit = static_cast<std::size_t>(x + 64);
        _bits[static_cast<std::size_t>(row) * _words + bit / 64] |= std::uint64_t{1} << bit % 64;
    }

private:
    std::size_t _words;
    std::vector<std::uint64_t> _bits;
};

} // namespace

MarkStamper::Look MarkStamper::lookOf(const scene::Mark& mark) {
    return {mark.radiusPixels, mark.outerRadiusPixels, mark.shape, mark.fill, mark.color};
}

std::size_t MarkStamper::groupOf(const Look& look) {
    const auto mix =
        std::bit_cast<std::uint32_t>(look.color) * 2654435761U ^
        std::bit_cast<std::uint32_t>(look.radius) * 40503U ^
        (static_cast<std::uint32_t>(look.shape) * 8U + static_cast<std::uint32_t>(look.fill)) * 97U;
    std::uint16_t& recent = _recent[(mix >> 16 ^ mix) & 255];
    if (recent < _groups.size() && _groups[recent].look == look)
        return recent;
    std::size_t found = 0;
    while (found < _groups.size() && !(_groups[found].look == look))
        ++found;
    if (found == _groups.size()) {
        const double reach = std::max(look.radius * 1.4, std::abs(static_cast<double>(look.outer)));
        _groups.push_back(
            {look, static_cast<int>(std::min(1e4, std::ceil((reach + 1.5) * _pixelRatio) + 1)), {}, false});
    }
    recent = static_cast<std::uint16_t>(found);
    return found;
}

bool MarkStamper::prepare(const std::vector<scene::Mark>& marks, double pixelRatio, scene::Color paper) {
    if (pixelRatio != _pixelRatio || !(paper == _paper) || _groups.size() > mostLooks) {
        _groups.clear();
        _pixelRatio = pixelRatio;
        _paper = paper;
    }
    _groupOfMark.resize(marks.size());
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const std::size_t group = groupOf(lookOf(marks[i]));
        if (group >= mostLooks || _groups[group].reach > largestReach) {
            _groups.clear();
            return false;
        }
        _groupOfMark[i] = static_cast<std::uint16_t>(group);
    }
    const auto undrawn = static_cast<std::size_t>(
        std::count_if(_groups.begin(), _groups.end(), [](const Group& group) { return !group.drawn; }));
    const int cellsAlong =
        static_cast<int>(std::ceil(std::sqrt(static_cast<double>(undrawn * phases * phases))));
    _sheetSide = cellsAlong * 2 * largestReach;
    return true;
}

std::vector<scene::Mark> MarkStamper::missingSprites() const {
    std::vector<scene::Mark> marks;
    const int cellsAlong = _sheetSide / (2 * largestReach);
    for (const Group& group : _groups) {
        if (group.drawn)
            continue;
        for (int phase = 0; phase < phases * phases; ++phase) {
            const auto cell = static_cast<int>(marks.size());
            const double x = (cell % cellsAlong * 2 + 1) * largestReach + phase % phases / double(phases);
            const double y = (cell / cellsAlong * 2 + 1) * largestReach + phase / phases / double(phases);
            const Look& look = group.look;
            marks.push_back({static_cast<float>(x / _pixelRatio), static_cast<float>(y / _pixelRatio),
                             look.radius, look.shape, look.fill, look.color, 1, look.outer});
        }
    }
    return marks;
}

void MarkStamper::takeSprites(const std::vector<std::uint8_t>& rgba) {
    const int cellsAlong = _sheetSide / (2 * largestReach);
    int cell = 0;
    for (Group& group : _groups) {
        if (group.drawn)
            continue;
        for (Sprite& sprite : group.sprites) {
            const int left = (cell % cellsAlong * 2 + 1) * largestReach - group.reach,
                      top = (cell / cellsAlong * 2 + 1) * largestReach - group.reach;
            ++cell;
            sprite.reach = group.reach;
            for (int row = 0; row < 2 * group.reach; ++row) {
                std::uint64_t filled = 0;
                for (int column = 0; column < 2 * group.reach; ++column) {
                    const std::uint8_t* pixel =
                        &rgba[(static_cast<std::size_t>(top + row) * static_cast<std::size_t>(_sheetSide) +
                               static_cast<std::size_t>(left + column)) *
                              4];
                    const float alpha = static_cast<float>(pixel[3]) / 255.F;
                    sprite.pixels.push_back({static_cast<float>(pixel[0]) / 255.F * alpha,
                                             static_cast<float>(pixel[1]) / 255.F * alpha,
                                             static_cast<float>(pixel[2]) / 255.F * alpha, alpha});
                    if (pixel[3] > 0)
                        filled |= std::uint64_t{1} << column;
                }
                sprite.rows.push_back(filled);
            }
        }
        group.drawn = true;
    }
}

const std::vector<std::uint8_t>& MarkStamper::stamp(const std::vector<scene::Mark>& marks,
                                                    const Canvas& canvas) {
    const Tile& tile = canvas.tile;
    const std::size_t pixels = static_cast<std::size_t>(tile.width) * static_cast<std::size_t>(tile.height);
    _sums.assign(pixels, {0, 0, 0, 0}); // premultiplied, from the front
    Occupancy occupancy(tile.width + 64, tile.height);
    const auto ratio = static_cast<float>(canvas.pixelRatio);
    const auto offsetX = static_cast<float>(canvas.offsetX), offsetY = static_cast<float>(canvas.offsetY);
    for (std::size_t i = marks.size(); i-- > 0;) {
        const scene::Mark& mark = marks[i];
        const float x = std::floor((mark.x * ratio + offsetX) * phases + 0.5F),
                    y = std::floor((mark.y * ratio + offsetY) * phases + 0.5F);
        if (!(std::abs(x) < 1e6F) || !(std::abs(y) < 1e6F))
            continue;
        const int quarterX = static_cast<int>(x), quarterY = static_cast<int>(y);
        const int phase = (quarterX & (phases - 1)) + phases * (quarterY & (phases - 1));
        const Sprite& sprite = _groups[_groupOfMark[i]].sprites[static_cast<std::size_t>(phase)];
        const int left = (quarterX >> 2) - tile.x - sprite.reach,
                  top = (quarterY >> 2) - tile.y - sprite.reach, side = 2 * sprite.reach;
        if (left <= -side || left >= tile.width || top <= -side || top >= tile.height || !(mark.opacity > 0))
            continue;
        const float opacity = std::min(mark.opacity, 1.F);
        std::uint64_t onTile = ~std::uint64_t{0};
        if (left < 0)
            onTile <<= -left;
        if (left + 64 > tile.width)
            onTile &= ~std::uint64_t{0} >> std::min(63, left + 64 - tile.width);
        for (int row = std::max(0, -top); row < std::min(side, tile.height - top); ++row) {
            std::uint64_t open =
                sprite.rows[static_cast<std::size_t>(row)] & onTile & ~occupancy.from(left, top + row);
            for (; open != 0; open &= open - 1) {
                const int column = std::countr_zero(open);
                const auto& source = sprite.pixels[static_cast<std::size_t>(row * side + column)];
                auto& sum = _sums[static_cast<std::size_t>(top + row) * static_cast<std::size_t>(tile.width) +
                                  static_cast<std::size_t>(left + column)];
                const float share = (1 - sum[3]) * opacity;
                for (std::size_t channel = 0; channel < 4; ++channel)
                    sum[channel] += share * source[channel];
                if (sum[3] > nothingLeft)
                    occupancy.set(left + column, top + row);
            }
        }
    }
    _stamped.assign(pixels * 4, 0);
    for (std::size_t i = 0; i < pixels; ++i) {
        const auto& sum = _sums[i];
        if (sum[3] > 0)
            for (std::size_t channel = 0; channel < 4; ++channel)
                _stamped[4 * i + channel] = static_cast<std::uint8_t>(sum[channel] * 255.F + 0.5F);
    }
    return _stamped;
}

} // namespace surplace::render
