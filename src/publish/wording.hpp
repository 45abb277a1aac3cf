#pragma once
#include "model/casebook.hpp"
#include <string>

namespace surplace::publish {

/// What a file is called: the casebook, and the time that is shown.
std::string titleOf(const model::Casebook& casebook, const std::string& time);

} // namespace surplace::publish
