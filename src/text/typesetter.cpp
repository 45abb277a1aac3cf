#include "core/error.hpp"
#include "text/font_set.hpp"
#include "text/glyph_painter.hpp"
#include "text/halo.hpp"
#include "text/script_runs.hpp"
#include "text/text.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <pango/pangofc-font.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>

namespace surplace::text {
namespace {

template <auto Free>
struct Deleter {
    template <typename T>
    void operator()(T* object) const {
        Free(object);
    }
};
template <typename T>
using ObjectPtr = std::unique_ptr<T, Deleter<g_object_unref>>;
using AttributesPtr = std::unique_ptr<PangoAttrList, Deleter<pango_attr_list_unref>>;
using DescriptionPtr = std::unique_ptr<PangoFontDescription, Deleter<pango_font_description_free>>;
using IteratorPtr = std::unique_ptr<PangoLayoutIter, Deleter<pango_layout_iter_free>>;

// Every text is laid out at this size and its lengths are then scaled. Without hinting a layout is the same
// at every size, lines break alike at every scale, and Pango keeps one set of fonts for a style; with one set
// for each size it grew by 80 KiB per size.
constexpr double layoutSizePixels = 64;

double logicalPixels(int layoutUnits, const Style& style) {
    return layoutUnits * style.sizePixels / (layoutSizePixels * PANGO_SCALE);
}
int layoutUnits(double logicalPixels, const Style& style) {
    return static_cast<int>(std::lround(logicalPixels * (layoutSizePixels * PANGO_SCALE) / style.sizePixels));
}

std::string validUtf8(const std::string& text) {
    const std::unique_ptr<char, Deleter<g_free>> valid(
        g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())));
    return valid.get();
}

/// A language that, for Pango, is written in the run's script. For any other it would take the user's
/// LANGUAGE, and the desktop's settings would change the glyphs. Of Han characters the font's region decides
/// the form (see locl below), so that one language does for all: Pango does not count Han among the scripts
/// of "ko".
std::string shapingLanguage(Script script, const std::string& language) {
    switch (script) {
    case Script::hangul:
        return "ko";
    case Script::kana:
        return "ja";
    case Script::han:
        return "zh-CN";
    case Script::alphabetic:
        break;
    }
    const bool eastAsian =
        language.starts_with("zh") || language.starts_with("ko") || language.starts_with("ja");
    return eastAsian ? "en" : language;
}

void insert(PangoAttrList* list, PangoAttribute* attribute, std::size_t begin, std::size_t end) {
    attribute->start_index = static_cast<guint>(begin);
    attribute->end_index = static_cast<guint>(end);
    pango_attr_list_insert(list, attribute);
}

AttributesPtr attributesOf(const std::string& utf8, const Style& style) {
    AttributesPtr list(pango_attr_list_new());
    for (const ScriptRun& run : splitByScript(utf8)) {
        const std::string families =
            fmt::format("{}", fmt::join(familyOrder(run.script, style.language, style.serif), ","));
        const std::string language = shapingLanguage(run.script, style.language);
        insert(list.get(), pango_attr_family_new(families.c_str()), run.begin, run.end);
        insert(list.get(), pango_attr_language_new(pango_language_from_string(language.c_str())), run.begin,
               run.end);
        if (run.script != Script::alphabetic)
            insert(list.get(), pango_attr_font_features_new("locl=0"), run.begin, run.end);
    }
    if (style.letterSpacingPixels != 0)
        insert(list.get(), pango_attr_letter_spacing_new(layoutUnits(style.letterSpacingPixels, style)), 0,
               utf8.size());
    if (style.maxWidthPixels > 0)
        for (const Unbreakable& word : koreanWords(utf8))
            insert(list.get(), pango_attr_allow_breaks_new(FALSE), word.begin, word.end);
    return list;
}

