#pragma once
#include "render/program.hpp"
#include "render/surface.hpp"
#include "scene/scene.hpp"
#include <algorithm>
#include <cmath>

namespace surplace::render {

/// Where logical pixels fall: the tile drawn, and the device pixels from the picture's corner to the sheet's.
struct Canvas {
    Tile tile;
    double pixelRatio = 1; ///< device pixels per logical pixel
    double offsetX = 0, offsetY = 0;
    Tile clipTo; ///< device pixels of the picture; nothing is drawn outside

    geo::ScreenPoint device(geo::ScreenPoint at) const {
        return {at.x * pixelRatio + offsetX, at.y * pixelRatio + offsetY};
    }
    /// Sets what every program's vertex shader needs.
    void apply(const Program& program) const {
        program.use();
        program.set("tileOrigin", static_cast<float>(tile.x), static_cast<float>(tile.y));
        program.set("tileSize", static_cast<float>(tile.width), static_cast<float>(tile.height));
        program.set("pixelRatio", static_cast<float>(pixelRatio));
    }
    void clip() const {
        glEnable(GL_SCISSOR_TEST);
        glScissor(clipTo.x - tile.x, clipTo.y - tile.y, clipTo.width, clipTo.height);
    }
};

/// How projected metres fall on device pixels: each axis scaled, then shifted.
struct MapTransform {
    double scaleX = 1, scaleY = -1, shiftX = 0, shiftY = 0;

    MapTransform(const scene::Camera& camera, double offsetX, double offsetY)
        : scaleX(camera.scale / camera.metersPerPixel), scaleY(-scaleX),
          shiftX(camera.widthPixels / 2.0 * camera.scale - camera.center.x * scaleX + offsetX),
          shiftY(camera.heightPixels / 2.0 * camera.scale - camera.center.y * scaleY + offsetY) {}
    /// Sets it for vertices that are relative to an origin, so that their floats keep their precision.
    void apply(const Program& program, geo::ProjectedPoint origin) const {
        program.set("mapScale", static_cast<float>(scaleX), static_cast<float>(scaleY));
        program.set("mapOffset", static_cast<float>(origin.x * scaleX + shiftX),
                    static_cast<float>(origin.y * scaleY + shiftY));
    }
    /// The device pixels of the tile that the box reaches.
    Tile shownPart(const geo::ProjectedBox& box, const Tile& tile) const {
        if (!shows(box, tile, 0))
            return {};
        const double left = std::max<double>(tile.x, std::floor(box.minX * scaleX + shiftX));
        const double right = std::min<double>(tile.x + tile.width, std::ceil(box.maxX * scaleX + shiftX));
        const double top = std::max<double>(tile.y, std::floor(box.maxY * scaleY + shiftY));
        const double bottom = std::min<double>(tile.y + tile.height, std::ceil(box.minY * scaleY + shiftY));
        return {static_cast<int>(left), static_cast<int>(top), static_cast<int>(right - left),
                static_cast<int>(bottom - top)};
    }
    /// Whether anything in the box, with a margin in device pixels, falls on the tile.
    bool shows(const geo::ProjectedBox& box, const Tile& tile, double margin) const {
        if (box.isEmpty())
            return false;
        const double left = box.minX * scaleX + shiftX, right = box.maxX * scaleX + shiftX;
        const double top = box.maxY * scaleY + shiftY, bottom = box.minY * scaleY + shiftY;
        return right >= tile.x - margin && left <= tile.x + tile.width + margin &&
               bottom >= tile.y - margin && top <= tile.y + tile.height + margin;
    }
};

} // namespace surplace::render
