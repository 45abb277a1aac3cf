#pragma once
#include "basemap/basemap.hpp"
#include "core/translation.hpp"
#include "model/casebook.hpp"
#include "scene/map_style.hpp"
#include "scene/name_languages.hpp"
#include "scene/scene.hpp"
#include "scene/totals.hpp"
#include <memory>
#include <span>
#include <string>

namespace surplace::scene {

/// The sea between Korea and Japan: its name is disputed. By default both are printed.
enum class SeaNaming { both, eastSea, seaOfJapan };

/// Everything that decides a frame besides the casebook and the base map.
struct View {
    Camera camera;
    timeline::Moment moment;
    timeline::Filter filter;
    model::Id selectedEvent, selectedCase, selectedPlace; ///< drawn emphasised; the rest steps back
    /// The events of this place, or of the places it stands together with, are laid out one by one; nothing
    /// happens where it has fewer than two on the map.
    model::Id openedPlace;
    core::Language language = core::Language::en; ///< of all words that are not the casebook's
    NameLanguages names;
    MapStyle style = MapStyle::light;
    bool legend = true;
    bool inset = true;
    bool counts = true; ///< "N without a place" and "N outside this view" in the picture (the window has
                        ///< buttons for them)
    bool titleBlock =
        true; ///< casebook title and the date shown, in the picture (the window shows the date itself)
    bool relief = true;
    bool provinces = true;  ///< their boundaries and names
    bool flows = false;     ///< where people were first and last told to be, instead of marks and legs
    bool graticule = false; ///< meridians and parallels, with their degrees
    SeaNaming seas = SeaNaming::both;
    bool describes = true; ///< Scene::description is written; the window asks only when it shows it
    /// What stands in place of sources and credits where they would take too much of the map: the window says
    /// there where to read them. Empty: they are always whole, as on every output.
    std::string foldedCredits;
    /// Logical pixels at each side that are covered by panels: furniture stays clear of them.
    double coveredLeft = 0, coveredRight = 0, coveredTop = 0, coveredBottom = 0;
};

/// Turns (casebook, base map, view) into a Scene. Pure apart from caches of projected geometry; the same
/// inputs give the same scene. Not thread-safe: one instance per thread.
class Composer {
public:
    Composer(std::shared_ptr<const basemap::Basemap> basemap, std::vector<basemap::SeaName> seaNames,
             const text::Typesetter& typesetter);
    ~Composer();

    /// Takes the snapshot that the following scenes show.
    void setCasebook(std::shared_ptr<const model::Casebook> casebook);
    Scene compose(const View& view);
    /// Small multiples: one map of the view for each moment, side by side on a picture of the view's size,
    /// all at one scale, with one title, one legend and the sources of all of them.
    Scene composeSheet(const View& view, std::span<const timeline::Moment> moments);
    /// The timeline of the last filter asked for (shared with the window's histogram).
    const timeline::Timeline& timelineFor(const timeline::Filter& filter, int fadeDays = 365);

    /// What these events add up to at the view's moment.
    Totals totalsOf(const View& view, std::span<const std::uint32_t> events);

    /// The target under a point: the nearest of the foremost; null where there is none.
    static const Target* targetAt(const Scene& scene, geo::ScreenPoint at, double tolerancePixels = 4);
    /// Events under a point, front to back, nearest first: all of a stack. Where a place is
    /// opened, only those of the mark pointed at.
    static std::vector<std::uint32_t> pick(const Scene& scene, geo::ScreenPoint at,
                                           double tolerancePixels = 4);

private:
    struct Impl;
    std::unique_ptr<Impl> _impl;
};

/// The period a casebook is played through by default: whole years around its dated events ("event" role).
timeline::Window defaultPeriod(const model::Casebook& casebook);

} // namespace surplace::scene
