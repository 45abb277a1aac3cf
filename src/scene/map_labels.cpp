#include "scene/basemap_layers.hpp"
#include "scene/frame.hpp"
#include "scene/furniture.hpp"
#include "scene/inner_point.hpp"
#include "scene/palette.hpp"
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <set>

/// Names on the map, most important first; none covers another or a mark; one label per place.
namespace surplace::scene {

namespace {

constexpr std::size_t mostPlacesInUse = 60;
/// With more groups than this in view nothing can be named beside its mark.
constexpr std::size_t mostObstacles = 1500;

text::Style styleOf(double size, bool bold, const std::string& country) {
    text::Style style;
    style.sizePixels = size;
    style.bold = bold;
    style.language = languageOf(country);
    return style;
}

/// A town's dot, drawn when its name could be placed.
void drawTownDot(Frame& frame, geo::ScreenPoint at, bool isImportant, double opacity) {
    Mark dot;
    dot.x = static_cast<float>(at.x);
    dot.y = static_cast<float>(at.y);
    dot.radiusPixels = isImportant ? 2.6F : 2.0F;
    dot.fill = MarkFill::solid;
    dot.color = frame.palette.townRing;
    dot.opacity = static_cast<float>(opacity);
    frame.scene.map.marks.push_back(dot);
}

class MapLabels {
public:
    explicit MapLabels(Frame& frame) : _frame(frame), _opacity(frame.selection.isActive() ? 0.55 : 1) {}

    void draw() {
        addObstacles();
        drawTotals(_frame);
        labelOverlay(_frame);
        placesInUse();
        bareEnds();
        areas();
        stubs();
        base(_frame.baseLabels.countries, 1, 6);
        base(_frame.baseLabels.borderRivers, 6, 2);
        base(_frame.baseLabels.seas, 1, 4);
        namedPlaces();
        towns(2);
        base(_frame.baseLabels.provinces, 1, 4);
        towns(99);
        base(_frame.baseLabels.rivers, 4, 2);
        crossingNames();
    }

private:
    void addObstacles() {
        std::size_t inView = 0;
        for (const auto& group : _frame.groups)
            inView += group.inView ? 1 : 0;
        if (inView > mostObstacles)
            return;
        const auto square = [&](geo::ScreenPoint at, double radius) {
            _frame.labels.addObstacle({at.x - radius, at.y - radius, at.x + radius, at.y + radius});
        };
        for (const auto& group : _frame.groups) {
            if (!group.inView)
                continue;
            square(group.center, group.radius * 0.9);
            square(group.anchor, 2);
        }
        for (const auto& crossing : _frame.crossings)
            if (crossing.inView)
                square(crossing.at, crossingReach(_frame.view.camera));
        for (const auto& at : _frame.neutralCrossings)
            square(at, 4);
        for (const auto& path : _frame.scene.map.paths)
            if (path.arrowAtEnd && !path.points.empty())
                square(path.points.back(), path.arrowPixels * 0.7); // the head says which way
    }

    /// How strongly a place's name is printed: it pales with its marks, and stays legible.
    double nameOpacity(double strongest) const { return 0.45 + 0.55 * std::min(1.0, strongest); }

    double strongestOf(const PlaceGroup& group) const {
        float strongest = 0;
        for (std::uint32_t s = group.firstSymbol; s < group.firstSymbol + group.symbolCount; ++s)
            strongest = std::max(strongest, _frame.symbols[s].opacity);
        return strongest;
    }

    /// A name is read as that of the nearest marks: whether these are the group's own.
    bool isNearestTo(const geo::ScreenBox& box, const PlaceGroup& own) const {
        const auto distance = [&](const PlaceGroup& group) {
            const double dx = std::max({box.minX - group.center.x, 0.0, group.center.x - box.maxX});
            const double dy = std::max({box.minY - group.center.y, 0.0, group.center.y - box.maxY});
            return std::hypot(dx, dy) - group.radius;
        };
        const double mine = distance(own);
        return std::none_of(_frame.groups.begin(), _frame.groups.end(), [&](const PlaceGroup& group) {
            return &group != &own && group.inView && distance(group) < mine;
        });
    }

