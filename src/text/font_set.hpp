#pragma once
#include "text/script_runs.hpp"
#include "text/text.hpp"
#include <memory>
#include <string>
#include <vector>

struct _FcConfig;

namespace surplace::text {

struct FcConfigDeleter {
    void operator()(_FcConfig* config) const;
};

/// The installed fonts of the named Noto families, read through a private fontconfig configuration: neither
/// the user's fonts.conf nor the desktop's hinting and DPI settings have a say.
class FontSet {
public:
    /// Throws core::Error when `directory` lacks Noto Sans or Noto Sans CJK, naming the packages.
    explicit FontSet(const std::string& directory = "/usr/share/fonts");

    _FcConfig* config() const { return _config.get(); }
    /// The file of the first family that has the character; an empty path when none has.
    Typesetter::FontFile find(char32_t character, const std::vector<std::string>& families, bool bold) const;
    /// "Noto Sans 2.004; Noto Sans CJK SC 2.004"
    std::string versions() const;

private:
    std::unique_ptr<_FcConfig, FcConfigDeleter> _config;
};

/// Families in the order they are tried for a script in a text of this language.
std::vector<std::string> familyOrder(Script script, const std::string& language, bool serif);

} // namespace surplace::text
