#pragma once
#include "basemap/basemap.hpp"
#include "model/casebook.hpp"
#include "scene/map_style.hpp"
#include "scene/overlay.hpp"
#include "scene/scene.hpp"
#include <memory>
#include <span>
#include <string>

namespace surplace::scene {

enum class NameLanguage { en, zh, ko, all }; ///< all: English with the local script beside it

/// The sea between Korea and Japan: its name is disputed. By default both are printed.
enum class SeaNaming { both, eastSea, seaOfJapan };

/// Everything that decides a frame besides the casebook and the base map.
struct View {
    Camera camera;
    timeline::Moment moment;
    timeline::Filter filter;
    model::Id selectedEvent, selectedCase, selectedPlace; ///< drawn emphasised; the rest steps back
    NameLanguage names = NameLanguage::all;
    MapStyle style = MapStyle::light;
    bool legend = true;
    bool inset = true;
    bool counts = true; ///< "N without a place" and "N outside this view" in the picture (the window has
                        ///< buttons for them)
    bool titleBlock =
        true; ///< casebook title and the date shown, in the picture (the window shows the date itself)
    bool relief = true;
    bool provinces = true;  ///< their boundaries and names
    bool graticule = false; ///< meridians and parallels, with their degrees
    SeaNaming seas = SeaNaming::both;
    std::optional<Overlay> overlay; ///< an analyst's map: areas shaded by counts, or a density
    /// Logical pixels at each side that are covered by panels: furniture stays clear of them.
    double coveredLeft = 0, coveredRight = 0, coveredTop = 0, coveredBottom = 0;
};

struct OverlayResult;

/// Turns (casebook, base map, view) into a Scene. Pure apart from caches of projected geometry; the same
/// inputs give the same scene. Not thread-safe: one instance per thread.
class Composer {
public:
    Composer(std::shared_ptr<const basemap::Basemap> basemap, std::vector<basemap::SeaName> seaNames,
             const text::Typesetter& typesetter);
    ~Composer();

    /// Takes the snapshot that the following scenes show.
    void setCasebook(std::shared_ptr<const model::Casebook> casebook);
    /// Throws core::Error for an overlay that cannot be honestly drawn (overlay_result.hpp).
    Scene compose(const View& view);
    /// Small multiples: one map of the view for each moment, side by side on a picture of the view's size,
    /// all at one scale, with one title, one legend and the sources of all of them.
    Scene composeSheet(const View& view, std::span<const timeline::Moment> moments);
    /// The timeline of the last filter asked for (shared with the window's histogram).
    const timeline::Timeline& timelineFor(const timeline::Filter& filter, int fadeDays = 365);

    /// The numbers of the view's overlay, as compose() draws them; null without one. Throws as compose()
    /// does.
    std::shared_ptr<const OverlayResult> overlayOf(const View& view);
    /// Gives a shaded view the classes of its whole period, so that colours keep their meaning while time
    /// moves.
    void holdScale(View& view);

    /// Events under a point, front to back, nearest first: all of a stack.
    static std::vector<std::uint32_t> pick(const Scene& scene, geo::ScreenPoint at,
                                           double tolerancePixels = 4);

private:
    struct Impl;
    std::unique_ptr<Impl> _impl;
};

/// The period a casebook is played through by default: whole years around its dated events ("event" role).
timeline::Window defaultPeriod(const model::Casebook& casebook);

} // namespace surplace::scene