    /// From the rim of the marks to the name; nothing where the name stands beside them.
    std::vector<geo::ScreenPoint> leaderTo(const geo::ScreenBox& box, const PlaceGroup& group) const {
        const geo::ScreenPoint end{std::clamp(group.center.x, box.minX, box.maxX),
                                   std::clamp(group.center.y, box.minY, box.maxY)};
        const double dx = end.x - group.center.x, dy = end.y - group.center.y, length = std::hypot(dx, dy);
        if (length < group.radius + 4)
            return {};
        const double part = (group.radius + 1) / length;
        return {{group.center.x + dx * part, group.center.y + dy * part}, end};
    }

    /// A name that found no room beside its marks hangs on a thin line, which crosses no other name and no
    /// mark.
    bool hasClearLeader(const geo::ScreenBox& box, const PlaceGroup& group) const {
        const auto leader = leaderTo(box, group);
        if (leader.empty())
            return true;
        const double dx = leader[1].x - leader[0].x, dy = leader[1].y - leader[0].y;
        const double length = std::hypot(dx, dy), clear = group.radius * 0.4 + 3; // its own square's corners
        for (double along = clear; along < length - 2; along += 3) {
            const geo::ScreenPoint at{leader[0].x + dx * along / length, leader[0].y + dy * along / length};
            const bool isAtOwnDot = std::hypot(at.x - group.anchor.x, at.y - group.anchor.y) < 4;
            if (!isAtOwnDot && !_frame.labels.isFree({at.x - 1, at.y - 1, at.x + 1, at.y + 1}))
                return false;
        }
        return true;
    }

    void drawLeader(const geo::ScreenBox& box, const PlaceGroup& group, double opacity) {
        const auto leader = leaderTo(box, group);
        if (leader.empty())
            return;
        _frame.scene.map.paths.push_back({leader, {_frame.palette.inkSoft, 0.9F, {}, true}, opacity});
        for (const double part : {0.2, 0.4, 0.6, 0.8}) {
            const geo::ScreenPoint at{leader[0].x + (leader[1].x - leader[0].x) * part,
                                      leader[0].y + (leader[1].y - leader[0].y) * part};
            _frame.labels.addObstacle({at.x - 2, at.y - 2, at.x + 2, at.y + 2});
        }
    }

    /// What a part of a shared total says of its own figure.
    std::string partNote(std::uint32_t place) const {
        for (const auto& total : _frame.totals)
            for (const auto part : total.parts) {
                if (_frame.index.events()[part].place != place)
                    continue;
                const auto& people = _frame.casebook.events[part].people;
                return people.isKnown() ? people.inWords() + ", part of the total" : "no figure of its own";
            }
        return {};
    }

