#include "timeline/folding.hpp"

namespace surplace::timeline {

namespace {

/// Lower case of a letter that UTF-8 writes in two bytes (U+0080 to U+07FF).
unsigned lower(unsigned c) {
    if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F))
        return c + 32;
    if (c >= 0x400 && c <= 0x40F)
        return c + 80;
    if (c == 0x178) // Y with diaeresis: its small letter is in Latin-1
        return 0xFF;
    const bool evenIsCapital = (c >= 0x100 && c <= 0x137 && c != 0x130) || (c >= 0x14A && c <= 0x177);
    const bool oddIsCapital = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    if ((evenIsCapital && c % 2 == 0) || (oddIsCapital && c % 2 == 1))
        return c + 1;
    return c;
}

/// The ASCII character that is typed for a curly apostrophe or an ideographic space; 0 for all else.
char asciiOf(std::string_view letter) {
    if (letter == "\u2018" || letter == "\u2019")
        return '\'';
    return letter == "\u3000" ? ' ' : '\0';
}

} // namespace

std::string folded(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x80) {
            out += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : text[i];
        } else if ((byte & 0xE0) == 0xC0 && i + 1 < text.size()) {
            const unsigned letter =
                lower((byte & 0x1FU) << 6 | (static_cast<unsigned char>(text[i + 1]) & 0x3FU));
            out += static_cast<char>(0xC0 | letter >> 6);
            out += static_cast<char>(0x80 | (letter & 0x3F));
            ++i;
        } else if (const char plain = asciiOf(text.substr(i, 3)); plain != 0) {
            out += plain;
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

std::vector<std::string> foldedWords(std::string_view text) {
    const std::string plain = folded(text);
    constexpr const char* blanks = " \t\r\n\f\v";
    std::vector<std::string> words;
    for (std::size_t start = plain.find_first_not_of(blanks); start != std::string::npos;) {
        const std::size_t end = plain.find_first_of(blanks, start);
        words.push_back(plain.substr(start, end - start));
        start = plain.find_first_not_of(blanks, end);
    }
    return words;
}

} // namespace surplace::timeline
