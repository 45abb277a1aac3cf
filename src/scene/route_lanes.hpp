#pragma once
#include "geo/types.hpp"
#include <cstdint>
#include <span>
#include <vector>

/// The shape of lines between places: arcs, each with a lane of its own where many share a corridor.
namespace surplace::scene {

/// A line to be drawn between two places. Positions and width in logical pixels.
struct Chord {
    geo::ScreenPoint from, to;
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

/// A bulge for each chord, so that no two arcs run along each other in less than a lane's gap, as far as
/// there is room. Chords earlier in the list keep to their plain arc before later ones of the same length;
/// the same list gives the same answer.
std::vector<double> chooseBulges(std::span<const Chord> chords);

} // namespace surplace::scene