    void placesInUse() {
        std::vector<const PlaceGroup*> groups;
        for (const auto& group : _frame.groups)
            if (group.inView && groups.size() < 20'000)
                groups.push_back(&group);
        const auto rank = [&](const PlaceGroup* group) {
            const bool isSelected = _frame.casebook.places[group->place].id == _frame.view.selectedPlace;
            return std::tuple(isSelected ? 0 : 1,
                              -static_cast<long>(_frame.index.eventsAtPlace()[group->place]), group->place);
        };
        const std::size_t most = std::min(groups.size(), mostPlacesInUse);
        std::partial_sort(groups.begin(), groups.begin() + static_cast<std::ptrdiff_t>(most), groups.end(),
                          [&](const auto* a, const auto* b) { return rank(a) < rank(b); });
        groups.resize(most);
        for (const auto* group : groups) {
            const auto& place = _frame.casebook.places[group->place];
            const double opacity = nameOpacity(strongestOf(*group));
            std::vector<LabelLine> lines;
            const std::string others = group->places > 1 ? fmt::format(" +{}", group->places - 1) : "";
            lines.push_back({nameFor(place, _frame.view.names) + others, styleOf(13, true, place.country),
                             _frame.palette.ink});
            if (const std::string note = group->places > 1 ? "" : partNote(group->place); !note.empty())
                lines.push_back({note, styleOf(11, false, "en"),
                                 _frame.palette.symbolOf(model::EventKind::forcedReturn).color});
            // Beside its marks or, where they stand close, a little away from them on a line; in the last
            // resort without its note.
            const std::span<const LabelLine> all(lines);
            const bool isNamed =
                namePlace(*group, all, {3.0, 10.0}, opacity) ||
                namePlace(*group, all, {18.0, 28.0, 40.0}, opacity) ||
                (lines.size() > 1 && namePlace(*group, all.first(1), {3.0, 10.0, 18.0, 28.0, 40.0}, opacity));
            if (isNamed)
                _labelled.insert(group->place);
        }
    }

    bool namePlace(const PlaceGroup& group, std::span<const LabelLine> lines,
                   std::initializer_list<double> distances, double opacity) {
        for (const double away : distances) {
            const bool isBeside = away < 12;
            const auto fits = [&](const geo::ScreenBox& box) {
                return isBeside ? isNearestTo(box, group) : hasClearLeader(box, group);
            };
            const auto box = _frame.labels.place(_frame.scene.map, lines, group.center, Placement::around,
                                                 group.radius + away, opacity, 1, fits);
            if (!box)
                continue;
            if (!isBeside)
                drawLeader(*box, group, opacity);
            return true;
        }
        return false;
    }

    /// A leg ends at a place with a name, also where no mark stands.
    void bareEnds() {
        for (const auto place : _frame.bareEnds) {
            const auto at = _frame.view.camera.toScreen(_frame.placePoints[place]);
            if (!_frame.isSeen(at) || _labelled.contains(place))
                continue;
            const auto& record = _frame.casebook.places[place];
            const LabelLine line{nameFor(record, _frame.view.names), styleOf(12, false, record.country),
                                 _frame.palette.ink};
            drawTownDot(_frame, at, true, _opacity);
            if (_frame.labels.place(_frame.scene.map, {&line, 1}, at, Placement::around, 6, _opacity, 2))
                _labelled.insert(place);
        }
    }

    void stubs() {
        for (const auto& stub : _frame.stubs) {
            const auto& place = _frame.casebook.places[stub.place];
            const auto name =
                nameFor(place, _frame.view.names == NameLanguage::all ? NameLanguage::en : _frame.view.names);
            auto style = styleOf(10.5, false, place.country);
            style.italic = true;
            const LabelLine line{(stub.comesIn ? "from " : "to ") + name, style, stub.color};
            _frame.labels.place(_frame.scene.map, {&line, 1},
                                {stub.at.x + stub.direction.x * 4, stub.at.y + stub.direction.y * 4},
                                Placement::around, 2, std::max(stub.opacity, 0.6));
        }
    }

    void namedPlaces() {
        std::size_t left = 24;
        for (const auto place : _frame.namedPlaces) {
            if (left == 0)
                return;
            if (_labelled.contains(place) || (!_frame.groupOf.empty() && _frame.groupOf[place] != nowhere))
                continue;
            const auto at = _frame.view.camera.toScreen(_frame.placePoints[place]);
            if (!_frame.isSeen(at) ||
                (!_frame.index.isCrossingSide()[place] && _frame.view.camera.metersPerPixel > 2500))
                continue;
            left -= placeTown(at, nameFor(_frame.casebook.places[place], _frame.view.names),
                              _frame.casebook.places[place].country, 12, false, 2)
                        ? 1
                        : 0;
            _labelled.insert(place);
        }
    }

    bool placeTown(geo::ScreenPoint at, const std::string& name, const std::string& country, double size,
                   bool isImportant, double padding) {
        if (name.empty() || !_frame.labels.isFree({at.x - 3, at.y - 3, at.x + 3, at.y + 3}))
            return false;
        const LabelLine line{name, styleOf(size, false, country), _frame.palette.inkSoft};
        if (!_frame.labels.place(_frame.scene.map, {&line, 1}, at, Placement::around, 5, _opacity, padding))
            return false;
        _frame.labels.addObstacle({at.x - 3, at.y - 3, at.x + 3, at.y + 3});
        drawTownDot(_frame, at, isImportant, _opacity);
        return true;
    }

    void towns(int mostRank) {
        const auto& level =
            _frame.baseLabels.wide ? _frame.basemap.basemap().wide : _frame.basemap.basemap().border;
        // About one town to 160 x 160 pixels: a map that names everything names nothing.
        // On shaded areas the numbers are to be read, not the towns.
        const bool isShaded = _frame.overlay != nullptr && _frame.overlay->units &&
                              _frame.overlay->units->basis != analysis::Basis::reaches;
        if (isShaded)
            mostRank = std::min(mostRank, 1);
        auto left = static_cast<std::ptrdiff_t>(_frame.view.camera.widthPixels) *
                        _frame.view.camera.heightPixels / 26'000 -
                    static_cast<std::ptrdiff_t>(_townsNamed);
        for (const auto& label : _frame.baseLabels.towns) {
            const auto& town = level.towns[label.town];
            if (left <= 0)
                return;
            if (town.rank > mostRank || _townsTried.contains(label.town))
                continue;
            _townsTried.insert(label.town);
            const std::size_t place = _frame.towns.placeOf(_frame.baseLabels.wide, label.town);
            const bool isPlace = place < _frame.casebook.places.size();
            if (isPlace && (_labelled.contains(static_cast<std::uint32_t>(place)) ||
                            (!_frame.groupOf.empty() && _frame.groupOf[place] != nowhere)))
                continue;
            const auto name = isPlace ? nameFor(_frame.casebook.places[place], _frame.view.names)
                                      : nameFor(town.names, town.country, _frame.view.names);
            if (!placeTown(label.at, name, town.country, town.rank <= 1 ? 12.5 : 11, town.rank <= 1,
                           town.rank <= 1 ? 3 : 7))
                continue;
            if (isPlace)
                _labelled.insert(static_cast<std::uint32_t>(place));
            ++_townsNamed;
            --left;
        }
    }

    /// Whether a name's middle and both its ends stand in the area that it names.
    bool standsIn(const AreaGeometry& area, const geo::ScreenBox& box) const {
        const double y = (box.minY + box.maxY) / 2;
        return std::ranges::all_of(std::array{box.minX, (box.minX + box.maxX) / 2, box.maxX}, [&](double x) {
            const auto at = _frame.view.camera.fromScreen({x, y});
            return std::ranges::any_of(area.areas, [&](const auto& rings) { return isInside(rings, at); });
        });
    }

    void base(const std::vector<BaseLabel>& labels, double clearance, double padding) {
        for (const auto& label : labels) {
            if (_frame.namedAreas.contains(label.within.get()))
                continue;
            for (const auto& spot : label.spots)
                if (_frame.labels.place(_frame.scene.map, label.lines, spot,
                                        clearance > 1 ? Placement::around : Placement::centered, clearance,
                                        label.opacity * _opacity, padding, [&](const geo::ScreenBox& box) {
                                            const double dx = (box.minX + box.maxX) / 2 - spot.x,
                                                         dy = (box.minY + box.maxY) / 2 - spot.y;
                                            return (!label.isExact || std::hypot(dx, dy) < 1) &&
                                                   (!label.within || standsIn(*label.within, box));
                                        }))
                    break;
        }
    }

    /// "1 forced return, 2 transfers": reports by kind, as words, since a mark here would be a pin in the
    /// middle of an area.
    std::string reportsIn(const AreaGroup& group) const {
        std::map<model::EventKind, long> counts;
        for (const auto& visible : group.events)
            ++counts[_frame.index.events()[visible.event].kind];
        if (counts.size() > 3)
            return fmt::format("{} reports", group.events.size());
        std::string text;
        for (const auto& [kind, count] : counts)
            text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count, kindInWords(kind, count));
        return text;
    }

