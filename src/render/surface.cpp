#include "render/surface.hpp"
#include "core/error.hpp"
#include "core/translation.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace surplace::render {
namespace {

void requireComplete(int width, int height) {
    if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE ||
        glGetError() == GL_OUT_OF_MEMORY)
        throw core::Error(
            core::trf("The graphics driver cannot draw a picture of {0} x {1} pixels", width, height), {},
            core::tr("Choose a smaller size."));
}

} // namespace

void Surface::reserve(int width, int height) {
    if (width <= _width && height <= _height)
        return;
    _width = std::max(width, _width);
    _height = std::max(height, _height);
    glBindTexture(GL_TEXTURE_2D, _texture.name());
    const GLenum channels = _format == GL_R8 ? GL_RED : GL_RGBA;
    glTexImage2D(GL_TEXTURE_2D, 0, static_cast<GLint>(_format), _width, _height, 0, channels,
                 GL_UNSIGNED_BYTE, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    bind();
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, _texture.name(), 0);
    requireComplete(_width, _height);
}

void Surface::reserveTexture(int width, int height) {
    GLint bound = 0;
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &bound);
    reserve(width, height);
    glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(bound));
}

void blit(GLuint from, int fromX, int fromY, GLuint to, int toX, int toY, int width, int height, bool flip) {
    glBindFramebuffer(GL_READ_FRAMEBUFFER, from);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, to);
    glBlitFramebuffer(fromX, fromY, fromX + width, fromY + height, toX, flip ? toY + height : toY,
                      toX + width, flip ? toY : toY + height, GL_COLOR_BUFFER_BIT, GL_NEAREST);
}

} // namespace surplace::render
