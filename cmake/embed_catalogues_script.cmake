# Run while building: writes OUTPUT, a .cpp with the bytes of FILES (comma between).
string(REPLACE "," ";" FILES "${FILES}")
set(arrays "")
set(table "")
foreach(file ${FILES})
  get_filename_component(name ${file} NAME_WE)
  file(READ ${file} bytes HEX)
  string(REGEX REPLACE "(................................................................)" "\\1\n" bytes "${bytes}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
  string(APPEND arrays "constexpr unsigned char ${name}[] = {\n${bytes}};\n")
  string(APPEND table "    if (name == \"${name}\")\n        return {reinterpret_cast<const char*>(${name}), sizeof ${name}};\n")
endforeach()
file(CONFIGURE OUTPUT ${OUTPUT} CONTENT [[
// Made by cmake/embed_catalogues_script.cmake from po/.
#include "core/catalogues.hpp"

namespace surplace::core {

namespace {

@arrays@
} // namespace

std::string_view embeddedCatalogue(std::string_view name) {
@table@    return {};
}

} // namespace surplace::core
]] @ONLY)
