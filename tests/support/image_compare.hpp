#pragma once
#include "render/renderer.hpp"
#include <filesystem>
#include <gtest/gtest.h>
#include <string>

namespace surplace::support {

/// How far two pictures may be apart, in steps of 255 of a channel. Zero unless a measured reason stands
/// beside it.
struct Tolerance {
    double maximum = 0;
    double mean = 0;
};

struct Difference {
    bool sameSize = true;
    double maximum = 0; ///< largest difference of any channel of any pixel
    double mean = 0;    ///< over all channels of all pixels
    long pixels = 0;    ///< that differ at all
};
Difference compare(const render::Image& expected, const render::Image& actual);

/// Every differing pixel in red, stronger the farther apart, over a pale copy of the expected picture.
render::Image differencePicture(const render::Image& expected, const render::Image& actual);

/// Success within the tolerance. Otherwise writes expected, actual and difference and a page that shows them
/// side by side into `folder` as NAME.*, and fails with the numbers and the page's path.
testing::AssertionResult sameImage(const render::Image& expected, const render::Image& actual,
                                   const std::string& name, const std::filesystem::path& folder,
                                   Tolerance tolerance = {});

} // namespace surplace::support
