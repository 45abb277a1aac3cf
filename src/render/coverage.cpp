#include "render/coverage.hpp"
#include <algorithm>
#include <array>
#include <cstring>

namespace surplace::render {

Coverage::Coverage(const Tile& tile)
    : _tile(tile), _stride(static_cast<std::size_t>(tile.width) + 2),
      _steps(_stride * static_cast<std::size_t>(tile.height)) {}

void Coverage::addSide(double fromX, double fromY, double toX, double toY) {
    // A line belongs to a side whose ends are on both sides of its middle; an end on it counts as below, so
    // that joints count once.
    const double lines = static_cast<double>(_tile.height) * linesPerRow;
    const double low = std::ceil(std::min(fromY, toY) - 0.5), high = std::ceil(std::max(fromY, toY) - 0.5);
    const int first = static_cast<int>(std::clamp(low, 0.0, lines)),
              last = static_cast<int>(std::clamp(high, 0.0, lines));
    if (first >= last)
        return;
    const double slope = (toX - fromX) / (toY - fromY), width = _tile.width;
    for (int line = first; line < last; ++line)
        _crossings.push_back(
            {line, static_cast<float>(std::clamp(fromX + (line + 0.5 - fromY) * slope, 0.0, width))});
}

void Coverage::fillBetweenCrossings() {
    if (_crossings.empty())
        return;
    const auto [lowest, highest] =
        std::minmax_element(_crossings.begin(), _crossings.end(),
                            [](const Crossing& a, const Crossing& b) { return a.line < b.line; });
    const int firstLine = lowest->line;
    _starts.assign(static_cast<std::size_t>(highest->line - firstLine) + 2, 0);
    for (const Crossing& crossing : _crossings)
        ++_starts[static_cast<std::size_t>(crossing.line - firstLine) + 1];
    for (std::size_t i = 1; i < _starts.size(); ++i)
        _starts[i] += _starts[i - 1];
    _sorted.resize(_crossings.size());
    for (const Crossing& crossing : _crossings)
        _sorted[_starts[static_cast<std::size_t>(crossing.line - firstLine)]++] = crossing.x;
    std::size_t begin = 0;
    for (std::size_t i = 0; i + 1 < _starts.size(); ++i) {
        const std::size_t end = _starts[i];
        std::sort(_sorted.begin() + static_cast<std::ptrdiff_t>(begin),
                  _sorted.begin() + static_cast<std::ptrdiff_t>(end));
        for (; begin + 1 < end; begin += 2) {
            step(firstLine + static_cast<int>(i), _sorted[begin], 1.F / linesPerRow);
            step(firstLine + static_cast<int>(i), _sorted[begin + 1], -1.F / linesPerRow);
        }
        begin = end;
    }
}

void Coverage::step(int line, float x, float height) {
    const float pixel = std::floor(x);
    float* at = _steps.data() + static_cast<std::size_t>(line / linesPerRow) * _stride +
                static_cast<std::size_t>(pixel);
    const float later = (x - pixel) * height;
    at[0] += height - later;
    at[1] += later;
}

std::vector<std::uint8_t> Coverage::bytes() const {
    std::vector<std::uint8_t> out(static_cast<std::size_t>(_tile.width) *
                                  static_cast<std::size_t>(_tile.height));
    for (int y = 0; y < _tile.height; ++y)
        row(y, out.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(_tile.width));
    return out;
}

void Coverage::row(int row, std::uint8_t* to) const {
    const float* steps = _steps.data() + static_cast<std::size_t>(row) * _stride;
    const auto byteOf = [](float covered) {
        return static_cast<std::uint8_t>(std::clamp(covered, 0.F, 1.F) * 255.F + 0.5F);
    };
    constexpr int run = 8;
    float covered = 0;
    int x = 0;
    // Most pixels are like the one before.
    for (; x + run <= _tile.width; x += run) {
        std::array<std::uint64_t, run * sizeof(float) / sizeof(std::uint64_t)> bits;
        std::memcpy(bits.data(), steps + x, sizeof(bits));
        if ((bits[0] | bits[1] | bits[2] | bits[3]) == 0) {
            std::memset(to + x, byteOf(covered), run);
            continue;
        }
        for (int i = x; i < x + run; ++i)
            to[i] = byteOf(covered += steps[i]);
    }
    for (; x < _tile.width; ++x)
        to[x] = byteOf(covered += steps[x]);
}

} // namespace surplace::render
