#pragma once
#include "scene/scene.hpp"
#include <bit>
#include <cstdint>

/// Pixels as words: R in the lowest byte, A in the highest, as RGBA lies in memory.
namespace surplace::render {

static_assert(std::endian::native == std::endian::little);

/// value / 255, rounded, for values up to 255 * 255.
inline std::uint32_t div255(std::uint32_t value) {
    value += 128;
    return (value + (value >> 8)) >> 8;
}

inline std::uint32_t opaqueWord(scene::Color color) {
    return color.r | static_cast<std::uint32_t>(color.g) << 8 | static_cast<std::uint32_t>(color.b) << 16 |
           0xFF000000U;
}

/// The odd channels of a word, each in 16 bits.
inline constexpr std::uint32_t oddChannels = 0x00FF00FF;

/// A colour laid over an opaque pixel; both opaque words, alpha 0 to 255.
inline std::uint32_t blended(std::uint32_t pixel, std::uint32_t color, std::uint32_t alpha) {
    const auto part = [&](std::uint32_t a, std::uint32_t b) {
        std::uint32_t sum = (a & oddChannels) * (255 - alpha) + (b & oddChannels) * alpha + 0x00800080;
        sum += sum >> 8 & oddChannels; // both channels divided by 255, as in div255()
        return sum >> 8 & oddChannels;
    };
    return part(pixel, color) | part(pixel >> 8, color >> 8) << 8;
}

/// A premultiplied colour laid over an opaque pixel.
inline std::uint32_t blendedPremultiplied(std::uint32_t pixel, std::uint32_t color) {
    const std::uint32_t rest = 255 - (color >> 24);
    const auto part = [&](std::uint32_t a) {
        std::uint32_t product = (a & oddChannels) * rest + 0x00800080;
        product += product >> 8 & oddChannels;
        return product >> 8 & oddChannels;
    };
    // No channel of a premultiplied colour exceeds its alpha, so that no sum exceeds 255.
    return color + (part(pixel) | part(pixel >> 8) << 8);
}

/// Two words mixed, channel by channel: all of `b` at 256.
inline std::uint32_t mixed(std::uint32_t a, std::uint32_t b, std::uint32_t share) {
    const std::uint32_t low =
        ((a & oddChannels) * (256 - share) + (b & oddChannels) * share) >> 8 & oddChannels;
    const std::uint32_t high =
        ((a >> 8 & oddChannels) * (256 - share) + (b >> 8 & oddChannels) * share) & ~oddChannels;
    return low | high;
}

} // namespace surplace::render
