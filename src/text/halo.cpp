#include "text/halo.hpp"
#include <algorithm>
#include <cmath>
#include <cstddef>

namespace surplace::text {
namespace {

// Two loops without branches, over bytes: the compiler turns both into vector code.
void raiseRow(std::uint8_t* row, const std::uint8_t* source, int count) {
    for (int i = 0; i < count; ++i)
        row[i] = std::max(row[i], source[i]);
}

void raiseRowWeighted(std::uint8_t* row, const std::uint8_t* source, int count, std::uint16_t weight) {
    for (int i = 0; i < count; ++i)
        row[i] =
            std::max(row[i], static_cast<std::uint8_t>(static_cast<std::uint16_t>(source[i] * weight) >> 8));
}

} // namespace

std::vector<std::uint8_t> grownByDisc(const std::vector<std::uint8_t>& coverage, int width, int height,
                                      double radius) {
    std::vector<std::uint8_t> grown = coverage;
    const int reach = static_cast<int>(std::ceil(radius));
    for (int dy = -reach; dy <= reach; ++dy)
        for (int dx = -reach; dx <= reach; ++dx) {
            const double inside = std::clamp(radius + 0.5 - std::hypot(dx, dy), 0.0, 1.0);
            const auto weight = static_cast<std::uint16_t>(std::lround(inside * 256));
            const int count = width - std::abs(dx);
            if (weight == 0 || count <= 0)
                continue;
            for (int y = std::max(0, dy); y < height + std::min(0, dy); ++y) {
                std::uint8_t* row = grown.data() + static_cast<std::ptrdiff_t>(y) * width + std::max(0, dx);
                const std::uint8_t* source =
                    coverage.data() + static_cast<std::ptrdiff_t>(y - dy) * width + std::max(0, -dx);
                if (weight == 256)
                    raiseRow(row, source, count);
                else
                    raiseRowWeighted(row, source, count, weight);
            }
        }
    return grown;
}

} // namespace surplace::text
