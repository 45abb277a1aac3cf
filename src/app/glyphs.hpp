#pragma once
#include <set>
#include <string_view>
#include <vector>

namespace surplace::model {
struct Casebook;
}

namespace surplace::app {

/// The characters that the window has been asked to show. Fonts are rasterised for these only: all of Unicode
/// would not fit a texture.
class Glyphs {
public:
    /// Latin, Greek, Cyrillic, punctuation and the arrows of the program's own words.
    Glyphs();
    /// Notes every character of a text. Bytes that are not UTF-8 are passed over.
    void need(std::string_view utf8);
    void need(const model::Casebook& casebook);
    void need(char32_t character);
    /// Whether characters have come since the last take().
    bool hasNew() const { return _hasNew; }
    /// All so far, ascending.
    std::vector<char32_t> take();

private:
    std::set<char32_t> _characters;
    bool _hasNew = true;
};

/// The language whose letter forms a character is drawn in: Korean for Hangul, Chinese for Han, else English.
const char* languageOf(char32_t character);

} // namespace surplace::app
