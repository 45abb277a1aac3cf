#include "core/error.hpp"
#include "render/gl.hpp"
#include "render/renderer.hpp"
#include <array>
#include <epoxy/egl.h>

namespace surplace::render {
namespace {

constexpr const char* remedy = "Install Mesa's software renderer: libegl1, libegl-mesa0, libgl1-mesa-dri.";

EGLDisplay initialised(EGLDisplay display) {
    if (display != EGL_NO_DISPLAY && eglInitialize(display, nullptr, nullptr) == EGL_TRUE)
        return display;
    return EGL_NO_DISPLAY;
}

EGLDisplay openDisplay() {
    if (epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_MESA_platform_surfaceless")) {
        const EGLDisplay display = initialised(
            eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr));
        if (display != EGL_NO_DISPLAY)
            return display;
    }
    return initialised(eglGetDisplay(EGL_DEFAULT_DISPLAY));
}

} // namespace

struct OffscreenContext::Impl {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;

    Impl() {
        display = openDisplay();
        if (display == EGL_NO_DISPLAY)
            throw core::Error("No EGL display could be opened to draw without a window", {}, remedy);
        try {
            makeContext();
        } catch (...) {
            close();
            throw;
        }
    }
    ~Impl() { close(); }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    void makeContext() {
        if (eglBindAPI(EGL_OPENGL_API) != EGL_TRUE)
            throw core::Error("This EGL has no OpenGL", {}, remedy);
        constexpr std::array configAttributes{EGL_SURFACE_TYPE, 0, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT,
                                              EGL_NONE};
        EGLConfig config = nullptr;
        EGLint count = 0;
        if (eglChooseConfig(display, configAttributes.data(), &config, 1, &count) != EGL_TRUE || count < 1)
            throw core::Error("EGL offers no configuration for OpenGL", {}, remedy);
        constexpr std::array contextAttributes{EGL_CONTEXT_MAJOR_VERSION,
                                               3,
                                               EGL_CONTEXT_MINOR_VERSION,
                                               3,
                                               EGL_CONTEXT_OPENGL_PROFILE_MASK,
                                               EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                                               EGL_NONE};
        context = eglCreateContext(display, config, EGL_NO_CONTEXT, contextAttributes.data());
        if (context == EGL_NO_CONTEXT)
            throw core::Error("The graphics driver offers no OpenGL 3.3 core context", {}, remedy);
        makeCurrent();
    }

    void makeCurrent() const {
        if (eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context) != EGL_TRUE)
            throw core::Error("The OpenGL context could not be used without a window", {}, remedy);
    }

    // The display stays initialised: EGL hands every context of the process the same one.
    void close() {
        if (context == EGL_NO_CONTEXT)
            return;
        if (eglGetCurrentContext() == context)
            eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        eglDestroyContext(display, context);
    }
};

OffscreenContext::OffscreenContext() : _impl(std::make_unique<Impl>()) {}
OffscreenContext::~OffscreenContext() = default;

void OffscreenContext::giveUp() {
    eglMakeCurrent(_impl->display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
}

void OffscreenContext::take() {
    eglBindAPI(EGL_OPENGL_API); // each thread has its own
    _impl->makeCurrent();
}

std::string rendererVersion() {
    const auto text = [](GLenum name) {
        const GLubyte* value = glGetString(name);
        return value == nullptr ? std::string("unknown") : std::string(reinterpret_cast<const char*>(value));
    };
    return text(GL_RENDERER) + ", OpenGL " + text(GL_VERSION);
}

} // namespace surplace::render
