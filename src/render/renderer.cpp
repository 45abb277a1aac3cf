#include "render/renderer.hpp"
#include "core/error.hpp"
#include "core/translation.hpp"
#include "render/base_painter.hpp"
#include "render/base_raster.hpp"
#include "render/sheet_painter.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <optional>

namespace surplace::render {
namespace {

constexpr int largestTilePixels = 4096;  // 64 MiB a layer
constexpr int largestSidePixels = 16384; // 1 GiB of pixels

bool same(const scene::BaseLayer& a, const scene::BaseLayer& b) {
    if (a.index() != b.index())
        return false;
    if (const auto* fill = std::get_if<scene::FillLayer>(&a)) {
        const auto& other = std::get<scene::FillLayer>(b);
        return fill->geometry == other.geometry && fill->color == other.color;
    }
    if (const auto* stroke = std::get_if<scene::StrokeLayer>(&a)) {
        const auto& other = std::get<scene::StrokeLayer>(b);
        return stroke->geometry == other.geometry && stroke->stroke == other.stroke;
    }
    const auto& raster = std::get<scene::RasterLayer>(a);
    const auto& other = std::get<scene::RasterLayer>(b);
    return raster.geometry == other.geometry && raster.opacity == other.opacity;
}

void resetState() {
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_STENCIL_TEST);
    glDisable(GL_CULL_FACE);
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_FRAMEBUFFER_SRGB);
    glDisable(GL_PRIMITIVE_RESTART);
    glDisable(GL_PROGRAM_POINT_SIZE);
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glPolygonMode(GL_FRONT_AND_BACK, GL_FILL);
    glActiveTexture(GL_TEXTURE0);
    glBindSampler(0, 0);
    glBindBuffer(GL_PIXEL_UNPACK_BUFFER, 0);
    glBindBuffer(GL_PIXEL_PACK_BUFFER, 0);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    glPixelStorei(GL_UNPACK_SKIP_ROWS, 0);
    glPixelStorei(GL_UNPACK_SKIP_PIXELS, 0);
}

Tile overlap(const Tile& a, const Tile& b) {
    const int left = std::max(a.x, b.x), top = std::max(a.y, b.y);
    const int right = std::min(a.x + a.width, b.x + b.width),
              bottom = std::min(a.y + a.height, b.y + b.height);
    return {left, top, std::max(0, right - left), std::max(0, bottom - top)};
}

/// A base map as it was last drawn: while only time moves it is copied, not drawn again.
struct BasePicture {
    Surface surface{GL_RGBA8};
    struct Drawn {
        scene::Camera camera;
        double offsetX = 0, offsetY = 0;
        Tile tile;
        scene::Color background;
        std::vector<scene::BaseLayer> layers;
    };
    std::optional<Drawn> drawn;

    bool shows(const Drawn& wanted) const {
        return drawn && drawn->camera == wanted.camera && drawn->offsetX == wanted.offsetX &&
               drawn->offsetY == wanted.offsetY && drawn->tile == wanted.tile &&
               drawn->background == wanted.background &&
               std::equal(drawn->layers.begin(), drawn->layers.end(), wanted.layers.begin(),
                          wanted.layers.end(), same);
    }
};

/// Whether OpenGL itself runs on the processor.
bool isSoftware() {
    const GLubyte* name = glGetString(GL_RENDERER);
    const std::string_view text = name == nullptr ? "" : reinterpret_cast<const char*>(name);
    return text.find("llvmpipe") != text.npos || text.find("softpipe") != text.npos ||
           text.find("swrast") != text.npos;
}

} // namespace

struct Renderer::Impl {
    std::unique_ptr<BasePainter> base; ///< on a graphics card
    BaseRaster baseRaster;             ///< otherwise
    SheetPainter sheets;
    Surface frame{GL_RGBA8};
    BasePicture mapBase;
    std::vector<BasePicture> insetBases;
    int tilePixels = largestTilePixels;

