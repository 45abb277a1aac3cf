#include "casebook/geometry_blob.hpp"
#include <bit>
#include <cstdint>

namespace surplace::casebook {

namespace {

constexpr std::int32_t wgs84 = 4326;
constexpr std::uint32_t wkbPointType = 1, wkbLineType = 2, wkbPolygonType = 3;

template <class Bits>
void appendLittleEndian(std::string& blob, Bits bits) {
    for (std::size_t i = 0; i < sizeof(Bits); ++i)
        blob += static_cast<char>(static_cast<unsigned char>(bits >> (8 * i)));
}

void append(std::string& blob, std::uint32_t value) {
    appendLittleEndian(blob, value);
}
void append(std::string& blob, double value) {
    appendLittleEndian(blob, std::bit_cast<std::uint64_t>(value));
}
void append(std::string& blob, geo::LonLat position) {
    append(blob, position.longitudeDegrees);
    append(blob, position.latitudeDegrees);
}

/// "GP", version 0, flags, reference system; flags: bit 0 little-endian, bits 1-3 the kind of envelope (0
/// none, 1 x and y).
std::string header(bool hasEnvelope) {
    std::string blob("GP\0", 3);
    blob += static_cast<char>(hasEnvelope ? 0b0011 : 0b0001);
    append(blob, static_cast<std::uint32_t>(wgs84));
    return blob;
}

std::string headerWithEnvelope(const geo::LonLatLine& positions) {
    geo::LonLatBox box;
    for (const geo::LonLat& position : positions)
        box.add(position.longitudeDegrees, position.latitudeDegrees);
    std::string blob = header(true);
    for (const double edge : {box.minX, box.maxX, box.minY, box.maxY})
        append(blob, edge);
    return blob;
}

void appendType(std::string& blob, std::uint32_t type) {
    blob += '\1'; // little-endian
    append(blob, type);
}

} // namespace

std::string pointBlob(geo::LonLat position) {
    std::string blob = header(false);
    appendType(blob, wkbPointType);
    append(blob, position);
    return blob;
}

std::string lineBlob(const geo::LonLatLine& line) {
    std::string blob = headerWithEnvelope(line);
    appendType(blob, wkbLineType);
    append(blob, static_cast<std::uint32_t>(line.size()));
    for (const geo::LonLat& position : line)
        append(blob, position);
    return blob;
}

std::string polygonBlob(const geo::LonLatLine& ring) {
    std::string blob = headerWithEnvelope(ring);
    appendType(blob, wkbPolygonType);
    append(blob, std::uint32_t{1});
    append(blob, static_cast<std::uint32_t>(ring.size() + 1));
    for (const geo::LonLat& position : ring)
        append(blob, position);
    append(blob, ring.front());
    return blob;
}

} // namespace surplace::casebook
