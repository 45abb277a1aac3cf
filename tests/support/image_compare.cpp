#include "support/image_compare.hpp"
#include "publish/publish.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fstream>

namespace surplace::support {

Difference compare(const render::Image& expected, const render::Image& actual) {
    Difference difference;
    difference.sameSize = expected.width == actual.width && expected.height == actual.height &&
                          expected.rgba.size() == actual.rgba.size();
    if (!difference.sameSize || expected.rgba.empty())
        return difference;
    double sum = 0;
    for (std::size_t i = 0; i < expected.rgba.size(); i += 4) {
        int largest = 0;
        for (std::size_t channel = i; channel < i + 4; ++channel) {
            const int apart = std::abs(expected.rgba[channel] - actual.rgba[channel]);
            sum += apart;
            largest = std::max(largest, apart);
        }
        difference.maximum = std::max(difference.maximum, static_cast<double>(largest));
        difference.pixels += largest > 0 ? 1 : 0;
    }
    difference.mean = sum / static_cast<double>(expected.rgba.size());
    return difference;
}

render::Image differencePicture(const render::Image& expected, const render::Image& actual) {
    render::Image picture = expected;
    for (std::size_t i = 0; i < picture.rgba.size(); i += 4) {
        int largest = 0;
        for (std::size_t channel = i; channel < i + 3; ++channel) {
            largest = std::max(largest, std::abs(expected.rgba[channel] - actual.rgba[channel]));
            picture.rgba[channel] = static_cast<std::uint8_t>(190 + expected.rgba[channel] / 4);
        }
        if (largest > 0) {
            const auto pale = static_cast<std::uint8_t>(160 - largest * 160 / 255);
            picture.rgba[i] = 255;
            picture.rgba[i + 1] = picture.rgba[i + 2] = pale;
        }
    }
    return picture;
}

testing::AssertionResult sameImage(const render::Image& expected, const render::Image& actual,
                                   const std::string& name, const std::filesystem::path& folder,
                                   Tolerance tolerance) {
    const Difference difference = compare(expected, actual);
    if (difference.sameSize && difference.maximum <= tolerance.maximum && difference.mean <= tolerance.mean)
        return testing::AssertionSuccess();
    std::filesystem::create_directories(folder);
    publish::writePng(expected, folder / (name + ".expected.png"));
    publish::writePng(actual, folder / (name + ".actual.png"));
    const std::string numbers =
        difference.sameSize
            ? fmt::format(
                  "largest channel difference {} (allowed {}), mean {:.5f} (allowed {}), {} pixels differ",
                  difference.maximum, tolerance.maximum, difference.mean, tolerance.mean, difference.pixels)
            : fmt::format("expected {} x {} pixels, got {} x {}", expected.width, expected.height,
                          actual.width, actual.height);
    std::string pictures;
    for (const char* part : {"expected", "actual"})
        pictures += fmt::format("<figure><figcaption>{0}</figcaption><img src=\"{1}.{0}.png\"></figure>\n",
                                part, name);
    if (difference.sameSize) {
        publish::writePng(differencePicture(expected, actual), folder / (name + ".difference.png"));
        pictures += fmt::format(
            "<figure><figcaption>difference</figcaption><img src=\"{}.difference.png\"></figure>\n", name);
    }
    const std::filesystem::path page = folder / (name + ".html");
    std::ofstream(page) << fmt::format(
        "<!doctype html><meta charset=\"utf-8\"><title>{0}</title>\n<h1>{0}</h1>\n<p>{1}</p>\n{2}", name,
        numbers, pictures);
    return testing::AssertionFailure() << name << ": " << numbers << "\nsee " << page.string();
}

} // namespace surplace::support
