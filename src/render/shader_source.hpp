#pragma once
#include <functional>
#include <map>
#include <string>

namespace surplace::render {

/// The files of shaders/ by name, as they were at build time.
const std::map<std::string, std::string, std::less<>>& embeddedShaders();

} // namespace surplace::render
