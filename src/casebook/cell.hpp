#pragma once
#include "casebook/recent.hpp"
#include "model/records.hpp"
#include <string>
#include <string_view>
#include <vector>

namespace surplace::casebook {

/// The longest text that a cell may hold, in bytes.
inline constexpr std::size_t longestCellBytes = 65536;

using model::TextHash;

/// Turns dates into values; a date that was met of late, and any plain day, is shared, since most events
/// repeat one.
class DateReader {
public:
    model::Edtf operator()(std::string_view text);

private:
    std::vector<model::Edtf> _days; ///< the plain days from 1900 to 2100, by their number
    Recent<model::Edtf> _others{4096};
};

/// The list of one citation that names a source and nothing else: most events have one that others have too.
class RecentCitations {
public:
    const model::List<model::Citation>& operator()(std::string_view sourceId);

private:
    Recent<model::List<model::Citation>> _lists{1024};
};

/// What the reading of a cell depends on beside the cell.
struct CellContext {
    DateReader date = {};
    RecentTexts ids{8192};
    RecentTexts texts{512};
    RecentCitations citations = {};
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
/// The cell itself, when it is an id.
std::string_view idFrom(std::string_view cell);
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
