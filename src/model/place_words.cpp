#include "model/place_words.hpp"
#include <algorithm>
#include <array>

namespace surplace::model {

namespace {

/// Latin letters with a mark, as they occur in romanised names of the region, by their UTF-8 form.
struct Folding {
    std::string_view from;
    char to;
};
constexpr std::array foldings{Folding{"á", 'a'}, Folding{"à", 'a'}, Folding{"ă", 'a'}, Folding{"â", 'a'},
                              Folding{"ä", 'a'}, Folding{"ā", 'a'}, Folding{"é", 'e'}, Folding{"è", 'e'},
                              Folding{"ê", 'e'}, Folding{"ë", 'e'}, Folding{"í", 'i'}, Folding{"ì", 'i'},
                              Folding{"ï", 'i'}, Folding{"ó", 'o'}, Folding{"ò", 'o'}, Folding{"ô", 'o'},
                              Folding{"ö", 'o'}, Folding{"ŏ", 'o'}, Folding{"ơ", 'o'}, Folding{"ú", 'u'},
                              Folding{"ù", 'u'}, Folding{"ü", 'u'}, Folding{"ŭ", 'u'}, Folding{"ư", 'u'},
                              Folding{"đ", 'd'}, Folding{"ñ", 'n'}};

void eraseWord(std::string& text, std::string_view word) {
    const auto at = text.find(word);
    if (at != std::string::npos && text.size() > word.size())
        text.erase(at, word.size());
}

} // namespace

std::string foldedName(std::string_view name) {
    std::string result;
    for (std::size_t i = 0; i < name.size();) {
        const auto* folding = std::find_if(foldings.begin(), foldings.end(), [&](const Folding& f) {
            return name.substr(i, f.from.size()) == f.from;
        });
        if (folding != foldings.end()) {
            result += folding->to;
            i += folding->from.size();
            continue;
        }
        const char c = name[i++];
        if (c >= 'A' && c <= 'Z')
            result += static_cast<char>(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80)
            result += c;
    }
    eraseWord(result, "autonomousregion");
    eraseWord(result, "province");
    return result;
}

PlacePrecision precisionOf(PlaceKind kind) {
    switch (kind) {
    case PlaceKind::crossing:
        return PlacePrecision::exact;
    case PlaceKind::settlement:
    case PlaceKind::facility:
        return PlacePrecision::settlement;
    case PlaceKind::county:
        return PlacePrecision::county;
    case PlaceKind::prefecture:
        return PlacePrecision::prefecture;
    case PlaceKind::province:
        return PlacePrecision::province;
    case PlaceKind::region:
        return PlacePrecision::region;
    case PlaceKind::country:
        return PlacePrecision::country;
    case PlaceKind::group:
        return PlacePrecision::unknown;
    }
    return PlacePrecision::unknown;
}

PlacePrecision knownTo(const Event& event, const Place& place) {
    // The precisions are in order of coarseness.
    return std::max(event.precision, precisionOf(place.kind));
}

} // namespace surplace::model
