#pragma once
#include "render/renderer.hpp"
#include <cstdint>

namespace surplace::publish {

/// Planes of a picture in yuv420p; strides in bytes.
struct YuvPlanes {
    std::uint8_t *y, *u, *v;
    int strideY, strideU, strideV;
};

/// ITU-R BT.709, limited range (16-235, 16-240), each chroma sample the mean of its four pixels. In integers,
/// so that every machine gives the same bytes. Even width and height.
void toBt709(const render::Image& picture, const YuvPlanes& planes);

} // namespace surplace::publish
