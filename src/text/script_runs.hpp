#pragma once
#include <cstddef>
#include <string>
#include <vector>

namespace surplace::text {

/// The writing systems that are set from different fonts; everything that is not East Asian is `alphabetic`.
enum class Script { alphabetic, han, hangul, kana };

/// A stretch of a text in one writing system, in bytes.
struct ScriptRun {
    std::size_t begin = 0;
    std::size_t end = 0;
    Script script = Script::alphabetic;
    bool operator==(const ScriptRun&) const = default;
};

/// Cuts a valid UTF-8 text by writing system. Digits and ASCII punctuation are alphabetic, so that "2024"
/// looks the same beside every script; other signs of no script (CJK brackets, dashes) and spaces belong to
/// what precedes them.
std::vector<ScriptRun> splitByScript(const std::string& utf8);

/// A word that may not be broken at line ends, in bytes: Korean is written with spaces and breaks only there.
struct Unbreakable {
    std::size_t begin = 0;
    std::size_t end = 0;
};
std::vector<Unbreakable> koreanWords(const std::string& utf8);

} // namespace surplace::text
