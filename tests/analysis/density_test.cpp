#include "analysis/density.hpp"
#include "core/error.hpp"
#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>
#include <numbers>

namespace surplace::analysis {
namespace {

std::vector<Site> pile(std::size_t count, double lon, double lat, double weight = 1) {
    return std::vector<Site>(count, Site{geo::LonLat{lon, lat}, {}, weight});
}

/// NaN where nothing is said.
double shown(const Density& density, std::size_t cell) {
    const auto value = static_cast<double>(density.values[cell]);
    return value < density.blankBelow ? std::nan("") : value;
}

double valueAt(const Density& density, double lon, double lat) {
    const auto column = static_cast<int>((lon - density.box.minX) / density.box.width() * density.columns);
    const auto row = static_cast<int>((density.box.maxY - lat) / density.box.height() * density.rows);
    return shown(density, static_cast<std::size_t>(row * density.columns + column));
}

/// Everything under the surface, in events a month.
double integral(const Density& density) {
    constexpr double kmPerDegree = 111.1950802;
    double sum = 0;
    for (int row = 0; row < density.rows; ++row) {
        const double lat = density.box.maxY - (row + 0.5) * density.box.height() / density.rows;
        const double cell = density.box.height() / density.rows * kmPerDegree * density.box.width() /
                            density.columns * kmPerDegree * std::cos(lat * std::numbers::pi / 180);
        for (int column = 0; column < density.columns; ++column)
            if (const double value = shown(density, static_cast<std::size_t>(row * density.columns + column));
                !std::isnan(value))
                sum += value * cell / 100;
    }
    return sum;
}

TEST(DensityOf, theHeightOfOneHeapIsThatOfItsKernel) {
    const Density density = densityOf(pile(3000, 127, 42), 3044, 50.0, "recorded detentions");
    // 3000 events in about 100 months: 30 a month under a bell of 50 km.
    const double months = 3044 / 30.4375;
    const double expected = 3000 / months * 100 / (2 * std::numbers::pi * 50 * 50);
    EXPECT_NEAR(valueAt(density, 127, 42) / expected, 1, 0.02);
    EXPECT_NEAR(integral(density) / (3000 / months), 1, 0.02);
    EXPECT_NEAR(density.largest / expected, 1, 0.02);
}

TEST(DensityOf, blankWhereTooLittleLiesNear) {
    auto sites = pile(40, 127, 42);
    for (const Site& lone : pile(4, 122, 41))
        sites.push_back(lone);
    const Density density = densityOf(sites, 365, 40.0, "recorded detentions");
    EXPECT_FALSE(std::isnan(valueAt(density, 127, 42)));
    EXPECT_TRUE(std::isnan(valueAt(density, 122, 41))); // four events: a sum of 4 at most
    EXPECT_TRUE(std::isnan(valueAt(density, 124.5, 41.5)));
    // Where 40 kernels reach 5: at sqrt(2 ln 8) bandwidths.
    const double edge = 40 * std::sqrt(2 * std::log(8)) / 111.195;
    EXPECT_FALSE(std::isnan(valueAt(density, 127, 42 + edge - 0.08)));
    EXPECT_TRUE(std::isnan(valueAt(density, 127, 42 + edge + 0.08)));
}

TEST(DensityOf, whatIsKnownOnlyToAnAreaIsSpreadOverIt) {
    std::vector<Site> sites(600, Site{std::nullopt, {{{125, 41}, {127, 41}, {127, 43}, {125, 43}}}, 1});
    const Density density = densityOf(sites, 30, 30.0, "recorded detentions");
    // 600 events in 2 degrees by 2 degrees.
    const double area = 2 * 111.195 * 2 * 111.195 * std::cos(42 * std::numbers::pi / 180);
    const double expected = 600 / (30 / 30.4375) * 100 / area;
    EXPECT_NEAR(valueAt(density, 126, 42) / expected, 1, 0.03);
    // Near the corner the kernels reach out of it: 1.09 and 1.85 bandwidths from its two sides.
    EXPECT_NEAR(valueAt(density, 125.4, 42.5) / expected, 0.862 * 0.968, 0.02);
}

TEST(DensityOf, defaultBandwidth) {
    // Two heaps of equal weight, 2 degrees of latitude apart: 1 degree from the middle, over both axes.
    auto sites = pile(32, 127, 41);
    for (const Site& site : pile(32, 127, 43))
        sites.push_back(site);
    const Density density = densityOf(sites, 365, std::nullopt, "recorded detentions");
    EXPECT_NEAR(density.bandwidthKm, 111.195 / std::sqrt(2) * 0.5, 0.05); // 64^(-1/6) = 1/2
}

TEST(DensityOf, halfAnEventCountsHalf) {
    const Density whole = densityOf(pile(60, 127, 42, 0.5), 365, 50.0, "recorded detentions");
    const Density half = densityOf(pile(30, 127, 42), 365, 50.0, "recorded detentions");
    EXPECT_NEAR(whole.largest, half.largest, 1e-12);
}

TEST(DensityOf, theSameInAnyOrder) {
    std::vector<Site> sites;
    for (int i = 0; i < 90; ++i)
        sites.push_back({geo::LonLat{124 + 0.13 * (i % 17), 40 + 0.21 * (i % 11)}, {}, 1 - 0.1 * (i % 3)});
    const Density first = densityOf(sites, 365, std::nullopt, "recorded detentions");
    std::ranges::reverse(sites);
    const Density second = densityOf(sites, 365, std::nullopt, "recorded detentions");
    ASSERT_EQ(first.values.size(), second.values.size());
    for (std::size_t i = 0; i < first.values.size(); ++i)
        EXPECT_EQ(first.values[i], second.values[i]);
}

std::string errorOf(std::vector<Site> sites, std::optional<double> bandwidthKm) {
    try {
        densityOf(std::move(sites), 365, bandwidthKm, "recorded detentions");
    } catch (const core::Error& error) {
        return error.what();
    }
    return "";
}

TEST(DensityOf, refusesWhatItCannotSay) {
    EXPECT_THAT(errorOf(pile(29, 127, 42), 50.0),
                testing::AllOf(testing::HasSubstr("29 recorded detentions with a place are too few"),
                               testing::HasSubstr("At least 30 are needed"),
                               testing::HasSubstr("shade provinces instead")));
    EXPECT_EQ(errorOf(pile(30, 127, 42), 50.0), "");
    EXPECT_THAT(errorOf(pile(30, 127, 42), std::nullopt),
                testing::HasSubstr("all of these events are at one"));
    EXPECT_THAT(errorOf(pile(30, 127, 42), 2000.0), testing::HasSubstr("Choose one from 5 to 1000 km"));
    EXPECT_THAT(errorOf(pile(30, 127, 42, 0), 50.0), testing::HasSubstr("0 recorded detentions"));
}

} // namespace
} // namespace surplace::analysis
