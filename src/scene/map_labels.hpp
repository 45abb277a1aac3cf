#pragma once
#include "scene/frame.hpp"
#include <set>

/// What the steps of naming things on the map share; drawLabels() says their order.
namespace surplace::scene {

struct NameWork {
    Frame& frame;
    double opacity = 1;               ///< of names that nothing selected belongs to
    std::set<std::uint32_t> labelled; ///< casebook places that have their name
    std::set<std::size_t> townsTried;
    std::size_t townsNamed = 0;
};

text::Style nameStyle(double size, bool bold, const std::string& language);
/// How strongly what is reported prints its name: it pales with its marks, and stays legible.
double nameOpacity(double strongest);
/// Where a name is wished to stand.
SpotWish wishFor(const NameWork& work, NameKind kind, std::size_t name);
/// Keeps where it stands, in the run that decides for all times.
void note(NameWork& work, NameKind kind, std::size_t name, int spot);
/// The lines of a town's name, in its languages: one, or two where one would be long.
std::vector<LabelLine> nameLines(const Frame& frame, const basemap::Names& names, const std::string& country,
                                 double size, bool bold, Color color);
std::vector<LabelLine> placeLines(const Frame& frame, std::uint32_t place, double size, bool bold,
                                  Color color);

void namePlacesInUse(NameWork& work);
void nameAreas(NameWork& work);
void nameTowns(NameWork& work, int mostRank);
/// The casebook's towns at which nothing is reported now.
void nameQuietPlaces(NameWork& work);
void nameBareEnds(NameWork& work);

} // namespace surplace::scene
