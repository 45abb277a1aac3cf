#pragma once
#include "scene/base_labels.hpp"
#include "scene/casebook_index.hpp"
#include "scene/composer.hpp"
#include "scene/label_placer.hpp"
#include "scene/overlay_drawing.hpp"
#include "scene/palette.hpp"
#include "scene/projected_basemap.hpp"
#include <set>
#include <span>

namespace surplace::scene {

/// Which events are emphasised. Without a selection every event is.
class Selection {
public:
    Selection(const View& view, const model::Casebook& casebook);
    bool isActive() const { return _isActive; }
    bool has(std::uint32_t event) const;

private:
    const View& _view;
    const model::Casebook& _casebook;
    bool _isActive = false;
};
/// What steps back keeps this part of its opacity.
inline constexpr double steppedBack = 0.28;

/// Events of one kind, one assertion and one presence at one place: one mark.
struct Symbol {
    std::uint32_t first = 0, count = 0; ///< in Frame::atPlaces
    model::EventKind kind = model::EventKind::background;
    model::Assertion assertion = model::Assertion::reported;
    timeline::Presence presence = timeline::Presence::certain;
    float opacity = 1;
    float radius = 5, outerRadius = 0;
    float dx = 0, dy = 0; ///< from the group's centre
};
/// All events at one place, or at several that cannot be told apart at this scale.
struct PlaceGroup {
    std::uint32_t place = 0;            ///< that with the most events of those shown
    std::uint32_t places = 1;           ///< how many of them have events now
    std::uint32_t first = 0, count = 0; ///< in Frame::atPlaces
    geo::ScreenPoint anchor;            ///< the place
    geo::ScreenPoint center; ///< where its marks stand, moved aside where neighbours would cover each other
    float radius = 0;        ///< of the circle around its marks
    std::uint32_t firstSymbol = 0, symbolCount = 0; ///< in Frame::symbols
    bool inView = false;
    bool isSummed = false; ///< its marks of several kinds are one disc with the number of its reports
};
/// All events known only to one area.
struct AreaGroup {
    std::uint32_t area = 0;
    std::vector<timeline::Visible> events;
    bool inView = false;
};
/// An event whose place is its parts' places: one total, said once.
struct SharedTotal {
    timeline::Visible whole;
    std::vector<std::uint32_t> parts; ///< visible ones
};

/// A crossing that present events name or point to.
struct ActiveCrossing {
    std::uint32_t place = 0;
    geo::ScreenPoint at;
    bool isInferred = true;   ///< no source names it
    bool isOnlyFeared = true; ///< nothing is reported to have happened there
    model::EventKind kind = model::EventKind::forcedReturn;
    float opacity = 0;
    std::vector<std::uint32_t> events;
    bool inView = false;
};

/// The outer end of a leg that leaves the picture, to be named.
struct LegStub {
    geo::ScreenPoint at, direction; ///< outwards
    std::uint32_t place = 0;
    bool comesIn = false;
    double opacity = 1;
    Color color;
};

/// Everything that the steps of composing one scene share.
struct Frame {
    const View& view;
    const Palette& palette;
    const model::Casebook& casebook;
    const CasebookIndex& index;
    ProjectedBasemap& basemap;
    const geo::ProjectedLine& placePoints;      ///< by casebook place; NaN where it has no position
    const std::vector<std::uint32_t>* clusters; ///< by casebook place: where its events stand; null: there
    const timeline::Timeline& timeline;
    const std::vector<timeline::Visible>& visible;
    const Selection selection;
    const BaseLabels& baseLabels;
    const PlaceTowns& towns;
    const std::vector<std::uint32_t>&
        namedPlaces; ///< the casebook's places worth a name when no event stands there, best first
    LabelPlacer& labels;
    Scene& scene;