    std::optional<geo::ScreenPoint> spotOf(const AreaInfo& area) {
        const Camera& camera = _frame.view.camera;
        if (area.footing == Footing::ellipse)
            return camera.toScreen(_frame.basemap.projection().forward(
                {(area.box.minX + area.box.maxX) / 2, (area.box.minY + area.box.maxY) / 2}));
        const bool wide =
            chooseLevels(camera, _frame.basemap.projection()).wide || area.borderProvinces.empty();
        std::vector<geo::ProjectedLine> rings;
        for (const std::size_t index : wide ? area.wideProvinces : area.borderProvinces)
            if (const auto geometry = _frame.basemap.province(wide, index))
                for (const auto& polygon : geometry->areas)
                    rings.insert(rings.end(), polygon.begin(), polygon.end());
        const auto point = innerPoint(rings, camera.extent());
        return point ? std::optional(camera.toScreen(*point)) : std::nullopt;
    }

    /// How high an area stands on the picture, in pixels.
    double heightOf(const AreaInfo& area) const {
        const double degrees = std::max(area.box.height(), 0.0);
        return degrees * 111'195 / _frame.view.camera.metersPerPixel;
    }

    /// Whether no leg runs through a box.
    bool isOffLegs(const geo::ScreenBox& box) const {
        return std::ranges::none_of(_frame.scene.map.paths, [&](const Path& path) {
            return path.arrowAtEnd && std::ranges::any_of(path.points, [&](const geo::ScreenPoint& at) {
                       return box.contains(at.x, at.y);
                   });
        });
    }

