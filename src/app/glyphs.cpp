#include "app/glyphs.hpp"
#include "model/casebook.hpp"

namespace surplace::app {
namespace {

struct Range {
    char32_t first, last;
};
constexpr Range always[] = {{0x20, 0x7e},   {0xa0, 0x17f},    {0x370, 0x3ff},
                            {0x400, 0x45f}, {0x2010, 0x2027}, {0x2030, 0x203a}};

/// The character at a position, which moves on; 0 for a byte that begins none.
char32_t next(std::string_view text, std::size_t& at) {
    const auto byte = static_cast<unsigned char>(text[at++]);
    if (byte < 0x80)
        return byte;
    const int more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc0 ? 1 : 0;
    if (more == 0 || byte > 0xf4)
        return 0;
    char32_t character = byte & (0x3fu >> more);
    for (int i = 0; i < more; ++i) {
        if (at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xc0) != 0x80)
            return 0;
        character = (character << 6) | (static_cast<unsigned char>(text[at++]) & 0x3f);
    }
    return character;
}

bool isHangul(char32_t c) {
    return (c >= 0x1100 && c <= 0x11ff) || (c >= 0x3130 && c <= 0x318f) || (c >= 0xa960 && c <= 0xa97f) ||
           (c >= 0xac00 && c <= 0xd7ff);
}
bool isHan(char32_t c) {
    return (c >= 0x2e80 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe4f) ||
           (c >= 0xff00 && c <= 0xffef) || (c >= 0x20000 && c <= 0x3ffff);
}

} // namespace

const char* languageOf(char32_t character) {
    return isHangul(character) ? "ko" : isHan(character) ? "zh" : "en";
}

Glyphs::Glyphs() {
    for (const Range& range : always)
        for (char32_t c = range.first; c <= range.last; ++c)
            _characters.insert(c);
}

void Glyphs::need(char32_t character) {
    // Control characters and halves of pairs have no shape.
    if (character >= 0x20 && !(character >= 0x7f && character < 0xa0) &&
        !(character >= 0xd800 && character < 0xe000))
        _hasNew |= _characters.insert(character).second;
}

void Glyphs::need(std::string_view utf8) {
    for (std::size_t at = 0; at < utf8.size();)
        if (static_cast<unsigned char>(utf8[at]) < 0x80)
            ++at;
        else
            need(next(utf8, at));
}

void Glyphs::need(const model::Casebook& casebook) {
    need(casebook.title);
    need(casebook.description);
    for (const model::Place& place : casebook.places)
        for (const model::Text* text :
             {&place.nameEn, &place.nameZh, &place.nameKo, &place.aliases, &place.note})
            need(*text);
    for (const model::Case& group : casebook.cases)
        need(group.title);
    for (const model::Source& source : casebook.sources)
        for (const model::Text* text : {&source.title, &source.publisher, &source.host, &source.note})
            need(*text);
    for (const model::Event& event : casebook.events) {
        for (const model::Text* text :
             {&event.what, &event.details->placeWritten, &event.details->countVerbatim,
              &event.details->confidenceWording, &event.details->attribution, &event.details->conflicts,
              &event.details->dateNote, &event.details->note})
            need(*text);
        for (const model::Citation& citation : event.citations)
            need(citation.quote);
    }
    for (const model::Tally& tally : casebook.tallies)
        for (const model::Text* text : {&tally.measure, &tally.verbatim, &tally.composition, &tally.note})
            need(*text);
}

std::vector<char32_t> Glyphs::take() {
    _hasNew = false;
    return {_characters.begin(), _characters.end()};
}

} // namespace surplace::app
