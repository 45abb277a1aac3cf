#include "scene/composer.hpp"
#include "scene/basemap_layers.hpp"
#include "scene/composer_impl.hpp"
#include "scene/furniture.hpp"

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
        known = planes.emplace(kind, Plane{ProjectedBasemap(basemap, kind), {}, {}, {}, {}, {}, {}, {}, {}})
                    .first;
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

const std::vector<std::uint32_t>* Composer::Impl::clustersFor(Plane& plane, const View& view) {
    const Camera& camera = view.camera;
    std::size_t inView = 0;
    if (camera.metersPerPixel <= wideMetersPerPixel)
        for (std::uint32_t place = 0; place < plane.places.size(); ++place) {
            const auto at = camera.toScreen(plane.places[place]);
            inView += index->eventsAtPlace()[place] > 0 && at.x >= 0 && at.y >= 0 &&
                              at.x <= camera.widthPixels && at.y <= camera.heightPixels
                          ? 1
                          : 0;
        }
    if (camera.metersPerPixel <= wideMetersPerPixel && inView <= arrangeableGroups)
        return nullptr;
    const int halfOctave = halfOctaveOf(camera.metersPerPixel);
    const auto [known, isNew] = plane.clusters.try_emplace(halfOctave);
    if (isNew)
        known->second = clusterPlaces(*casebook, *index, plane.places, halfOctave);
    return &known->second;
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
    _impl->reaches.reset();
    _impl->knownOverlays.clear();
    for (auto& [kind, plane] : _impl->planes) {
        plane.places.clear();
        plane.clusters.clear();
    }
}

const timeline::Timeline& Composer::Impl::timelineFor(const timeline::Filter& filter, int fadeDays) {
    if (!timeline || timeline->fadeDays != fadeDays || !(timeline->filter == filter))
        timeline = KnownTimeline{filter, fadeDays,
                                 std::make_unique<timeline::Timeline>(*casebook, filter, fadeDays)};
    return *timeline->timeline;
}

const timeline::Timeline& Composer::timelineFor(const timeline::Filter& filter, int fadeDays) {
    return _impl->timelineFor(filter, fadeDays);
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

Frame Composer::Impl::frameOf(const View& view, const std::vector<timeline::Visible>& visible,
                              LabelPlacer& labels, Scene& scene) {
    Plane& plane = planeOf(view.camera.projection);
    const Palette& palette = paletteOf(view.style);
    scene.camera = view.camera;
    scene.background = palette.paper;
    scene.map.paper = scene.furniture.paper = palette.casing;
    return Frame{view,
                 palette,
                 *casebook,
                 *index,
                 plane.basemap,
                 plane.places,
                 clustersFor(plane, view),
                 timelineFor(view.filter, view.moment.fadeDays),
                 visible,
                 Selection(view, *casebook),
                 labelsFor(plane, view),
                 *towns,
                 namedPlaces,
                 labels,
                 scene};
}

Scene Composer::Impl::compose(const View& view, bool isCell) {
    prepare();
    const auto overlay = overlayFor(view);
    const bool hasMarks = !overlay || overlay->asked.marks;
    Scene scene;
    const auto visible = timelineFor(view.filter, view.moment.fadeDays).at(view.moment);
    LabelPlacer labels(measure, paletteOf(view.style).halo, view.camera.widthPixels,
                       view.camera.heightPixels);
    Frame frame = frameOf(view, visible, labels, scene);
    if (overlay) {
        Plane& plane = planeOf(view.camera.projection);
        frame.overlay = overlay.get();
        frame.overlayGeometry = geometryOf(plane, *overlay);
        frame.laid = &laidFor(plane, overlay, view.style);
        scene.base = baseLayers(frame.basemap, view, *frame.laid);
    } else {
        scene.base = baseLayers(frame.basemap, view);
    }
    keepCoveredSidesFree(frame);
    frame.seen = roomOf(view);
    frame.seen.minY = 0; // beside the card with the date the map is seen
    gather(frame);
    if (!hasMarks)
        leaveOnlyCounted(frame);
    if (!isCell)
        reserveStrip(frame);
    if (overlay)
        citeCounted(frame, !isCell);
    arrangeMarks(frame);
    noteNoLaterWord(frame);
    drawOverlay(frame);
    drawAreas(frame);
    scene.base.insert(scene.base.end(), frame.areaLayers.begin(), frame.areaLayers.end());
    if (hasMarks)
        drawRoutes(frame);
    drawCrossings(frame);
    drawMarks(frame);
    if (!isCell) {
        drawInset(frame, frame.basemap);
        drawFurniture(frame);
    }
    drawLabels(frame);
    if (!isCell)
        scene.description = describe(frame);
    scene.summary.shownEvents = std::move(frame.drawn);
    return scene;
}

Scene Composer::compose(const View& view) {
    return _impl->compose(view, false);
}

} // namespace surplace::scene
