#pragma once
#include "scene/base_labels.hpp"
#include "scene/clusters.hpp"
#include "scene/frame.hpp"
#include "scene/palette.hpp"
#include <array>
#include <map>
#include <optional>

namespace surplace::scene {

/// What composing keeps from scene to scene.
struct Composer::Impl {
    /// What the names of the base map depend on.
    struct LabelKey {
        Camera camera;
        core::Language language;
        NameLanguages names;
        MapStyle style;
        SeaNaming seas;
        bool provinces;
        bool operator==(const LabelKey&) const = default;
    };
    /// What the standing spots of names depend on: everything but the day shown.
    struct StandingKey {
        LabelKey labels;
        timeline::Filter filter;
        timeline::Mode mode;
        int days; ///< for which an event is seen
        model::Id selectedPlace;
        bool inset, titleBlock, legend, isCell;
        std::array<double, 4> covered;
        bool operator==(const StandingKey&) const = default;
    };
    struct Standing {
        StandingKey key;
        StandingSpots spots;
        LineCosts costs;
    };
    /// What one projection needs: kept for each that was asked for.
    struct Plane {
        ProjectedBasemap basemap;
        geo::ProjectedLine places; ///< of the present casebook; empty until projected
        std::optional<LabelKey> labelKey;
        BaseLabels labels;
        std::optional<Standing> standing;
        std::optional<PlaceClusters> clusters;                   ///< of the present casebook
        LanePlan legLanes{plannedLegs}, flowLanes{plannedFlows}; ///< of the present casebook
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
    struct KnownRoutes {
        timeline::Filter filter;
        std::vector<FlowRoute> routes;
    };
    std::optional<KnownRoutes> routes; ///< of the last filter that flows were asked for

    void prepare();
    Plane& planeOf(geo::ProjectionKind kind);
    const BaseLabels& labelsFor(Plane& plane, const View& view);
    /// Where the events of each place stand at the view's scale; null where each stands at its own.
    const std::vector<std::uint32_t>* clustersFor(Plane& plane, const View& view);
    /// Where names stand at this camera whatever the day; null with very many events.
    const Standing* standingFor(const View& view, bool isCell);
    LineCosts lineCostsOf(Plane& plane, const View& view, const Sheet& map) const;
    void noteNoLaterWord(Frame& frame) const;
    const timeline::Timeline& timelineFor(const timeline::Filter& filter, int fadeDays);
    const std::vector<FlowRoute>& routesFor(const View& view);
    /// The steps' common ground, before any of them.
    Frame frameOf(const View& view, const std::vector<timeline::Visible>& visible, LabelPlacer& labels,
                  Scene& scene);
    /// A cell of a sheet is a map without anything around it; the sheet says that once for all.
    /// Adds to `signs` what the cell's lines show.
    Scene compose(const View& view, bool isCell, LineSigns* signs = nullptr);
};

} // namespace surplace::scene
