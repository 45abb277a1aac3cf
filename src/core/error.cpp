#include "core/error.hpp"
#include <fmt/format.h>

namespace surplace::core {

namespace {

/// "events.csv, layer events, row 12, field date"
std::string placeInWords(const Where& where) {
    std::string words = where.file;
    const auto append = [&words](std::string_view label, const std::string& value) {
        if (!words.empty())
            words += ", ";
        words += label;
        words += value;
    };
    if (!where.layer.empty())
        append("layer ", where.layer);
    if (where.row != 0)
        append("row ", std::to_string(where.row));
    if (!where.field.empty())
        append("field ", where.field);
    return words;
}

std::string withPlace(const Where& where, const std::string& message) {
    const std::string place = placeInWords(where);
    return place.empty() ? message : fmt::format("{}: {}", place, message);
}

std::string inOneSentenceOrTwo(const std::string& failure, const Where& where, const std::string& remedy) {
    std::string sentence = withPlace(where, failure);
    if (!sentence.empty() && sentence.find_last_of(".!?") != sentence.size() - 1)
        sentence += '.';
    return remedy.empty() ? sentence : sentence + ' ' + remedy;
}

} // namespace

Error::Error(std::string what, Where where, std::string remedy)
    : std::runtime_error(inOneSentenceOrTwo(what, where, remedy)), _failure(std::move(what)),
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
