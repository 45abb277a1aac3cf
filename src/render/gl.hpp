#pragma once
#include <epoxy/gl.h>
#include <utility>

namespace surplace::render {

/// A GL object's name: deleted with its owner, moved but never copied; moved-from = empty (0).
template <class Kind>
class GlObject {
public:
    GlObject() { Kind::create(&_name); }
    explicit GlObject(std::nullptr_t) {}
    ~GlObject() {
        if (_name != 0)
            Kind::destroy(&_name);
    }
    GlObject(GlObject&& other) noexcept : _name(std::exchange(other._name, 0)) {}
    GlObject& operator=(GlObject&& other) noexcept {
        std::swap(_name, other._name);
        return *this;
    }
    GLuint name() const { return _name; }

private:
    GLuint _name = 0;
};

struct BufferKind {
    static void create(GLuint* name) { glGenBuffers(1, name); }
    static void destroy(const GLuint* name) { glDeleteBuffers(1, name); }
};
struct VertexArrayKind {
    static void create(GLuint* name) { glGenVertexArrays(1, name); }
    static void destroy(const GLuint* name) { glDeleteVertexArrays(1, name); }
};
struct TextureKind {
    static void create(GLuint* name) { glGenTextures(1, name); }
    static void destroy(const GLuint* name) { glDeleteTextures(1, name); }
};
struct RenderbufferKind {
    static void create(GLuint* name) { glGenRenderbuffers(1, name); }
    static void destroy(const GLuint* name) { glDeleteRenderbuffers(1, name); }
};
struct FramebufferKind {
    static void create(GLuint* name) { glGenFramebuffers(1, name); }
    static void destroy(const GLuint* name) { glDeleteFramebuffers(1, name); }
};
struct ProgramKind {
    static void create(GLuint* name) { *name = glCreateProgram(); }
    static void destroy(const GLuint* name) { glDeleteProgram(*name); }
};
using Buffer = GlObject<BufferKind>;
using VertexArray = GlObject<VertexArrayKind>;
using Texture = GlObject<TextureKind>;
using Renderbuffer = GlObject<RenderbufferKind>;
using Framebuffer = GlObject<FramebufferKind>;

/// Binds the buffer and replaces its contents.
template <class Element>
void upload(const Buffer& buffer, const Element* data, std::size_t count, GLenum usage = GL_STREAM_DRAW) {
    glBindBuffer(GL_ARRAY_BUFFER, buffer.name());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(count * sizeof(Element)), data, usage);
}

/// Points attribute `index` of the bound vertex array at floats of the bound buffer.
inline void floatAttribute(GLuint index, int components, std::size_t stride, std::size_t offset,
                           GLuint divisor) {
    glEnableVertexAttribArray(index);
    glVertexAttribPointer(index, components, GL_FLOAT, GL_FALSE, static_cast<GLsizei>(stride),
                          reinterpret_cast<const void*>(offset));
    glVertexAttribDivisor(index, divisor);
}
/// Likewise at four bytes read as 0 to 1: a colour.
inline void colorAttribute(GLuint index, std::size_t stride, std::size_t offset, GLuint divisor) {
    glEnableVertexAttribArray(index);
    glVertexAttribPointer(index, 4, GL_UNSIGNED_BYTE, GL_TRUE, static_cast<GLsizei>(stride),
                          reinterpret_cast<const void*>(offset));
    glVertexAttribDivisor(index, divisor);
}

} // namespace surplace::render
