#include "render/program.hpp"
#include "core/error.hpp"
#include "render/shader_source.hpp"
#include <filesystem>
#include <fstream>
#include <iterator>

namespace surplace::render {
namespace {

std::string sourceOf(const std::string& file, const std::string& folder) {
    if (!folder.empty()) {
        if (std::ifstream stream(std::filesystem::path(folder) / file); stream)
            return {std::istreambuf_iterator<char>(stream), {}};
    }
    const auto found = embeddedShaders().find(file);
    if (found == embeddedShaders().end())
        throw core::Error("There is no shader of this name", {.file = file});
    return found->second;
}

std::string messageOf(GLuint object, decltype(glGetShaderiv) size, decltype(glGetShaderInfoLog) text) {
    GLint length = 0;
    size(object, GL_INFO_LOG_LENGTH, &length);
    std::string message(static_cast<std::size_t>(length), '\0');
    text(object, length, &length, message.data());
    message.resize(static_cast<std::size_t>(length));
    while (!message.empty() && (message.back() == '\n' || message.back() == '\0'))
        message.pop_back();
    return message;
}

struct Shader {
    Shader(GLenum kind, const std::string& file, const std::string& folder) : name(glCreateShader(kind)) {
        const std::string source = sourceOf(file, folder);
        const char* text = source.c_str();
        glShaderSource(name, 1, &text, nullptr);
        glCompileShader(name);
        GLint compiled = 0;
        glGetShaderiv(name, GL_COMPILE_STATUS, &compiled);
        if (compiled != GL_TRUE) {
            const std::string message = messageOf(name, glGetShaderiv, glGetShaderInfoLog);
            glDeleteShader(name);
            throw core::Error("The graphics driver could not compile a shader: " + message, {.file = file});
        }
    }
    ~Shader() { glDeleteShader(name); }
    Shader(const Shader&) = delete;
    Shader& operator=(const Shader&) = delete;
    GLuint name;
};

} // namespace

Program::Program(const std::string& vertexName, const std::string& fragmentName, const std::string& folder) {
    const Shader vertex(GL_VERTEX_SHADER, vertexName + ".vert", folder);
    const Shader fragment(GL_FRAGMENT_SHADER, fragmentName + ".frag", folder);
    glAttachShader(_program.name(), vertex.name);
    glAttachShader(_program.name(), fragment.name);
    glLinkProgram(_program.name());
    GLint linked = 0;
    glGetProgramiv(_program.name(), GL_LINK_STATUS, &linked);
    if (linked != GL_TRUE)
        throw core::Error("The graphics driver could not link a shader: " +
                              messageOf(_program.name(), glGetProgramiv, glGetProgramInfoLog),
                          {.file = vertexName + ".vert and " + fragmentName + ".frag"});
}

void Program::set(const char* uniform, scene::Color color) const {
    glUniform4f(location(uniform), static_cast<float>(color.r) / 255.F, static_cast<float>(color.g) / 255.F,
                static_cast<float>(color.b) / 255.F, static_cast<float>(color.a) / 255.F);
}

int Program::location(const char* uniform) const {
    const auto found = _locations.find(uniform);
    if (found != _locations.end())
        return found->second;
    return _locations.emplace(uniform, glGetUniformLocation(_program.name(), uniform)).first->second;
}

} // namespace surplace::render
