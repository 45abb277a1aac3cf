#pragma once
#include "render/gl.hpp"

namespace surplace::render {

/// The part of a picture that a framebuffer holds, in device pixels. Row 0 of the framebuffer is the upper
/// one.
struct Tile {
    int x = 0, y = 0, width = 0, height = 0;
    bool operator==(const Tile&) const = default;
};

/// A framebuffer with one texture that can be drawn to and sampled; grows, never shrinks.
class Surface {
public:
    explicit Surface(GLenum format) : _format(format) {}
    /// At least this size. Contents are lost when it grows. Throws core::Error when the driver has no memory
    /// for it.
    void reserve(int width, int height);
    /// The same, for use as a texture while another framebuffer stays bound.
    void reserveTexture(int width, int height);
    void bind() const { glBindFramebuffer(GL_FRAMEBUFFER, _framebuffer.name()); }
    GLuint framebuffer() const { return _framebuffer.name(); }
    GLuint texture() const { return _texture.name(); }
    int width() const { return _width; }
    int height() const { return _height; }

private:
    GLenum _format;
    Texture _texture;
    Framebuffer _framebuffer;
    int _width = 0, _height = 0;
};

/// Copies a rectangle between framebuffers; `flip` turns it upside down.
void blit(GLuint from, int fromX, int fromY, GLuint to, int toX, int toY, int width, int height,
          bool flip = false);

} // namespace surplace::render
