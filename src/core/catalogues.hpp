#pragma once
#include <string_view>

namespace surplace::core {

/// The compiled catalogue (gettext .mo) of a language by the name of its file in po/: "ko", "zh_CN", "fr";
/// empty when there is none.
std::string_view embeddedCatalogue(std::string_view name);

} // namespace surplace::core