    Impl(const text::Typesetter& typesetter, const std::string& shaderFolder, BaseBy baseBy)
        : sheets(typesetter, shaderFolder) {
        if (baseBy == BaseBy::graphicsCard || (baseBy == BaseBy::whatIsFaster && !isSoftware()))
            base = std::make_unique<BasePainter>(shaderFolder);
        GLint texture = 0, renderbuffer = 0;
        glGetIntegerv(GL_MAX_TEXTURE_SIZE, &texture);
        glGetIntegerv(GL_MAX_RENDERBUFFER_SIZE, &renderbuffer);
        tilePixels = std::min({largestTilePixels, static_cast<int>(texture), static_cast<int>(renderbuffer)});
    }

    void drawBase(BasePicture& picture, BasePicture::Drawn wanted, const Canvas& canvas) {
        if (picture.shows(wanted))
            return;
        picture.drawn.reset();
        picture.surface.reserve(wanted.tile.width, wanted.tile.height);
        const MapTransform transform(wanted.camera, wanted.offsetX, wanted.offsetY);
        if (!base) {
            const auto pixels = baseRaster.paint(wanted.layers, wanted.background, transform, canvas);
            glBindTexture(GL_TEXTURE_2D, picture.surface.texture());
            glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
            glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, wanted.tile.width, wanted.tile.height, GL_RGBA,
                            GL_UNSIGNED_BYTE, pixels.data());
            picture.drawn = std::move(wanted);
            return;
        }
        picture.surface.bind();
        glViewport(0, 0, wanted.tile.width, wanted.tile.height);
        glClearColor(static_cast<float>(wanted.background.r) / 255.F,
                     static_cast<float>(wanted.background.g) / 255.F,
                     static_cast<float>(wanted.background.b) / 255.F, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        base->paint(wanted.layers, transform, canvas);
        picture.drawn = std::move(wanted);
    }

    void bindFrame(const Tile& tile) {
        frame.bind();
        glViewport(0, 0, tile.width, tile.height);
    }

    void drawInset(const scene::Inset& inset, BasePicture& picture, const Canvas& canvas) {
        const double ratio = canvas.pixelRatio;
        const int left = static_cast<int>(std::lround(inset.box.minX * ratio)),
                  top = static_cast<int>(std::lround(inset.box.minY * ratio));
        const int right = static_cast<int>(std::lround(inset.box.maxX * ratio)),
                  bottom = static_cast<int>(std::lround(inset.box.maxY * ratio));
        const Tile shown = overlap({left, top, right - left, bottom - top}, canvas.tile);
        if (shown.width == 0 || shown.height == 0)
            return;
        Canvas baseCanvas{shown, ratio, double(left), double(top), shown};
        glDisable(GL_SCISSOR_TEST);
        scene::Camera camera = inset.camera;
        camera.scale = ratio;
        drawBase(picture, {camera, double(left), double(top), shown, inset.background, inset.base},
                 baseCanvas);
        blit(picture.surface.framebuffer(), 0, 0, frame.framebuffer(), shown.x - canvas.tile.x,
             shown.y - canvas.tile.y, shown.width, shown.height);
        bindFrame(canvas.tile);
        sheets.paint(inset.sheet, {canvas.tile, ratio, double(left), double(top), shown},
                     frame.framebuffer());
        const double line = std::max(1.0, std::round(ratio)) / ratio; // whole device pixels
        scene::Sheet outline;
        const geo::ScreenBox& box = inset.box;
        outline.paths.push_back({{{box.minX + line / 2, box.minY + line / 2},
                                  {box.maxX - line / 2, box.minY + line / 2},
                                  {box.maxX - line / 2, box.maxY - line / 2},
                                  {box.minX + line / 2, box.maxY - line / 2}},
                                 {inset.frame, static_cast<float>(line), {}, true},
                                 1,
                                 true});
        sheets.paint(outline, canvas, frame.framebuffer());
    }

