#pragma once
#include "scene/base_labels.hpp"
#include "scene/casebook_index.hpp"
#include "scene/composer.hpp"
#include "scene/flows.hpp"
#include "scene/label_placer.hpp"
#include "scene/lane_plan.hpp"
#include "scene/palette.hpp"
#include "scene/projected_basemap.hpp"
#include "scene/standing_spots.hpp"
#include "scene/totals.hpp"
#include <map>
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
    std::int64_t lower = -1, upper = -1; ///< people; -1 = no bound
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
    geo::ScreenPoint spot; ///< in it and in view, for its words
};
/// An event whose place is its parts' places: one total, said once.
struct SharedTotal {
    timeline::Visible whole;
    std::vector<std::uint32_t> parts; ///< visible ones
    bool inView = false;
    bool hasPanel = false;
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

/// What sources say of a crossing at the time shown: nothing is said of most.
struct CrossingState {
    std::uint32_t place = 0;
    geo::ScreenPoint at;
    bool isClosed = false;     ///< otherwise open
    bool isThroughout = false; ///< certainly, and all the time shown
    std::vector<std::uint32_t> events;
    bool isShown = false; ///< in view, at a scale with room for it
};
/// What the legend must explain of crossings over time.
struct CrossingSigns {
    bool hasPulse = false, hasInferredPulse = false, isOnlyOfReturns = true;
    int pulseDays = 0;
};

/// What the legend must explain of the legs on the picture.
struct LegSigns {
    bool hasLegs = false, hasFeared = false;
    bool hasNoFigure = false, hasBand = false, hasAtLeast = false, hasUnfinished = false;
    std::set<std::int64_t> figures; ///< lowest figures of people that widths stand for
};

/// What the legend of one or of several maps must explain of their lines.
struct LineSigns {
    LegSigns legs;
    CrossingSigns crossings;
    std::vector<CrossingState> states; ///< by place
    FlowSigns flows;
    void add(const LineSigns& other);
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
    LanePlan& legLanes;
    LanePlan& flowLanes;
    const std::vector<FlowRoute>& routes; ///< where View::flows asks for them
    Scene& scene;
    const StandingSpots* standing = nullptr; ///< where names stand at all times; null while it is decided
    const LineCosts* lineCosts = nullptr;    ///< what names had better not cover
    StandingSpots* decides = nullptr;        ///< takes the names' spots, in the run that decides

    std::vector<timeline::Visible> atPlaces; ///< grouped by place
    std::vector<PlaceGroup> groups;
    std::vector<Symbol> symbols;
    std::vector<AreaGroup> areas;
    std::vector<SharedTotal> totals;
    std::vector<ActiveCrossing> crossings;
    LineSigns signs; ///< for the legend
    std::vector<LegStub> stubs;
    std::set<std::uint32_t> bareEnds; ///< places at which legs end and no mark stands
    std::vector<geo::ScreenPoint> neutralCrossings;
    std::vector<std::uint32_t> groupOf;          ///< by casebook place: its group, or nowhere
    std::vector<BaseLayer> areaLayers;           ///< drawn over the base map, under everything else
    std::vector<timeline::Visible> onLegs;       ///< visible events that have a leg
    std::vector<std::uint32_t> drawn;            ///< events drawn, for citations
    std::map<model::EventKind, long> drawnKinds; ///< how many of each
    std::set<model::Assertion> drawnAssertions;
    bool hasNeutralCrossing = false;
    std::uint32_t opened = nowhere; ///< the group whose events are laid out one by one
    bool hasCertain = false, hasPossible = false;

