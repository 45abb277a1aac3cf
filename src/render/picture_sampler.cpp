#include "render/picture_sampler.hpp"
#include "render/blend.hpp"
#include <algorithm>
#include <cmath>
#include <limits>

namespace surplace::render {
namespace {

/// The x at which a side crosses a row's middle; the same for both triangles that share it.
struct Side {
    double x, y, slope;
    double at(double row) const { return x + (row - y) * slope; }
};

} // namespace

double smallestTexelMeters(const scene::RasterGeometry& raster) {
    const auto columns = static_cast<std::size_t>(raster.columns);
    const double texelsPerColumn = static_cast<double>(raster.imageWidth) / (raster.columns - 1);
    const double texelsPerRow = static_cast<double>(raster.imageHeight) / (raster.rows - 1);
    double smallest = std::numeric_limits<double>::max();
    const auto consider = [&](const geo::ProjectedPoint& a, const geo::ProjectedPoint& b, double texels) {
        smallest = std::min(smallest, std::hypot(b.x - a.x, b.y - a.y) / texels); // leaves NaN out
    };
    for (std::size_t i = 0; i < raster.grid.size(); ++i) {
        if (i % columns > 0)
            consider(raster.grid[i - 1], raster.grid[i], texelsPerColumn);
        if (i >= columns)
            consider(raster.grid[i - columns], raster.grid[i], texelsPerRow);
    }
    return smallest;
}

PictureSampler::PictureSampler(const scene::RasterGeometry& geometry) : _geometry(geometry) {
    const std::size_t pixels =
        static_cast<std::size_t>(geometry.imageWidth) * static_cast<std::size_t>(geometry.imageHeight);
    if (geometry.columns < 2 || geometry.rows < 2 || pixels == 0 || geometry.rgba.size() != pixels * 4 ||
        geometry.grid.size() !=
            static_cast<std::size_t>(geometry.columns) * static_cast<std::size_t>(geometry.rows))
        return;
    Level level{geometry.imageWidth, geometry.imageHeight, std::vector<std::uint32_t>(pixels)};
    for (std::size_t i = 0; i < pixels; ++i) {
        const std::uint8_t* from = geometry.rgba.data() + 4 * i;
        const std::uint32_t alpha = from[3];
        level.texels[i] = div255(from[0] * alpha) | div255(from[1] * alpha) << 8 |
                          div255(from[2] * alpha) << 16 | alpha << 24;
    }
    _levels.push_back(std::move(level));
    _texelMeters = smallestTexelMeters(geometry);
}

void PictureSampler::prepare(const MapTransform& transform) {
    constexpr double margin = 1.1; // texels need not lie along the pixels
    _isShrunk = _texelMeters * transform.scaleX < margin;
    if (_levels.empty() || !_isShrunk || _levels.size() > 1)
        return;
    while (_levels.back().width > 1 || _levels.back().height > 1) {
        const Level& from = _levels.back();
        Level to{std::max(1, from.width / 2), std::max(1, from.height / 2), {}};
        to.texels.reserve(static_cast<std::size_t>(to.width) * static_cast<std::size_t>(to.height));
        for (int y = 0; y < to.height; ++y)
            for (int x = 0; x < to.width; ++x) {
                const auto at = [&](int column, int row) {
                    return from.texels[static_cast<std::size_t>(std::min(row, from.height - 1)) *
                                           static_cast<std::size_t>(from.width) +
                                       static_cast<std::size_t>(std::min(column, from.width - 1))];
                };
                to.texels.push_back(mixed(mixed(at(2 * x, 2 * y), at(2 * x + 1, 2 * y), 128),
                                          mixed(at(2 * x, 2 * y + 1), at(2 * x + 1, 2 * y + 1), 128), 128));
            }
        _levels.push_back(std::move(to));
    }
}

/// Where a triangle's pixels lie in the picture, by the plane through its corners, and what they become.
struct PictureSampler::Brush {
    const Tile& tile;
    std::uint32_t* pixels;
    const std::uint8_t* lastCover;
    std::uint8_t layer;
    std::uint32_t weight; ///< of 256: opacity
    double u = 0, v = 0, uPerX = 0, uPerY = 0, vPerX = 0, vPerY = 0;
    const Level *fine = nullptr, *coarse = nullptr;
    std::uint32_t share = 0; ///< of 256: how much of `coarse`
};

void PictureSampler::draw(const MapTransform& transform, double opacity, const Tile& tile,
                          std::uint32_t* pixels, const std::uint8_t* lastCover, std::uint8_t layer) const {
    if (_levels.empty())
        return;
    Brush brush{tile, pixels, lastCover, layer,
                static_cast<std::uint32_t>(std::clamp(opacity, 0.0, 1.0) * 256 + 0.5)};
    const int columns = _geometry.columns;
    const auto corner = [&](int column, int row) {
        const geo::ProjectedPoint& at = _geometry.grid[static_cast<std::size_t>(row * columns + column)];
        return Corner{at.x * transform.scaleX + transform.shiftX - tile.x,
                      at.y * transform.scaleY + transform.shiftY - tile.y,
                      static_cast<double>(column) / (columns - 1),
                      static_cast<double>(row) / (_geometry.rows - 1)};
    };
    for (int row = 1; row < _geometry.rows; ++row)
        for (int column = 1; column < columns; ++column) {
            const Corner a = corner(column - 1, row - 1), b = corner(column, row - 1),
                         c = corner(column, row), d = corner(column - 1, row);
            drawTriangle({a, b, c}, brush);
            drawTriangle({a, c, d}, brush);
        }
}

/// The halved copies whose texels are about as large as pixels.
void PictureSampler::choose(Brush& brush) const {
    const Level& whole = _levels.front();
    const double texelsPerPixel = std::max(std::hypot(brush.uPerX * whole.width, brush.vPerX * whole.height),
                                           std::hypot(brush.uPerY * whole.width, brush.vPerY * whole.height));
    const double deepest = static_cast<double>(_levels.size() - 1);
    const double depth = _isShrunk ? std::clamp(std::log2(std::max(texelsPerPixel, 1.0)), 0.0, deepest) : 0;
    const auto level = static_cast<std::size_t>(depth);
    brush.share = static_cast<std::uint32_t>((depth - static_cast<double>(level)) * 256);
    brush.fine = &_levels[level];
    brush.coarse = &_levels[std::min(level + 1, _levels.size() - 1)];
}

void PictureSampler::drawTriangle(const std::array<Corner, 3>& given, Brush& brush) const {
    const auto& [a, b, c] = given;
    const double area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
    const auto [left, right] = std::minmax({a.x, b.x, c.x});
    const auto [top, bottom] = std::minmax({a.y, b.y, c.y});
    if (!std::isfinite(area) || area == 0 || bottom < 0 || top > brush.tile.height || right < 0 ||
        left > brush.tile.width)
        return;
    brush.uPerX = ((b.u - a.u) * (c.y - a.y) - (c.u - a.u) * (b.y - a.y)) / area;
    brush.uPerY = ((c.u - a.u) * (b.x - a.x) - (b.u - a.u) * (c.x - a.x)) / area;
    brush.vPerX = ((b.v - a.v) * (c.y - a.y) - (c.v - a.v) * (b.y - a.y)) / area;
    brush.vPerY = ((c.v - a.v) * (b.x - a.x) - (b.v - a.v) * (c.x - a.x)) / area;
    brush.u = a.u - a.x * brush.uPerX - a.y * brush.uPerY;
    brush.v = a.v - a.x * brush.vPerX - a.y * brush.vPerY;
    choose(brush);

    std::array<Corner, 3> corners = given;
    std::ranges::sort(
        corners, [](const Corner& p, const Corner& q) { return p.y < q.y || (p.y == q.y && p.x < q.x); });
    const auto side = [](const Corner& from, const Corner& to) {
        return Side{from.x, from.y, to.y > from.y ? (to.x - from.x) / (to.y - from.y) : 0};
    };
    const Side across = side(corners[0], corners[2]), upper = side(corners[0], corners[1]),
               lower = side(corners[1], corners[2]);
    // A pixel belongs to the triangle that holds its middle; one on a side to that below or right of it.
    const int firstRow = std::max(0, static_cast<int>(std::ceil(top - 0.5))),
              endRow = std::min(brush.tile.height, static_cast<int>(std::ceil(bottom - 0.5)));
    for (int row = firstRow; row < endRow; ++row) {
        const double y = row + 0.5;
        const double one = across.at(y), other = (y < corners[1].y ? upper : lower).at(y);
        const double from = std::clamp(std::min(one, other), -1.0, brush.tile.width + 1.0),
                     to = std::clamp(std::max(one, other), -1.0, brush.tile.width + 1.0);
        drawRun(brush, row, std::max(0, static_cast<int>(std::ceil(from - 0.5))),
                std::min(brush.tile.width, static_cast<int>(std::ceil(to - 0.5))));
    }
}

void PictureSampler::drawRun(const Brush& brush, int row, int first, int end) {
    if (first >= end)
        return;
    // Texels in 65536ths, as whole numbers, which step faster.
    constexpr double whole = 65536;
    const double u = brush.u + brush.uPerX * (first + 0.5) + brush.uPerY * (row + 0.5),
                 v = brush.v + brush.vPerX * (first + 0.5) + brush.vPerY * (row + 0.5);
    struct Walk {
        std::int64_t u, v, uStep, vStep;
    };
    const auto walkIn = [&](const Level& level) {
        return Walk{static_cast<std::int64_t>(u * level.width * whole) - 32768,
                    static_cast<std::int64_t>(v * level.height * whole) - 32768,
                    static_cast<std::int64_t>(brush.uPerX * level.width * whole),
                    static_cast<std::int64_t>(brush.vPerX * level.height * whole)};
    };
    Walk fine = walkIn(*brush.fine), coarse = walkIn(*brush.coarse);
    const std::size_t begin = static_cast<std::size_t>(row) * static_cast<std::size_t>(brush.tile.width);
    for (auto x = static_cast<std::size_t>(first); x < static_cast<std::size_t>(end); ++x) {
        if (brush.lastCover[begin + x] <= brush.layer) {
            std::uint32_t texel = sample(*brush.fine, fine.u, fine.v);
            if (brush.share > 0)
                texel = mixed(texel, sample(*brush.coarse, coarse.u, coarse.v), brush.share);
            if (brush.weight < 256)
                texel = mixed(0, texel, brush.weight);
            brush.pixels[begin + x] = blendedPremultiplied(brush.pixels[begin + x], texel);
        }
        fine.u += fine.uStep;
        fine.v += fine.vStep;
        coarse.u += coarse.uStep;
        coarse.v += coarse.vStep;
    }
}

inline std::uint32_t PictureSampler::sample(const Level& level, std::int64_t u, std::int64_t v) {
    const auto clamped = [](std::int64_t at, int size) {
        return static_cast<std::size_t>(std::clamp<std::int64_t>(at, 0, size - 1));
    };
    const std::size_t left = clamped(u >> 16, level.width), right = clamped((u >> 16) + 1, level.width);
    const std::size_t width = static_cast<std::size_t>(level.width);
    const std::uint32_t* upper = level.texels.data() + clamped(v >> 16, level.height) * width;
    const std::uint32_t* lower = level.texels.data() + clamped((v >> 16) + 1, level.height) * width;
    const auto shareX = static_cast<std::uint32_t>(u >> 8 & 255),
               shareY = static_cast<std::uint32_t>(v >> 8 & 255);
    return mixed(mixed(upper[left], upper[right], shareX), mixed(lower[left], lower[right], shareX), shareY);
}

} // namespace surplace::render
