#pragma once
#include "render/gl.hpp"
#include "scene/scene.hpp"
#include <map>
#include <string>

namespace surplace::render {

/// A linked pair of shaders/: `vertex`.vert and `fragment`.frag.
class Program {
public:
    /// `folder` overrides the embedded files. Throws core::Error with the file's name and the driver's
    /// message.
    Program(const std::string& vertex, const std::string& fragment, const std::string& folder);

    void use() const { glUseProgram(_program.name()); }
    void set(const char* uniform, float a) const { glUniform1f(location(uniform), a); }
    void set(const char* uniform, float a, float b) const { glUniform2f(location(uniform), a, b); }
    void set(const char* uniform, float a, float b, float c) const {
        glUniform3f(location(uniform), a, b, c);
    }
    void set(const char* uniform, int a) const { glUniform1i(location(uniform), a); }
    void set(const char* uniform, const float* values, int count) const {
        glUniform1fv(location(uniform), count, values);
    }
    void set(const char* uniform, scene::Color color) const;

private:
    int location(const char* uniform) const;

    GlObject<ProgramKind> _program;
    mutable std::map<std::string, int, std::less<>> _locations;
};

} // namespace surplace::render
