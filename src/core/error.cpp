#include "core/error.hpp"
#include "core/translation.hpp"
#include <algorithm>
#include <array>
#include <vector>

namespace surplace::core {

namespace {

/// "events.csv, layer events, row 12, field date"
std::string placeInWords(const Where& where) {
    std::vector<std::string> parts;
    if (!where.file.empty())
        parts.push_back(where.file);
    if (!where.layer.empty())
        parts.push_back(trf("layer {0}", where.layer));
    if (where.row != 0)
        parts.push_back(trf("row {0}", where.row));
    if (!where.field.empty())
        parts.push_back(trf("field {0}", where.field));
    return listed(parts);
}

std::string withPlace(const Where& where, const std::string& message) {
    const std::string place = placeInWords(where);
    return place.empty() ? message : trcf("where: what", "{0}: {1}", place, message);
}

} // namespace

std::string inSentences(const std::string& first, const std::string& second) {
    std::string text = first;
    const bool isEnded = std::ranges::any_of(std::array{".", "!", "?", "\u3002"},
                                             [&](const char* end) { return first.ends_with(end); });
    if (!first.empty() && !isEnded)
        text = trcf("sentence", "{0}.", first);
    if (text.empty() || second.empty())
        return text + second;
    // Where text in Latin letters (a credit line) ends, a blank follows in every language.
    const bool isLatin = static_cast<unsigned char>(text.back()) < 0x80;
    return isLatin ? text + ' ' + second : trcf("two sentences", "{0} {1}", text, second);
}

Error::Error(std::string what, Where where, std::string remedy)
    : std::runtime_error(inSentences(withPlace(where, what), remedy)), _failure(std::move(what)),
      _where(std::move(where)), _remedy(std::move(remedy)) {}

Error Error::within(const Where& outer) const {
    Where where = _where;
    if (where.file.empty())
        where.file = outer.file;
    if (where.layer.empty())
        where.layer = outer.layer;
    if (where.row == 0)
        where.row = outer.row;
    if (where.field.empty())
        where.field = outer.field;
    return Error(_failure, where, _remedy);
}

std::string Problem::sentence() const {
    return withPlace(where, message);
}

} // namespace surplace::core
