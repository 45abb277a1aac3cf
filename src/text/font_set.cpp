#include "text/font_set.hpp"
#include "core/error.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fontconfig/fontconfig.h>
#include <string_view>

namespace surplace::text {
namespace {

constexpr std::array regions{"SC", "TC", "HK", "JP", "KR"};
constexpr std::array latinFamilies{"Noto Sans", "Noto Serif", "Noto Sans Mono"};
constexpr std::array symbolFamilies{"Noto Sans Symbols", "Noto Sans Symbols2", "Noto Sans Math"};

std::string cjkFamily(bool serif, std::string_view region) {
    return fmt::format("Noto {} CJK {}", serif ? "Serif" : "Sans", region);
}

const char* asChars(const FcChar8* text) {
    return reinterpret_cast<const char*>(text);
}
const FcChar8* asFcChars(const char* text) {
    return reinterpret_cast<const FcChar8*>(text);
}

std::string escapedXml(const std::string& text) {
    std::string escaped;
    for (const char c : text)
        escaped += c == '&' ? "&amp;" : c == '<' ? "&lt;" : std::string(1, c);
    return escaped;
}

// Variable fonts are left out: fontconfig would match them beside the static files of the same family, and
// which of the two draws would depend on what else is installed.
std::string configXml(const std::string& directory) {
    std::string accepted;
    const auto accept = [&](const std::string& family) {
        accepted += fmt::format("<pattern><patelt name=\"family\"><string>{}</string></patelt>"
                                "<patelt name=\"variable\"><bool>false</bool></patelt></pattern>",
                                family);
    };
    for (const char* family : latinFamilies)
        accept(family);
    for (const char* family : symbolFamilies)
        accept(family);
    for (const char* region : regions) {
        accept(cjkFamily(false, region));
        accept(cjkFamily(true, region));
    }
    std::string edits;
    for (const char* target : {"pattern", "font"})
        edits += fmt::format("<match target=\"{}\">"
                             "<edit name=\"antialias\" mode=\"assign\"><bool>true</bool></edit>"
                             "<edit name=\"hinting\" mode=\"assign\"><bool>false</bool></edit>"
                             "<edit name=\"autohint\" mode=\"assign\"><bool>false</bool></edit>"
                             "<edit name=\"embeddedbitmap\" mode=\"assign\"><bool>false</bool></edit>"
                             "<edit name=\"hintstyle\" mode=\"assign\"><const>hintnone</const></edit>"
                             "<edit name=\"rgba\" mode=\"assign\"><const>none</const></edit>"
                             "</match>",
                             target);
    // The cache directories are those of Debian's own configuration, so that its caches are used: without
    // them each start would read every font file.
    return fmt::format(
        "<?xml version=\"1.0\"?><fontconfig><dir>{}</dir>"
        "<cachedir>/var/cache/fontconfig</cachedir><cachedir prefix=\"xdg\">fontconfig</cachedir>"
        "<selectfont><acceptfont>{}</acceptfont><rejectfont><pattern></pattern></rejectfont></selectfont>"
        "{}</fontconfig>",
        escapedXml(directory), accepted, edits);
}

bool hasFamily(FcPattern* font, const std::string& family) {
    FcChar8* name = nullptr;
    for (int i = 0; FcPatternGetString(font, FC_FAMILY, i, &name) == FcResultMatch; ++i)
        if (family == asChars(name))
            return true;
    return false;
}

/// The upright font of a family in exactly this weight, or null.
FcPattern* findFont(FcConfig* config, const std::string& family, bool bold) {
    const FcFontSet* fonts = FcConfigGetFonts(config, FcSetSystem);
    for (int i = 0; fonts && i < fonts->nfont; ++i) {
        FcPattern* font = fonts->fonts[i];
        int slant = -1;
        double weight = -1;
        FcPatternGetInteger(font, FC_SLANT, 0, &slant);
        FcPatternGetDouble(font, FC_WEIGHT, 0, &weight);
        const double wanted = bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR;
        if (slant == FC_SLANT_ROMAN && weight == wanted && hasFamily(font, family))
            return font;
    }
    return nullptr;
}

std::string_view regionOf(std::string_view language) {
    const auto has = [&](std::string_view part) { return language.find(part) != std::string_view::npos; };
    if (language.starts_with("ko"))
        return "KR";
    if (language.starts_with("ja"))
        return "JP";
    if (language.starts_with("zh") && (has("HK") || has("MO")))
        return "HK";
    if (language.starts_with("zh") && (has("TW") || has("Hant")))
        return "TC";
    return "SC";
}

} // namespace

void FcConfigDeleter::operator()(_FcConfig* config) const {
    FcConfigDestroy(config);
}

FontSet::FontSet(const std::string& directory) : _config(FcConfigCreate()) {
    const std::string xml = configXml(directory);
    const bool read = FcConfigParseAndLoadFromMemory(_config.get(), asFcChars(xml.c_str()), FcTrue) &&
                      FcConfigBuildFonts(_config.get());
    if (!read)
        throw core::Error("The font directory cannot be read", {directory, {}, 0, {}},
                          "Check that fontconfig is installed and the directory is readable.");
    for (const char* family : {"Noto Sans", "Noto Sans CJK SC"})
        if (!findFont(_config.get(), family, false))
            throw core::Error(fmt::format("The font {} is not installed", family), {directory, {}, 0, {}},
                              "Install the packages fonts-noto-core and fonts-noto-cjk.");
}

Typesetter::FontFile FontSet::find(char32_t character, const std::vector<std::string>& families,
                                   bool bold) const {
    for (const std::string& family : families)
        // Noto Sans Symbols2 and Math have no bold: their regular weight is better than no glyph.
        for (const bool weight : {bold, false}) {
            FcPattern* font = findFont(_config.get(), family, weight);
            FcCharSet* characters = nullptr;
            Typesetter::FontFile file;
            FcChar8* path = nullptr;
            if (!font || FcPatternGetCharSet(font, FC_CHARSET, 0, &characters) != FcResultMatch ||
                !FcCharSetHasChar(characters, character) ||
                FcPatternGetString(font, FC_FILE, 0, &path) != FcResultMatch)
                continue;
            FcPatternGetInteger(font, FC_INDEX, 0, &file.index);
            file.path = asChars(path);
            return file;
        }
    return {};
}

std::string FontSet::versions() const {
    std::string text;
    for (const char* family : {"Noto Sans", "Noto Sans CJK SC"}) {
        int fixedPoint = 0; // 16.16, as in the font's head table
        FcPatternGetInteger(findFont(_config.get(), family, false), FC_FONTVERSION, 0, &fixedPoint);
        text += fmt::format("{}{} {:.3f}", text.empty() ? "" : "; ", family, fixedPoint / 65536.0);
    }
    return text;
}

std::vector<std::string> familyOrder(Script script, const std::string& language, bool serif) {
    const std::string latin = serif ? "Noto Serif" : "Noto Sans";
    const std::string_view own = script == Script::hangul ? "KR"
                                 : script == Script::kana ? "JP"
                                                          : regionOf(language);
    std::vector<std::string> order{cjkFamily(serif, own)};
    order.insert(script == Script::alphabetic ? order.begin() : order.end(), latin);
    for (const bool seriffed :
         {serif, false}) // fonts-noto-cjk has both, a smaller installation only the sans
        for (const char* region : regions)
            if (std::string family = cjkFamily(seriffed, region);
                std::find(order.begin(), order.end(), family) == order.end())
                order.push_back(std::move(family));
    order.insert(order.end(), symbolFamilies.begin(), symbolFamilies.end());
    return order;
}

} // namespace surplace::text