    geo::ScreenBox seen; ///< of the picture: what neither panels of the window nor the credits cover
    std::vector<std::pair<std::string, text::Style>> credits; ///< the lines of the strip along the lower edge

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
double drawnOpacity(const timeline::Visible& visible, bool isFeared);
double drawnOpacity(const Frame& frame, const timeline::Visible& visible);

/// What events add up to; their presence decides what is certain.
Totals totalsOf(const model::Casebook& casebook, const CasebookIndex& index,
                std::span<const timeline::Visible> events);

/// Radius of a mark for so many people, in pixels: area grows with the number, between a smallest and a
/// largest mark.
float markRadius(std::int64_t people);
/// Radius and outer ring (scene::Mark) for people between two bounds; -1 is no bound.
struct MarkSize {
    float radius = 5, outerRadius = 0;
};
MarkSize markSizeFor(std::int64_t lower, std::int64_t upper, std::uint32_t reports);
/// The number of reports, in the middle of their mark.
void drawNumber(Frame& frame, Sheet& sheet, const Symbol& symbol, geo::ScreenPoint at);
/// A symbol as a mark around this point.
Mark markOf(const Frame& frame, const Symbol& symbol, geo::ScreenPoint at);

// The steps, in their order; each says in its file what it decides.
void gather(Frame& frame);
/// Sorts the events of each group into its symbols.
void makeSymbols(Frame& frame);
/// Says how high the credits stand; what lies beneath them is outside the view.
void reserveStrip(Frame& frame);
/// Counts what is shown, what is outside the view and what has no place.
void countShown(Frame& frame);
/// A point of an area that is seen, well inside it where it can be; empty where none of it is.
std::optional<geo::ScreenPoint> spotIn(Frame& frame, const AreaInfo& area);
void arrangeMarks(Frame& frame);
void drawAreas(Frame& frame);
void drawRoutes(Frame& frame);
/// What is cited of the state of crossings, before the credits are written.
void findCrossingStates(Frame& frame);
void drawCrossings(Frame& frame);
/// Rings that grow and pale after people were handed over at a crossing.
void drawPulses(Frame& frame);
void drawMarks(Frame& frame);
void drawFurniture(Frame& frame);
void drawInset(Frame& frame, ProjectedBasemap& basemap);
void drawTotals(Frame& frame);
void drawLabels(Frame& frame);
/// Names are not put where a panel of the window hides them in part.
void keepCoveredSidesFree(Frame& frame);
/// Finds the group that the view opens; its marks give way to those that drawOpened() lays out.
void findOpened(Frame& frame);
void drawOpened(Frame& frame);
/// A total over several places that has no panel is pointed at where its first part stands.
void reachTotalsThroughParts(Frame& frame);
/// The frame in a paragraph of whole sentences: what a picture says to whoever cannot see it.
std::string describe(const Frame& frame);
/// The part of it that differs from map to map of a sheet, and the whole of the sheet.
std::string describeCell(const Frame& frame);
std::string describeSheet(const Frame& frame, std::span<const timeline::Moment> moments,
                          std::span<const std::string> cells);

/// A name in the languages asked for, in their order and without repetition; bracketed remarks are left out.
/// Where the data lack it in one language the others stand alone; where they lack it in all of them it is
/// English, else the local script, else whatever there is.
std::vector<std::string> namesFor(const basemap::Names& names, const std::string& country,
                                  const NameLanguages& languages);
/// The same in a line: "Yanji 延吉", "Hyesan 혜산".
std::string nameFor(const basemap::Names& names, const std::string& country, const NameLanguages& languages);
std::string nameFor(const model::Place& place, const NameLanguages& languages);
/// Names side by side or, where that would be wider, the first above the others.
std::vector<std::string> asLines(const std::vector<std::string>& names, const text::Style& style,
                                 double widestPixels, TextMeasure& measure);
/// The one language of short names: that asked for, or that of the words where several stand side by side.
NameLanguages shortNames(const NameLanguages& asked);
/// A town's name without case, marks and remarks, for comparing.
std::string foldedPlaceName(const std::string& name);
/// The language tag that decides the form of shared characters.
std::string languageOf(const std::string& country);
/// Likewise of a name that is asked for: a Chinese name has Chinese forms wherever it lies.
std::string languageOf(const std::string& country, const NameLanguages& languages);

} // namespace surplace::scene
