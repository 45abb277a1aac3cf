#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace surplace::timeline {

/// What a name is searched by: how it is written and how it sounds. Romanisations differ in marks, voicing
/// and vowels (Sinŭiju, Shinuiju, Sineuiju, 신의주); Chinese in its characters (新義州, 新义州).
struct NameKeys {
    std::string written; ///< lower case, without marks, blanks and punctuation, in simplified characters
    /// Readings in Latin letters, with the sounds that romanisations write differently made one; of Hangul as
    /// the syllables are written and as they are spoken together. None for Chinese characters.
    std::vector<std::string> sounds;
};
NameKeys keysOf(std::string_view name);

/// Whether a name holds what is typed: as it is written or, from three letters on, as it sounds.
bool finds(const NameKeys& typed, const NameKeys& name);

/// The names in a text: "선양(심양)", "Yenji; Yeonkil", "East Sea / Sea of Japan" hold two each.
std::vector<std::string> namesIn(std::string_view text);

} // namespace surplace::timeline
