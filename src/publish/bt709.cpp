#include "publish/bt709.hpp"

namespace surplace::publish {
namespace {

// BT.709 section 3: Y = 0.2126 R + 0.7152 G + 0.0722 B; Cb = (B - Y) / 1.8556; Cr = (R - Y) / 1.5748; to 219
// and 224 steps, times 2^16. Y's weights add up to 219/255, each chroma's to nothing.
constexpr int yR = 11966, yG = 40254, yB = 4064;
constexpr int uR = -6596, uG = -22189, uB = 28785;
constexpr int vR = 28785, vG = -26145, vB = -2640;
constexpr int half = 1 << 15;

} // namespace

void toBt709(const render::Image& picture, const YuvPlanes& planes) {
    const std::ptrdiff_t stride = static_cast<std::ptrdiff_t>(picture.width) * 4;
    for (int row = 0; row < picture.height; ++row) {
        const std::uint8_t* from = picture.rgba.data() + row * stride;
        std::uint8_t* to = planes.y + static_cast<std::ptrdiff_t>(row) * planes.strideY;
        for (int x = 0; x < picture.width; ++x)
            to[x] = static_cast<std::uint8_t>(
                ((yR * from[4 * x] + yG * from[4 * x + 1] + yB * from[4 * x + 2] + half) >> 16) + 16);
    }
    for (int row = 0; row < picture.height / 2; ++row) {
        const std::uint8_t* upper = picture.rgba.data() + 2 * row * stride;
        const std::uint8_t* lower = upper + stride;
        std::uint8_t* u = planes.u + static_cast<std::ptrdiff_t>(row) * planes.strideU;
        std::uint8_t* v = planes.v + static_cast<std::ptrdiff_t>(row) * planes.strideV;
        for (int x = 0; x < picture.width / 2; ++x) {
            const auto sum = [&](int channel) {
                const int i = 8 * x + channel;
                return upper[i] + upper[i + 4] + lower[i] + lower[i + 4];
            };
            const int r = sum(0), g = sum(1), b = sum(2);
            u[x] = static_cast<std::uint8_t>(((uR * r + uG * g + uB * b + 4 * half) >> 18) + 128);
            v[x] = static_cast<std::uint8_t>(((vR * r + vG * g + vB * b + 4 * half) >> 18) + 128);
        }
    }
}

} // namespace surplace::publish
