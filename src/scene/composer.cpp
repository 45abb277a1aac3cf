#include "scene/composer.hpp"
#include "scene/base_labels.hpp"
#include "scene/basemap_layers.hpp"
#include "scene/frame.hpp"
#include "scene/furniture.hpp"
#include "scene/palette.hpp"
#include <map>
#include <optional>

namespace surplace::scene {

Selection::Selection(const View& view, const model::Casebook& casebook)
    : _view(view), _casebook(casebook),
      _isActive(!view.selectedEvent.empty() || !view.selectedCase.empty() || !view.selectedPlace.empty()) {}

bool Selection::has(std::uint32_t index) const {
    const model::Event& event = _casebook.events[index];
    const auto is = [](const model::Id& id, const model::Id& selected) {
        return !selected.empty() && id == selected;
    };
    return is(event.id, _view.selectedEvent) || is(event.caseId, _view.selectedCase) ||
           is(event.placeId, _view.selectedPlace) || is(event.fromPlaceId, _view.selectedPlace) ||
           is(event.toPlaceId, _view.selectedPlace) || is(event.crossingId, _view.selectedPlace);
}

struct Composer::Impl {
    /// What the names of the base map depend on.
    struct LabelKey {
        Camera camera;
        NameLanguage names;
        MapStyle style;
        SeaNaming seas;
        bool provinces;
        bool operator==(const LabelKey&) const = default;
    };
    /// What one projection needs: kept for each that was asked for.
    struct Plane {
        ProjectedBasemap basemap;
        geo::ProjectedLine places; ///< of the present casebook; empty until projected
        std::optional<LabelKey> labelKey;
        BaseLabels labels;
    };
    struct KnownTimeline {
        timeline::Filter filter;
        int fadeDays = 0;
        std::unique_ptr<timeline::Timeline> timeline;
    };

    std::shared_ptr<const basemap::Basemap> basemap;
    std::vector<basemap::SeaName> seaNames;
    TextMeasure measure;
    std::shared_ptr<const model::Casebook> casebook = std::make_shared<const model::Casebook>();
    std::optional<CasebookIndex> index;
    std::optional<PlaceTowns> towns;
    std::vector<std::uint32_t> namedPlaces;
    std::map<geo::ProjectionKind, Plane> planes;
    std::optional<KnownTimeline> timeline;

