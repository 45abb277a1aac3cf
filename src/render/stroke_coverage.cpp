#include "render/stroke_coverage.hpp"
#include <algorithm>
#include <cmath>

namespace surplace::render {

StrokeCoverage::StrokeCoverage(const Tile& tile)
    : _tile(tile), _mask(static_cast<std::size_t>(tile.width) * static_cast<std::size_t>(tile.height)),
      _nearest(_mask.size(), farAway), _ranges(static_cast<std::size_t>(tile.height)) {}

void StrokeCoverage::add(const LineParts& lines, const scene::Stroke& stroke, const MapTransform& transform,
                         double pixelRatio) {
    const double width = std::abs(stroke.widthPixels) * pixelRatio;
    if (width <= 0)
        return;
    Look look;
    look.halfWidth = static_cast<float>(std::max(width, 1.0) / 2);
    look.squareEnds = !stroke.roundCaps;
    for (const float dash : stroke.dashPixels)
        look.dashes.push_back(dash * static_cast<float>(pixelRatio));
    if (look.dashes.size() % 2 != 0)
        look.dashes.insert(look.dashes.end(), look.dashes.begin(), look.dashes.end());
    for (const float dash : look.dashes)
        look.period += dash;
    const auto scaleX = static_cast<float>(transform.scaleX), scaleY = static_cast<float>(transform.scaleY);
    const auto shiftX = static_cast<float>(lines.origin.x * transform.scaleX + transform.shiftX - _tile.x),
               shiftY = static_cast<float>(lines.origin.y * transform.scaleY + transform.shiftY - _tile.y);
    for (const LinePart& part : lines.parts) {
        if (!transform.shows(part.box, _tile, look.halfWidth + 2))
            continue;
        for (std::size_t i = part.first; i < part.first + part.count; ++i) {
            const LinePoint &start = lines.points[i + 1], &end = lines.points[i + 2];
            if (start.length < 0 || end.length < 0)
                continue;
            Segment segment{start.x * scaleX + shiftX,
                            start.y * scaleY + shiftY,
                            end.x * scaleX + shiftX,
                            end.y * scaleY + shiftY,
                            0,
                            start.length * scaleX,
                            end.length * scaleX,
                            lines.points[i].length == -1,
                            lines.points[i + 3].length == -1};
            segment.size = std::hypot(segment.endX - segment.startX, segment.endY - segment.startY);
            addSegment(segment, look);
        }
    }
}

void StrokeCoverage::addSegment(const Segment& segment, const Look& look) {
    const float reach = look.halfWidth + 0.5F;
    const float left = std::min(segment.startX, segment.endX) - reach,
                right = std::max(segment.startX, segment.endX) + reach;
    const float top = std::min(segment.startY, segment.endY) - reach,
                bottom = std::max(segment.startY, segment.endY) + reach;
    if (!(right >= 0 && bottom >= 0 && left <= static_cast<float>(_tile.width) &&
          top <= static_cast<float>(_tile.height)))
        return;
    const int firstRow = std::max(0, static_cast<int>(std::ceil(top - 0.5F))),
              lastRow = std::min(_tile.height - 1, static_cast<int>(std::floor(bottom - 0.5F)));
    const float dx = segment.endX - segment.startX, dy = segment.endY - segment.startY;
    // On a row the band around the line's straight continuation is this wide to each side.
    const bool isSlanted = std::abs(dy) > 1e-3F;
    const float half = isSlanted ? reach * segment.size / std::abs(dy) : 0;
    for (int row = firstRow; row <= lastRow; ++row) {
        float from = left, to = right;
        if (isSlanted) {
            const float middle = segment.startX + (static_cast<float>(row) + 0.5F - segment.startY) * dx / dy;
            from = std::max(from, middle - half);
            to = std::min(to, middle + half);
        }
        const int first = static_cast<int>(std::ceil(std::max(from, 0.F) - 0.5F)),
                  last = static_cast<int>(std::floor(std::min(to, static_cast<float>(_tile.width)) - 0.5F));
        if (first <= last)
            addRow(segment, look, row, first, last);
    }
}

void StrokeCoverage::addRow(const Segment& segment, const Look& look, int row, int first, int last) {
    const float dx = segment.endX - segment.startX, dy = segment.endY - segment.startY;
    const float perSize = segment.size > 0 ? 1 / segment.size : 0;
    const float y = static_cast<float>(row) + 0.5F - segment.startY;
    const std::size_t begin = static_cast<std::size_t>(row) * static_cast<std::size_t>(_tile.width);
    Range& range = _ranges[static_cast<std::size_t>(row)];
    range.first = std::min(range.first, first);
    range.last = std::max(range.last, last);
    for (int column = first; column <= last; ++column) {
        const float x = static_cast<float>(column) + 0.5F - segment.startX;
        const float along = (x * dx + y * dy) * perSize;
        float own = std::abs(x * dy - y * dx) * perSize;
        if (along <= 0)
            own = std::sqrt(x * x + y * y);
        else if (along >= segment.size)
            own = std::sqrt((x - dx) * (x - dx) + (y - dy) * (y - dy));
        const std::size_t at = begin + static_cast<std::size_t>(column);
        if (own > look.halfWidth + 0.5F || own >= _nearest[at])
            continue;
        _nearest[at] = own;
        _mask[at] = static_cast<std::uint8_t>(coverageAt(segment, look, along, own) * 255.F + 0.5F);
    }
}

float StrokeCoverage::coverageAt(const Segment& segment, const Look& look, float along, float own) {
    float coverage = std::clamp(look.halfWidth + 0.5F - own, 0.F, 1.F);
    if (!look.dashes.empty()) {
        const float part = segment.size > 0 ? std::clamp(along / segment.size, 0.F, 1.F) : 0;
        const float length = segment.lengthAtStart + part * (segment.lengthAtEnd - segment.lengthAtStart);
        coverage = dashCoverage(look, length, own);
    }
    if (look.squareEnds && segment.beginsLine)
        coverage *= std::clamp(along + 0.5F, 0.F, 1.F);
    if (look.squareEnds && segment.endsLine)
        coverage *= std::clamp(segment.size - along + 0.5F, 0.F, 1.F);
    return coverage;
}

/// By the nearest dash, as if each were a capsule around the line (round caps) or a box.
float StrokeCoverage::dashCoverage(const Look& look, float along, float across) {
    const float at = along - std::floor(along / look.period) * look.period;
    float start = 0, coverage = 0;
    for (std::size_t i = 0; i < look.dashes.size(); i += 2) {
        const float end = start + look.dashes[i];
        float outside = std::max(start - at, at - end);
        // The first dash of the next period, and the last of the one before.
        outside = std::min(outside, std::max(start + look.period - at, at - end - look.period));
        outside = std::min(outside, std::max(start - look.period - at, at - end + look.period));
        const float here =
            look.squareEnds
                ? std::clamp(0.5F - outside, 0.F, 1.F) * std::clamp(look.halfWidth + 0.5F - across, 0.F, 1.F)
                : std::clamp(look.halfWidth + 0.5F - std::hypot(std::max(outside, 0.F), across), 0.F, 1.F);
        coverage = std::max(coverage, here);
        start = end + look.dashes[i + 1];
    }
    return coverage;
}

} // namespace surplace::render
