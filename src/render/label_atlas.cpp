#include "render/label_atlas.hpp"
#include <algorithm>
#include <bit>
#include <cmath>
#include <fmt/format.h>
#include <vector>

namespace surplace::render {
namespace {

constexpr int usualSize = 2048; // some thousand labels of a frame at scale 1

std::string keyOf(const std::string& text, const text::Style& style, double scale, double haloPixels) {
    return fmt::format("{}|{}{}{}|{}|{}|{}|{}|{}|{}", style.sizePixels, style.bold ? 'b' : '-',
                       style.italic ? 'i' : '-', style.serif ? 's' : '-', style.letterSpacingPixels,
                       style.maxWidthPixels, style.language, scale, haloPixels, text);
}

int roundedUp(int size) {
    return static_cast<int>(std::bit_ceil(static_cast<unsigned>(size)));
}

} // namespace

template <class Rasterise>
std::optional<LabelAtlas::Place> LabelAtlas::placeAs(const std::string& key, const Rasterise& rasterise) {
    if (const auto found = _places.find(key); found != _places.end())
        return found->second;
    auto waiting = _waiting.find(key);
    if (waiting == _waiting.end())
        waiting = _waiting.emplace(key, rasterise()).first;
    const std::optional<Place> packed = pack(waiting->second);
    if (!packed)
        return std::nullopt;
    _waiting.erase(waiting);
    return _places.emplace(key, *packed).first->second;
}

std::optional<LabelAtlas::Place> LabelAtlas::place(const std::string& text, const text::Style& style,
                                                   double scale, double haloPixels) {
    return placeAs(keyOf(text, style, scale, haloPixels),
                   [&] { return _typesetter->rasterise(text, style, scale, haloPixels); });
}

std::optional<LabelAtlas::Place> LabelAtlas::placeAlong(const std::string& text, const text::Style& style,
                                                        const std::vector<text::ClusterSpot>& deviceSpots,
                                                        double scale, double haloPixels) {
    // To an eighth of a pixel and a thousandth of a radian: a map dragged by whole pixels finds its names.
    std::string key = "along|" + keyOf(text, style, scale, haloPixels);
    std::vector<text::ClusterSpot> spots;
    for (const text::ClusterSpot& spot : deviceSpots) {
        const long x = std::lround(spot.x * 8), y = std::lround(spot.y * 8),
                   angle = std::lround(spot.angleRadians * 1000);
        key += fmt::format("|{},{},{}", x, y, angle);
        spots.push_back({static_cast<double>(x) / 8 / scale, static_cast<double>(y) / 8 / scale,
                         static_cast<double>(angle) / 1000});
    }
    return placeAs(key, [&] { return _typesetter->rasteriseAlong(text, style, spots, scale, haloPixels); });
}

void LabelAtlas::clear() {
    _places.clear();
    _shelfX = _shelfY = _shelfHeight = 0;
}

std::optional<LabelAtlas::Place> LabelAtlas::pack(const text::Bitmap& bitmap) {
    if (bitmap.width <= 0 || bitmap.height <= 0)
        return Place{};
    GLint most = 0;
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &most);
    if (bitmap.width > most || bitmap.height > most)
        return Place{}; // larger than any picture: words that nobody could read
    if (bitmap.width > _width || bitmap.height > _height) {
        if (!_places.empty())
            return std::nullopt; // growing would lose what is placed and not yet drawn
        allocate(std::max({usualSize, _width, roundedUp(bitmap.width)}),
                 std::max({usualSize, _height, roundedUp(bitmap.height)}));
    }
    if (_shelfX + bitmap.width > _width) {
        _shelfY += _shelfHeight;
        _shelfX = _shelfHeight = 0;
    }
    if (_shelfY + bitmap.height > _height)
        return std::nullopt;
    const Place place{_shelfX, _shelfY, bitmap.width, bitmap.height, bitmap.offsetX, bitmap.offsetY};
    _shelfX += bitmap.width;
    _shelfHeight = std::max(_shelfHeight, bitmap.height);
    std::vector<std::uint8_t> both(bitmap.coverage.size() * 2);
    for (std::size_t i = 0; i < bitmap.coverage.size(); ++i) {
        both[2 * i] = bitmap.coverage[i];
        both[2 * i + 1] = bitmap.halo.empty() ? std::uint8_t{0} : bitmap.halo[i];
    }
    glBindTexture(GL_TEXTURE_2D, _texture.name());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexSubImage2D(GL_TEXTURE_2D, 0, place.x, place.y, place.width, place.height, GL_RG, GL_UNSIGNED_BYTE,
                    both.data());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    return place;
}

void LabelAtlas::allocate(int width, int height) {
    _width = width;
    _height = height;
    glBindTexture(GL_TEXTURE_2D, _texture.name());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RG8, width, height, 0, GL_RG, GL_UNSIGNED_BYTE, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    clear();
}

} // namespace surplace::render
