#pragma once
#include "geo/types.hpp"
#include <cstdint>
#include <span>
#include <vector>

/// The shape of lines between places: arcs, each with a lane of its own where many share a corridor.
namespace surplace::scene {

/// A line to be drawn between two places, on a plane whose y grows upwards.
struct Chord {
    geo::ProjectedPoint from, to; ///< metres
    double widthPixels = 2;
};

/// How far an arc of that length stands off its chord at its middle when nothing is beside it.
double plainBulge(double lengthPixels);

/// An arc that stands off its chord by `bulge` pixels at its middle, to the left of its direction: the way
/// there and the way back so stand apart. Both ends included.
std::vector<geo::ScreenPoint> arcPoints(geo::ScreenPoint from, geo::ScreenPoint to, double bulge,
                                        int samples);

/// Around the ends of two lines so many pixels are theirs to share: lines to one place meet there.
double sharedEndPixels(double lengthA, double lengthB);
/// Two lines keep so many pixels between their middles where they run side by side.
double laneGapPixels(double widthA, double widthB);

/// Which lines lie beside which, and how far each must swing out so that none runs along another.
///
/// Of two lines that leave one place (or reach one) in about the same direction, one is the outer: that of
/// the place farther to the left, or the longer one where it passes round the other's end. It leaves at an
/// angle as much larger as keeps the two apart from the edge of the shared end on. The order follows from
/// the places alone, so it is the same at every scale, and the bulges change smoothly with the scale.
class Lanes {
public:
    Lanes() = default;
    /// Of lines that share both ends and direction, later ones of the list lie outside earlier ones.
    explicit Lanes(std::vector<Chord> chords);
    /// For each chord its bulge in pixels.
    std::vector<double> bulges(double metersPerPixel) const;

private:
    /// The outer line leaves a shared end at a larger angle than the inner one, `angle` being what the places
    /// themselves give of it; or, where no end is shared, stands off by more than it, `apartMeters` being
    /// what the places give.
    struct Beside {
        std::uint32_t inner = 0, outer = 0;
        bool sharesEnd = true;
        double angle = 0, apartMeters = 0;
    };
    void compare(std::uint32_t a, std::uint32_t b);
    void addAtSharedEnd(std::uint32_t a, std::uint32_t b, bool isDestination);
    void addParallel(std::uint32_t a, std::uint32_t b);
    void bringIntoOneOrder();
    double lengthOf(std::uint32_t chord) const;
    /// At what angle each arc leaves its chord; `closeness` narrows the gaps, by line.
    std::vector<double> anglesAt(double metersPerPixel, const std::vector<double>& lengthsPixels,
                                 const std::vector<double>& closeness) const;

    std::vector<Chord> _chords;
    std::vector<Beside> _beside; ///< from the inside outwards
    std::vector<std::uint32_t>
        _groupOf; ///< by chord: the first of those it lies beside, also by way of others
};

} // namespace surplace::scene
