#include "render/surface.hpp"
#include "core/error.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace surplace::render {
namespace {

void requireComplete(int width, int height) {
    if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE || glGetError() == GL_OUT_OF_MEMORY)
        throw core::Error(fmt::format("The graphics driver cannot draw a picture of {} x {} pixels", width, height), {},
                          "Choose a smaller size.");
}

} // namespace

void Surface::reserve(int width, int height) {
    if (width <= _width && height <= _height)
        return;
    _width = std::max(width, _width);
    _height = std::max(height, _height);
    glBindTexture(GL_TEXTURE_2D, _texture.name());
    const GLenum channels = _format == GL_R8 ? GL_RED : GL_RGBA;
    glTexImage2D(GL_TEXTURE_2D, 0, static_cast<GLint>(_format), _width, _height, 0, channels, GL_UNSIGNED_BYTE, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    bind();
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, _texture.name(), 0);
    requireComplete(_width, _height);
}

void BaseSurface::reserve(int width, int height) {
    _single.reserve(width, height);
    if (width <= _samplesWidth && height <= _samplesHeight)
        return;
    _samplesWidth = std::max(width, _samplesWidth);
    _samplesHeight = std::max(height, _samplesHeight);
    GLint most = 0;
    glGetIntegerv(GL_MAX_SAMPLES, &most);
    glBindRenderbuffer(GL_RENDERBUFFER, _samples.name());
    glRenderbufferStorageMultisample(GL_RENDERBUFFER, std::min(most, 4), GL_RGBA8, _samplesWidth, _samplesHeight);
    glBindFramebuffer(GL_FRAMEBUFFER, _multi.name());
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, _samples.name());
    requireComplete(_samplesWidth, _samplesHeight);
}

void BaseSurface::clear(int width, int height, float red, float green, float blue) {
    reserve(width, height);
    _width = width;
    _height = height;
    _multiIsCurrent = true;
    glBindFramebuffer(GL_FRAMEBUFFER, _multi.name());
    glViewport(0, 0, width, height);
    glClearColor(red, green, blue, 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

void BaseSurface::drawAreas() {
    if (!_multiIsCurrent)
        copy(_single.framebuffer(), _multi.name());
    _multiIsCurrent = true;
}

void BaseSurface::drawLines() {
    if (_multiIsCurrent)
        copy(_multi.name(), _single.framebuffer());
    _multiIsCurrent = false;
}

void BaseSurface::copy(GLuint from, GLuint to) const {
    blit(from, 0, 0, to, 0, 0, _width, _height);
    glBindFramebuffer(GL_FRAMEBUFFER, to);
}

void blit(GLuint from, int fromX, int fromY, GLuint to, int toX, int toY, int width, int height, bool flip) {
    glBindFramebuffer(GL_READ_FRAMEBUFFER, from);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, to);
    glBlitFramebuffer(fromX, fromY, fromX + width, fromY + height, toX, flip ? toY + height : toY, toX + width,
                      flip ? toY : toY + height, GL_COLOR_BUFFER_BIT, GL_NEAREST);
}

} // namespace surplace::render
