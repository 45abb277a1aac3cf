#pragma once
#include "render/gl.hpp"

namespace surplace::render {

/// The part of a picture that a framebuffer holds, in device pixels. Row 0 of the framebuffer is the upper one.
struct Tile {
    int x = 0, y = 0, width = 0, height = 0;
    bool operator==(const Tile&) const = default;
};

/// A framebuffer with one texture that can be drawn to and sampled; grows, never shrinks.
class Surface {
public:
    explicit Surface(GLenum format) : _format(format) {}
    /// At least this size. Contents are lost when it grows. Throws core::Error when the driver has no memory for it.
    void reserve(int width, int height);
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

/// The base map's target: areas are drawn with four samples a pixel, so that neighbours meet without a seam; lines are smooth by
/// themselves and drawn with one. Both hold the same picture whenever the side changes.
class BaseSurface {
public:
    void reserve(int width, int height);
    /// Starts a picture of a colour (0 to 1).
    void clear(int width, int height, float red, float green, float blue);
    void drawAreas();
    void drawLines();
    /// Leaves the whole picture in the single-sample surface.
    void finish() { drawLines(); }
    const Surface& picture() const { return _single; }

private:
    void copy(GLuint from, GLuint to) const;

    Surface _single{GL_RGBA8};
    Renderbuffer _samples;
    Framebuffer _multi;
    int _samplesWidth = 0, _samplesHeight = 0;
    int _width = 0, _height = 0;
    bool _multiIsCurrent = false;
};

/// Copies a rectangle between framebuffers; `flip` turns it upside down.
void blit(GLuint from, int fromX, int fromY, GLuint to, int toX, int toY, int width, int height, bool flip = false);

} // namespace surplace::render
