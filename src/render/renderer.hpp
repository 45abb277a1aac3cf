#pragma once
#include "core/task.hpp"
#include "scene/scene.hpp"
#include "text/text.hpp"
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace surplace::render {

/// Device pixels, RGBA, not premultiplied, opaque, row 0 on top.
struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba;
};

/// An OpenGL 3.3 core context without a window or display (surfaceless EGL), current on the calling thread
/// while it lives. Throws core::Error saying which packages give one when there is none.
class OffscreenContext {
public:
    OffscreenContext();
    ~OffscreenContext();
    OffscreenContext(const OffscreenContext&) = delete;
    OffscreenContext& operator=(const OffscreenContext&) = delete;

    /// Hands the context on to another thread: given up by one, taken by the other.
    void giveUp();
    void take();

private:
    struct Impl;
    std::unique_ptr<Impl> _impl;
};

/// "llvmpipe (LLVM 15.0.6, 256 bits), Mesa 22.3.6, OpenGL 4.5": recorded beside golden pictures. Needs a
/// current context.
std::string rendererVersion();

/// Who draws the base map: the same picture, but for the rounding of single pixels at edges.
enum class BaseBy { whatIsFaster, graphicsCard, processor };

/// Draws scenes with OpenGL 3.3 core in the context that is current: the only code that turns a scene into
/// pixels. Owns its GL objects.
class Renderer {
public:
    /// Compiles the shaders (embedded; `shaderFolder` overrides them, for work on them). Throws core::Error
    /// with the shader's name and the driver's message when one does not compile.
    explicit Renderer(const text::Typesetter& typesetter, const std::string& shaderFolder = {},
                      BaseBy baseBy = BaseBy::whatIsFaster);
    ~Renderer();
    Renderer(Renderer&&) noexcept;

    /// Draws a little of everything into its own framebuffer: drivers finish a shader when something is first
    /// drawn with it, and the first picture need not wait for that.
    void warmUp();
    /// Draws into the framebuffer that is bound (the window's) whose size is the scene's device size; sets
    /// all GL state that it needs.
    void draw(const scene::Scene& scene);
    /// Draws into an own framebuffer and reads it back, asking before each tile whether to go on. Refuses
    /// sizes beyond the driver's limit, naming it.
    Image renderToImage(const scene::Scene& scene, const core::Progress& progress = {});

private:
    struct Impl;
    std::unique_ptr<Impl> _impl;
};

} // namespace surplace::render