DescriptionPtr descriptionOf(const Style& style) {
    DescriptionPtr description(pango_font_description_new());
    pango_font_description_set_family(description.get(), style.serif ? "Noto Serif" : "Noto Sans");
    pango_font_description_set_absolute_size(description.get(), layoutSizePixels * PANGO_SCALE);
    pango_font_description_set_weight(description.get(),
                                      style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(description.get(),
                                     style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    return description;
}

Typesetter::FontFile fileOf(PangoFont* font) {
    FcPattern* pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(font));
    FcChar8* path = nullptr;
    Typesetter::FontFile file;
    if (FcPatternGetString(pattern, FC_FILE, 0, &path) == FcResultMatch)
        file.path = reinterpret_cast<const char*>(path);
    FcPatternGetInteger(pattern, FC_INDEX, 0, &file.index);
    return file;
}

/// Calls visit(run, left edge, baseline) for every run of glyphs, in layout units.
template <typename Visit>
void forEachRun(PangoLayout* layout, Visit visit) {
    const IteratorPtr iterator(pango_layout_get_iter(layout));
    do {
        if (const PangoLayoutRun* run = pango_layout_iter_get_run_readonly(iterator.get())) {
            PangoRectangle logical;
            pango_layout_iter_get_run_extents(iterator.get(), nullptr, &logical);
            visit(*run, logical.x, pango_layout_iter_get_baseline(iterator.get()));
        }
    } while (pango_layout_iter_next_run(iterator.get()));
}

std::vector<PlacedGlyph> placedGlyphs(PangoLayout* layout, const Style& style) {
    std::vector<PlacedGlyph> placed;
    forEachRun(layout, [&](const PangoLayoutRun& run, int pen, int baseline) {
        const Typesetter::FontFile file = fileOf(run.item->analysis.font);
        for (int i = 0; i < run.glyphs->num_glyphs; ++i) {
            const PangoGlyphInfo& info = run.glyphs->glyphs[i];
            // A character without a glyph shows as the font's own empty box (glyph 0), not as nothing.
            const bool unknown = (info.glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0;
            if (info.glyph != PANGO_GLYPH_EMPTY)
                placed.push_back({file, unknown ? 0 : info.glyph,
                                  logicalPixels(pen + info.geometry.x_offset, style),
                                  logicalPixels(baseline + info.geometry.y_offset, style)});
            pen += info.geometry.width;
        }
    });
    return placed;
}

void refuseBadScale(double scale, double haloRadiusPixels) {
    if (!(scale > 0) || !(haloRadiusPixels >= 0))
        throw core::Error(
            fmt::format("Text cannot be drawn at scale {} with a halo of {} pixels", scale, haloRadiusPixels),
            {}, "Use a scale above zero and a halo of zero or more.");
}

std::vector<Cluster> clustersOf(PangoLayout* layout, const Style& style, std::size_t bytes) {
    std::vector<Cluster> clusters;
    const IteratorPtr iterator(pango_layout_get_iter(layout));
    do {
        if (pango_layout_iter_get_run_readonly(iterator.get()) == nullptr)
            continue;
        PangoRectangle logical;
        pango_layout_iter_get_cluster_extents(iterator.get(), nullptr, &logical);
        clusters.push_back({static_cast<std::size_t>(pango_layout_iter_get_index(iterator.get())), bytes,
                            logicalPixels(logical.x, style), logicalPixels(logical.width, style)});
    } while (pango_layout_iter_next_cluster(iterator.get()));
    for (std::size_t i = 0; i + 1 < clusters.size(); ++i)
        clusters[i].end = clusters[i + 1].begin;
    return clusters;
}

/// Each glyph turned with its cluster about the middle of the cluster's foot.
std::vector<TurnedGlyph> turnedGlyphs(PangoLayout* layout, const Style& style,
                                      const std::vector<Cluster>& clusters,
                                      std::span<const ClusterSpot> spots) {
    std::vector<TurnedGlyph> turned;
    forEachRun(layout, [&](const PangoLayoutRun& run, int pen, int) {
        const Typesetter::FontFile file = fileOf(run.item->analysis.font);
        for (int i = 0; i < run.glyphs->num_glyphs; ++i) {
            const PangoGlyphInfo& info = run.glyphs->glyphs[i];
            const auto byte = static_cast<std::size_t>(run.item->offset + run.glyphs->log_clusters[i]);
            const double x = logicalPixels(pen + info.geometry.x_offset, style),
                         y = logicalPixels(info.geometry.y_offset, style);
            pen += info.geometry.width;
            if (info.glyph == PANGO_GLYPH_EMPTY)
                continue;
            const auto after = std::upper_bound(
                clusters.begin(), clusters.end(), byte,
                [](std::size_t wanted, const Cluster& cluster) { return wanted < cluster.begin; });
            const auto index = static_cast<std::size_t>(after - clusters.begin()) - 1;
            const ClusterSpot& spot = spots[index];
            const double fromMiddle = x - clusters[index].x - clusters[index].width / 2;
            const double cosine = std::cos(spot.angleRadians), sine = std::sin(spot.angleRadians);
            const bool unknown = (info.glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0;
            turned.push_back({file, unknown ? 0 : info.glyph, spot.x + fromMiddle * cosine - y * sine,
                              spot.y + fromMiddle * sine + y * cosine, spot.angleRadians});
        }
    });
    return turned;
}

} // namespace

struct Typesetter::Impl {
    FontSet fonts;
    ObjectPtr<PangoFontMap> fontMap{pango_ft2_font_map_new()};
    ObjectPtr<PangoContext> context;
    ObjectPtr<PangoLayout> layout;
    GlyphPainter painter;

    Impl() {
        pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fontMap.get()), fonts.config());
        pango_ft2_font_map_set_resolution(PANGO_FT2_FONT_MAP(fontMap.get()), 72, 72);
        context.reset(pango_font_map_create_context(fontMap.get()));
        pango_context_set_round_glyph_positions(context.get(), FALSE);
        pango_context_set_base_dir(context.get(), PANGO_DIRECTION_LTR);
        layout.reset(pango_layout_new(context.get()));
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    }

    PangoLayout* laidOut(const std::string& text, const Style& style) const {
        if (!(style.sizePixels > 0))
            throw core::Error(fmt::format("Text cannot be set at a size of {} pixels", style.sizePixels), {},
                              "Use a size above zero.");
        const std::string utf8 = validUtf8(text);
        pango_context_set_language(context.get(), pango_language_from_string(style.language.c_str()));
        pango_layout_set_font_description(layout.get(), descriptionOf(style).get());
        pango_layout_set_text(layout.get(), utf8.c_str(), static_cast<int>(utf8.size()));
        pango_layout_set_attributes(layout.get(), attributesOf(utf8, style).get());
        pango_layout_set_width(layout.get(),
                               style.maxWidthPixels > 0 ? layoutUnits(style.maxWidthPixels, style) : -1);
        pango_layout_context_changed(layout.get());
        return layout.get();
    }
};

