#include "app/font_atlas.hpp"
#include "app/glyphs.hpp"
#include "core/error.hpp"
#include <backends/imgui_impl_opengl3.h>
#include <cmath>
#include <imgui.h>
#if IMGUI_VERSION_NUM < 19200
#include <imgui_freetype.h>
#endif

namespace surplace::app {
namespace {

/// Heights from ascender to descender, as ImGui counts: the letters' nominal size is 0.73 of it.
constexpr double smallPixels = 15.5, bodyPixels = 17.5, displayPixels = 30;

bool sameFile(const text::Typesetter::FontFile& a, const text::Typesetter::FontFile& b) {
    return a.path == b.path && a.index == b.index;
}

/// First and last of each run of neighbouring characters, and a closing 0.
std::vector<unsigned short> rangesOf(const std::vector<char32_t>& characters) {
    std::vector<unsigned short> ranges;
    for (const char32_t c : characters) {
        const auto value = static_cast<unsigned short>(c);
        if (!ranges.empty() && ranges.back() + 1 == value)
            ranges.back() = value;
        else
            ranges.insert(ranges.end(), {value, value});
    }
    ranges.push_back(0);
    return ranges;
}

} // namespace

std::vector<FontAtlas::Face> FontAtlas::faces(const std::vector<char32_t>& characters, bool bold) {
    std::vector<Face> faces;
    for (const char32_t c : characters) {
        // Debian's ImGui has 16-bit characters: one beyond shows as the replacement character.
        if (c > 0xffff)
            continue;
        auto [known, isNew] = _files.try_emplace({c, bold});
        if (isNew)
            known->second = _typesetter.fontFileFor(c, languageOf(c), bold);
        if (known->second.path.empty())
            continue;
        Face* face = nullptr;
        for (Face& each : faces)
            if (sameFile(each.file, known->second))
                face = &each;
        if (face == nullptr)
            face = &faces.emplace_back(Face{known->second, {}});
        face->characters.push_back(c);
    }
    return faces;
}

ImFont* FontAtlas::add(const std::vector<Face>& faces, double sizePixels) {
    static_assert(sizeof(ImWchar) == sizeof(unsigned short));
    ImFont* font = nullptr;
    for (const Face& face : faces) {
        _ranges.push_back(rangesOf(face.characters));
        ImFontConfig config;
        config.FontNo = face.file.index;
        config.MergeMode = font != nullptr;
        config.OversampleH = config.OversampleV = 1;
        config.PixelSnapH = false;
        config.GlyphRanges = _ranges.back().data();
        ImFont* added = ImGui::GetIO().Fonts->AddFontFromFileTTF(
            face.file.path.c_str(), static_cast<float>(std::round(sizePixels)), &config);
        if (added == nullptr)
            throw core::Error("cannot read the font " + face.file.path, {},
                              "reinstall the packages fonts-noto-core and fonts-noto-cjk");
        if (font == nullptr)
            font = added;
    }
    return font;
}

Fonts FontAtlas::build(const std::vector<char32_t>& characters, double deviceScale,
                       double unitsPerDevicePixel) {
    ImGuiIO& io = ImGui::GetIO();
    io.Fonts->Clear();
    _ranges.clear();
    _ranges.reserve(64); // ImGui keeps pointers into them until it has built
#if IMGUI_VERSION_NUM < 19200
    io.Fonts->FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    io.Fonts->FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
#endif
    io.Fonts->TexDesiredWidth = characters.size() > 3000 ? 4096 : 2048;
    const std::vector<Face> regular = faces(characters, false);
    const std::vector<Face> bold = faces(characters, true);
    Fonts fonts;
    fonts.body = add(regular, bodyPixels * deviceScale);
    fonts.small = add(regular, smallPixels * deviceScale);
    fonts.bold = add(bold, bodyPixels * deviceScale);
    fonts.display = add(bold, displayPixels * deviceScale);
    io.FontGlobalScale = static_cast<float>(unitsPerDevicePixel);
#if IMGUI_VERSION_NUM < 19200
    io.Fonts->Build();
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
#endif
    return fonts;
}

} // namespace surplace::app
