#pragma once
#include "render/canvas.hpp"
#include <array>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace surplace::render {

/// Lays very many marks over each other without the driver: each look is drawn once (by the shader, at
/// sixteen positions within a pixel), then copied from the front to the back, and what lies under something
/// opaque costs a glance. On a software renderer a mark takes 20 to 100 nanoseconds this way instead of 2000
/// to 4000; the picture is the same but for rounding.
class MarkStamper {
public:
    static constexpr int phases = 4; ///< positions per pixel along each axis; the shader rounds to the same

    /// Finds the looks of the marks. False when there are too many or too large ones: then the driver draws
    /// them.
    bool prepare(const std::vector<scene::Mark>& marks, double pixelRatio, scene::Color paper);
    /// The marks to draw so that every look is known: on a picture of `sheetSide` device pixels squared.
    /// Empty when all are known.
    std::vector<scene::Mark> missingSprites() const;
    int sheetSide() const { return _sheetSide; }
    /// Takes the picture of missingSprites(): RGBA, not premultiplied, as shaded without blending.
    void takeSprites(const std::vector<std::uint8_t>& rgba);
    /// The marks over nothing: premultiplied RGBA of the canvas' tile.
    const std::vector<std::uint8_t>& stamp(const std::vector<scene::Mark>& marks, const Canvas& canvas);

private:
    struct Look {
        float radius, outer;
        scene::MarkShape shape;
        scene::MarkFill fill;
        scene::Color color;
        bool operator==(const Look&) const = default;
    };
    struct Sprite {
        int reach = 0; ///< pixels from the middle to each side; the sprite is 2 * reach wide and high
        std::vector<std::array<float, 4>> pixels; ///< premultiplied, 0 to 1
        std::vector<std::uint64_t> rows;          ///< per row, which pixels hold anything
    };
    struct Group {
        Look look;
        int reach = 0;
        std::array<Sprite, phases * phases> sprites;
        bool drawn = false;
    };
    static Look lookOf(const scene::Mark& mark);
    std::size_t groupOf(const Look& look);

    double _pixelRatio = 0;
    scene::Color _paper;
    int _sheetSide = 0;
    std::vector<Group> _groups;
    std::vector<std::uint16_t> _groupOfMark;
    std::array<std::uint16_t, 256> _recent{};
    std::vector<std::array<float, 4>> _sums; // kept, as fresh memory costs more than the work on it
    std::vector<std::uint8_t> _stamped;
};

} // namespace surplace::render
