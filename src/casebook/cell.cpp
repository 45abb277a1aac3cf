#include "casebook/cell.hpp"
#include "core/error.hpp"
#include "core/translation.hpp"
#include "model/count_words.hpp"
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <fmt/format.h>

namespace surplace::casebook {

namespace {

constexpr model::Day firstNumberedDay{std::chrono::year{1900} / 1 / 1};
constexpr model::Day lastNumberedDay{std::chrono::year{2100} / 12 / 31};

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool isContinuation(unsigned char byte) {
    return (byte & 0xC0U) == 0x80U;
}

/// Length of the well-formed UTF-8 sequence at the start of the text; 0 when there is none (Unicode 15, table
/// 3-7).
std::size_t sequenceLength(std::string_view text) {
    const auto byte = [&text](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : static_cast<unsigned char>(0);
    };
    const unsigned char first = byte(0), second = byte(1);
    if (first < 0x80)
        return first == 0 ? 0 : 1;
    if (first >= 0xC2 && first <= 0xDF)
        return isContinuation(second) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool second_ok =
            isContinuation(second) && !(first == 0xE0 && second < 0xA0) && !(first == 0xED && second > 0x9F);
        return second_ok && isContinuation(byte(2)) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool second_ok =
            isContinuation(second) && !(first == 0xF0 && second < 0x90) && !(first == 0xF4 && second > 0x8F);
        return second_ok && isContinuation(byte(2)) && isContinuation(byte(3)) ? 4 : 0;
    }
    return 0;
}

/// "At least 9" as a spreadsheet's automatic correction leaves it, "500 – 600" with the dash of a word
/// processor.
std::string normalizedCount(std::string_view cell) {
    std::string count;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        // U+2010 to U+2015 (hyphens and dashes) are E2 80 90 to E2 80 95, the minus sign U+2212 is E2 88 92.
        const std::string_view three = cell.substr(i, 3);
        const bool isDash = (three >= "\xE2\x80\x90" && three <= "\xE2\x80\x95") || three == "\xE2\x88\x92";
        count += isDash                             ? '-'
                 : cell[i] >= 'A' && cell[i] <= 'Z' ? static_cast<char>(cell[i] - 'A' + 'a')
                                                    : cell[i];
        i += isDash ? 2 : 0;
    }
    for (std::size_t dash = count.find(" -"); dash != std::string::npos; dash = count.find(" -"))
        count.erase(dash, 1);
    for (std::size_t dash = count.find("- "); dash != std::string::npos; dash = count.find("- "))
        count.erase(dash + 1, 1);
    return count;
}

template <class Number>
Number parsed(std::string_view cell, const char* message) {
    Number value{};
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc{} || end != cell.data() + cell.size())
        throw core::Error(fmt::format(fmt::runtime(core::tr(message)), cell));
    return value;
}

} // namespace

model::Edtf DateReader::operator()(std::string_view text) {
    if (const auto day = text.starts_with('-') ? std::nullopt : model::parseDay(text))
        if (*day >= firstNumberedDay && *day <= lastNumberedDay) {
            if (_days.empty())
                _days.resize(static_cast<std::size_t>((lastNumberedDay - firstNumberedDay).count()) + 1);
            model::Edtf& known = _days[static_cast<std::size_t>((*day - firstNumberedDay).count())];
            if (!known.isKnown())
                known = model::Edtf::parse(text);
            return known;
        }
    model::Edtf& recent = _others.slotOf(text);
    if (recent.text() != text)
        recent = model::Edtf::parse(text);
    return recent;
}

const model::List<model::Citation>& RecentCitations::operator()(std::string_view sourceId) {
    model::List<model::Citation>& recent = _lists.slotOf(sourceId);
    if (recent.empty() || recent.front().sourceId != sourceId)
        recent = {{sourceId, {}, {}}};
    return recent;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

std::string normalizedWord(std::string_view text) {
    std::string word(text);
    for (char& c : word) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
        else if (c == ' ' || c == '-')
            c = '_';
    }
    return word;
}

std::size_t firstBadByte(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        // Eight plain ASCII bytes at once: none has its high bit and none is NUL.
        if (at + 8 <= text.size()) {
            std::uint64_t eight = 0;
            std::memcpy(&eight, text.data() + at, 8);
            const bool hasHighBit = (eight & 0x8080808080808080ULL) != 0;
            const bool hasZero = ((eight - 0x0101010101010101ULL) & ~eight & 0x8080808080808080ULL) != 0;
            if (!hasHighBit && !hasZero) {
                at += 8;
                continue;
            }
        }
        const std::size_t length = sequenceLength(text.substr(at));
        if (length == 0)
            return at;
        at += length;
    }
    return std::string_view::npos;
}

std::string badByteInWords(std::string_view text, std::size_t at) {
    return text[at] == '\0' ? core::tr("the text holds a NUL byte, which no text has")
                            : core::tr("the text is not UTF-8");
}

std::string soundText(std::string_view text) {
    std::string sound;
    for (std::size_t bad = firstBadByte(text); bad != std::string_view::npos; bad = firstBadByte(text)) {
        sound += text.substr(0, bad);
        sound += "\uFFFD";
        text.remove_prefix(bad + 1);
    }
    return sound += text;
}