    /// Leaves the tile of the picture in `frame`.
    void drawTile(const scene::Scene& scene, const Tile& tile) {
        resetState();
        frame.reserve(tile.width, tile.height);
        const Canvas canvas{tile, scene.camera.scale, 0, 0, tile};
        drawBase(mapBase, {scene.camera, 0, 0, tile, scene.background, scene.base}, canvas);
        blit(mapBase.surface.framebuffer(), 0, 0, frame.framebuffer(), 0, 0, tile.width, tile.height);
        bindFrame(tile);
        sheets.paint(scene.map, canvas, frame.framebuffer());
        if (scene.opened)
            sheets.paint(scene.stack, canvas, frame.framebuffer());
        insetBases.resize(scene.insets.size());
        for (std::size_t i = 0; i < scene.insets.size(); ++i)
            drawInset(scene.insets[i], insetBases[i], canvas);
        sheets.paint(scene.furniture, canvas, frame.framebuffer());
        glDisable(GL_SCISSOR_TEST);
        glUseProgram(0);
        glBindTexture(GL_TEXTURE_2D, 0);
    }

    template <class Finish>
    void forTiles(const scene::Scene& scene, const core::Progress& progress, Finish finish) {
        const int width = scene.camera.deviceWidth(), height = scene.camera.deviceHeight();
        if (width < 1 || height < 1 || width > largestSidePixels || height > largestSidePixels)
            throw core::Error(core::trf("A picture of {0} x {1} pixels cannot be drawn", width, height), {},
                              core::trf("Choose a size from 1 x 1 to {0} x {0} pixels, the scale counted in.",
                                        largestSidePixels));
        const auto across = [this](int pixels) { return (pixels + tilePixels - 1) / tilePixels; };
        long done = 0;
        for (int y = 0; y < height; y += tilePixels)
            for (int x = 0; x < width; x += tilePixels) {
                progress.step(done++, long{across(width)} * across(height));
                const Tile tile{x, y, std::min(tilePixels, width - x), std::min(tilePixels, height - y)};
                drawTile(scene, tile);
                finish(tile);
            }
        baseRaster.forgetUnused();
        if (base)
            base->forgetUnused();
    }
};

Renderer::Renderer(const text::Typesetter& typesetter, const std::string& shaderFolder, BaseBy baseBy) {
    if (epoxy_gl_version() < 33)
        throw core::Error(
            fmt::format("The graphics driver offers OpenGL {}.{} only", epoxy_gl_version() / 10,
                        epoxy_gl_version() % 10),
            {}, "The map needs OpenGL 3.3; set LIBGL_ALWAYS_SOFTWARE=1 to draw without the graphics card.");
    _impl = std::make_unique<Impl>(typesetter, shaderFolder, baseBy);
}
Renderer::~Renderer() = default;
Renderer::Renderer(Renderer&&) noexcept = default;

void Renderer::draw(const scene::Scene& scene) {
    GLint target = 0;
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &target);
    const int height = scene.camera.deviceHeight();
    _impl->forTiles(scene, {}, [&](const Tile& tile) {
        // A window's row 0 is the lowest.
        blit(_impl->frame.framebuffer(), 0, 0, static_cast<GLuint>(target), tile.x,
             height - tile.y - tile.height, tile.width, tile.height, true);
    });
    glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(target));
    glViewport(0, 0, scene.camera.deviceWidth(), height);
}

Image Renderer::renderToImage(const scene::Scene& scene, const core::Progress& progress) {
    GLint target = 0;
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &target);
    Image image;
    _impl->forTiles(scene, progress, [&](const Tile& tile) {
        if (image.rgba.empty()) {
            image.width = scene.camera.deviceWidth();
            image.height = scene.camera.deviceHeight();
            image.rgba.resize(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) *
                              4);
        }
        _impl->frame.bind();
        glPixelStorei(GL_PACK_ALIGNMENT, 4);
        glPixelStorei(GL_PACK_ROW_LENGTH, image.width);
        const std::size_t first = (static_cast<std::size_t>(tile.y) * static_cast<std::size_t>(image.width) +
                                   static_cast<std::size_t>(tile.x)) *
                                  4;
        glReadPixels(0, 0, tile.width, tile.height, GL_RGBA, GL_UNSIGNED_BYTE, image.rgba.data() + first);
        glPixelStorei(GL_PACK_ROW_LENGTH, 0);
    });
    for (std::size_t i = 3; i < image.rgba.size(); i += 4)
        image.rgba[i] = 255;
    glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(target));
    return image;
}

} // namespace surplace::render
