# surplace_embed_shaders(OUTPUT SHADERS...): one .cpp with the text of every GLSL file, so that the program needs no files to draw.
function(surplace_embed_shaders output)
  set(table "")
  foreach(file ${ARGN})
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    get_filename_component(name ${file} NAME)
    file(READ ${file} text)
    string(APPEND table "    {\"${name}\", R\"~~~(${text})~~~\"},\n")
  endforeach()
  file(CONFIGURE OUTPUT ${output} CONTENT [[
// Made by cmake/embed_shaders.cmake from shaders/.
#include "render/shader_source.hpp"

namespace surplace::render {

const std::map<std::string, std::string, std::less<>>& embeddedShaders() {
    static const std::map<std::string, std::string, std::less<>> shaders{
@table@    };
    return shaders;
}

} // namespace surplace::render
]] @ONLY)
endfunction()
