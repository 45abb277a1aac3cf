#pragma once
#include "model/records.hpp"
#include <string>
#include <string_view>
#include <unordered_map>

namespace surplace::casebook {

/// The longest text that a cell may hold, in bytes.
inline constexpr std::size_t longestCellBytes = 65536;

/// Lets string-keyed maps be asked with a view.
struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

/// Turns dates into values; a date that was met before is shared, since most events repeat one.
class DateReader {
public:
    model::Edtf operator()(std::string_view text);

private:
    std::unordered_map<std::string, model::Edtf, TextHash, std::equal_to<>> _known;
};

/// What the reading of a cell depends on beside the cell.
struct CellContext {
    DateReader date = {};
    bool typed = false; ///< the cell went through a spreadsheet, which may have taken it for something else
    bool decimalComma = false;                               ///< a spreadsheet of a locale that writes 123,4
    model::Sensitivity sensitivity = model::Sensitivity::s3; ///< of records that name none
    bool precisionGiven = false; ///< set when the row at hand names a place precision
};

std::string_view trimmed(std::string_view text);
/// ASCII letters in lower case, blanks and hyphens as underscores: "Forced return" becomes "forced_return".
std::string normalizedWord(std::string_view text);
/// Offset of the first byte that is not UTF-8 or is NUL; npos when the text is sound.
std::size_t firstBadByte(std::string_view text);
/// What is wrong with the text there: "the text is not UTF-8" or "the text holds a NUL byte".
std::string badByteInWords(std::string_view text, std::size_t at);
/// The text with U+FFFD for each byte that is not UTF-8, as a file's name may hold them.
std::string soundText(std::string_view text);
/// The parts between separators, trimmed, without empty ones.
std::vector<std::string_view> splitList(std::string_view text, char separator = ';');

// Readers of one cell. All throw core::Error with what was expected; the caller adds where.
model::Id idFrom(std::string_view cell);
/// A date as a person typed it; for one that a spreadsheet has changed the error says how to avoid that.
model::Edtf typedDate(std::string_view cell, CellContext& context);
/// A count as a person typed it, perhaps in words ("dozens", "5 or 6") that say more than the range keeps.
struct TypedCount {
    model::CountRange range;
    bool isInWords = false;
};
/// "-9" is refused: a spreadsheet makes it of "9-", which means the opposite.
TypedCount typedCount(std::string_view cell);
double numberFrom(std::string_view cell, const CellContext& context);
int integerFrom(std::string_view cell);
bool yesFrom(std::string_view cell);
geo::LonLatBox boxFrom(std::string_view cell);

/// The shortest decimals that read back as the same number.
std::string numberText(double value);
std::string boxText(const geo::LonLatBox& box);

/// The value of a word of the vocabulary, forgiving case, blanks and hyphens; the error lists the words there
/// are.
template <class Enum>
Enum wordFrom(std::string_view cell);

} // namespace surplace::casebook