Typesetter::Typesetter() : _impl(std::make_unique<Impl>()) {}
Typesetter::~Typesetter() = default;

Extents Typesetter::measure(const std::string& utf8, const Style& style) const {
    PangoLayout* layout = _impl->laidOut(utf8, style);
    PangoRectangle logical;
    pango_layout_get_extents(layout, nullptr, &logical);
    return {logicalPixels(logical.width, style), logicalPixels(logical.height, style),
            logicalPixels(pango_layout_get_baseline(layout), style)};
}

Bitmap Typesetter::rasterise(const std::string& utf8, const Style& style, double scale,
                             double haloRadiusPixels) const {
    refuseBadScale(scale, haloRadiusPixels);
    const double radius = haloRadiusPixels * scale;
    const int padding = radius > 0 ? static_cast<int>(std::ceil(radius)) + 1 : 0;
    Bitmap bitmap = _impl->painter.paint(placedGlyphs(_impl->laidOut(utf8, style), style), style.sizePixels,
                                         scale, padding);
    if (radius > 0)
        bitmap.halo = grownByDisc(bitmap.coverage, bitmap.width, bitmap.height, radius);
    return bitmap;
}

std::vector<Cluster> Typesetter::clusters(const std::string& utf8, const Style& style) const {
    return clustersOf(_impl->laidOut(utf8, style), style, utf8.size());
}

Bitmap Typesetter::rasteriseAlong(const std::string& utf8, const Style& style,
                                  std::span<const ClusterSpot> spots, double scale,
                                  double haloRadiusPixels) const {
    refuseBadScale(scale, haloRadiusPixels);
    PangoLayout* layout = _impl->laidOut(utf8, style);
    const std::vector<Cluster> clusters = clustersOf(layout, style, utf8.size());
    if (clusters.size() != spots.size())
        throw core::Error(
            fmt::format("The text \"{}\" has {} clusters but {} spots", utf8, clusters.size(), spots.size()),
            {}, "Give one spot for each cluster.");
    const double radius = haloRadiusPixels * scale;
    const int padding = radius > 0 ? static_cast<int>(std::ceil(radius)) + 1 : 0;
    Bitmap bitmap =
        _impl->painter.paint(turnedGlyphs(layout, style, clusters, spots), style.sizePixels, scale, padding);
    if (radius > 0)
        bitmap.halo = grownByDisc(bitmap.coverage, bitmap.width, bitmap.height, radius);
    return bitmap;
}

std::u32string Typesetter::missingGlyphs(const std::string& utf8, const Style& style) const {
    std::u32string missing;
    forEachRun(_impl->laidOut(utf8, style), [&](const PangoLayoutRun& run, int, int) {
        for (int i = 0; i < run.glyphs->num_glyphs; ++i) {
            const PangoGlyph glyph = run.glyphs->glyphs[i].glyph;
            const auto character = static_cast<char32_t>(glyph & ~PANGO_GLYPH_UNKNOWN_FLAG);
            const bool unknown = glyph != PANGO_GLYPH_EMPTY && (glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0;
            if (unknown && missing.find(character) == std::u32string::npos)
                missing += character;
        }
    });
    return missing;
}

std::string Typesetter::versions() const {
    return fmt::format("{}; {}; Pango {}", _impl->fonts.versions(), _impl->painter.version(),
                       pango_version_string());
}

Typesetter::FontFile Typesetter::fontFileFor(char32_t character, const std::string& language,
                                             bool bold) const {
    std::string utf8(6, '\0');
    utf8.resize(static_cast<std::size_t>(g_unichar_to_utf8(character, utf8.data())));
    const std::vector<ScriptRun> runs = splitByScript(utf8);
    const Script script = runs.empty() ? Script::alphabetic : runs.front().script;
    return _impl->fonts.find(character, familyOrder(script, language, false), bold);
}

} // namespace surplace::text