    void prepare();
    Plane& planeOf(geo::ProjectionKind kind);
    const BaseLabels& labelsFor(Plane& plane, const View& view);
    void noteNoLaterWord(Frame& frame) const;
};

namespace {

/// Places that are worth a name even when nothing is reported there now: where events stand at other times,
/// and the sides of crossings.
std::vector<std::uint32_t> placesWorthNaming(const model::Casebook& casebook, const CasebookIndex& index) {
    constexpr std::size_t most = 300;
    std::vector<std::uint32_t> places;
    for (std::uint32_t i = 0; i < casebook.places.size(); ++i) {
        const auto& place = casebook.places[i];
        const bool isTown =
            place.kind == model::PlaceKind::settlement || place.kind == model::PlaceKind::facility;
        if (isTown && place.position && (index.isCrossingSide()[i] || index.eventsAtPlace()[i] > 0))
            places.push_back(i);
    }
    const auto rank = [&](std::uint32_t i) {
        return std::pair(-static_cast<long>(index.eventsAtPlace()[i]), i);
    };
    const auto end = places.begin() + static_cast<std::ptrdiff_t>(std::min(places.size(), most));
    std::partial_sort(places.begin(), end, places.end(), [&](auto a, auto b) { return rank(a) < rank(b); });
    places.erase(end, places.end());
    return places;
}

/// Names are not put where a panel of the window hides them in part.
void keepCoveredSidesFree(Frame& frame) {
    const View& view = frame.view;
    const double width = view.camera.widthPixels, height = view.camera.heightPixels;
    for (const geo::ScreenBox& side : {geo::ScreenBox{0, 0, view.coveredLeft, height},
                                       geo::ScreenBox{width - view.coveredRight, 0, width, height},
                                       geo::ScreenBox{0, height - view.coveredBottom, width, height}})
        if (side.maxX > side.minX && side.maxY > side.minY)
            frame.labels.addObstacle(side);
}

} // namespace

void Composer::Impl::prepare() {
    if (index)
        return;
    index.emplace(*casebook, *basemap);
    towns.emplace(*casebook, *basemap);
    namedPlaces = placesWorthNaming(*casebook, *index);
}

Composer::Impl::Plane& Composer::Impl::planeOf(geo::ProjectionKind kind) {
    auto known = planes.find(kind);
    if (known == planes.end())
        known = planes.emplace(kind, Plane{ProjectedBasemap(basemap, kind), {}, {}, {}}).first;
    Plane& plane = known->second;
    if (plane.places.empty() && !casebook->places.empty()) {
        std::vector<geo::LonLat> positions;
        positions.reserve(casebook->places.size());
        constexpr double nan = std::numeric_limits<double>::quiet_NaN();
        for (const auto& place : casebook->places)
            positions.push_back(place.position.value_or(geo::LonLat{nan, nan}));
        plane.places = plane.basemap.projection().forward(positions);
    }
    return plane;
}

const BaseLabels& Composer::Impl::labelsFor(Plane& plane, const View& view) {
    const LabelKey key{view.camera, view.names, view.style, view.seas, view.provinces};
    if (plane.labelKey != key) {
        plane.labels = baseLabelsFor(plane.basemap, seaNames, view);
        plane.labelKey = key;
    }
    return plane.labels;
}

Composer::Composer(std::shared_ptr<const basemap::Basemap> basemap, std::vector<basemap::SeaName> seaNames,
                   const text::Typesetter& typesetter)
    : _impl(new Impl{std::move(basemap), std::move(seaNames), TextMeasure(typesetter)}) {}
Composer::~Composer() = default;

void Composer::setCasebook(std::shared_ptr<const model::Casebook> casebook) {
    if (casebook == _impl->casebook)
        return;
    _impl->casebook = std::move(casebook);
    _impl->index.reset();
    _impl->towns.reset();
    _impl->timeline.reset();
    for (auto& [kind, plane] : _impl->planes)
        plane.places.clear();
}

const timeline::Timeline& Composer::timelineFor(const timeline::Filter& filter, int fadeDays) {
    auto& known = _impl->timeline;
    if (!known || known->fadeDays != fadeDays || !(known->filter == filter))
        known = Impl::KnownTimeline{filter, fadeDays,
                                    std::make_unique<timeline::Timeline>(*_impl->casebook, filter, fadeDays)};
    return *known->timeline;
}

/// Events whose date was left open, and all that is feared: once their time on the map is over they stay in
/// the list.
void Composer::Impl::noteNoLaterWord(Frame& frame) const {
    const timeline::Window window = timeline::windowOf(frame.view.moment);
    for (const auto event : index->openEnded()) {
        const auto& span = frame.timeline.span(event);
        if ((!span.noLaterWord && !span.lastShown) || (span.hasDays && span.earliest > window.last))
            continue;
        // The visible events are in stored order.
        const auto known = std::lower_bound(
            frame.visible.begin(), frame.visible.end(), event,
            [](const timeline::Visible& visible, std::uint32_t wanted) { return visible.event < wanted; });
        const bool isVisible = known != frame.visible.end() && known->event == event && known->opacity > 0;
        if (!isVisible && timeline::passes(frame.view.filter, casebook->events[event], *casebook))
            frame.scene.summary.noLaterWordEvents.push_back(event);
    }
}

Scene Composer::compose(const View& view) {
    Impl& impl = *_impl;
    impl.prepare();
    auto& plane = impl.planeOf(view.camera.projection);
    Scene scene;
    scene.camera = view.camera;
    const Palette& palette = paletteOf(view.style);
    scene.background = palette.paper;
    scene.map.paper = scene.furniture.paper = palette.casing;
    scene.base = baseLayers(plane.basemap, view);

    const auto& timeline = timelineFor(view.filter, view.moment.fadeDays);
    const auto visible = timeline.at(view.moment);
    LabelPlacer labels(impl.measure, palette.halo, view.camera.widthPixels, view.camera.heightPixels);
    Frame frame{view,
                palette,
                *impl.casebook,
                *impl.index,
                plane.basemap,
                plane.places,
                timeline,
                visible,
                Selection(view, *impl.casebook),
                impl.labelsFor(plane, view),
                *impl.towns,
                impl.namedPlaces,
                labels,
                scene};
    keepCoveredSidesFree(frame);
    frame.seen = roomOf(view);
    frame.seen.minY = 0; // beside the card with the date the map is seen
    gather(frame);
    reserveStrip(frame);
    arrangeMarks(frame);
    impl.noteNoLaterWord(frame);
    drawAreas(frame);
    scene.base.insert(scene.base.end(), frame.areaLayers.begin(), frame.areaLayers.end());
    drawRoutes(frame);
    drawCrossings(frame);
    drawMarks(frame);
    drawInset(frame, plane.basemap);
    drawFurniture(frame);
    drawLabels(frame);
    scene.description = describe(frame);
    return scene;
}

} // namespace surplace::scene
