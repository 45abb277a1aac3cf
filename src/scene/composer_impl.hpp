#pragma once
#include "scene/base_labels.hpp"
#include "scene/clusters.hpp"
#include "scene/frame.hpp"
#include "scene/overlay_drawing.hpp"
#include "scene/palette.hpp"
#include <map>
#include <optional>

namespace surplace::scene {

/// What composing keeps from scene to scene.
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
        std::map<int, std::vector<std::uint32_t>> clusters;    ///< by half octave, of the present casebook
        std::unique_ptr<UnitGeometry> units = nullptr;         ///< of the overlay last drawn
        std::shared_ptr<const OverlayResult> laidOf = nullptr; ///< what `laid` shows, in which style
        MapStyle laidStyle = MapStyle::light;
        LaidInLevels laid = {};
    };
    struct KnownTimeline {
        timeline::Filter filter;
        int fadeDays = 0;
        std::unique_ptr<timeline::Timeline> timeline;
    };

    struct KnownOverlay {
        timeline::Filter filter;
        int fadeDays = 0;
        std::shared_ptr<const OverlayResult> result;
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
    std::shared_ptr<const ProvinceUnits> provinces;
    std::shared_ptr<const analysis::Units> reaches; ///< of the present casebook
    std::vector<KnownOverlay> knownOverlays;        ///< the last two asked for, newest first

    void prepare();
    Plane& planeOf(geo::ProjectionKind kind);
    const BaseLabels& labelsFor(Plane& plane, const View& view);
    /// Where the events of each place stand at the view's scale; null where each stands at its own.
    const std::vector<std::uint32_t>* clustersFor(Plane& plane, const View& view);
    void noteNoLaterWord(Frame& frame) const;
    const timeline::Timeline& timelineFor(const timeline::Filter& filter, int fadeDays);
    std::shared_ptr<const analysis::Units> unitsOf(const Overlay& overlay);
    /// Null without an overlay.
    std::shared_ptr<const OverlayResult> overlayFor(const View& view);
    /// What all maps of a sheet show, with one scale that the view then holds; empty without an overlay.
    std::optional<OverlayResult> commonOverlay(View& view, std::span<const timeline::Moment> moments);
    UnitGeometry* geometryOf(Plane& plane, const OverlayResult& result);
    const LaidInLevels& laidFor(Plane& plane, const std::shared_ptr<const OverlayResult>& result,
                                MapStyle style);
    /// The steps' common ground, before any of them.
    Frame frameOf(const View& view, const std::vector<timeline::Visible>& visible, LabelPlacer& labels,
                  Scene& scene);
    /// A cell of a sheet is a map without anything around it; the sheet says that once for all.
    Scene compose(const View& view, bool isCell);
};

} // namespace surplace::scene