    std::vector<timeline::Visible> atPlaces; ///< grouped by place
    std::vector<PlaceGroup> groups;
    std::vector<Symbol> symbols;
    std::vector<AreaGroup> areas;
    std::vector<SharedTotal> totals;
    std::vector<ActiveCrossing> crossings;
    std::vector<LegStub> stubs;
    std::set<std::uint32_t> bareEnds; ///< places at which legs end and no mark stands
    std::vector<geo::ScreenPoint> neutralCrossings;
    std::vector<std::uint32_t> groupOf; ///< by casebook place: its group, or nowhere
    std::vector<BaseLayer> areaLayers;  ///< drawn over the base map, under everything else
    bool hasLegs = false, hasFearedLegs = false;
    std::vector<std::uint32_t> drawn; ///< events drawn, for citations and legend
    bool hasNeutralCrossing = false;
    bool hasCertain = false, hasPossible = false;

    geo::ScreenBox seen; ///< of the picture: what neither panels of the window nor the credits cover
    std::vector<std::pair<std::string, text::Style>> credits; ///< the lines of the strip along the lower edge
    const OverlayResult* overlay = nullptr;                   ///< what is counted and laid over the map
    UnitGeometry* overlayGeometry = nullptr;                  ///< of its units; null for a density
    const LaidInLevels* laid = nullptr;                       ///< beneath its lines
    bool isSheet = false;                                     ///< of several maps
    long overlayOutside = 0;                                  ///< incidents counted in units outside the view
    std::set<const AreaGeometry*> namedAreas; ///< provinces that the overlay names with their numbers

    std::uint32_t standsAt(std::uint32_t place) const {
        return clusters == nullptr ? place : (*clusters)[place];
    }
    bool isSeen(geo::ScreenPoint p) const { return seen.contains(p.x, p.y); }
    double emphasis(std::uint32_t event) const {
        return selection.isActive() && !selection.has(event) ? steppedBack : 1.0;
    }
};

/// Room that a crossing's mark keeps around itself, in pixels: on a wide map it is a small sign without its
/// two sides.
inline constexpr double wideMetersPerPixel = 2200;
inline double crossingReach(const Camera& camera) {
    return camera.metersPerPixel > wideMetersPerPixel ? 3.5 : 7;
}

/// Presence as it is drawn: what is only possibly there is lighter. What is feared says so by its dots alone.
inline constexpr double possibleOpacity = 0.66;
double drawnOpacity(const Frame& frame, const timeline::Visible& visible);

/// Radius of a mark for so many people, in pixels: area grows with the number, between a smallest and a
/// largest mark.
float markRadius(std::int64_t people);

// The steps, in their order; each says in its file what it decides.
void gather(Frame& frame);
/// Says how high the credits stand; what lies beneath them is outside the view.
void reserveStrip(Frame& frame);
/// Counts what is shown, what is outside the view and what has no place.
void countShown(Frame& frame);
void arrangeMarks(Frame& frame);
void drawAreas(Frame& frame);
void drawRoutes(Frame& frame);
void drawCrossings(Frame& frame);
void drawMarks(Frame& frame);
void drawFurniture(Frame& frame);
void drawInset(Frame& frame, ProjectedBasemap& basemap);
void drawTotals(Frame& frame);
void drawLabels(Frame& frame);
/// Takes the marks away from a map that shows numbers alone; after gather().
void leaveOnlyCounted(Frame& frame);
/// The events that the overlay counts are cited like those drawn, also where they are not on the picture.
void citeCounted(Frame& frame, bool hasStrip);
/// Of the overlay: what lies over the base map, and its names and numbers.
void drawOverlay(Frame& frame);
void labelOverlay(Frame& frame);
std::string describe(const Frame& frame);

/// "Yanji 延吉", "Hyesan 혜산": a name in the language asked for; bracketed remarks are left out.
std::string nameFor(const basemap::Names& names, const std::string& country, NameLanguage language);
std::string nameFor(const model::Place& place, NameLanguage language);
/// A town's name without case, marks and remarks, for comparing.
std::string foldedPlaceName(const std::string& name);
/// The language tag that decides the form of shared characters.
std::string languageOf(const std::string& country);

} // namespace surplace::scene
