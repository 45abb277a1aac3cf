#pragma once
#include "app/ui.hpp"
#include "scene/scene.hpp"

namespace surplace::app {

/// Words beside a mark: of a place of several events what they add up to, then the first events themselves.
class Hint {
public:
    /// Whether this is another target, or another scene, than that of the words; asked once for each.
    bool isNew(long scene, const scene::Target* target, geo::ScreenPoint at);
    void set(const model::Casebook& casebook, const scene::Target* place, std::vector<std::uint32_t> events,
             std::vector<std::string> totals);
    void drawBesidePointer(const Ui& ui, const model::Casebook& casebook) const;
    /// Beside a spot of the map, which it leaves free.
    void drawAt(const Ui& ui, const model::Casebook& casebook, geo::ScreenPoint at, double clearPixels) const;

private:
    void drawLines(const Ui& ui, const model::Casebook& casebook) const;

    long _scene = -1;
    const scene::Target* _target = nullptr;
    geo::ScreenPoint _at{};
    std::string _heading; ///< of several events
    std::vector<std::string> _totals;
    std::vector<std::uint32_t> _events; ///< those that are told
    std::size_t _more = 0;
};

} // namespace surplace::app
