#include "scene/furniture.hpp"
#include "scene/overlay_drawing.hpp"
#include "scene/palette.hpp"
#include <algorithm>
#include <fmt/format.h>

/// What the legend says of an overlay: what is counted, of when, in which classes, and what is in none.
namespace surplace::scene {

namespace {

constexpr std::size_t mostBytesOfRow = 44;
constexpr const char* minusSign = "\u2212";

/// A sentence as rows of a legend, broken between words.
void addNote(std::vector<LegendRow>& rows, const std::string& text) {
    constexpr double firstHeight = 14, nextHeight = 8.5; // a note stands off from what is above it
    std::string line;
    auto finish = [&, isFirst = true]() mutable {
        rows.push_back({line, false, true, {}, isFirst ? firstHeight : nextHeight});
        isFirst = false;
    };
    std::size_t from = 0;
    while (from < text.size()) {
        const std::size_t to = std::min(text.find(' ', from), text.size());
        const std::string word = text.substr(from, to - from);
        if (!line.empty() && line.size() + 1 + word.size() > mostBytesOfRow) {
            finish();
            line.clear();
        }
        line += (line.empty() ? "" : " ") + word;
        from = to + 1;
    }
    if (!line.empty())
        finish();
}

LegendRow swatch(std::string text, std::optional<Color> fill, std::optional<Color> hatch, Color rim) {
    return {std::move(text), false, false, [=](Sheet& sheet, geo::ScreenPoint at) {
                Shape shape;
                shape.rings = {{{at.x - 13, at.y - 6},
                                {at.x + 13, at.y - 6},
                                {at.x + 13, at.y + 6},
                                {at.x - 13, at.y + 6}}};
                Path outline{shape.rings.front(), {rim, 0.8F, {}, true}};
                outline.closed = true;
                if (fill) {
                    shape.fill = *fill;
                    sheet.shapes.push_back(shape);
                }
                if (hatch) {
                    shape.fill = *hatch;
                    shape.hatched = true;
                    sheet.shapes.push_back(shape);
                }
                sheet.paths.push_back(std::move(outline));
            }};
}

void addClasses(std::vector<LegendRow>& rows, const OverlayResult& result, const Palette& palette,
                const std::array<Color, 5>& colors, const std::string& sign) {
    const std::size_t count = result.classes.size();
    std::vector<double> ends = result.classes;
    for (double& end : ends)
        end *= result.density ? densityScale(result).first : 1;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = sign == minusSign ? count - 1 - i : i; // from least to most
        std::string text = analysis::classInWords(ends, at, result.isWhole);
        if (const auto dash = text.find("\u2013"); !sign.empty() && dash != std::string::npos)
            text = text.substr(0, dash) + " to " + sign + text.substr(dash + std::string("\u2013").size());
        rows.push_back(swatch(sign + text, classColor(colors, at, count), std::nullopt, palette.inkFaint));
    }
}

bool any(const OverlayResult& result, UnitValue::State state) {
    return std::ranges::any_of(result.values, [&](const UnitValue& value) { return value.state == state; });
}

/// Rows that only some maps need, in the order of the classes they follow.
void addSpecialRows(std::vector<LegendRow>& rows, const OverlayResult& result, const Palette& palette) {
    bool isHatched = false, isUnknown = false, isEqual = false;
    for (std::size_t unit = 0; unit < result.values.size(); ++unit) {
        if (result.values[unit].state != UnitValue::State::value)
            continue;
        const auto sign =
            result.isDifference ? analysis::signOf(result.values[unit].difference) : analysis::Sign::more;
        isUnknown = isUnknown || sign == analysis::Sign::unknown;
        isEqual = isEqual || sign == analysis::Sign::none;
        isHatched = isHatched || (sign != analysis::Sign::unknown && lookOf(result, unit, palette).hatch);
    }
    const std::size_t count = result.classes.size();
    if (isHatched && count > 0) {
        const auto& colors = result.isDifference ? palette.more : palette.classes;
        rows.push_back(swatch("hatched: perhaps up to its lines",
                              count > 1 ? std::optional(classColor(colors, 0, count)) : std::nullopt,
                              classColor(colors, count - 1, count), palette.inkFaint));
    }
    if (isEqual)
        rows.push_back(swatch("no difference", withOpacity(palette.noValue, 0.5), std::nullopt, palette.inkFaint));
    if (isUnknown)
        rows.push_back(swatch("less or more: not known", std::nullopt, palette.inkFaint, palette.inkFaint));
    if (any(result, UnitValue::State::noFigure))
        rows.push_back(swatch("recorded, no figure given", withOpacity(palette.noValue, 0.8), std::nullopt,
                              palette.inkFaint));
    if (any(result, UnitValue::State::noRate))
        rows.push_back(swatch("recorded, no rate",
                              withOpacity(palette.noValue, 0.8), std::nullopt, palette.inkFaint));
    rows.push_back(swatch(result.isDifference ? "none recorded in either" : "none recorded", std::nullopt,
                          std::nullopt, palette.inkFaint));
}

} // namespace

std::vector<LegendRow> overlayRows(const OverlayResult& result, const Palette& palette, long outside,
                                   bool isSheet) {
    std::vector<LegendRow> rows;
    rows.push_back({overlayTitle(result), true, false, {}});
    addNote(rows, overlayMeasure(result) +
                      (result.isDifference || isSheet ? "" : "; " + spanInWords(result.window)));
    if (result.density) {
        addClasses(rows, result, palette, palette.classes, "");
        rows.push_back(swatch("blank: fewer than 5 reports near", std::nullopt, std::nullopt, palette.inkFaint));
        addNote(rows, fmt::format("{} recorded events, those known only to an area spread over it.",
                                  result.density->events));
    } else {
        if (result.isDifference && !result.classes.empty()) {
            addClasses(rows, result, palette, palette.less, minusSign);
            addClasses(rows, result, palette, palette.more, "+");
        } else {
            addClasses(rows, result, palette, palette.classes, "");
        }
        addSpecialRows(rows, result, palette);
        if (result.units->basis == analysis::Basis::reaches)
            addNote(rows, "Counted by the crossing that is named or, as possible, inferred; never by distance.");
    }
    if (isSheet)
        return rows;
    if (outside > 0)
        addNote(rows, fmt::format("{} in units outside this view.", outside));
    if (const std::string none = notAssignedInWords(result); !none.empty())
        addNote(rows, none + ".");
    return rows;
}

} // namespace surplace::scene