std::vector<std::string_view> splitList(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        const std::string_view part = trimmed(text.substr(0, end));
        if (!part.empty())
            parts.push_back(part);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

std::string_view idFrom(std::string_view cell) {
    for (const char c : cell) {
        const bool allowed = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                             c == '.' || c == '_' || c == '-';
        if (!allowed)
            throw core::Error(core::trf("\"{0}\" is not an id", cell), {},
                              core::tr("An id is made of letters a to z, digits, '.', '_' and '-'."));
    }
    return cell;
}

model::Edtf typedDate(std::string_view cell, CellContext& context) {
    try {
        return context.date(cell);
    } catch (const core::Error& error) {
        // 3/15/2017, 15.03.17, 2017/3/15, 2017. 3. 15., March 5, 2026, 2017年3月15日
        const auto isOfDate = [](char c) {
            return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
        };
        const auto numbers = std::count_if(cell.begin(), cell.end(), [&, inNumber = false](char c) mutable {
            const bool starts = !inNumber && c >= '0' && c <= '9';
            inNumber = c >= '0' && c <= '9';
            return starts;
        });
        const bool isEdtf = std::string_view("[{Y-").find(cell.front()) != std::string_view::npos ||
                            (cell.find_first_not_of("0123456789-/.XYESTZ:+~?%()[]{},") == std::string::npos &&
                             cell.size() >= 4 &&
                             cell.substr(0, 4).find_first_not_of("0123456789X") == std::string_view::npos &&
                             (cell.size() == 4 || cell[4] == '-'));
        const bool looksChanged =
            !isEdtf && (numbers == 3 || (numbers > 0 && std::any_of(cell.begin(), cell.end(), isOfDate)));
        if (!looksChanged)
            throw;
        throw core::Error(core::trf("\"{0}\" is not a date as it is written here", cell), {},
                          core::tr("Write the year first: 2017-03-15, 2017-03 or 2017. If a spreadsheet "
                                   "changed it, give the column "
                                   "the format Text and type it again."));
    }
}

TypedCount typedCount(std::string_view cell) {
    std::string count = normalizedCount(cell);
    const bool isNegative = count.size() > 1 && count.front() == '-' &&
                            count.find_first_not_of("0123456789", 1) == std::string::npos;
    if (isNegative)
        throw core::Error(
            core::trf("\"{0}\" can mean two things, since a spreadsheet turns {1}- into -{2}", cell,
                      count.substr(1), count.substr(1)),
            {}, core::trf("Write \"at least {0}\" or \"up to {1}\".", count.substr(1), count.substr(1)));
    try {
        return {model::CountRange::parse(count), false};
    } catch (const core::Error&) {
        if (const auto range = model::countFromWords(count))
            return {*range, true};
        throw core::Error(
            core::trf("the count \"{0}\" cannot be read", cell), {},
            core::tr("Write 41, at least 9, more than 9, up to 600, fewer than 600, 500-600, 5 or 6, "
                     "about 50, dozens, "
                     "or nothing when no figure is given."));
    }
}

double numberFrom(std::string_view cell, const CellContext& context) {
    std::string dotted;
    if (context.decimalComma) {
        dotted = cell;
        const std::size_t comma = dotted.find(',');
        if (comma != std::string::npos)
            dotted[comma] = '.';
        cell = dotted;
    }
    const auto value = parsed<double>(cell, core::toTranslate("\"{0}\" is not a number"));
    if (!std::isfinite(value))
        throw core::Error(core::trf("\"{0}\" is not a finite number", cell));
    return value;
}

int integerFrom(std::string_view cell) {
    return parsed<int>(cell, core::toTranslate("\"{0}\" is not a whole number"));
}

bool yesFrom(std::string_view cell) {
    const std::string word = normalizedWord(cell);
    if (word == "yes" || word == "true" || word == "1")
        return true;
    if (word == "no" || word == "false" || word == "0")
        return false;
    throw core::Error(core::trf("\"{0}\" is neither yes nor no", cell));
}

geo::LonLatBox boxFrom(std::string_view cell) {
    std::array<double, 4> edges{};
    const auto parts = splitList(cell, ',');
    if (parts.size() != edges.size())
        throw core::Error(core::trf("\"{0}\" is not a box", cell), {},
                          core::tr("Write west,south,east,north in degrees."));
    for (std::size_t i = 0; i < edges.size(); ++i)
        edges[i] = numberFrom(parts[i], {});
    const auto [west, south, east, north] = edges;
    if (!geo::LonLat::isValid(west, south) || !geo::LonLat::isValid(east, north) || west > east ||
        south > north)
        throw core::Error(
            core::trf("\"{0}\" is not a box on the globe", cell), {},
            core::tr("Write west,south,east,north in degrees, west before east and south before north."));
    return {west, south, east, north};
}

std::string numberText(double value) {
    return fmt::format("{}", value);
}

std::string boxText(const geo::LonLatBox& box) {
    return fmt::format("{},{},{},{}", box.minX, box.minY, box.maxX, box.maxY);
}

template <class Enum>
Enum wordFrom(std::string_view cell) {
    if (const auto value = model::parseWord<Enum>(cell))
        return *value;
    if (const auto value = model::parseWord<Enum>(normalizedWord(cell)))
        return *value;
    std::string words;
    for (const Enum value : model::allValues<Enum>())
        words += fmt::format("{}{}", words.empty() ? "" : ", ", model::word(value));
    throw core::Error(core::trf("\"{0}\" is not one of the words for it", cell), {},
                      core::trf("Use one of: {0}.", words));
}

template model::EventKind wordFrom(std::string_view);
template model::Role wordFrom(std::string_view);
template model::Assertion wordFrom(std::string_view);
template model::PlacePrecision wordFrom(std::string_view);
template model::PlaceKind wordFrom(std::string_view);
template model::Sensitivity wordFrom(std::string_view);
template model::TallyRelationKind wordFrom(std::string_view);
template model::Basis wordFrom(std::string_view);
template model::EventLinkKind wordFrom(std::string_view);

} // namespace surplace::casebook
