#include "scene/palette.hpp"
#include <array>
#include <cmath>
#include <gtest/gtest.h>

/// The colours under greyscale printing and the common colour blindnesses: Machado, Oliveira and Fernandes,
/// "A physiologically-based model for simulation of color vision deficiency" (2009), severity 1.0; contrast
/// after WCAG 2.1 section 1.4.11 (3:1 for graphics).
namespace surplace::scene {
namespace {

using Rgb = std::array<double, 3>; // linear
using Matrix = std::array<std::array<double, 3>, 3>;

constexpr Matrix normal{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix protanopia{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix deuteranopia{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix tritanopia{
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
constexpr Matrix greyscale{{{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}}};

double linear(double value) {
    value /= 255;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

Rgb seen(Color color, const Matrix& eye) {
    const Rgb in{linear(color.r), linear(color.g), linear(color.b)};
    Rgb out{};
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t k = 0; k < 3; ++k)
            out[i] += eye[i][k] * in[k];
    for (double& channel : out)
        channel = std::clamp(channel, 0.0, 1.0);
    return out;
}

double luminance(const Rgb& rgb) {
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
}

/// CIE L*a*b*, D65.
std::array<double, 3> lab(const Rgb& rgb) {
    const double x = (0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047, y = luminance(rgb),
                 z = (0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883;
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    return {116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))};
}

double difference(Color a, Color b, const Matrix& eye) {
    const auto p = lab(seen(a, eye)), q = lab(seen(b, eye));
    return std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

double contrast(Color a, Color b) {
    const double p = luminance(seen(a, normal)), q = luminance(seen(b, normal));
    return (std::max(p, q) + 0.05) / (std::min(p, q) + 0.05);
}

class PaletteTest : public testing::TestWithParam<MapStyle> {};

TEST_P(PaletteTest, KindsOfOneShapeDifferForEveryEyeAndInGreyscale) {
    constexpr double leastDifference = 9; // about four steps that a trained eye just sees
    const Palette& palette = paletteOf(GetParam());
    for (const auto& [name, eye] : {std::pair("normal", normal), std::pair("protanopia", protanopia),
                                    std::pair("deuteranopia", deuteranopia),
                                    std::pair("tritanopia", tritanopia), std::pair("greyscale", greyscale)})
        for (const auto a : model::allValues<model::EventKind>())
            for (const auto b : model::allValues<model::EventKind>()) {
                const KindSymbol first = palette.symbolOf(a), second = palette.symbolOf(b);
                if (first.shape != second.shape || a >= b || (model::isContext(a) && model::isContext(b)))
                    continue;
                EXPECT_GE(difference(first.color, second.color, eye), leastDifference)
                    << name << ": " << model::word(a) << " and " << model::word(b);
            }
}

TEST_P(PaletteTest, MarksStandOutFromTheLandAndTheirPaper) {
    const Palette& palette = paletteOf(GetParam());
    for (const auto kind : model::allValues<model::EventKind>()) {
        EXPECT_GE(contrast(palette.symbolOf(kind).color, palette.land), 3) << model::word(kind);
        EXPECT_GE(contrast(palette.symbolOf(kind).color, palette.casing), 3) << model::word(kind);
    }
}

TEST_P(PaletteTest, WordsCanBeRead) {
    const Palette& palette = paletteOf(GetParam());
    for (const Color ground : {palette.panel, palette.strip, palette.halo}) {
        EXPECT_GE(contrast(palette.ink, ground), 7);
        EXPECT_GE(contrast(palette.inkSoft, ground), 4.5);
    }
}

TEST_P(PaletteTest, ClassesOfCountsDifferForEveryEyeAndInGreyscale) {
    constexpr double leastDifference = 7;
    const Palette& palette = paletteOf(GetParam());
    const auto lightness = [](Color color) { return lab(seen(color, normal))[0]; };
    for (const auto& scale : {palette.classes, palette.less, palette.more})
        for (std::size_t i = 1; i < scale.size(); ++i) {
            // Away from the ground, step by step.
            EXPECT_GT((lightness(scale[i - 1]) - lightness(scale[i])) * (palette.isDark ? -1 : 1), 0);
            for (const auto& eye : {normal, protanopia, deuteranopia, tritanopia, greyscale})
                EXPECT_GE(difference(scale[i - 1], scale[i], eye), leastDifference) << i;
        }
    // Less and more are told apart by hue, and in greyscale by the signs that are printed.
    for (std::size_t i = 1; i < palette.less.size(); ++i)
        for (const auto& eye : {normal, protanopia, deuteranopia, tritanopia})
            EXPECT_GE(difference(palette.less[i], palette.more[i], eye), 15) << i;
}

INSTANTIATE_TEST_SUITE_P(Styles, PaletteTest,
                         testing::Values(MapStyle::light, MapStyle::dark, MapStyle::print,
                                         MapStyle::satellite),
                         [](const auto& style) { return std::string(word(style.param)); });

} // namespace
} // namespace surplace::scene