    void areas() {
        for (const auto& group : _frame.areas) {
            if (!group.inView)
                continue;
            const AreaInfo& area = _frame.index.areas()[group.area];
            const auto spot = spotOf(area);
            if (!spot)
                continue;
            const auto name =
                nameFor({area.nameEn, area.nameZh, area.nameKo}, area.country, _frame.view.names);
            const char* known = area.footing == Footing::ellipse  ? "place known only to the prefecture"
                                : area.footing == Footing::region ? "place known only to the region"
                                                                  : "place known only to the province";
            std::vector<LabelLine> lines;
            lines.push_back({fmt::format("{}: {}", name, reportsIn(group)), styleOf(12, true, area.country),
                             _frame.palette.ink});
            auto style = styleOf(10.5, false, "en");
            style.italic = true;
            lines.push_back({known, style, _frame.palette.inkSoft});
            double strongest = 0;
            std::vector<std::uint32_t> events;
            for (const auto& visible : group.events) {
                strongest =
                    std::max(strongest, drawnOpacity(_frame, visible) * _frame.emphasis(visible.event));
                events.push_back(visible.event);
            }
            const double opacity = nameOpacity(strongest);
            Target target{*spot, 12, std::move(events), {}, {}};
            const auto placeAt = [&](double dy) {
                const auto box = _frame.labels.place(
                    _frame.scene.map, lines, {spot->x, spot->y + dy}, Placement::centered, 0, opacity, 3,
                    [&](const geo::ScreenBox& each) { return isOffLegs(each); });
                if (box) {
                    target.at = {(box->minX + box->maxX) / 2, (box->minY + box->maxY) / 2};
                    target.radiusPixels = 24;
                }
                return box.has_value();
            };
            // The words stay within their area: in a small one they become short, then give way to its tint.
            const double room = heightOf(area) * 0.4;
            bool isPlaced = false;
            for (const double dy : {0.0, -44.0, 44.0, -88.0, 88.0, -132.0, 132.0})
                isPlaced = isPlaced || (std::abs(dy) <= room && placeAt(dy));
            if (!isPlaced) {
                lines.pop_back();
                lines.front().style.sizePixels = 10.5;
                for (const double dy : {0.0, -16.0, 16.0, -32.0, 32.0})
                    isPlaced = isPlaced || placeAt(dy);
            }
            _frame.scene.targets.push_back(std::move(target));
        }
    }

    void crossingNames() {
        if (_frame.view.camera.metersPerPixel > 260)
            return;
        for (const auto place : _frame.index.crossings()) {
            const auto at = _frame.view.camera.toScreen(_frame.placePoints[place]);
            if (!_frame.isSeen(at))
                continue;
            const auto& crossing = _frame.casebook.places[place];
            const LabelLine line{nameFor(crossing, NameLanguage::en), styleOf(10.5, false, "en"),
                                 _frame.palette.crossing};
            _frame.labels.place(_frame.scene.map, {&line, 1}, at, Placement::around, 9, _opacity, 2);
        }
    }

    Frame& _frame;
    double _opacity;
    std::set<std::uint32_t> _labelled;
    std::set<std::size_t> _townsTried;
    std::size_t _townsNamed = 0;
};

} // namespace

void drawLabels(Frame& frame) {
    MapLabels(frame).draw();
}

} // namespace surplace::scene
