#pragma once
#include <cstdint>
#include <vector>

namespace surplace::text {

/// Coverage (width * height, rows from the top) grown by a disc of this radius in pixels, with an antialiased
/// edge: the grey dilation max(coverage(q) * disc(p - q)), disc falling from 1 to 0 over the pixel around the
/// radius.
std::vector<std::uint8_t> grownByDisc(const std::vector<std::uint8_t>& coverage, int width, int height,
                                      double radius);

} // namespace surplace::text
