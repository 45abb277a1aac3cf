#include "scene/relief_shading.hpp"
#include <array>
#include <cmath>
#include <numbers>

namespace surplace::scene {

namespace {

std::array<double, 3> tintAt(const std::array<Tint, 7>& tints, double meters) {
    if (meters <= tints.front().meters)
        return tints.front().rgb;
    for (std::size_t i = 1; i < tints.size(); ++i) {
        if (meters > tints[i].meters)
            continue;
        const double part = (meters - tints[i - 1].meters) / (tints[i].meters - tints[i - 1].meters);
        std::array<double, 3> rgb{};
        for (std::size_t c = 0; c < 3; ++c)
            rgb[c] = tints[i - 1].rgb[c] + part * (tints[i].rgb[c] - tints[i - 1].rgb[c]);
        return rgb;
    }
    return tints.back().rgb;
}

/// The tint at every whole 8 metres: looked up once per pixel instead of searched.
std::vector<std::array<float, 3>> tintTable(const std::array<Tint, 7>& tints) {
    std::vector<std::array<float, 3>> table;
    for (int step = 0; step <= 1150; ++step) {
        const auto rgb = tintAt(tints, step * 8.0);
        table.push_back({static_cast<float>(rgb[0]), static_cast<float>(rgb[1]), static_cast<float>(rgb[2])});
    }
    return table;
}

struct Tap {
    std::array<std::size_t, 4> index;
    std::array<float, 4> weight;
};
/// Uniform cubic B-spline weights of each output sample along one axis.
std::vector<Tap> taps(int cells, int magnification) {
    std::vector<Tap> result;
    for (int i = 0; i < cells * magnification; ++i) {
        const double position = (i + 0.5) / magnification - 0.5;
        const double cell = std::floor(position);
        const double t = position - cell;
        Tap tap{};
        for (int k = 0; k < 4; ++k)
            tap.index[static_cast<std::size_t>(k)] =
                static_cast<std::size_t>(std::clamp(static_cast<int>(cell) - 1 + k, 0, cells - 1));
        tap.weight = {static_cast<float>((1 - t) * (1 - t) * (1 - t) / 6),
                      static_cast<float>((3 * t * t * t - 6 * t * t + 4) / 6),
                      static_cast<float>((-3 * t * t * t + 3 * t * t + 3 * t + 1) / 6),
                      static_cast<float>(t * t * t / 6)};
        result.push_back(tap);
    }
    return result;
}

std::vector<float> smoothed(const basemap::Relief& relief, int magnification) {
    const auto columns = taps(relief.width, magnification);
    const auto rows = taps(relief.height, magnification);
    const auto width = columns.size();
    std::vector<float> wide(width * static_cast<std::size_t>(relief.height));
    for (std::size_t y = 0; y < static_cast<std::size_t>(relief.height); ++y) {
        const std::int16_t* source =
            relief.elevationMeters.data() + y * static_cast<std::size_t>(relief.width);
        for (std::size_t x = 0; x < width; ++x) {
            float sum = 0;
            for (std::size_t k = 0; k < 4; ++k)
                sum += columns[x].weight[k] *
                       static_cast<float>(std::max<std::int16_t>(source[columns[x].index[k]], 0));
            wide[y * width + x] = sum;
        }
    }
    std::vector<float> heights(width * rows.size());
    for (std::size_t y = 0; y < rows.size(); ++y)
        for (std::size_t k = 0; k < 4; ++k) {
            const float weight = rows[y].weight[k];
            const float* source = wide.data() + rows[y].index[k] * width;
            float* target = heights.data() + y * width;
            for (std::size_t x = 0; x < width; ++x)
                target[x] += weight * source[x];
        }
    return heights;
}

} // namespace

ShadedRelief shade(const basemap::Relief& relief, int magnification, const Palette& palette) {
    ShadedRelief picture;
    if (relief.width < 2 || relief.height < 2)
        return picture;
    picture.width = relief.width * magnification;
    picture.height = relief.height * magnification;
    const auto heights = smoothed(relief, magnification);
    const auto table = tintTable(palette.tints);
    const auto width = static_cast<std::size_t>(picture.width);
    const auto height = static_cast<std::size_t>(picture.height);
    picture.rgba.resize(width * height * 4);
    constexpr double metersPerDegree = 111'195;
    constexpr float exaggeration = 5.0F;
    for (std::size_t y = 0; y < height; ++y) {
        const double latitude = relief.box.maxY - (static_cast<double>(y) + 0.5) /
                                                      static_cast<double>(height) * relief.box.height();
        const double cellX = relief.box.width() / static_cast<double>(width) * metersPerDegree *
                             std::cos(latitude * std::numbers::pi / 180);
        const double cellY = relief.box.height() / static_cast<double>(height) * metersPerDegree;
        const auto perX = static_cast<float>(exaggeration / (2 * cellX));
        const auto perY = static_cast<float>(exaggeration / (2 * cellY));
        const float* north = heights.data() + (y == 0 ? 0 : y - 1) * width;
        const float* here = heights.data() + y * width;
        const float* south = heights.data() + std::min(y + 1, height - 1) * width;
        for (std::size_t x = 0; x < width; ++x) {
            const float slopeX = (here[std::min(x + 1, width - 1)] - here[x == 0 ? 0 : x - 1]) * perX;
            const float slopeY = (north[x] - south[x]) * perY;
            // Light from the north-west at 45 degrees: (-1, 1, sqrt 2) / 2; flat ground is 0.7071.
            const float light =
                (slopeX * 0.5F - slopeY * 0.5F + 0.70711F) / std::sqrt(1 + slopeX * slopeX + slopeY * slopeY);
            const float factor =
                std::clamp(1 + (light - 0.70711F) * palette.shade, palette.darkest, palette.lightest);
            const auto& rgb = table[std::min(static_cast<std::size_t>(here[x] / 8), table.size() - 1)];
            std::uint8_t* pixel = picture.rgba.data() + (y * width + x) * 4;
            for (std::size_t c = 0; c < 3; ++c)
                pixel[c] = static_cast<std::uint8_t>(std::min(rgb[c] * factor, 255.0F));
            pixel[3] = 255;
        }
    }
    return picture;
}

} // namespace surplace::scene
